"""Web pages → drafts: the page's own data, then its paragraphs.

1. JSON-LD, 2. OpenGraph and other meta elements, 3. the markup, each for what the ones before left
open; the text from the page itself if it holds nothing but the article, else by trafilatura.
"""

from __future__ import annotations

import re

from lxml import etree, html

from quellenlage.errors import UnreadableInput
from quellenlage.intake.pageblocks import without_machinery
from quellenlage.intake.pagedata import give_page_data
from quellenlage.intake.pagetext import page_text
from quellenlage.intake.records import Draft
from quellenlage.model import Warning as Doubt

__all__ = ["looks_like_page", "read_page"]

LONGEST_TEASER = 1_500
"""Characters that paid articles show at most; the shortest whole reports have about as many."""
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def looks_like_page(text: str) -> bool:
    """Whether a text is a web page whatever its name says."""
    return bool(_PAGE.match(text[:5000]))


def read_page(source: str, path: str | None) -> Draft:
    """The draft of a web page; raises `UnreadableInput` if there is no markup to read."""
    tree = _tree(source)
    draft = Draft(path, "")
    give_page_data(draft, tree)
    without_machinery(tree)
    paid = draft.fields.pop("paid", False)
    draft.text, draft.complete = page_text(tree, draft)
    draft.fields.pop("body", None)
    if not draft.text.strip() and not draft.fields.get("title"):
        raise UnreadableInput("is a page without a text")
    if not draft.text.strip():
        _mark(draft, "empty", "the page has a title and no text")
    elif paid and len(draft.text) < LONGEST_TEASER:
        _mark(draft, "paywalled", "the page shows the beginning of a paid article")
    return draft


def _mark(draft: Draft, access: str, message: str) -> None:
    """Tells that the page does not show the whole article."""
    draft.give("access", access, "amount of text on the page")
    draft.warnings.append(Doubt(code=access, message=message))


def _tree(source: str) -> html.HtmlElement:
    """The parsed page."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableInput("holds no page that could be read") from error
    if tree is None:
        raise UnreadableInput("holds no page that could be read")
    return tree
