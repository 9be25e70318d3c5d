"""Indirect speech: a verb of saying and the clause it takes."""

from __future__ import annotations

from quellenlage.attribution.clauses import Clause
from quellenlage.attribution.complements import Complement, complement_of
from quellenlage.attribution.cues import Cue
from quellenlage.attribution.drafts import Draft
from quellenlage.attribution.phrases import phrase_end
from quellenlage.attribution.reading import Range, Reading
from quellenlage.attribution.speakers import addressee_in
from quellenlage.attribution.subjects import agent_of, speaker_of_cue
from quellenlage.german.clause_words import ES, HOW, POINTS_AHEAD, SAYS_IT

__all__ = ["indirect_speech", "speaker_and_relays"]


def indirect_speech(
    reading: Reading, number: int, clauses: list[Clause], cues: list[Cue]
) -> tuple[list[Draft], list[Cue]]:
    """What the verbs of a sentence say in clauses of their own, and the verbs that took none."""
    drafts: list[Draft] = []
    left: list[Cue] = []
    sentence = reading.sentences[number]
    for cue in cues:
        found = complement_of(reading, clauses, cue, sentence)
        if found is None:
            left.append(cue)
        elif not _repeats(drafts, found):
            drafts.append(_draft(reading, number, clauses, cue, found))
    return drafts, left


def _repeats(drafts: list[Draft], found: Complement) -> bool:
    """Whether a complement was taken by an earlier verb ("er sagte und betonte, dass …")."""
    return any(draft.quote[0][0] == found.quote[0][0] for draft in drafts)


def _draft(
    reading: Reading, number: int, clauses: list[Clause], cue: Cue, found: Complement
) -> Draft:
    speaker, relays = speaker_and_relays(
        reading, clauses, cue, found.limit, inverted=found.side == "left"
    )
    clause = clauses[cue.clause]
    addressee = None if cue.passive else addressee_in(reading, clause.start, clause.end, speaker)
    return Draft(
        type="Indirect",
        quote=found.quote,
        rule=f"verb/{found.rule}",
        sentence=number,
        speaker=[speaker] if speaker else [],
        cue=_cue_places(reading, clause, cue),
        frame=found.frame,
        addressee=[addressee] if addressee else [],
        medium=cue.verb.medium,
        relays=relays,
    )


def speaker_and_relays(
    reading: Reading,
    clauses: list[Clause],
    cue: Cue,
    limit: int | None = None,
    *,
    inverted: bool = False,
) -> tuple[Range | None, list[Range]]:
    """Who speaks and who quotes him: "Das Blatt zitiert den Minister" (the paper quotes him)."""
    subject = speaker_of_cue(reading, clauses, cue, limit, inverted)
    if "cites" not in cue.verb.takes or subject is None:
        return subject, []
    clause = clauses[cue.clause]
    if cue.passive:
        agent = agent_of(reading, clause)
        return subject, [agent] if agent else []
    start = max(cue.finite + 1, subject[1] if subject[1] > cue.finite else 0)
    if start < clause.end:
        end = phrase_end(reading, start, clause.end)
        if end > start:
            return (start, end), [subject]
    return subject, []


def _cue_places(reading: Reading, clause: Clause, cue: Cue) -> list[Range]:
    places = list(cue.places)
    if reading.low[clause.opener] == HOW:
        places.insert(0, (clause.opener, clause.opener + 1))
    for place in range(clause.start, clause.end):
        if reading.low[place] == POINTS_AHEAD.get(cue.verb.particle, ""):
            places.append((place, place + 1))
        if (
            cue.finite >= 0
            and place == cue.finite + 1
            and reading.low[place] == ES
            and (cue.verb.lemma == SAYS_IT)
        ):
            places.append((place, place + 1))
    return sorted(places)
