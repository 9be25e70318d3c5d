"""Quotations: one utterance that two articles quote in unlike words.

"„Wir werden klagen“, sagte Ahrens" (we will sue) and "„Wir prüfen eine Klage“, sagte Ahrens" (we
are considering it) may be one sentence of his, made sharper. Compared are literal quotations of one
person in passages that surely say one thing. Left out is

1. a quotation that only is shorter: all its words stand in the other;
2. one in articles that are one text in other words, as two translations are: all words differ;
3. a single quoted word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from quellenlage.claims.closeness import Closeness
from quellenlage.german.concepts import concept_of
from quellenlage.german.stance import is_content
from quellenlage.model import (
    Article,
    Assertion,
    AssertionReference,
    Attribution,
    Claim,
    Reuse,
    Word,
    within,
)

__all__ = ["quoted_unlike"]

ONE_UTTERANCE = 0.5
"""Likelihood from which on two quotations are of one utterance: that of surely saying one thing."""
SHORTEST = 3
"""Content words of a quotation; of fewer, nobody can tell whether they are of one sentence."""
LONGEST_VALUE = 120
"""Letters of a quotation that is shown as a value; the rest is read in its article."""


class _Quoted(msgspec.Struct, frozen=True):
    """An assertion in the literal words of somebody."""

    reference: AssertionReference
    assertion: Assertion
    text: str
    concepts: frozenset[str]


def quoted_unlike(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    closeness: Closeness,
    reuse: Sequence[Reuse] = (),
) -> Iterator[dict[str, list[AssertionReference]]]:
    """For each utterance that is quoted in unlike words, the words with where they stand."""
    attributions = {a.id: a for article in articles.values() for a in article.attributions}
    translations = {
        frozenset((edge.a.article, edge.b.article)) for edge in reuse if edge.kind == "reworded"
    }
    quoted = {
        (found.assertion.article, found.assertion.start, found.assertion.end): found
        for claim in claims
        for found in _quoted(claim, articles, attributions)
    }
    found: dict[tuple[str, str], dict[str, list[AssertionReference]]] = {}
    for one, other in closeness.close_pairs(ONE_UTTERANCE, quoted):
        here, there = quoted[one], quoted[other]
        both = frozenset((here.assertion.article, there.assertion.article))
        if _in_unlike_words(here, there) and both not in translations:
            key = (here.assertion.chain[-1], here.reference.claim)
            values = found.setdefault(key, {})
            for side in (here, there):
                references = values.setdefault(side.text, [])
                if side.reference not in references:
                    references.append(side.reference)
    yield from (found[key] for key in sorted(found))


def _quoted(
    claim: Claim, articles: Mapping[str, Article], attributions: Mapping[str, Attribution]
) -> Iterator[_Quoted]:
    """The assertions of a claim that stand in the literal words of a named source."""
    for number, assertion in enumerate(claim.assertions):
        attribution = attributions.get(assertion.attribution or "")
        if attribution is None or attribution.type != "Direct" or not assertion.chain:
            continue
        article = articles[assertion.article]
        words = [
            word
            for span in attribution.quote
            for word in within(article.words, span)
            if assertion.start <= word.start < assertion.end
        ]
        concepts = frozenset(_concepts(words))
        if len(concepts) >= SHORTEST:
            text = article.text[words[0].start : words[-1].end].strip("„“”»«\"'")
            yield _Quoted(
                AssertionReference(claim=claim.id, index=number),
                assertion,
                text[:LONGEST_VALUE],
                concepts,
            )


def _concepts(words: Sequence[Word]) -> Iterator[str]:
    for word in words:
        if is_content(word):
            yield concept_of(word.lemma, word.pos)


def _in_unlike_words(one: _Quoted, other: _Quoted) -> bool:
    """Whether two articles quote one source with words of their own on either side (step 1)."""
    return (
        one.assertion.article != other.assertion.article
        and one.assertion.chain[-1] == other.assertion.chain[-1]
        and bool(one.concepts & other.concepts)
        and bool(one.concepts - other.concepts)
        and bool(other.concepts - one.concepts)
    )
