"""Quoted passages inside other speech, and what tells them from names and scare quotes.

"Sie sagte, das sei „ein guter Tag“ und „ein Anfang“": the roles are those of the speech around.
"""

from __future__ import annotations

from dataclasses import replace

from quellenlage.attribution.drafts import Draft, by_sentence
from quellenlage.attribution.marks import Passage
from quellenlage.attribution.reading import NOMINAL, Reading
from quellenlage.german.clause_words import JOINERS

__all__ = ["joined", "length_of", "name_like", "nested", "nested_in_running_speech"]

NESTED_LENGTH = 2
"""Inside indirect speech a passage of as many words is speech; single words are scare quotes."""


def nested_in_running_speech(
    reading: Reading, running: list[Draft], direct: list[Draft]
) -> list[Draft]:
    """Passages inside speech that runs on: "Der Plan sei „völlig unrealistisch“"."""
    found: list[Draft] = []
    taken = {draft.start for draft in direct if draft.type == "Direct"}
    touching = by_sentence(reading, running)
    for passage in reading.passages:
        if passage.start not in taken:
            sentence = reading.sentence_of[passage.start]
            draft = nested(reading, passage, sentence, touching.get(sentence, []))
            found += [draft] if draft else []
    return found


def nested(reading: Reading, passage: Passage, sentence: int, drafts: list[Draft]) -> Draft | None:
    """A passage inside indirect speech: "sagte, das sei „ein guter Tag“"."""
    if not _worth_nesting(reading, passage):
        return None
    outer = next(
        (
            draft
            for draft in drafts
            if draft.covers(passage.start) and draft.type in ("Indirect", "IndirectFreeIndirect")
        ),
        None,
    )
    if outer is None:
        return None
    return Draft(
        type="Direct",
        quote=[(passage.start, passage.end)],
        rule="direct/nested",
        sentence=sentence,
        speaker=outer.speaker,
        cue=outer.cue,
        frame=outer.frame,
        addressee=outer.addressee,
        medium="Speech" if outer.medium in ("SW", "ST") else outer.medium,
    )


def joined(reading: Reading, passage: Passage, found: list[Draft]) -> Draft | None:
    """A passage joined to one before by und or a comma: "als „träge“ und „blind“"."""
    before = found[-1] if found else None
    if before is None or before.end + 1 != passage.start or not before.cue:
        return None
    if reading.low[before.end] not in JOINERS and reading.tokens[before.end] != ",":
        return None
    if before.rule not in ("direct/in-clause", "direct/nested", "direct/joined"):
        return None
    return replace(before, quote=[(passage.start, passage.end)], rule="direct/joined")


def _worth_nesting(reading: Reading, passage: Passage) -> bool:
    """Whether a passage inside speech is speech: no name, and no single capitalised word."""
    length = length_of(reading, passage)
    first, _ = passage.content
    if length < NESTED_LENGTH and reading.tokens[first][:1].isupper():
        return False
    return length > 0 and not name_like(reading, passage)


def name_like(reading: Reading, passage: Passage) -> bool:
    """Whether a passage looks like a name or title: capitalised, no verb, few words."""
    first, last = passage.content
    if any(reading.finite[place] for place in range(first, last)) and last - first > 3:
        return False
    before = reading.pos[passage.start - 1] if passage.start else ""
    return reading.tokens[first][:1].isupper() and (
        before in NOMINAL or (reading.tokens[last - 1][:1].isupper() and last - first <= 4)
    )


def length_of(reading: Reading, passage: Passage) -> int:
    """The words of a passage, without its marks and punctuation."""
    first, last = passage.content
    return sum(reading.pos[place] != "PUNCT" for place in range(first, last))
