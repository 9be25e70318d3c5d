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

from quellenlage.attribution.reading import Range, Reading
from quellenlage.german.clause_words import (
    ALSO_PREPOSITIONS,
    AND,
    COMPLEMENTIZERS,
    CONDITIONS,
    COORDINATORS,
    FINITE_ENDINGS,
    MODALS,
    PARTICIPLE_PREFIX,
    PARTICIPLE_PREFIXES,
    PLURAL_ENDING,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVE_PRONOUNS,
    SO,
    SUBORDINATORS,
    ZU,
)
from quellenlage.german.speech import speech_verbs, verbs_by_base

__all__ = ["Clause", "Kind", "clauses_of", "has_subjunctive", "is_condition"]

Kind = Literal["sub", "rel", "main", "inf", "frag"]
SHORT_BRACKET = 8
"""A bracket of fewer words does not cut a clause."""
_CUTS = frozenset({",", ";", ":", "–", "—", "-", "(", ")"})
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJUNCTIVE = ("sub1", "sub2")
_NOUNLIKE = frozenset({"NOUN", "PROPN", "ADJ"})
_ALWAYS_FINITE = COMPLEMENTIZERS | SUBORDINATORS


@dataclass(slots=True)
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


def has_subjunctive(reading: Reading, clause: Clause) -> bool:
    """Whether a clause has a finite verb in the Konjunktiv."""
    return any(reading.mood[place] in _SUBJUNCTIVE for place in clause.finite)


def is_condition(reading: Reading, clause: Clause) -> bool:
    """Whether a clause sets a condition: "Sollte sich das bestätigen", "Wenn er das sagt"."""
    return reading.low[clause.opener] in CONDITIONS or (
        clause.kind == "main" and clause.lead == "" and clause.first_finite == clause.start
    )


def with_zu_inside(low: str, lemma: str) -> bool:
    """Whether a form is an infinitive with zu inside: "abzuhalten", "zurückzuziehen"."""
    cut = low.find(ZU, 2)
    while cut > 0:
        if low[:cut] + low[cut + 2 :] == lemma:
            return True
        cut = low.find(ZU, cut + 1)
    return False


def clauses_of(reading: Reading, sentence: Range) -> list[Clause]:
    """The clauses of a sentence, in order."""
    found: list[Clause] = []
    start, end = sentence[0], reading.body_end(sentence)
    lead, tokens, passage_of = "", reading.tokens, reading.passage_of
    bracket_end = -1
    for place in range(start, end):
        token = tokens[place]
        if token == "(":
            bracket_end = max(bracket_end, _short_bracket_end(reading, place, end))
        if place < bracket_end or passage_of[place] >= 0:
            continue
        if _frame_behind_quote(reading, start, place, end):
            found.append(_clause(reading, start, place, lead))
            start, lead = place, ""
        elif token in _CUTS:
            if place > start:
                found.append(_clause(reading, start, place, lead))
            start, lead = place + 1, token
    if end > start:
        found.append(_clause(reading, start, end, lead))
    return found


def _frame_behind_quote(reading: Reading, start: int, place: int, end: int) -> bool:
    """Whether a frame follows a quotation with no comma: "„Es reicht.“ sagte er"."""
    if place == start or reading.passage_of[place - 1] < 0:
        return False
    passage = reading.passage_at(place - 1)
    return (
        passage is not None
        and passage.end == place
        and passage.start <= start
        and place + 1 < end
        and (reading.finite[place] or reading.low[place] == SO)
        and (passage.end - passage.start > 5 or reading.tokens[place - 2] in ".!?")
    )


def _short_bracket_end(reading: Reading, place: int, end: int) -> int:
    """The end of a bracket of a few words that holds no verb: "(SPD)", "(77 Jahre)"; else -1."""
    for at in range(place + 1, min(end, place + SHORT_BRACKET)):
        if reading.tokens[at] == ")":
            return at + 1
        if reading.finite[at]:
            break
    return -1


def _clause(reading: Reading, start: int, end: int, lead: str) -> Clause:
    opener = _opener(reading, start, end)
    finite = _finite_verbs(reading, start, end)
    if not finite and reading.low[opener] in _ALWAYS_FINITE:
        finite = [at for at in range(opener + 1, end) if reading.pos[at] in _VERBAL][-1:]
    return Clause(
        start, end, lead, _kind(reading, start, end, lead, finite, opener), finite, opener
    )


def _finite_verbs(reading: Reading, start: int, end: int) -> list[int]:
    """The finite verbs of a clause, with two mistakes of taggers mended.

    A participle behind its auxiliary is not finite ("hat … eingeräumt"); a verb of saying that
    could be finite is, where no other verb is ("Anwohner befürchten", residents fear).
    """
    found: list[int] = []
    for place in range(start, end):
        if not reading.finite[place] and not (found and _second_finite(reading, found, place)):
            continue
        if _in_long_passage(reading, place):
            continue
        if (
            found
            and (reading.pos[place] == "VERB" or reading.low[place] == reading.lemma[place])
            and reading.pos[found[-1]] == "AUX"
            and not _joined_to(reading, found[-1], place)
        ):
            continue
        found.append(place)
    return found or _unmarked_finite(reading, start, end)


