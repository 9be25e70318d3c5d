"""German with a spaCy pipeline of the user's own for parts of speech and names.

Sentences, tokens, lemmas, moods, dates and figures stay ours; what the pipeline does not tell (a
blank one tells nothing) is told by our own components.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

from quellenlage.errors import InvalidCall
from quellenlage.german.names import find_names, mentions_of
from quellenlage.german.pack import GermanPack
from quellenlage.german.tagging import read_labelled, read_words
from quellenlage.german.tokens import split_tokens
from quellenlage.model import Mention, Span, Word

__all__ = ["SpacyPack"]

CACHE = 4_000
"""Sentences remembered between tagging and naming; an article has fewer."""
_FORMS = {"Fin": "fin", "Inf": "inf", "Part": "part"}
_CLASSES = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "MISC": "OTH"}
Reading = tuple[list[str] | None, list[str] | None]
"""Parts of speech with the form of the verb, and names in IOB2; none where nothing is told."""


class SpacyPack(GermanPack):
    """German, read by a spaCy pipeline; it is loaded when it is first used."""

    def __init__(self, pipeline: str) -> None:
        super().__init__()
        self.pipeline = pipeline
        self._read = lru_cache(CACHE)(self._run)

    @cached_property
    def nlp(self) -> Any:
        """The loaded pipeline; `InvalidCall` if spaCy or the pipeline is not installed."""
        try:
            import spacy

            return spacy.load(self.pipeline)
        except (ImportError, OSError) as error:
            raise InvalidCall(
                f"The spaCy pipeline {self.pipeline!r} could not be loaded; install spaCy and it "
                f"(pip install spacy, python -m spacy download {self.pipeline})."
            ) from error

    def words(self, text: str, sentences: Sequence[Span]) -> list[list[Word]]:
        """The words of the sentences; the pipeline tells their parts of speech, if it has any."""
        tokens = [split_tokens(text, sentence) for sentence in sentences]
        forms = [tuple(text[token.start : token.end] for token in own) for own in tokens]
        told = [(own, self._read(own)[0]) for own in forms]
        if any(labels is None for own, labels in told if own):
            return read_words(text, tokens)
        return [
            read_labelled(own, spans, labels or [])
            for spans, (own, labels) in zip(tokens, told, strict=True)
        ]

    def names(self, sentences: Sequence[Sequence[Word]]) -> list[Mention]:
        """The names in the sentences of one article."""
        readings = [self._read(tuple(word.text for word in words)) for words in sentences]
        if not any(names for _, names in readings):
            return find_names(sentences)
        return [
            mention
            for words, (_, names) in zip(sentences, readings, strict=True)
            for mention in mentions_of(words, names or ["O"] * len(words))
        ]

    def _run(self, forms: tuple[str, ...]) -> Reading:
        """One sentence through the pipeline."""
        if not forms:
            return None, None
        from spacy.tokens import Doc

        doc = Doc(self.nlp.vocab, words=list(forms))
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        tags = [_label(token) for token in doc] if doc.has_annotation("POS") else None
        return tags, _names(doc) if doc.has_annotation("ENT_IOB") else None


def _label(token: Any) -> str:
    """A part of speech, that of a verb with its form."""
    pos = str(token.pos_) or "X"
    form = _FORMS.get("".join(token.morph.get("VerbForm")), "")
    return f"{pos}.{form}" if pos in ("VERB", "AUX") and form else pos.replace("SPACE", "X")


def _names(doc: Any) -> list[str]:
    """The names of a sentence in IOB2, in our classes."""
    labels = ["O"] * len(doc)
    for name in doc.ents:
        if kind := _CLASSES.get(name.label_):
            labels[name.start] = f"B-{kind}"
            labels[name.start + 1 : name.end] = [f"I-{kind}"] * (name.end - name.start - 1)
    return labels
