"""Versions: the states of one article, told apart from copies, with what changed in between.

Two articles are versions of one if they stand at one address, or if one outlet published nearly the
same text twice within days. The order is that of publication; undated ones keep the order given.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from quellenlage.german.facts import fact_words
from quellenlage.lineage.bonds import Bond, Match
from quellenlage.lineage.groups import Groups
from quellenlage.lineage.passages import Passages
from quellenlage.lineage.recurrence import NEARLY_SAME
from quellenlage.lineage.shares import Sizes
from quellenlage.model import Article, Change, Place, Version, inside

__all__ = ["Versions", "versions_of"]

WITHIN = 14.0
"""Days within which the same text again is a version; later it is published anew."""

ChangeKind = Literal["fact", "wording"]


class Versions:
    """Which articles are states of one, by their numbers, and what changed."""

    def __init__(self, records: Sequence[Version], roots: Mapping[int, int]) -> None:
        self.records = list(records)
        self._roots = roots

    def root(self, number: int) -> int:
        """The first version of an article, itself if it has no other."""
        return self._roots.get(number, number)

    def are_one(self, bond: Bond) -> bool:
        """Whether a bond joins two versions of one article."""
        return self.root(bond.a) == self.root(bond.b)


def versions_of(passages: Passages, bonds: Sequence[Bond], sizes: Sizes) -> Versions:
    """The versions among the articles: an address in common, or one outlet and nearly one text."""
    groups = Groups()
    by_address: dict[str, int] = {}
    for number, article in enumerate(passages.articles):
        if address := article.canonical_url or article.url:
            groups.join(by_address.setdefault(address, number), number)
    between = {(bond.a, bond.b): bond for bond in bonds}
    for (a, b), bond in between.items():
        if _nearly_same(passages, bond, sizes):
            groups.join(a, b)
    several = [group for group in groups.of(range(len(passages.articles))) if len(group) > 1]
    records = [
        _version(passages, before, after, between.get((before, after)))
        for group in several
        for before, after in pairwise(group)
    ]
    return Versions(records, {number: group[0] for group in several for number in group})


def _nearly_same(passages: Passages, bond: Bond, sizes: Sizes) -> bool:
    """Whether one outlet published nearly the same text twice within days."""
    a, b = passages.articles[bond.a], passages.articles[bond.b]
    if a.outlet is None or a.outlet != b.outlet:
        return False
    apart = passages.days[bond.b] - passages.days[bond.a]
    if not math.isnan(apart) and apart > WITHIN:
        return False
    return min(sizes.share(bond, 0), sizes.share(bond, 1)) >= NEARLY_SAME


def _version(passages: Passages, before: int, after: int, bond: Bond | None) -> Version:
    """The record of a version and the one before it."""
    changes = list(_changes(passages, before, after, bond))
    return Version(
        article=passages.articles[after].id,
        of=passages.articles[before].id,
        kind="fact" if any(change.kind == "fact" for change in changes) else "wording",
        changes=changes,
    )


def _changes(passages: Passages, before: int, after: int, bond: Bond | None) -> Iterator[Change]:
    """What changed, in the order of the later text, then what is gone."""
    best: dict[int, Match] = {}
    for match in sorted(bond.matches if bond else [], key=lambda match: match.similarity):
        best[match.right] = match
    kept = {match.left for match in best.values()}
    gone: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for number in range(passages.first[before], passages.first[before + 1]):
        if number not in kept:
            gone[tuple(passages.words_of(number))].append(number)
    for number in range(passages.first[after], passages.first[after + 1]):
        if number in best:
            yield from _edit(passages, best[number])
        elif same := gone.get(tuple(passages.words_of(number))):
            same.pop()
        else:
            yield Change(kind="fact", before=None, after=_place(passages, number))
    for number in sorted(number for left in gone.values() for number in left):
        yield Change(kind="fact", before=_place(passages, number), after=None)


def _edit(passages: Passages, match: Match) -> Iterator[Change]:
    """The change that a match shows; none where all words are the same."""
    if match.similarity < 1:
        before, after = _place(passages, match.left), _place(passages, match.right)
        kind = _kind(_article(passages, match.left), before, _article(passages, match.right), after)
        yield Change(kind=kind, before=before, after=after)


def _kind(one: Article, before: Place, other: Article, after: Place) -> ChangeKind:
    """Whether a number, a negation, a day or a name differs."""
    old, new = one.text[before.start : before.end], other.text[after.start : after.end]
    if fact_words(old) != fact_words(new):
        return "fact"
    return "wording" if _names(one, before) == _names(other, after) else "fact"


def _names(article: Article, place: Place) -> frozenset[str]:
    """The names marked in a passage."""
    return frozenset(
        article.text[mention.start : mention.end]
        for mention in article.mentions
        if inside(mention, place)
    )


def _article(passages: Passages, sentence: int) -> Article:
    return passages.articles[int(passages.article[sentence])]


def _place(passages: Passages, number: int) -> Place:
    """A sentence as a passage of its article."""
    return Place(
        article=_article(passages, number).id,
        start=int(passages.start[number]),
        end=int(passages.end[number]),
    )
