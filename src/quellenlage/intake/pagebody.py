"""The text that a page's own data repeats, held against what was extracted.

1. It is far longer than what was extracted: the extractor failed, and the data's text is taken.
2. It holds nearly all of what was extracted: a paragraph of which it has neither beginning nor end
is none of the article, unless it is short or opens it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from quellenlage.intake.pageblocks import in_one_line, key_of
from quellenlage.intake.pagemarkup import SHORTEST_LEAD

__all__ = ["foreign", "instead"]

FAILED = 0.5
"""Share of the data's text below which the extraction is not the article."""
AGREED = 0.75
"""Share of the extracted text that the data's must hold to be believed; teasers hold less."""
COMPARED = 30
OPENING = 2
"""Paragraphs at the top that may be missing in the data's text: the standfirst and its credit."""
_BREAKS = re.compile(r"</?(?:p|div|br|h\d|li|ul|ol|blockquote)\b[^>]{0,300}>|\n+", re.I)
_TAGS = re.compile(r"<[^<>]{1,500}>")


def instead(parts: Sequence[str], body: str) -> list[str] | None:
    """The paragraphs of the data's text, if what was extracted is far less."""
    if not body or sum(map(len, parts)) >= FAILED * len(body):
        return None
    plain = (html.unescape(_TAGS.sub(" ", part)) for part in _BREAKS.split(html.unescape(body)))
    return [text for part in plain if (text := in_one_line(part))]


def foreign(parts: Sequence[str], body: str) -> set[int]:
    """The places of paragraphs that the data's text does not have, if it has nearly all others."""
    known = key_of(html.unescape(_TAGS.sub(" ", html.unescape(body))))
    keys = [key_of(part) for part in parts]
    found = [key[:COMPARED] in known or key[-COMPARED:] in known for key in keys]
    total = sum(map(len, keys))
    held = sum(len(key) for key, is_held in zip(keys, found, strict=True) if is_held)
    if not known or held < AGREED * total:
        return set()
    return {
        place
        for place, part in enumerate(parts)
        if place >= OPENING and not found[place] and len(part) >= SHORTEST_LEAD
    }
