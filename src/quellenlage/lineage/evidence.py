"""How strong the evidence is that two sentences come from one: a score card in four steps.

1. *Surface*: letters, words and stems in common, weighed by hand into points.
2. *Company*: other sentences of the same two articles that match, in what order; rivals that match
   as well speak against it.
3. *Third witness*: a sentence of a further article that matches both.
4. Points become a score from 0 to 1, which says how likely the pair is right.

The points of the card are round numbers set by hand; the bounds were set on translations of the
same articles (two translations of one text are what "reworded" means here).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from quellenlage.lineage.grams import (
    common,
    figure_rows,
    letter_rows,
    row_sums,
    told_apart,
    word_rows,
)
from quellenlage.lineage.passages import Floats, Ints, Passages
from quellenlage.lineage.surface import EDITED

__all__ = ["SHORTEST", "Pairs", "Signs", "calibrated", "weighed", "worth_weighing"]

P_LETTERS_ROOT, P_LETTERS, P_WORDS, P_STEMS, P_LENGTH, P_FIGURES = 15.0, 12.0, 3.0, 9.0, 4.0, -1.2
"""Points for sequences of five letters (root of the share), of three, words in order of no account,
stems by rarity, equal length, and for every number that only one of them has."""
P_START = -17.0
"""Points two sentences start with: without likeness they are not one."""
SHORT = 6
"""Words below which likeness says less ("sagte er der BBC")."""
P_SHORT = 4.0
"""Points a sentence of `SHORT` words or more is ahead of one with none."""
P_MOST = 11.0
"""Points that the surface alone can give: beyond, company decides."""
P_COMPANY, P_NEIGHBOUR, P_RIVAL, P_WITNESS = 7.5, 1.8, -7.0, 1.4
"""Points for the share of other sentences that match, for a matching neighbour, for a rival, for a
third article's sentence that matches both."""
P_CONTEXT = -1.2
"""Points taken before the company is heard, so that a lone pair needs a better surface."""
MOST_COMPANY = 0.5
HOPELESS = -6.0
"""Points below which no company helps: it gives less than six."""
SHORTEST = 3
"""Words of the shortest sentence or heading that can be reuse."""
BATCH = 30_000
"""Pairs whose surface is looked at at a time; keeps the memory flat."""
SLOPE, OFFSET = 0.45, -1.6
"""Line that turns points into odds: of pairs with 3.5 points half were right, of those with 9
points nineteen in twenty."""
STEPS = ((1, 1), (-1, -1), (1, 2), (2, 1), (-1, -2), (-2, -1), (2, 2), (-2, -2))
"""Where the neighbours of a pair stand that keep the order of telling."""
ROUNDS = 2
"""How often company is heard: the second time by scores that know of the first."""
WITNESS = 0.5
"""Score from which on a pair bears witness for another."""
FAINT = 0.02
"""Score below which no third witness is asked for."""
MOST_WITNESSES = 64
"""Matches of a sentence that are asked at most."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of sentences, given by their numbers; `left` is of the earlier article."""

    left: Ints
    right: Ints

    def __len__(self) -> int:
        return len(self.left)

    def only(self, chosen: Floats | Ints) -> Pairs:
        """Some of the pairs."""
        return Pairs(self.left[chosen], self.right[chosen])


Signs = dict[str, Floats]


def worth_weighing(passages: Passages, stems: csr_matrix, pairs: Pairs) -> tuple[Pairs, Floats]:
    """The pairs that company can still carry, with the points of their surface."""
    kept, points = [np.zeros(0, np.int64)], [np.zeros(0)]
    for begin in range(0, len(pairs), BATCH):
        number = np.arange(begin, min(begin + BATCH, len(pairs)))
        signs = surface_signs(passages, stems, pairs.only(number))
        own = surface_points(signs)
        good = (own >= HOPELESS) | (signs["same words"] >= EDITED)
        good &= signs["shorter"] >= SHORTEST
        kept.append(number[good])
        points.append(own[good])
    return pairs.only(np.concatenate(kept)), np.concatenate(points)


def surface_signs(passages: Passages, stems: csr_matrix, pairs: Pairs) -> Signs:
    """What two sentences have in common, each sign from 0 to 1 (numbers: how many differ)."""
    used, place = np.unique(np.concatenate([pairs.left, pairs.right]), return_inverse=True)
    left, right = place[: len(pairs)], place[len(pairs) :]
    told = stems[used]
    figures = figure_rows(passages, told)
    lengths = passages.lengths[used].astype(np.float64)
    shorter = np.minimum(lengths[left], lengths[right])
    words = word_rows(passages, used)
    return {
        "letters": _jaccard(told_apart(letter_rows(passages, used, 5)), left, right),
        "short letters": _dice(told_apart(letter_rows(passages, used, 3)), left, right),
        "words": _dice(told_apart(words), left, right),
        "same words": _dice(words, left, right),
        "stems": _dice(told, left, right),
        "length": shorter / np.maximum(1, np.maximum(lengths[left], lengths[right])),
        "figures": _apart(figures, left, right),
        "shorter": shorter,
    }


def _dice(matrix: csr_matrix, left: Ints, right: Ints) -> Floats:
    """Twice what is in common over what both have."""
    sums = row_sums(matrix)
    return 2 * common(matrix, left, right) / np.maximum(1e-9, sums[left] + sums[right])


