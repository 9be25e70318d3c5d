"""Where what is said ends: with the sentence, unless the clause of the frame goes on."""

from __future__ import annotations

from quellenlage.attribution.clauses import Clause, has_subjunctive
from quellenlage.attribution.cues import Cue
from quellenlage.attribution.reading import Range, Reading
from quellenlage.german.clause_words import (
    AND,
    TURNS,
)

__all__ = ["complement_end"]


def complement_end(
    reading: Reading, clauses: list[Clause], cue: Cue, after: int, sentence: Range
) -> int:
    """Where what is said ends: with the sentence, unless the clause of the frame goes on."""
    body_end = reading.body_end(sentence)
    embedded = clauses[cue.clause].kind in ("sub", "rel", "inf")
    opening = clauses[after]
    for number in range(after, len(clauses)):
        clause = clauses[number]
        if number > after and clause.lead == ";":
            return clauses[number - 1].end
        if number > after and embedded and _returns(reading, clause):
            return clauses[number - 1].end
        if number > after and opening.kind in ("sub", "inf") and _goes_on(reading, clause):
            return clauses[number - 1].end
        if number > after and opening.kind == "main" and _turns(reading, opening, clause):
            return clauses[number - 1].end
        cut = _second_predicate(reading, clause, opening)
        if cut:
            return cut
    return body_end


def _returns(reading: Reading, clause: Clause) -> bool:
    """Whether the main clause begins here: ", ging er" after "Nachdem X sagte, dass …"."""
    return (
        clause.kind == "main"
        and clause.lead == ","
        and clause.finite[0] == clause.start
        and not has_subjunctive(reading, clause)
    )


def _turns(reading: Reading, opening: Clause, clause: Clause) -> bool:
    """Whether the indicative returns behind a Konjunktiv: ", doch der Rat widersprach" (but …)."""
    return (
        clause.kind == "main"
        and reading.low[clause.start] in TURNS
        and has_subjunctive(reading, opening)
        and all(reading.mood[place] == "ind" for place in clause.finite)
    )


def _goes_on(reading: Reading, clause: Clause) -> bool:
    """Whether the frame's clause goes on: ", und kündigte … an" (and announced …)."""
    if clause.kind != "main" or has_subjunctive(reading, clause):
        return False
    return reading.low[clause.start] == AND or clause.finite[0] == clause.start


def _second_predicate(reading: Reading, clause: Clause, opening: Clause) -> int:
    """Where "und" joins another predicate to the frame: "sagte, dass es regnet und | warnte".

    Behind a clause without dass only where it is Konjunktiv: "sagte, es regne und | ging".
    """
    told = opening.kind == "main" and has_subjunctive(reading, opening)
    if opening.kind != "sub" and not told:
        return 0
    for place in clause.finite:
        if (
            place > clause.start + 1
            and reading.low[place - 1] == AND
            and reading.mood[place] == "ind"
            and place + 1 < clause.end
            and any(
                earlier < place and (not told or reading.mood[earlier] == "sub1")
                for earlier in clause.finite
            )
        ):
            return place - 1
    return 0
