"""The words and names of one article, read together by sequence models and the encoder.

1. The sequence models, which see forms, endings and word clusters, read all sentences. 2. Those
that are not clear to them go to the encoder, which sees the context: it reads their words anew and
says how likely each kind of name is (`names.py`). Without the encoder the first step is all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from quellenlage.encoder import Encoder
from quellenlage.german.names import hear_names, hear_names_fast, mentions_of
from quellenlage.german.tagging import read_labelled, tag, tag_fast
from quellenlage.model import Mention, Span, Word

__all__ = ["Reading", "read"]

_ENCODER = Encoder()
Reading = tuple[list[list[Word]], list[Mention]]
"""The words of each sentence, and the names of all."""
Forms = Sequence[Sequence[str]]
Labelled = tuple[list[list[Word]], list[list[str]]]
"""The words of each sentence, and the labels of its names in IOB2."""


def read(text: str, sentences: Sequence[Sequence[Span]], *, encoder: bool = True) -> Reading:
    """The words of the sentences of one article, given their tokens, and its names."""
    forms = [[text[token.start : token.end] for token in tokens] for tokens in sentences]
    words, labels = (_read if encoder else _read_fast)(forms, sentences)
    return words, list(chain.from_iterable(map(mentions_of, words, labels)))


def _read_fast(forms: Forms, sentences: Sequence[Sequence[Span]]) -> Labelled:
    """Words, and labels of names, by the sequence models alone."""
    words = list(map(read_labelled, forms, sentences, tag_fast(forms)))
    return words, hear_names_fast(words)


def _read(forms: Forms, sentences: Sequence[Sequence[Span]]) -> Labelled:
    """Words, and labels of names, with the encoder where a sentence is not clear."""
    tagged = tag(forms)
    words = list(map(read_labelled, forms, sentences, (one.labels for one in tagged)))
    heard = hear_names(words)
    clear = [one.clear and other.clear for one, other in zip(tagged, heard, strict=True)]
    hard = [number for number, one in enumerate(clear) if not one]
    vectors = _ENCODER.read([forms[number] for number in hard])
    for number, own in zip(hard, vectors, strict=True):
        labels = tagged[number].with_encoder(own).labels
        words[number] = read_labelled(forms[number], sentences[number], labels)
        heard[number] = heard[number].with_encoder(own)
    return words, [one.labels for one in heard]
