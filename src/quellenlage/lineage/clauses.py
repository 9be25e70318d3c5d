"""Clauses: the part of a long sentence that is another sentence.

A sentence may hold two of another text, or one and something of its own: "Die Brücke ist gesperrt,
sagte der Bürgermeister, und Busse fahren einen Umweg" holds "Die Brücke ist gesperrt." (The bridge
is closed.) Where two sentences as a whole are less alike than edits are, the clause of the longer
one that fits best is taken instead, if it is alike enough.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cydifflib import SequenceMatcher

from quellenlage.lineage.passages import TOKEN
from quellenlage.lineage.surface import LONGEST
from quellenlage.model import Span

__all__ = ["Clause", "clause_like"]

BREAK = re.compile(r"[,;:–—()\[\]\"„“”»«!?]|\.\s")
"""What stands between clauses."""
FEWEST = 5
"""Words of the shortest clause, and of what must be left over of its sentence."""
LEAST = 0.8
"""Similarity of a clause to the sentence it is taken for: a part is found by chance more easily
than a whole, so it must be nearly literal."""
LEAST_WORDS = 8
"""Words of such a clause."""
RUN = 2
"""Words in a row that tell where a clause stands; single ones are found anywhere."""


class Clause(NamedTuple):
    """Part of a sentence, as offsets into it, and how like the other sentence it is."""

    span: Span
    similarity: float


def clause_like(short: str, long: str) -> Clause | None:
    """The clause of a long sentence that a short one is like; none if no clause is."""
    wanted = TOKEN.findall(short.lower())[:LONGEST]
    places = [(match.start(), match.end()) for match in TOKEN.finditer(long)][:LONGEST]
    if len(wanted) < FEWEST or len(places) < len(wanted) + FEWEST:
        return None
    words = [long[start:end].lower() for start, end in places]
    matcher = SequenceMatcher(None, wanted, words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= RUN]
    if not blocks:
        return None
    first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
    breaks = _breaks(long, places)
    begin = max(place for place in breaks if place <= first)
    end = min(place for place in breaks if place >= last)
    if end - begin > len(words) - FEWEST:
        return None
    similar: float = SequenceMatcher(None, wanted, words[begin:end], autojunk=False).ratio()
    if similar < LEAST or end - begin < LEAST_WORDS:
        return None
    return Clause(Span(places[begin][0], places[end - 1][1]), similar)


def _breaks(text: str, places: list[tuple[int, int]]) -> list[int]:
    """The numbers of the words that begin a clause, and the number of words."""
    inner = [
        number
        for number in range(1, len(places))
        if BREAK.search(text, places[number - 1][1], places[number][0] + 1)
    ]
    return [0, *inner, len(places)]
