"""The paragraphs of a page."""

from __future__ import annotations

from lxml import html

from quellenlage.intake.extraction import extracted
from quellenlage.intake.records import Draft

__all__ = ["page_text"]

PLAIN = frozenset(
    [
        "html",
        "head",
        "body",
        "article",
        "main",
        "section",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "time",
        "title",
        "meta",
    ]
)
INLINE = frozenset(
    [
        "a",
        "b",
        "i",
        "em",
        "strong",
        "span",
        "br",
        "q",
        "cite",
        "abbr",
        "sub",
        "sup",
        "u",
        "small",
        "mark",
    ]
)
"""Elements of a page that holds nothing but an article."""
BLOCKS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "blockquote"])


def page_text(tree: html.HtmlElement, draft: Draft) -> tuple[str, bool]:
    """The text, and whether it is known to be complete: no debris is looked for in it."""
    if _is_plain(tree):
        draft.provenance["text"] = "all paragraphs of a page that holds nothing else"
        return _all_paragraphs(tree), True
    return extracted(tree, draft), False


def _is_plain(tree: html.HtmlElement) -> bool:
    """Whether a page holds one article and nothing around it: no links, scripts, pictures."""
    if len(tree.xpath("//article")) > 1 or tree.xpath("//div|//section|//a"):
        return False
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    return tags <= PLAIN | INLINE and "p" in tags


def _all_paragraphs(tree: html.HtmlElement) -> str:
    """All paragraphs and headings of a page, in order."""
    found = []
    for element in tree.iter(*BLOCKS):
        for line_break in element.iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        if text := " ".join(element.text_content().split()):
            found.append(text)
    return "\n\n".join(found)
