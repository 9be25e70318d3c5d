"""What a page says about itself: JSON-LD of the article, OpenGraph and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

from quellenlage.intake.metadata import give_outlet, moment
from quellenlage.intake.records import Draft

__all__ = ["give_page_data"]

ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Opinion|Analysis|Review|Background|Tech)?\w*Article$|^LiveBlogPosting$|^BlogPosting$"
)
DEEPEST_DATA = 6
_TITLE = ("og:title", "twitter:title", "dc.title", "title")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "datepublished", "publish-date", "last-modified",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "last-modified")
_LISTS = {
    "title": _TITLE,
    "section": ("article:section", "og:article:section", "section"),
    "canonical_url": ("og:url",),
}
_AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "cxenseparse:author")
_SPACE = re.compile(r"\s+")
_ADDRESS = re.compile(r"^(?:https?:)?//|^@")


def give_page_data(draft: Draft, tree: html.HtmlElement) -> None:
    """Sets what the page says about itself: 1. JSON-LD, 2. meta elements, 3. markup."""
    meta = _meta(tree)
    for record in _articles(tree):
        _give_linked_data(draft, record)
    for name, keys in _LISTS.items():
        draft.give(name, _first(meta, keys), "meta")
    for name, keys in (("published", _PUBLISHED), ("modified", _MODIFIED)):
        draft.give(
            name, next(filter(None, (moment(meta[k]) for k in keys if k in meta)), None), "meta"
        )
    names = [meta[key] for key in _AUTHOR if key in meta and not _ADDRESS.match(meta[key])]
    draft.give("authors", _people(names[:1]), "meta")
    _give_markup(draft, tree)
    address = draft.fields.get("canonical_url") or draft.fields.get("url")
    if address:
        give_outlet(draft, str(address), rule="canonical address")
    if site := meta.get("og:site_name"):
        give_outlet(draft, site, rule="meta")


def _give_linked_data(draft: Draft, record: Mapping[str, Any]) -> None:
    """Sets what a JSON-LD article says."""
    rule = "JSON-LD"
    draft.give("title", _plain(record.get("headline") or record.get("name")), rule)
    draft.give("published", moment(_plain(record.get("datePublished"))), rule)
    draft.give("modified", moment(_plain(record.get("dateModified"))), rule)
    draft.give("authors", _people(_named(record.get("author"))), rule)
    section = record.get("articleSection")
    draft.give(
        "section", _plain(section[0] if isinstance(section, list) and section else section), rule
    )


def _give_markup(draft: Draft, tree: html.HtmlElement) -> None:
    """Sets what only the markup says: the canonical link, the title, a time element."""
    for link in tree.xpath("//link[@rel='canonical']/@href")[:1]:
        if str(link).startswith(("http://", "https://")):
            draft.fields.pop("canonical_url", None)
            draft.give("canonical_url", str(link), "canonical link")
    for path in ("//h1", "//title"):
        for element in tree.xpath(path)[:1]:
            draft.give("title", _plain(element.text_content()), path.strip("/"))
    for value in tree.xpath("//time/@datetime")[:1]:
        draft.give("published", moment(str(value)), "time element")


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
        return _named(value.get("name"))
    return [value] if isinstance(value, str) else []


def _people(names: list[str]) -> list[str]:
    """The single names among names that may hold several."""
    parts = (
        p for name in names for p in re.split(r"\s*(?:[,;|]|\bund\b|\band\b)\s*", _plain(name))
    )
    cleaned = (re.sub(r"^(?:von|by|Von|By)\s+", "", part).strip(" .") for part in parts)
    return list(dict.fromkeys(name for name in cleaned if name and not _ADDRESS.match(name)))


def _first(meta: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    """The first of the keys that has a value."""
    return next((meta[key] for key in keys if key in meta), None)


def _plain(value: object) -> str:
    """A string in one line, entities read."""
    if not isinstance(value, str):
        return ""
    text = html.fromstring(f"<p>{value}</p>").text_content() if "&" in value else value
    return _SPACE.sub(" ", text).strip()
