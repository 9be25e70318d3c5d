"""Complements: which clauses hold what a verb of saying says.

1. to the right: after a colon; a clause with dass, ob or a question word; a verb-second clause in
   the Konjunktiv (or the indicative, for verbs that take quotes); a zu-infinitive;
2. to the left, if the verb opens its clause: "Der Zug fahre später, teilte die Bahn mit" (the
   train would leave later, the railway said), with the rest behind the frame, if any;
3. around a wie-clause: "Wie die Bahn mitteilte, fährt …" (as the railway said).
"""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.attribution.clauses import Clause, has_subjunctive, is_condition
from quellenlage.attribution.cues import Cue
from quellenlage.attribution.extents import complement_end
from quellenlage.attribution.reading import Range, Reading
from quellenlage.attribution.speakers import subject_after
from quellenlage.german.clause_words import (
    CITES,
    COMPLEMENTIZERS,
    CONTINUING_COORDINATORS,
    CORRELATES,
    DEGREES,
    FOR,
    FRAME_OPENERS,
    HOW,
    NOBODY,
    PURPOSE,
    QUESTION_WORDS,
    REFLEXIVE,
    SO,
    TEXT_VERBS,
)
from quellenlage.german.speech import words_with_part

__all__ = ["Complement", "complement_of"]


@dataclass
class Complement:
    """What is said and the frame around the verb, as words; `limit` ends the frame's clause."""

    quote: list[Range]
    frame: list[Range]
    side: str
    rule: str
    limit: int


def complement_of(
    reading: Reading, clauses: list[Clause], cue: Cue, sentence: Range
) -> Complement | None:
    """What a verb of saying says, if it is a clause or a quoted passage."""
    clause = clauses[cue.clause]
    if reading.low[clause.opener] == HOW and cue.finite > clause.opener and clause.finite:
        if _compares(reading, clause, cue):
            return None
        return _around(reading, clauses, cue, sentence)
    if _wie_before(reading, clauses, cue):
        return _around(reading, clauses, cue, sentence)
    if _opens(reading, clause, cue) and (found := _left(reading, clauses, cue, sentence)):
        return found
    return _right(reading, clauses, cue, sentence)


def _compares(reading: Reading, clause: Clause, cue: Cue) -> bool:
    """Whether wie compares or asks: "wie es in Bonn der Fall sei", "wie weit es sich ausbreitete".

    Nobody's saying is told by such a clause.
    """
    words = reading.low[clause.opener + 1 : clause.end]
    if "attitude" in cue.verb.takes or (words and words[0] in DEGREES):
        return True
    return REFLEXIVE in words and "reflexive" not in cue.verb.takes


def _wie_before(reading: Reading, clauses: list[Clause], cue: Cue) -> bool:
    """Whether a wie-clause at the beginning was cut by an apposition: "Wie Thorn, Chef, sagte"."""
    first = clauses[0]
    return (
        0 < cue.clause <= 2
        and reading.low[first.start] == HOW
        and not first.finite
        and all(clause.kind == "frag" for clause in clauses[: cue.clause])
        and cue.last == clauses[cue.clause].end - 1
    )


def _opens(reading: Reading, clause: Clause, cue: Cue) -> bool:
    """Whether the verb is the first word of its clause, or follows only so, das, dies."""
    if cue.finite == clause.start:
        return True
    return cue.finite == clause.start + 1 and reading.low[clause.start] in FRAME_OPENERS


def _left(reading: Reading, clauses: list[Clause], cue: Cue, sentence: Range) -> Complement | None:
    number = cue.clause
    if number == 0 or clauses[number].lead not in (",", "", "–", "-"):
        return None
    before = clauses[_left_start(clauses, number) : number]
    start, end = before[0].start, before[-1].end
    passage = reading.passage_at(end - 1)
    quoted = passage is not None and passage.end == end
    if passage and quoted and passage.start > start and reading.tokens[passage.start - 1] in ":.":
        start = passage.start
    parted = _parted(clauses, number)
    if not quoted and not parted and not any(clause.kind == "main" for clause in before):
        return None
    wanted = ("that", "quote", "says-it") if quoted else ("that", "says-it", "cites")
    if cue.verb.takes.isdisjoint(wanted):
        return None
    clause = clauses[number]
    if not quoted and reading.low[clause.start] != SO and not _has_subject(reading, clause, cue):
        return None
    last = _frame_last(reading, clauses, number)
    frame_end = clauses[last].end
    quote: list[Range] = [(start, end)]
    if last + 1 < len(clauses) and _continues(reading, clauses[last + 1]):
        rest = (clauses[last + 1].start, reading.body_end(sentence))
        quote.append(rest)
        frame_end = rest[0]
    elif last + 1 < len(clauses):
        frame_end += 1
    return Complement(quote, [(end, frame_end)], "left", "frame-after", clauses[last].end)


