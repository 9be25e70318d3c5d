"""Marks sentences, words, names, dates and figures of an article by the pack of its language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from quellenlage.german import GERMAN, GermanPack, LanguagePack, SpacyPack, split_sentences
from quellenlage.model import Article, Sentence, Span, Warning

__all__ = ["PACKS", "annotate", "packs"]

Packs = Mapping[str, LanguagePack]
PACKS: Packs = {GERMAN.language: GERMAN}


@cache
def packs(*, left_out: frozenset[str] = frozenset(), nlp: str | None = None) -> Packs:
    """The packs without some components, or with a spaCy pipeline of the user's own."""
    if nlp:
        return {GERMAN.language: SpacyPack(nlp, left_out=left_out)}
    return {GERMAN.language: GermanPack(left_out=left_out)} if left_out else PACKS


def annotate(article: Article, *, by: Packs = PACKS) -> Article:
    """The article with sentences, words, names, dates and figures marked.

    A language without a pack gets sentences only, and a warning.
    """
    pack = by.get(article.language.partition("-")[0].lower())
    if pack is None:
        return _split_only(article)
    spans = pack.sentences(article.text)
    sentences, mentions = pack.read(article.text, spans)
    dates = pack.dates(article.text, sentences, article.published)
    return msgspec.structs.replace(
        article,
        sentences=_numbered(spans),
        words=[word for words in sentences for word in words],
        mentions=mentions,
        dates=dates,
        figures=pack.figures(article.text, sentences, dates),
    )


def _split_only(article: Article) -> Article:
    warning = Warning(
        code="language",
        message=f"no language pack for {article.language!r}: only sentences were marked",
    )
    return msgspec.structs.replace(
        article,
        sentences=_numbered(split_sentences(article.text)),
        warnings=[*article.warnings, warning],
    )


def _numbered(spans: list[Span]) -> list[Sentence]:
    return [
        Sentence(id=f"s{number}", start=span.start, end=span.end)
        for number, span in enumerate(spans, 1)
    ]
