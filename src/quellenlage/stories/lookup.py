"""Which stories an article could belong to: those of its days that share one of its telling words.

Stories are filed by word and by stretch of days, so that what is compared does not grow with the
months that went before. An article without a day is looked for in all stretches.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from datetime import date

__all__ = ["OVER_AFTER", "Lookup"]

OVER_AFTER = 5
"""Days without an article after which a story is over."""
WIDEST_POSTING = 60
"""Stories of one stretch that share a word beyond which it is no way to look them up."""
MOST_COMPARED = 20
"""Stories that an article is compared with, those with most telling words in common."""
UNKNOWN = -1
"""The stretch of what has no day."""
_ALL = -2


class Lookup:
    """Stories by their words; `undated` tells whether anything without a day is to come."""

    def __init__(self, *, undated: bool) -> None:
        self._postings: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
        self._undated = undated

    def file(self, story: int, words: Iterable[str], day: date | None) -> None:
        """Files a story under the words of an article of that day."""
        stretches = (stretch(day), _ALL) if self._undated else (stretch(day),)
        for word in words:
            for place in stretches:
                self._postings[place, word].add(story)

    def near(
        self, words: Iterable[str], first: date | None, last: date | None, but: Container[int] = ()
    ) -> list[int]:
        """The stories about those days that share most telling words, those in `but` left out."""
        places = self._places(first, last)
        shared: Counter[int] = Counter()
        for word in words:
            stories: set[int] = set()
            for place in places:
                posting = self._postings.get((place, word), ())
                if len(posting) <= WIDEST_POSTING:
                    stories.update(posting)
            shared.update(stories)
        ranked = sorted(shared, key=lambda story: (-shared[story], story))
        return [story for story in ranked if story not in but][:MOST_COMPARED]

    def _places(self, first: date | None, last: date | None) -> list[int]:
        if first is None or last is None:
            return [_ALL] if self._undated else [UNKNOWN]
        own = range(stretch(first) - 1, stretch(last) + 2)
        return [*own, UNKNOWN] if self._undated else list(own)


def stretch(day: date | None) -> int:
    """The stretch of days that a day lies in; a story that is not over reaches into the next."""
    return day.toordinal() // (OVER_AFTER + 1) if day else UNKNOWN
