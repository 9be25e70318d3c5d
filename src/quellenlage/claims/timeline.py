"""The timeline: what articles date to a day, in order of the days."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from quellenlage.model import Article, Claim, Span, TimelineEntry

__all__ = ["timeline"]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_YEAR = re.compile(r"(\d{4})$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-([QH])(\d)$")
_PART_MONTHS = {"Q": 3, "H": 6}
_UNANCHORED = re.compile(r"XXXX-(\d\d|WXX-\d)")
NESTED = 16
"""Passages that begin before a date among which the one around it is looked for."""


def timeline(articles: Iterable[Article], claims: Sequence[Claim]) -> list[TimelineEntry]:
    """Every dated passage with the claim it stands in, earliest first; undated days come last."""
    places = _places(claims)
    entries = [
        TimelineEntry(
            date=found.value,
            start=bounds[0],
            end=bounds[1],
            article=article.id,
            span=Span(found.start, found.end),
            claim=_claim_at(places.get(article.id, ()), found.start, found.end),
        )
        for article in articles
        for found in article.dates
        if found.type in ("DATE", "TIME") and (bounds := _bounds(found.value)) is not None
    ]
    return sorted(entries, key=lambda e: (e.start is None, e.start or e.date, e.article, e.span))


def _places(claims: Iterable[Claim]) -> Mapping[str, list[tuple[int, int, str]]]:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for claim in claims:
        for assertion in claim.assertions:
            found.setdefault(assertion.article, []).append(
                (assertion.start, assertion.end, claim.id)
            )
    return {article: sorted(places) for article, places in found.items()}


def _claim_at(places: Sequence[tuple[int, int, str]], start: int, end: int) -> str | None:
    """The claim of the shortest passage in which something stands."""
    behind = bisect_right(places, start, key=lambda place: place[0])
    near = places[max(0, behind - NESTED) : behind]
    holding = [(b - a, claim) for a, b, claim in near if end <= b]
    return min(holding)[1] if holding else None


def _bounds(value: str) -> tuple[str | None, str | None] | None:
    """First and last day of a TIMEX3 value.

    No days for a day without its year ("XXXX-10-08"), None for what cannot be placed.
    """
    if day := _DAY.match(value):
        return day.group(), day.group()
    if month := _MONTH.match(value):
        return _months(int(month[1]), int(month[2]), 1)
    if part := _PART.match(value):
        length = _PART_MONTHS[part[2]]
        return _months(int(part[1]), (int(part[3]) - 1) * length + 1, length)
    if week := _WEEK.match(value):
        return _week(int(week[1]), int(week[2]), 6 if week[3] else 1)
    if _YEAR.match(value):
        return f"{value}-01-01", f"{value}-12-31"
    return (None, None) if _UNANCHORED.match(value) else None


def _months(year: int, first: int, count: int) -> tuple[str, str] | None:
    last = first + count - 1
    if not year or not 1 <= first <= last <= 12:
        return None
    days = calendar.monthrange(year, last)[1]
    return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{days:02}"


def _week(year: int, number: int, weekday: int) -> tuple[str, str] | None:
    """A week, or its weekend, to its Sunday."""
    try:
        days = [date.fromisocalendar(year, number, day) for day in (weekday, 7)]
    except ValueError:
        return None
    return days[0].isoformat(), days[1].isoformat()
