"""Passages of two articles that come from one text, side by side with what differs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from quellenlage.model import Attribution, Direction, Place, Reuse, Span, overlap, speaks_for
from quellenlage.report.differing import Piece, differing, same_words
from quellenlage.report.index import Index
from quellenlage.report.records import Reference
from quellenlage.report.texts import Texts

__all__ = ["Comparison", "Pair", "QuotedTwice", "comparisons", "quoted_twice"]

PAIRS = 12
"""Article pairs shown side by side; the others stand in the tables."""
PASSAGES = 12
"""Passages shown of one pair of articles."""
QUOTATIONS = 12
"""Quotations shown in different words."""
KINDS = ("verbatim", "edited", "reworded")
"""In this order they are counted up: first what anybody sees."""


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two passages from one original sentence."""

    kind: str
    kind_text: str
    a: Reference
    b: Reference
    left: list[Piece]
    right: list[Piece]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What two articles have in common."""

    anchor: str
    a: str
    b: str
    sentence: str
    source: str
    pairs: list[Pair]
    more: int


class QuotedTwice(msgspec.Struct, frozen=True, kw_only=True):
    """The same quotation in different words."""

    speaker: str
    pair: Pair


def comparisons(articles: Sequence[str], index: Index, texts: Texts) -> list[Comparison]:
    """What articles have in common, the pairs that share most first."""
    own = set(articles)
    groups: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for reuse in index.analysis.reuse:
        if reuse.a.article in own and reuse.b.article in own:
            reuse = _in_reading_order(reuse, index)
            groups[reuse.a.article, reuse.b.article].append(reuse)
    order = sorted(groups, key=lambda pair: (-len(groups[pair]), pair))[:PAIRS]
    return [_comparison(a, b, groups[a, b], index, texts) for a, b in order]


def _in_reading_order(reuse: Reuse, index: Index) -> Reuse:
    """The same pair with the article on the left that comes first on the page."""
    if index.place[reuse.a.article] <= index.place[reuse.b.article]:
        return reuse
    turned: dict[str, Direction] = {"a_to_b": "b_to_a", "b_to_a": "a_to_b", "unknown": "unknown"}
    return msgspec.structs.replace(reuse, a=reuse.b, b=reuse.a, direction=turned[reuse.direction])


def _comparison(a: str, b: str, found: list[Reuse], index: Index, texts: Texts) -> Comparison:
    found = sorted(found, key=lambda reuse: (reuse.a.start, reuse.b.start))
    return Comparison(
        anchor=f"c{index.place[a]}-{index.place[b]}",
        a=a,
        b=b,
        sentence=_sentence(found, texts),
        source=_source(found),
        pairs=[_pair(reuse, index, texts) for reuse in found[:PASSAGES]],
        more=max(0, len(found) - PASSAGES),
    )


def _sentence(found: Sequence[Reuse], texts: Texts) -> str:
    """How many passages are in common, and how many of each kind."""
    counts: Counter[str] = Counter(reuse.kind for reuse in found)
    kinds = [kind for kind in KINDS if counts[kind]]
    if len(kinds) == 1:
        listed = texts(f"reuse.{kinds[0]}")
    else:
        listed = texts.listing(f"{counts[kind]} {texts(f'reuse.{kind}')}" for kind in kinds)
    return texts.count("comparison.sentence", len(found), kinds=listed)


def _source(found: Sequence[Reuse]) -> str:
    """The article that had the passages first, where all that tell it agree; else empty."""
    told = {r.direction for r in found if r.direction != "unknown"}
    if len(told) != 1:
        return ""
    return found[0].a.article if told == {"a_to_b"} else found[0].b.article


def _pair(reuse: Reuse, index: Index, texts: Texts) -> Pair:
    left, right = differing(_text(reuse.a, index), _text(reuse.b, index))
    return Pair(
        kind=reuse.kind,
        kind_text=texts(f"reuse.{reuse.kind}"),
        a=index.reference(reuse.a),
        b=index.reference(reuse.b),
        left=left,
        right=right,
    )


def _text(place: Place, index: Index) -> str:
    return index.articles[place.article].text[place.start : place.end]


def quoted_twice(articles: Sequence[str], index: Index, texts: Texts) -> list[QuotedTwice]:
    """Quotations of one speaker that two articles give in different words."""
    own = set(articles)
    found = []
    for reuse in index.analysis.reuse:
        if reuse.kind == "verbatim" or not {reuse.a.article, reuse.b.article} <= own:
            continue
        a, b = _quotation(reuse.a, index), _quotation(reuse.b, index)
        if a is None or b is None or "Direct" not in (a.type, b.type):
            continue
        if same_words(_quoted(a, reuse.a, index), _quoted(b, reuse.b, index)):
            continue
        if a.source and b.source and _body(a.source, index) == _body(b.source, index):
            speaker = index.source_name(a.source)
            pair = _pair(_in_reading_order(reuse, index), index, texts)
            found.append(QuotedTwice(speaker=speaker, pair=pair))
        if len(found) == QUOTATIONS:
            break
    return found


def _quoted(attribution: Attribution, place: Place, index: Index) -> str:
    """The words of a passage that are the quotation's."""
    text = index.articles[place.article].text
    spans = [Span(max(q.start, place.start), min(q.end, place.end)) for q in attribution.quote]
    return " ".join(text[span.start : span.end] for span in spans if span.start < span.end)


def _body(source: str, index: Index) -> str:
    return speaks_for(index.sources, source)


def _quotation(place: Place, index: Index) -> Attribution | None:
    """The attribution that quotes most of a passage."""
    best, most = None, 0
    for attribution in index.articles[place.article].attributions:
        common = sum(overlap(span, place) for span in attribution.quote)
        if common > most:
            best, most = attribution, common
    return best if 3 * most >= place.end - place.start else None
