"""Words of time: each word of a text with the class in which the patterns of dates know it.

The classes are those of `data/date_words.tsv`; numbers, ordinals, clock times, written dates and a
few compounds ("Mittwochabend", "35-Stunden-Woche") are read here by their form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from quellenlage.german.numbers import number_word
from quellenlage.german.tables import rows
from quellenlage.model import Word

__all__ = ["STRONG", "TimeWord", "classes", "tells_when", "time_word", "time_words"]


class TimeWord(NamedTuple):
    """The class of a word and its value: a number, an offset or a part of a TIMEX3 value."""

    kind: str
    value: str


YEARS = range(1000, 2101)
"""Four digits outside are a count and no year."""
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_FORMED = (
    "YEAR", "ORD", "NUM", "CLOCKTIME", "ISO", "DMY", "DM", "DAYTIME", "SPANWORD", "DECADE",
    "DECADEWORD", "NOUN", "NAME", "ADJ", "ENDMARK", "TIMES",
)  # fmt: skip
_WEAK = frozenset((
    "ART", "ONE", "CON", "IN", "AN", "VOR", "SEIT", "BIS", "NACH", "VON", "UM", "AB", "PRO",
    "PREP", "AND", "OR", "THIS", "THAT", "ALL", "LAST", "NEXT", "AFTER", "SAME", "WHOLE",
    "EARLY", "SOME", "APPROX", "MORE", "THAN", "LATER", "BEFORE", "OLD", "AGE", "LANG",
    "QUARTEROF", "COMMA", "PAREN", "DASH", "DOT", "APOS", "NTH", "NUM", "NOUN", "NAME", "ADJ",
    "ENDMARK", "EDGE", "ORD", "EACH",
))  # fmt: skip
"""Classes that open no search: they are found in sentences without a date, too."""

_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\.?$")
_DAY_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})\.?$")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)$")
_DECADE = re.compile(r"(?:(1\d|20)?(\d)0er)(-Jahren?)?$")
_HYPHENED = re.compile(
    r"(\d+|[^\W\d_]+)-(Stunden|Tage|Wochen|Monats|Jahres|Minuten)-(?:Woche|Tag|Schicht|Takt|Frist)$"
)
_HYPHEN_UNITS = {
    "Stunden": "TH", "Tage": "D", "Wochen": "W", "Monats": "M", "Jahres": "Y", "Minuten": "TM",
}  # fmt: skip
_PERIOD = re.compile(r"(\d+|[^\W\d_]+?)-?(monatig|wöchig|tägig|stündig|minütig)(?:e|en|er|es|em)?$")
"""Spans as adjectives ("dreitägig"); "zweijährig" is left out, for it is mostly an age."""
_PERIOD_UNITS = {"monatig": "M", "wöchig": "W", "tägig": "D", "stündig": "TH", "minütig": "TM"}
_WEEKDAYS = {
    "montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6,
    "sonnabend": 6, "sonntag": 7,
}  # fmt: skip
_PARTS = {
    "morgen": "MO", "früh": "MO", "vormittag": "MO", "mittag": "MI", "nachmittag": "AF",
    "abend": "EV", "nacht": "NI",
}  # fmt: skip
_DAY_PART = re.compile(f"({'|'.join(_WEEKDAYS)})({'|'.join(_PARTS)})(s?)$")
_TIMES = re.compile(r"(\d+|[a-zäöüß]+)-?mal$")


@cache
def _lexicon() -> dict[str, TimeWord]:
    found: dict[str, TimeWord] = {}
    inflected: dict[str, TimeWord] = {}
    for forms, kind, value, _ in rows("date_words", 4):
        for form in forms.split():
            stem = form.removesuffix("~")
            if stem == form:
                found.setdefault(form, TimeWord(kind, value))
                continue
            endings = ADJECTIVE_ENDINGS if stem[-1] != "e" else ("", "n", "r", "s", "m")
            inflected.update((stem + ending, TimeWord(kind, value)) for ending in endings)
    return inflected | found


@cache
def classes() -> frozenset[str]:
    """Every class that a pattern may name."""
    return frozenset(word.kind for word in _lexicon().values()) | frozenset(_FORMED)


@cache
def _strong() -> frozenset[str]:
    return classes() - _WEAK


_WHEN = frozenset((
    "WEEKDAY", "MONTH", "PART", "DAY", "WEEKEND", "DAYTIME", "WEEK", "MON", "YR", "PREVWEEK",
    "EDGE", "ORD", "ISO", "DMY", "DM",
))  # fmt: skip
"""Classes of which no source is one; a bare number is none of them: "Angaben von 10 Zeugen"."""
STRONG = _strong()
"""Classes that open a search for a date around them."""


def time_words(words: Sequence[Word]) -> list[TimeWord | None]:
    """The class of each word of a sentence, None for a word that is in no pattern.

    Nothing at all for a sentence without a word of time.
    """
    found = [time_word(word.text) for word in words]
    if STRONG.isdisjoint([word.kind for word in found if word is not None]):
        return []
    return [read or _open_class(word) for read, word in zip(found, words, strict=True)]


def _open_class(word: Word) -> TimeWord | None:
    """Adjectives and nouns as such: patterns look at what a number counts."""
    form = word.text
    if form in '!?…“”"»«„;:':
        return TimeWord("ENDMARK", form)
    if word.pos == "ADJ" or (word.pos in ("VERB", "ADV") and not word.finite and form.islower()):
        return TimeWord("ADJ", form) if form[:1].islower() else None
    if word.pos == "NOUN" or form in "%€$":
        return TimeWord("NOUN", form)
    return TimeWord("NAME", form) if word.pos == "PROPN" else None


def tells_when(form: str) -> bool:
    """Whether a word tells when, and so not whose: "Angaben vom Samstag", "vom 3. Mai"."""
    found = time_word(form)
    return found is not None and found.kind in _WHEN


@lru_cache(60_000)
def time_word(form: str) -> TimeWord | None:
    """The class of a word by its form alone, if it is a word of time."""
    found = _lexicon().get(form)
    if found is None and form[:1].isupper():
        found = _lexicon().get(form.lower())
        if found is None and form.isupper() and len(form) > 2:
            found = _lexicon().get(form.capitalize())
    if found is not None:
        return found
    digits = not form.isalpha() and any(map(str.isdigit, form))
    return _digits(form) if digits else _letters(form)


def _digits(form: str) -> TimeWord | None:
    if form.isdigit():
        kind = "YEAR" if len(form) == 4 and int(form) in YEARS else "NUM"
        return TimeWord(kind, form) if len(form) < 7 else None
    if form[-1] == "." and form[:-1].isdigit() and len(form) < 4:
        return TimeWord("ORD", form[:-1])
    if match := _ISO.match(form):
        return TimeWord("ISO", form)
    if match := _DATE.match(form):
        return TimeWord("DMY", "-".join(match.groups()))
    if match := _CLOCK.match(form):
        return TimeWord("CLOCKTIME", f"{int(match[1]):02}:{match[2]}")
    if match := _DAY_MONTH.match(form):
        return TimeWord("DM", f"{match[1]}-{match[2]}")
    if match := _DECADE.match(form):
        kind = "DECADEWORD" if match[3] else "DECADE"
        return TimeWord(kind, (match[1] or "") + match[2])
    if re.match(r"\d+,\d+$", form):
        return TimeWord("NUM", form.replace(",", "."))
    return _compound(form)


_ENDINGS = frozenset((
    "ull", "ins", "wei", "zwo", "rei", "ier", "ünf", "chs", "ben", "cht", "eun", "ehn", "elf",
    "ölf", "zig", "ßig", "ert", "end", "alb", "mal", "gen", "rüh", "tag", "nds", "ens", "ags",
    "hts", "ige", "rig", "gig", "ger", "ges", "gem", "nde", "bes", "ten", "ngs",
))  # fmt: skip
"""The last three letters of all words that are read by their form; others are not looked at."""


def _letters(form: str) -> TimeWord | None:
    if form[-3:].lower() not in _ENDINGS and "-" not in form:
        return None
    if (value := number_word(form)) is not None:
        return TimeWord("NUM", str(value))
    if (half := _and_a_half(form.lower())) is not None:
        return TimeWord("NUM", half)
    if match := _DAY_PART.match(form.lower()):
        day = _WEEKDAYS[match[1]]
        return TimeWord("DAYTIME", f"{day}{_PARTS[match[2]]}")
    return _compound(form)


def _and_a_half(form: str) -> str | None:
    """The number of "anderthalb", "eineinhalb", "zweieinhalb"."""
    if form.startswith("anderthalb"):
        return "1.5"
    if form.endswith("einhalb"):
        whole = 1 if form == "eineinhalb" else number_word(form.removesuffix("einhalb"))
        return f"{whole}.5" if whole else None
    return None


def _compound(form: str) -> TimeWord | None:
    if match := _HYPHENED.match(form):
        number = _value(match[1])
        return TimeWord("SPANWORD", f"{number}{_HYPHEN_UNITS[match[2]]}") if number else None
    if (match := _TIMES.match(form.lower())) and (match[1] in ("ein", "mehr") or _value(match[1])):
        return TimeWord("TIMES", match[1])
    if match := _PERIOD.match(form):
        number = _value(match[1])
        return TimeWord("SPANWORD", f"{number}{_PERIOD_UNITS[match[2]]}") if number else None
    return None


def _value(form: str) -> int | None:
    return int(form) if form.isdigit() else number_word(form)
