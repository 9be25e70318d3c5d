"""The timeline: what articles date to a day, in order of the days."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence

from quellenlage.model import Article, Claim, Span, TimelineEntry

__all__ = ["timeline"]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_YEAR = re.compile(r"(\d{4})$")
_UNANCHORED = re.compile(r"XXXX-|\d{4}-W")


def timeline(articles: Iterable[Article], claims: Sequence[Claim]) -> list[TimelineEntry]:
    """Every dated passage with the claim it stands in, earliest first; undated days come last."""
    places = _places(claims)
    entries = [
        TimelineEntry(
            date=date.value,
            start=bounds[0],
            end=bounds[1],
            article=article.id,
            span=Span(date.start, date.end),
            claim=_claim_at(places.get(article.id, ()), date.start, date.end),
        )
        for article in articles
        for date in article.dates
        if date.type in ("DATE", "TIME") and (bounds := _bounds(date.value)) is not None
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
    holding = [(b - a, claim) for a, b, claim in places if a <= start and end <= b]
    return min(holding)[1] if holding else None


def _bounds(value: str) -> tuple[str | None, str | None] | None:
    """First and last day of a TIMEX3 value; no days for one without a year, None for others."""
    if day := _DAY.match(value):
        return day.group(), day.group()
    if month := _MONTH.match(value):
        year, number = int(month[1]), int(month[2])
        if 1 <= number <= 12 and year:
            last = calendar.monthrange(year, number)[1]
            return f"{value}-01", f"{value}-{last:02}"
    if _YEAR.match(value):
        return f"{value}-01-01", f"{value}-12-31"
    return (None, None) if _UNANCHORED.match(value) else None
