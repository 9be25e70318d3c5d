"""Values: the figures and places that a claim's assertions give, as strings to compare.

Only figures that count the same thing are compared, and rates, limits and mere sizes are left out
("50 je 100.000", "die Marke von 50", "Tausende"): a false contradiction costs more trust than a
missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quellenlage.claims.sides import side_of
from quellenlage.german.concepts import concept_of
from quellenlage.german.states import read_state
from quellenlage.german.value_context import direction_of, is_rate_or_limit, is_size_only
from quellenlage.model import Article, Assertion, Claim, Figure, Span, within

__all__ = [
    "Variants",
    "are_of_one_number",
    "can_both_hold",
    "figure_value",
    "figure_variants",
    "place_variants",
    "unlike_figures",
]

Variants = dict[str, list[int]]
"""The assertions that give each value, by their places in the claim's list."""

_SIGNS = {"exact": "", "about": "≈", "at_least": "≥", "at_most": "≤", "between": ""}
ABOUT = 0.1
"""Share by which a number may be off that is told as about: "rund 10.000" are 9.000 to 11.000."""
HALF = 0.5
"""By how much a number is off at most that is told without its fraction."""
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
    """The values the assertions give for one counted thing, if they give several.

    Where no one thing is counted in several ways, one number may be given with unlike precision,
    whatever word it counts: "400 Fälle", "mindestens 400 Infizierte" (GUIDE 8).
    """
    given = list(_figures(claim, articles))
    by_noun: defaultdict[str, list[tuple[int, Figure]]] = defaultdict(list)
    by_size: defaultdict[float, list[tuple[int, Figure]]] = defaultdict(list)
    for number, figures in given:
        counted: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            by_size[_size(figure)].append((number, figure))
            if noun := figure.noun or figure.unit:
                counted[concept_of(noun, "NOUN")].append(figure)
        for concept, found in counted.items():
            if len(found) == 1:
                by_noun[concept].append((number, found[0]))
    unlike = [_unlike(found) for found in by_noun.values() if _comparable(found)]
    unlike += [_by_value(found) for found in by_size.values()]
    several = [values for values in unlike if len(values) > 1]
    return max(several, key=lambda values: sum(map(len, values.values())), default={})


def _figures(claim: Claim, articles: Mapping[str, Article]) -> Iterator[tuple[int, list[Figure]]]:
    """The figures each supporting assertion gives, rates, limits and small ones left out."""
    for number, assertion in _supporting(claim):
        article = articles[assertion.article]
        place = Span(assertion.start, assertion.end)
        words = within(article.words, place)
        yield (
            number,
            [
                figure
                for figure in within(article.figures, place)
                if _size(figure) >= SMALL_FIGURE
                and not is_rate_or_limit(words, figure)
                and not is_size_only(words, figure)
            ],
        )


def _size(figure: Figure) -> float:
    return figure.low or figure.high or 0.0


def _comparable(found: Sequence[tuple[int, Figure]]) -> bool:
    """Whether figures are near enough to count one thing."""
    sizes = [_size(figure) for _, figure in found]
    return max(sizes) <= FARTHEST * min(sizes)


def _unlike(found: Sequence[tuple[int, Figure]]) -> Variants:
    """The assertions of each value that another contradicts, or gives with unlike precision."""
    kept = [
        (number, figure)
        for number, figure in found
        if any(_disagree(figure, other) for _, other in found)
    ]
    return _by_value(kept)


def _disagree(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot both hold, or are one number with unlike precision."""
    if figure_value(one) == figure_value(other):
        return False
    return _size(one) == _size(other) or _is_rounded(one, other) or not can_both_hold(one, other)


def _is_rounded(one: Figure, other: Figure) -> bool:
    """Whether the one is a round bound just below the other: "mehr als 1.000" and 1.029."""
    bound, number = (one, other) if one.qualifier == "at_least" else (other, one)
    low, size = _size(bound), _size(number)
    exact = bound.qualifier == "at_least" and number.qualifier == "exact"
    return exact and low < size <= low * (1 + ABOUT)


def can_both_hold(one: Figure, other: Figure) -> bool:
    """Whether one number can be meant by both, with the precision that each gives it.

    "rund 10.000" and 10.200, "mehr als 50" and 63, "bis zu 100" and 80, 51,9 and 52 can; "fast 100"
    and 160 cannot.
    """
    whole, broken = sorted((_size(one), _size(other)), key=lambda size: size % 1 != 0)
    rounded = whole % 1 == 0 != broken % 1 and abs(whole - broken) <= HALF
    return rounded or _overlap(_bounds(one), _bounds(other))


def are_of_one_number(values: Iterable[str]) -> bool:
    """Whether figures as `figure_value` writes them differ only in how precise they are."""
    bounds = [_read(value) for value in values]
    return all(_overlap(one, other) for one in bounds for other in bounds)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


def _bounds(figure: Figure) -> tuple[float, float]:
    """The least and the largest number that a figure can mean."""
    if figure.qualifier == "about":
        return _read(figure_value(figure))
    low = figure.low if figure.low is not None else 0.0
    return low, figure.high if figure.high is not None else float("inf")


def _read(value: str) -> tuple[float, float]:
    """The least and the largest number that a written value can mean."""
    digits = value.lstrip("".join(_SIGNS.values()))
    number = float(digits) if digits.replace(".", "", 1).isdigit() else 0.0
    spread = {
        _SIGNS["about"]: (number * (1 - ABOUT), number * (1 + ABOUT)),
        _SIGNS["at_least"]: (number, float("inf")),
        _SIGNS["at_most"]: (0.0, number),
    }
    return spread.get(value[:1], (number, number))


def _by_value(found: Sequence[tuple[int, Figure]]) -> Variants:
    """The assertions of each value."""
    values: Variants = {}
    for number, figure in found:
        numbers = values.setdefault(figure_value(figure), [])
        if number not in numbers:
            numbers.append(number)
    return values


def unlike_figures(ones: Sequence[Figure], others: Sequence[Figure]) -> tuple[str, str] | None:
    """The values that two passages give for one counted thing, if they are unlike."""
    for one in ones:
        for other in others:
            sizes = sorted((_size(one), _size(other)))
            alike = concept_of(one.noun or "", "NOUN") == concept_of(other.noun or "", "NOUN")
            if sizes[0] < SMALL_FIGURE or sizes[1] > FARTHEST * sizes[0]:
                continue
            if (alike or sizes[0] == sizes[1]) and figure_value(one) != figure_value(other):
                return figure_value(one), figure_value(other)
    return None


def place_variants(claim: Claim, articles: Mapping[str, Article]) -> Variants:
    """The town something went to, if the assertions of several articles give unlike ones.

    States are compared across claims, see `goals`.
    """
    found: Variants = {}
    for number, assertion in _supporting(claim):
        article = articles[assertion.article]
        place = Span(assertion.start, assertion.end)
        places = {
            article.text[mention.start : mention.end]
            for mention in within(article.mentions, place)
            if mention.label == "LOC"
        }
        goal = direction_of(within(article.words, place), places)
        if goal and read_state(goal.split()[-1]) is None:
            found.setdefault(goal, []).append(number)
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
