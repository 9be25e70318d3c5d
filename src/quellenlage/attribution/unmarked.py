"""Somebody's words without quotation marks, lost in pasting or set as a block of their own.

1. a paragraph behind a frame that ends with a colon: "Er erklärte:¶ Für uns ist das einfach.";
2. a sentence about *ich* or *wir* beside speech in its paragraph: "Ich glaube das nicht. Es ergibt
   keinen Sinn, sagte Holm" – and behind speech as the paragraph after it;
3. a title in marks, whose words the text gives again with their speaker.
"""

from __future__ import annotations

from quellenlage.attribution.clauses import Clause
from quellenlage.attribution.cues import Cue
from quellenlage.attribution.drafts import Draft, by_sentence
from quellenlage.attribution.phrases import phrase_end
from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.attribution.subjects import speaker_of_cue
from quellenlage.german.clause_words import FIRST_PERSON, PEOPLE, VERBATIM

__all__ = ["block_speech", "first_person_speech", "same_words_again"]

LONGEST_BLOCK = 120
"""Words of the longest paragraph read as a block of speech; a longer one is the article's own."""
SHORTEST_TITLE = 4
"""Words of the shortest title whose words are looked for in the text again."""


def block_speech(
    reading: Reading,
    clauses: dict[int, list[Clause]],
    cues: dict[int, list[Cue]],
    taken: dict[int, list[Draft]],
) -> list[Draft]:
    """1. Paragraphs without marks behind a frame with a colon."""
    found: list[Draft] = []
    for number in range(len(reading.sentences) - 1):
        first, end = reading.sentences[number]
        if reading.tokens[end - 1] != ":" or not _breaks(reading, number):
            continue
        block = _block(reading, number + 1, taken)
        speaker = _announced(reading, clauses[number], cues[number], end - 1) if block else None
        if block and speaker:
            found.append(
                Draft(
                    type="Direct",
                    quote=[block],
                    rule="unmarked/block",
                    sentence=number + 1,
                    speaker=[speaker],
                    frame=[(first, end)],
                    medium="Speech",
                )
            )
    return found


def _breaks(reading: Reading, number: int) -> bool:
    return reading.paragraph[number + 1] > reading.paragraph[number]


def _block(reading: Reading, number: int, taken: dict[int, list[Draft]]) -> Range | None:
    """The paragraph that begins with a sentence, if nobody else is heard in it."""
    last = number
    while last + 1 < len(reading.sentences) and not _breaks(reading, last):
        last += 1
    start, end = reading.sentences[number][0], reading.sentences[last][1]
    heard = any(taken.get(at) for at in range(number, last + 1))
    marked = any(reading.passage_of[place] >= 0 for place in range(start, end))
    plain = any(reading.finite[place] for place in range(start, end))
    return (
        (start, end)
        if plain and not heard and not marked and end - start <= LONGEST_BLOCK
        else None
    )


def _announced(
    reading: Reading, clauses: list[Clause], cues: list[Cue], colon: int
) -> Range | None:
    """Who is announced: the subject of a verb of saying, or "Holm wörtlich:"."""
    spoken = [cue for cue in cues if cue.finite >= 0 and "quote" in cue.verb.takes]
    for cue in reversed(spoken):
        speaker = speaker_of_cue(reading, clauses, cue, colon)
        if clauses[cue.clause].kind == "main" and speaker and reading.low[speaker[0]] != PEOPLE:
            return speaker
    start = clauses[-1].start if clauses else colon
    end = phrase_end(reading, start, colon)
    named = any(reading.pos[place] in NOMINAL for place in range(start, end))
    return (
        (start, end) if named and reading.low[end:colon] in [[word] for word in VERBATIM] else None
    )


def first_person_speech(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """2. Sentences in the first person beside somebody's speech."""
    taken = by_sentence(reading, drafts)
    found: list[Draft] = []
    for number, place in enumerate(reading.sentences):
        if taken.get(number) or not _first_person(reading, place):
            continue
        source = _beside(reading, number, taken)
        if source is None:
            continue
        draft = Draft(
            type="Direct",
            quote=[place],
            rule="unmarked/first-person",
            sentence=number,
            speaker=source.speaker,
            medium="Speech",
            origin=source,
        )
        found.append(draft)
        taken[number] = [draft]
    return found


def _first_person(reading: Reading, place: Range) -> bool:
    words = [at for at in range(*place) if reading.low[at] in FIRST_PERSON]
    return bool(words) and all(reading.passage_of[at] < 0 for at in words)


def _beside(reading: Reading, number: int, taken: dict[int, list[Draft]]) -> Draft | None:
    """The speech right before a sentence, else right behind it in the same paragraph."""
    behind = number + 1
    near = [*taken.get(number - 1, [])]
    if behind < len(reading.sentences) and not _breaks(reading, number):
        near += [one for one in taken.get(behind, []) if one.rule == "verb/frame-after"]
    spoken = [one for one in near if one.type in ("Direct", "Indirect") and _named(reading, one)]
    return spoken[0] if spoken else None


def _named(reading: Reading, draft: Draft) -> bool:
    """Whether speech has a frame with somebody in it who is no *ich* of an interview."""
    plain = draft.origin or draft
    return bool(plain.cue and draft.speaker) and any(
        reading.pos[place] in NOMINAL for place in range(*draft.speaker[0])
    )


def same_words_again(reading: Reading, drafts: list[Draft]) -> None:
    """3. Gives a title in marks the speaker of the same words in the text."""
    known = {_words(reading, draft): draft for draft in drafts if draft.speaker}
    for draft in drafts:
        if draft.speaker or draft.type != "Direct":
            continue
        words = _words(reading, draft)
        again = known.get(words) if len(words) >= SHORTEST_TITLE else None
        if again is not None:
            draft.speaker, draft.origin = again.speaker, again


def _words(reading: Reading, draft: Draft) -> tuple[str, ...]:
    return tuple(
        reading.low[place]
        for first, last in draft.quote
        for place in range(first, last)
        if reading.pos[place] != "PUNCT"
    )
