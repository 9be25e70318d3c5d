"""Dates: the time expressions of an article with TIMEX3 values, relative to its publication.

1. fixed phrases of `data/date_phrases.tsv` are marked as a whole, or kept from being read;
2. every word gets its class (`date_lexicon`); sentences without a word of time are left at that;
3. the first row of `data/date_patterns.tsv` that fits is marked, and its builder gives the value;
4. days named before an hour or "am selben Tag" are what these refer to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from quellenlage.german.date_calendar import Calendar, read_day
from quellenlage.german.date_context import Builders, Context, Value
from quellenlage.german.date_days import DAYS
from quellenlage.german.date_hours import HOURS
from quellenlage.german.date_lexicon import TimeWord, time_words
from quellenlage.german.date_patterns import Found, find_patterns
from quellenlage.german.date_periods import PERIODS
from quellenlage.german.date_spans import SPANS
from quellenlage.german.tables import rows
from quellenlage.model import DateExpression, Word

__all__ = ["find_dates"]

_BUILDERS: Builders = {**DAYS, **HOURS, **PERIODS, **SPANS}
WORDS_PER_DAY = 400
"""One weekday in so many words makes a text news; on essays of a weekly "heute" is the present."""
_TOPICAL = frozenset(("WEEKDAY", "DAYTIME", "DAYWORD", "CLOCK"))
"""Words that make a text one of the news of days."""


def find_dates(sentences: Sequence[Sequence[Word]], published: str | None) -> list[DateExpression]:
    """The time expressions of an article, in order of their place."""
    read = [time_words(words) for words in sentences]
    topical = _is_topical(read, sum(map(len, sentences)))
    context = Context(Calendar(read_day(published)), topical=topical)
    found: list[DateExpression] = []
    for words, kinds in zip(sentences, read, strict=True):
        found += _in_sentence(words, kinds, context)
    return found


def _is_topical(read: Sequence[Sequence[TimeWord | None]], length: int) -> bool:
    """Whether a text tells the news of days: it names weekdays or "gestern" often enough."""
    named = sum(word is not None and word.kind in _TOPICAL for kinds in read for word in kinds)
    return named * WORDS_PER_DAY >= length


def _in_sentence(
    words: Sequence[Word], kinds: list[TimeWord | None], context: Context
) -> list[DateExpression]:
    context.words, context.in_sentence = words, None
    found = _phrases(words, kinds, context)

    def build(place: Found) -> list[DateExpression] | None:
        values = _BUILDERS[place.builder](place, context)
        if values is None or (values and len(values) != len(place.extents)):
            return None
        pairs = zip(values, place.extents, strict=False)
        context.keep_day = not place.has("PREVDAY")
        return [_expression(words, value, start, end, context) for value, (start, end) in pairs]

    if kinds:
        found += find_patterns(kinds, build)
    return sorted(found, key=lambda date: date.start)


def _expression(
    words: Sequence[Word], value: Value, start: int, end: int, context: Context
) -> DateExpression:
    _remember(value, context)
    return DateExpression(
        start=words[start].start, end=words[end - 1].end, type=value.type, value=value.value
    )


def _remember(value: Value, context: Context) -> None:
    """Keeps the day that later hours belong to."""
    if value.type not in ("DATE", "TIME") or not value.value[:4].isdigit():
        return
    context.last_year = value.value[:4]
    if read_day(value.value):
        if not context.keep_day:
            return
        context.in_sentence = context.last_day = value.value[:10]
    elif len(value.value) == 7 and value.value[5:].isdigit():
        context.last_month = value.value


@cache
def _phrase_table() -> Mapping[str, list[tuple[tuple[str, ...], str, str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for phrase, kind, value, _ in rows("date_phrases", 4):
        forms = tuple(phrase.split())
        for first in {forms[0], forms[0][0].upper() + forms[0][1:]}:
            table.setdefault(first, []).append((forms, kind, value))
    return table


def _phrases(
    words: Sequence[Word], kinds: list[TimeWord | None], context: Context
) -> list[DateExpression]:
    """Marks the fixed phrases of a sentence and takes their words from the patterns."""
    found = []
    table = _phrase_table()
    for place in [n for n, word in enumerate(words) if word.text in table]:
        for forms, kind, value in table[words[place].text]:
            end = place + len(forms)
            texts = tuple(other.text for other in words[place:end])
            if texts[1:] != forms[1:]:
                continue
            if kinds:
                kinds[place:end] = [None] * len(forms)
            if kind != "NONE":
                built = Value(kind, _phrase_value(value, context))  # type: ignore[arg-type]
                found.append(_expression(words, built, place, end, context))
            break
    return found


def _phrase_value(value: str, context: Context) -> str:
    """A value as it stands; "DAY+1" counts from the day named last."""
    if not value.startswith("DAY"):
        return value
    day = read_day(context.last_day) or context.calendar.today
    return Calendar(day).day(int(value[3:]))
