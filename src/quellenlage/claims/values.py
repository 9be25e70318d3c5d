"""Values: the figures a claim's assertions give, as strings that can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quellenlage.german.concepts import concept_of
from quellenlage.model import Article, Claim, Figure, Span, within

__all__ = ["figure_value", "figure_variants"]

_SIGNS = {"exact": "", "about": "≈", "at_least": "≥", "at_most": "≤", "between": ""}


def figure_value(figure: Figure) -> str:
    """A figure in digits with its qualifier: "mindestens 3000" is ≥3000."""
    number = figure.low if figure.low is not None else figure.high
    digits = f"{number:.10g}" if number is not None else "?"
    return f"{_SIGNS.get(figure.qualifier, '')}{digits}"


def figure_variants(claim: Claim, articles: Mapping[str, Article]) -> dict[str, list[int]]:
    """The values the assertions give for one counted thing, if they give several."""
    by_noun: dict[str, dict[str, list[int]]] = {}
    for number, assertion in enumerate(claim.assertions):
        place = Span(assertion.start, assertion.end)
        for figure in within(articles[assertion.article].figures, place):
            noun = figure.noun or figure.unit
            if noun and (figure.low or figure.high or 0) >= 3:
                values = by_noun.setdefault(concept_of(noun, "NOUN"), {})
                values.setdefault(figure_value(figure), []).append(number)
    several = [values for values in by_noun.values() if len(values) > 1]
    return max(several, key=lambda v: sum(map(len, v.values())), default={})


def figures_at(articles: Mapping[str, Article], article: str, place: Span) -> Sequence[Figure]:
    """The figures in a passage."""
    return within(articles[article].figures, place)
