"""The encoder at work: sentences in, one vector a token out, and labels by small heads.

The lower layers are shared by all sets of weights, the upper ones and the heads belong to one. All
of it is int8 and runs on one core; the sentences of one article are read together, so that its
result depends on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from quellenlage.encoder.batches import batches, size_of, windows_of
from quellenlage.encoder.decoding import best_labels, forbidden
from quellenlage.encoder.pieces import BEGIN, END, PieceTable
from quellenlage.encoder.sequence import weights_file

__all__ = ["Encoder", "Head"]

LONGEST_TOKEN = 40
"""Pieces of a token that are read: addresses and debris have more."""
Vectors = NDArray[np.float32]


class Encoder:
    """The trained encoder; its weights are read when it is first used.

    The upper layers may be those of another set of weights, by their path; with a folder, all is
    read from there, as `training.encoder.export` writes it.
    """

    def __init__(self, upper: str | Path = "upper.onnx", *, folder: Path | None = None) -> None:
        self.folder = folder.resolve() if folder else Path()
        self.upper = self.folder / upper

    @cached_property
    def table(self) -> PieceTable:
        """The vocabulary of pieces."""
        return PieceTable.read(weights_file(self.folder / "pieces.txt.xz"))

    @cached_property
    def sessions(self) -> tuple[Any, Any]:
        """The lower and the upper layers, ready to run."""
        return _session(weights_file(self.folder / "lower.onnx")), _session(
            weights_file(self.upper)
        )

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Vectors]:
        """(tokens, 2 x width) for every sentence: the mean of the vectors of each token's pieces as
        the lower layers give them, then as the upper ones do."""
        spell = self.table.pieces
        pieces = [[spell(token)[:LONGEST_TOKEN] for token in tokens] for tokens in sentences]
        windows = [
            window for number, rows in enumerate(pieces) for window in windows_of(number, rows)
        ]
        windows.sort(key=size_of, reverse=True)
        parts: dict[tuple[int, int], Vectors] = {}
        for batch in batches(windows):
            for window, vectors in zip(batch, self._run([w[2] for w in batch]), strict=True):
                parts[window[0], window[1]] = vectors
        found: list[list[Vectors]] = [[] for _ in sentences]
        for (number, _), vectors in sorted(parts.items(), key=lambda item: item[0]):
            found[number].append(vectors)
        empty = np.zeros((0, 1), dtype=np.float32)
        return [np.concatenate(rows) if rows else empty for rows in found]

    def _run(self, rows: Sequence[list[list[int]]]) -> Iterator[Vectors]:
        """One batch through the layers."""
        flat = [[BEGIN, *(piece for own in tokens for piece in own), END] for tokens in rows]
        shape = len(flat), max(map(len, flat))
        pieces, present = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.float32)
        for place, row in enumerate(flat):
            pieces[place, : len(row)] = row
            present[place, : len(row)] = 1
        lower, upper = self.sessions
        (x,) = lower.run(None, {"pieces": pieces, "present": present})
        (y,) = upper.run(None, {"lower": x, "present": present})
        for vectors, tokens in zip(np.concatenate((x, y), -1), rows, strict=True):
            sizes = np.array([len(own) for own in tokens], dtype=np.int64)
            starts = np.concatenate(([0], sizes[:-1].cumsum()))
            inner = vectors[1 : 1 + sizes.sum()]
            sums: Vectors = np.add.reduceat(inner, starts, axis=0)
            yield np.divide(sums, sizes[:, None], dtype=np.float32)


class Head:
    """A layer on the encoder's vectors that labels tokens, over a hidden one if it has that.

    It reads the last of a token's values, as many as it learned from: those of the upper layers, or
    all.
    """

    def __init__(self, name: str, file: str | Path = "heads.npz") -> None:
        self.name, self.file = name, file

    @cached_property
    def layers(self) -> list[tuple[Vectors, Vectors]]:
        """Weights and bias of each layer."""
        found = []
        with np.load(weights_file(self.file)) as arrays:
            for layer in (f"{self.name}.hidden", self.name):
                if f"{layer}.weight" in arrays:
                    weight = arrays[f"{layer}.weight"].astype(np.float32).T
                    found.append((weight, arrays[f"{layer}.bias"].astype(np.float32)))
        return found

    @cached_property
    def labels(self) -> list[str]:
        """The labels, in the order of the scores."""
        with np.load(weights_file(self.file)) as arrays:
            return [str(label) for label in arrays[f"{self.name}.labels"]]

    @cached_property
    def steps(self) -> NDArray[np.float32]:
        """Which label may not follow which."""
        return forbidden(self.labels)

    def scores(self, vectors: Vectors) -> Vectors:
        """(tokens, labels): the logarithm of how likely each label is."""
        *hidden, (weight, bias) = self.layers
        x = vectors[:, -len((hidden or self.layers)[0][0]) :]
        for inner, inner_bias in hidden:
            x = np.maximum(x @ inner + inner_bias, 0)
        scores = x @ weight + bias
        scores -= scores.max(-1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(-1, keepdims=True))
        return scores

    def best(self, scores: Vectors) -> list[str]:
        """The best well-formed labels of a sentence, given (tokens, labels)."""
        return best_labels(scores, self.labels, self.steps)


def _session(path: Path) -> Any:
    """The weights of a file, to be run on one core."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
