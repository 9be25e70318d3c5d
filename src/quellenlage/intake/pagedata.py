"""What a page says about itself: JSON-LD of the article, OpenGraph and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lxml import html

from quellenlage.german.boilerplate import credit_words
from quellenlage.intake.byline import byline_names, people
from quellenlage.intake.metadata import give_outlet, moment
from quellenlage.intake.pagetitle import headline
from quellenlage.intake.records import Draft

__all__ = ["give_page_data"]

ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Opinion|Analysis|Review|Background|Tech)?\w*Article$|^LiveBlogPosting$|^BlogPosting$"
)
DEEPEST_DATA = 6
_PUBLISHED = (
    "article:published_time",
    "article:published:time", "og:article:published_time", "article:published", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "datepublished", "publish-date", "last-modified",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "article:modified:time", "og:updated_time", "last-modified")
_LISTS = {
    "section": ("article:section", "og:article:section", "section"),
    "canonical_url": ("og:url",),
}
_AUTHOR = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "cxenseparse:author",
    "twitter:misc:written by",
)
_LATE_DATES = ("og:updated_time", "last-modified")
_SPACE = re.compile(r"\s+")
_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}$")


def give_page_data(draft: Draft, tree: html.HtmlElement) -> None:
    """Sets what the page says about itself: 1. JSON-LD, 2. meta elements, 3. markup."""
    meta, records = _meta(tree), list(_articles(tree))
    site = meta.get("og:site_name", "")
    houses = [site, *_host_words(tree)]
    for record in records:
        _give_linked_data(draft, record, houses)
    for name, keys in _LISTS.items():
        draft.give(name, next((meta[key] for key in keys if key in meta), None), "meta")
    for name, keys in (("published", _PUBLISHED), ("modified", _MODIFIED)):
        draft.give(name, _first_moment(meta[key] for key in keys if key in meta), "meta")
    _give_title(draft, tree, records, meta)
    for name in (*(meta.get(key, "") for key in _AUTHOR), *_labelled(meta)):
        draft.give("authors", people([name], houses=houses), "meta")
    if "authors" not in draft.fields:
        draft.give("authors", byline_names(tree, houses=houses), "byline")
    _give_markup(draft, tree, meta)
    address = draft.fields.get("canonical_url") or draft.fields.get("url")
    if address:
        give_outlet(draft, str(address), rule="canonical address")
    if site:
        give_outlet(draft, site, rule="meta")


def _host_words(tree: html.HtmlElement) -> list[str]:
    """The site's name in its address: "warnebote" in `https://www.warnebote.example/deich`."""
    links = tree.xpath("//link[@rel='canonical']/@href")
    host = links[0].partition("://")[2].partition("/")[0].casefold() if links else ""
    return [host, host.removeprefix("www."), *host.split(".")[-2:-1]]


def _labelled(meta: Mapping[str, str]) -> list[str]:
    """The author among the pairs of label and value that cards for social media show."""
    labels = credit_words("label")
    return [
        meta.get(f"twitter:data{number}", "")
        for number in (1, 2)
        if meta.get(f"twitter:label{number}", "").casefold() in labels
    ]


def _first_moment(values: Iterable[str]) -> str | None:
    """The first of some values that is a date or time."""
    return next(filter(None, map(moment, values)), None)


def _give_title(
    draft: Draft,
    tree: html.HtmlElement,
    records: Sequence[Mapping[str, Any]],
    meta: Mapping[str, str],
) -> None:
    """Sets the title."""
    linked = next((t for t in (_plain(record.get("headline")) for record in records) if t), "")
    headings = [_plain(element.text_content()) for element in tree.xpath("//h1")]
    social = meta.get("og:title") or meta.get("twitter:title", "")
    heading = next(filter(None, headings), "")
    window = _plain(tree.findtext(".//title"))
    draft.give(
        "title", *headline(linked, social, heading, window, site=meta.get("og:site_name", ""))
    )


def _give_linked_data(draft: Draft, record: Mapping[str, Any], houses: Sequence[str]) -> None:
    """Sets what a JSON-LD article says."""
    rule = "JSON-LD"
    draft.give("published", moment(_plain(record.get("datePublished"))), rule)
    draft.give("modified", moment(_plain(record.get("dateModified"))), rule)
    names = [_plain(name) for name in _named(record.get("author"))]
    draft.give("authors", people(names, houses=houses), rule)
    if str(record.get("isAccessibleForFree")).casefold() == "false":
        draft.fields["paid"] = True
    if isinstance(body := record.get("articleBody"), str) and "body" not in draft.fields:
        draft.fields["body"] = body
    section = record.get("articleSection")
    first = section[0] if isinstance(section, list) and section else section
    draft.give("section", _plain(first), rule)


def _give_markup(draft: Draft, tree: html.HtmlElement, meta: Mapping[str, str]) -> None:
    """Sets what only the markup says: the canonical link, a time element, a date in a title."""
    for link in tree.xpath("//link[@rel='canonical']/@href")[:1]:
        if str(link).startswith(("http://", "https://")):
            draft.fields.pop("canonical_url", None)
            draft.give("canonical_url", str(link), "canonical link")
    draft.give("published", _first_moment(tree.xpath("//time/@datetime")[:1]), "time element")
    title = meta.get("og:title") or _plain(tree.findtext(".//title"))
    draft.give("published", moment(title) if _DATE.search(title) else None, "date in the title")
    late = (meta[key] for key in _LATE_DATES if key in meta)
    draft.give("published", _first_moment(late), "last change")


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    """The meta elements by name in small letters; the first of each name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = _plain(element.get("content"))
        if name and value:
            found.setdefault(name.casefold(), value)
    return found


def _articles(tree: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    """The articles among the page's JSON-LD."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            data = json.loads(_bare(script.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue
        for record in _records(data, DEEPEST_DATA):
            types = record.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and ARTICLE_TYPES.search(name) for name in names):
                yield record


def _bare(text: str) -> str:
    """JSON without the comment or CDATA marks some sites put around it."""
    return re.sub(
        r"^\s*(?:<!--|/\*.*?\*/|//<!\[CDATA\[|<!\[CDATA\[)|(?://\]\]>|\]\]>|-->)\s*$", "", text
    )


def _records(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    """The objects in JSON-LD: lists, graphs and main entities are gone through."""
    if depth and isinstance(data, list):
        for item in data:
            yield from _records(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _records(data.get(key), depth - 1)


def _named(value: object) -> list[str]:
    """The names of JSON-LD authors: strings, people, lists of either."""
    if isinstance(value, list):
        return [name for item in value for name in _named(item)]
    if isinstance(value, dict):
        parts = (value.get("givenName"), value.get("familyName"))
        return _named(value.get("name")) or [" ".join(p for p in parts if isinstance(p, str))]
    return [value] if isinstance(value, str) else []


def _plain(value: object) -> str:
    """A string in one line, entities read."""
    if not isinstance(value, str):
        return ""
    text = html.fromstring(f"<p>{value}</p>").text_content() if "&" in value else value
    return _SPACE.sub(" ", text).strip()
