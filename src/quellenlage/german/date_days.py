"""Days: written dates, weekdays, weekends, feasts, "heute" and "am selben Tag"."""

from __future__ import annotations

from datetime import date, timedelta

from quellenlage.german.date_calendar import Calendar, Toward, read_day
from quellenlage.german.date_context import Builders, Context, Value
from quellenlage.german.date_patterns import Found

__all__ = ["DAYS", "relative_year"]

DAYS_OF_MONTH = range(1, 32)
MOST_AHEAD = 2
"""Days up to which "an diesem Samstag" is of the running week whatever the tense."""
CENTURY_TURN = 40
"""Two digits of a year up to here are of this century ("3.5.19"), above of the last ("'89")."""


def relative_year(found: Found, calendar: Calendar) -> str | None:
    """The year that stands beside a day or month: "2019", "dieses Jahres", "des Vorjahres"."""
    if year := found.value("YEAR"):
        return year
    kinds = found.kinds()
    offset = found.value("LAST", "NEXT", "AFTER", "THIS", "PREVYEAR")
    if offset and ("YRG" in kinds or "PREVYEAR" in kinds):
        return calendar.year(int(offset))
    return calendar.year() if "YRG" in kinds else None


def _day(found: Found, context: Context) -> list[Value] | None:
    value = _date_value(
        found.value("ORD", "NTH", "NUM"), found.value("MONTH"), found, context, found
    )
    return [Value("DATE", value)] if value else None


def _date_value(
    day: str | None, month: str | None, found: Found, context: Context, place: Found
) -> str | None:
    if day is None or month is None or int(day) not in DAYS_OF_MONTH:
        return None
    if year := relative_year(found, context.calendar):
        return f"{year}-{int(month):02}-{int(day):02}"
    if context.last_month and context.last_month[5:7] == f"{int(month):02}":
        return f"{context.last_month[:7]}-{int(day):02}"
    return context.calendar.day_of(int(month), int(day), context.toward_period(place))


def _days(found: Found, context: Context) -> list[Value] | None:
    """The days of a span; month and year stand at the last: "8. bis 13. Oktober"."""
    numbers = found.all_values("ORD", "NTH")
    months = found.all_values("MONTH")
    if len(months) < len(numbers):
        months = [months[-1]] * len(numbers)
    values = [
        _date_value(day, month, found, context, found)
        for day, month in zip(numbers, months, strict=True)
    ]
    if len(values) != len(found.extents) or None in values:
        return None
    return [Value("DATE", value) for value in values if value]


def _written(text: str, context: Context, found: Found) -> str | None:
    if len(text) == 10 and text[4] == "-":
        return text
    parts = text.split("-")
    day, month = int(parts[0]), int(parts[1])
    if day not in DAYS_OF_MONTH or not 1 <= month <= 12:
        return None
    if len(parts) == 2:
        return context.calendar.day_of(month, day, context.toward_period(found))
    year = int(parts[2])
    if year < 100:
        year += 2000 if year <= CENTURY_TURN else 1900
    return f"{year:04}-{month:02}-{day:02}"


def _written_day(found: Found, context: Context) -> list[Value] | None:
    text = found.value("DMY", "ISO", "DM")
    value = _written(text, context, found) if text else None
    return [Value("DATE", value)] if value else None


def _written_days(found: Found, context: Context) -> list[Value] | None:
    last = _written(found.value("DMY") or "", context, found)
    day, month = (found.value("DM") or "0-0").split("-")
    if last is None:
        return None
    return [Value("DATE", f"{last[:4]}-{int(month):02}-{int(day):02}"), Value("DATE", last)]


def _weekday(found: Found, context: Context) -> list[Value] | None:
    number = int(found.value("WEEKDAY") or 0)
    return [Value("DATE", context.calendar.weekday(number, _ahead(found, context)))]


def _ahead(found: Found, context: Context) -> Toward:
    """A weekday in the present lies ahead: "Der Rat tagt am Montag"."""
    return Toward.PAST if context.toward(found) == Toward.PAST else Toward.FUTURE


def _weekday_range(found: Found, context: Context) -> list[Value] | None:
    toward = _ahead(found, context)
    return [
        Value("DATE", context.calendar.weekday(int(number), toward))
        for number in found.all_values("WEEKDAY")
    ]


