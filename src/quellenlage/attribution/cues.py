"""Cues: verbs of saying in a clause, with split-off parts, auxiliaries and voice."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.attribution.clauses import Clause
from quellenlage.attribution.reading import Range, Reading
from quellenlage.german.clause_words import (
    BE,
    MOTIONS,
    PASSIVE,
    PASSIVE_PARTICIPLE,
)
from quellenlage.german.speech import SpeechVerb, speech_verbs, verbs_by_base

__all__ = ["Cue", "cues_in"]

_VERBAL = frozenset({"VERB", "AUX"})
_FURTHEST_PARTICLE = 40
"""A split-off part is looked for in the clauses that follow, this many words away at most."""


@dataclass(slots=True)
class Cue:
    """A verb of saying in clause number `clause`.

    `finite` is the place of the finite verb, -1 in an infinitive; `verb_at` that of the verb of
    saying itself, which is the same unless an auxiliary is finite ("hat … angekündigt").
    """

    verb: SpeechVerb
    clause: int
    finite: int
    verb_at: int
    places: list[Range]
    passive: bool = False

    @property
    def last(self) -> int:
        """The last word of the cue."""
        return max(place[1] for place in self.places) - 1


def cues_in(reading: Reading, clauses: list[Clause]) -> list[Cue]:
    """All verbs of saying in the clauses of a sentence, in order."""
    found: list[Cue] = []
    for number, clause in enumerate(clauses):
        for place, pos in enumerate(reading.pos[clause.start : clause.end], clause.start):
            verbal = pos in _VERBAL or place in clause.finite
            if not verbal or _inside_speech(reading, place):
                continue
            cue = (
                _finite_cue(reading, clauses, number, place)
                if place in clause.finite
                else _other_cue(reading, clauses, number, place)
            )
            if cue:
                found.append(cue)
    return found


def _inside_speech(reading: Reading, place: int) -> bool:
    passage = reading.passage_at(place)
    return passage is not None and passage.end - passage.start > 6


def _finite_cue(reading: Reading, clauses: list[Clause], number: int, place: int) -> Cue | None:
    """ "teilte … mit" (informed), "sagte" (said), "mitteilte" at the end of a clause."""
    lemma = reading.lemma[place]
    for verb in verbs_by_base().get(lemma, ()):
        size = len(verb.particle.split())
        if clauses[number].kind in ("sub", "rel") and (
            reading.low[place - size : place] == verb.particle.split()
        ):
            return Cue(verb, number, place, place, [(place - size, place + 1)])
        particle = _particle(reading, clauses, number, place, verb.particle)
        if particle:
            return Cue(verb, number, place, place, [(place, place + 1), particle])
    found = speech_verbs().get(lemma)
    if found is None or (found.particle and not reading.low[place].startswith(found.particle)):
        return None
    return Cue(found, number, place, place, [(place, place + 1)])


def _particle(
    reading: Reading, clauses: list[Clause], number: int, place: int, particle: str
) -> Range | None:
    words = particle.split()
    size = len(words)
    limit = clauses[number].end
    for clause in clauses[number + 1 :]:
        if clause.kind not in ("rel", "frag") and clause.lead != "(":
            break
        limit = clause.end
    limit = min(limit, place + _FURTHEST_PARTICLE)
    for at in range(limit - size, place, -1):
        if reading.low[at : at + size] == words and _ends_there(reading, at + size, limit):
            return at, at + size
    return None


def _ends_there(reading: Reading, after: int, limit: int) -> bool:
    """Whether a split-off part closes the clause: no noun phrase follows it as its object."""
    return after >= limit or reading.pos[after] not in (
        "DET",
        "NOUN",
        "PROPN",
        "ADJ",
        "NUM",
        "PRON",
    )


def _other_cue(reading: Reading, clauses: list[Clause], number: int, place: int) -> Cue | None:
    """A participle or infinitive with its finite verb: "hat … angekündigt", "wurde bekannt"."""
    verb = _verb_of_participle(reading, place)
    if verb is None:
        return None
    auxiliary = _auxiliary(reading, clauses, number, place)
    places = [(place, place + 1)]
    if verb.particle and not reading.low[place].startswith(verb.particle.split()[0]):
        size = len(verb.particle.split())
        if reading.low[max(0, place - size) : place] != verb.particle.split():
            return None
        places = [(place - size, place + 1)]
    if auxiliary < 0:
        return Cue(verb, number, -1, place, places) if clauses[number].kind == "inf" else None
    places = _merged([(auxiliary, auxiliary + 1), *places])
    stative = reading.lemma[auxiliary] == BE and not verb.base.endswith(MOTIONS)
    passive = (
        stative
        or reading.lemma[auxiliary] == PASSIVE
        or (place + 1 < clauses[number].end and reading.low[place + 1] == PASSIVE_PARTICIPLE)
    )
    return Cue(verb, number, auxiliary, place, places, passive)


def _verb_of_participle(reading: Reading, place: int) -> SpeechVerb | None:
    lemma = reading.lemma[place]
    if found := speech_verbs().get(lemma):
        return found
    for verb in verbs_by_base().get(lemma, ()):
        words = verb.particle.split()
        if reading.low[max(0, place - len(words)) : place] == words:
            return verb
    return None


def _auxiliary(reading: Reading, clauses: list[Clause], number: int, place: int) -> int:
    """The finite auxiliary of a participle: in its clause, or before an insertion."""
    clause = clauses[number]
    for at in reversed([*clause.finite]):
        if reading.pos[at] == "AUX":
            return at
    if clause.kind == "frag" and number:
        for earlier in reversed(clauses[:number]):
            if earlier.kind == "main" and earlier.finite:
                at = earlier.finite[-1]
                return at if reading.pos[at] == "AUX" else -1
    return -1


def _merged(places: list[Range]) -> list[Range]:
    ordered = sorted(places)
    merged = [ordered[0]]
    for start, end in ordered[1:]:
        if start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
