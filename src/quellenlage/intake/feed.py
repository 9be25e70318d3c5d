"""Feeds and site maps: RSS, Atom, JSON Feed, news sitemaps; one article an entry.

1. the entry's full text, if it carries one; 2. else its summary, with the address of the article
for who wants to follow it. Entities are not resolved, and nothing is fetched here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from quellenlage.errors import UnreadableInput
from quellenlage.intake.markup import plain_text, xml_root
from quellenlage.intake.metadata import give_outlet, moment
from quellenlage.intake.records import Draft

__all__ = [
    "is_json_feed",
    "looks_like_feed",
    "looks_like_sitemap",
    "read_feed",
    "read_json_feed",
    "read_sitemap",
]

_DOCTYPE = r"<!DOCTYPE[^\[>]{0,300}(?:\[.{0,4000}?\]\s*)?>\s*"  # RSS 0.91 has one
_HEAD = rf"\s*(?:<\?xml[^>]{{0,200}}\?>\s*)?(?:<!--.*?-->\s*|<\?[^>]{{0,500}}\?>\s*|{_DOCTYPE})*"
_FEED = re.compile(rf"{_HEAD}<(?:rss|feed|rdf:RDF)\b", re.S)
_SITEMAP = re.compile(rf"{_HEAD}<(?:urlset|sitemapindex)\b", re.S)
FULL_TEXTS = ("encoded", "content")
SUMMARIES = ("description", "summary")
"""Elements of an entry that can hold its text, fullest first."""
DATES = ("pubDate", "published", "date", "issued")
FULL = 1_500
"""Characters of a summary that is the whole article: few houses write so long a teaser."""
MOST_ENTRIES = 50_000
"""Addresses a site map may list by its standard."""


def looks_like_feed(text: str) -> bool:
    """Whether a text is an RSS or Atom feed."""
    return bool(_FEED.match(text[:5000]))


def looks_like_sitemap(text: str) -> bool:
    """Whether a text is a site map or an index of some."""
    return bool(_SITEMAP.match(text[:5000]))


def is_json_feed(record: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a JSON Feed."""
    return "jsonfeed.org/version" in str(record.get("version", ""))[:60]


def read_feed(text: str, path: str) -> list[Draft]:
    """The drafts of a feed; raises `UnreadableInput` if none of its entries says anything."""
    root = xml_root(text, what="feed")
    drafts = [_draft(entry, path) for entry in root.iter("{*}item", "{*}entry")]
    return _told(drafts, "is a feed without an entry that has a text")


def read_sitemap(text: str, path: str) -> list[Draft]:
    """Drafts that point to the articles of a site map, or to the site maps of an index."""
    root = xml_root(text, what="site map")
    drafts = []
    for entry in list(root.iter("{*}url", "{*}sitemap"))[:MOST_ENTRIES]:
        fields = dict(_fields(entry))
        draft = Draft(path, "", pointer=fields.get("loc"))
        draft.give("title", _line(fields.get("title")), "site map")
        draft.give("published", moment(fields.get("publication_date", "")), "site map")
        drafts.append(draft)
    return _told(drafts, "is a site map without an address")


def read_json_feed(record: Mapping[str, Any], path: str) -> list[Draft]:
    """The drafts of a JSON Feed; raises `UnreadableInput` if none of its items says anything."""
    items = record.get("items")
    found = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    drafts = [_draft_of_item(item, path) for item in found[:MOST_ENTRIES]]
    return _told(drafts, "is a feed without an entry that has a text")


def _told(drafts: list[Draft], otherwise: str) -> list[Draft]:
    """The drafts that have a text or point to one."""
    found = [draft for draft in drafts if draft.text.strip() or draft.pointer]
    if not found:
        raise UnreadableInput(otherwise)
    return found


def _draft(entry: etree._Element, path: str) -> Draft:
    """The draft of an RSS or Atom entry."""
    fields = dict(_fields(entry))
    full = next((fields[name] for name in FULL_TEXTS if fields.get(name)), "")
    summary = next((fields[name] for name in SUMMARIES if fields.get(name)), "")
    draft = Draft(path, plain_text(full or summary))
    link = fields.get("link") or ""
    draft.pointer = None if full or len(draft.text) >= FULL else link or None
    draft.give("title", _line(plain_text(fields.get("title", ""))), "feed")
    published = (moment(fields[name]) for name in DATES if fields.get(name))
    draft.give("published", next(filter(None, published), None), "feed")
    draft.give("modified", moment(fields.get("updated", "")), "feed")
    draft.give("section", fields.get("category"), "feed")
    names = [fields[name] for name in ("creator", "name") if fields.get(name)]
    draft.give("authors", names[:1], "feed")
    draft.give("url", link, "feed")
    if link:
        give_outlet(draft, link, rule="address of the entry")
    return draft


def _draft_of_item(item: Mapping[str, Any], path: str) -> Draft:
    """The draft of a JSON Feed item."""
    full = str(item.get("content_text") or "") or plain_text(str(item.get("content_html") or ""))
    link = _line(item.get("url") or item.get("external_url"))
    draft = Draft(path, full or plain_text(str(item.get("summary") or "")))
    draft.pointer = None if full else link or None
    draft.give("title", _line(item.get("title")), "feed")
    draft.give("published", moment(_line(item.get("date_published"))), "feed")
    draft.give("modified", moment(_line(item.get("date_modified"))), "feed")
    draft.give("language", _line(item.get("language")), "feed")
    authors = item.get("authors") or [item.get("author")]
    names = (
        [_line(a.get("name")) for a in authors if isinstance(a, dict)]
        if isinstance(authors, list)
        else []
    )
    draft.give("authors", [name for name in names if name], "feed")
    draft.give("url", link, "feed")
    if link:
        give_outlet(draft, link, rule="address of the entry")
    return draft


def _fields(entry: etree._Element) -> Iterator[tuple[str, str]]:
    """The names and texts of an entry's elements, the first of a name last so that it counts."""
    for element in reversed([node for node in entry.iter() if isinstance(node.tag, str)]):
        name = str(element.tag).rpartition("}")[2].rpartition(":")[2]
        if name == "link" and element.get("href"):
            if element.get("rel") in (None, "alternate"):
                yield name, element.get("href", "")
        elif name == "content" and element.get("url"):  # Media RSS: a picture
            continue
        else:
            yield name, "".join(element.itertext()).strip()


def _line(value: object) -> str:
    """A value in one line, if it is a text."""
    return " ".join(value.split()) if isinstance(value, str) else ""
