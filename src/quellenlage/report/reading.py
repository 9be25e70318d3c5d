"""Articles to read: paragraphs of sentences, with speakers and claims in the margin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from quellenlage.model import Article, Assertion, Span, overlap
from quellenlage.report.index import Index
from quellenlage.report.records import ArticleLine, ClaimLine
from quellenlage.report.summary import article_line
from quellenlage.report.texts import Texts

__all__ = ["Bit", "MarginNote", "Paragraph", "ReadSentence", "Reading", "reading"]

LONGEST = 60_000
"""Characters of an article shown; a longer one is cut, with a note."""


class Bit(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text under the same claims."""

    text: str
    claims: list[int]
    stance: str


class ReadSentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence with its number, which references name."""

    number: int
    bits: list[Bit]
    gap: str


class MarginNote(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds which claim in a paragraph."""

    claim: int
    anchor: str
    speaker: str
    stance: str
    stance_text: str


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph and what stands beside it: claims, and who is quoted without one."""

    sentences: list[ReadSentence]
    notes: list[MarginNote]
    quoted: list[str]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """An article to read."""

    line: ArticleLine
    place: int
    url: str
    paragraphs: list[Paragraph]
    titled: bool
    cut: bool


Held = list[tuple[Assertion, ClaimLine, str]]


def reading(lines: Mapping[str, Sequence[ClaimLine]], index: Index, texts: Texts) -> list[Reading]:
    """All articles to read; `lines` holds the claims of each story by its anchor."""
    held: dict[str, Held] = defaultdict(list)
    for story, claims in lines.items():
        for line in claims:
            for assertion in index.claims[line.id].assertions:
                held[assertion.article].append((assertion, line, f"{story}-{line.number}"))
    return [_reading(a, held[a.id], index, texts) for a in index.analysis.articles]


def _reading(article: Article, held: Held, index: Index, texts: Texts) -> Reading:
    held = sorted(held, key=lambda item: (item[0].start, item[0].end))
    sentences = [Span(s.start, s.end) for s in article.sentences if s.start < LONGEST]
    paragraphs = []
    for place in _paragraphs(article.text[:LONGEST]):
        inside = [item for item in held if overlap(item[0], place)]
        starting = [item for item in inside if item[0].start >= place.start]
        paragraphs.append(
            Paragraph(
                sentences=list(_sentences(article, place, sentences, inside)),
                notes=_notes(starting, index, texts),
                quoted=_quoted(article, place, inside, index),
            )
        )
    url = article.url or article.canonical_url or ""
    return Reading(
        line=article_line(article.id, index),
        place=index.place[article.id],
        url=url if url.startswith(("https://", "http://")) else "",
        paragraphs=paragraphs,
        titled=article.text.startswith(article.title or "\0"),
        cut=len(article.text) > LONGEST,
    )


def _paragraphs(text: str) -> Iterator[Span]:
    """The places of the paragraphs of a text, parted by blank lines."""
    position = 0
    for part in re.split(r"(\n\s*\n)", text):
        if part.strip():
            yield Span(position, position + len(part))
        position += len(part)


def _sentences(
    article: Article, place: Span, sentences: Sequence[Span], held: Held
) -> Iterator[ReadSentence]:
    """The sentences of a paragraph; text between them belongs to none and is kept."""
    inside = [(n, s) for n, s in enumerate(sentences, start=1) if overlap(s, place)]
    position = place.start
    for number, sentence in inside:
        start, end = max(sentence.start, position), min(sentence.end, place.end)
        if start >= end:
            continue
        gap = article.text[position:start]
        bits = list(_bits(article.text, Span(start, end), held))
        yield ReadSentence(number=number, bits=bits, gap=gap)
        position = end
    if rest := article.text[position : place.end].rstrip():
        whole = Bit(text=rest, claims=[], stance="")
        yield ReadSentence(number=0 if inside else 1, bits=[whole], gap="")


def _bits(text: str, place: Span, held: Held) -> Iterator[Bit]:
    """A sentence cut where a claim begins or ends."""
    over = [item for item in held if overlap(item[0], place)]
    cuts = {place.start, place.end}
    for assertion, _, _ in over:
        cuts |= {max(assertion.start, place.start), min(assertion.end, place.end)}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        here = [i for i in over if i[0].start <= start and end <= i[0].end]
        claims = list(dict.fromkeys(line.number for _, line, _ in here))
        yield Bit(text=text[start:end], claims=claims, stance=_telling(here))


def _telling(here: Held) -> str:
    """The stance a passage is marked by; empty where nobody else speaks to the claim."""
    for assertion, line, _ in here:
        if line.articles > 1 or assertion.stance != "asserts":
            return assertion.stance
    return ""


def _quoted(article: Article, place: Span, held: Held, index: Index) -> list[str]:
    """Who is quoted in a paragraph without a claim of theirs standing there."""
    noted = {id for assertion, _, _ in held for id in assertion.chain}
    names: dict[str, None] = {}
    for attribution in article.attributions:
        starts = attribution.quote and place.start <= attribution.quote[0].start < place.end
        if starts and attribution.source and attribution.source not in noted:
            names.setdefault(index.source_name(attribution.source))
    return list(names)


def _notes(held: Held, index: Index, texts: Texts) -> list[MarginNote]:
    """What stands in the margin of a paragraph, each note once."""
    notes = {
        (line.number, assertion.stance, index.origin(assertion)): MarginNote(
            claim=line.number,
            anchor=anchor,
            speaker=" → ".join(index.source_name(id) for id in assertion.chain)
            or texts("word.own_voice"),
            stance=assertion.stance,
            stance_text=texts(f"stance.{assertion.stance}"),
        )
        for assertion, line, anchor in held
    }
    return list(notes.values())
