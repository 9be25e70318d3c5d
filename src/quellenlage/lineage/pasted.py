"""Texts pasted together from several: they must not make one lineage of what they took from.

An article is pasted if it appeared after two groups of articles, has a part of its own in common
with each, and nothing else joins the groups. It stays with the group it took most from.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from quellenlage.lineage.bonds import Bond
from quellenlage.lineage.groups import Groups
from quellenlage.lineage.passages import Passages

__all__ = ["without_pasted"]

SAME_PART = 0.2
"""Share of the smaller of two matched parts that they have in common to be one part."""
WIDEST = 2_000
"""Articles looked through for another way between two groups; of more, nobody looks on."""

Pair = tuple[int, int]


def without_pasted(passages: Passages, bonds: Sequence[Bond]) -> list[Bond]:
    """The bonds that make lineages, less those by which a pasted text hangs on a second one."""
    near: defaultdict[int, dict[int, Bond]] = defaultdict(dict)
    for bond in bonds:
        near[bond.a][bond.b] = near[bond.b][bond.a] = bond
    dropped: set[Pair] = set()
    for number, around in near.items():
        if len(around) > 1:
            dropped.update(_loose(passages, number, around, near))
    return [bond for bond in bonds if (bond.a, bond.b) not in dropped]


def _loose(
    passages: Passages,
    number: int,
    around: Mapping[int, Bond],
    near: Mapping[int, Mapping[int, Bond]],
) -> list[Pair]:
    """The bonds of an article to all groups but the one it has most in common with."""
    parts = _parts(number, around)
    if len(parts) == 1 or not _came_after(passages, number, parts):
        return []
    apart = Groups()
    for group in parts:
        for other in group[1:]:
            apart.join(group[0], other)
    for group in parts[1:]:
        if _another_way(parts[0][0], group[0], number, near):
            apart.join(parts[0][0], group[0])
    groups = apart.of(around)
    most = max(groups, key=lambda group: len(_taken(number, group, around)))
    loose = [other for group in groups if group is not most for other in group]
    return [(min(number, other), max(number, other)) for other in loose]


def _parts(number: int, around: Mapping[int, Bond]) -> list[list[int]]:
    """The articles around one, by the part of it that they have in common with it."""
    taken = {other: _taken(number, [other], around) for other in around}
    groups = Groups()
    heads: list[int] = []
    for other in sorted(around, key=lambda other: -len(taken[other])):
        for head in heads:
            common = len(taken[head] & taken[other])
            if common > SAME_PART * min(len(taken[head]), len(taken[other])):
                groups.join(head, other)
        if all(groups.find(head) != groups.find(other) for head in heads):
            heads.append(other)
    return groups.of(around)


def _taken(number: int, others: Sequence[int], around: Mapping[int, Bond]) -> set[int]:
    """The sentences of an article that it has in common with some others."""
    return {
        sentence
        for other in others
        for sentence in around[other].matched(0 if around[other].a == number else 1)
    }


def _came_after(passages: Passages, number: int, parts: Sequence[Sequence[int]]) -> bool:
    """Whether an article appeared after the first of every group; undated, nobody knows."""
    own = passages.days[number]
    first = [min(passages.days[other] for other in group) for group in parts]
    return not math.isnan(own) and all(day < own for day in first)


def _another_way(
    start: int, goal: int, without: int, near: Mapping[int, Mapping[int, Bond]]
) -> bool:
    """Whether two articles hang together without a third."""
    seen, waiting = {start, without}, [start]
    while waiting and len(seen) <= WIDEST:
        for other in near[waiting.pop()]:
            if other == goal:
                return True
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return len(seen) > WIDEST
