"""Boilerplate by recurrence: the sentences that an outlet repeats in article after article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quellenlage.lineage.crowds import LONG_ENOUGH
from quellenlage.lineage.evidence import SHORTEST, Pairs
from quellenlage.lineage.groups import Groups
from quellenlage.lineage.passages import Ints, Passages, distinct, scramble

__all__ = ["NEARLY_SAME", "recurring_in"]

NEARLY_SAME = 0.8
"""Share of both texts that two articles of one outlet must have in common to be one article. In two
weeks of the archive, pairs of one outlet have either less than .55 or more than .8 in common."""
RECURRING = 5
"""Articles of one outlet in which a sentence stands, or one nearly like it, to be boilerplate."""


def recurring_in(passages: Passages, pairs: Pairs, days: float) -> frozenset[int]:
    """The sentences that stand in several articles of one outlet, word for word or nearly so.

    Versions of an article and copies of its text are one article here. `pairs` are alike; so many
    `days` a sentence is looked for again.
    """
    outlets = [article.outlet for article in passages.articles]
    own = _own(passages, pairs)
    home = passages.article.tolist()
    spread: defaultdict[int, set[int]] = defaultdict(set)
    for left, right in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True):
        a, b = home[left], home[right]
        if outlets[a] is not None and outlets[a] == outlets[b] and own[a] != own[b]:
            spread[left].add(own[b])
            spread[right].add(own[a])
    near = {n for n, where in spread.items() if len(where) + 1 >= RECURRING}
    return frozenset(near.union(_repeated(passages, (_numbered(outlets), own), days).tolist()))


def _own(passages: Passages, pairs: Pairs) -> list[int]:
    """For every article a number that it shares with its versions and the copies of its text.

    Versions have one address, or one outlet, one title and nearly all sentences in common. The
    title counts since teasers with a notice below them are nearly the same otherwise.
    """
    groups = Groups()
    first: dict[str, int] = {}
    for number, article in enumerate(passages.articles):
        address = article.canonical_url or article.url or article.text
        groups.join(first.setdefault(address, number), number)
    for a, b in _states(passages, pairs):
        groups.join(a, b)
    return [groups.find(number) for number in range(len(passages.articles))]


def _states(passages: Passages, pairs: Pairs) -> list[tuple[int, int]]:
    """Articles of one outlet that have title and nearly all sentences in common."""
    total, digests = len(passages.articles), passages.digests
    long = passages.lengths >= LONG_ENOUGH
    same = (digests[pairs.left] == digests[pairs.right]) & long[pairs.left]
    key = passages.article[pairs.left[same]] * total + passages.article[pairs.right[same]]
    unique, number = np.unique(key, return_counts=True)
    sizes = np.bincount(passages.article[long], minlength=total)
    a, b = unique // max(1, total), unique % max(1, total)
    titles = digests[passages.first[a]] == digests[passages.first[b]]
    near = titles & (number >= NEARLY_SAME * np.maximum(sizes[a], sizes[b]))
    return [
        (one, other)
        for one, other in zip(a[near].tolist(), b[near].tolist(), strict=True)
        if passages.articles[one].outlet == passages.articles[other].outlet is not None
    ]


def _numbered(values: Sequence[object]) -> list[int]:
    """Equal values as equal numbers; 0 for what is unknown."""
    numbers: dict[object, int] = {None: 0}
    return [numbers.setdefault(value, len(numbers)) for value in values]


def _repeated(
    passages: Passages, outlets_and_own: tuple[Sequence[int], Sequence[int]], days: float
) -> Ints:
    """The sentences that stand word for word in several articles of one outlet within the window.

    Where very many copies lie together no pairs of them are made; these are found here.
    """
    outlets, own = outlets_and_own
    house = np.array(outlets, dtype=np.int64)[passages.article]
    asked = np.flatnonzero((house > 0) & (passages.lengths >= SHORTEST))
    key = scramble(passages.digests[asked] + house[asked].astype(np.uint64))
    several = _several(key)
    asked, key = asked[several], key[several]
    where = np.array(own, dtype=np.int64)[passages.article[asked]]
    order = np.lexsort((asked, where, key))
    first = np.ones(len(order), dtype=bool)
    first[1:] = (key[order[1:]] != key[order[:-1]]) | (where[order[1:]] != where[order[:-1]])
    once = order[first]
    once = once[np.lexsort((asked[once], key[once]))]
    time = passages.days[passages.article[asked[once]]]
    shift = RECURRING - 1
    begin = np.flatnonzero(
        (key[once[shift:]] == key[once[:-shift]]) & ~(time[shift:] - time[:-shift] > days)
    )
    found = np.unique(begin[:, None] + np.arange(RECURRING))
    return asked[np.isin(_joint(key, where), _joint(key, where)[once[found]])]


def _several(keys: NDArray[np.uint64]) -> Ints:
    """Where keys stand that occur as often as boilerplate does."""
    ordered = np.sort(keys)
    shift = RECURRING - 1
    often = distinct(ordered[shift:][ordered[shift:] == ordered[: max(0, len(ordered) - shift)]])
    at = np.minimum(np.searchsorted(often, keys), max(0, len(often) - 1))
    return np.flatnonzero(often[at] == keys) if len(often) else np.zeros(0, np.int64)


def _joint(key: NDArray[np.uint64], where: Ints) -> NDArray[np.uint64]:
    """One number for a sentence and the article it stands in, versions of it included."""
    return scramble(key ^ where.astype(np.uint64))
