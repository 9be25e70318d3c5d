"""Sequence models: linear-chain conditional random fields, run from weights that CRFsuite trained.

CRFsuite looks up every feature of every token by its name; here a caller adds up the weights of a
word form once, and the sentences of an article are decoded together. The labels are the same, for
a third of the time. Shapes: N tokens of all sentences one after the other, L labels.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.resources import files
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quellenlage.encoder.settled import most_regained, runs_between

__all__ = ["Field", "SequenceModel", "read_field", "weights_file"]

Scores = NDArray[np.float64]
Places = NDArray[np.int64]

_HEADER = "<4sI4sIIIIIIIII"
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
_STATE = 0
"""The kind of a feature that looks at the token; the others look at the label before."""


def weights_file(name: str | Path) -> Path:
    """The path of a weights file, ours unless a whole path is given.

    Raises `FileNotFoundError` if it is not there.
    """
    path = Path(str(files("quellenlage.encoder") / "weights")) / name
    if not path.is_file():
        raise FileNotFoundError(f"no weights {name} in {path.parent}")
    return path


class Field(NamedTuple):
    """What a file of CRFsuite holds."""

    labels: list[str]
    features: dict[str, int]
    """The row of each feature that has a weight."""
    state: Scores
    """(features, L), and a row of zeros at the end."""
    steps: Scores
    """(L, L): from a label to the next one."""


def read_field(path: Path) -> Field:
    """The weights of a file of CRFsuite 0.12; raises `ValueError` for a file of another format."""
    data = path.read_bytes()
    if data[:4] != b"lCRF":
        raise ValueError(f"{path.name} is no model of CRFsuite")
    header = struct.unpack_from(_HEADER, data)
    weights, labels, features = header[7], header[8], header[9]
    names = dict(_strings(data, labels))
    rows = {name: number for number, name in _strings(data, features)}
    count = struct.unpack_from("<I", data, weights + 8)[0]
    table = np.frombuffer(data, _FEATURE, count, weights + 12)
    state, steps = np.zeros((len(rows) + 1, len(names))), np.zeros((len(names), len(names)))
    for kind, into in ((_STATE, state), (_STATE + 1, steps)):
        own = table[table["kind"] == kind]
        into[own["source"], own["target"]] = own["weight"]
    return Field([names[number] for number in range(len(names))], rows, state, steps)


def _strings(data: bytes, table: int) -> Iterator[tuple[int, str]]:
    """The numbered strings of a table: a header with the place of an array of the places of its
    records; in a record, a number, a length, and the string closed by a zero byte."""
    _, _, _, _, count, array = struct.unpack_from("<4s5I", data, table)
    for place in struct.unpack_from(f"<{count}I", data, table + array):
        number, length = struct.unpack_from("<2I", data, table + place)
        start = table + place + 8
        yield number, data[start : start + length - 1].decode()


class SequenceModel:
    """A trained conditional random field; the weights are read when it is first used.

    `settling` is for labels that words mostly have whatever stands beside them, as parts of speech.
    In names what goes on with one gains so much from its neighbour that of 28,000 words only one
    was settled, and looking for them is time lost.
    """

    def __init__(self, name: str, *, settling: bool = True) -> None:
        self.name = name
        self.settling = settling

    @cached_property
    def field(self) -> Field:
        """The weights."""
        return read_field(weights_file(self.name))

    @property
    def labels(self) -> list[str]:
        """The labels, in the order of the scores."""
        return self.field.labels

    NOTHING = -1
    """The row of a feature without weight."""

    def told(self, scores: Scores, sizes: Sequence[int]) -> list[list[str]]:
        """The best labels of each sentence, given as for `best`."""
        labels = iter(self.best(scores, sizes))
        return [list(islice(labels, size)) for size in sizes]

    def best(self, scores: Scores, sizes: Sequence[int]) -> list[str]:
        """The best labels of N tokens, given (N, L) and how many tokens each sentence has."""
        if not len(scores):
            return []
        labels = self.labels
        found = (self._between_settled if self.settling else self._decoded)(scores, sizes)
        return [labels[number] for number in found.tolist()]

    def _between_settled(self, scores: Scores, sizes: Sequence[int]) -> Places:
        """(N,): the best labels of tokens by their numbers, settled words passed over."""
        found: Places = scores.argmax(1)
        runs = runs_between(scores, sizes, self.field.steps, self._regained)
        found[runs.places] = self._decoded(runs.scores, runs.sizes)
        return found

    @cached_property
    def _regained(self) -> Scores:
        return most_regained(self.field.steps)

    def _decoded(self, scores: Scores, sizes: Sequence[int] | Places) -> Places:
        """(N,): the best labels of tokens by their numbers (Viterbi)."""
        found = np.zeros(len(scores), dtype=np.int64)
        if not len(scores):
            return found
        order, turns = _turns(sizes)
        ordered = scores[order]
        reached, steps = self._reached([ordered[turn] for turn in turns]), self.field.steps.T.copy()
        chosen: list[Places] = []
        for own in reversed(reached):
            if chosen:
                own[: len(chosen[-1])] += steps[chosen[-1]]
            chosen.append(own.argmax(1))
        found[order] = np.concatenate(chosen[::-1])
        return found

    def _reached(self, turns: Sequence[Scores]) -> list[Scores]:
        """For every turn, the score of the best way to each label.

        Laid out so that the labels it comes from are the first axis: a third faster.
        """
        steps = self.field.steps[:, None, :]
        reached = [turns[0]]
        for own in turns[1:]:
            before = np.ascontiguousarray(reached[-1][: len(own)].T)
            reached.append(np.maximum.reduce(before[:, :, None] + steps, 0) + own)
        return reached

    def chances(self, scores: Scores, sizes: Sequence[int]) -> Scores:
        """(N, L): how likely each label is (marginals), given as for `best`."""
        if not len(scores):
            return scores
        order, turns = _turns(sizes)
        steps = np.exp(self.field.steps - self.field.steps.max())
        own = np.exp(scores - scores.max(1, keepdims=True))[order]
        forward, backward = np.empty_like(own), np.ones_like(own)
        forward[turns[0]] = own[turns[0]]
        for earlier, turn in pairwise(turns):
            going = turn.stop - turn.start
            found = (forward[earlier][:going] @ steps) * own[turn]
            forward[turn] = found / found.sum(1, keepdims=True)
        for turn, earlier in pairwise(reversed(turns)):
            going = turn.stop - turn.start
            found = (backward[turn] * own[turn]) @ steps.T
            backward[earlier][:going] = found / found.sum(1, keepdims=True)
        both = forward * backward
        chances = np.empty_like(scores)
        chances[order] = both / both.sum(1, keepdims=True)
        return chances


def _turns(sizes: Sequence[int] | Places) -> tuple[Places, list[slice]]:
    """The places of tokens in the order of their turns, and each turn's part of that order.

    The first tokens of all sentences are a turn, the second ones another. The longest sentence
    comes first, so that those that go on are the first ones of the turn.
    """
    lengths = np.asarray([size for size in sizes if size], dtype=np.int64)
    starts = np.concatenate(([0], lengths[:-1].cumsum()))
    order = np.argsort(-lengths, kind="stable")
    lengths, starts = lengths[order], starts[order]
    steps = np.arange(lengths[0])
    going = np.searchsorted(-lengths, -steps, side="left")
    ends = np.concatenate(([0], going.cumsum()))
    sentence = np.arange(ends[-1]) - np.repeat(ends[:-1], going)
    places = starts[sentence] + np.repeat(steps, going)
    return places, [slice(*turn) for turn in pairwise(ends.tolist())]
