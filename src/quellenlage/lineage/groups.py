"""Groups of things joined two by two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

__all__ = ["Groups"]


class Groups:
    """Things that are joined, step by step; the smallest number names a group."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def find(self, number: int) -> int:
        """The name of a thing's group."""
        root = number
        while (above := self._above.get(root, root)) != root:
            root = above
        while (above := self._above.get(number, number)) != root:
            self._above[number] = root
            number = above
        return root

    def join(self, a: int, b: int) -> None:
        """Makes one group of the groups of two things."""
        low, high = sorted((self.find(a), self.find(b)))
        self._above[high] = low

    def of(self, numbers: Iterable[int]) -> list[list[int]]:
        """The groups that some things make, in order of the first thing of each."""
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for number in numbers:
            groups[self.find(number)].append(number)
        return list(groups.values())
