"""Articles → what descends from what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from quellenlage.lineage.bonds import Bond, Match, bonds_of
from quellenlage.lineage.descent import lineages_of
from quellenlage.lineage.matches import matches_of
from quellenlage.lineage.passages import Passages, passages_of
from quellenlage.lineage.surface import kind_of
from quellenlage.model import Analysis, Article, Lineage, Place, Reuse, Stage, content_id

__all__ = ["STAGE", "Traced", "trace"]


@dataclass(frozen=True)
class Traced:
    """What descends from what."""

    reuse: list[Reuse] = field(default_factory=list)
    lineages: list[Lineage] = field(default_factory=list)


def trace(articles: Sequence[Article]) -> Traced:
    """Which sentences of the articles come from one, and which articles from one text."""
    if not articles:
        return Traced()
    passages = passages_of(articles)
    matches = matches_of(passages)
    bonds = bonds_of(passages, matches)
    reuse = [_edge(passages, bond, match) for bond in bonds for match in bond.matches]
    return Traced(reuse, lineages_of(passages, matches.recurring, bonds))


def _edge(passages: Passages, bond: Bond, match: Match) -> Reuse:
    """A match as the record it is told by; the lower article id first."""
    articles = passages.articles[bond.a].id, passages.articles[bond.b].id
    a, b = sorted(
        Place(article=id, start=span.start, end=span.end)
        for id, span in zip(articles, match.spans, strict=True)
    )
    return Reuse(
        id=content_id("reuse", a.article, a.start, a.end, b.article, b.start, b.end),
        a=a,
        b=b,
        kind=kind_of(match.similarity),
        score=round(match.score, 6),
    )


def _run(analysis: Analysis) -> Analysis:
    """The analysis with reuse and lineages."""
    traced = trace(analysis.articles)
    return msgspec.structs.replace(analysis, reuse=traced.reuse, lineages=traced.lineages)


STAGE = Stage(
    name="lineage",
    version="1",
    scope="analysis",
    requires=frozenset({"article.text"}),
    gives=frozenset({"reuse", "lineages"}),
    run=_run,
)
