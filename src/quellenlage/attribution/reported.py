"""Reported speech: an act of speaking told without its words.

"Die Stadt kündigte Maßnahmen an" (announced measures), "Er wies die Vorwürfe zurück" (rejected the
accusations), "Fachleute warnen vor Glätte" (warn of ice). The quote is the sentence.
"""

from __future__ import annotations

from quellenlage.attribution.clauses import Clause, is_condition
from quellenlage.attribution.cues import Cue
from quellenlage.attribution.drafts import Draft
from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.attribution.speakers import addressee_in
from quellenlage.attribution.subjects import speaker_of_cue, subject_of
from quellenlage.german.clause_words import (
    AND,
    COPULAS,
    NAMING_WORDS,
    NEGATIONS,
    NO_PREFIX,
    NO_SPEAKERS,
    THIS,
)
from quellenlage.german.speech import is_thing, words_with_part

__all__ = ["reported_speech"]


def reported_speech(
    reading: Reading, number: int, clauses: list[Clause], cues: list[Cue], taken: list[Draft]
) -> list[Draft]:
    """What the verbs that took no clause report, if nothing else in the sentence is attributed."""
    if not taken and (attitude := _attitude(reading, number, clauses)):
        return [attitude]
    for cue in cues:
        clause = clauses[cue.clause]
        if clause.kind != "main" or cue.finite < 0 or is_condition(reading, clause):
            continue
        if reading.low[clause.opener] in THIS and cue.finite == clause.opener + 1:
            continue
        rule = _rule(reading, clause, cue)
        if not rule or _silent(reading, clause, cue):
            continue
        speaker = speaker_of_cue(reading, clauses, cue)
        if speaker is None or not _can_speak(reading, speaker):
            continue
        quote = _extent(reading, number, clauses, cue, taken)
        if quote is None:
            continue
        addressee = (
            addressee_in(reading, clause.start, clause.end, speaker)
            if ("dat" in cue.verb.takes)
            else None
        )
        return [
            Draft(
                type="Reported",
                quote=[quote],
                rule=f"{rule}({cue.verb.lemma})",
                sentence=number,
                speaker=[speaker] if speaker else [],
                cue=[],
                frame=[],
                addressee=[addressee] if addressee else [],
                medium=cue.verb.medium,
            )
        ]
    return []


def _attitude(reading: Reading, number: int, clauses: list[Clause]) -> Draft | None:
    """ "Der Verband ist besorgt" (is worried), "Sie zeigte sich enttäuscht" (was disappointed)."""
    attitudes = words_with_part("attitude")
    for at, clause in enumerate(clauses):
        if clause.kind != "main" or reading.lemma[clause.finite[0]] not in COPULAS:
            continue
        if not any(reading.low[place] in attitudes for place in range(clause.start, clause.end)):
            continue
        speaker = subject_of(reading, clauses, at, clause.finite[0], clause.end)
        if speaker and _can_speak(reading, speaker):
            return Draft(
                type="Reported",
                quote=[reading.sentences[number]],
                rule="reported/attitude",
                sentence=number,
                speaker=[speaker],
                medium="ST",
            )
    return None


def _silent(reading: Reading, clause: Clause, cue: Cue) -> bool:
    """Whether somebody says nothing: "gab keine Einzelheiten bekannt" (gave no details)."""
    return cue.verb.lemma in words_with_part("silence") and any(
        reading.low[place] in NEGATIONS or reading.low[place].startswith(NO_PREFIX)
        for place in range(clause.start, clause.end)
    )


def _rule(reading: Reading, clause: Clause, cue: Cue) -> str:
    words = range(clause.start, clause.end)
    if any(
        reading.low[place] in cue.verb.prepositions and place not in (at for at, _ in cue.places)
        for place in words
    ):
        return "reported/about"
    takes = cue.verb.takes
    if not takes.isdisjoint({"naming", "naming-for"}) and _names(reading, clause):
        return "reported/naming"
    if "object" in takes or "acc" in takes or ("dat" in takes and not cue.passive):
        return "reported/object" if _has_object(reading, clause, cue) else ""
    return ""


def _can_speak(reading: Reading, speaker: Range) -> bool:
    """Whether a subject can be somebody who speaks: no man, dies, no number and no thing."""
    first, last = speaker
    if last == first + 1:
        return reading.low[first] not in NO_SPEAKERS
    nouns = [place for place in range(first, last) if reading.pos[place] in NOMINAL]
    if not nouns or reading.pos[first] == "NUM":
        return False
    return reading.pos[nouns[0]] == "PROPN" or not is_thing(reading.lemma[nouns[0]])


def _names(reading: Reading, clause: Clause) -> bool:
    return any(reading.low[place] in NAMING_WORDS for place in range(clause.start, clause.end))


def _has_object(reading: Reading, clause: Clause, cue: Cue) -> bool:
    if cue.passive:
        return True
    nouns = [place for place in range(clause.start, clause.end) if reading.pos[place] in NOMINAL]
    return any(place > cue.finite for place in nouns) or len(nouns) > 1


def _extent(
    reading: Reading, number: int, clauses: list[Clause], cue: Cue, taken: list[Draft]
) -> Range | None:
    """The sentence; inside a frame phrase what the phrase is about ("Laut Polizei gestand er …").

    The clause alone, if another clause of the sentence is attributed.
    """
    first, end = reading.sentences[number]
    if not taken:
        return first, end
    if any(draft.sentence != number for draft in taken):
        return None
    here = [draft for draft in taken if draft.sentence == number]
    around = [draft for draft in here if draft.covers(cue.verb_at)]
    if around and all(draft.rule.startswith("frame/") for draft in around):
        return next((a, b) for a, b in around[0].quote if a <= cue.verb_at < b)
    clause = clauses[cue.clause]
    end = next((at for at in clause.finite if at > cue.verb_at), clause.end)
    while end < clause.end and end > cue.verb_at and reading.low[end] != AND:
        end -= 1
    if end < clause.end and end > cue.verb_at and not around:
        return clause.start, end
    if around and reading.mood[cue.finite] == "sub1":
        return clause.start, clause.end
    direct = [draft for draft in here if draft.type == "Direct"]
    if direct and all(draft.rule == "direct/in-clause" for draft in here):
        return first, reading.sentences[number][1]
    if around or direct:
        return None
    return clause.start, clause.end
