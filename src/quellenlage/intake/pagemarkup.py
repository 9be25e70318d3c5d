"""What the markup around a block of a page says it is.

1. tags: captions, navigation, forms, articles within the article; 2. class names and ids, by
`german/data/page_markup.tsv`; 3. links: a block that is all link, a list of links and the heading
above it; 4. the words of a picture's description. A name that stands around much of the text means
something else on that page and is not believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import html

from quellenlage.german.boilerplate import markup_kind
from quellenlage.intake.pageblocks import HEADINGS, Block, Placed, key_of

__all__ = ["MOST_COMPARED", "SHORTEST_LEAD", "Markup", "is_lead", "is_title"]

MOST_OF_NAME = 0.25
"""Share of the text beyond which a name is not believed: posts of a live blog are articles, too."""
LINKED = 0.7
SHORTEST_LINKED = 20
SHORTEST_REPEATED = 30
MOST_COMPARED = 500
"""Paragraphs up to which each is looked for in all others; ten long reports have as many."""
SHORTEST_LEAD = 60
LONGEST_LEAD = 700
LONGEST_CREDIT = 400
"""Characters up to which names of the kind `credit` count: a longer paragraph is no byline."""
NAVIGATING = ("navigation", "contentinfo", "search", "dialog")
"""Landmark roles (WAI-ARIA) of what is not the article."""
FEWEST_LINKS = 2
MOST_ITEMS = 30
NEAR = 3
"""Elements around a lead above the story whose names are asked."""
_ENDED = re.compile(r"[.!?…][\"“”«»’')\]]*$")


class _Mark(NamedTuple):
    """What an element says of its text, and the tag and names by which it says so."""

    kind: str
    reason: str


class Markup:
    """The blocks of a page, each judged once by the elements around it, up to the story's."""

    def __init__(self, blocks: Sequence[Block], story: html.HtmlElement) -> None:
        self.blocks = blocks
        self.above = {story, *story.iterancestors()}
        self.alts = {key_of(picture.get("alt") or "") for picture in story.iter("img")}
        self.marks: dict[html.HtmlElement, _Mark | None] = {}
        self.unbelieved: set[str] = set()

    def kinds(self, found: Sequence[Placed]) -> list[str | None]:
        """The kinds of extracted paragraphs that are debris."""
        self._disbelieve(found)
        whole = "\0".join(["", *(key_of(item.text) for item in found), ""])
        kinds: list[str | None] = []
        started = False
        for item in found:
            kind = None if item.place is None else self.kind(item.place, first=not started)
            few = len(found) <= MOST_COMPARED
            if few and not kind and not self._is_heading(item) and _is_repeated(item.text, whole):
                kind = "other"
            kinds.append(kind)
            started = started or (not kinds[-1] and len(item.text) >= SHORTEST_LEAD)
        return kinds

    def kind(self, place: int, *, first: bool = False) -> str | None:
        """The kind of debris a block is; a lead that opens the text may be called a teaser."""
        block = self.blocks[place]
        mark = self._mark(block)
        if mark and first and mark.kind == "related" and not self._nested(block):
            mark = None if is_lead(block) else mark
        if mark:
            return mark.kind
        if len(block.key) > SHORTEST_LINKED and block.key in self.alts:
            return "caption"
        return "related" if _is_link(block) else None

    def kind_near(self, block: Block) -> str | None:
        """The kind of a block above the story, by the elements near it."""
        for element in [block.element, *block.element.iterancestors()][: NEAR + 1]:
            if element in self.above:
                break
            if mark := _mark_of(element):
                return mark.kind
        return "related" if _is_link(block) else None

    def _disbelieve(self, found: Sequence[Placed]) -> None:
        """Notes the names that stand around much of the text."""
        weights: dict[str, int] = {}
        for item in found:
            if item.place is not None and (mark := self._mark(self.blocks[item.place])):
                weights[mark.reason] = weights.get(mark.reason, 0) + len(item.text)
        most = MOST_OF_NAME * sum(len(item.text) for item in found)
        self.unbelieved = {reason for reason, weight in weights.items() if weight > most}

    def _mark(self, block: Block) -> _Mark | None:
        """What the elements around a block say, the nearest first; a quotation is one anywhere."""
        for element in self._around(block):
            if element not in self.marks:
                self.marks[element] = _mark_of(element)
            mark = self.marks[element]
            fits = mark and (mark.kind != "credit" or len(block.text) <= LONGEST_CREDIT)
            if mark and fits and mark.reason not in self.unbelieved:
                return mark
            if element.tag == "blockquote":
                return None
        return None

    def _around(self, block: Block) -> Iterator[html.HtmlElement]:
        """A block's element and those around it, below the story."""
        element = block.element
        while element is not None and element not in self.above:
            yield element
            element = element.getparent()

    def _is_heading(self, item: Placed) -> bool:
        """Whether a paragraph is a heading on the page; crossheads repeat the text's words."""
        return item.place is not None and self.blocks[item.place].element.tag in HEADINGS

    def _nested(self, block: Block) -> bool:
        """Whether an article within the story is around a block."""
        return any(element.tag == "article" for element in self._around(block))


def is_title(block: Block, title: str) -> bool:
    """Whether a block is the heading of the page, perhaps with a kicker before it."""
    key = key_of(title)
    return block.element.tag in ("h1", "h2") and bool(key) and block.key.endswith(key)


def is_lead(block: Block) -> bool:
    """Whether a block has the length and the end of a standfirst, and no link around it."""
    return (
        SHORTEST_LEAD <= len(block.text) <= LONGEST_LEAD
        and bool(_ENDED.search(block.text))
        and _link_share(block.element) < LINKED
        and not any(element.tag == "a" for element in block.element.iterancestors())
    )


def _is_repeated(text: str, whole: str) -> bool:
    """Whether a paragraph repeats a part of a longer one, as quotations set apart do."""
    key = key_of(text)
    return len(key) >= SHORTEST_REPEATED and whole.count(key) > whole.count(f"\0{key}\0")


def _mark_of(element: html.HtmlElement) -> _Mark | None:
    """What an element's tag or names say its text is."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    reason = f"{element.tag} {names}"
    if element.tag in ("figcaption", "figure"):
        return _Mark("caption", reason)
    role = element.get("role") or ""
    if element.tag in ("nav", "footer", "form") or role in NAVIGATING:
        return _Mark("navigation", reason)
    if element.tag == "aside" or role == "complementary":
        return _Mark("other", reason)
    if element.tag == "article":
        return _Mark("related", reason)
    kind = markup_kind(names) if names else None
    return _Mark(kind, reason) if kind else None


def _is_link(block: Block) -> bool:
    """Whether a block is nothing but a link to another article, or heads a list of links."""
    element = block.element
    if any(around.tag == "a" for around in element.iterancestors()):
        return True
    if len(block.text) < SHORTEST_LINKED:
        return False
    if element.tag in HEADINGS and _is_list_of_links(element.getnext()):
        return True
    linked = _link_share(element) > LINKED
    return linked and (element.tag != "li" or _is_list_of_links(element.getparent()))


def _link_share(element: html.HtmlElement) -> float:
    """How much of a text is linked."""
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    return linked / max(1, len(element.text_content()))


def _is_list_of_links(element: html.HtmlElement | None) -> bool:
    """Whether an element is a list whose items are links."""
    if element is None or element.tag not in ("ul", "ol"):
        return False
    return len(list(element.iter("li"))) >= FEWEST_LINKS and _link_share(element) > LINKED
