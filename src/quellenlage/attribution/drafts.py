"""What a rule writes down: an attribution in words, before it becomes one in characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from quellenlage.attribution.reading import Range, Reading
from quellenlage.model import AttributionType, Medium

__all__ = ["Draft", "DraftLink", "by_sentence"]


@dataclass(slots=True)
class DraftLink:
    """One link of a chain, as ranges of words."""

    speakers: list[Range]
    anonymous: bool = False
    relay: bool = False


@dataclass(slots=True)
class Draft:
    """An attribution as ranges of words, with the name of the rule that made it.

    `relays` are those who pass on the speaker's words: the paper that quotes him. `origin` is the
    speech that this one goes on with.
    """

    type: AttributionType
    quote: list[Range]
    rule: str
    sentence: int
    speaker: list[Range] = field(default_factory=list)
    cue: list[Range] = field(default_factory=list)
    frame: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)
    medium: Medium = "SW"
    relays: list[Range] = field(default_factory=list)
    origin: Draft | None = None
    links: list[DraftLink] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The first word of the quote."""
        return min(self.quote)[0]

    @property
    def end(self) -> int:
        """The word after the last one of the quote."""
        return max([last for _, last in self.quote])

    def covers(self, place: int) -> bool:
        """Whether a word belongs to the quote."""
        return any(first <= place < last for first, last in self.quote)


def by_sentence(reading: Reading, drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """The drafts under the number of every sentence that their quotes touch."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        first, last = reading.sentence_of[draft.start], reading.sentence_of[draft.end - 1]
        for number in range(first, last + 1):
            found.setdefault(number, []).append(draft)
    return found
