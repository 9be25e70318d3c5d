"""Das and dies as what was said: they point to the sentence before.

"Der Bahnhof bleibt zu. Das teilte die Bahn mit." (The station stays closed. The railway said so.)
The quote is the sentence before and the pronoun.

*Darüber* in a sentence that only names who reported points to the hearsay and the Konjunktiv right
before it: "Das Werk solle schließen. Der Kurier hatte darüber berichtet." (The works were to close.
The Kurier had reported it.)
"""

from __future__ import annotations

from dataclasses import replace

from quellenlage.attribution.clauses import Clause
from quellenlage.attribution.cues import Cue
from quellenlage.attribution.drafts import Draft
from quellenlage.attribution.reading import Range, Reading
from quellenlage.attribution.speakers import subject_after
from quellenlage.attribution.subjects import speaker_of_cue
from quellenlage.german.clause_words import ABOUT, ABOUT_THIS, THIS

__all__ = ["pointing_speech", "reported_before"]

COORDINATION = "CCONJ"


def pointing_speech(
    reading: Reading, number: int, clauses: list[Clause], cues: list[Cue]
) -> list[Draft]:
    """What das or dies at the beginning of a sentence says was said."""
    first = reading.sentences[number][0]
    if number == 0 or not cues or reading.low[first] not in THIS:
        return []
    cue = cues[0]
    if cue.clause != 0 or cue.finite != first + 1 or not _says(cue):
        return []
    if len(clauses) > 1 and clauses[1].kind in ("main", "inf"):
        return []
    if _is_run_on(reading, clauses[0]):
        return []
    speaker = _speaker(reading, clauses, cue)
    if speaker is None:
        return []
    before = reading.sentences[number - 1]
    quote: list[Range] = [before, (first, first + 1)]
    return [
        Draft(
            type="Indirect",
            quote=quote,
            rule="pointing/das",
            sentence=number,
            speaker=[speaker],
            cue=cue.places,
            frame=[(first + 1, reading.body_end(reading.sentences[number]))],
            medium=cue.verb.medium,
        )
    ]


def reported_before(
    reading: Reading,
    clauses: dict[int, list[Clause]],
    idle: dict[int, list[Cue]],
    running: list[Draft],
) -> None:
    """Gives what runs on before "X hatte darüber berichtet" to X, as far as its paragraph goes."""
    ending = {draft.end: draft for draft in running}
    floor = 0
    for number in range(1, len(reading.sentences)):
        speaker = _reporter(reading, clauses[number], idle[number])
        end = reading.sentences[number][0]
        if reading.paragraph[number] != reading.paragraph[number - 1]:
            floor = end
        while speaker and end > floor and (draft := ending.get(end)):
            if draft.start < floor:
                running.append(replace(draft, quote=[(draft.start, floor)]))
                draft.quote, draft.sentence = [(floor, end)], reading.sentence_of[floor]
            draft.speaker, draft.origin = [speaker], None
            end = draft.start


def _reporter(reading: Reading, clauses: list[Clause], cues: list[Cue]) -> Range | None:
    """Who reported, in a sentence that says nothing else: "Zuerst hatte X darüber berichtet"."""
    if len(clauses) != 1 or len(cues) != 1 or cues[0].passive or cues[0].finite < 0:
        return None
    clause = clauses[0]
    pointing = ABOUT_THIS in reading.low[clause.start : clause.end]
    if not pointing or cues[0].verb.prepositions.isdisjoint(ABOUT):
        return None
    return speaker_of_cue(reading, clauses, cues[0])


def _is_run_on(reading: Reading, clause: Clause) -> bool:
    """Whether another clause was written on without a mark, and is what was said: "Das meldete die
    Bahn der Damm war gebrochen"."""
    return any(
        COORDINATION not in reading.pos[clause.first_finite : place] for place in clause.finite[1:]
    )


def _speaker(reading: Reading, clauses: list[Clause], cue: Cue) -> Range | None:
    """Who said it: the subject behind the verb, the agent of a passive, the text it comes from."""
    if cue.passive or "goes-forth" in cue.verb.takes:
        return speaker_of_cue(reading, clauses, cue)
    end = clauses[0].end
    return subject_after(reading, cue.finite, end, end)


def _says(cue: Cue) -> bool:
    """Whether a verb can have das as what was said: teilte mit, not forderte."""
    takes = cue.verb.takes
    return "goes-forth" in takes or {"that", "quote"} <= takes
