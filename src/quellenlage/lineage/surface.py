"""How alike two sentences are on the surface, and what kind of reuse that makes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from cydifflib import SequenceMatcher

from quellenlage.lineage.grams import common, word_rows
from quellenlage.lineage.passages import Floats, Ints, Passages

__all__ = ["EDITED", "Kind", "kind_of", "similarities", "similarity"]

Kind = Literal["verbatim", "edited", "reworded"]

EDITED = 0.6
"""Similarity from which on a sentence is edited and not reworded (analysis contract)."""
LONGEST = 400
"""Words up to which two sentences are compared in order; a list of results may be longer, and
comparing takes the product of the lengths."""

BATCH = 200_000
"""Pairs compared at a time; keeps the memory flat."""


def similarity(a: Sequence[object], b: Sequence[object]) -> float:
    """The share of words that stand in both in the same order, from 0 to 1."""
    if len(a) > LONGEST or len(b) > LONGEST:
        a, b = a[:LONGEST], b[:LONGEST]
    ratio: float = SequenceMatcher(None, a, b, autojunk=False).ratio()
    return ratio


def kind_of(similar: float) -> Kind:
    """The kind of reuse by similarity of the surface."""
    if similar >= 1.0:
        return "verbatim"
    return "edited" if similar >= EDITED else "reworded"


def similarities(passages: Passages, left: Ints, right: Ints, least: float) -> Floats:
    """The similarity of pairs of sentences; 0 where the words in common cannot give `least`.

    The sentence of the lower article id comes first, since the order can matter a little.
    """
    parts = [
        _similarities(passages, left[at : at + BATCH], right[at : at + BATCH], least)
        for at in range(0, len(left), BATCH)
    ]
    return np.concatenate([*parts, np.zeros(0)])


def _similarities(passages: Passages, left: Ints, right: Ints, least: float) -> Floats:
    """The same for one batch."""
    result = np.zeros(len(left))
    equal = passages.digests[left] == passages.digests[right]
    result[equal & (passages.lengths[left] > 0)] = 1.0
    rank = passages.ranks
    swap = rank[passages.article[left]] > rank[passages.article[right]]
    low, high = np.where(swap, right, left), np.where(swap, left, right)
    rest = np.flatnonzero(~equal)
    rest = rest[_bounds(passages, low[rest], high[rest]) >= least]
    matcher = SequenceMatcher(None, [], [], autojunk=False)
    current = -1
    for number in rest[np.argsort(high[rest], kind="stable")].tolist():
        if high[number] != current:
            current = int(high[number])
            matcher.set_seq2(passages.words_of(current)[:LONGEST])
        matcher.set_seq1(passages.words_of(int(low[number]))[:LONGEST])
        result[number] = matcher.ratio()
    return result


def _bounds(passages: Passages, low: Ints, high: Ints) -> Floats:
    """The similarity that the words in common would give in the best of orders."""
    used, place = np.unique(np.concatenate([low, high]), return_inverse=True)
    words, lengths = word_rows(passages, used), passages.lengths[used]
    left, right = place[: len(low)], place[len(low) :]
    total = np.maximum(1, lengths[left] + lengths[right])
    bound = 2 * common(words, left, right) / total
    bound[np.maximum(lengths[left], lengths[right]) > LONGEST] = 1.0
    return np.asarray(bound, dtype=np.float64)
