"""Matching: how likely two passages are wordings of one claim.

What speaks for it: shared concepts and shared runs of letters (cosines of rarity-weighted vectors),
an edge of text reuse, one thing that happens (verb
or noun), one figure for one thing, the same origin, the same kind, neighbourhood (a
statement and its explanation). What speaks against it: unlike figures, and "weitere" (further)
on one side only. The weights are those of a logistic regression over the pairs of five annotated
stories; left out one at a time, the others lose a hundredth of F1 on it. Candidates come from an
inverted index of concepts, so that only passages with something rare in common are compared.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from quellenlage.claims.features import Features, Vector
from quellenlage.model import ClaimKind, Figure, Reuse

__all__ = ["Comparable", "Pair", "reused", "similarities"]

Pair = tuple[int, int]

WIDEST_POSTING = 60
"""Passages sharing a concept beyond which it proposes no candidates; keeps comparisons linear."""
LEAST = 0.04
"""Cosine below which a pair without reuse is not looked at further."""
BIAS = -4.5
CONCEPTS, LETTERS, REUSE = 2.7, 2.8, 3.1
SAME_EVENT, NO_EVENT = 0.8, 0.25
SAME_FIGURE, OTHER_FIGURE, FURTHER = 2.1, -2.4, -1.9
NEIGHBOURS, SAME_ORIGIN, SAME_KIND = 0.7, 0.35, 1.0
HEADING = 0.7
BOTH_ANSWER = 0.9
"""Weights of the regression, in the order of the docstring; a heading has less to share.
Two denials share their cue, which is no content."""
OPPOSITE = -1.5
"""One passage negates and the other does not: "ist nicht verlegt" (has not been moved) is a claim
of its own. Answers are exempt, they negate what they answer. Set by hand: too few pairs to fit."""
SMALL_FIGURE = 3
"""Figures below this are articles and counts of heads ("zwei Länder") and decide nothing."""
ROUNDING = 0.03
"""Share by which two figures may differ and still be one number, rounded."""


class Comparable(msgspec.Struct, frozen=True, kw_only=True):
    """A passage as it is compared: what it says, how it is written, whose word it is."""

    features: Features
    concepts: Vector
    letters: Vector
    kind: ClaimKind
    origin: str | None
    answers: bool


def reused(features: Sequence[Features], reuse: Sequence[Reuse]) -> dict[Pair, float]:
    """The pairs of passages that an edge of reuse joins, with its score."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(features):
        places[item.passage.article].append(number)
    found: dict[Pair, float] = {}
    for edge in reuse:
        here = [*_at(features, places.get(edge.a.article, ()), edge.a.start, edge.a.end)]
        there = [*_at(features, places.get(edge.b.article, ()), edge.b.start, edge.b.end)]
        for one, other in _aligned(features, here, there):
            pair = (min(one, other), max(one, other))
            found[pair] = max(found.get(pair, 0.0), edge.score)
    return found


def _aligned(
    features: Sequence[Features], here: Sequence[int], there: Sequence[int]
) -> Iterator[Pair]:
    """Of two sentences that are one, the passages that may be: those most alike, seen from both."""
    shared = {(a, b): _shared(features[a], features[b]) for a in here for b in there}
    for (one, other), share in shared.items():
        if share >= max(shared[one, b] for b in there) or share >= max(
            shared[a, other] for a in here
        ):
            yield one, other


def _shared(one: Features, other: Features) -> float:
    """The share of the concepts of the shorter of two passages that both have."""
    least = min(len(one.concepts), len(other.concepts))
    return len(one.concepts.keys() & other.concepts.keys()) / least if least else 0.0


def _at(
    features: Sequence[Features], numbers: Sequence[int], start: int, end: int
) -> Iterator[int]:
    """The passages of an article that lie mostly in a place."""
    for number in numbers:
        passage = features[number].passage
        common = min(end, passage.end) - max(start, passage.start)
        if common * 2 >= passage.end - passage.start:
            yield number


def similarities(passages: Sequence[Comparable], edges: Mapping[Pair, float]) -> dict[Pair, float]:
    """For passages that have something in common, how likely they are one claim, from 0 to 1."""
    found: dict[Pair, float] = {}
    for pair in sorted({*_candidates([p.concepts for p in passages]), *edges}):
        one, other = passages[pair[0]], passages[pair[1]]
        cosine = _cosine(one.concepts, other.concepts)
        if cosine >= LEAST or pair in edges:
            found[pair] = _likelihood(one, other, cosine, edges.get(pair, 0.0))
    return found


def _candidates(vectors: Sequence[Vector]) -> set[Pair]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for concept in vector:
            postings[concept].append(number)
    found: set[Pair] = set()
    for numbers in postings.values():
        if len(numbers) <= WIDEST_POSTING:
            found.update((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :])
    return found


def _cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length one, to the bit whatever the order of what they share."""
    return math.fsum(one[key] * other[key] for key in one.keys() & other.keys())


def _likelihood(one: Comparable, other: Comparable, cosine: float, reuse: float) -> float:
    first, second = one.features, other.features
    near = (
        first.passage.article == second.passage.article
        and abs(first.passage.sentence - second.passage.sentence) <= 1
    )
    agreement = _figures_agree(first.figures, second.figures)
    score = (
        BIAS
        + CONCEPTS * cosine
        + LETTERS * _cosine(one.letters, other.letters)
        + REUSE * reuse
        + _events_agree(first, second)
        + (SAME_FIGURE if agreement > 0 else OTHER_FIGURE if agreement < 0 else 0.0)
        + FURTHER * (first.additional != second.additional)
        + NEIGHBOURS * near
        + SAME_ORIGIN * (one.origin is not None and one.origin == other.origin)
        + SAME_KIND * (one.kind == other.kind)
        + BOTH_ANSWER * (one.answers and other.answers)
        + OPPOSITE * _is_opposite(one, other)
        + HEADING * (first.passage.headline or second.passage.headline)
    )
    return 1 / (1 + math.exp(-score))


def _is_opposite(one: Comparable, other: Comparable) -> bool:
    """Whether only one of two statements is negative."""
    if one.answers or other.answers:
        return False
    return one.features.negated != other.features.negated


def _events_agree(one: Features, other: Features) -> float:
    """What it counts that each names what the other says to happen, as verb or noun."""
    if not one.predicates or not other.predicates:
        return NO_EVENT
    mutual = one.predicates & other.concepts.keys() and other.predicates & one.concepts.keys()
    return SAME_EVENT if mutual else 0.0


def _figures_agree(ones: Sequence[Figure], others: Sequence[Figure]) -> int:
    """1 if a figure of both can be the same, -1 if both have some and none can, else 0."""
    first = [f for f in ones if (f.low or f.high or 0) >= SMALL_FIGURE]
    second = [f for f in others if (f.low or f.high or 0) >= SMALL_FIGURE]
    if not first or not second:
        return 0
    return 1 if any(_same_figure(a, b) for a in first for b in second) else -1


def _same_figure(one: Figure, other: Figure) -> bool:
    """Whether two figures can be one number: equal, or one rounds or bounds the other."""
    a, b = one.low or one.high, other.low or other.high
    if a is None or b is None:
        return False
    return abs(a - b) <= ROUNDING * max(a, b)
