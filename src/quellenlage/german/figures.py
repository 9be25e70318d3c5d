"""Figures: numbers that count something, with noun, unit and qualifier.

The passage runs from the qualifier to the noun ("rund 6.500 erkrankte Mitarbeiter", about 6,500
sick employees). Not figures: what lies in a date, ordinals, years, "ein" and "beide", durations, a
number that is a name ("Platz 3", "Artikel 5").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quellenlage.german.numbers import Number, may_begin_number, read_number
from quellenlage.german.tables import rows, word_set
from quellenlage.model import DateExpression, Figure, Word
from quellenlage.model.article import Qualifier

__all__ = ["find_figures"]

_QUALIFIERS: dict[tuple[str, ...], str] = {
    tuple(row[0].split()): row[1] for row in rows("qualifiers", 3)
}
_LONGEST_QUALIFIER = max(map(len, _QUALIFIERS))
_MEASURES = word_set("units")
_TIME = frozenset(
    "jahr jahre jahren jahres monat monate monaten woche wochen tag tage tagen tages stunde "
    "stunden minute minuten sekunde sekunden uhr jahrzehnte jahrzehnten jahrhunderte jahrhunderten "
    "nächte nächten".split()
)
_PER = frozenset(("pro", "je", "auf"))
_REFERRING = frozenset(("davon", "weitere", "weiteren", "andere", "anderen", "mehr", "weniger"))
_ARTICLES = frozenset("der des die das den dem aller ihrer seiner dieser".split())
_INSIDE = frozenset(("ADJ", "ADV", "PROPN"))
YEARS = range(1500, 2101)
SMALL = 13
"""A bare number word below this is mostly a pronoun ("die drei", "zwei von ihnen")."""
MAX_MODIFIERS = 4


class _Phrase(NamedTuple):
    """What a number counts: noun, unit, and the index behind the last word."""

    noun: str | None
    unit: str | None
    end: int


def find_figures(
    sentences: Sequence[Sequence[Word]], dates: Sequence[DateExpression]
) -> list[Figure]:
    """The figures of an article, in order; `dates` are sorted by place."""
    blocked = _Blocked(dates)
    found: list[Figure] = []
    for words in sentences:
        found.extend(_in_sentence(words, blocked, found[-1] if found else None))
    return found


class _Blocked:
    """The passages where no figure may stand."""

    def __init__(self, dates: Sequence[DateExpression]) -> None:
        self._dates = sorted(dates, key=lambda date: date.start)
        self._starts = [date.start for date in self._dates]

    def __contains__(self, word: Word) -> bool:
        index = bisect_right(self._starts, word.start) - 1
        return index >= 0 and word.start < self._dates[index].end


def _in_sentence(
    words: Sequence[Word], blocked: _Blocked, before: Figure | None
) -> Iterator[Figure]:
    forms = [word.text for word in words]
    read_to = 0
    for index in [place for place, form in enumerate(forms) if may_begin_number(form)]:
        if index < read_to or words[index] in blocked:
            continue
        number = read_number(forms, index)
        if number is None:
            continue
        figure, read_to = _figure(words, forms, index, number, before)
        if figure is not None:
            before = figure
            yield figure


def _figure(
    words: Sequence[Word], forms: Sequence[str], start: int, number: Number, before: Figure | None
) -> tuple[Figure | None, int]:
    """The figure that begins with a number, and where to go on."""
    high = _second_number(forms, number.end)
    end = high.end if high else number.end
    phrase = _counted(words, end)
    if _is_none(words, start, number, end, phrase, between=high is not None):
        return None, end
    first, qualifier = _qualifier(words, start)
    if high is not None:
        scale = high.value / _own(forms, number.end + 1, high)
        low_value = number.value * (scale if number.value < high.value / max(scale, 1) * 2 else 1)
        bounds: tuple[float | None, float | None] = (low_value, high.value)
        qualifier = "between"
        if first and forms[first - 1].lower() == "zwischen":
            first -= 1
    else:
        bounds, qualifier = _bounds(number, qualifier)
    noun = phrase.noun
    if noun is None and phrase.unit is None and before is not None and phrase.end > end:
        noun = before.noun
    return (
        Figure(
            start=words[first].start,
            end=words[phrase.end - 1].end,
            low=bounds[0],
            high=bounds[1],
            noun=noun,
            unit=phrase.unit,
            qualifier=qualifier,
        ),
        phrase.end,
    )


def _second_number(forms: Sequence[str], index: int) -> Number | None:
    """The upper number of "drei bis fünf", "zwischen 3 und 5", "200-300"."""
    if index + 1 < len(forms) and forms[index] in ("bis", "-", "–", "oder"):
        return read_number(forms, index + 1)
    if index + 1 < len(forms) and forms[index] == "und":
        low = [form.lower() for form in forms[max(0, index - 3) : index]]
        return read_number(forms, index + 1) if "zwischen" in low else None
    return None


def _own(forms: Sequence[str], index: int, number: Number) -> float:
    """The value of a number without its multiplier: 3 of "3 Millionen"."""
    bare = read_number(list(forms[index : index + 1]), 0)
    return bare.value if bare and bare.value else number.value or 1.0


def _qualifier(words: Sequence[Word], start: int) -> tuple[int, Qualifier]:
    """The qualifier that ends before a number: where it begins, and what it says."""
    for length in range(min(_LONGEST_QUALIFIER, start), 0, -1):
        key = tuple(word.text.lower() for word in words[start - length : start])
        if found := _QUALIFIERS.get(key):
            return start - length, found  # type: ignore[return-value]
    return start, "exact"


def _bounds(
    number: Number, qualifier: Qualifier
) -> tuple[tuple[float | None, float | None], Qualifier]:
    value = round(number.value, 3) if number.part else number.value
    if qualifier == "at_most":
        return (None, value), "at_most"
    if number.vague or qualifier == "at_least":
        return (value, None), "at_least"
    return (value, value), "about" if number.rough else qualifier


def _is_none(
    words: Sequence[Word], start: int, number: Number, end: int, phrase: _Phrase, *, between: bool
) -> bool:
    """Whether a number counts nothing."""
    following = words[end].text.lower() if end < len(words) else ""
    before = words[start - 1] if start else None
    if following in _TIME or following.endswith(("jährige", "jähriger", "jährigen", "jährig")):
        return True
    if phrase.noun or phrase.unit:
        return False
    refers = phrase.end > end
    if number.vague or number.part or refers:
        return False
    form = words[start].text
    if number.digits and form.isdigit() and len(form) == 4 and int(form) in YEARS:
        return True
    if form.isdigit() and before is not None and before.pos in ("NOUN", "PROPN", "X", "SYM"):
        return True
    if before is not None and (before.text in "§:/" or before.text.endswith(".")):
        return True
    if not number.digits:
        return number.value < SMALL or end == start + 1
    return not between and form.isdigit() and len(form) == 1


def _counted(words: Sequence[Word], index: int) -> _Phrase:
    """What stands behind a number: a unit and its noun, or modifiers and a noun."""
    count = len(words)
    if index < count and words[index].text in _MEASURES:
        noun, end = _genitive(words, index + 1)
        return _Phrase(noun, words[index].text, end)
    if index < count and words[index].text.lower() in ("von", "der") and index + 1 < count:
        noun, end = _genitive(words, index)
        if noun:
            return _Phrase(noun, None, end)
    noun_at = _head(words, index)
    if noun_at is None:
        refers = index < count and words[index].text.lower() in _REFERRING
        return _Phrase(None, None, index + 1 if refers else index)
    noun, end = _joined(words, noun_at)
    unit, end = _per(words, end)
    return _Phrase(noun, unit, end)


def _head(words: Sequence[Word], index: int) -> int | None:
    """The index of the noun that a number counts, past its modifiers.

    "128 positiv auf das Virus getesteten Mitarbeitern" (128 employees who tested positive).
    """
    last = min(len(words), index + MAX_MODIFIERS + 1)
    at = index
    while at < last and _modifies(words, at):
        at += 1
    if at < len(words) and _is_noun(words[at]):
        return at
    if at < len(words) and words[at].pos == "ADP" and at > index:
        inner = at + 1
        while inner < len(words) and words[inner].pos in ("DET", "ADJ"):
            inner += 1
        if inner + 2 < len(words) and _is_noun(words[inner]) and _is_noun(words[inner + 2]):
            middle = words[inner + 1]
            if middle.pos in ("ADJ", "VERB") and middle.text.endswith(("e", "en", "er")):
                return inner + 2
    return None


def _modifies(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.pos == "PROPN":
        return at + 1 < len(words) and words[at + 1].pos == "NOUN" and word.text.endswith("er")
    if word.text.lower() in ("und", "oder", ","):
        return at + 1 < len(words) and words[at + 1].pos == "ADJ" and words[at - 1].pos == "ADJ"
    return word.pos in ("ADJ", "ADV") or (
        word.pos in ("VERB", "DET") and not word.finite and word.text.endswith(("en", "e", "er"))
    )


def _is_noun(word: Word) -> bool:
    return (
        word.pos in ("NOUN", "PROPN", "X")
        or (word.pos in ("ADJ", "VERB", "PRON") and not word.finite)
    ) and word.text[:1].isupper()


def _joined(words: Sequence[Word], at: int) -> tuple[str, int]:
    """A noun, with its twin ("Mitarbeiterinnen und Mitarbeiter"), and the index behind it."""
    if at + 2 < len(words) and words[at + 1].text == "und" and _is_noun(words[at + 2]):
        first, second = words[at].text, words[at + 2].text
        if "innen" in first + second and first[:4] == second[:4]:
            return f"{first} und {second}", at + 3
    return words[at].text, at + 1


def _genitive(words: Sequence[Word], index: int) -> tuple[str | None, int]:
    """The noun of "20 Prozent der Fleischprodukte", "Hunderte von Menschen"."""
    at = index
    if at < len(words) and words[at].text.lower() in ("von", "an", "am"):
        at += 1
    if at < len(words) and words[at].text.lower() in _ARTICLES:
        at += 1
    if at == index:
        return None, index
    while at < len(words) and words[at].pos == "ADJ" and not words[at].text[:1].isupper():
        at += 1
    if at < len(words) and _is_noun(words[at]):
        return _joined(words, at)
    return None, index


def _per(words: Sequence[Word], end: int) -> tuple[str | None, int]:
    """The unit of "50 Neuinfektionen pro 100.000 Einwohnern", and the index behind it."""
    if end + 1 < len(words) and words[end].text.lower() in _PER:
        forms = [word.text for word in words[end + 1 : end + 4]]
        number = read_number(forms, 0)
        if number and number.end < len(forms) and _is_noun(words[end + 1 + number.end]):
            last = end + 2 + number.end
            return " ".join(word.text for word in words[end:last]), last
    return None, end
