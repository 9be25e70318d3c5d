"""From sentences that are alike to accepted matches, article pair by article pair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from quellenlage.lineage.candidates import lone_pairs, partner_pairs, partners
from quellenlage.lineage.crowds import LONG_ENOUGH, crowd_pairs
from quellenlage.lineage.evidence import SHORTEST, Pairs, calibrated, weighed, worth_weighing
from quellenlage.lineage.grams import stem_rows
from quellenlage.lineage.index import RUN, Window, shared_runs
from quellenlage.lineage.passages import Floats, Ints, Passages, distinct
from quellenlage.lineage.recurrence import recurring_in
from quellenlage.lineage.surface import EDITED, similarities

__all__ = ["Matches", "matches_of"]

COPY_WINDOW = Window(days=21.0, most=40)
"""Days between two copies, and how many places of one run of words may lie that near: stock phrases
stand in more."""
CONTAINED = 0.7
"""Share of a sentence's runs of words that a longer sentence must share to hold it as a clause."""
COMPANIONS = 2
"""Long matches two articles must have for their short sentences to match too."""
REWORDED = 0.9
"""Inner score from which on two sentences are one in other words: where recall of what shares less
than half its words stays above .8 among translations."""
TIMES_AS_LONG = 4
"""Times the words of one sentence that another may have to be the same in other words; more, and a
text of 200,000 words without a final mark would be compared with every sentence."""


@dataclass(frozen=True)
class Matches:
    """Accepted pairs of sentences with the similarity of their surface and their score."""

    pairs: Pairs
    similarity: Floats
    score: Floats
    recurring: frozenset[int]
    """Sentences that are an outlet's boilerplate."""

    def joined(self, pairs: Pairs, size: int) -> Matches:
        """With further pairs of which only a clause can match: similarity 0, score -1."""
        known = self.pairs.left * size + self.pairs.right
        fresh = np.flatnonzero(~np.isin(pairs.left * size + pairs.right, known))
        more = pairs.only(fresh)
        return Matches(
            Pairs(
                np.concatenate([self.pairs.left, more.left]),
                np.concatenate([self.pairs.right, more.right]),
            ),
            np.concatenate([self.similarity, np.zeros(len(more))]),
            np.concatenate([self.score, np.full(len(more), -1.0)]),
            self.recurring,
        )


@dataclass(frozen=True)
class Copies:
    """Pairs of sentences that are alike on the surface."""

    pairs: Pairs
    """Alike as a whole."""
    held: Pairs
    """One may hold the other as a clause."""
    known: tuple[Ints, Floats]
    """Ascending keys of all pairs that were compared and are alike at all, and how much."""


