"""A text and the repairs made in it: every edit keeps the places of the earlier ones."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter
from typing import Literal, NamedTuple

from quellenlage.model import Repair

__all__ = ["Edit", "Mended", "RepairKind"]

MOST_CONTEXT = 40
"""Characters of the words around an edit that a repair shows; a text may be one endless word."""
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
RepairKind = Literal["missing_space", "encoding", "hyphenation", "other"]


class Edit(NamedTuple):
    """A passage and what is to stand there."""

    start: int
    end: int
    after: str
    kind: RepairKind


@dataclass(frozen=True)
class Mended:
    """A text with its repairs; each is placed on the words around the edit."""

    text: str
    repairs: tuple[Repair, ...] = field(default=())

    def edited(self, edits: Iterable[Edit]) -> Mended:
        """The text after edits, which must not overlap; each becomes a repair, or part of one."""
        wanted = sorted(edits)
        if not wanted:
            return self
        shift = _Shift(wanted)
        text = _apply(self.text, wanted)
        moved = [_moved(repair, shift, text) for repair in self.repairs]
        new = [edit for edit in wanted if not _within(edit.start, self.repairs)]
        made = moved + [_repair(self.text, text, edit, shift) for edit in new]
        return Mended(text, tuple(sorted(made, key=attrgetter("start"))))


def _within(offset: int, repairs: Sequence[Repair]) -> bool:
    """Whether an offset lies inside a repair made before; `repairs` are in order."""
    index = bisect_left(repairs, offset, key=attrgetter("start")) - 1
    return index >= 0 and offset < repairs[index].end


class _Shift:
    """Where an offset of the text before the edits lies after them."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        changes = (len(edit.after) - (edit.end - edit.start) for edit in edits)
        self._sums = [0, *accumulate(changes)]

    def __call__(self, offset: int) -> int:
        index = bisect_right(self._starts, offset)
        if index and offset < self._edits[index - 1].end:
            return self._edits[index - 1].start + self._sums[index - 1]
        if index and self._edits[index - 1].start == offset:
            return offset + self._sums[index - 1]
        return offset + self._sums[index]


def _apply(text: str, edits: list[Edit]) -> str:
    """The text with all edits made."""
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : edit.start], edit.after]
        done = edit.end
    return "".join([*parts, text[done:]])


def _moved(repair: Repair, shift: _Shift, text: str) -> Repair:
    """An earlier repair at its new place."""
    start, end = shift(repair.start), shift(repair.end)
    return Repair(
        kind=repair.kind, start=start, end=end, before=repair.before, after=text[start:end]
    )


def _repair(before: str, after: str, edit: Edit, shift: _Shift) -> Repair:
    """The repair an edit is, with the whole words it touches."""
    start, end = edit.start, edit.end
    while start and edit.start - start < MOST_CONTEXT and not before[start - 1].isspace():
        start -= 1
    most = min(len(before), edit.end + MOST_CONTEXT)
    while end < most and not before[end].isspace():
        end += 1
    low = shift(start) if start < edit.start else shift(edit.start)
    high = shift(end) if end > edit.end else shift(edit.start) + len(edit.after)
    return Repair(
        kind=edit.kind, start=low, end=high, before=_shown(before[start:end]), after=after[low:high]
    )


def _shown(text: str) -> str:
    """The text with a sign in the place of bytes that are no character."""
    return _NO_CHARACTER.sub("\ufffd", text)
