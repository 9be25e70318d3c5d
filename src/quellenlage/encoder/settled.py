"""Settled words: those whose best label no label of their neighbours can overturn.

A label that leads another by more than all that the steps from and to its neighbours can give the
other is in every best row of labels. Such words part a sentence into short runs that are labelled
each for itself, which spares a tagger half of the words and nine in ten of the turns. Shapes: N
words of all sentences one after the other, L labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Runs", "most_regained", "runs_between"]

Scores = NDArray[np.float64]
Places = NDArray[np.int64]
ROUNDING = 1e-6
"""A lead that is less is none: sums of scores are rounded."""


class Runs(NamedTuple):
    """The words that are not settled, as sentences of their own."""

    places: Places
    """(words that are not settled,): where they stand among the N."""
    sizes: Places
    """How many words each run has."""
    scores: Scores
    """(words that are not settled, L): with what the settled neighbours add."""


def most_regained(steps: Scores) -> Scores:
    """(L, L): how much a second label can at most win back on a first one by its neighbours.

    `steps` is (L, L), from a label to the next one. No label wins anything back on itself.
    """
    before = (steps[:, None, :] - steps[:, :, None]).max(0)
    behind = (steps[None, :, :] - steps[:, None, :]).max(2)
    found: Scores = np.maximum(before, 0) + np.maximum(behind, 0)
    np.fill_diagonal(found, -np.inf)
    return found


def runs_between(scores: Scores, sizes: Sequence[int], steps: Scores, regained: Scores) -> Runs:
    """The runs of words of some sentences between those that are settled."""
    best = scores.argmax(1)
    lead = scores[np.arange(len(best)), best, None] - scores
    unsettled = (lead <= regained[best] + ROUNDING).any(1)
    places = np.flatnonzero(unsettled)
    lengths = np.array([size for size in sizes if size], dtype=np.int64)
    if len(places) == len(best):
        return Runs(places, lengths, scores)
    joined = np.ones(len(best), dtype=bool)
    joined[np.cumsum(lengths) - lengths] = False
    follows = joined[1:] & (unsettled[1:] != unsettled[:-1])
    opened = np.flatnonzero(follows & unsettled[1:]) + 1
    closed = np.flatnonzero(follows & unsettled[:-1])
    own = scores.copy()
    own[opened] += steps[best[opened - 1]]
    own[closed] += steps.T[best[closed + 1]]
    joined[opened] = False
    begins = np.flatnonzero(~joined[places])
    return Runs(places, np.diff(begins, append=len(places)), own[places])
