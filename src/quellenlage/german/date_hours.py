"""Hours and parts of a day: "um 15 Uhr", "Mittwochabend", "in der Nacht zum Samstag"."""

from __future__ import annotations

from quellenlage.german.date_calendar import Calendar, Toward, read_day
from quellenlage.german.date_context import Builders, Context, Value
from quellenlage.german.date_days import DAYS
from quellenlage.german.date_patterns import Found

__all__ = ["HOURS"]

_PARTS = ("PART", "NIGHT", "LOWPART", "SETPART", "TOMORROW")
LATEST_HOUR = 24


def _part(found: Found) -> str:
    """The part of the day: "morgen" behind a day is its morning."""
    parts = found.all_values(*_PARTS)
    part = parts[-1] if parts else "MO"
    return "MO" if part == "1" else part


def _time(day: str, part: str) -> list[Value]:
    return [Value("TIME", f"{day}T{part}")]


def _weekday_part(found: Found, context: Context) -> list[Value] | None:
    """ "Mittwochabend", "Mittwoch abend"."""
    time = found.value("DAYTIME")
    number, part = (int(time[0]), time[1:]) if time else (_weekday_number(found), _part(found))
    offset = int(found.value("LAST", "NEXT", "THIS", "AFTER") or 0)
    past = offset < 0 or (not offset and context.toward(found) == Toward.PAST)
    day = context.calendar.weekday(
        number, Toward.PAST if past else Toward.FUTURE, strict=bool(offset)
    )
    return _time(day, part)


def _weekday_number(found: Found) -> int:
    return int(found.value("WEEKDAY") or 1)


def _part_of_day(found: Found, context: Context) -> list[Value] | None:
    """ "am frühen Abend", "am Abend des 5. Mai"."""
    if found.has("MONTH"):
        values = DAYS["day"](found, context)
        return _time(values[0].value, _part(found)) if values else None
    return _time(context.day(), _part(found))


def _night_before(found: Found, context: Context) -> list[Value] | None:
    """The night to a day begins on the day before: "die Nacht zum Samstag" is Friday's."""
    if found.has("MONTH"):
        values = DAYS["day"](found, context)
        day = values[0].value if values else ""
    else:
        past = context.toward(found) == Toward.PAST
        number = int(found.all_values("WEEKDAY")[-1])
        day = context.calendar.weekday(number, Toward.PAST if past else Toward.FUTURE)
        if day.startswith("XXXX-W"):
            return _time(f"XXXX-WXX-{(number - 2) % 7 + 1}", "NI")
    known = read_day(day)
    return _time(Calendar(known).day(-1) if known else day, "NI")


def _today_part(found: Found, context: Context) -> list[Value] | None:
    """ "heute Abend", "gestern früh"."""
    offset = int(found.value("TODAY", "DAYWORD", "TOMORROW") or 0)
    return _time(context.calendar.day(offset), _part(found))


def _hour(found: Found) -> str | None:
    """The hour of one clock time as hh:mm."""
    if time := found.value("CLOCKTIME"):
        return time
    numbers = found.all_values("NUM")
    return _clock_text(numbers, half=found.has("HALF"))


def _clock_text(numbers: list[str], *, half: bool = False) -> str | None:
    if not numbers or not all(number.isdigit() for number in numbers):
        return None
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    if half:
        hour, minute = hour - 1, 30
    if not 0 <= hour <= LATEST_HOUR or minute > 59:
        return None
    return f"{hour:02}:{minute:02}"


def _clock(found: Found, context: Context) -> list[Value] | None:
    """ "15 Uhr", "heute um 15 Uhr", "5. Mai, 20 Uhr"."""
    hour = _hour(found)
    if hour is None:
        return None
    return _time(_day_of_clock(found, context), hour)


def _day_of_clock(found: Found, context: Context) -> str:
    if found.has("MONTH"):
        values = DAYS["day"](found, context)
        return values[0].value if values else context.day()
    if found.has("WEEKDAY"):
        past = context.toward(found) == Toward.PAST
        return context.calendar.weekday(
            _weekday_number(found), Toward.PAST if past else Toward.FUTURE
        )
    offset = found.value("TODAY", "DAYWORD", "TOMORROW")
    return context.calendar.day(int(offset)) if offset is not None else context.day()


def _clocks(found: Found, context: Context) -> list[Value] | None:
    """ "9 bis 12 Uhr" is two times."""
    words = [word for word in found.words[found.start : found.end] if word is not None]
    hours = [
        word.value if word.kind == "CLOCKTIME" else _clock_text([word.value])
        for word in words
        if word.kind in ("CLOCKTIME", "NUM")
    ]
    day = context.day()
    if len(hours) != len(found.extents) or None in hours:
        return None
    return [Value("TIME", f"{day}T{hour}") for hour in hours]


def _set_parts(found: Found, context: Context) -> list[Value] | None:
    return [Value("SET", "P1D")]


HOURS: Builders = {
    "weekday_part": _weekday_part,
    "part_of_day": _part_of_day,
    "night_before": _night_before,
    "today_part": _today_part,
    "clock": _clock,
    "clocks": _clocks,
    "set_parts": _set_parts,
}
