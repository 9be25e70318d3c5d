"""Frames without a verb: "laut Polizei", "nach Angaben der Stadt", "Berichten zufolge", "so Weiß".

1. laut, gemäß + noun phrase; nach + phrase with a noun of utterance as its head;
2. noun phrase + zufolge; phrase with a noun of utterance + nach ("meiner Ansicht nach");
3. ", so X" and "so X weiter" behind or inside what is said;
4. demnach, danach: the source of the sentence before goes on;
5. für + phrase at the beginning is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quellenlage.attribution.clauses import Clause
from quellenlage.attribution.drafts import Draft
from quellenlage.attribution.phrases import phrase_end, phrase_start
from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.german.clause_words import (
    ACCUSATIVE,
    DATIVE,
    GENITIVE,
    NOT_OF_UTTERANCE,
    OBJECTS,
    OWNER_ENDINGS,
    POSSESSIVES,
    PRONOUNS_SUBJECT,
    RESTING_OPENERS,
    RULES_NOT_TIMES,
    SO,
    SOURCES,
    SPELT_APART,
)
from quellenlage.german.date_lexicon import tells_when
from quellenlage.german.speech import frame_words, speech_noun, words_with_part
from quellenlage.model import Medium

__all__ = ["framed_speech", "source_in_frame"]

NEEDED = {"any": "frame", "noun": "frame", "view": "view"}
"""The use of the noun that must head a frame phrase, by what its preposition needs."""


@dataclass(slots=True)
class _Frame:
    """A frame phrase: its extent, its cue, its source phrase, and the rule."""

    extent: Range
    cue: Range
    speaker: Range | None
    medium: Medium
    rule: str


def framed_speech(
    reading: Reading, number: int, clauses: list[Clause], taken: list[Draft]
) -> list[Draft]:
    """The attributions that a sentence makes by frame phrases."""
    drafts: list[Draft] = []
    for at, clause in enumerate(clauses):
        if frame := _so_frame(reading, clauses, at):
            drafts.append(_around(reading, number, clauses, at, frame))
            continue
        behind = clause.start
        for place in range(clause.start, clause.end):
            if place < behind or reading.low[place] not in _marks():
                continue
            found = _frame_at(reading, clauses, at, place)
            if found:
                drafts.append(_draft(reading, number, clauses, at, found, taken))
                behind = found.extent[1]
    return drafts


@cache
def _marks() -> frozenset[str]:
    """The words that a frame is known by, before or behind its phrase."""
    return frozenset((*frame_words("before"), *frame_words("after"), SPELT_APART[-1])) | (
        words_with_part("continuing")
    )


def _frame_at(reading: Reading, clauses: list[Clause], at: int, place: int) -> _Frame | None:
    low, clause = reading.low[place], clauses[at]
    if reading.passage_of[place] >= 0:
        return None
    fronted = frame_words("before").get(low)
    if fronted and (found := _fronting(reading, clauses, at, place, fronted)):
        return found
    if low == SPELT_APART[-1]:
        return _behind(reading, clause, place, "any")
    if behind := frame_words("after").get(low):
        return _behind(reading, clause, place, behind)
    if low in words_with_part("continuing"):
        return _continuing(reading, clause, place)
    return None


def _fronting(
    reading: Reading, clauses: list[Clause], at: int, place: int, needs: str
) -> _Frame | None:
    clause, needs_noun = clauses[at], needs != "any"
    end = phrase_end(reading, place + 1, clause.end)
    if clause.start == place and clause.kind == "main" and clause.finite[0] > place + 1:
        end = max(end, clause.finite[0]) if not needs_noun or end > place + 1 else end
        end = clause.finite[0] if clause.finite[0] - place < 25 else end
    if end == place + 1:
        return None
    head = _head_noun(reading, place + 1, end, NEEDED[needs])
    if needs_noun and (head < 0 or reading.low[head + 1 : head + 2] in OBJECTS):
        return None
    rule = f"frame/{reading.low[place]}" if needs_noun else "frame/laut"
    if head > place + 1 and reading.low[place + 1].startswith(POSSESSIVES):
        end = head + 1  # "nach ihren Angaben | Schäden am Dach": the speaker is in the pronoun
    end = _with_apposition(reading, clauses, at, end)
    medium = _medium(reading, place + 1, end, head)
    last = _before_resting(reading, place + 1, end)
    return _Frame((place, end), (place, place + 1), (place + 1, last), medium, rule)


def _before_resting(reading: Reading, start: int, end: int) -> int:
    """The end of a source phrase before "unter Berufung auf"."""
    words = words_with_part("resting-on")
    for place in range(start + 1, end - 1):
        if reading.low[place + 1] in words and reading.low[place] in RESTING_OPENERS:
            return place
    return end


def _with_apposition(reading: Reading, clauses: list[Clause], at: int, end: int) -> int:
    """The end of a frame phrase with an apposition between commas behind it."""
    if end != clauses[at].end or at + 1 >= len(clauses):
        return end
    after = clauses[at + 1]
    if (
        after.kind == "frag"
        and after.lead == ","
        and phrase_end(reading, after.start, after.end) == after.end
    ):
        return after.end
    return end


def _head_noun(reading: Reading, start: int, end: int, use: str = "frame") -> int:
    """The place of the noun of utterance that heads a phrase, -1 if another noun does.

    A genitive may stand before it: "[Holms] Meinung", Holm's opinion.
    """
    for place in range(start, min(end, start + 6)):
        if reading.pos[place] in NOMINAL:
            noun = speech_noun(reading.lemma[place]) or speech_noun(reading.tokens[place])
            if noun and use in noun.uses:
                return place
            if not _owns_next(reading, place, end):
                return -1
    return -1


def _owns_next(reading: Reading, place: int, end: int) -> bool:
    """Whether a name in the genitive stands before the noun it belongs to: "Holms Meinung"."""
    return (
        reading.pos[place] == "PROPN"
        and place + 1 < end
        and reading.low[place].endswith(OWNER_ENDINGS)
        and reading.pos[place + 1] in NOMINAL
    )


def _medium(reading: Reading, start: int, end: int, head: int) -> Medium:
    noun = speech_noun(reading.lemma[head]) if head >= 0 else None
    if noun:
        return noun.medium
    relays = words_with_part("relay")
    for place in range(start, end):
        lemma = reading.lemma[place]
        if lemma in relays or any(lemma.endswith(relay) for relay in relays):
            return "Writing"
        text = speech_noun(lemma)
        if text:
            return text.medium
    return "SW"


def _dative_start(reading: Reading, start: int, end: int) -> int:
    """Where the phrase before zufolge begins: "hatte der Präsident | den Ärzten zufolge Fieber"."""
    inner = (
        at for at in range(end - 1, start, -1)
        if reading.low[at] in DATIVE | ACCUSATIVE and reading.pos[at - 1] in NOMINAL
    )  # fmt: skip
    return next(inner, start)


def _behind(reading: Reading, clause: Clause, place: int, needs: str) -> _Frame | None:
    """ "[Ersten Angaben] zufolge", "[Meiner Ansicht] nach", "[Gerüchten] zu Folge"."""
    first, second = SPELT_APART
    needs_noun = needs != "any"
    cue_start = place - 1 if reading.low[place] == second else place
    if reading.low[place] == second and reading.low[place - 1] != first:
        return None
    start = phrase_start(reading, cue_start, clause.start)
    if start == cue_start and cue_start > clause.start and reading.pos[cue_start - 1] == "PRON":
        start -= 1
    if start == cue_start:
        return None
    start = _dative_start(reading, start, cue_start)
    head = _head_noun(reading, start, cue_start)
    if needs_noun and (head < 0 or cue_start - start > 4):
        return None
    rule = "frame/nach" if needs_noun else "frame/zufolge"
    medium = _medium(reading, start, cue_start, head)
    return _Frame((start, place + 1), (cue_start, place + 1), (start, cue_start), medium, rule)


def _continuing(reading: Reading, clause: Clause, place: int) -> _Frame | None:
    """Demnach, danach at the beginning or right behind the verb."""
    low = reading.low[place]
    first = place == clause.start and clause.kind == "main" and clause.lead == ""
    inside = low == "demnach" and clause.kind in ("main", "sub", "rel")
    if not (first or inside) or (low == "danach" and not _rule_not_time(reading, clause)):
        return None
    here = (place, place + 1)
    return _Frame(here, here, here, "SW", f"frame/{low}")


def _rule_not_time(reading: Reading, clause: Clause) -> bool:
    """Whether danach means "according to it", as with a modal verb, and not "afterwards"."""
    return any(reading.mood[place] in ("sub1", "sub2") for place in clause.finite) or any(
        reading.lemma[place] in RULES_NOT_TIMES for place in range(clause.start, clause.end)
    )


def _so_frame(reading: Reading, clauses: list[Clause], at: int) -> _Frame | None:
    """ ", so die Polizei weiter" (according to the police) behind or inside what is said."""
    clause = clauses[at]
    if (
        reading.low[clause.start] != SO
        or clause.finite
        or at == 0
        or clause.start + 1 >= clause.end
    ):
        return None
    if clause.lead not in (",", "", "–", "-", "("):
        return None
    end = phrase_end(reading, clause.start + 1, clause.end)
    if end == clause.start + 1:
        return None
    first = clause.start + 1
    if not any(reading.pos[place] in NOMINAL for place in range(first, end)) and (
        reading.low[first] not in PRONOUNS_SUBJECT
    ):
        return None
    end = _with_apposition(reading, clauses, at, end)
    medium: Medium = _medium(reading, first, end, -1)
    last = clause.end if clause.end > end else end
    return _Frame(
        (clause.start, last),
        (clause.start, clause.start + 1),
        (first, end),
        "Speech" if medium == "SW" else medium,
        "frame/so",
    )


def _around(reading: Reading, number: int, clauses: list[Clause], at: int, frame: _Frame) -> Draft:
    first = at - 1
    while first > 0 and clauses[first].lead != ";":
        first -= 1
    quote: list[Range] = [(clauses[first].start, clauses[at - 1].end)]
    last = at
    while last + 1 < len(clauses) and clauses[last + 1].start < frame.extent[1]:
        last += 1
    frame_end = frame.extent[1]
    if (
        last + 1 < len(clauses)
        and clauses[last + 1].kind != "rel"
        and (clauses[last + 1].lead != ":")
    ):
        frame_end = clauses[last + 1].start
        quote.append((frame_end, reading.body_end(reading.sentences[number])))
    return Draft(
        type="Indirect",
        quote=quote,
        rule=frame.rule,
        sentence=number,
        speaker=[frame.speaker] if frame.speaker else [],
        cue=[frame.cue],
        frame=[(clauses[at - 1].end, frame_end)],
        medium=frame.medium,
    )


def _draft(
    reading: Reading,
    number: int,
    clauses: list[Clause],
    at: int,
    frame: _Frame,
    taken: list[Draft],
) -> Draft:
    start, end = frame.extent
    first, last = _scope(reading, number, clauses, at)
    for draft in taken:
        for a, b in draft.quote:
            if a <= start and end <= b and draft.type == "Indirect":
                first, last = max(first, a), min(last, b)
    tokens = reading.tokens
    open_end = end + 1 if end < last and tokens[end] == "," else end
    if start == first or tokens[start - 1] not in (",", "–", "-"):
        left: Range = (first, start)
    else:
        left = (first, start - 1)
    quote = [place for place in (left, (open_end, last)) if place[1] > place[0]]
    return Draft(
        type="Indirect",
        quote=quote or [(start, end)],
        rule=frame.rule,
        sentence=number,
        speaker=[frame.speaker] if frame.speaker else [],
        cue=[frame.cue],
        frame=[(left[1] if left[1] > left[0] else start, open_end)],
        medium=frame.medium,
    )


def _scope(reading: Reading, number: int, clauses: list[Clause], at: int) -> Range:
    """What a frame phrase is about: its relative or dass-clause, else the whole sentence."""
    clause = clauses[at]
    body_end = reading.body_end(reading.sentences[number])
    if clause.kind in ("rel", "sub") and at > 0:
        last = at
        while last + 1 < len(clauses) and not _closes(clauses, clause, last + 1):
            last += 1
        return clause.start, clauses[last].end
    first = at
    while first > 0 and clauses[first].lead != ";":
        first -= 1
    last = at
    while last + 1 < len(clauses) and clauses[last + 1].lead != ";":
        last += 1
    start = clauses[first].start
    return start, body_end if last + 1 == len(clauses) else clauses[last].end


def _closes(clauses: list[Clause], clause: Clause, after: int) -> bool:
    """Whether the clause behind a relative clause no longer belongs to it."""
    following = clauses[after]
    if following.kind == "main":
        return True
    return following.kind == "frag" and clause.kind == "rel"


def source_in_frame(reading: Reading, speaker: Range) -> Range:
    """Whose word a frame phrase names: "Angaben [der Polizei]"; else the phrase itself."""
    start, end = speaker
    head = max(_head_noun(reading, start, end, use) for use in NEEDED.values())
    if head > start and _owns_next(reading, head - 1, end):
        return start, head
    if head < 0 or head + 1 >= end:
        return speaker
    after = head + 1
    if reading.low[after] in SOURCES:
        dated = after + 1 < end and tells_when(reading.tokens[after + 1])
        return speaker if dated else (after + 1, end)
    if (
        reading.low[after] in GENITIVE
        or reading.pos[after] == "PROPN"
        or (
            reading.pos[after] in ("ADJ", "NOUN", "DET")
            and reading.low[after] not in NOT_OF_UTTERANCE
        )
    ):
        return after, end
    return speaker
