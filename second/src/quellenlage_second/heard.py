"""What the head hears in an article: quotations, speakers and cues, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quellenlage.encoder import Encoder, Head, passages
from quellenlage.model import Article, Span

__all__ = ["Heard", "Stretch", "listen"]

WEIGHTS = Path(__file__).parent / "weights"
_ENCODER, _HEAD = Encoder(WEIGHTS / "upper.onnx"), Head("quotations", WEIGHTS / "heads.npz")
Chances = NDArray[np.float64]


class Stretch(NamedTuple):
    """Consecutive words of one kind: a type of quotation, `speaker` or `cue`; the end exclusive."""

    start: int
    end: int
    kind: str


class Heard(NamedTuple):
    """An article as the head hears it; one row a word."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    sentence: NDArray[np.int64]
    quoted: Chances
    """How likely a word is inside a quotation."""
    speaker: Chances
    stretches: list[Stretch]

    def words(self, spans: Iterable[Span]) -> list[int]:
        """The words that spans touch."""
        inside = np.zeros(len(self.starts), dtype=bool)
        for span in spans:
            inside |= (self.starts < span.end) & (self.ends > span.start)
        return [int(place) for place in np.flatnonzero(inside)]

    def span(self, start: int, end: int) -> Span:
        """The characters of a range of words."""
        return Span(int(self.starts[start]), int(self.ends[end - 1]))


def listen(article: Article) -> Heard:
    """An annotated article, heard."""
    words = article.words
    starts = np.array([word.start for word in words], dtype=np.int64)
    begins = np.array([sentence.start for sentence in article.sentences], dtype=np.int64)
    sentence = np.searchsorted(begins, starts, side="right")
    parts = [list(part) for part in np.split(np.arange(len(words)), _breaks(sentence))]
    sentences = [[words[int(n)].text for n in part] for part in parts if part]
    read = passages(sentences, _ENCODER.table)
    texts = [list(chain.from_iterable(sentences[place])) for place in read]
    scores = [_HEAD.scores(vectors) for vectors in _ENCODER.read(texts)]
    labels = [label for own in scores for label in _HEAD.best(own)]
    chances = np.exp(np.concatenate(scores)) if scores else np.zeros((0, len(_HEAD.labels)))
    return Heard(
        starts=starts,
        ends=np.array([word.end for word in words], dtype=np.int64),
        sentence=sentence,
        quoted=_sum(chances, [label[2:3].isupper() for label in _HEAD.labels]),
        speaker=_sum(chances, [label.endswith("speaker") for label in _HEAD.labels]),
        stretches=list(_stretches(labels)),
    )


def _breaks(sentence: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where a new sentence begins, but for the first."""
    return np.flatnonzero(np.diff(sentence)) + 1


def _sum(chances: NDArray[np.floating], wanted: Sequence[bool]) -> Chances:
    found: Chances = chances[:, np.array(wanted, dtype=bool)].sum(1).astype(np.float64)
    return found


def _stretches(labels: Sequence[str]) -> Iterator[Stretch]:
    """The runs of labels in IOB2."""
    start = None
    for place, label in enumerate([*labels, "O"]):
        if start is not None and label != f"I-{labels[start][2:]}":
            yield Stretch(start, place, labels[start][2:])
            start = None
        if label.startswith("B-"):
            start = place
