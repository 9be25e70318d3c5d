"""Whether a sentence without a frame goes on with what was said before it, by the mood of its verb.

1. a main clause in the Konjunktiv I goes on: "Sie sagte, es brenne. Die Straße sei gesperrt."; also
   behind a condition: "Sollte es regnen, werde sie geschlossen" (should it rain, it would be);
2. the Konjunktiv II goes on behind speech, where no condition explains it: "Er lobte den Bau. Die
   Kosten wären gering" (the costs would be low), and behind a sentence that went on already;
3. a plural that may be either goes on where another main clause is Konjunktiv: "Die Preise stiegen,
   und die Löhne würden sinken" (prices were rising, wages would fall);
4. what happened to the one who has just spoken, in a form that may be Konjunktiv, is told by him:
   "Ihm entgingen täglich Aufträge" (he was losing orders every day);
5. soll/sollen with an infinitive is hearsay of the source before: "Er soll geflohen sein" (he is
   said to have fled).

The indicative ends it.
"""

from __future__ import annotations

from quellenlage.attribution.clauses import Clause
from quellenlage.attribution.drafts import Draft
from quellenlage.attribution.reading import Reading
from quellenlage.german.clause_words import CONDITIONS, EXPERIENCERS, PASSIVE, PLURAL_ENDING
from quellenlage.german.morphology import may_be_subjunctive
from quellenlage.german.speech import words_with_part

__all__ = ["NEAR", "is_close", "kind_of"]

NEAR = 3
"""A speaker is carried over at most this many sentences without speech of his own."""
_SPOKEN = frozenset({"Indirect", "IndirectFreeIndirect"})


def kind_of(
    reading: Reading,
    clauses: list[Clause],
    source: Draft | None,
    number: int,
    *,
    running: bool = False,
) -> str:
    """The type of attribution by which a sentence goes on with a source; "" if it does not.

    `running` tells that the sentence before it goes on.
    """
    main = [clause for clause in clauses if clause.kind == "main"]
    if not main:
        return ""
    told = _told(reading, source, number, running=running)
    if main[0] is clauses[0] and main[0].first_finite == main[0].start:
        behind = told and any(_moods(reading, one) == {"sub1"} for one in main[1:2])
        return "IndirectFreeIndirect" if behind else ""
    moods = _moods(reading, main[0])
    if "sub1" in moods and "ind" not in moods:
        return "IndirectFreeIndirect"
    if told and _second_subjunctive(reading, clauses, main, source, number, running=running):
        return "IndirectFreeIndirect"
    if source is None or not is_close(reading, source, number):
        return ""
    if _befell_speaker(reading, main[0], source, number):
        return "IndirectFreeIndirect"
    hearsay = words_with_part("hearsay")
    heard = any(reading.lemma[place] in hearsay for place in main[0].finite)
    return "FreeIndirect" if heard and not _planned(reading, main[0]) else ""


def is_close(reading: Reading, source: Draft, number: int) -> bool:
    """Whether speech lies so near before a sentence that it can go on in it."""
    return number - reading.sentence_of[source.end - 1] <= NEAR


def _moods(reading: Reading, clause: Clause) -> set[str]:
    return {reading.mood[place] for place in clause.finite}


def _told(reading: Reading, source: Draft | None, number: int, *, running: bool) -> bool:
    """Whether the Konjunktiv II of a sentence may be told by a source before it.

    Words in marks and acts of speaking are followed by it only in their own paragraph.
    """
    if source is None or not (running or is_close(reading, source, number)):
        return False
    before = reading.sentence_of[source.end - 1]
    same = reading.paragraph[before] == reading.paragraph[number]
    return running or same or source.type in _SPOKEN


def _second_subjunctive(
    reading: Reading,
    clauses: list[Clause],
    main: list[Clause],
    source: Draft | None,
    number: int,
    *,
    running: bool,
) -> bool:
    """Steps 2 and 3: the Konjunktiv II, and a plural that may be it beside one that is."""
    plain = [place for place in main[0].finite if reading.mood[place] == "ind"]
    if not all(reading.low[place].endswith(PLURAL_ENDING) for place in plain):
        return False
    if "sub2" in _moods(reading, main[0]):
        spoken = source is not None and source.type in _SPOKEN
        at_once = spoken and source and reading.sentence_of[source.end - 1] == number - 1
        return running or bool(at_once) or not _conditional(reading, clauses)
    either = plain and all(may_be_subjunctive(reading.low[place]) for place in plain)
    beside = any("ind" not in (found := _moods(reading, one)) and found for one in main[1:])
    return bool(either) and beside


def _befell_speaker(reading: Reading, clause: Clause, source: Draft, number: int) -> bool:
    """Whether a clause tells what happened to the one who spoke in the sentence before (step 4)."""
    before = reading.sentence_of[source.end - 1]
    verb = clause.opener + 1
    return (
        bool(source.speaker)
        and before == number - 1
        and reading.paragraph[before] == reading.paragraph[number]
        and reading.low[clause.opener] in EXPERIENCERS
        and reading.pos[clause.opener] == "PRON"
        and clause.finite == [verb]
        and reading.low[verb].endswith(PLURAL_ENDING)
        and may_be_subjunctive(reading.low[verb])
    )


def _planned(reading: Reading, clause: Clause) -> bool:
    """Whether soll tells a plan, not hearsay: "soll gebaut werden" (is to be built)."""
    return reading.low[clause.end - 1] == PASSIVE


def _conditional(reading: Reading, clauses: list[Clause]) -> bool:
    """Whether a sentence sets a condition: "Sollte sich das bestätigen, wäre …" is own voice."""
    if clauses[0].kind == "main" and clauses[0].first_finite == clauses[0].start:
        return True
    return any(reading.low[clause.opener] in CONDITIONS for clause in clauses)
