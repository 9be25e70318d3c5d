"""Numbers: digits and words, with their multipliers ("1,2 Millionen", "zwölf", "ein Dutzend")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Number", "may_begin_number", "number_word", "read_number", "tells_size"]


class Number(NamedTuple):
    """A number in a row of words: its value, where the words after it begin, and what kind it is.

    `vague`: only its size is told ("Tausende"); `part`: a fraction ("ein Drittel"); `digits`: its
    first word is written in digits; `rough`: a round count ("ein Dutzend").
    """

    value: float
    end: int
    vague: bool = False
    part: bool = False
    digits: bool = False
    rough: bool = False


_UNITS = dict(
    zip(
        "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(),
        range(13),
        strict=True,
    )
) | {"eins": 1, "zwo": 2, "sech": 6, "sieb": 7}
_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60,
    "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_MULTIPLIERS = {
    "hundert": 100, "tausend": 1_000, "tsd.": 1_000, "million": 10**6, "millionen": 10**6,
    "mio.": 10**6, "mio": 10**6, "milliarde": 10**9, "milliarden": 10**9, "mrd.": 10**9,
    "mrd": 10**9, "billion": 10**12, "billionen": 10**12, "dutzend": 12,
}  # fmt: skip
_VAGUE = re.compile(
    r"(?:(dutzend)|(zehn|hundert)?(tausend)|(hundert)|(million|milliarde))(?:e|en|er|n)$"
)
_FRACTIONS = {
    "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8,
    "neuntel": 9, "zehntel": 10, "hundertstel": 100, "tausendstel": 1000,
}  # fmt: skip
_DIGITS = re.compile(r"\d{1,3}(?:[.   ]\d{3})+(?:,\d+)?$|\d+(?:,\d+)?$")
_ONE = frozenset(("ein", "eine", "einen", "einem", "einer", "eines"))
_INFLECTED = {"zweier": 2, "dreier": 3, "zweien": 2, "dreien": 3, "vieren": 4}
_NUMERAL_ENDS = (*_UNITS, *_TENS, *_INFLECTED, "hundert", "tausend")
"""What numerals in words end with; most words end with something else."""
HALF = ("hälfte",)


@lru_cache(4_096)
def number_word(word: str) -> int | None:
    """The value of a numeral in words up to 999,999: "zweihundertfünfzig" is 250; `ein` is none."""
    word = word.lower()
    if word in _ONE or not word.endswith(_NUMERAL_ENDS) or not word.isalpha():
        return None
    return _INFLECTED.get(word) or _below_million(word)


def _below_million(word: str) -> int | None:
    before, sign, after = word.partition("tausend")
    if not sign:
        return _below_thousand(word)
    thousands = _below_thousand(before) if before else 1
    rest = _below_thousand(after.removeprefix("und")) if after else 0
    return None if thousands is None or rest is None else thousands * 1000 + rest


def _below_thousand(word: str) -> int | None:
    before, sign, after = word.partition("hundert")
    if not sign:
        return _below_hundred(word)
    hundreds = _UNITS.get(before) if before else 1
    rest = _below_hundred(after.removeprefix("und")) if after else 0
    return None if hundreds is None or rest is None else hundreds * 100 + rest


def _below_hundred(word: str) -> int | None:
    if word in _UNITS:
        return _UNITS[word]
    if word in _TENS:
        return _TENS[word]
    if word.endswith("zehn") and (unit := _UNITS.get(word[:-4])):
        return 10 + unit
    one, sign, ten = word.partition("und")
    if sign and ten in _TENS and _UNITS.get(one, 10) < 10:
        return _TENS[ten] + _UNITS[one]
    return None


def read_number(words: Sequence[str], start: int) -> Number | None:
    """The number that begins at a word, if one does."""
    word = words[start]
    if not may_begin_number(word):
        return None
    following = words[start + 1].lower() if start + 1 < len(words) else ""
    if _DIGITS.match(word):
        value = float(re.sub(r"[.   ]", "", word).replace(",", "."))
        return _multiplied(value, words, start + 1, digits=True)
    low = word.lower()
    if low in _ONE:
        if following in _FRACTIONS:
            return Number(1 / _FRACTIONS[following], start + 2, part=True)
        if following in _MULTIPLIERS and words[start + 1][0].isupper():
            return _multiplied(1.0, words, start + 1)
        return None
    if low == "die" and following in HALF:
        return Number(0.5, start + 2, part=True)
    if low in HALF:
        return Number(0.5, start + 1, part=True)
    if (value_in_words := number_word(low)) is not None:
        if following in _FRACTIONS:
            return Number(value_in_words / _FRACTIONS[following], start + 2, part=True)
        return _multiplied(float(value_in_words), words, start + 1)
    return _vague(low, start)


@lru_cache(60_000)
def may_begin_number(word: str) -> bool:
    """Whether a number can begin with a word; for most words none can."""
    low = word.lower()
    return bool(
        _DIGITS.match(word)
        or low in _ONE
        or low == "die"
        or low in HALF
        or number_word(low) is not None
        or _VAGUE.match(low)
    )


def tells_size(word: str) -> bool:
    """Whether a word only tells the size of a number: "Tausende", "Dutzende"."""
    return _VAGUE.match(word.lower()) is not None


def _multiplied(value: float, words: Sequence[str], end: int, *, digits: bool = False) -> Number:
    """A number with the multipliers that follow it: "zwei Millionen", "ein Dutzend"."""
    rough = False
    while end < len(words) and (factor := _MULTIPLIERS.get(words[end].lower())):
        rough = factor == 12
        value *= factor
        end += 1
    return Number(float(round(value, 6)), end, digits=digits, rough=rough)


def _vague(word: str, start: int) -> Number | None:
    match = _VAGUE.match(word)
    if match is None:
        return None
    dozen, many, thousand, hundred, large = match.groups()
    if dozen:
        value = 12.0
    elif hundred:
        value = 100.0
    elif thousand:
        value = 1000.0 * {"zehn": 10, "hundert": 100}.get(many or "", 1)
    else:
        value = 1e6 if large == "million" else 1e9
    return Number(value, start + 1, vague=True)
