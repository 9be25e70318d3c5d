"""Sequence models: linear-chain conditional random fields, run from their weights."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path

import numpy as np
import pycrfsuite
from numpy.typing import NDArray

__all__ = ["SequenceModel", "known_features", "weights_file"]

MAX_TOKENS = 400
"""Longer sequences are labelled in pieces: a table of 10,000 cells is no sentence."""

_TABLE_PLACE = 36
"""Where the header of a weights file tells the place of the table of features."""


def weights_file(name: str) -> Path:
    """The path of a weights file; raises `FileNotFoundError` if it is not there."""
    path = Path(str(files("quellenlage.encoder") / "weights" / name))
    if not path.is_file():
        raise FileNotFoundError(f"no weights {name} in {path.parent}")
    return path


def known_features(path: Path) -> frozenset[str]:
    """The features that have a weight in a file of CRFsuite: others need not be handed over.

    Half of what the models see of a word has none; leaving it out changes no label. Raises
    `ValueError` for a file of another format. The file: a header with the place of a table of
    features; in it, the place of an array of the places of its records; in a record, a number, a
    length, and the feature closed by a zero byte (crf1d_model.c and cqdb.c of CRFsuite 0.12).
    """
    data = path.read_bytes()
    if data[:4] != b"lCRF":
        raise ValueError(f"{path.name} is no model of CRFsuite")
    table = struct.unpack_from("<I", data, _TABLE_PLACE)[0]
    _, _, _, _, count, array = struct.unpack_from("<4s5I", data, table)
    found = set()
    for place in struct.unpack_from(f"<{count}I", data, table + array):
        _, length = struct.unpack_from("<2I", data, table + place)
        start = table + place + 8
        found.add(data[start : start + length - 1].decode())
    return frozenset(found)


class SequenceModel:
    """A trained conditional random field; the weights are read when it is first used."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._tagger: pycrfsuite.Tagger | None = None

    @property
    def tagger(self) -> pycrfsuite.Tagger:
        """The opened weights."""
        if self._tagger is None:
            tagger = pycrfsuite.Tagger()
            tagger.open(str(weights_file(self.name)))
            self._tagger = tagger
        return self._tagger

    @cached_property
    def known(self) -> frozenset[str]:
        """The features that have a weight."""
        return known_features(weights_file(self.name))

    def label(self, features: Sequence[Sequence[str]]) -> list[str]:
        """The best label of every token, given the features of every token."""
        labels: list[str] = []
        for start in range(0, len(features), MAX_TOKENS):
            labels.extend(self.tagger.tag(features[start : start + MAX_TOKENS]))
        return labels

    def chances(
        self, features: Sequence[Sequence[str]], labels: Sequence[str], places: Sequence[int]
    ) -> NDArray[np.float32]:
        """(places, labels): how likely each label is at some places of a sentence (marginals)."""
        self.tagger.set(pycrfsuite.ItemSequence(features))
        own = set(self.tagger.labels())
        return np.array(
            [
                [self.tagger.marginal(label, place) if label in own else 0.0 for label in labels]
                for place in places
            ],
            dtype=np.float32,
        )
