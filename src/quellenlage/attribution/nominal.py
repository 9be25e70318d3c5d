"""Nouns that take what is said: "die Behauptung, er habe gelogen", "Berichte, wonach er ging".

1. wonach, demzufolge open the clause;
2. a noun of utterance stands right before the comma of a dass-clause, a zu-infinitive or a
   verb-second clause in the Konjunktiv.
"""

from __future__ import annotations

from quellenlage.attribution.clauses import Clause, has_subjunctive
from quellenlage.attribution.drafts import Draft
from quellenlage.attribution.phrases import phrase_end
from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.attribution.subjects import subject_of
from quellenlage.german.clause_words import (
    COMPLEMENTIZERS,
    DETERMINERS,
    GENITIVE,
    OF,
    OWNERS,
    PREPOSITIONS,
    PURPOSE,
    RELATIVE_PRONOUNS,
    SUBJECT_ARTICLES,
)
from quellenlage.german.speech import SpeechNoun, speech_noun, words_with_part

__all__ = ["nominal_speech"]

_FURTHEST_NOUN = 12
"""A noun of utterance stands at most this many words before its clause."""


def nominal_speech(
    reading: Reading, number: int, clauses: list[Clause], taken: list[Draft]
) -> list[Draft]:
    """The attributions whose cue is a noun."""
    drafts: list[Draft] = []
    for at in range(1, len(clauses)):
        clause = clauses[at]
        if any(draft.start == clause.start for draft in taken):
            continue
        wonach = _according_to(reading, clause)
        rule = "noun/wonach" if wonach else _rule(reading, clauses, at)
        if not rule:
            continue
        noun = _noun_before(reading, clauses[at - 1])
        if noun and rule == "noun/infinitive" and "to" not in noun[1].uses:
            continue
        if noun or (wonach and clause.kind != "rel"):
            drafts.append(_draft(reading, number, clauses, at, noun, rule))
    return drafts


def _according_to(reading: Reading, clause: Clause) -> bool:
    """Whether a clause begins with wonach, or with nach and a relative pronoun ("nach denen")."""
    at = clause.opener
    if reading.low[at] in words_with_part("relative"):
        return True
    return (
        clause.kind == "rel"
        and reading.low[at] in words_with_part("relative-preposition")
        and reading.low[at + 1] in RELATIVE_PRONOUNS
    )


def _rule(reading: Reading, clauses: list[Clause], at: int) -> str:
    clause = clauses[at]
    if clause.lead != ",":
        return ""
    if clause.kind == "sub" and reading.low[clause.opener] in COMPLEMENTIZERS:
        return "noun/that-clause"
    if clause.kind == "inf" and reading.low[clause.opener] not in PURPOSE:
        return "noun/infinitive"
    if clause.kind == "main" and has_subjunctive(reading, clause):
        return "noun/verb-second"
    return ""


def _noun_before(reading: Reading, clause: Clause) -> tuple[int, SpeechNoun] | None:
    last = clause.end - 1 - (clause.kind in ("rel", "sub") and reading.finite[clause.end - 1])
    for place in range(last, max(clause.start, clause.end - _FURTHEST_NOUN) - 1, -1):
        if reading.finite[place]:
            return None
        if reading.pos[place] in NOMINAL:
            noun = speech_noun(reading.lemma[place])
            if noun and "clause" in noun.uses:
                return place, noun
            if not _owned(reading, place, clause.start):
                return None
    return None


def _owned(reading: Reading, place: int, floor: int) -> bool:
    """Whether a noun is the owner of one before it: "die Behauptung [der Firma Thorn]"."""
    start = place
    while start > floor and reading.pos[start - 1] in ("ADJ", "PROPN", "NOUN"):
        start -= 1
    return start > floor and (reading.low[start - 1] in GENITIVE or reading.low[start - 1] in OF)


def _draft(
    reading: Reading,
    number: int,
    clauses: list[Clause],
    at: int,
    noun: tuple[int, SpeechNoun] | None,
    rule: str,
) -> Draft:
    clause = clauses[at]
    words = 2 if clause.kind == "rel" else 1
    start = clause.opener + words if rule == "noun/wonach" else clause.start
    last = at
    while last + 1 < len(clauses) and not _ends(reading, clauses[last + 1]):
        last += 1
    end = (
        clauses[last].end
        if last + 1 < len(clauses)
        else reading.body_end(reading.sentences[number])
    )
    cue: list[Range] = []
    speaker: Range | None = None
    if noun:
        place = noun[0]
        first = place
        floor = clauses[at - 1].opener + (clauses[at - 1].kind == "rel")
        while first > max(clauses[at - 1].start, floor) and (
            reading.pos[first - 1] in ("ADJ",) or reading.low[first - 1] in DETERMINERS
        ):
            first -= 1
        cue = [(first, place + 1)]
        speaker = _owner(reading, first, place, clauses[at - 1].end)
        if rule == "noun/wonach":
            speaker = (first, max(phrase_end(reading, first, clauses[at - 1].end), place + 1))
        elif speaker is None:
            speaker = _subject_beside(reading, clauses, at - 1, first, place)
            cue = _with_verb(reading, clauses[at - 1], first, place) if speaker else cue
    if rule == "noun/wonach":
        cue = [(clause.opener, clause.opener + words)]
    return Draft(
        type="Indirect",
        quote=[(start, max(end, start + 1))],
        rule=rule,
        sentence=number,
        speaker=[speaker] if speaker else [],
        cue=cue,
        frame=[(clauses[0].start, start)],
        medium=noun[1].medium if noun else "SW",
    )


def _ends(reading: Reading, clause: Clause) -> bool:
    """Whether the sentence around the noun goes on with this clause."""
    if clause.lead == ";":
        return True
    return clause.kind == "main" and not has_subjunctive(reading, clause)


def _subject_beside(
    reading: Reading, clauses: list[Clause], at: int, first: int, place: int
) -> Range | None:
    """The subject of the clause with the noun: "Sie kam zu dem Schluss, dass …"."""
    clause = clauses[at]
    if not clause.finite or (reading.low[first] in SUBJECT_ARTICLES and first == clause.start):
        return None
    found = subject_of(reading, clauses[: at + 1], at, clause.finite[0], clause.end)
    if found is None or found[0] <= place < found[1]:
        return None
    return found


def _with_verb(reading: Reading, clause: Clause, first: int, place: int) -> list[Range]:
    """The cue of a noun with its verb: "[kam] gestern [zu dem Schluss]"."""
    if first > clause.start and reading.low[first - 1] in PREPOSITIONS:
        first -= 1
    verb, end = clause.finite[0], place + 1
    while end < clause.end and (reading.pos[end] in ("VERB", "AUX") or end == clause.end - 1):
        end += 1
    return [(first, end)] if first <= verb < end else sorted([(verb, verb + 1), (first, end)])


def _owner(reading: Reading, first: int, place: int, limit: int) -> Range | None:
    """Whose utterance it is: the genitive or von-phrase behind the noun."""
    after = place + 1
    if after < limit and reading.low[after] in GENITIVE:
        end = phrase_end(reading, after, limit)
        return (after, end) if end > after else None
    if after < limit and reading.low[after] in OWNERS:
        end = phrase_end(reading, after + 1, limit)
        return (after + 1, end) if end > after + 1 else None
    return None
