"""Durations ("drei Jahre") and what comes again ("jeden Montag", "zweimal wöchentlich")."""

from __future__ import annotations

from quellenlage.german.date_context import Builders, Context, Value
from quellenlage.german.date_patterns import Found

__all__ = ["SPANS"]

_UNITS = (
    "YR", "YRG", "YRS", "UNIT", "UNITS", "DAY", "DAYS", "WEEK", "MON", "QUARTER", "CENT", "MILL",
    "PARTS", "WEEKENDS", "SEASONS",
)  # fmt: skip


def _period(number: str, unit: str) -> str:
    """A number of units as TIMEX3: P3Y, PT2H, P0.5Y."""
    if unit.startswith("T"):
        return f"PT{number}{unit[1]}"
    return f"PT{number}{unit}" if unit in ("NI", "MO", "AF", "EV", "MI") else f"P{number}{unit}"


def _duration(number: str, unit: str) -> list[Value]:
    return [Value("DURATION", _period(number, unit))]


def _number(found: Found) -> str:
    if found.has("HALF"):
        number = found.value("NUM")
        return "0.5" if number is None else f"{number}.5"
    if found.has("SOME"):
        return "X"
    return found.value("NUM", "YEAR", "ONE") or "X"


def _unit(found: Found) -> str:
    return found.value(*_UNITS) or "D"


def _span(found: Found, context: Context) -> list[Value] | None:
    """A number of units, and not an age: "rund drei Jahre"."""
    if found.has("PART", "NIGHT"):
        return _duration("1", found.value("PART", "NIGHT") or "NI")
    if _is_age(found, context):
        return []
    number = _number(found)
    return _duration("1" if number == "X" and not found.has("SOME") else number, _unit(found))


def _is_age(found: Found, context: Context) -> bool:
    before = context.word(found.start - 1)
    return before == "unter" or context.word(found.end) in ("alt", "alte", "alten", "alter")


def _two_spans(found: Found, context: Context) -> list[Value] | None:
    """ "drei Jahre und vier Monate" is one duration."""
    numbers = found.all_values("NUM", "ONE", "SOME", "YEAR")
    units = found.all_values(*_UNITS)
    first, second = (_period(n, u) for n, u in zip(numbers, units, strict=True))
    rest = second.removeprefix("P")
    return [Value("DURATION", first + (rest.removeprefix("T") if "T" in first else rest))]


def _range_span(found: Found, context: Context) -> list[Value] | None:
    """ "drei bis vier Wochen" is some weeks."""
    return _duration("X", _unit(found))


def _relative_span(found: Found, context: Context) -> list[Value] | None:
    """ "den letzten zwei Jahren", "den vergangenen Wochen"."""
    number = "X" if found.has("SOME") else found.value("NUM") or "X"
    return _duration(number, _unit(found))


def _some_span(found: Found, context: Context) -> list[Value] | None:
    return None if _is_age(found, context) else _duration("X", _unit(found))


def _one_span(found: Found, context: Context) -> list[Value] | None:
    unit = _unit(found)
    return None if unit.startswith("T") else _duration("1", unit)


def _span_word(found: Found, context: Context) -> list[Value] | None:
    """ "die 35-Stunden-Woche", "dreitägig"."""
    text = found.value("SPANWORD") or "1D"
    digits = text.rstrip("DHMTWY")
    return _duration(digits, text[len(digits) :])


def _long_word(found: Found, context: Context) -> list[Value] | None:
    return [Value("DURATION", found.value("LONGWORD") or "PXD")]


def _age(found: Found, context: Context) -> list[Value] | None:
    """An age is no time: it takes its words and marks nothing."""
    return []


def _set_of(found: Found, context: Context) -> list[Value] | None:
    """ "jeden Montag", "alle zwei Wochen", "jedes zweite Jahr"."""
    if weekday := found.value("WEEKDAY"):
        return [Value("SET", f"XXXX-WXX-{weekday}")]
    if time := found.value("DAYTIME"):
        return [Value("SET", f"XXXX-WXX-{time[0]}T{time[1:]}")]
    if month := found.value("MONTH"):
        return [Value("SET", f"XXXX-{int(month):02}")]
    if part := found.value("PART", "NIGHT"):
        return [Value("SET", f"XXXX-XX-XXT{part}")]
    if season := found.value("SEASON"):
        return [Value("SET", f"P1{season}")]
    if found.has("WEEKEND"):
        return [Value("SET", "XXXX-WXX-WE")]
    number = "X" if found.has("SOME") else found.value("NUM", "NTH") or "1"
    return [Value("SET", _period(number, _unit(found)))]


def _set_rate(found: Found, context: Context) -> list[Value] | None:
    """ "pro Jahr", "zweimal wöchentlich", "dreimal am Tag"."""
    if word := found.value("SETWORD"):
        return [Value("SET", word)]
    return [Value("SET", _period(found.value("NUM") or "1", _unit(found)))]


def _set_year(found: Found, context: Context) -> list[Value] | None:
    return [Value("SET", "P1Y")]


def _set_word(found: Found, context: Context) -> list[Value] | None:
    return [Value("SET", found.value("SETWORD") or "P1D")]


def _setday(found: Found, context: Context) -> list[Value] | None:
    return [Value("SET", f"XXXX-WXX-{found.value('SETDAY')}")]


def _set_part(found: Found, context: Context) -> list[Value] | None:
    part = found.value("SETPART")
    return [Value("SET", "PT1NI" if part == "NI" else f"XXXX-XX-XXT{part}")]


def _set_weekends(found: Found, context: Context) -> list[Value] | None:
    return [Value("SET", "XXXX-WXX-WE")]


SPANS: Builders = {
    "span": _span,
    "span_word": _span_word,
    "two_spans": _two_spans,
    "range_span": _range_span,
    "relative_span": _relative_span,
    "some_span": _some_span,
    "one_span": _one_span,
    "long_word": _long_word,
    "age": _age,
    "set_of": _set_of,
    "set_rate": _set_rate,
    "set_year": _set_year,
    "set_word": _set_word,
    "setday": _setday,
    "set_part": _set_part,
    "set_weekends": _set_weekends,
}
