"""Days: one event that reports date unlike, within a claim or across two.

"Der Damm brach am 3. März" (the dam broke on) and "Der Damm ist am 5. März gebrochen" cannot both
hold. Compared are passages that surely say one thing and have in common what happens. Left out is

1. the day on which something was said, which stands in the frame of the utterance;
2. what has no one day: spans, "seit Montag" (since), "bis Mai" (until), a day in a month;
3. counts, as two counts on two days are two moments;
4. days that lie near and of which one is only about: "etwa am 3. März", "in der Nacht zum Montag".

A plan that a later report dates anew is explained by time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from quellenlage.claims.closeness import Closeness
from quellenlage.claims.features import Features
from quellenlage.claims.sides import side_of
from quellenlage.claims.values import unlike_figures
from quellenlage.german.value_context import is_loose_date, opens_span
from quellenlage.model import (
    Article,
    Assertion,
    AssertionReference,
    Claim,
    DateExpression,
    Span,
    within,
)

__all__ = ["UnlikeDays", "tell_one_event", "unlike_days"]

SURELY_ONE = 0.5
"""Likelihood from which on two passages tell one event: that from which on an origin counts too."""
NEAR = 3
"""Days within which "about" holds."""
_WHOLE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T[A-Z]{2})?)?)?$")
_NIGHT = "TNI"
"""The night to Monday is that of Sunday, and both days are meant by it."""


class UnlikeDays(msgspec.Struct, frozen=True):
    """The days of one event with the assertions that give them; `moved` if a plan was changed."""

    values: dict[str, list[AssertionReference]]
    moved: bool


class _Dated(msgspec.Struct, frozen=True):
    """An assertion that dates what happens."""

    reference: AssertionReference
    assertion: Assertion
    said: Features
    value: str
    loose: bool
    told: str


def unlike_days(
    claims: Sequence[Claim], articles: Mapping[str, Article], closeness: Closeness
) -> list[UnlikeDays]:
    """The events that reports date unlike, each with its days."""
    dated = {
        (found.assertion.article, found.assertion.start, found.assertion.end): found
        for claim in claims
        for found in _dated(claim, articles, closeness)
    }
    found: dict[tuple[str, ...], list[tuple[_Dated, _Dated]]] = {}
    for one, other in closeness.close_pairs(SURELY_ONE, dated):
        here, there = dated[one], dated[other]
        if _differ(here, there):
            ids = tuple(sorted({here.reference.claim, there.reference.claim}))
            found.setdefault(ids, []).append((here, there))
    return [_gathered(pairs) for _, pairs in sorted(found.items())]


def _dated(claim: Claim, articles: Mapping[str, Article], closeness: Closeness) -> Iterator[_Dated]:
    """The assertions of a claim that date what happens to one day, month or year."""
    for number, assertion in enumerate(claim.assertions):
        said, article = closeness.said(assertion), articles[assertion.article]
        if said is None or side_of(assertion.stance) != "support" or assertion.formula:
            continue
        dates = _own_dates(article, said)
        if len(dates) == 1 and _WHOLE.match(dates[0].value) and said.predicates:
            words = said.passage.words
            if not opens_span(words, dates[0]):
                yield _Dated(
                    AssertionReference(claim=claim.id, index=number),
                    assertion,
                    said,
                    dates[0].value,
                    is_loose_date(words, dates[0]),
                    (article.published or "")[:10],
                )


def _own_dates(article: Article, said: Features) -> list[DateExpression]:
    """The dates of a passage, those of the utterance left out."""
    passage = said.passage
    framing = {word.start for word in passage.frame}
    return [
        found
        for found in within(article.dates, Span(passage.start, passage.end))
        if found.type in ("DATE", "TIME")
        and not any(word.start in framing for word in within(article.words, found))
    ]


def _differ(one: _Dated, other: _Dated) -> bool:
    """Whether two reports date one event unlike, and cannot both be right."""
    return (
        one.assertion.article != other.assertion.article
        and tell_one_event(one.said, other.said)
        and not _may_be_one(one, other)
    )


def tell_one_event(one: Features, other: Features) -> bool:
    """Whether two passages can be of one moment: the same happens, and nothing is counted unlike.

    "Am Freitag waren 90 Fälle bekannt" (90 cases were known on) is of another moment than "Der
    Ausbruch wurde am Mittwoch bekannt".
    """
    return (
        bool(one.predicates & other.predicates)
        and not (one.additional or other.additional)
        and one.negated == other.negated
        and not _count_unlike(one, other)
    )


def _count_unlike(one: Features, other: Features) -> bool:
    """Whether one counts what the other does not, or otherwise (step 3)."""
    if bool(one.figures) != bool(other.figures):
        return True
    return unlike_figures(one.figures, other.figures) is not None


def _may_be_one(one: _Dated, other: _Dated) -> bool:
    """Whether two values may be of one day: the same, a day in its month, days that lie near."""
    first, second = one.value[:10], other.value[:10]
    if first.startswith(second) or second.startswith(first):
        return True
    if len(first) != len(second):
        return False
    days = _day(first), _day(second)
    if days[0] is None or days[1] is None:
        return False
    apart = abs((days[0] - days[1]).days)
    nightly = one.value.endswith(_NIGHT) or other.value.endswith(_NIGHT)
    return (nightly and apart <= 1) or ((one.loose or other.loose) and apart <= NEAR)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _gathered(pairs: Sequence[tuple[_Dated, _Dated]]) -> UnlikeDays:
    """The values of some pairs with their assertions."""
    dated = {id(one): one for pair in pairs for one in pair}.values()
    values: dict[str, list[AssertionReference]] = {}
    for one in sorted(dated, key=lambda one: (one.value, one.reference.claim, one.reference.index)):
        values.setdefault(one.value, []).append(one.reference)
    return UnlikeDays(values, all(_was_moved(*pair) for pair in pairs))


def _was_moved(one: _Dated, other: _Dated) -> bool:
    """Whether both tell what is to come, and on unlike days: a plan that was changed."""
    planned = {one.assertion.stance, other.assertion.stance} <= {"expects", "conditional"}
    return planned and bool(one.told) and bool(other.told) and one.told != other.told
