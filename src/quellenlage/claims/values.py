"""Values: the figures, places and days that a claim's assertions give, as strings to compare.

Only figures that count the same thing are compared, and rates and limits are left out ("50 je
100.000", "die Marke von 50"): a false contradiction costs more trust than a missed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quellenlage.claims.sides import side_of
from quellenlage.german.concepts import concept_of
from quellenlage.german.value_context import direction_of, is_rate_or_limit
from quellenlage.model import Article, Assertion, Claim, Figure, Span, within

__all__ = ["Variants", "date_variants", "figure_value", "figure_variants", "place_variants"]

Variants = dict[str, list[int]]
"""The assertions that give each value, by their places in the claim's list."""

_SIGNS = {"exact": "", "about": "≈", "at_least": "≥", "at_most": "≤", "between": ""}
SMALL_FIGURE = 3
"""Below this a figure counts heads or articles, and a difference is one of wording."""
FARTHEST = 3.0
"""Ratio of two figures from which on they are parts and wholes, stages or other things."""


def figure_value(figure: Figure) -> str:
    """A figure in digits with its qualifier: "mindestens 3000" is ≥3000."""
    number = figure.low if figure.low is not None else figure.high
    digits = f"{number:.10g}" if number is not None else "?"
    return f"{_SIGNS.get(figure.qualifier, '')}{digits}"


def figure_variants(claim: Claim, articles: Mapping[str, Article]) -> Variants:
    """The values the assertions give for one counted thing, if they give several."""
    by_noun: dict[str, Variants] = {}
    sizes: dict[str, list[float]] = {}
    for number, assertion in _supporting(claim):
        article = articles[assertion.article]
        place = Span(assertion.start, assertion.end)
        words = within(article.words, place)
        counted: dict[str, list[tuple[Figure, float]]] = {}
        for figure in within(article.figures, place):
            noun = figure.noun or figure.unit
            size = figure.low or figure.high or 0
            if noun and size >= SMALL_FIGURE and not is_rate_or_limit(words, figure):
                counted.setdefault(concept_of(noun, "NOUN"), []).append((figure, size))
        for concept, found in counted.items():
            if len(found) == 1:
                figure, size = found[0]
                by_noun.setdefault(concept, {}).setdefault(figure_value(figure), []).append(number)
                sizes.setdefault(concept, []).append(size)
    several = [
        values
        for concept, values in by_noun.items()
        if len(values) > 1 and max(sizes[concept]) <= FARTHEST * min(sizes[concept])
    ]
    return max(several, key=lambda values: sum(map(len, values.values())), default={})


def place_variants(claim: Claim, articles: Mapping[str, Article]) -> Variants:
    """Whither something went, if the assertions of several articles give unlike directions."""
    found: Variants = {}
    for number, assertion in _supporting(claim):
        article = articles[assertion.article]
        place = Span(assertion.start, assertion.end)
        goal = direction_of(within(article.words, place), within(article.mentions, place))
        if goal:
            found.setdefault(goal, []).append(number)
    return found if _several_articles(claim, found) else {}


def date_variants(claim: Claim, articles: Mapping[str, Article]) -> Variants:
    """The day of an event, if assertions that name one day each name unlike ones."""
    found: Variants = {}
    for number, assertion in _supporting(claim):
        if assertion.chain:
            continue
        article = articles[assertion.article]
        dates = within(article.dates, Span(assertion.start, assertion.end))
        days = {
            date.value
            for date in dates
            if date.type == "DATE" and len(date.value) == len("2020-06-16")
        }
        if len(days) == 1:
            found.setdefault(days.pop(), []).append(number)
    return found if _several_articles(claim, found) else {}


def _supporting(claim: Claim) -> Iterator[tuple[int, Assertion]]:
    """The assertions that stand for a claim, formulas aside, with their places."""
    for number, assertion in enumerate(claim.assertions):
        if side_of(assertion.stance) == "support" and not assertion.formula:
            yield number, assertion


def _several_articles(claim: Claim, variants: Variants) -> bool:
    """Whether the values come from different articles, so that reports differ."""
    articles = [{claim.assertions[n].article for n in numbers} for numbers in variants.values()]
    return len(articles) > 1 and len(set().union(*articles)) > 1
