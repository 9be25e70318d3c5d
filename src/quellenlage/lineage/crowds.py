"""Crowds: a text that more articles print, nearly unchanged, than a rare run of words may stand in.

What stands in very many places is taken for a stock phrase and makes no pair. Where most of an
article is such text, it is a print of it: each is joined with one earlier print, so that the work
grows with the prints, not with their pairs. Prints that are equal to the last letter do not come
here (`copies.py`).
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from quellenlage.lineage.index import Window
from quellenlage.lineage.passages import Ints, Passages

__all__ = ["LONG_ENOUGH", "MOSTLY", "crowd_pairs"]

LONG_ENOUGH = 8
"""Words from which on an edited sentence is reuse by its surface alone; shorter ones ("Das sagte er
am Montag") need company."""
MOSTLY = 2 / 3
"""Share of an article's words that stand in such sentences and in one earlier print too: more than
in lists of results that share every second line."""


def crowd_pairs(passages: Passages, window: Window) -> tuple[Ints, Ints]:
    """Equal sentences of articles that are mostly made of what very many have, each with one."""
    crowded = _crowded(passages, window.most)
    prints = _Prints(passages, window.days)
    for article in _mostly(passages, crowded):
        first, behind = passages.first[article : article + 2].tolist()
        prints.take(article, first + np.flatnonzero(crowded[first:behind]))
    pairs = np.array(prints.pairs, dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def _crowded(passages: Passages, most: int) -> NDArray[np.bool_]:
    """Which long sentences stand in more than so many places."""
    long = np.flatnonzero(passages.lengths >= LONG_ENOUGH)
    digests = passages.digests[long]
    ordered = np.sort(digests)
    often = ordered[most:][ordered[most:] == ordered[: max(0, len(ordered) - most)]]
    crowded = np.zeros(len(passages), dtype=bool)
    crowded[long] = np.isin(digests, np.unique(often))
    return crowded


def _mostly(passages: Passages, crowded: NDArray[np.bool_]) -> list[int]:
    """The articles that are mostly made of such sentences, in order of time."""
    total = len(passages.articles)
    words = np.bincount(passages.article, weights=passages.lengths, minlength=total)
    shared = np.bincount(passages.article, weights=passages.lengths * crowded, minlength=total)
    found: list[int] = np.flatnonzero((words > 0) & (shared >= MOSTLY * words)).tolist()
    return found


class _Prints:
    """The prints met so far: by sentence the last article that further ones are joined with."""

    def __init__(self, passages: Passages, days: float) -> None:
        self.pairs: list[tuple[int, int]] = []
        self._passages, self._days = passages, days
        self._joined_with: dict[int, int] = {}

    def take(self, article: int, crowded: Ints) -> None:
        """Joins an article with an earlier print; where there is none it is one itself."""
        digests = self._passages.digests
        shared: Counter[int] = Counter()
        for sentence in crowded.tolist():
            earlier = self._joined_with.get(int(digests[sentence]))
            if earlier is not None:
                shared[earlier] += int(self._passages.lengths[sentence])
        for earlier, words in shared.most_common(1):
            if words >= MOSTLY * self._words(article) and self._near(earlier, article):
                self.pairs.extend(self._equal(earlier, article))
                return
        for sentence in crowded.tolist():
            self._joined_with[int(digests[sentence])] = article

    def _words(self, article: int) -> int:
        first, behind = self._passages.first[article : article + 2]
        return int(self._passages.lengths[first:behind].sum())

    def _near(self, earlier: int, article: int) -> bool:
        """Whether two appeared within the window; undated ones may have."""
        days = self._passages.days
        return not days[article] - days[earlier] > self._days

    def _equal(self, earlier: int, article: int) -> list[tuple[int, int]]:
        """The sentences that two articles have word for word."""
        first, digests = self._passages.first, self._passages.digests
        known = {int(digests[n]): n for n in range(*first[earlier : earlier + 2].tolist())}
        return [
            (known[int(digests[n])], n)
            for n in range(*first[article : article + 2].tolist())
            if int(digests[n]) in known
        ]
