"""Sequence models: linear-chain conditional random fields, run from their weights."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import pycrfsuite

__all__ = ["SequenceModel", "weights_file"]

MAX_TOKENS = 400
"""Longer sequences are labelled in pieces: a table of 10,000 cells is no sentence."""


def weights_file(name: str) -> Path:
    """The path of a weights file; raises `FileNotFoundError` if it is not there."""
    path = Path(str(files("quellenlage.encoder") / "weights" / name))
    if not path.is_file():
        raise FileNotFoundError(f"no weights {name} in {path.parent}")
    return path


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

    def label(self, features: Sequence[Sequence[str]]) -> list[str]:
        """The best label of every token, given the features of every token."""
        labels: list[str] = []
        for start in range(0, len(features), MAX_TOKENS):
            labels.extend(self.tagger.tag(features[start : start + MAX_TOKENS]))
        return labels
