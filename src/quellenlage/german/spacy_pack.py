"""German with a spaCy pipeline of the user's own for parts of speech and names.

Sentences, tokens, lemmas, moods, dates and figures stay ours; what the pipeline does not tell (a
blank one tells nothing) is told by our own components.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from quellenlage.errors import InvalidCall
from quellenlage.german.names import mentions_of
from quellenlage.german.pack import GermanPack
from quellenlage.german.reading import Reading
from quellenlage.german.tagging import read_labelled
from quellenlage.model import Span

__all__ = ["SpacyPack"]

_FORMS = {"Fin": "fin", "Inf": "inf", "Part": "part"}
_CLASSES = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "MISC": "OTH"}
Told = tuple[list[str] | None, list[str] | None]
"""Parts of speech with the form of the verb, and names in IOB2; none where nothing is told."""


class SpacyPack(GermanPack):
    """German, read by a spaCy pipeline; it is loaded when it is first used."""

    def __init__(self, pipeline: str, *, left_out: frozenset[str] = frozenset()) -> None:
        super().__init__(left_out=left_out)
        self.pipeline = pipeline

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

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """The words of the sentences and the names; ours where the pipeline tells none."""
        tokens = self.tokens(text, sentences)
        told = [self._run([text[one.start : one.end] for one in own]) for own in tokens]
        tagged = all(tags is not None for tags, _ in told)
        named = any(names for _, names in told)
        words, names = super().read(text, sentences) if not (tagged and named) else ([], [])
        if tagged:
            words = [
                read_labelled([text[one.start : one.end] for one in own], own, tags or [])
                for own, (tags, _) in zip(tokens, told, strict=True)
            ]
        if named:
            names = [
                mention
                for own, (_, labels) in zip(words, told, strict=True)
                for mention in mentions_of(own, labels or ["O"] * len(own))
            ]
        return words, names

    def _run(self, forms: Sequence[str]) -> Told:
        """One sentence through the pipeline."""
        if not forms:
            return [], None
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
