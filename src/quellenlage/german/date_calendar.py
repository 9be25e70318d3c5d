"""The calendar seen from the day of publication: days, weeks, months and years as TIMEX3 values.

Without that day the values stay partial: a Friday is XXXX-WXX-5, the 8th of October XXXX-10-08.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

__all__ = ["Calendar", "Toward", "easter", "read_day"]


class Toward(IntEnum):
    """Where an expression points: to what was, to what is going on, to what will be.

    SINCE is what must have been: "seit der Wahl im Dezember".
    """

    SINCE = -2
    PAST = -1
    PRESENT = 0
    FUTURE = 1


SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
NEAREST_MONTHS = 5
"""Months ahead up to which a month without its year is the coming one, whatever the tense: of the
news of one May, read through, seven of seven such months were ahead."""
LONG_AGO = 60
"""Days beyond which a day without its year is not behind a clause that looks ahead."""
YEARS = range(1000, 3000)
"""Years of publication that are believed; around them there is a calendar in both directions."""


def read_day(published: str | None) -> date | None:
    """The day of an ISO date or date-time; None where there is none, or one that cannot be."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if day.year in YEARS else None


def easter(year: int) -> date:
    """Easter Sunday of a year (anonymous Gregorian algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _shift(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


class Calendar(NamedTuple):
    """The calendar around a day; None where it is unknown."""

    today: date | None

    def day(self, offset: int = 0) -> str:
        """The day that lies so many days ahead."""
        moved = _shift(self.today, offset) if self.today else None
        return moved.isoformat() if moved else "XXXX-XX-XX"

    def week(self, offset: int = 0) -> str:
        """The week that lies so many weeks ahead."""
        moved = _shift(self.today, 7 * offset) if self.today else None
        return _week(moved) if moved else "XXXX-WXX"

    def weekend(self, toward: Toward) -> str:
        """The weekend before or after; one that has begun is the present one."""
        if self.today is None:
            return "XXXX-WXX-WE"
        began = self.today.isoweekday() >= 6
        return self.week(-1 if toward == Toward.PAST and not began else 0) + "-WE"

    def month(self, offset: int = 0) -> str:
        """The month that lies so many months ahead."""
        if self.today is None:
            return "XXXX-XX"
        years, month = divmod(self.today.year * 12 + self.today.month - 1 + offset, 12)
        return f"{years:04}-{month + 1:02}"

    def year(self, offset: int = 0) -> str:
        """The year that lies so many years ahead."""
        return f"{self.today.year + offset:04}" if self.today else "XXXX"

    def quarter(self, offset: int = 0) -> str:
        """The quarter that lies so many quarters ahead."""
        if self.today is None:
            return "XXXX-QX"
        year, quarter = divmod(self.today.year * 4 + (self.today.month - 1) // 3 + offset, 4)
        return f"{year:04}-Q{quarter + 1}"

    def decade(self, offset: int = 0) -> str:
        """The decade that lies so many decades ahead."""
        return f"{self.today.year // 10 + offset:03}" if self.today else "XXX"

    def century(self, offset: int = 0) -> str:
        """The century that lies so many centuries ahead."""
        return f"{self.today.year // 100 + offset:02}" if self.today else "XX"

    def weekday(self, number: int, toward: Toward, *, strict: bool = False) -> str:
        """The last such weekday, or the next; that of publication counts unless `strict`."""
        if self.today is None:
            return f"XXXX-WXX-{number}"
        least = 1 if strict else 0
        if toward == Toward.PAST:
            back = (self.today.isoweekday() - number - least) % 7 + least
            return self.day(-back)
        return self.day((number - self.today.isoweekday() - least) % 7 + least)

    def weekday_of(self, number: int, week: int) -> str:
        """The weekday of a week that lies so many weeks ahead."""
        if self.today is None:
            return f"XXXX-WXX-{number}"
        return self.day(7 * week + number - self.today.isoweekday())

    def named_month(self, month: int, toward: Toward) -> str:
        """The nearest such month, or the next; for what is past that of the year if it has been.

        What is told in the past need not be behind: in May, "die Reise zum Treffen Ende Juni hat er
        abgesagt" is about the next month, not the last June.
        """
        if self.today is None:
            return f"XXXX-{month:02}"
        ahead = (month - self.today.month) % 12
        been = toward == Toward.PAST and month < self.today.month
        nearest = NEAREST_MONTHS + (toward == Toward.PRESENT)
        since = toward == Toward.SINCE and ahead > 0
        if been or since or (toward != Toward.FUTURE and ahead > nearest):
            ahead -= 12
        return self.month(ahead)

    def last_month(self, month: int) -> str:
        """The last such month before the present one."""
        if self.today is None:
            return f"XXXX-{month:02}"
        return self.month((month - self.today.month) % 12 - 12)

    def day_of(self, month: int, day: int, toward: Toward) -> str:
        """The nearest such day of a month, or one that is not far behind if it is to come."""
        if self.today is None:
            return f"XXXX-{month:02}-{day:02}"
        years = (self.today.year - 1, self.today.year, self.today.year + 1)
        days = [found for year in years if (found := _day(year, month, day))]
        today = self.today
        if toward == Toward.SINCE:
            days = sorted(found for found in days if found <= today)[-1:] or days
        if toward == Toward.PAST and (month, day) <= (today.month, today.day):
            days = [found for found in days if found.year == today.year] or days
        if toward == Toward.FUTURE:
            days = [found for found in days if (today - found).days < LONG_AGO] or days
        near = min(days, key=lambda found: abs((found - today).days), default=None)
        return near.isoformat() if near else f"XXXX-{month:02}-{day:02}"

    def season(self, name: str, toward: Toward) -> str:
        """The last such season, the next, or the nearest."""
        month = self.named_month(SEASON_MONTHS[name], toward)
        if (
            toward in (Toward.PAST, Toward.SINCE)
            and self.today
            and SEASON_MONTHS[name] != self.today.month
        ):
            month = self.last_month(SEASON_MONTHS[name])
        if (
            toward == Toward.PRESENT
            and self.today is not None
            and (self.today.month - SEASON_MONTHS[name]) % 12 < 3
        ):
            month = self.named_month(SEASON_MONTHS[name], Toward.PAST)
        return f"{month[:4]}-{name}"

    def feast(self, rule: str, toward: Toward, year: int | None = None) -> str:
        """A feast by its day ("12-24") or its distance from Easter ("E-2")."""
        if not rule.startswith("E"):
            month, day = map(int, rule.split("-"))
            return f"{year}-{rule}" if year else self.day_of(month, day, toward)
        if year is None and self.today is None:
            return "XXXX-XX-XX"
        offset = timedelta(days=int(rule[1:]))
        if year is not None:
            return (easter(year) + offset).isoformat()
        today = self.today or date.min
        days = [easter(today.year + n) + offset for n in (-1, 0, 1)]
        if toward == Toward.PAST:
            return max(day for day in days if day <= today).isoformat()
        return min(days, key=lambda day: abs((day - today).days)).isoformat()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