def _jaccard(matrix: csr_matrix, left: Ints, right: Ints) -> Floats:
    """What is in common over what either has."""
    sums, shared = row_sums(matrix), common(matrix, left, right)
    return shared / np.maximum(1e-9, sums[left] + sums[right] - shared)


def _apart(matrix: csr_matrix, left: Ints, right: Ints) -> Floats:
    """How much only one of two has."""
    sums = row_sums(matrix)
    return sums[left] + sums[right] - 2 * common(matrix, left, right)


def surface_points(signs: Signs) -> Floats:
    """The first step of the card."""
    points = (
        P_START
        + P_LETTERS_ROOT * np.sqrt(signs["letters"])
        + P_LETTERS * signs["short letters"]
        + P_WORDS * signs["words"]
        + P_STEMS * signs["stems"]
        + P_LENGTH * signs["length"]
        + P_FIGURES * np.minimum(signs["figures"], 4)
        - P_SHORT * (1 - np.minimum(signs["shorter"], SHORT) / SHORT)
    )
    return np.asarray(np.minimum(points, P_MOST))


def weighed(passages: Passages, pairs: Pairs, points: Floats) -> Floats:
    """The score of every pair, given the points of its surface."""
    score = logistic(points)
    for _ in range(ROUNDS):
        company = _company(passages, pairs, score)
        witness = _witnesses(len(passages), pairs, score)
        score = logistic(points + P_CONTEXT + company + P_WITNESS * witness)
    return score


def calibrated(score: Floats) -> Floats:
    """The score as the share of pairs of that score that are right."""
    inner = np.clip(score, 1e-13, 1 - 1e-13)
    return logistic(SLOPE * np.log(inner / (1 - inner)) + OFFSET)


def logistic(points: Floats) -> Floats:
    """Points as a score from 0 to 1."""
    return np.asarray(1 / (1 + np.exp(-np.clip(points, -30, 30))))


def _company(passages: Passages, pairs: Pairs, score: Floats) -> Floats:
    """The second step of the card."""
    total = len(passages.articles)
    here, there = passages.article[pairs.left], passages.article[pairs.right]
    rival = np.maximum(
        _best_other(pairs.left * total + there, score),
        _best_other(pairs.right * total + here, score),
    )
    alone = np.where(score > rival, score, 0.0)
    _, both = np.unique(here * total + there, return_inverse=True)
    others = np.bincount(both, weights=alone)[both] - alone
    sizes = np.diff(passages.first)
    share = others / np.maximum(2, np.minimum(sizes[here], sizes[there]))
    return np.asarray(
        P_COMPANY * np.minimum(share, MOST_COMPANY)
        + P_NEIGHBOUR * _neighbour(passages, pairs, score)
        + P_RIVAL * rival
    )


def _best_other(group: Ints, score: Floats) -> Floats:
    """For every entry the best score of another entry of its group; 0 where there is none."""
    order = np.lexsort((-score, group))
    ordered, value = group[order], score[order]
    begin = np.searchsorted(ordered, ordered, side="left")
    size = np.searchsorted(ordered, ordered, side="right") - begin
    second = np.where(size > 1, value[np.minimum(begin + 1, len(value) - 1)], 0.0)
    result = np.empty(len(score))
    result[order] = np.where(np.arange(len(order)) == begin, second, value[begin])
    return result


def _neighbour(passages: Passages, pairs: Pairs, score: Floats) -> Floats:
    """The best score of a pair that stands beside this one in both articles."""
    size = len(passages)
    key = pairs.left * size + pairs.right
    order = np.argsort(key)
    known, value = key[order], score[order]
    best = np.zeros(len(pairs))
    for forth, back in STEPS:
        left, right = pairs.left + forth, pairs.right + back
        inside = (left >= 0) & (left < size) & (right >= 0) & (right < size)
        left, right = np.clip(left, 0, size - 1), np.clip(right, 0, size - 1)
        inside &= passages.article[left] == passages.article[pairs.left]
        inside &= passages.article[right] == passages.article[pairs.right]
        wanted = left * size + right
        at = np.minimum(np.searchsorted(known, wanted), max(0, len(known) - 1))
        best = np.maximum(best, np.where(inside & (known[at] == wanted), value[at], 0.0))
    return best


def _witnesses(size: int, pairs: Pairs, score: Floats) -> Floats:
    """The third step: how well a further sentence matches both, by the weaker of its matches."""
    sure = np.flatnonzero(score >= WITNESS)
    matches: dict[int, dict[int, float]] = {}
    for left, right, value in zip(
        pairs.left[sure].tolist(), pairs.right[sure].tolist(), score[sure].tolist(), strict=True
    ):
        for one, other in ((left, right), (right, left)):
            known = matches.setdefault(one, {})
            if len(known) < MOST_WITNESSES:
                known[other] = value
    result = np.zeros(len(pairs))
    has = np.zeros(size, dtype=bool)
    has[list(matches)] = True
    asked = np.flatnonzero((score >= FAINT) & has[pairs.left] & has[pairs.right])
    for number in asked.tolist():
        one, other = matches[int(pairs.left[number])], matches[int(pairs.right[number])]
        if len(one) > len(other):
            one, other = other, one
        result[number] = max(
            (min(value, other[third]) for third, value in one.items() if third in other),
            default=0.0,
        )
    return result