def _continues(reading: Reading, clause: Clause) -> bool:
    """Whether what is said goes on behind a frame, and not with a new quotation."""
    if clause.kind == "rel" or clause.lead in (":", ";"):
        return False
    passage = reading.passage_at(clause.start)
    return passage is None or passage.start != clause.start or passage.end - passage.start < 6


def _parted(clauses: list[Clause], number: int) -> bool:
    """Whether a frame parts a clause before its verb: "Die Brücke, sagte sie, sei sicher"."""
    if number + 1 >= len(clauses) or clauses[number + 1].lead != ",":
        return False
    after = clauses[number + 1]
    return after.kind == "main" and after.first_finite == after.start


def _left_start(clauses: list[Clause], number: int) -> int:
    first = number
    while first > 0 and clauses[first].lead != ";":
        first -= 1
    return first


def _has_subject(reading: Reading, clause: Clause, cue: Cue) -> bool:
    """Whether somebody speaks behind the verb; "Jan Weiß, Chef, sagte, dass" has him in front."""
    if cue.verb.lemma in TEXT_VERBS:
        return True
    if cue.passive:
        return cue.verb.lemma == CITES or "quote" in cue.verb.takes
    if "reflexive" in cue.verb.takes and "quote" not in cue.verb.takes:
        return False
    return subject_after(reading, cue.finite, clause.end, clause.end) is not None


def _frame_last(reading: Reading, clauses: list[Clause], number: int) -> int:
    """The last clause of a frame: appositions and infixes behind the verb belong to it."""
    last = number
    while last + 1 < len(clauses):
        after = clauses[last + 1]
        if (
            after.kind != "frag"
            or after.lead not in (",", "(", ")")
            or after.end - after.start > 10
        ):
            break
        if reading.passage_of[after.start] >= 0 and after.end - after.start > 6:
            break
        last += 1
    return last


def _around(
    reading: Reading, clauses: list[Clause], cue: Cue, sentence: Range
) -> Complement | None:
    number = cue.clause
    clause = clauses[number]
    body_end = reading.body_end(sentence)
    if clause.start == sentence[0] or _wie_before(reading, clauses, cue):
        after = _after_insertions(clauses, number)
        if after is None:
            return None
        start = clauses[after].start
        return Complement(
            [(start, body_end)], [(sentence[0], start)], "right", "as-said", clause.end
        )
    if clause.lead not in (",", "(", "–", "-"):
        return None
    first = _left_start(clauses, number)
    if not any(c.finite or reading.passage_of[c.end - 1] >= 0 for c in clauses[first:number]):
        return None
    quote: list[Range] = [(clauses[first].start, clauses[number - 1].end)]
    last = _frame_last(reading, clauses, number)
    frame_end = clauses[last].end
    if last + 1 < len(clauses):
        frame_end = clauses[last + 1].start
        quote.append((frame_end, body_end))
    return Complement(
        quote, [(clauses[number - 1].end, frame_end)], "left", "as-said", clauses[last].end
    )


def _after_insertions(clauses: list[Clause], number: int) -> int | None:
    """The next clause that is no insertion behind a wie-clause."""
    for after in range(number + 1, len(clauses)):
        if clauses[after].kind not in ("frag", "rel") or after == len(clauses) - 1:
            return after
    return None


def _right(reading: Reading, clauses: list[Clause], cue: Cue, sentence: Range) -> Complement | None:
    number = cue.clause
    if _impersonal(reading, clauses[number], cue):
        return None
    if any(later > cue.verb_at for later in clauses[number].finite if later > cue.finite):
        return None
    for after in range(number + 1, len(clauses)):
        clause = clauses[after]
        rule = _opens_complement(reading, clauses, cue, after)
        if rule:
            end = complement_end(reading, clauses, cue, after, sentence)
            start = clause.start
            if rule.startswith("verb-second") and clause.first_finite == start:
                start = _parted_start(clauses, number, after)
            if rule == "infinitive" and cue.last == clauses[number].end - 1:
                start = _listing_start(clauses, number, after)
            return Complement(
                [(start, end)],
                [(_frame_start(clauses, number), start)],
                "right",
                rule,
                clauses[after - 1].end,
            )
        if not _insertion(reading, clause):
            return None
    return None


def _parted_start(clauses: list[Clause], number: int, after: int) -> int:
    """Where a clause begins whose subject is parted from its verb: "der Zug, der kam, sei leer"."""
    first = clauses[number + 1]
    return first.start if first.kind == "frag" and first.lead == "," else clauses[after].start


def _listing_start(clauses: list[Clause], number: int, after: int) -> int:
    """Where an infinitive begins that lists: "hat ihm vorgeworfen, Öl, Salz und Fisch zu horten".

    Only behind a verb that closes its clause, where no apposition can follow.
    """
    between = clauses[number + 1 : after]
    listing = all(clause.kind == "frag" and clause.lead == "," for clause in between)
    return between[0].start if between and listing else clauses[after].start


