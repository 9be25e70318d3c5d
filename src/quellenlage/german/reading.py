"""The words and names of one article, read together by sequence models and the encoder.

1. The sequence models, which see forms, endings and word clusters, read all sentences. 2. Those
that are not clear to them go to the encoder, which sees the context: it reads their words anew and
says how likely each kind of name is (`names.py`). Without the encoder the first step is all.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from quellenlage.encoder import Encoder
from quellenlage.german.names import hear_names, mentions_of
from quellenlage.german.tagging import read_labelled, tag
from quellenlage.model import Mention, Span, Word

__all__ = ["Reading", "read"]

_ENCODER = Encoder()
Reading = tuple[list[list[Word]], list[Mention]]
"""The words of each sentence, and the names of all."""


def read(text: str, sentences: Sequence[Sequence[Span]], *, encoder: bool = True) -> Reading:
    """The words of the sentences of one article, given their tokens, and its names."""
    forms = [[text[token.start : token.end] for token in tokens] for tokens in sentences]
    tagged = tag(forms)
    words = list(map(read_labelled, forms, sentences, (one.labels for one in tagged)))
    heard = hear_names(words)
    clear = [one.clear and other.clear for one, other in zip(tagged, heard, strict=True)]
    hard = [number for number, one in enumerate(clear) if not one] if encoder else []
    vectors = _ENCODER.read([forms[number] for number in hard])
    for number, own in zip(hard, vectors, strict=True):
        labels = tagged[number].with_encoder(own).labels
        words[number] = read_labelled(forms[number], sentences[number], labels)
        heard[number] = heard[number].with_encoder(own)
    return words, list(chain.from_iterable(map(mentions_of, words, (one.labels for one in heard))))
