"""IPTC NewsML-G2: news items in XML, alone or many in a message; XHTML, NITF or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from quellenlage.errors import UnreadableInput
from quellenlage.intake.markup import plain_text, xml_root
from quellenlage.intake.metadata import give_outlet, moment
from quellenlage.intake.records import Draft

__all__ = ["looks_like_newsml", "read_newsml"]

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.*?-->\s*)*<(?:\w{1,20}:)?(?:newsMessage|newsItem)\b",
    re.S,
)
_BODY = re.compile(r"<(?:\w+:)?body\b[^>]*>(.*)</(?:\w+:)?body>", re.S)


def looks_like_newsml(text: str) -> bool:
    """Whether a text is NewsML-G2."""
    return bool(_START.match(text[:5000]))


def read_newsml(text: str, path: str) -> list[Draft]:
    """The drafts of the news items; raises `UnreadableInput` if none has a text."""
    root = xml_root(text, what="NewsML-G2")
    drafts = [_draft(item, path) for item in root.iter("{*}newsItem")]
    if not (found := [draft for draft in drafts if draft.text.strip()]):
        raise UnreadableInput("holds no news item with a text")
    return found


def _draft(item: etree._Element, path: str) -> Draft:
    """The draft of a news item."""
    rule = "NewsML-G2"
    draft = Draft(path, next(filter(None, _texts(item)), ""), lines=True)
    draft.give("title", _first(item, "contentMeta/headline", "itemMeta/title"), rule)
    dates = ("contentMeta/contentCreated", "itemMeta/firstCreated", "itemMeta/versionCreated")
    draft.give(
        "published", next(filter(None, (moment(_first(item, d)) for d in dates)), None), rule
    )
    draft.give("modified", moment(_first(item, "itemMeta/versionCreated")), rule)
    people = [_first(creator, "name") for creator in _all(item, "contentMeta/creator")]
    by = _first(item, "contentMeta/by")
    draft.give("authors", [name for name in people if name] or ([by] if by else []), rule)
    tags = [element.get("tag", "") for element in _all(item, "contentMeta/language")]
    draft.give("language", next(iter(tags), ""), rule)
    draft.give("section", _first(item, "contentMeta/subject/name"), rule)
    for place in (
        "contentMeta/infoSource/name",
        "itemMeta/provider/name",
        "contentMeta/creditline",
    ):
        if name := _first(item, place):
            give_outlet(draft, name, rule=rule)
    return draft


def _all(item: etree._Element, place: str) -> list[etree._Element]:
    """The elements at a place below an item."""
    found: list[etree._Element] = item.findall(
        "/".join(f"{{*}}{name}" for name in place.split("/"))
    )
    return found


def _first(item: etree._Element, *places: str) -> str:
    """The first text at some places, in one line."""
    elements = (element for place in places for element in _all(item, place))
    return next(
        (text for element in elements if (text := " ".join("".join(element.itertext()).split()))),
        "",
    )


def _texts(item: etree._Element) -> Iterator[str]:
    """The texts in an item's content set: markup, then plain."""
    for element in item.findall("{*}contentSet/{*}inlineXML"):
        source = "".join(
            etree.tostring(child, encoding="unicode", with_tail=False) for child in element
        )
        body = _BODY.search(source)
        yield plain_text(_without_prefixes(body.group(1) if body else source))
    for element in item.findall("{*}contentSet/{*}inlineData"):
        yield plain_text("".join(element.itertext()).strip())


def _without_prefixes(source: str) -> str:
    """Markup without the prefixes of name spaces, which HTML does not know."""
    return re.sub(r"(</?)\w{1,20}:(?=\w)", r"\1", source)