def _impersonal(reading: Reading, clause: Clause, cue: Cue) -> bool:
    """Whether nobody in particular speaks: "man weiß", "niemand glaubt"."""
    return cue.finite >= 0 and any(
        reading.low[place] in NOBODY
        for place in range(max(clause.start, cue.finite - 1), min(clause.end, cue.finite + 3))
    )


def _insertion(reading: Reading, clause: Clause) -> bool:
    """Whether a clause may stand between a verb of saying and what it says."""
    return clause.kind in ("rel", "frag") or (
        clause.kind == "sub" and reading.low[clause.opener] not in COMPLEMENTIZERS
    )


def _frame_start(clauses: list[Clause], number: int) -> int:
    first = number
    while first > 0 and clauses[first].lead != ";":
        first -= 1
    return clauses[first].start


def _opens_complement(reading: Reading, clauses: list[Clause], cue: Cue, after: int) -> str:
    """The rule by which a clause begins what is said; "" if it does not."""
    clause, takes = clauses[after], cue.verb.takes
    quoted = reading.passage_at(clause.start)
    if quoted and quoted.start == clause.start and not takes.isdisjoint(("quote", "that")):
        if clause.lead == ":":
            return "colon"
        if after == cue.clause + 1 and quoted.end - quoted.start > 5:
            return "quote-right"
    if clause.lead == ":":
        spoken = clause.finite and "quote" in takes and after == cue.clause + 1
        if spoken and has_subjunctive(reading, clause):
            return "colon"
        told = spoken and clause.kind == "main" and "that" in takes
        return "colon-indicative" if told and _just_said(clauses[cue.clause], cue) else ""
    correlate = _correlate(reading, clauses[cue.clause], cue)
    clausal = "that" in takes or correlate or "know" in takes or "goes-forth" in takes
    word = reading.low[clause.opener]
    clausal = (
        clausal
        or "passive-that" in takes
        or ("cites" in takes and cue.passive)
        or ("naming-for" in takes and FOR in reading.low[clauses[cue.clause].start : clause.start])
    )
    if clause.kind == "sub" and word in COMPLEMENTIZERS and clausal:
        return "that-clause"
    if clause.kind == "sub" and word in QUESTION_WORDS and "wh" in takes:
        return "question-clause"
    if clause.kind == "inf":
        if word in PURPOSE:
            return ""
        return "infinitive" if "to" in takes or correlate else ""
    if clause.kind == "main" and (clausal or "says-it" in takes):
        return _verb_second(reading, clauses, cue, after)
    return ""


def _just_said(clause: Clause, cue: Cue) -> bool:
    """Whether a colon follows a verb of saying at once: "Die Klinik betont: Es ist ernst."."""
    at_once = cue.finite >= 0 and cue.last >= clause.end - 1
    return at_once and clause.kind == "main" and not cue.passive


def _shows(reading: Reading, clause: Clause, cue: Cue) -> bool:
    """Whether an attitude stands with the verb: "zeigte sich überzeugt, dass …"."""
    return "attitude" in cue.verb.takes and not words_with_part("attitude").isdisjoint(
        reading.low[clause.start : clause.end]
    )


def _correlate(reading: Reading, clause: Clause, cue: Cue) -> bool:
    """Whether davon, darauf, dazu … points to the clause that follows."""
    own = cue.verb.takes & CORRELATES
    if own:
        return any(reading.low[place] in own for place in range(clause.start, clause.end))
    return any(reading.low[place] in CORRELATES for place in range(clause.start, clause.end)) and (
        bool(cue.verb.prepositions) or not cue.verb.takes.isdisjoint(CORRELATES)
    )


def _verb_second(reading: Reading, clauses: list[Clause], cue: Cue, after: int) -> str:
    clause = clauses[after]
    if is_condition(reading, clauses[cue.clause]):
        return ""
    if reading.low[clause.start] in CONTINUING_COORDINATORS:
        return ""
    if clauses[cue.clause].kind == "sub" and clause.finite[0] == clause.start:
        return ""
    if has_subjunctive(reading, clause):
        return "verb-second"
    if any(
        has_subjunctive(reading, later)
        for later in clauses[after + 1 : after + 2]
        if later.kind == "main"
    ):
        return "verb-second"
    plain = "quote" in cue.verb.takes and after == cue.clause + 1
    first = clause.finite[0] > clause.opener
    return (
        "verb-second-indicative" if plain and first and not _object(reading, clauses, cue) else ""
    )


def _object(reading: Reading, clauses: list[Clause], cue: Cue) -> bool:
    """Whether the clause of the verb holds a second noun phrase that could be its object."""
    clause = clauses[cue.clause]
    if cue.finite < 0:
        return False
    behind = [reading.pos[place] for place in range(cue.finite + 1, clause.end)]
    return "object" in cue.verb.takes and "NOUN" in behind
