"""Which blocks of a page are the article: what an extractor found, held against the markup.

1. the *story* is the smallest element around most of what was extracted; 2. out goes what the
markup below the story says is something else; 3. the standfirst comes in: the block between
title and text that reads like a lead; 4. in comes what stands between kept paragraphs, looks like
them and was missed: crossheads, list items, paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml import html

from quellenlage.intake.pageblocks import HEADINGS, Block, Placed, key_of, placed
from quellenlage.intake.pagemarkup import MOST_COMPARED, SHORTEST_LEAD, Markup, is_lead, is_title

__all__ = ["Choice", "chosen"]

MOST_OF_TEXT = 0.8
"""Share of the extracted text around which the story lies; the rest are heads and teasers."""
MOST_DROPPED = 0.4
"""Share of the text beyond which the markup of a page is not believed at all."""
MOST_AROUND = 200
MISSED = HEADINGS | {"p", "li", "blockquote"}


class Choice(NamedTuple):
    """The paragraphs of the article; what was left out, with its kind; what was added."""

    parts: list[str]
    dropped: list[tuple[str, str]]
    added: list[str]


def chosen(parts: Sequence[str], blocks: Sequence[Block], *, title: str) -> Choice:
    """The article among the blocks of a page."""
    found = placed(parts, blocks)
    story = _story(found, blocks)
    if story is None:
        return Choice(list(parts), [], [])
    markup = Markup(blocks, story)
    kinds = markup.kinds(found)
    kept = [item for item, kind in zip(found, kinds, strict=True) if not kind]
    if sum(len(item.text) for item in kept) < (1 - MOST_DROPPED) * sum(map(len, parts)):
        return Choice(list(parts), [], [])
    dropped = [(kind, item.text) for item, kind in zip(found, kinds, strict=True) if kind]
    added: list[str] = []
    texts = list(_filled(kept, markup, added))
    if lead := _standfirst(kept, markup, title):
        added.append("standfirst between title and text")
        texts.insert(0, lead)
    return Choice(texts, dropped, added)


def _story(found: Sequence[Placed], blocks: Sequence[Block]) -> html.HtmlElement | None:
    """The smallest element around most of the extracted text."""
    weights: dict[html.HtmlElement, int] = {}
    total = 0
    for item in found:
        if item.place is None:
            continue
        total += len(item.text)
        element = blocks[item.place].element.getparent()
        for _ in range(MOST_AROUND):
            if element is None:
                break
            weights[element] = weights.get(element, 0) + len(item.text)
            element = element.getparent()
    enough = [element for element, weight in weights.items() if weight >= MOST_OF_TEXT * total]
    around = {element.getparent() for element in enough}
    return next((element for element in enough if element not in around), None)


def _standfirst(kept: Sequence[Placed], markup: Markup, title: str) -> str | None:
    """The block between the title and the first paragraph that reads like a lead."""
    blocks = markup.blocks
    body = (item.place for item in kept if item.place is not None and _is_body(item, blocks, title))
    first = next(body, 0)
    head = next((place for place in range(first) if is_title(blocks[place], title)), None)
    if head is None:
        return None
    known = "\0".join(key_of(item.text) for item in kept)
    leads = (
        block.text
        for block in blocks[head + 1 : first]
        if is_lead(block) and block.key not in known and not markup.kind_near(block)
    )
    return next(leads, None)


def _is_body(item: Placed, blocks: Sequence[Block], title: str) -> bool:
    """Whether a paragraph belongs to the text below the title."""
    repeated = item.place is not None and is_title(blocks[item.place], title)
    return len(item.text) >= SHORTEST_LEAD and not repeated


def _filled(kept: Sequence[Placed], markup: Markup, added: list[str]) -> Iterator[str]:
    """The kept paragraphs, and between them what was missed."""
    shapes = _Shapes([markup.blocks[item.place] for item in kept if item.place is not None])
    known = {key_of(item.text) for item in kept}
    whole = "\0".join(known) if len(kept) <= MOST_COMPARED else ""
    for item, after in pairwise([*kept, Placed("", None)]):
        yield _sound(item, markup.blocks)
        if item.place is None or after.place is None:
            continue
        for place in range(item.place + 1, after.place):
            block = markup.blocks[place]
            repeated = block.key in known or block.key in whole
            if shapes.fit(block) and not repeated and not markup.kind(place):
                added.append("blocks between paragraphs")
                yield block.text


class _Shapes:
    """What kept blocks look like: their parents, their class names and those of their parents."""

    def __init__(self, kept: Sequence[Block]) -> None:
        self.parents = {block.element.getparent() for block in kept}
        self.shapes = {_shape(block.element) for block in kept}
        around = [*self.parents, *(block.element for block in kept)]
        self.names = {name for element in around if element is not None for name in _names(element)}

    def fit(self, block: Block) -> bool:
        """Whether a block that was missed looks like those kept and stands beside them."""
        element = block.element
        if element.tag not in MISSED or (element.tag == "p" and _shape(element) not in self.shapes):
            return False
        parent = element.getparent()
        if element.tag == "li" and parent is not None:
            parent = parent.getparent()
        if parent is None:
            return False
        return parent in self.parents or not self.names.isdisjoint(_names(parent))


def _shape(element: html.HtmlElement) -> tuple[str, str]:
    """The tag and class names of an element."""
    return (element.tag, element.get("class") or "")


def _names(element: html.HtmlElement) -> list[str]:
    """The class names of an element."""
    return (element.get("class") or "").split()


def _sound(item: Placed, blocks: Sequence[Block]) -> str:
    """The paragraph, without blanks that an extractor set into words at tags."""
    text = item.text.removeprefix("- ").strip()
    if item.place is None or blocks[item.place].key != key_of(text):
        return text
    return min(text, blocks[item.place].text, key=len)
