"""Whose verb of saying it is: the subject of a verb, the agent of a passive, the text that speaks.

"[Die Stadt] sagte", "wurde von [der Stadt] bestätigt", "in [dem Brief] heißt es"; over clauses that
part them, and with the object first ("Den Plan lobte [sie]").
"""

from __future__ import annotations

from quellenlage.attribution.clauses import Clause, has_subjunctive
from quellenlage.attribution.cues import Cue
from quellenlage.attribution.phrases import phrase_end
from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.attribution.speakers import subject_after, subject_before
from quellenlage.german.clause_words import (
    AGENTS,
    AND,
    DATIVE_ARTICLES,
    EITHER_CASE,
    NOMINATIVES,
    SUBJECT_ARTICLES,
    TEXT_PLACES,
    TEXT_VERBS,
    WITH_SUBJECT_ONLY,
)
from quellenlage.german.institutions import body_noun
from quellenlage.german.offices import office_noun
from quellenlage.german.speech import is_thing, speech_noun

__all__ = ["agent_of", "speaker_of_cue", "subject_of"]

MASCULINE = "m"


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
        return _text_that_speaks(reading, clauses, cue)
    if cue.passive and "cites" in cue.verb.takes:
        return _cited(reading, clause, cue)
    if cue.passive:
        return agent_of(reading, clause)
    bound = limit if limit and limit > clause.end else clause.end
    if not inverted and cue.finite == clause.opener and cue.clause:
        behind = subject_after(reading, cue.finite, clause.end, bound)
        if behind and (_set_in(reading, clauses, cue) or _better_behind(reading, behind)):
            return behind
        return _earlier_subject(reading, clauses, cue.clause) or behind
    return subject_of(reading, clauses, cue.clause, cue.finite, bound)


def _cited(reading: Reading, clause: Clause, cue: Cue) -> Range | None:
    """Who is quoted: "[Holm] wird zitiert", "wie [Holm] vom Sender zitiert wird"."""
    found = subject_before(reading, clause.start, cue.finite) or subject_after(
        reading, cue.finite, clause.end, clause.end
    )
    if found is None:
        return None
    agents = (at for at in range(found[0] + 1, found[1]) if reading.low[at] in AGENTS)
    return found[0], next(agents, found[1])


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
        if number and _told_before(reading, verb, earlier):
            return _earlier_subject(reading, clauses, number)
        return subject_of(reading, clauses, number, earlier[0], earlier[0] + 1)
    if clause.kind == "main" and start == clause.start and clause.finite[0] < verb:
        return subject_of(reading, clauses, number, clause.finite[0], bound)  # a mark is missing
    before = subject_before(reading, start, verb)
    after = subject_after(reading, verb, clause.end, bound)
    if before and after and _object_first(reading, before, after):
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


def _told_before(reading: Reading, verb: int, earlier: list[int]) -> bool:
    """Whether und joins a verb to the frame over what is said: "sagte, es regne und warnte"."""
    moods = {reading.mood[at] for at in earlier}
    return reading.mood[verb] == "ind" and moods == {"sub1"}


def _predicate_start(reading: Reading, clause: Clause, verb: int) -> int:
    """Where the predicate of a verb begins: behind the und that joins it to another one."""
    for at in range(verb - 1, clause.start, -1):
        if reading.low[at] == AND and any(finite < at for finite in clause.finite):
            return at + 1
    return clause.start


def _object_first(reading: Reading, before: Range, after: Range) -> bool:
    """Whether the phrase behind a verb must be its subject: "Den Plan lobte er", "Die Idee lobte
    [der Minister]", where der can be no other case, "Die Vorwürfe dementierte Holm"."""
    if _better_behind(reading, after) or _of_things(reading, before):
        return True
    return reading.low[before[0]] in EITHER_CASE and _masculine_subject(reading, after)


def _masculine_subject(reading: Reading, phrase: Range) -> bool:
    """Whether a phrase is the nominative of an office or body known as masculine.

    "der Minister" is, and "der Vorsitzende", for of a woman it would be "der Vorsitzenden".
    """
    if reading.low[phrase[0]] not in NOMINATIVES:
        return False
    noun = next((reading.tokens[at] for at in range(*phrase) if reading.pos[at] == "NOUN"), "")
    known = (office_noun(noun) or body_noun(noun)) if noun else None
    return known is not None and (known.gender == MASCULINE or known.noun.endswith(noun + "r"))


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


def agent_of(reading: Reading, clause: Clause) -> Range | None:
    """ "von Anwohnern" or "durch die Stadt" with a passive verb."""
    for place in range(clause.start, clause.end - 1):
        if reading.low[place] in AGENTS and not _belongs_to_noun(reading, clause, place):
            end = phrase_end(reading, place + 1, clause.end)
            if end > place + 1:
                return place + 1, end
    return None


def _belongs_to_noun(reading: Reading, clause: Clause, place: int) -> bool:
    """Whether "von …" before the verb hangs on a noun: "Der Führung von Thorn wird …"."""
    first = clause.first_finite
    return clause.start < place < first and reading.pos[place - 1] in NOMINAL


def _text_that_speaks(reading: Reading, clauses: list[Clause], cue: Cue) -> Range | None:
    """ "In [dem Brief] heißt es", "aus [dem Papier] geht hervor", also over a relative clause."""
    clause = clauses[cue.clause]
    found = _text_in(reading, clause, cue)
    opens = cue.finite == clause.opener and clause.kind == "main"
    for earlier in reversed(clauses[: cue.clause] if opens and found is None else []):
        if earlier.kind != "rel":
            return _text_in(reading, earlier, cue) if earlier.kind == "frag" else None
    return found


def _text_in(reading: Reading, clause: Clause, cue: Cue) -> Range | None:
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
