"""The lineage graph: articles as dots, what they share as arcs, worked out for an inline SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from quellenlage.report.index import Index
from quellenlage.report.records import LineageLine

__all__ = ["Arc", "Bracket", "Dot", "Graph", "graph"]

ROW = 34
"""Height of a row in the drawing's units."""
LEFT, ARCS = 262, 200
"""Where the dots stand, and the room for arcs beside them: narrow enough for a phone."""
DOTS = 30
"""Articles drawn; more would be a list, which stands below anyway."""
FEW = 12
"""Arcs up to which those of one sentence are drawn too; with more they hide the others."""
NAME_LENGTH = 25
"""Characters of a name in the drawing; the full one is in its title."""


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """An article in the drawing."""

    x: int
    y: int
    label: str
    name: str
    full: str
    article: str


class Arc(msgspec.Struct, frozen=True, kw_only=True):
    """What two articles share, in sentences."""

    path: str
    kind: str
    width: float
    sentences: int
    x: float
    y: float
    ends: tuple[str, str]


class Bracket(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that are one text."""

    y: int
    height: int


class Graph(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing of who has text from whom."""

    width: int
    height: int
    dots: list[Dot]
    arcs: list[Arc]
    brackets: list[Bracket]
    left_out: int
    least: int


def graph(lineages: Sequence[LineageLine], index: Index) -> Graph:
    """The drawing of some lineages: one row an article, those of one text together."""
    dots: list[Dot] = []
    brackets: list[Bracket] = []
    total = sum(len(line.articles) for line in lineages)
    for line in lineages:
        room = DOTS - len(dots)
        members = line.articles[:room]
        if len(members) > 1:
            top = len(dots) * ROW + 5
            brackets.append(Bracket(y=top, height=len(members) * ROW - 4))
        for article in members:
            full = f"{article.outlet}: {article.title}" if article.outlet_known else article.title
            name = article.outlet if article.outlet_known else article.title
            dots.append(
                Dot(
                    x=LEFT,
                    y=len(dots) * ROW + ROW // 2 + 3,
                    label=article.label,
                    name=_short(name),
                    full=full,
                    article=article.id,
                )
            )
    rows = {dot.article: dot for dot in dots}
    shared = _shared(rows, index)
    least = 1 if len(shared) <= FEW else 2
    return Graph(
        width=LEFT + ARCS,
        height=len(dots) * ROW + 8,
        dots=dots,
        arcs=_arcs(shared, rows, least),
        brackets=brackets,
        left_out=total - len(dots),
        least=least,
    )


def _short(name: str) -> str:
    return name if len(name) <= NAME_LENGTH else f"{name[: NAME_LENGTH - 1].rstrip()}…"


def _shared(rows: Mapping[str, Dot], index: Index) -> dict[tuple[str, str], Counter[str]]:
    """How many sentences each two of the drawn articles share, by kind."""
    shared: dict[tuple[str, str], Counter[str]] = {}
    for reuse in index.analysis.reuse:
        pair = (reuse.a.article, reuse.b.article)
        if pair[0] in rows and pair[1] in rows:
            shared.setdefault(pair, Counter())[reuse.kind] += 1
    return shared


def _arcs(
    shared: Mapping[tuple[str, str], Counter[str]], rows: Mapping[str, Dot], least: int
) -> list[Arc]:
    """One arc for each two articles that share enough sentences, the widest behind."""
    enough = {pair: kinds for pair, kinds in shared.items() if kinds.total() >= least}
    arcs = [_arc(rows[a], rows[b], kinds) for (a, b), kinds in enough.items()]
    return sorted(arcs, key=lambda arc: (-arc.sentences, arc.path))


def _arc(a: Dot, b: Dot, kinds: Counter[str]) -> Arc:
    upper, lower = sorted((a, b), key=lambda dot: dot.y)
    sentences = kinds.total()
    height = (lower.y - upper.y) / 2
    reach = min(ARCS - 34, 26 + height * 1.1)
    x = LEFT + 8
    middle = (upper.y + lower.y) / 2
    path = f"M{x} {upper.y} C{x + reach:.0f} {upper.y} {x + reach:.0f} {lower.y} {x} {lower.y}"
    return Arc(
        path=path,
        kind=kinds.most_common(1)[0][0],
        width=min(7.0, 1.0 + sentences / 4),
        sentences=sentences,
        x=x + reach * 0.75,
        y=middle,
        ends=(upper.label, lower.label),
    )
