"""Indirect speech: a verb of saying and the clause it takes."""

from __future__ import annotations

from quellenlage.attribution.clauses import Clause, has_subjunctive
from quellenlage.attribution.complements import Complement, complement_of
from quellenlage.attribution.cues import Cue
from quellenlage.attribution.drafts import Draft
from quellenlage.attribution.phrases import phrase_end
from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.attribution.speakers import addressee_in, subject_after, subject_before
from quellenlage.german.clause_words import (
    AGENTS,
    AND,
    DATIVE_ARTICLES,
    ES,
    HOW,
    POINTS_AHEAD,
    SAYS_IT,
    SUBJECT_ARTICLES,
    TEXT_PLACES,
    TEXT_VERBS,
    WITH_SUBJECT_ONLY,
)
from quellenlage.german.speech import is_thing, speech_noun

__all__ = ["indirect_speech", "speaker_and_relays", "speaker_of_cue", "subject_of"]


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
        agent = _agent(reading, clause)
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


def speaker_of_cue(
    reading: Reading,
    clauses: list[Clause],
    cue: Cue,
    limit: int | None = None,
    inverted: bool = False,
) -> Range | None:
    """Who speaks, writes or thinks: the subject of the verb, or "von …" in the passive."""
    clause = clauses[cue.clause]
    if cue.finite < 0:
        return _controlling_subject(reading, clauses, cue)
    if cue.verb.lemma in TEXT_VERBS:
        return _text_that_speaks(reading, clause, cue)
    if cue.passive and "cites" in cue.verb.takes:
        return subject_before(reading, clause.start, cue.finite) or subject_after(
            reading, cue.finite, clause.end, clause.end
        )
    if cue.passive:
        return _agent(reading, clause)
    bound = limit if limit and limit > clause.end else clause.end
    if not inverted and cue.finite == clause.opener and cue.clause:
        behind = subject_after(reading, cue.finite, clause.end, bound)
        if behind and _set_in(reading, clauses, cue):
            return behind
        return _earlier_subject(reading, clauses, cue.clause) or behind
    return subject_of(reading, clauses, cue.clause, cue.finite, bound)


def _set_in(reading: Reading, clauses: list[Clause], cue: Cue) -> bool:
    """Whether a frame is set into what is said: "Dieser Plan, forderte Holm, „muss …“"."""
    before = clauses[cue.clause - 1]
    clause = clauses[cue.clause]
    subject = reading.pos[cue.finite + 1 : cue.finite + 2]
    return (
        before.kind == "frag"
        and clause.lead == ","
        and clause.kind == "main"
        and not any(earlier.finite for earlier in clauses[: cue.clause])
        and subject in (["PROPN"], ["DET"], ["PRON"])
        and cue.clause + 1 < len(clauses)
    )


def subject_of(
    reading: Reading, clauses: list[Clause], number: int, verb: int, bound: int
) -> Range | None:
    """The subject of the finite verb `verb` in clause `number`."""
    clause = clauses[number]
    opener = clause.opener
    if clause.kind == "rel":
        return _relative_subject(reading, clauses, number)
    if clause.kind == "sub":
        return subject_after(reading, opener, clause.end, clause.end)
    if verb == clause.opener:
        return subject_after(reading, verb, clause.end, bound) or _earlier_subject(
            reading, clauses, number
        )
    start = _predicate_start(reading, clause, verb)
    if start == verb:
        earlier = [at for at in clause.finite if at < start]
        return subject_of(reading, clauses, number, earlier[0], earlier[0] + 1)
    before = subject_before(reading, start, verb)
    after = subject_after(reading, verb, clause.end, bound)
    if before and after and (_better_behind(reading, after) or _of_things(reading, before)):
        return after
    if before and start == clause.start and number:
        return _with_clauses_before(reading, clauses, number, before, verb)
    if before or after:
        return before or after
    if start > clause.start:
        earlier = [at for at in clause.finite if at < start]
        if earlier:
            return subject_of(reading, clauses, number, earlier[0], earlier[0] + 1)
    return _earlier_subject(reading, clauses, number)


def _predicate_start(reading: Reading, clause: Clause, verb: int) -> int:
    """Where the predicate of a verb begins: behind the und that joins it to another one."""
    for at in range(verb - 1, clause.start, -1):
        if reading.low[at] == AND and any(finite < at for finite in clause.finite):
            return at + 1
    return clause.start


