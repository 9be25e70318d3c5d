"""Periods with a name: months, seasons, quarters, years, decades, centuries, and the present."""

from __future__ import annotations

from quellenlage.german.date_calendar import Calendar, Toward
from quellenlage.german.date_context import Builders, Context, Value
from quellenlage.german.date_days import relative_year
from quellenlage.german.date_patterns import Found
from quellenlage.german.tables import word_set

__all__ = ["PERIODS"]

_OFFSETS = ("LAST", "NEXT", "AFTER", "THIS")
LATEST_PLAIN_YEAR = 2050
EARLIEST_PLAIN_YEAR = 1500
"""Four digits outside these years are no year unless "Jahr" stands beside them."""
TWENTIETH = "19"


def _offset(found: Found) -> int:
    return int(found.value(*_OFFSETS) or 0)


def _season_of(found: Found, context: Context) -> list[Value] | None:
    """A month or season, with its year or with the one that fits."""
    month, season = found.value("MONTH"), found.value("SEASON")
    calendar = context.calendar
    year = relative_year(found, calendar)
    if month and not season and _is_surname(found, context):
        return None
    offset = _offset(found)
    if year is None and month and offset < 0:
        return [Value("DATE", calendar.last_month(int(month)))]
    if year is None and offset:
        toward = Toward.PAST if offset < 0 else Toward.FUTURE
    else:
        toward = context.toward_period(found)
    if season and year is None and found.has("THIS"):
        year = calendar.year()
    if season:
        return [Value("DATE", f"{year}-{season}" if year else calendar.season(season, toward))]
    number = int(month or 0)
    value = f"{year}-{number:02}" if year else calendar.named_month(number, toward)
    return [Value("DATE", value)]


def _is_surname(found: Found, context: Context) -> bool:
    """Whether a month is a surname: a name stands before it ("Anna Mai")."""
    if found.end - found.start > 1 or found.start == 0:
        return False
    before = context.words[found.start - 1]
    return before.pos == "PROPN" and before.text[:1].isupper()


def _months(found: Found, context: Context) -> list[Value] | None:
    months = [int(value) for value in found.all_values("MONTH")]
    year = relative_year(found, context.calendar)
    toward = context.toward_period(found)
    return [
        Value("DATE", f"{year}-{month:02}" if year else context.calendar.named_month(month, toward))
        for month in months
    ]


def _seasons(found: Found, context: Context) -> list[Value] | None:
    return [Value("SET", f"P1{found.value('SEASONS', 'COLD')}")]


def _whole_season(found: Found, context: Context) -> list[Value] | None:
    return [Value("DURATION", f"P1{found.value('SEASON')}")]


def _quarter(found: Found, context: Context) -> list[Value] | None:
    number, kind = int(found.value("NTH", "ORD") or 0), found.value("QUARTER")
    if not 1 <= number <= (4 if kind == "Q" else 2):
        return None
    year = relative_year(found, context.calendar) or context.calendar.year()
    return [Value("DATE", f"{year}-{kind}{number}")]


def _decade(found: Found, context: Context) -> list[Value] | None:
    value = found.value("DECADE", "DECADEWORD") or ""
    return [Value("DATE", value if len(value) > 1 else TWENTIETH + value)]


def _century(found: Found, context: Context) -> list[Value] | None:
    """The 20th century is 19, the third millennium 2."""
    number = found.value("ORD", "NTH")
    if number is None:
        return [Value("DATE", context.calendar.century(_offset(found)))]
    if found.has("MILL"):
        return [Value("DATE", str(int(number) - 1))]
    return [Value("DATE", f"{int(number) - 1:02}")]


def _year(found: Found, context: Context) -> list[Value] | None:
    number = found.value("YEAR", "NUM") or ""
    if not number.isdigit():
        return None
    named = found.has("YR", "YRS", "YRG") or found.has("EDGE")
    if not named and not _is_plain_year(int(number), found, context):
        return None
    return [Value("DATE", f"{int(number):04}" if len(number) != 2 else TWENTIETH + number)]


def _is_plain_year(number: int, found: Found, context: Context) -> bool:
    """Whether four digits alone are a year and count nothing ("1500 Soldaten")."""
    if not EARLIEST_PLAIN_YEAR <= number <= LATEST_PLAIN_YEAR:
        return False
    before = found.words[found.start - 1] if found.start else None
    if before is not None and before.kind in ("APPROX", "THAN", "SOME"):
        return False
    if before is not None and before.kind in ("SEIT", "NOUN", "NAME", "YR", "YRS"):
        return True
    return not _counts(found, context, found.end)


def _counts(found: Found, context: Context, place: int) -> bool:
    words = found.words
    after = words[place] if place < len(words) else None
    if after is None:
        return False
    if after.kind in ("NOUN", "UNITS", "YRS", "DAYS", "WEEKENDS") or context.word(place) == "euro":
        return True
    if after.kind in ("BIS", "DASH") and place + 1 < len(words):
        second = words[place + 1]
        return second is not None and second.kind == "YEAR" and _counts(found, context, place + 2)
    adjective = after.kind == "ADJ" and context.words[place].pos == "ADJ"
    following = words[place + 1] if place + 1 < len(words) else None
    is_counted = following is not None and following.kind == "NOUN"
    return adjective and is_counted and not _participle(context.word(place))


