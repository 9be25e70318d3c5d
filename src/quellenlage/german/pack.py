"""The language pack: what `annotation` asks of a language, and German's answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quellenlage.german.dates import find_dates
from quellenlage.german.figures import find_figures
from quellenlage.german.reading import ENCODER, Reading, read
from quellenlage.german.sentences import split_sentences
from quellenlage.german.tokens import split_tokens
from quellenlage.model import DateExpression, Figure, Span, Word

__all__ = ["GERMAN", "GERMAN_FAST", "GermanPack", "LanguagePack"]


class LanguagePack(Protocol):
    """What a language must be able to do, one article at a time."""

    @property
    def language(self) -> str:
        """The language, as in `de`."""
        ...

    def sentences(self, text: str) -> list[Span]:
        """The sentences of a text, in order."""
        ...

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """The words of the sentences of one article, with their readings, and its names."""
        ...

    def dates(
        self, text: str, sentences: Sequence[Sequence[Word]], published: str | None
    ) -> list[DateExpression]:
        """The time expressions of an article, relative to its date."""
        ...

    def figures(
        self,
        text: str,
        sentences: Sequence[Sequence[Word]],
        dates: Sequence[DateExpression],
    ) -> list[Figure]:
        """The numbers that count something, those inside dates left out."""
        ...


class GermanPack:
    """German; trained components may be left out, without the encoder it is faster."""

    language = "de"

    def __init__(self, *, left_out: frozenset[str] = frozenset()) -> None:
        self.left_out = left_out

    def sentences(self, text: str) -> list[Span]:
        """The sentences of a text, in order."""
        return split_sentences(text)

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """The words of the sentences of one article, with their readings, and its names."""
        return read(text, self.tokens(text, sentences), left_out=self.left_out)

    def tokens(self, text: str, sentences: Sequence[Span]) -> list[list[Span]]:
        """The tokens of each sentence."""
        return [split_tokens(text, sentence) for sentence in sentences]

    def dates(
        self, text: str, sentences: Sequence[Sequence[Word]], published: str | None
    ) -> list[DateExpression]:
        """The time expressions of an article, relative to its date."""
        return find_dates(sentences, published)

    def figures(
        self,
        text: str,
        sentences: Sequence[Sequence[Word]],
        dates: Sequence[DateExpression],
    ) -> list[Figure]:
        """The numbers that count something, those inside dates left out."""
        return find_figures(sentences, dates)


GERMAN = GermanPack()
GERMAN_FAST = GermanPack(left_out=frozenset({ENCODER}))
