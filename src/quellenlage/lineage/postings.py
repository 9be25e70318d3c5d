"""Postings: which articles have which rare features, by day, so that a look-up reads few days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from quellenlage.lineage.index import RUN, room_for_run
from quellenlage.lineage.passages import Passages, passages_of, scramble, stem_of
from quellenlage.model import Article

__all__ = ["Features", "Postings", "features_of"]

Hashes = NDArray[np.uint32]

RARE = 40
"""Articles within the days looked at that may share a feature; what more have is a stock phrase."""
TOLD = 200
"""Words of an article whose stems are kept, the longest first: names and compounds are rare."""
MOST_PARTS = 8
"""Parts a day's postings are kept in; more are merged into one."""


@dataclass(frozen=True)
class Features:
    """The rare features of an article, hashed: runs of words, and stems."""

    runs: Hashes
    stems: Hashes


def features_of(article: Article) -> Features:
    """The features by which an article is found again."""
    passages = passages_of([article])
    words = sorted(passages.words, key=lambda word: (-len(word), word))
    stems = sorted({stem_of(word) for word in words[:TOLD]} - {""})
    return Features(_short(_runs(passages)), _short(_hashed(stems)))


def _hashed(words: Sequence[str]) -> NDArray[np.uint64]:
    """A number for each word, the same in every process."""
    values = [int.from_bytes(blake2b(word.encode(), digest_size=8).digest()) for word in words]
    return np.array(values, dtype=np.uint64)


def _short(values: NDArray[np.uint64]) -> Hashes:
    """The different numbers, ascending, of half the length."""
    return np.unique((scramble(values) >> np.uint64(32)).astype(np.uint32))


def _runs(passages: Passages) -> NDArray[np.uint64]:
    """A number for each run of words within a sentence."""
    usable = len(passages.flat) - RUN + 1
    if usable <= 0:
        return np.zeros(0, dtype=np.uint64)
    words = _hashed(passages.words)[passages.flat]
    hashes = np.zeros(usable, dtype=np.uint64)
    for shift in range(RUN):
        hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + words[shift : shift + usable]
    return hashes[room_for_run(passages)]


class Postings:
    """Features and the numbers of the articles that have them, as sorted parts by day."""

    def __init__(self) -> None:
        self._days: defaultdict[int | None, list[tuple[Hashes, Hashes]]] = defaultdict(list)

    def take(self, found: Mapping[int | None, Sequence[tuple[int, Hashes]]]) -> None:
        """Takes in the features of some articles, by day."""
        for day, articles in found.items():
            keys = np.concatenate([features for _, features in articles])
            numbers = np.repeat(
                np.array([number for number, _ in articles], dtype=np.uint32),
                [len(features) for _, features in articles],
            )
            parts = self._days[day]
            parts.append(_sorted(keys, numbers))
            if len(parts) > MOST_PARTS:
                merged = _sorted(*(np.concatenate(side) for side in zip(*parts, strict=True)))
                self._days[day] = [merged]

    def found(self, features: Hashes, day: int | None, days: int) -> dict[int, int]:
        """How many rare features each article near a day has in common; undated ones are near."""
        near = self._days if day is None else (*range(day - days, day + days + 1), None)
        places: list[NDArray[np.int64]] = []
        numbers: list[Hashes] = []
        for some in near:
            for keys, articles in self._days.get(some, ()):
                place, entry = _matches(features, keys)
                places.append(place)
                numbers.append(articles[entry])
        if not places:
            return {}
        place, number = np.concatenate(places), np.concatenate(numbers)
        rare = np.bincount(place, minlength=len(features)) <= RARE
        unique, count = np.unique(number[rare[place]], return_counts=True)
        return dict(zip(unique.tolist(), count.tolist(), strict=True))


def _sorted(keys: Hashes, numbers: Hashes) -> tuple[Hashes, Hashes]:
    """Both in the order of the keys."""
    order = np.argsort(keys, kind="stable")
    return keys[order], numbers[order]


def _matches(features: Hashes, keys: Hashes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which features stand at which entries of sorted keys."""
    begin = np.searchsorted(keys, features, side="left")
    size = np.searchsorted(keys, features, side="right") - begin
    place = np.repeat(np.arange(len(features)), size)
    offset = np.arange(len(place)) - np.repeat(np.cumsum(size) - size, size)
    return place, begin[place] + offset
