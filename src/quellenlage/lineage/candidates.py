"""Which sentences may be one sentence in other words: few pairs, chosen by rare stems.

1. Articles that share rare stems within a time window are partners; each keeps its best ones.
2. Between partners sentences with a telling stem in common are looked at.
3. In collections small enough, sentences of any two articles are, if they share rare letters.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from quellenlage.lineage.grams import letter_rows, row_sums
from quellenlage.lineage.index import Window, neighbours
from quellenlage.lineage.passages import Floats, Ints, Passages

__all__ = ["lone_pairs", "partner_pairs", "partners"]

PARTNER_WINDOW = Window(days=3.0, most=16)
"""Days between two rewordings of one text: the same news is told again within days."""
PARTNERS = 12
"""Partners kept of an article: the work grows with the articles, not with their pairs."""
LEAST_OVERLAP = 0.12
"""Share of the rarer article's stems, by weight, that partners have in common. All translation
twins have .2 and more; independent reports of one event .18 to .27."""
LEAST_STEMS = 4
"""Rare stems that partners have in common at least."""
TOLD = 200
"""Rarest stems of an article that are indexed: a long one costs no more."""
BATCH = 1_500
"""Articles whose partners are looked for at a time; keeps the memory flat."""
ALIKE = 0.14
"""Share of the stem weight that two sentences of partners have in common at least; in two months of
the archive no accepted pair had less."""
TOGETHER = 400
"""Pairs of articles whose sentences are compared at a time; keeps the memory flat."""
SMALL = 30_000
"""Sentences up to which single sentences of any articles are compared by their letters."""
LETTERS = 5
MOST_PLACES = 16
"""Places of a sentence up to which it is looked at: lines of lists that all share stand in more."""
NEAREST = 60
"""Sentences looked at for each one; in texts of few syllables all share letters with all."""
RARE_LETTERS = 400
"""A sequence of letters in more sentences than this is not rare."""
ALIKE_LETTERS = 0.06
"""Share of the shorter sentence's letter sequences that must be rare ones in common."""


def partners(passages: Passages, stems: csr_matrix) -> tuple[Ints, Ints, Floats]:
    """Pairs of articles that share rare stems, with their overlap from 0 to 1."""
    told = _told_by(passages, stems)
    total = len(passages.articles)
    weight = np.log(total / np.maximum(1, np.asarray(told.sum(axis=0)).ravel())) + 0.1
    told = _rarest(told, weight)
    sums = row_sums(told.multiply(weight[None, :]).tocsr())
    found = [_weighed(passages, told, weight, sums, begin) for begin in range(0, total, BATCH)]
    a, b, share = (np.concatenate([part[at] for part in found]) for at in range(3))
    return _best(a.astype(np.int64), b.astype(np.int64), share, total)


def _weighed(
    passages: Passages, told: csr_matrix, weight: Floats, sums: Floats, begin: int
) -> tuple[Ints, Ints, Floats]:
    """Partners whose earlier article is one of a batch, with their overlap."""
    total = len(passages.articles)
    last = min(begin + BATCH, total)
    until = last
    if not np.isnan(passages.days[last - 1]):
        horizon = passages.days[last - 1] + PARTNER_WINDOW.days
        until = total - int((~(passages.days <= horizon)).sum())
        until = max(until, last)
        if np.isnan(passages.days[-1]):
            until = total
    else:
        until = total
    columns = told[begin:until].tocsc()
    feature = np.repeat(np.arange(columns.shape[1]), np.diff(columns.indptr)).astype(np.uint64)
    keys, weights = _joined(passages, feature, columns.indices.astype(np.int64) + begin, weight)
    early = keys < last * total
    keys, weights = keys[early], weights[early]
    unique, inverse, number = np.unique(keys, return_inverse=True, return_counts=True)
    a, b = unique // total, unique % total
    share = np.bincount(inverse, weights=weights, minlength=len(unique)) / np.maximum(
        1e-9, np.minimum(sums[a], sums[b])
    )
    chosen = (share >= LEAST_OVERLAP) & (number >= LEAST_STEMS)
    return a[chosen], b[chosen], share[chosen]


def _told_by(passages: Passages, stems: csr_matrix) -> csr_matrix:
    """Which stems stand in each article."""
    size = len(passages)
    gather = csr_matrix(
        (np.ones(size, np.float32), np.arange(size), passages.first),
        shape=(len(passages.articles), size),
    )
    told = (gather @ stems).tocsr()
    told.data[:] = 1
    told.sort_indices()
    return told


def _rarest(told: csr_matrix, weight: Floats) -> csr_matrix:
    """Only the rarest stems of the articles that have very many."""
    rows = np.repeat(np.arange(told.shape[0], dtype=np.int32), np.diff(told.indptr))
    for row in np.flatnonzero(np.diff(told.indptr) > TOLD).tolist():
        begin, end = told.indptr[row], told.indptr[row + 1]
        order = np.argsort(-weight[told.indices[begin:end]], kind="stable")
        told.data[begin:end][order[TOLD:]] = 0
    keep = told.data > 0
    sizes = np.bincount(rows[keep], minlength=told.shape[0])
    ends = np.concatenate([[0], np.cumsum(sizes)])
    return csr_matrix((told.data[keep], told.indices[keep], ends), shape=told.shape)


