"""Names: persons, organisations, places and others, as whole tokens, the outermost ones.

A compound that only contains a name ("Berlin-Besuch") and a word derived from one ("deutsche") are
none: the model has labels of their own for them, which are dropped.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from quellenlage.encoder import Encoder, Head, SequenceModel
from quellenlage.german.features import sequence_features
from quellenlage.model import Mention, Word

__all__ = ["find_names", "find_names_fast", "name_features"]

_ENCODER, _HEAD = Encoder(), Head("names")
_MODEL = SequenceModel("names.crfsuite")
SURE = 0.88
"""Likelihood from which on the encoder alone decides; 8 of 100 tokens are below. It learned with
smoothed labels, so that .92 is as sure as it gets."""
SECOND = 0.3
"""Weight of the sequence model where both are heard. On the last 600 sentences of GermEval, strict
F1 is .749 at 0, .766 at .2 and .3, .763 at .4 and .757 at .5 (tokens given)."""
LEAST = 1e-4
"""Added to likelihoods before their logarithm: nothing is impossible."""
_LABELS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "OTH": "MISC"}


def name_features(
    forms: Sequence[str], tags: Sequence[str], known: frozenset[str] | None = None
) -> list[list[str]]:
    """The features of every word of a sentence, given its forms and parts of speech."""
    features = sequence_features(forms, known)
    for index, row in enumerate(features):
        row.append("p:" + tags[index])
        if index:
            row.append("-p:" + tags[index - 1])
        if index + 1 < len(tags):
            row.append("+p:" + tags[index + 1])
    return features


def find_names(sentences: Sequence[Sequence[Word]]) -> list[Mention]:
    """The names in the sentences of one article.

    1. The encoder says how likely each label is. 2. Where it is not sure, the sequence model, which
    sees endings and word clusters instead of context, is heard too. 3. The best labels are taken.
    """
    read = [words for words in sentences if words]
    vectors = _ENCODER.read([[word.text for word in words] for words in read])
    return [
        mention
        for words, own in zip(read, vectors, strict=True)
        for mention in mentions_of(words, _HEAD.best(_joint_scores(words, _HEAD.scores(own))))
    ]


def _joint_scores(words: Sequence[Word], scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The encoder's scores, mixed with those of the sequence model where it is not sure."""
    unsure = np.flatnonzero(scores.max(-1) < math.log(SURE))
    if not len(unsure):
        return scores
    places = [int(place) for place in unsure]
    chances = _MODEL.chances(_features(words), _HEAD.labels, places)
    mixed = scores.copy()
    mixed[unsure] = (1 - SECOND) * scores[unsure] + SECOND * np.log(chances + LEAST)
    return mixed


def _features(words: Sequence[Word]) -> list[list[str]]:
    """What the sequence model sees of a sentence."""
    return name_features([word.text for word in words], [word.pos for word in words], _MODEL.known)


def find_names_fast(words: Sequence[Word]) -> list[Mention]:
    """The names in the words of one sentence, by the sequence model alone."""
    return mentions_of(words, _MODEL.label(_features(words))) if words else []


def mentions_of(words: Sequence[Word], labels: Sequence[str]) -> list[Mention]:
    """The names that labels in IOB2 notation mark; labels that are no names are dropped."""
    found = []
    index = 0
    while index < len(labels):
        kind = labels[index].removeprefix("B-")
        last = index + 1
        if labels[index].startswith("B-"):
            while last < len(labels) and labels[last] == f"I-{kind}":
                last += 1
            if kind in _LABELS:
                label = cast('Literal["PER", "ORG", "LOC", "MISC"]', _LABELS[kind])
                found.append(
                    Mention(start=words[index].start, end=words[last - 1].end, label=label)
                )
        index = last
    return found
