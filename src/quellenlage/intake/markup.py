"""Pieces of markup and XML from outside: parsed without entities, network or boundless depth."""

from __future__ import annotations

import re

from lxml import etree, html

from quellenlage.errors import UnreadableInput

__all__ = ["plain_text", "xml_root"]

_BLOCKS = "p h1 h2 h3 h4 h5 h6 li blockquote div br hl1 hl2 hedline tr".split()
_TAG = re.compile(r"<[^<>]{1,500}>")


def xml_root(text: str, *, what: str) -> etree._Element:
    """The root of an XML document; raises `UnreadableInput` if there is none to read."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableInput(f"is no {what} that could be read") from error
    if root is None:
        raise UnreadableInput(f"is no {what} that could be read")
    return root


def plain_text(content: str) -> str:
    """The paragraphs of a text that may be markup, parted by blank lines."""
    if "<" not in content:
        return content
    try:
        tree = html.fragment_fromstring(content, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return _TAG.sub(" ", content)
    for element in tree.iter(*_BLOCKS):
        element.text = "\n\n" + (element.text or "")
        element.tail = "\n\n" + (element.tail or "")
    parts = (" ".join(part.split()) for part in tree.text_content().split("\n\n"))
    return "\n\n".join(part for part in parts if part)
