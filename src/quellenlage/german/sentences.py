"""Sentences: where one ends and the next begins.

Every place where a sentence could end is looked at once, in this order:

1. a blank line always ends a sentence (a heading has no final mark);
2. after a final mark and white space the next word decides, and the word before it: abbreviations,
   ordinals and initials do not end a sentence ("am 8. Oktober", "Dr. Weiß", "J. Weiß");
3. a final mark with no white space ends one if a word in small letters stands before it and a
   capitalised word behind it ("Ende.Anfang", a missing space).

A closing quotation mark or bracket belongs to the sentence before it, also the plain ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quellenlage.german.tables import rows, word_set
from quellenlage.model import Span

__all__ = ["ABBREVIATIONS", "UNSEEN", "split_sentences"]

_ABBREVIATION_ENDS = {row[0]: row[2] == "yes" for row in rows("abbreviations", 3)}
ABBREVIATIONS = frozenset(_ABBREVIATION_ENDS)
_STARTERS = word_set("sentence_starters")
_MONTHS = frozenset(
    "januar jänner februar februars feber märz april mai juni juno juli august september oktober "
    "november dezember jan feb mär apr jun jul aug sep sept okt nov dez".split()
)
HIGHEST_ORDINAL = 100
"""A number up to this before a point can be an ordinal ("der 19. Spieltag"); a year cannot."""
MAX_SENTENCE = 5_000
"""Longer stretches without a final mark (tables, lists) are cut at line breaks."""

UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff"
"""Marks without width in pasted text, as ranges: direction of writing, joiners, byte order."""
_CLOSING = f"\"“”«»‘’›‹')\\]{UNSEEN}"
_OPENING = f"\"„“”»«‚‘’›‹'(\\[–—\\-{UNSEEN}"
_UNSEEN = re.compile(f"[{UNSEEN}]")
_MARKS_BEHIND = re.compile(f"[{_CLOSING}]+$")
_BREAK = re.compile(
    r"(?=[\n.!?…])(?:"  # nothing else is looked at
    r"(?P<blank>\n\s*\n\s*)"
    rf"|(?P<mark>[.!?…]+[{_CLOSING}]*)(?P<gap>\s+)"
    rf"|(?<=[a-zäöüß0-9%)\"“])(?P<glued>[.!?…][\"“”«]?)(?=[„\"»{UNSEEN}]?[A-ZÄÖÜ][a-zäöüß]+[\s,]))"
)
_LAST_WORD = re.compile(r"[^\s(\[„\"“»«/]+$")
_NEXT_WORD = re.compile(rf"[{_OPENING}\s]*([\w]+)")
_DOTTED = re.compile(r"(?:[A-Za-zÄÖÜäöü]{1,3}\.){2,}$")


def split_sentences(text: str) -> list[Span]:
    """The sentences of a text, in order; together they hold all that is not white space."""
    sentences: list[Span] = []
    for start, end in _stretches(text):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            sentences.extend(_bounded(text, start, end))
    return sentences


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, cut at its line breaks if it is too long to be one."""
    if end - start <= MAX_SENTENCE:
        yield Span(start, end)
        return
    for match in re.compile(r"[^\n]*\S[^\n]*").finditer(text, start, end):
        line = match.group()
        yield Span(
            match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip())
        )


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of every sentence, white space at its ends included."""
    start = 0
    for match in _BREAK.finditer(text):
        if match["blank"] is not None or _ends(text, match):
            cut = match.end()
            yield start, cut
            start = cut
    yield start, len(text)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends at a final mark."""
    if match["glued"] is not None:
        return _ends_glued(text, match)
    mark = match["mark"]
    following = _NEXT_WORD.match(text, match.end())
    word = following.group(1) if following else ""
    if word and word[0].islower():
        return False
    stop = _MARKS_BEHIND.sub("", mark)
    if stop != ".":
        return True
    if _UNSEEN.sub("", mark) != stop:
        return True
    return _point_ends(text, match.start(), word)


def _ends_glued(text: str, match: re.Match[str]) -> bool:
    """Whether a final mark without white space ends a sentence: "Ende.Anfang"."""
    before = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    word = before.group() if before else ""
    return not ("." in word or "/" in word or "@" in word or word + "." in ABBREVIATIONS)


def _point_ends(text: str, point: int, following: str) -> bool:
    """Whether a single point, followed by white space and then this word, ends a sentence."""
    before = _LAST_WORD.search(text, max(0, point - 40), point)
    word = before.group() if before else ""
    starts = following.lower() in _STARTERS
    if word.isdigit():
        if following.lower() in _MONTHS:
            return False
        return starts or int(word[:6]) > HIGHEST_ORDINAL
    dotted = word + "."
    if dotted in _ABBREVIATION_ENDS:
        return starts and (_ABBREVIATION_ENDS[dotted] or len(following) == 0)
    if _DOTTED.search(dotted):
        return starts
    if len(word) == 1 and word.isupper():
        return starts
    return True
