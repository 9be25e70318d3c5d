"""Quotation marks: which passages stand between them.

German („ “), French outward and inward (« », » «), English (“ ”) and plain (") marks are paired
paragraph by paragraph; marks of different kinds may close one another, as they do in feeds.

1. an opening mark opens, unless a passage is open: then the new mark is nested and left alone;
2. a closing mark closes what is open; a mark that can do both closes if something is open;
3. what is still open at the end of the paragraph is closed at the end of the sentence in which it
   was opened, or of the paragraph if the next one opens with a mark (a quotation in paragraphs).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["Passage", "is_mark", "quoted_passages"]

_OPENING = frozenset("„‚‹")
_CLOSING = frozenset("”’")
_BOTH = frozenset('"»«“‘›')
_SINGLE = frozenset("‚‘’‹›")
_MARKS = _OPENING | _CLOSING | _BOTH


@dataclass(frozen=True)
class Passage:
    """Words between quotation marks; `start` and `end` take the marks in."""

    start: int
    end: int
    closed: bool

    @property
    def content(self) -> tuple[int, int]:
        """The words without the marks."""
        return self.start + 1, self.end - self.closed


def is_mark(token: str) -> bool:
    """Whether a token is a quotation mark."""
    return token in _MARKS


def _in_paragraph(
    tokens: Sequence[str],
    first: int,
    last: int,
    sentence_of: Sequence[int],
    goes_on: bool,
    glued: Callable[[int], bool],
) -> list[Passage]:
    found: list[Passage] = []
    opened, kind = -1, ""
    for place in range(first, last):
        token = tokens[place]
        if token not in _MARKS:
            continue
        if opened < 0:
            if token not in _CLOSING and not (token in _BOTH and _closes(place, last, glued)):
                opened, kind = place, token
        elif token == '"' and kind == '"' and _opens(place, last, glued):
            found.append(Passage(opened, _sentence_end(opened, place, sentence_of), False))
            opened = place
        elif (token in _OPENING and (token in _SINGLE or kind not in _OPENING)) or (
            token in _SINGLE
        ) != (kind in _SINGLE):
            continue
        elif token in _OPENING:
            found.append(Passage(opened, _sentence_end(opened, place, sentence_of), False))
            opened, kind = place, token
        else:
            found.append(Passage(opened, place + 1, True))
            opened = -1
    if opened >= 0:
        end = last if goes_on else _sentence_end(opened, last, sentence_of)
        found.append(Passage(opened, end, False))
    return [passage for passage in found if passage.end > passage.start + 1]


def _closes(place: int, last: int, glued: Callable[[int], bool]) -> bool:
    """Whether a plain mark stands right behind a word and not before one."""
    return glued(place) and not (place + 1 < last and glued(place + 1))


def _opens(place: int, last: int, glued: Callable[[int], bool]) -> bool:
    """Whether a plain mark stands right before a word and not behind one."""
    return not glued(place) and place + 1 < last and glued(place + 1)


def _sentence_end(place: int, limit: int, sentence_of: Sequence[int]) -> int:
    end = place + 1
    while end < limit and sentence_of[end] == sentence_of[place]:
        end += 1
    return end


def quoted_passages(
    tokens: Sequence[str],
    paragraphs: Sequence[tuple[int, int]],
    sentence_of: Sequence[int],
    glued: Callable[[int], bool],
) -> list[Passage]:
    """The outermost quoted passages of a text, in order.

    `glued` tells whether no white space stands before a token.
    """
    found: list[Passage] = []
    for number, (first, last) in enumerate(paragraphs):
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else -1
        goes_on = following >= 0 and tokens[following] in _MARKS
        found += _in_paragraph(tokens, first, last, sentence_of, goes_on, glued)
    return found
