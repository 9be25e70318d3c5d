"""The lineage graph: articles as dots, what they share as arcs, worked out for an inline SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from quellenlage.report.index import Index
from quellenlage.report.records import LineageLine

__all__ = ["Arc", "Bracket", "Dot", "Graph", "graph"]

ROW = 46
"""Height of a row in the drawing's units: outlet and title, one below the other."""
LEFT, ARCS = 262, 190
"""Where the dots stand, and the room for arcs beside them: narrow enough for a phone."""
SPREAD = 0.55
"""How far out an arc of one unit's height goes: so that neither short nor long ones touch."""
KNOT = 24
"""Room for the number on an arc; numbers at the same height stand beside one another."""
DOTS = 30
"""Articles drawn; more would be a list, which stands below anyway."""
FEW = 12
"""Arcs up to which those of one sentence are drawn too; with more they hide the others."""
NAME_LENGTH, TITLE_LENGTH = 26, 36
"""Characters of label and outlet, and of a title; the full ones are in the drawing's titles."""


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """An article in the drawing."""

    x: int
    y: int
    label: str
    name: str
    title: str
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
    anchor: str


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


def graph(
    lineages: Sequence[LineageLine],
    compared: Mapping[tuple[str, str], str],
    index: Index,
    unknown: str,
) -> Graph:
    """The drawing of some lineages: one row an article, those of one text together.

    `compared` has the anchors of the pairs shown side by side, `unknown` stands for an outlet that
    is not known.
    """
    dots: list[Dot] = []
    brackets: list[Bracket] = []
    total = sum(len(line.articles) for line in lineages)
    for line in lineages:
        room = DOTS - len(dots)
        members = line.articles[:room]
        if len(members) > 1:
            top = len(dots) * ROW + 4
            brackets.append(Bracket(y=top, height=len(members) * ROW - 4))
        for article in members:
            full = f"{article.outlet}: {article.title}" if article.outlet_known else article.title
            dots.append(
                Dot(
                    x=LEFT,
                    y=len(dots) * ROW + ROW // 2 + 3,
                    label=article.label,
                    name=_short(
                        article.outlet if article.outlet_known else unknown,
                        max(8, NAME_LENGTH - len(article.label)),
                    ),
                    title=_short(article.title, TITLE_LENGTH),
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
        arcs=_arcs(shared, rows, least, compared),
        brackets=brackets,
        left_out=total - len(dots),
        least=least,
    )


def _short(name: str, length: int) -> str:
    return name if len(name) <= length else f"{name[: length - 1].rstrip()}…"


def _shared(rows: Mapping[str, Dot], index: Index) -> dict[tuple[str, str], Counter[str]]:
    """How many sentences each two of the drawn articles share, by kind."""
    shared: dict[tuple[str, str], Counter[str]] = {}
    for reuse in index.analysis.reuse:
        pair = (reuse.a.article, reuse.b.article)
        if pair[0] in rows and pair[1] in rows:
            shared.setdefault(pair, Counter())[reuse.kind] += 1
    return shared


def _arcs(
    shared: Mapping[tuple[str, str], Counter[str]],
    rows: Mapping[str, Dot],
    least: int,
    compared: Mapping[tuple[str, str], str],
) -> list[Arc]:
    """One arc for each two articles that share enough sentences, the longest outside and behind."""
    enough = [(a, b, kinds) for (a, b), kinds in shared.items() if kinds.total() >= least]
    enough.sort(key=lambda pair: (abs(rows[pair[0]].y - rows[pair[1]].y), rows[pair[0]].y))
    taken: dict[int, list[float]] = {}
    arcs = []
    for a, b, kinds in enough:
        upper, lower = sorted((rows[a], rows[b]), key=lambda dot: dot.y)
        room = taken.setdefault((upper.y + lower.y) // 2, [])
        out = min(ARCS - 24.0, max([26 + (lower.y - upper.y) * SPREAD, *(x + KNOT for x in room)]))
        room.append(out)
        anchor = compared.get((a, b)) or compared.get((b, a), "")
        arcs.append(_arc(upper, lower, kinds, out, anchor))
    return arcs[::-1]


def _arc(upper: Dot, lower: Dot, kinds: Counter[str], out: float, anchor: str) -> Arc:
    """An arc that is farthest out in its middle, where its number stands."""
    sentences = kinds.total()
    x = LEFT + 8
    bend = x + out / 0.75  # a cubic curve reaches three quarters of the way to its handles
    return Arc(
        path=f"M{x} {upper.y} C{bend:.0f} {upper.y} {bend:.0f} {lower.y} {x} {lower.y}",
        kind=kinds.most_common(1)[0][0],
        width=min(7.0, 1.0 + sentences / 4),
        sentences=sentences,
        x=round(x + out, 1),
        y=(upper.y + lower.y) / 2,
        ends=(upper.label, lower.label),
        anchor=anchor,
    )
