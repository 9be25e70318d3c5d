"""Articles → what descends from what."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from quellenlage.lineage.bonds import Bond, Match, bonds_of
from quellenlage.lineage.chance import without_chance
from quellenlage.lineage.copies import Unlike, unlike
from quellenlage.lineage.descent import lineages_of
from quellenlage.lineage.direction import Direction, Directions
from quellenlage.lineage.matches import matches_of
from quellenlage.lineage.passages import Passages, day_of, passages_of, sentences_of
from quellenlage.lineage.shares import sizes_of
from quellenlage.lineage.surface import kind_of
from quellenlage.lineage.versions import versions_of
from quellenlage.model import (
    Analysis,
    Article,
    Lineage,
    Place,
    Reuse,
    Span,
    Stage,
    Version,
    content_id,
)

__all__ = ["STAGE", "Traced", "copied", "trace"]

AHEAD = 2 / 24
"""Days (two hours) by which a clock may be ahead of the present; beyond, the date is wrong."""


@dataclass(frozen=True)
class Traced:
    """What descends from what; `recurring` are the passages that an outlet repeats."""

    reuse: list[Reuse] = field(default_factory=list)
    lineages: list[Lineage] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    recurring: list[Place] = field(default_factory=list)


def trace(articles: Sequence[Article], *, now: str | None = None, among: int = 0) -> Traced:
    """Which sentences of the articles come from one, and which articles from one text.

    What is dated later than `now` counts as undated. `among` tells the size of the collection that
    the articles are chosen from: in a large one a lone sentence must have more in common.
    """
    few = unlike(articles)
    if not few.articles:
        return Traced()
    present = day_of(now)
    until = math.inf if math.isnan(present) else present + AHEAD
    passages = passages_of(few.articles, until=until)
    matches = matches_of(passages, among=among)
    bonds = without_chance(passages, bonds_of(passages, matches), among=among)
    sizes = sizes_of(passages, matches.recurring)
    versions = versions_of(passages, bonds, sizes)
    return Traced(
        reuse=[
            *_edges(passages, bonds),
            *(edge for first, copy in few.pairs() for edge in copied(first, copy)),
        ],
        lineages=_with_copies(lineages_of(passages, bonds, sizes, versions), few),
        versions=versions.records,
        recurring=[_place(passages, number) for number in sorted(matches.recurring)],
    )


def _edges(passages: Passages, bonds: Sequence[Bond]) -> Iterator[Reuse]:
    """The matches as records."""
    directions = Directions()
    for bond in bonds:
        a, b = passages.articles[bond.a], passages.articles[bond.b]
        times = float(passages.days[bond.a]), float(passages.days[bond.b])
        way = directions.between(a, b, times)
        for match in bond.matches:
            yield _edge((a.id, b.id), match, way)


def _edge(articles: tuple[str, str], match: Match, way: Direction) -> Reuse:
    """A match as the record it is told by; the lower article id first."""
    first, second = (
        Place(article=id, start=span.start, end=span.end)
        for id, span in zip(articles, match.spans, strict=True)
    )
    a, b = sorted((first, second))
    if a is second:
        way = -way
    return Reuse(
        id=content_id("reuse", a.article, a.start, a.end, b.article, b.start, b.end),
        a=a,
        b=b,
        kind=kind_of(match.similarity),
        score=round(match.score, 6),
        direction="unknown" if way == 0 else "a_to_b" if way > 0 else "b_to_a",
    )


def copied(first: Article, copy: Article) -> Iterator[Reuse]:
    """The sentences of a further copy, each with that of the first of its text."""
    for sentence in sentences_of(first):
        span = Span(sentence.start, sentence.end)
        yield _edge((first.id, copy.id), Match(0, 0, 1.0, 1.0, (span, span)), 0)


def _with_copies(lineages: Sequence[Lineage], few: Unlike) -> list[Lineage]:
    """The lineages with the further copies of each text."""
    more: defaultdict[str, list[str]] = defaultdict(list)
    for first, copy in few.pairs():
        more[first.id].append(copy.id)
    return [
        msgspec.structs.replace(
            lineage,
            articles=[*lineage.articles, *(c for id in lineage.articles for c in more.get(id, ()))],
        )
        for lineage in lineages
    ]


def _place(passages: Passages, number: int) -> Place:
    """A sentence as a passage of its article."""
    return Place(
        article=passages.articles[int(passages.article[number])].id,
        start=int(passages.start[number]),
        end=int(passages.end[number]),
    )


def _run(analysis: Analysis) -> Analysis:
    """The analysis with reuse, lineages and versions."""
    traced = trace(analysis.articles, now=analysis.created)
    older = {version.article: version.of for version in traced.versions}
    articles = [
        msgspec.structs.replace(article, version_of=article.version_of or _first(article.id, older))
        for article in analysis.articles
    ]
    return msgspec.structs.replace(
        analysis,
        articles=articles,
        reuse=traced.reuse,
        lineages=traced.lineages,
        versions=traced.versions,
        recurring=traced.recurring,
    )


def _first(id: str, older: dict[str, str]) -> str | None:
    """The first version of an article; none if it is that."""
    if id not in older:
        return None
    while id in older:
        id = older[id]
    return id


STAGE = Stage(
    name="lineage",
    version="3",
    scope="analysis",
    requires=frozenset({"article.text"}),
    gives=frozenset({"reuse", "lineages", "versions", "recurring"}),
    run=_run,
)
