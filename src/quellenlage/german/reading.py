"""The words and names of one article, read together by sequence models and the encoder.

1. The sequence models, which see forms, endings and word clusters, read all sentences. 2. Those
that are not clear to them go to the encoder, which sees the context: it reads their words anew and
says how likely each kind of name is (`names.py`). Without the encoder the first step is all.

A component may be left out, to see what it brings or to be faster.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from quellenlage.encoder import Encoder
from quellenlage.german.features import FormScores
from quellenlage.german.names import NAMES, hear_names, hear_names_fast, mentions_of
from quellenlage.german.tagging import TAGGER, read_labelled, tag, tag_fast
from quellenlage.model import Mention, Span, Word

__all__ = ["COMPONENTS", "ENCODER", "Reading", "read"]

CLUSTERS, ENCODER, SEQUENCE, WORDS = "clusters", "encoder", "sequence", "words"
COMPONENTS = (CLUSTERS, ENCODER, SEQUENCE, WORDS)
"""What can be left out: the clusters that the sequence model of names sees, the encoder, that model
itself, and what the encoder tells of words."""
_ENCODER = Encoder()
_FORM_SCORES = FormScores(TAGGER, NAMES)
_UNCLUSTERED = FormScores(NAMES, clusters=False)
_NO_NAME = "O"
Reading = tuple[list[list[Word]], list[Mention]]
"""The words of each sentence, and the names of all."""
Forms = Sequence[Sequence[str]]
Labelled = tuple[list[list[Word]], list[list[str]]]
"""The words of each sentence, and the labels of its names in IOB2."""


def read(
    text: str,
    sentences: Sequence[Sequence[Span]],
    *,
    left_out: frozenset[str] = frozenset(),
) -> Reading:
    """The words of the sentences of one article, given their tokens, and its names."""
    forms = [[text[token.start : token.end] for token in tokens] for tokens in sentences]
    words, labels = (_read_fast if ENCODER in left_out else _read)(forms, sentences, left_out)
    return words, list(chain.from_iterable(map(mentions_of, words, labels)))


def _read_fast(
    forms: Forms, sentences: Sequence[Sequence[Span]], left_out: frozenset[str]
) -> Labelled:
    """Words, and labels of names, by the sequence models alone."""
    seen, named = _seen(forms, left_out)
    words = list(map(read_labelled, forms, sentences, tag_fast(seen, list(map(len, forms)))))
    if SEQUENCE in left_out:
        return words, [[_NO_NAME] * len(own) for own in forms]
    return words, hear_names_fast(words, named)


def _read(forms: Forms, sentences: Sequence[Sequence[Span]], left_out: frozenset[str]) -> Labelled:
    """Words, and labels of names, with the encoder where a sentence is not clear."""
    seen, named = _seen(forms, left_out)
    tagged = tag(seen, list(map(len, forms)))
    words = list(map(read_labelled, forms, sentences, (one.labels for one in tagged)))
    heard = hear_names(words, named)
    clear = [one.clear and other.clear for one, other in zip(tagged, heard, strict=True)]
    alone = SEQUENCE in left_out
    hard = [number for number, own in enumerate(forms) if own and (alone or not clear[number])]
    vectors = _ENCODER.read([forms[number] for number in hard])
    for number, own in zip(hard, vectors, strict=True):
        if WORDS not in left_out and not clear[number]:
            labels = tagged[number].with_encoder(own).labels
            words[number] = read_labelled(forms[number], sentences[number], labels)
        heard[number] = heard[number].with_encoder(own, alone=alone)
    return words, [one.labels for one in heard]


def _seen(
    forms: Forms, left_out: frozenset[str]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(words, labels): what the sequence models see of forms, for readings and for names."""
    scores = _FORM_SCORES(forms)
    readings = len(TAGGER.labels)
    named = _UNCLUSTERED(forms) if CLUSTERS in left_out else scores[:, readings:]
    return scores[:, :readings], named
