"""A growing collection: adding articles costs what the new ones cost, not what is there already.

The index keeps, day by day, the rare features of every article: hashes of runs of words for copies,
stems for rewordings. A new article is looked up in the days around its own; only the articles found
there are traced with it, and the lineages that they touch. What is known of all others stays.

Since reworded sentences are weighed against the articles they are compared with, a pair on the edge
may be judged otherwise than if all articles were traced at once; copies and edits are not affected.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from quellenlage.lineage.copies import Texts
from quellenlage.lineage.passages import day_of
from quellenlage.lineage.postings import Features, Postings, features_of
from quellenlage.lineage.trace import copied, trace
from quellenlage.model import Article, Lineage, Reuse, Version

__all__ = ["Added", "LineageIndex"]

COPY_DAYS, REWORDED_DAYS = 21, 3
"""Days around an article in which copies and rewordings are looked for, as when all are traced."""
FEWEST_RUNS = 3
"""Runs of words in common from which on an article is looked at: a single sentence of eight words
that stands in both has five, and chance seldom gives two."""
FEWEST_STEMS = 8
"""Rare stems in common from which on an article may be a rewording."""
BATCH = 2_000
"""Articles whose features are found together: their words are numbered once."""
MANY = 100
"""Articles of a lineage up to which all are told again when one is added; of more, only those with
which the new one shares text."""
NEAREST = 48
"""Articles looked at for each new one and each kind of feature, those with most in common."""


@dataclass(frozen=True)
class Added:
    """What adding articles brought: their reuse and versions, and lineages as they are now."""

    reuse: list[Reuse] = field(default_factory=list)
    lineages: list[Lineage] = field(default_factory=list)
    """The lineages that the new articles are in or changed; they replace those named in `gone`."""
    versions: list[Version] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    """Ids of lineages that are no more."""


class LineageIndex:
    """Articles by their rare features, and the lineages among them."""

    def __init__(self, articles: MutableMapping[str, Article] | None = None) -> None:
        """`articles` keeps the articles by id: a store, or by default this process's memory."""
        self._articles: MutableMapping[str, Article] = {} if articles is None else articles
        self._ids: set[str] = set()
        self._names: list[str] = []
        self._texts = Texts()
        self._runs, self._stems = Postings(), Postings()
        self._lineage: dict[str, Lineage] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def remember(self, articles: Iterable[Article]) -> None:
        """Takes articles in without tracing them."""
        given = iter(articles)
        while batch := list(islice(given, BATCH)):
            new, _ = self._taken(batch)
            self._keep(new, features_of(new))

    def add(self, articles: Sequence[Article], *, now: str | None = None) -> Added:
        """Traces new articles against what is known and takes them in."""
        new, further = self._taken(articles)
        features = features_of(new)
        near = self._near(new, features)
        self._keep(new, features)
        fresh = {article.id for article in new}
        with_near = trace([*self._known(near), *new], now=now, among=len(self))
        reuse = [e for e in with_near.reuse if fresh & {e.a.article, e.b.article}]
        touched = {place.article for edge in reuse for place in (edge.a, edge.b)} - fresh
        lineages, gone = self._regrouped(fresh, touched.union(further.values()), now)
        versions = [v for v in with_near.versions if fresh & {v.article, v.of}]
        return Added([*reuse, *self._copied(further)], lineages, versions, gone)

    def lineages(self) -> Iterator[Lineage]:
        """All lineages known; an article that was never traced is in none."""
        seen: set[str] = set()
        for lineage in self._lineage.values():
            if lineage.id not in seen:
                seen.add(lineage.id)
                yield lineage

    def _taken(self, articles: Iterable[Article]) -> tuple[list[Article], dict[str, str]]:
        """The articles that are new, of those with one id the first.

        Further copies of a text are told apart, with the first article that has it.
        """
        new: list[Article] = []
        further: dict[str, str] = {}
        for article in articles:
            if article.id in self._ids:
                continue
            self._ids.add(article.id)
            self._articles[article.id] = article
            if (first := self._texts.take(article)) is None:
                new.append(article)
            else:
                further[article.id] = first
        return new, further

    def _known(self, ids: Iterable[str]) -> list[Article]:
        return [self._articles[id] for id in sorted(ids)]

    def _copied(self, further: Mapping[str, str]) -> Iterator[Reuse]:
        """The sentences of further copies, each with that of the first of its text."""
        for id, first in further.items():
            yield from copied(self._articles[first], self._articles[id])

    def _regrouped(
        self, new: Iterable[str], touched: Iterable[str], now: str | None
    ) -> tuple[list[Lineage], list[str]]:
        """The lineages of new articles and of all they touch, told again."""
        touched = set(touched)
        old = {self._lineage[id].id: self._lineage[id] for id in touched if id in self._lineage}
        members, rest = touched.union(new), {}
        for lineage in old.values():
            plain = [id for id in lineage.articles if id in self._lineage]
            if len(plain) > MANY:
                first = next(id for id in plain if id in touched)
                rest[first] = [id for id in plain if id not in touched]
            else:
                members.update(plain)
        told: list[Lineage] = []
        for lineage in self._told(members, old, now):
            plain = [id for id in lineage.articles if id in members]
            plain += [other for id in plain for other in rest.get(id, ())]
            whole = replace(lineage, articles=self._texts.with_further(plain))
            self._lineage.update(dict.fromkeys(plain, whole))
            told.append(whole)
        return told, sorted(set(old) - {lineage.id for lineage in told})

    def _told(
        self, members: set[str], old: Mapping[str, Lineage], now: str | None
    ) -> list[Lineage]:
        """The lineages of articles; the old ones where all are in them already."""
        if members <= self._lineage.keys():
            return list(old.values())
        return trace(self._known(members), now=now, among=len(self)).lineages

    def _keep(self, articles: Sequence[Article], features: Sequence[Features]) -> None:
        """Takes articles into the index."""
        runs: dict[int | None, list[tuple[int, NDArray[np.uint32]]]] = {}
        stems: dict[int | None, list[tuple[int, NDArray[np.uint32]]]] = {}
        for article, found in zip(articles, features, strict=True):
            number = len(self._names)
            self._names.append(article.id)
            runs.setdefault(_day(article), []).append((number, found.runs))
            stems.setdefault(_day(article), []).append((number, found.stems))
        self._runs.take(runs)
        self._stems.take(stems)

    def _near(self, new: Sequence[Article], features: Sequence[Features]) -> set[str]:
        """The known articles worth comparing with the new ones."""
        near: set[str] = set()
        for article, found in zip(new, features, strict=True):
            day = _day(article)
            copies = self._runs.found(found.runs, day, COPY_DAYS)
            told = self._stems.found(found.stems, day, REWORDED_DAYS)
            near.update(self._most(copies, FEWEST_RUNS), self._most(told, FEWEST_STEMS))
        return near

    def _most(self, counted: Mapping[int, int], fewest: int) -> list[str]:
        """The articles with most features in common."""
        best = Counter({number: n for number, n in counted.items() if n >= fewest})
        return [self._names[number] for number, _ in best.most_common(NEAREST)]


def _day(article: Article) -> int | None:
    """The day of publication as a number; none where it is unknown."""
    day = day_of(article.published)
    return None if math.isnan(day) else int(day)