def matches_of(passages: Passages, *, among: int = 0) -> Matches:
    """All pairs of sentences that come from one, by surface or by evidence.

    `among` tells the size of the collection that the articles are chosen from.
    """
    size = len(passages)
    copies = _copies(passages)
    recurring = recurring_in(passages, copies.pairs, COPY_WINDOW.days)
    stems = stem_rows(passages)
    near = partners(passages, stems)[:2]
    offered = (
        copies.pairs,
        Pairs(*partner_pairs(passages, stems, near)),
        Pairs(*lone_pairs(passages, among=among)),
        _beside(passages, stems, _without(copies.pairs, recurring, size), near),
    )
    unique = distinct(np.concatenate([some.left * size + some.right for some in offered]))
    pairs = Pairs(unique // max(1, size), unique % max(1, size))
    del offered, unique
    pairs = _without(_of_like_length(passages, pairs), recurring, size)
    found = _accepted(passages, pairs, stems, recurring, copies.known)
    return found.joined(_without(copies.held, recurring, size), size)


def _copies(passages: Passages) -> Copies:
    """What rare runs of words in common show."""
    size = len(passages)
    left, right, runs = shared_runs(passages, COPY_WINDOW)
    shorter = np.minimum(passages.lengths[left], passages.lengths[right])
    long = shorter >= LONG_ENOUGH
    left, right, runs, shorter = left[long], right[long], runs[long], shorter[long]
    alike = similarities(passages, left, right, EDITED)
    copied = alike >= EDITED
    held = ~copied & (runs >= CONTAINED * (shorter - RUN + 1))
    told = alike > 0
    crowds = crowd_pairs(passages, COPY_WINDOW)
    return Copies(
        Pairs(np.append(left[copied], crowds[0]), np.append(right[copied], crowds[1])),
        Pairs(left[held], right[held]),
        (left[told] * size + right[told], alike[told]),
    )


def _beside(passages: Passages, stems: csr_matrix, copied: Pairs, near: tuple[Ints, Ints]) -> Pairs:
    """Further edited sentences of articles that share one and are no partners.

    An edit may leave no run of words ("noch rund 50 Schüler", "etwa 50 Schülerinnen und Schüler"),
    but where one sentence was taken others often were.
    """
    total = len(passages.articles)
    known = near[0] * total + near[1]
    sharing = distinct(passages.article[copied.left] * total + passages.article[copied.right])
    sharing = sharing[~np.isin(sharing, known)]
    pairs = Pairs(
        *partner_pairs(passages, stems, (sharing // max(1, total), sharing % max(1, total)))
    )
    pairs = _of_like_length(passages, pairs)
    alike = similarities(passages, pairs.left, pairs.right, EDITED)
    return pairs.only(np.flatnonzero(alike >= EDITED))


def _of_like_length(passages: Passages, pairs: Pairs) -> Pairs:
    """The pairs whose sentences may be one as a whole."""
    lengths = passages.lengths
    shorter = np.minimum(lengths[pairs.left], lengths[pairs.right])
    longer = np.maximum(lengths[pairs.left], lengths[pairs.right])
    return pairs.only(np.flatnonzero(longer <= TIMES_AS_LONG * shorter))


def _without(pairs: Pairs, recurring: frozenset[int], size: int) -> Pairs:
    """The pairs none of whose sentences is boilerplate."""
    marked = np.zeros(size, dtype=bool)
    marked[list(recurring)] = True
    return pairs.only(np.flatnonzero(~(marked[pairs.left] | marked[pairs.right])))


def _accepted(
    passages: Passages,
    pairs: Pairs,
    stems: csr_matrix,
    recurring: frozenset[int],
    known: tuple[Ints, Floats],
) -> Matches:
    """Weighs the pairs and keeps those that are reuse; of some the similarity is known."""
    pairs, points = worth_weighing(passages, stems, pairs)
    score = weighed(passages, pairs, points)
    similar = _similarities(passages, pairs, known)
    told = np.flatnonzero((similar < EDITED) & (score >= REWORDED))
    similar[told] = similarities(passages, pairs.left[told], pairs.right[told], 0.0)
    shorter = np.minimum(passages.lengths[pairs.left], passages.lengths[pairs.right])
    sure = (similar >= EDITED) & (shorter >= LONG_ENOUGH)
    long = (sure | (score >= REWORDED)) & (shorter >= LONG_ENOUGH)
    company = _company(passages, pairs, long.astype(np.int64))
    short = (shorter >= SHORTEST) & (similar >= EDITED) & (company >= COMPANIONS)
    short |= (shorter >= SHORTEST) & (score >= REWORDED)
    taken = (similar < EDITED) & _taken(passages, pairs, similar)
    kept = np.flatnonzero((sure | short) & ~taken)
    return Matches(pairs.only(kept), similar[kept], calibrated(score[kept]), recurring)


def _similarities(passages: Passages, pairs: Pairs, known: tuple[Ints, Floats]) -> Floats:
    """The similarity of pairs where it may be that of an edit; ascending keys of known ones."""
    key = pairs.left * len(passages) + pairs.right
    at = np.minimum(np.searchsorted(known[0], key), max(0, len(known[0]) - 1))
    told = known[0][at] == key if len(known[0]) else np.zeros(len(key), dtype=bool)
    similar = np.zeros(len(key))
    similar[told] = known[1][at[told]]
    rest = np.flatnonzero(~told)
    similar[rest] = similarities(passages, pairs.left[rest], pairs.right[rest], EDITED)
    return similar


def _taken(passages: Passages, pairs: Pairs, similar: Floats) -> NDArray[np.bool_]:
    """Which pairs have a sentence that stands word for word elsewhere in the other article."""
    total = len(passages.articles)
    same = similar >= 1.0
    found = np.zeros(len(pairs), dtype=bool)
    for one, other in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
        key = one * total + passages.article[other]
        found |= np.isin(key, key[same])
    return found


def _company(passages: Passages, pairs: Pairs, counted: Ints) -> Ints:
    """For every pair, how many of the counted ones the same two articles have."""
    total = len(passages.articles)
    key = passages.article[pairs.left] * total + passages.article[pairs.right]
    _, inverse = np.unique(key, return_inverse=True)
    return np.bincount(inverse, weights=counted.astype(np.float64))[inverse].astype(np.int64)
