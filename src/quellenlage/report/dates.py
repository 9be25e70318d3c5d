"""The timeline as days, weeks and years as people write them, with what the articles put there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from quellenlage.model import TimelineEntry
from quellenlage.report.index import Index
from quellenlage.report.records import Passage
from quellenlage.report.texts import Texts

__all__ = ["Dated", "dated", "moment"]

ENTRIES = 80
"""Entries of the timeline that are shown."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)(?:T.*)?")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)(?:T.*)?")


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A date and what the articles put there."""

    date: str
    passages: list[tuple[Passage, int]]


def dated(
    articles: Sequence[str], numbers: dict[str, int], index: Index, texts: Texts
) -> list[Dated]:
    """The timeline of a story: dates in order, those without a year last."""
    own = set(articles)
    days: dict[str, dict[tuple[str, int], tuple[Passage, int]]] = defaultdict(dict)
    entries = [entry for entry in index.analysis.timeline if entry.article in own]
    entries.sort(key=lambda entry: (_order(entry), index.place[entry.article]))
    for entry in entries[:ENTRIES]:
        article = index.articles[entry.article]
        sentence = index.at(article, entry.span.start).sentence
        passage = index.marked(article, entry.span)
        number = numbers.get(entry.claim or "", 0)
        days[moment(entry.date, texts)].setdefault((article.id, sentence), (passage, number))
    return [Dated(date=day, passages=list(found.values())) for day, found in days.items()]


def _order(entry: TimelineEntry) -> tuple[bool, bool, str, str]:
    """Days with their year first, then those without, weekdays of unknown weeks last."""
    weekday = entry.start is None and bool(_WEEKDAY.match(entry.date))
    return entry.start is None, weekday, entry.start or entry.date, entry.end or ""


def moment(value: str, texts: Texts) -> str:
    """A TIMEX3 value as people write it: "XXXX-10-08" is the 8th of October of an open year."""
    if day := _DAY.match(value):
        return texts.date(day.group())
    if found := _YEARLESS.fullmatch(value):
        return texts("moment.day", day=int(found[2]), month=texts(f"month.{int(found[1])}"))
    if found := _WEEKDAY.fullmatch(value):
        return texts("moment.weekday", day=texts(f"weekday.{found[1]}"))
    if found := _WEEK.fullmatch(value):
        return texts("moment.week", week=int(found[2]), year=found[1])
    if found := _PART.fullmatch(value):
        return texts(f"moment.{found[2]}", n=found[3], year=found[1])
    if found := _MONTH.fullmatch(value):
        key = "moment.month_only" if found[1] == "XXXX" else "moment.month"
        return texts(key, month=texts(f"month.{int(found[2])}"), year=found[1])
    return value
