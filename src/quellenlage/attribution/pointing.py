"""Das and dies as what was said: they point to the sentence before.

"Der Bahnhof bleibt zu. Das teilte die Bahn mit." (The station stays closed. The railway said so.)
The quote is the sentence before and the pronoun.
"""

from __future__ import annotations

from quellenlage.attribution.clauses import Clause
from quellenlage.attribution.cues import Cue
from quellenlage.attribution.drafts import Draft
from quellenlage.attribution.reading import Range, Reading
from quellenlage.attribution.speakers import subject_after
from quellenlage.attribution.subjects import speaker_of_cue
from quellenlage.german.clause_words import (
    THIS,
)

__all__ = ["pointing_speech"]


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
