"""Postings: which articles have which rare features, by day, so that a look-up reads few days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from quellenlage.lineage.copies import LOOKED_AT
from quellenlage.lineage.crowds import MOSTLY
from quellenlage.lineage.index import RUN, room_for_run
from quellenlage.lineage.passages import Passages, distinct, passages_of, scramble, stem_of
from quellenlage.model import Article

__all__ = ["Features", "Postings", "features_of"]

Hashes = NDArray[np.uint32]

RARE = 40
"""Articles within the days looked at that may share a feature; what more have is a stock phrase."""
TOLD = 200
"""Words of an article whose stems are kept, the longest first: names and compounds are rare."""
TIMES_AS_LONG = 4
"""Times as long as the next a part of a day's postings is at least; shorter ones are merged. So
parts are few and each entry is sorted few times, also where all articles are undated."""


@dataclass(frozen=True)
class Features:
    """The rare features of an article, hashed: runs of words, and stems."""

    runs: Hashes
    stems: Hashes


def features_of(articles: Sequence[Article]) -> list[Features]:
    """The features by which each of the articles is found again."""
    passages = passages_of(articles)
    runs, stems = _Runs(passages), _Stems(passages)
    found: dict[int, Features] = {}
    for number, article in enumerate(passages.articles):
        begin, end = passages.offsets[passages.first[number : number + 2]].tolist()
        found[id(article)] = Features(runs.between(begin, end), stems.between(begin, end))
    return [found[id(article)] for article in articles]


def _hashed(words: Sequence[str]) -> NDArray[np.uint64]:
    """A number for each word, the same in every process."""
    values = [int.from_bytes(blake2b(word.encode(), digest_size=8).digest()) for word in words]
    return np.array(values, dtype=np.uint64)


def _short(values: NDArray[np.uint64]) -> Hashes:
    """The different numbers, ascending, of half the length."""
    return np.unique((scramble(values) >> np.uint64(32)).astype(np.uint32))


class _Stems:
    """The stems of the longest words between two places."""

    def __init__(self, passages: Passages) -> None:
        words = passages.words
        order = sorted(range(len(words)), key=lambda number: (-len(words[number]), words[number]))
        self._rank = np.empty(len(words), dtype=np.int64)
        self._rank[order] = np.arange(len(words))
        stems = [stem_of(words[number]) for number in order]
        self._hashes = _hashed(stems)
        self._told = np.array([bool(stem) for stem in stems], dtype=bool)
        self._flat = passages.flat

    def between(self, begin: int, end: int) -> Hashes:
        """Their hashes."""
        longest = distinct(self._rank[self._flat[begin:end]])[:TOLD]
        return _short(self._hashes[longest[self._told[longest]]])


class _Runs:
    """The runs of words that begin between two places and end in their sentence."""

    def __init__(self, passages: Passages) -> None:
        usable = max(0, len(passages.flat) - RUN + 1)
        words = _hashed(passages.words)[passages.flat]
        self._hashes = np.zeros(usable, dtype=np.uint64)
        for shift in range(RUN if usable else 0):
            self._hashes *= np.uint64(0x9E3779B97F4A7C15)
            self._hashes += words[shift : shift + usable]
        self._room = room_for_run(passages)

    def between(self, begin: int, end: int) -> Hashes:
        """Their hashes."""
        return _short(self._hashes[begin:end][self._room[begin:end]])


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
            while len(parts) > 1 and len(parts[-2][0]) < TIMES_AS_LONG * len(parts[-1][0]):
                last, before = parts.pop(), parts.pop()
                keys, numbers = (np.concatenate(side) for side in zip(before, last, strict=True))
                parts.append(_sorted(keys, numbers))

    def found(self, features: Hashes, day: int | None, days: int) -> dict[int, int]:
        """How many rare features each article near a day has in common; undated ones are near.

        Of what is mostly made of features that are not rare, the first few articles that have them
        are found by these: a text that very many print.
        """
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
        told = rare[place]
        if (~rare).sum() >= MOSTLY * len(features):
            told |= _first_few(place, number)
        unique, count = np.unique(number[told], return_counts=True)
        return dict(zip(unique.tolist(), count.tolist(), strict=True))


def _sorted(keys: Hashes, numbers: Hashes) -> tuple[Hashes, Hashes]:
    """Both in the order of the keys."""
    order = np.argsort(keys, kind="stable")
    return keys[order], numbers[order]


def _matches(features: Hashes, keys: Hashes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which features stand at which entries of sorted keys; more than is rare is not told."""
    begin = np.searchsorted(keys, features, side="left")
    size = np.minimum(np.searchsorted(keys, features, side="right") - begin, RARE + 1)
    place = np.repeat(np.arange(len(features)), size)
    offset = np.arange(len(place)) - np.repeat(np.cumsum(size) - size, size)
    return place, begin[place] + offset


def _first_few(place: NDArray[np.int64], number: Hashes) -> NDArray[np.bool_]:
    """Which entries are among the first few articles of their feature."""
    order = np.lexsort((number, place))
    rank = np.arange(len(order)) - np.searchsorted(place[order], place[order], side="left")
    few = np.zeros(len(order), dtype=bool)
    few[order[rank < LOOKED_AT]] = True
    return few
