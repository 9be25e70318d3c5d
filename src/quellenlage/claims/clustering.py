"""Clustering: passages into groups, the most alike first, by average similarity.

Two groups join while the mean similarity of their members is high enough; pairs that were never
compared count as nothing. Ties are broken by place, so that the order of the articles given does
not matter. A heap with lazy deletion and merging small into large keep it near n log n in the
number of similar pairs.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

__all__ = ["cluster"]


def cluster(
    size: int,
    similarities: Mapping[tuple[int, int], float],
    threshold: float,
    labels: Sequence[str | None] | None = None,
) -> list[list[int]]:
    """Groups of the numbers below `size`; two with unlike labels never share one."""
    members: dict[int, list[int]] = {number: [number] for number in range(size)}
    label = dict(enumerate(labels or [None] * size))
    near: dict[int, dict[int, float]] = {number: {} for number in range(size)}
    for (one, other), value in similarities.items():
        near[one][other] = near[other][one] = value
    heap: list[tuple[float, int, int, int, int]] = [
        (-value, one, other, 1, 1)
        for (one, other), value in similarities.items()
        if value >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        _, one, other, ones, others = heapq.heappop(heap)
        if one not in members or other not in members:
            continue
        if len(members[one]) != ones or len(members[other]) != others:
            continue
        if not _compatible(label[one], label[other]):
            continue
        label[one] = label[one] or label[other]
        _join(one, other, members, near)
        for neighbour, total in near[one].items():
            count = len(members[one]) * len(members[neighbour])
            if total / count >= threshold:
                first, second = min(one, neighbour), max(one, neighbour)
                sizes = len(members[first]), len(members[second])
                heapq.heappush(heap, (-total / count, first, second, *sizes))
    return sorted(sorted(group) for group in members.values())


def _compatible(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _join(
    one: int, other: int, members: dict[int, list[int]], near: dict[int, dict[int, float]]
) -> None:
    """Puts the second group into the first."""
    members[one] += members.pop(other)
    for neighbour, value in near.pop(other).items():
        near[neighbour].pop(other, None)
        if neighbour != one:
            near[one][neighbour] = near[one].get(neighbour, 0.0) + value
            near[neighbour][one] = near[one][neighbour]
