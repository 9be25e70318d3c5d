"""Bonds: what two articles have in common, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from quellenlage.lineage.clauses import clause_like
from quellenlage.lineage.matches import Matches
from quellenlage.lineage.passages import Passages
from quellenlage.lineage.surface import EDITED
from quellenlage.model import Span

__all__ = ["HALF", "Bond", "Match", "bonds_of"]

HALF = 0.5
"""Share of one article's sentences that must come from the other's text (analysis contract)."""

SCORE_OF_CLAUSE = 0.8
"""Score of a clause that matches by its surface where the sentences as a whole say little."""


class Match(NamedTuple):
    """Two sentences that come from one, by their numbers."""

    left: int
    right: int
    similarity: float
    score: float
    spans: tuple[Span, Span]
    """Where the sentences, or the clauses of them, stand in the left and the right article."""


@dataclass
class Bond:
    """The matches of two articles; `a` is the earlier one."""

    a: int
    b: int
    matches: list[Match] = field(default_factory=list)

    def matched(self, side: int) -> set[int]:
        """The sentences of one side that match."""
        return {(match.left, match.right)[side] for match in self.matches}

    @property
    def reworded(self) -> float:
        """Share of the matches that are reworded."""
        return sum(match.similarity < EDITED for match in self.matches) / len(self.matches)

    @property
    def similarity(self) -> float:
        """Mean similarity of the matches."""
        return sum(match.similarity for match in self.matches) / len(self.matches)

    @property
    def score(self) -> float:
        """Mean score of the matches."""
        return sum(match.score for match in self.matches) / len(self.matches)

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
    for row in zip(
        matches.pairs.left.tolist(),
        matches.pairs.right.tolist(),
        matches.similarity.tolist(),
        matches.score.tolist(),
        strict=True,
    ):
        match = _placed(passages, *row)
        if match is None:
            continue
        key = home[match.left], home[match.right]
        bonds.setdefault(key, Bond(*key)).matches.append(match)
    return [bonds[key] for key in sorted(bonds)]


def _placed(
    passages: Passages, left: int, right: int, similarity: float, score: float
) -> Match | None:
    """A match with its places; of a clause alone where the rest of its sentence is another's.

    None where only a clause could match and none does.
    """
    spans = _span(passages, left), _span(passages, right)
    if similarity < EDITED:
        long = 0 if passages.lengths[left] > passages.lengths[right] else 1
        texts = passages.text_of(left), passages.text_of(right)
        if clause := clause_like(texts[1 - long], texts[long]):
            start = spans[long].start
            part = Span(start + clause.span.start, start + clause.span.end)
            spans = (part, spans[1]) if long == 0 else (spans[0], part)
            return Match(left, right, clause.similarity, max(score, SCORE_OF_CLAUSE), spans)
        if score < 0:
            return None
    return Match(left, right, similarity, score, spans)


def _span(passages: Passages, number: int) -> Span:
    """Where a sentence stands in its article."""
    return Span(int(passages.start[number]), int(passages.end[number]))