def _participle(form: str) -> bool:
    stem = form.rstrip("nrsm").removesuffix("e")
    return stem.endswith("en") or ("ge" in stem and stem.endswith("t"))


def _year_range(found: Found, context: Context) -> list[Value] | None:
    """ "1950-53" is 1950 and 1953."""
    values = found.all_values("YEAR", "NUM")
    first, last = values[0], values[-1]
    if len(last) not in (2, 4) or not _is_plain_year(int(first), found, context):
        return None
    last = last if len(last) == 4 else first[:2] + last
    if int(last) <= int(first):
        return None
    return [Value("DATE", first), Value("DATE", last)]


def _years(found: Found, context: Context) -> list[Value] | None:
    """ "von 1999 bis 2008", and not "von 1500 bis 1850 Euro"."""
    first, last = found.all_values("YEAR")
    plain = EARLIEST_PLAIN_YEAR <= int(first) < int(last) <= LATEST_PLAIN_YEAR
    after = context.words[found.end].text if found.end < len(context.words) else ""
    if not plain or after in word_set("units"):
        return None
    return [Value("DATE", first), Value("DATE", last)]


def _edge(found: Found, context: Context) -> list[Value] | None:
    """The beginning, middle or end of a period: "Mitte nächsten Jahres", "Anfang der Woche"."""
    if word := found.value("EDGEWORD"):
        year = relative_year(found, context.calendar)
        value = year if year and word == "Y" else _period(context.calendar, word, 0)
        return [Value("DATE", value)]
    kind = found.value("YRG", "WEEK", "MON", "QUARTER") or "Y"
    return [Value("DATE", _period(context.calendar, kind, _offset(found)))]


def _relative_unit(found: Found, context: Context) -> list[Value] | None:
    """ "vergangene Woche", "im nächsten Jahr", "im Vorjahr"."""
    for word, kind in (("PREVYEAR", "Y"), ("THISYEAR", "Y"), ("PREVMONTH", "M"), ("PREVWEEK", "W")):
        if offset := found.value(word):
            return [Value("DATE", _period(context.calendar, kind, int(offset)))]
    kind = found.value("YR", "YRG", "WEEK", "MON", "QUARTER", "UNIT") or "Y"
    if kind in ("TH", "TM", "TS"):
        return [Value("DURATION", f"PT1{kind[1]}")]
    return [Value("DATE", _period(context.calendar, kind, _offset(found)))]


def _period(calendar: Calendar, kind: str, offset: int) -> str:
    periods = {
        "Y": calendar.year, "M": calendar.month, "W": calendar.week, "Q": calendar.quarter,
        "DE": calendar.decade, "CE": calendar.century,
    }  # fmt: skip
    return periods.get(kind, calendar.year)(offset)


def _of_period(found: Found, context: Context) -> list[Value] | None:
    """ "das Wort des Jahres", "im Laufe der Woche" are of the present year, the present week."""
    kind = found.value("YRG", "WEEK", "MON") or "Y"
    return [Value("DATE", _period(context.calendar, kind, 0))]


def _same_year(found: Found, context: Context) -> list[Value] | None:
    """ "im selben Jahr" is that of the year named last."""
    return [Value("DATE", context.last_year or context.calendar.year())]


def _reference(found: Found, context: Context) -> list[Value] | None:
    """Words that only point: "derzeit", "früher", "in letzter Zeit", "in Zukunft"."""
    named = found.value(
        "REF", "HEUTIG", "NOWWORD", "EARLIER", "FUTURENOUN", "PASTNOUN", "PRESENTNOUN", "FORMER"
    )
    if named:
        return [Value("DATE", named)]
    if found.has("THIS"):
        return [Value("DATE", "PRESENT_REF" if found.has("DAYS") else "PAST_REF")]
    return [Value("DATE", "FUTURE_REF" if found.has("NEXT") else "PAST_REF")]


def _present(found: Found, context: Context) -> list[Value] | None:
    """ "die Schüler von heute" are those of the present."""
    return [Value("DATE", "FUTURE_REF" if found.has("TOMORROW") else "PRESENT_REF")]


def _nun(found: Found, context: Context) -> list[Value] | None:
    """ "nun" tells the present in the news of days; in essays it moves the argument on."""
    return [Value("DATE", "PRESENT_REF")] if context.topical else None


PERIODS: Builders = {
    "season_of": _season_of,
    "months": _months,
    "seasons": _seasons,
    "whole_season": _whole_season,
    "quarter": _quarter,
    "decade": _decade,
    "century": _century,
    "year": _year,
    "years": _years,
    "year_range": _year_range,
    "edge": _edge,
    "relative_unit": _relative_unit,
    "of_period": _of_period,
    "same_year": _same_year,
    "reference": _reference,
    "present": _present,
    "nun": _nun,
}
