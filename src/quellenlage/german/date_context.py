"""What a date is read by: the calendar, its sentence, and the days named before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from quellenlage.german.date_calendar import Calendar, Toward
from quellenlage.german.date_patterns import Found
from quellenlage.german.date_tense import is_since, is_target, toward
from quellenlage.model import Word

__all__ = ["Builder", "Builders", "Context", "Value"]


class Value(NamedTuple):
    """The type and the TIMEX3 value of an expression."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str


@dataclass
class Context:
    """Where the reading of a text stands: one for each article, moved on by `dates`."""

    calendar: Calendar
    topical: bool = False
    """Whether the text tells the news of days: it names a weekday, or the hour of a day."""
    words: Sequence[Word] = ()
    """The sentence."""
    in_sentence: str | None = None
    """The last day named in the sentence."""
    last_day: str | None = None
    """The last full day named in the text."""
    keep_day: bool = True
    """Whether what is read becomes the last day: "am Vortag" does not."""
    last_year: str | None = None
    """The last year named in the text."""
    last_month: str | None = None
    """The last month named with its year."""

    def toward(self, found: Found) -> Toward:
        """Where the clause of an expression points."""
        return toward(self.words, found.extents[0][0] if found.extents else found.start)

    def toward_period(self, found: Found) -> Toward:
        """The same for a month or a day without its year: set as a term it need not be past."""
        place = found.extents[0][0] if found.extents else found.start
        if is_since(self.words, place):
            return Toward.SINCE
        found_toward = self.toward(found)
        is_term = found_toward == Toward.PAST and is_target(self.words, place)
        return Toward.PRESENT if is_term else found_toward

    def word(self, index: int) -> str:
        """A word of the sentence in lower case; empty outside it."""
        return self.words[index].text.lower() if 0 <= index < len(self.words) else ""

    def day(self) -> str:
        """The day that an hour without a day belongs to."""
        return self.in_sentence or self.calendar.day()


Builder = Callable[[Found, Context], list[Value] | None]
"""Builds one value for each marked extent; None where the pattern does not mean a date."""
Builders = Mapping[str, Builder]
