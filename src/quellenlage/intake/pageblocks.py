"""The blocks of text on a page, in order, and which of them stand behind extracted paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree, html

__all__ = [
    "HEADINGS",
    "Block",
    "Placed",
    "blocks_of",
    "in_one_line",
    "key_of",
    "placed",
    "without_machinery",
]

HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6"])
TEXT_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote figcaption dt dd td th pre".split())
BOXES = frozenset(
    "div section article header main aside footer figure ul ol dl table tbody tr address "
    "details summary form fieldset center nav".split()
)
MACHINERY = (
    "nav",
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "select",
    "button",
    "textarea",
)
MOST_MISSED = 200
"""Paragraphs not found on the page after which none is looked for: each costs a whole search."""
COMPARED = 40
"""Letters by which the beginning of a paragraph is found where the whole is not."""
_LETTERS = re.compile(r"[\W_]+")


class Block(NamedTuple):
    """A stretch of text on the page that no other block interrupts."""

    element: html.HtmlElement
    text: str
    key: str


class Placed(NamedTuple):
    """An extracted paragraph and the place of its block among all, if it was found."""

    text: str
    place: int | None


def without_machinery(tree: html.HtmlElement) -> None:
    """Takes out of a page what carries no text: scripts, styles, buttons."""
    etree.strip_elements(tree, *MACHINERY, with_tail=False)


def in_one_line(text: str) -> str:
    """A text with single blanks."""
    return " ".join(text.split())


def key_of(text: str) -> str:
    """The letters and digits of a text: what is compared, since blanks get lost at tags."""
    return _LETTERS.sub("", text.casefold())


def blocks_of(tree: html.HtmlElement) -> list[Block]:
    """The blocks of a page in reading order; a box counts where it has text of its own."""
    elements = list(tree.iter(*TEXT_TAGS, *BOXES))
    parted: set[html.HtmlElement] = set()
    for element in elements:
        around = element.getparent()
        while around is not None and around not in parted:
            parted.add(around)
            around = around.getparent()
    found = []
    for element in elements:
        raw = _own_text(element, parted) if element in parted else element.text_content()
        if (text := in_one_line(raw)) and (key := key_of(text)):
            found.append(Block(element, text, key))
    return found


def _is_block(element: html.HtmlElement) -> bool:
    return element.tag in TEXT_TAGS or element.tag in BOXES


def _own_text(element: html.HtmlElement, parted: set[html.HtmlElement]) -> str:
    """The text of an element outside the blocks in it."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and not _is_block(child) and child not in parted:
            parts.append(child.text_content())
        parts.append(child.tail or "")
    return "".join(parts)


def placed(parts: Sequence[str], blocks: Sequence[Block]) -> list[Placed]:
    """The paragraphs with their places, looked for behind the last one, then anywhere."""
    joined = "\0" + "\0".join(block.key for block in blocks) + "\0"
    starts = [1]
    for block in blocks:
        starts.append(starts[-1] + len(block.key) + 1)
    found: list[Placed] = []
    place = missed = 0
    for part in parts:
        key = key_of(part)
        at = _find(joined, key, starts[place] - 1) if key and missed < MOST_MISSED else None
        missed += at is None
        if at is not None:
            place = bisect_right(starts, at) - 1
        found.append(Placed(part, place if at is not None else None))
    return found


def _find(joined: str, key: str, start: int) -> int | None:
    """Where a paragraph stands: as a block, within one, or by its beginning."""
    for wanted in (f"\0{key}\0", key, key[:COMPARED] if len(key) > COMPARED else ""):
        for low in (start, 0) if wanted else ():
            if (at := joined.find(wanted, low)) >= 0:
                return at + wanted.startswith("\0")
    return None
