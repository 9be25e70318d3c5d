"""Shares: how much of an article comes from another's text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from quellenlage.lineage.bonds import Bond
from quellenlage.lineage.passages import Ints, Passages

__all__ = ["COUNTED", "Sizes", "sizes_of"]

COUNTED = 4
"""Words of a sentence that counts when shares are told."""


@dataclass(frozen=True)
class Sizes:
    """Which sentences count when shares are told, and how many each article has."""

    skipped: frozenset[int]
    """Sentences that do not count: single words, boilerplate."""
    total: Ints

    def share(self, bond: Bond, side: int) -> float:
        """Share of one article's sentences that match the other's."""
        total = max(1, int(self.total[(bond.a, bond.b)[side]]))
        return len(bond.matched(side) - self.skipped) / total


def sizes_of(passages: Passages, recurring: frozenset[int]) -> Sizes:
    """What counts: no boilerplate, no single words."""
    counted = passages.lengths >= COUNTED
    counted[list(recurring)] = False
    total = np.bincount(passages.article[counted], minlength=len(passages.articles))
    return Sizes(frozenset(np.flatnonzero(~counted).tolist()), total.astype(np.int64))
