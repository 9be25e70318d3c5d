"""Spans: where a passage stands in an article's text, and the arithmetic on them.

All offsets are code points into `article.text`, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

import msgspec

__all__ = ["Placed", "Span", "covering", "hull", "inside", "overlap", "within"]


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A passage: `text[start:end]`."""

    start: int
    end: int


class Placed(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def start(self) -> int:
        """Where the passage begins."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


P = TypeVar("P", bound=Placed)
_start = attrgetter("start")


def overlap(a: Placed, b: Placed) -> int:
    """Number of characters that two passages have in common."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def inside(inner: Placed, outer: Placed) -> bool:
    """Whether one passage lies wholly in another."""
    return outer.start <= inner.start and inner.end <= outer.end


def hull(spans: Iterable[Placed]) -> Span:
    """The shortest passage that holds all of them; fails if there are none."""
    known = list(spans)
    return Span(min(span.start for span in known), max(span.end for span in known))


def within(items: Sequence[P], place: Placed) -> Sequence[P]:
    """The items that lie wholly in a passage; `items` must be sorted and must not overlap."""
    first = bisect_left(items, place.start, key=_start)
    last = bisect_left(items, place.end, key=_start)
    if last > first and items[last - 1].end > place.end:
        last -= 1
    return items[first:last]


def covering(items: Sequence[P], offset: int) -> P | None:
    """The item in which an offset lies, if any; `items` must be sorted and must not overlap."""
    index = bisect_left(items, offset + 1, key=_start) - 1
    if index >= 0 and items[index].start <= offset < items[index].end:
        return items[index]
    return None
