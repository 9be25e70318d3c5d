"""Feeds: RSS and Atom, one article an entry that carries its text.

Entities are not resolved and nothing is fetched: an entry that has only a link and a short summary
gives what it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from quellenlage.errors import UnreadableInput
from quellenlage.intake.metadata import give_outlet, moment
from quellenlage.intake.records import Draft

__all__ = ["looks_like_feed", "read_feed"]

_FEED = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<\?[^>]*\?>\s*)*<(?:rss|feed|rdf:RDF)\b", re.S)  # fmt: skip  # noqa: E501
_BLOCKS = "p h1 h2 h3 h4 h5 h6 li blockquote div br".split()
TEXTS = ("encoded", "content", "description", "summary")
"""Elements of an entry that can hold its text, fullest first."""
DATES = ("pubDate", "published", "date", "issued")


def looks_like_feed(text: str) -> bool:
    """Whether a text is an RSS or Atom feed."""
    return bool(_FEED.match(text[:5000]))


def read_feed(text: str, path: str) -> list[Draft]:
    """The drafts of a feed; raises `UnreadableInput` if none of its entries has a text."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput("is no feed that could be read") from error
    entries = root.iter("{*}item", "{*}entry") if root is not None else iter(())
    drafts = [draft for entry in entries if (draft := _draft(entry, path)).text]
    if not drafts:
        raise UnreadableInput("is a feed without an entry that has a text")
    return drafts


def _draft(entry: etree._Element, path: str) -> Draft:
    """The draft of an entry."""
    fields = dict(_fields(entry))
    content = next((fields[name] for name in TEXTS if fields.get(name)), "")
    draft = Draft(path, _plain(content))
    draft.give("title", " ".join(_plain(fields.get("title", "")).split()), "feed")
    published = (moment(fields[name]) for name in DATES if fields.get(name))
    draft.give("published", next(filter(None, published), None), "feed")
    draft.give("modified", moment(fields.get("updated", "")), "feed")
    draft.give("section", fields.get("category"), "feed")
    names = [fields[name] for name in ("creator", "name") if fields.get(name)]
    draft.give("authors", names[:1], "feed")
    draft.give("url", fields.get("link"), "feed")
    if fields.get("link"):
        give_outlet(draft, fields["link"], rule="address of the entry")
    return draft


def _fields(entry: etree._Element) -> Iterator[tuple[str, str]]:
    """The names and texts of an entry's elements, the first of a name last so that it counts."""
    for element in reversed([node for node in entry.iter() if isinstance(node.tag, str)]):
        name = etree.QName(element).localname
        if name == "link" and element.get("href"):
            if element.get("rel") in (None, "alternate"):
                yield name, element.get("href", "")
        else:
            yield name, "".join(element.itertext()).strip()


def _plain(content: str) -> str:
    """The paragraphs of a text that may be markup."""
    if "<" not in content:
        return content
    try:
        tree = html.fragment_fromstring(content, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return re.sub(r"<[^>]{0,500}>", " ", content)
    for element in tree.iter(*_BLOCKS):
        element.text = "\n\n" + (element.text or "")
        element.tail = "\n\n" + (element.tail or "")
    parts = (" ".join(part.split()) for part in tree.text_content().split("\n\n"))
    return "\n\n".join(part for part in parts if part)
