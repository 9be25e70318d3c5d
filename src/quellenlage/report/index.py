"""Where things stand in an analysis: articles by label, sources by name, passages by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter
from pathlib import PurePath

from quellenlage.model import (
    Analysis,
    Article,
    Assertion,
    Claim,
    Lineage,
    Place,
    Placed,
    Sentence,
    Source,
    Span,
    covering,
    own_voice_name,
    own_voice_source_id,
    speaks_for,
)
from quellenlage.report.records import Passage, Reference

__all__ = ["Index", "spoken_for"]

_NUMBERED = re.compile(r"(\d{1,6})(?:[_\-.]|$)")
_start = attrgetter("start")
_OWN_VOICE = "own voice of "
CONTEXT = 600
"""Characters of a sentence shown around a passage; glued texts have sentences of pages."""


class Index:
    """Looks up what belongs together in one analysis; nothing in it changes."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.articles: dict[str, Article] = {a.id: a for a in analysis.articles}
        self.sources: dict[str, Source] = {s.id: s for s in analysis.sources}
        self.claims: dict[str, Claim] = {c.id: c for c in analysis.claims}

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each article in the analysis, 1 the first."""
        return {a.id: number for number, a in enumerate(self.analysis.articles, start=1)}

    @cached_property
    def labels(self) -> dict[str, str]:
        """A short label for each article: the number its file name begins with, else its place."""
        articles = self.analysis.articles
        numbers = [_file_number(article) for article in articles]
        if None in numbers or len(set(numbers)) < len(numbers):
            return {a.id: str(place) for place, a in enumerate(articles, start=1)}
        return {a.id: str(number) for a, number in zip(articles, numbers, strict=True)}

    @cached_property
    def lineage_of(self) -> dict[str, Lineage]:
        """The lineage of each article."""
        return {id: lineage for lineage in self.analysis.lineages for id in lineage.articles}

    @cached_property
    def _own_voices(self) -> dict[str, str]:
        """The names of the articles' own voices by source id."""
        return {own_voice_source_id(a): own_voice_name(a) for a in self.analysis.articles}

    def named(self, id: str, otherwise: str) -> str:
        """An article by outlet and label, `Tagblatt [3]`; without a known outlet `Artikel 3`."""
        outlet, label = self.articles[id].outlet, self.labels[id]
        return f"{outlet} [{label}]" if outlet else f"{otherwise} {label}"

    def source_name(self, id: str) -> str:
        """The name of a source; an own voice that is no source yet has its outlet's."""
        source = self.sources.get(id)
        return source.name if source else self._own_voices.get(id, id)

    def body_name(self, id: str) -> str:
        """The name of the body a source speaks for; its own if it has none."""
        return self.source_name(speaks_for(self.sources, id))

    def origin(self, assertion: Assertion) -> str:
        """The id of the one whose word an assertion finally is."""
        if assertion.chain:
            return assertion.chain[-1]
        return own_voice_source_id(self.articles[assertion.article])

    def counted(self, rule: str, assertions: Sequence[Assertion], anonymous: str) -> list[str]:
        """The names of the origins a count was made of, from the rule that tells them.

        Origins are counted by the body they speak for; shown is who spoke: `NIS (Südkorea)`.
        """
        parts = [part for part in rule.split("; ") if part]
        names = [self._counted_name(part, assertions, anonymous) for part in parts]
        return list(dict.fromkeys(names))

    def _counted_name(self, part: str, assertions: Sequence[Assertion], anonymous: str) -> str:
        if part.startswith(_OWN_VOICE):
            article = self.articles.get(part.removeprefix(_OWN_VOICE))
            return own_voice_name(article) if article else part
        if part == "anonymous":
            return anonymous
        spoke = Counter(
            self.source_name(a.chain[-1])
            for a in assertions
            if a.chain and speaks_for(self.sources, a.chain[-1]) == part
        )
        body = self.source_name(part)
        speaker = spoke.most_common(1)[0][0] if spoke else body
        return body if body in spoke else spoken_for(speaker, body)

    def sentence(self, article: Article, offset: int) -> tuple[int, Span]:
        """The number and place of the sentence in which an offset lies; 1 counts the first."""
        sentences: Sequence[Sentence] = article.sentences
        found = covering(sentences, offset)
        if found is None:
            before = bisect_right(sentences, offset, key=_start)
            return max(1, before), Span(0, min(len(article.text), CONTEXT))
        number = bisect_left(sentences, found.start, key=_start) + 1
        return number, Span(found.start, found.end)

    def at(self, article: Article, offset: int) -> Reference:
        """An offset of an article as the reader sees it: article and sentence."""
        number, _ = self.sentence(article, offset)
        label = self.labels[article.id]
        return Reference(article=article.id, label=label, sentence=number, start=offset)

    def reference(self, place: Place | Assertion) -> Reference:
        """Where a passage stands, as the reader sees it."""
        return self.at(self.articles[place.article], place.start)

    def passage(self, place: Place | Assertion) -> Passage:
        """A passage within its sentence."""
        return self.marked(self.articles[place.article], place)

    def marked(self, article: Article, place: Placed) -> Passage:
        """A passage of an article within its sentence."""
        _, sentence = self.sentence(article, place.start)
        start = max(min(sentence.start, place.start), place.start - CONTEXT)
        end = min(max(sentence.end, place.end), place.end + CONTEXT)
        text = article.text
        return Passage(
            reference=self.at(article, place.start),
            before=text[start : place.start],
            marked=text[place.start : place.end],
            after=text[place.end : end],
        )


def spoken_for(speaker: str, body: str) -> str:
    """A speaker with the body spoken for, unless the name tells it: `Anna Roth (Amt)`."""
    if body == speaker or f"({body})" in speaker:
        return speaker
    if speaker.endswith(")"):
        return f"{speaker[:-1]}, {body})"
    return f"{speaker}, {body}" if body.endswith(")") else f"{speaker} ({body})"


def _file_number(article: Article) -> str | None:
    """The number a file name begins with, as in `003_a1f0.txt`."""
    found = _NUMBERED.match(PurePath(article.path or "").name)
    return found.group(1) if found else None
