"""Speech or writing: who speaks settles what the verb leaves open.

1. a person speaks: "Weiß teilte mit" (Speech);
2. a text or a paper is written: "die Studie kommt …", "das Blatt berichtet" (Writing);
3. an office or firm does either: "die Stadt erklärte" (SW).
"""

from __future__ import annotations

from bisect import bisect_left

from quellenlage.attribution.drafts import Draft
from quellenlage.attribution.links import is_medium
from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.german.clause_words import PERSONAL_PRONOUNS
from quellenlage.german.speech import speech_noun, words_with_part

__all__ = ["settle_media"]

_OPEN = frozenset({"Speech", "SW", "Writing"})


def settle_media(reading: Reading, drafts: list[Draft]) -> None:
    """Sets the medium of speech that could be spoken or written by who its speaker is."""
    persons = _persons(reading)
    for draft in drafts:
        if draft.medium not in _OPEN or not draft.speaker:
            continue
        speaker = draft.speaker[0]
        if _person(reading, speaker, persons):
            draft.medium = "Speech" if draft.medium == "SW" else draft.medium
        elif is_medium(reading, speaker) or _text(reading, speaker):
            draft.medium = "Writing"
        elif draft.medium == "Speech" and draft.type in ("Indirect", "Reported"):
            draft.medium = "Speech" if draft.rule.startswith("frame/so") else "SW"


def _persons(reading: Reading) -> set[int]:
    """The words that are names of persons."""
    starts = [word.start for word in reading.words]
    found: set[int] = set()
    for mention in reading.article.mentions:
        if mention.label == "PER":
            found.update(
                range(bisect_left(starts, mention.start), bisect_left(starts, mention.end))
            )
    return found


def _person(reading: Reading, speaker: Range, persons: set[int]) -> bool:
    first, last = speaker
    if reading.low[first] in PERSONAL_PRONOUNS and last == first + 1:
        return True
    endings = tuple(words_with_part("person-ending"))
    return any(
        place in persons
        or (reading.pos[place] in NOMINAL and reading.lemma[place].endswith(endings))
        for place in range(first, last)
    )


def _text(reading: Reading, speaker: Range) -> bool:
    """Whether the first noun of a speaker is a text: "die Studie", "dem Bericht"."""
    for place in range(*speaker):
        if reading.pos[place] in NOMINAL:
            noun = speech_noun(reading.lemma[place])
            return noun is not None and noun.medium == "Writing"
    return False
