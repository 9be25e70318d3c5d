"""Matching: how much speaks for two passages being wordings of one claim.

What speaks for it: shared concepts (cosine of rarity-weighted vectors), an edge of text reuse, one
figure for one thing, one day. What speaks against it: unlike figures, unlike days, unlike names of
people, "weitere" (further) on one side only, opinion against fact. Candidates come from an inverted
index of concepts, so that only passages with something rare in common are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from quellenlage.claims.features import Features, Vector
from quellenlage.model import Figure, Reuse, overlap

__all__ = ["Pair", "reused", "similarities"]

Pair = tuple[int, int]

WIDEST_POSTING = 60
"""Passages that share a concept beyond which it proposes no candidates; keeps comparisons linear."""
LEAST = 0.12
"""Cosine below which a pair is not looked at further."""
REUSE_BONUS = 0.45
"""What an edge of reuse counts: two wordings of one original sentence are nearly always one claim,
but a sentence can carry two claims."""
FIGURE_BONUS, DAY_BONUS = 0.12, 0.05
FIGURE_VETO, DAY_VETO, ADDITIONAL_VETO, KIND_VETO = 0.5, 0.12, 0.5, 0.1
SMALL_FIGURE = 3
"""Figures below this are articles and counts of heads ("zwei Länder") and decide nothing."""


def reused(features: Sequence[Features], reuse: Sequence[Reuse]) -> dict[Pair, float]:
    """The pairs of passages that an edge of reuse joins, with its score."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(features):
        places[item.passage.article].append(number)
    found: dict[Pair, float] = {}
    for edge in reuse:
        for one in _at(features, places.get(edge.a.article, ()), edge.a.start, edge.a.end):
            for other in _at(features, places.get(edge.b.article, ()), edge.b.start, edge.b.end):
                pair = (min(one, other), max(one, other))
                found[pair] = max(found.get(pair, 0.0), edge.score)
    return found


def _at(
    features: Sequence[Features], numbers: Sequence[int], start: int, end: int
) -> Iterator[int]:
    """The passages of an article that lie mostly in a place."""
    for number in numbers:
        passage = features[number].passage
        common = min(end, passage.end) - max(start, passage.start)
        if common * 2 >= passage.end - passage.start:
            yield number


def similarities(
    features: Sequence[Features], vectors: Sequence[Vector], edges: Mapping[Pair, float]
) -> dict[Pair, float]:
    """How alike the passages are that have something in common, from about 0 to 1.5."""
    found: dict[Pair, float] = {}
    for pair in sorted({*_candidates(vectors), *edges}):
        one, other = pair
        cosine = _cosine(vectors[one], vectors[other])
        if cosine < LEAST and pair not in edges:
            continue
        found[pair] = (
            cosine
            + (REUSE_BONUS if pair in edges else 0.0)
            + _agreement(features[one], features[other], cosine, pair in edges)
        )
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
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other.get(key, 0.0) for key, value in one.items())


def _agreement(one: Features, other: Features, cosine: float, reused: bool) -> float:
    """What figures, days and kinds add or take away."""
    score = 0.0
    relation = _figures_agree(one.figures, other.figures)
    if relation > 0:
        score += FIGURE_BONUS
    elif relation < 0 and not reused:
        score -= FIGURE_VETO
    if one.days and other.days and not reused:
        score += DAY_BONUS if one.days & other.days else -DAY_VETO
    if one.additional != other.additional and (one.figures or other.figures) and not reused:
        score -= ADDITIONAL_VETO
    return score


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
    return abs(a - b) <= 0.03 * max(a, b)