def _relative_weekday(found: Found, context: Context) -> list[Value] | None:
    number = int(found.value("WEEKDAY") or 0)
    offset = int(found.value("LAST", "NEXT", "AFTER", "THIS") or 0)
    if offset:
        toward = Toward.PAST if offset < 0 else Toward.FUTURE
        return [Value("DATE", context.calendar.weekday(number, toward, strict=True))]
    return [Value("DATE", _this_weekday(number, _ahead(found, context), context.calendar))]


def _this_weekday(number: int, toward: Toward, calendar: Calendar) -> str:
    """ "an diesem Mittwoch" is that of the week, or one just past."""
    if calendar.today is None:
        return calendar.weekday(number, toward)
    ahead = number - calendar.today.isoweekday()
    if toward == Toward.PAST and ahead > MOST_AHEAD:
        return calendar.weekday_of(number, -1)
    if toward != Toward.PAST and ahead < -MOST_AHEAD:
        return calendar.weekday_of(number, 1)
    return calendar.weekday_of(number, 0)


def _weekday_shift(found: Found, context: Context) -> list[Value] | None:
    day = read_day(context.in_sentence or context.last_day) or context.calendar.today
    number = int(found.value("WEEKDAY") or 0)
    return [Value("DATE", Calendar(day).weekday(number, Toward.PAST, strict=True))]


def _weekday_week(found: Found, context: Context) -> list[Value] | None:
    offset = int(found.value("LAST", "NEXT", "AFTER", "THIS") or 0)
    number = int(found.value("WEEKDAY") or 0)
    return [Value("DATE", context.calendar.weekday_of(number, offset))]


def _weekend(found: Found, context: Context) -> list[Value] | None:
    return [Value("DATE", context.calendar.weekend(context.toward(found)))]


def _relative_weekend(found: Found, context: Context) -> list[Value] | None:
    offset = int(found.value("LAST", "NEXT", "AFTER", "THIS") or 0)
    calendar = context.calendar
    if offset < 0 or (offset == 0 and context.toward(found) == Toward.PAST):
        return [Value("DATE", calendar.weekend(Toward.PAST))]
    return [Value("DATE", calendar.weekend(Toward.FUTURE))]


def _deictic(found: Found, context: Context) -> list[Value] | None:
    """ "heute" is the day of publication in the news of days, else the present."""
    if found.has("TODAY"):
        return [_today(found, context)]
    offset = found.value("DAYWORD", "TOMORROW")
    if offset is not None:
        return [Value("DATE", context.calendar.day(int(offset)))]
    if found.has("HEUTIG"):
        return [Value("DATE", context.calendar.day())]
    return _other_day(found, context)


def _today(found: Found, context: Context) -> Value:
    """The day of publication in the news of days and for what has happened; else the present."""
    told = context.topical or context.toward(found) == Toward.PAST
    known = told and context.calendar.today is not None
    return Value("DATE", context.calendar.day() if known else "PRESENT_REF")


def _other_day(found: Found, context: Context) -> list[Value] | None:
    """ "am selben Tag", "am folgenden Tag", "am Vortag": by the day named last."""
    day = read_day(context.in_sentence or context.last_day) or context.calendar.today
    if day is None:
        return [Value("DATE", "XXXX-XX-XX")]
    offset = int(found.value("AFTER", "NEXT", "LAST", "PREVDAY") or 0)
    return [Value("DATE", _moved(day, offset))]


def _moved(day: date, offset: int) -> str:
    try:
        return (day + timedelta(days=offset)).isoformat()
    except OverflowError:
        return "XXXX-XX-XX"


def _holiday(found: Found, context: Context) -> list[Value] | None:
    year = found.value("YEAR")
    rule = found.value("HOLIDAY") or ""
    value = context.calendar.feast(rule, context.toward(found), int(year) if year else None)
    return [Value("DATE", value)]


DAYS: Builders = {
    "day": _day,
    "days": _days,
    "written_day": _written_day,
    "written_days": _written_days,
    "weekday": _weekday,
    "weekday_range": _weekday_range,
    "relative_weekday": _relative_weekday,
    "weekday_shift": _weekday_shift,
    "weekday_week": _weekday_week,
    "weekend": _weekend,
    "relative_weekend": _relative_weekend,
    "deictic": _deictic,
    "holiday": _holiday,
}
