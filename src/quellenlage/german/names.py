"""Names: persons, organisations, places and others, as whole tokens, the outermost ones.

A compound that only contains a name ("Berlin-Besuch") and a word derived from one ("deutsche") are
none: the model has labels of their own for them, which are dropped.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from quellenlage.encoder import Head, SequenceModel
from quellenlage.german.features import sequence_features
from quellenlage.model import Mention, Word

__all__ = ["NAMES", "Heard", "hear_names", "hear_names_fast", "mentions_of", "name_features"]

_HEAD = Head("names")
NAMES = SequenceModel("names.crfsuite", settling=False)
_TAG_PREFIXES = ("p:", "-p:", "+p:")
_NO_TAG = ""
"""Stands around every sentence."""
CLEAR = 0.96
"""How sure the sequence model must be of every word for a sentence to be clear. On the last 600
sentences of GermEval this spares the encoder 34 % of the pieces, in the archive 43 %, and changes
no figure; .95 spares 37 % for .004 of the strict F1, .9 45 % for .008."""
SURE = 0.88
"""Likelihood from which on the encoder alone decides; 8 of 100 tokens are below. It learned with
smoothed labels, so that .92 is as sure as it gets."""
SECOND = 0.3
"""Weight of the sequence model where both are heard. On the last 600 sentences of GermEval, strict
F1 is .749 at 0, .765 at .2, .774 at .3, .768 at .4, .753 at .5 (`training.encoder.trials`)."""
LEAST = 1e-4
"""Added to likelihoods before their logarithm: nothing is impossible."""
_LABELS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "OTH": "MISC"}


def name_features(forms: Sequence[str], tags: Sequence[str]) -> list[list[str]]:
    """The features of every word of a sentence, given its forms and parts of speech, to train."""
    features = sequence_features(forms)
    for index, row in enumerate(features):
        row.append("p:" + tags[index])
        if index:
            row.append("-p:" + tags[index - 1])
        if index + 1 < len(tags):
            row.append("+p:" + tags[index + 1])
    return features


class Heard(NamedTuple):
    """What was heard of the names of one sentence."""

    labels: list[str]
    """In IOB2 notation, one a word."""
    chances: NDArray[np.float64]
    """(words, labels): how likely the sequence model holds each of its labels."""

    @property
    def clear(self) -> bool:
        """Whether the sequence model is sure of every word."""
        return not len(self.chances) or bool(_sureness(self.chances).min() >= CLEAR)

    def with_encoder(self, vectors: NDArray[np.float32], *, alone: bool = False) -> Heard:
        """The same, decided by the encoder, whose vectors are given; where it is not sure, the
        sequence model is heard too, unless it is alone."""
        scores = _HEAD.scores(vectors)
        joint = scores if alone else _joint_scores(scores, self.chances)
        return self._replace(labels=_HEAD.best(joint))


def hear_names(sentences: Sequence[Sequence[Word]], forms: NDArray[np.float64]) -> list[Heard]:
    """What the sequence model hears in the sentences of one article, given what it sees of the
    forms of all words (words, labels)."""
    sizes = [len(words) for words in sentences]
    scores = _scores(sentences, forms)
    parts = np.split(NAMES.chances(scores, sizes), np.cumsum(sizes[:-1])) if sizes else []
    return list(map(Heard, NAMES.told(scores, sizes), parts))


def hear_names_fast(
    sentences: Sequence[Sequence[Word]], forms: NDArray[np.float64]
) -> list[list[str]]:
    """Its labels alone, in half the time."""
    return NAMES.told(_scores(sentences, forms), [len(words) for words in sentences])


def _sureness(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """(words,): how likely the likeliest reading is; all labels that mark no name are one."""
    named = _named()
    sure: NDArray[np.float64] = np.maximum(chances[:, named].max(1), chances[:, ~named].sum(1))
    return sure


@cache
def _named() -> NDArray[np.bool_]:
    """(labels,): which labels of the sequence model mark a name, and are not dropped."""
    return np.array([label[2:] in _LABELS for label in NAMES.labels])


def _joint_scores(scores: NDArray[np.float32], chances: NDArray[np.float64]) -> NDArray[np.float32]:
    """The encoder's scores, mixed with those of the sequence model where it is not sure."""
    unsure = np.flatnonzero(scores.max(-1) < math.log(SURE))
    mixed = scores.copy()
    second = np.log(chances[unsure][:, _columns()] + LEAST)
    mixed[unsure] = (1 - SECOND) * scores[unsure] + SECOND * second
    return mixed


@cache
def _columns() -> list[int]:
    """Where the sequence model has the labels of the head, which both learned from one set."""
    return [NAMES.labels.index(label) for label in _HEAD.labels]


def _scores(sentences: Sequence[Sequence[Word]], forms: NDArray[np.float64]) -> NDArray[np.float64]:
    """(words, labels): what the sequence model sees of words and their parts of speech."""
    tags = [_NO_TAG]
    for words in sentences:
        tags += [word.pos for word in words]
        tags.append(_NO_TAG)
    kinds = {tag: number for number, tag in enumerate(dict.fromkeys(tags))}
    table = np.stack([_tag_scores(tag) for tag in kinds], axis=1)
    numbers = np.array([kinds[tag] for tag in tags], dtype=np.int64)
    own, before, after = table[:, numbers]
    inner = np.flatnonzero(numbers)
    found: NDArray[np.float64] = forms + own[inner] + before[inner - 1] + after[inner + 1]
    return found


@cache
def _tag_scores(tag: str) -> NDArray[np.float64]:
    """(3, labels): what a part of speech says of its word, the next one, and the one before."""
    rows = [NAMES.field.features.get(prefix + tag, NAMES.NOTHING) for prefix in _TAG_PREFIXES]
    return NAMES.field.state[rows]


def mentions_of(words: Sequence[Word], labels: Sequence[str]) -> list[Mention]:
    """The names that labels in IOB2 notation mark; labels that are no names are dropped."""
    found = []
    for first in [place for place, label in enumerate(labels) if label.startswith("B-")]:
        kind = labels[first].removeprefix("B-")
        if kind not in _LABELS:
            continue
        last = first + 1
        while last < len(labels) and labels[last] == f"I-{kind}":
            last += 1
        label = cast('Literal["PER", "ORG", "LOC", "MISC"]', _LABELS[kind])
        found.append(Mention(start=words[first].start, end=words[last - 1].end, label=label))
    return found
