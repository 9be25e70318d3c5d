"""Web pages → drafts: the page's own data, then its paragraphs.

1. JSON-LD, 2. OpenGraph and other meta elements, 3. the markup, each for what the ones before left
open; the text from the page itself if it holds nothing but the article, else by trafilatura.
"""

from __future__ import annotations

import re

from lxml import etree, html

from quellenlage.errors import UnreadableInput
from quellenlage.intake.pagedata import give_page_data
from quellenlage.intake.pagetext import page_text
from quellenlage.intake.records import Draft

__all__ = ["looks_like_page", "read_page"]

DEEPEST = 5_000
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
    draft.text, draft.complete = page_text(tree, draft)
    return draft


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