def _of_things(reading: Reading, phrase: Range) -> bool:
    """Whether a phrase is about something that never speaks: "Die Vorwürfe dementierte Holm"."""
    nouns = [place for place in range(*phrase) if reading.pos[place] in NOMINAL]
    return bool(nouns) and reading.pos[nouns[0]] == "NOUN" and is_thing(reading.lemma[nouns[0]])


def _better_behind(reading: Reading, after: Range) -> bool:
    """Whether the phrase behind the verb must be the subject: "den Plan lobte er" (he praised)."""
    return reading.low[after[0]] in WITH_SUBJECT_ONLY and after[1] == after[0] + 1


def _with_clauses_before(
    reading: Reading, clauses: list[Clause], number: int, before: Range, verb: int
) -> Range:
    """A subject that began clauses earlier: "Die Frau, die ihn fand, eine Ärztin, sagte"."""
    first = number
    while (
        first > 0
        and clauses[first - 1].kind in ("rel", "frag")
        and clauses[first].lead
        in (
            ",",
            "(",
            ")",
            "–",
            "-",
        )
    ):
        first -= 1
    if first == number or clauses[first].kind != "frag":
        return before
    head = subject_before(reading, clauses[first].start, clauses[first].end)
    return (head[0], before[1]) if head else before


def _earlier_subject(reading: Reading, clauses: list[Clause], number: int) -> Range | None:
    """The subject of clauses before, for a verb that has none of its own.

    "Die Frau, die ihn fand, sagte" (the woman who found him said); "Er ging, sagte aber noch …".
    """
    first = number - 1
    told = _indicative(reading, clauses[number])
    while first >= 0 and (
        clauses[first].kind in ("rel", "sub", "inf")
        or (told and has_subjunctive(reading, clauses[first]))
    ):
        first -= 1
    if first < 0:
        return None
    clause = clauses[first]
    if clause.kind == "frag":
        while first > 0 and clauses[first].kind == "frag" and clauses[first - 1].kind == "frag":
            first -= 1
        clause = clauses[first]
        found = subject_before(reading, clause.start, clause.end)
        if found and clauses[number - 1].kind == "frag" and number - 1 > first:
            return found[0], clauses[number - 1].end
        return found
    if clause.kind == "main":
        return subject_of(reading, clauses[: first + 1], first, clause.finite[0], clause.end)
    return None


def _indicative(reading: Reading, clause: Clause) -> bool:
    """Whether a clause is told by the article itself: "…, und warnte, dass" (and warned that)."""
    return bool(clause.finite) and reading.mood[clause.finite[0]] == "ind"


def _relative_subject(reading: Reading, clauses: list[Clause], number: int) -> Range | None:
    """The pronoun of "die den Mut hervorhob", or the subject behind an object pronoun."""
    clause = clauses[number]
    pronoun = clause.opener
    if reading.low[pronoun] in SUBJECT_ARTICLES:
        behind = subject_after(reading, pronoun, clause.end, clause.end)
        if behind is None or reading.low[pronoun] == "der":
            return pronoun, pronoun + 1
        return (pronoun, pronoun + 1) if reading.low[pronoun] == "die" else behind
    return subject_after(reading, pronoun, clause.end, clause.end)


def _controlling_subject(reading: Reading, clauses: list[Clause], cue: Cue) -> Range | None:
    if cue.clause == 0:
        return None
    return _earlier_subject(reading, clauses, cue.clause)


def _agent(reading: Reading, clause: Clause) -> Range | None:
    """ "von Anwohnern" or "durch die Stadt" with a passive verb."""
    for place in range(clause.start, clause.end - 1):
        if reading.low[place] in AGENTS:
            end = phrase_end(reading, place + 1, clause.end)
            if end > place + 1:
                return place + 1, end
    return None


def _text_that_speaks(reading: Reading, clause: Clause, cue: Cue) -> Range | None:
    """ "In [dem Brief] heißt es", "aus [dem Papier] geht hervor"."""
    for place in range(clause.start, clause.end - 1):
        if reading.low[place] in TEXT_PLACES:
            end = phrase_end(reading, place + 1, clause.end)
            if end > place + 1 and any(
                reading.pos[at] in ("NOUN", "PROPN") for at in range(place + 1, end)
            ):
                return place + 1, end
    if reading.low[clause.start] in DATIVE_ARTICLES:
        end = phrase_end(
            reading, clause.start, cue.finite if cue.finite > clause.start else clause.end
        )
        head = speech_noun(reading.lemma[end - 1]) if end > clause.start else None
        return (clause.start, end) if head else None
    return None
