"""Clauses: a sentence cut at its commas, and what each piece is.

Marks inside a quoted passage do not cut. A piece is

- `sub`: opened by a conjunction, a question word ("dass es brennt", that it burns);
- `rel`: opened by a relative pronoun ("der gestern ankam", who arrived yesterday);
- `main`: with a finite verb in second or first place;
- `inf`: zu with an infinitive and no finite verb ("den Bau zu stoppen", to stop the building);
- `frag`: none of these (appositions, lists, insertions).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.german.clause_words import (
    COMPLEMENTIZERS,
    COORDINATORS,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVE_PRONOUNS,
    SUBORDINATORS,
)

__all__ = ["Clause", "Kind", "clauses_of", "is_infinitive"]

Kind = Literal["sub", "rel", "main", "inf", "frag"]
_CUTS = frozenset({",", ";", ":", "–", "—", "-", "(", ")"})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass
class Clause:
    """A piece of a sentence between cuts; `lead` is the mark before it ("" at the beginning)."""

    start: int
    end: int
    lead: str
    kind: Kind
    finite: list[int]
    opener: int

    @property
    def first_finite(self) -> int:
        """The place of the first finite verb, -1 without one."""
        return self.finite[0] if self.finite else -1


def is_infinitive(reading: Reading, place: int) -> bool:
    """Whether a verb form is an infinitive, with or without zu inside ("abzuhalten")."""
    low, lemma = reading.low[place], reading.lemma[place]
    if reading.pos[place] not in _VERBAL or reading.finite[place]:
        return False
    return low == lemma or low.replace("zu", "", 1) == lemma


def clauses_of(reading: Reading, sentence: Range) -> list[Clause]:
    """The clauses of a sentence, in order."""
    found: list[Clause] = []
    start, end = sentence[0], reading.body_end(sentence)
    lead, tokens, passage_of = "", reading.tokens, reading.passage_of
    for place in range(start, end + 1):
        at_end = place == end
        if not at_end and (tokens[place] not in _CUTS or passage_of[place] >= 0):
            continue
        if place > start:
            found.append(_clause(reading, start, place, lead))
        lead = "" if at_end else tokens[place]
        start = place + 1
    return found


def _clause(reading: Reading, start: int, end: int, lead: str) -> Clause:
    finite = [
        place
        for place in range(start, end)
        if reading.finite[place] and not _in_long_passage(reading, place)
    ]
    opener = _opener(reading, start, end)
    return Clause(start, end, lead, _kind(reading, start, end, lead, finite, opener), finite, opener)


def _in_long_passage(reading: Reading, place: int) -> bool:
    """Whether a word stands in a quotation that holds whole clauses of its own."""
    passage = reading.passage_at(place)
    if passage is None:
        return False
    first = reading.tokens[passage.start + 1]
    return first[:1].isupper() and passage.end - passage.start > 4


def _opener(reading: Reading, start: int, end: int) -> int:
    """The first word that is no coordinator and no mark."""
    place = start
    while place < end - 1 and (
        reading.low[place] in COORDINATORS or reading.pos[place] == "PUNCT"
    ):
        place += 1
    return place


def _kind(
    reading: Reading, start: int, end: int, lead: str, finite: list[int], opener: int
) -> Kind:
    low = reading.low
    word = low[opener]
    if not finite:
        return "inf" if _has_zu(reading, start, end) else "frag"
    if word in COMPLEMENTIZERS:
        return "sub"
    if word in SUBORDINATORS and finite[0] > opener + 1:
        return "sub"
    if word in QUESTION_WORDS and _verb_final(reading, finite[-1], end, opener):
        return "sub"
    if word in PREPOSITIONS and opener + 1 < end and lead in (",", "–", "("):
        after = low[opener + 1]
        if after in SUBORDINATORS or (
            after in RELATIVE_PRONOUNS and _relative(reading, opener + 1, end, finite)
        ):
            return "rel"
    if (
        word in RELATIVE_PRONOUNS
        and lead in (",", "–", "-", "(")
        and _relative(reading, opener, end, finite)
    ):
        return "rel"
    return "main"


def _has_zu(reading: Reading, start: int, end: int) -> bool:
    for place in range(start, end):
        if reading.pos[place] in _VERBAL or reading.pos[place] == "ADJ":
            if place > start and reading.low[place - 1] == "zu":
                return True
            low = reading.low[place]
            if "zu" in low[2:] and low.replace("zu", "", 1) == reading.lemma[place]:
                return True
    return False


def _verb_final(reading: Reading, verb: int, end: int, opener: int) -> bool:
    """Whether only verb forms, or a phrase moved behind the verb, follow the finite verb."""
    if verb <= opener + 1 and end > verb + 1:
        return False
    place = verb + 1
    while place < end and (reading.pos[place] in _VERBAL or reading.pos[place] == "PUNCT"):
        place += 1
    return place >= end or (
        reading.pos[verb - 1] in _VERBAL
        or reading.low[place] in PREPOSITIONS
        or reading.low[place] in COORDINATORS
    )


def _relative(reading: Reading, pronoun: int, end: int, finite: list[int]) -> bool:
    """Whether a clause opened by der, die, das … is relative: its verb stands at the end.

    "die gestern ankam" (who arrived yesterday) is, "die Bahn fährt heute nicht" is not.
    """
    verb = finite[0]
    if verb == pronoun + 1:
        return end == verb + 1
    if not _verb_final(reading, verb, end, pronoun):
        return len(finite) > 1 and _verb_final(reading, finite[-1], end, pronoun) and (
            reading.pos[pronoun + 1] not in NOMINAL and reading.pos[pronoun + 1] != "ADJ"
        )
    return True