def _joined(
    passages: Passages, feature: NDArray[np.uint64], article: Ints, weight: Floats
) -> tuple[Ints, Floats]:
    """Keys of pairs of articles, once for each rare stem they share, with its weight."""
    total = len(passages.articles)
    keys = [np.zeros(0, np.int64)]
    weights = [np.zeros(0)]
    own = np.arange(total, dtype=np.int64)
    for first, second, place in neighbours(feature, article, own, passages.days, PARTNER_WINDOW):
        keys.append(first * total + second)
        weights.append(weight[feature[place].astype(np.int64)])
    return np.concatenate(keys), np.concatenate(weights)


def _best(a: Ints, b: Ints, share: Floats, total: int) -> tuple[Ints, Ints, Floats]:
    """Only pairs that are among the best partners of one of the two."""
    keep = np.zeros(len(a), dtype=bool)
    for side in (a, b):
        order = np.lexsort((-share, side))
        ordered = side[order]
        begin = np.searchsorted(ordered, ordered, side="left")
        keep[order[np.arange(len(order)) - begin < PARTNERS]] = True
    return a[keep], b[keep], share[keep]


def partner_pairs(
    passages: Passages, stems: csr_matrix, pairs: tuple[Ints, Ints]
) -> tuple[Ints, Ints]:
    """Pairs of sentences of partners that share stems enough to be looked at."""
    sums = row_sums(stems)
    left, right = [np.zeros(0, np.int32)], [np.zeros(0, np.int32)]
    for at in range(0, len(pairs[0]), TOGETHER):
        part = slice(at, at + TOGETHER)
        row, column, shared = _sharing(passages, stems, (pairs[0][part], pairs[1][part]))
        enough = shared >= ALIKE * (sums[row] + sums[column]) / 2
        left.append(row[enough].astype(np.int32))
        right.append(column[enough].astype(np.int32))
    return np.concatenate(left).astype(np.int64), np.concatenate(right).astype(np.int64)


def _sharing(
    passages: Passages, stems: csr_matrix, pairs: tuple[Ints, Ints]
) -> tuple[Ints, Ints, Floats]:
    """Pairs of sentences of some pairs of articles that share a stem, with what they share."""
    width, size = stems.shape[1], stems.shape[0]
    here, mine, own = _entries(passages, stems, pairs[0])
    there, theirs, other = _entries(passages, stems, pairs[1])
    mine = mine * width + stems.indices[here]
    theirs = theirs * width + stems.indices[there]
    order = np.argsort(theirs, kind="stable")
    theirs, other = theirs[order], other[order]
    begin = np.searchsorted(theirs, mine, side="left")
    number = np.searchsorted(theirs, mine, side="right") - begin
    offset = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number)
    entry = np.repeat(np.arange(len(here)), number)
    match = np.repeat(begin, number) + offset
    keys, inverse = np.unique(own[entry] * size + other[match], return_inverse=True)
    weights = stems.data[here[entry]]
    shared: Floats = np.bincount(inverse, weights=weights, minlength=len(keys)).astype(np.float64)
    return keys // size, keys % size, shared


def _entries(passages: Passages, stems: csr_matrix, articles: Ints) -> tuple[Ints, Ints, Ints]:
    """The entries of the sentences of some articles, of which article of the list, and sentence."""
    first = passages.first[articles]
    sentences = passages.first[articles + 1] - first
    which = np.repeat(np.arange(len(articles)), sentences)
    sentence = _counted(first, sentences)
    begin = stems.indptr[sentence].astype(np.int64)
    number = stems.indptr[sentence + 1] - begin
    return _counted(begin, number), np.repeat(which, number), np.repeat(sentence, number)


def _counted(begin: Ints, number: Ints) -> Ints:
    """From each beginning so many numbers, one after another."""
    offset = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number)
    found: Ints = np.repeat(begin, number) + offset
    return found


def lone_pairs(passages: Passages, *, among: int = 0) -> tuple[Ints, Ints]:
    """Pairs of sentences of any two articles that share rare letters; for small collections.

    The articles are some of `among`: those chosen from a large collection make no small one.
    """
    size = len(passages)
    whole = size * max(1.0, among / max(1, len(passages.articles)))
    if not 0 < whole <= SMALL:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    _, same, times = np.unique(passages.digests, return_inverse=True, return_counts=True)
    looked_at = times[same] <= MOST_PLACES
    letters = letter_rows(passages, np.arange(size), LETTERS)
    sums = row_sums(letters)
    columns, inverse, number = np.unique(letters.indices, return_inverse=True, return_counts=True)
    letters = csr_matrix((letters.data, inverse, letters.indptr), shape=(size, len(columns)))
    rare = letters[:, number <= RARE_LETTERS]
    turned = rare.T.tocsr()
    left, right = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for at in range(0, size, 500):
        shared = (rare[at : at + 500] @ turned).tocoo()
        row, column = shared.row + at, shared.col
        enough = shared.data >= ALIKE_LETTERS * np.minimum(sums[row], sums[column])
        enough &= passages.article[row] < passages.article[column]
        enough &= looked_at[row] & looked_at[column]
        row, column = _nearest(row[enough], column[enough], shared.data[enough])
        left.append(row.astype(np.int64))
        right.append(column.astype(np.int64))
    return np.concatenate(left), np.concatenate(right)


def _nearest(row: Ints, column: Ints, shared: Floats) -> tuple[Ints, Ints]:
    """For each sentence the few that share most with it."""
    order = np.lexsort((-shared, row))
    row, column = row[order], column[order]
    rank = np.arange(len(row)) - np.searchsorted(row, row, side="left")
    return row[rank < NEAREST], column[rank < NEAREST]
