"""Bonds: what two articles have in common, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from quellenlage.lineage.matches import Matches
from quellenlage.lineage.passages import Passages
from quellenlage.lineage.surface import EDITED

__all__ = ["HALF", "Bond", "Match", "bonds_of"]

HALF = 0.5
"""Share of one article's sentences that must come from the other's text (analysis contract)."""

THREAD = 0.25
"""Share of an article that one reworded sentence may not carry alone: two reports of a hearing that
both list the four who were heard shared a third of the shorter one."""
LITERAL = 0.4
"""Similarity from which on a sentence can: below, a quarter of such pairs are not one sentence."""


class Match(NamedTuple):
    """Two sentences that come from one, by their numbers."""

    left: int
    right: int
    similarity: float
    score: float


@dataclass
class Bond:
    """The matches of two articles; `a` is the earlier one."""

    a: int
    b: int
    matches: list[Match] = field(default_factory=list)

    def matched(self, side: int) -> set[int]:
        """The sentences of one side that match."""
        return {match[side] for match in self.matches}

    @property
    def reworded(self) -> float:
        """Share of the matches that are reworded."""
        return sum(match.similarity < EDITED for match in self.matches) / len(self.matches)

    @property
    def similarity(self) -> float:
        """Mean similarity of the matches."""
        return sum(match.similarity for match in self.matches) / len(self.matches)

    @property
    def verbatim(self) -> float:
        """Share of the matches that are verbatim."""
        return sum(match.similarity >= 1 for match in self.matches) / len(self.matches)

    def in_order(self) -> int:
        """The greatest number of matches that stand in the same order in both articles."""
        ends: list[int] = []
        for match in sorted(self.matches, key=lambda match: (match.left, -match.right)):
            at = bisect_left(ends, match.right)
            ends[at : at + 1] = [match.right]
        return len(ends)


def bonds_of(passages: Passages, matches: Matches) -> list[Bond]:
    """The matches by pairs of articles, in order."""
    bonds: dict[tuple[int, int], Bond] = {}
    home = passages.article.tolist()
    for match in map(
        Match,
        matches.pairs.left.tolist(),
        matches.pairs.right.tolist(),
        matches.similarity.tolist(),
        matches.score.tolist(),
    ):
        key = home[match.left], home[match.right]
        bonds.setdefault(key, Bond(*key)).matches.append(match)
    return [bonds[key] for key in sorted(bonds) if not _hangs_by_a_thread(passages, bonds[key])]


def _hangs_by_a_thread(passages: Passages, bond: Bond) -> bool:
    """Whether one sentence in quite other words would make up much of an article."""
    if len(bond.matches) > 1 or bond.matches[0].similarity >= LITERAL:
        return False
    match = bond.matches[0]
    for sentence, article in ((match.left, bond.a), (match.right, bond.b)):
        length = int(passages.end[sentence] - passages.start[sentence])
        if length >= THREAD * len(passages.articles[article].text):
            return True
    return False