def _joined_to(reading: Reading, auxiliary: int, place: int) -> bool:
    """Whether a coordinator between an auxiliary and a verb can join them as two predicates.

    "hat geklagt und betont", but not "hatte die Bau- und Verkehrslage betont".
    """
    joins = any(
        reading.low[at] in COORDINATORS and not reading.tokens[at - 1].endswith("-")
        for at in range(auxiliary + 1, place)
    )
    past, present = reading.words[auxiliary].tense, reading.words[place].tense
    at_once = reading.low[place - 1] in COORDINATORS
    return joins and (at_once or (past, present) != ("past", "pres"))


def _second_finite(reading: Reading, found: list[int], place: int) -> bool:
    """Whether und joins a second verb of saying to a full verb: "loben … und bezweifeln, dass"."""
    lemma = reading.lemma[place]
    return (
        reading.pos[place] == "VERB"
        and reading.pos[found[-1]] == "VERB"
        and reading.low[place - 1] == AND
        and not reading.low[place].startswith(PARTICIPLE_PREFIX)
        and (lemma in speech_verbs() or lemma in verbs_by_base())
    )


def _unmarked_finite(reading: Reading, start: int, end: int) -> list[int]:
    for place, pos in enumerate(reading.pos[start:end], start):
        if pos not in _VERBAL and (
            pos not in ("ADJ", "ADV") or reading.tokens[place][:1].isupper()
        ):
            continue
        if reading.passage_of[place] >= 0:
            continue
        low, lemma = reading.low[place], reading.lemma[place]
        if (
            place == start
            or reading.low[place - 1] == ZU
            or low.startswith(PARTICIPLE_PREFIX)
            or ZU in low[2:-3]
            or not low.endswith(FINITE_ENDINGS)
            or (low.endswith("t") and PARTICIPLE_PREFIX in low[2:6] and low != lemma)
        ):
            continue
        known = lemma in speech_verbs() or lemma in verbs_by_base() or lemma in MODALS
        second = pos == "VERB" and place + 1 < end and low.endswith(PLURAL_ENDING)
        if known or (second and not low.startswith(PARTICIPLE_PREFIXES)):
            return [place]
    return []


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
    while place < end - 1 and (reading.low[place] in COORDINATORS or reading.pos[place] == "PUNCT"):
        place += 1
    return place


def _kind(
    reading: Reading, start: int, end: int, lead: str, finite: list[int], opener: int
) -> Kind:
    low = reading.low
    word = low[opener]
    if word in COMPLEMENTIZERS:
        return "sub"
    if not finite:
        if _has_zu(reading, start, end):
            return "inf"
        plural = lead == "," and word in RELATIVE_PRONOUNS and opener == start
        return "rel" if plural and reading.pos[end - 1] in _VERBAL else "frag"
    if word in SUBORDINATORS and finite[0] > opener + 1:
        late = word not in ALSO_PREPOSITIONS or _verb_final(reading, finite[-1], end, opener)
        return "sub" if late else "main"
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
        and opener == start
        and lead in (",", "–", "-", "(")
        and _relative(reading, opener, end, finite)
        and not _behind_speech_verb(reading, start, opener)
    ):
        return "rel"
    return "main"


def _has_zu(reading: Reading, start: int, end: int) -> bool:
    for place in range(start, end):
        if reading.pos[place] in _VERBAL or reading.pos[place] == "ADJ":
            if place > start and reading.low[place - 1] == ZU:
                return True
            low = reading.low[place]
            if with_zu_inside(low, reading.lemma[place]):
                return True
    return False


def _verb_final(reading: Reading, verb: int, end: int, opener: int) -> bool:
    """Whether a verb ends its clause, or only a phrase moved behind a verb cluster follows it."""
    if verb <= opener + 1 and end > verb + 1:
        return False
    place = verb + 1
    while place < end and reading.pos[place] == "PUNCT":
        place += 1
    if place >= end:
        return True
    if reading.pos[verb - 1] in _VERBAL:
        return reading.low[place] in PREPOSITIONS or reading.low[place] in COORDINATORS
    return reading.low[place] in COORDINATORS and opener + 3 < verb


def _behind_speech_verb(reading: Reading, start: int, opener: int) -> bool:
    """Whether a clause with a subject follows a verb of saying: "sagte, die Jäger glaubten"."""
    if start < 2 or opener + 2 >= len(reading.pos) or reading.pos[opener + 1] not in _NOUNLIKE:
        return False
    lemma = reading.lemma[start - 2]
    return reading.pos[start - 2] == "VERB" and (
        lemma in speech_verbs() or lemma in verbs_by_base()
    )


def _relative(reading: Reading, pronoun: int, end: int, finite: list[int]) -> bool:
    """Whether a clause opened by der, die, das … is relative: its verb stands at the end.

    "die gestern ankam" (who arrived yesterday) is, "die Bahn fährt heute nicht" is not.
    """
    if finite[0] == pronoun + 1:
        return end == finite[0] + 1
    if (
        end == pronoun + 3
        and finite[0] == pronoun + 2
        and reading.mood[finite[0]] == "sub1"
        and reading.pos[pronoun + 1] == "NOUN"
    ):
        return False
    return any(_verb_final(reading, verb, end, pronoun) for verb in finite)
