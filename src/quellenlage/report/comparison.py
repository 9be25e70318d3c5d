"""Passages of two articles that come from one text, side by side with what differs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from quellenlage.model import Attribution, Place, Reuse, overlap, speaks_for
from quellenlage.report.index import Index
from quellenlage.report.records import Reference
from quellenlage.report.texts import Texts

__all__ = ["Comparison", "Pair", "Piece", "QuotedTwice", "comparisons", "quoted_twice"]

PAIRS = 12
"""Article pairs shown side by side; the others stand in the tables."""
PASSAGES = 12
"""Passages shown of one pair of articles."""
QUOTATIONS = 12
"""Quotations shown in different words."""
LONGEST = 400
"""Words of a passage that are compared; a longer one is shown unmarked."""
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Some words of a passage, and whether the other passage lacks them."""

    text: str
    differs: bool


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

    a: str
    b: str
    sentence: str
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
    return msgspec.structs.replace(reuse, a=reuse.b, b=reuse.a)


def _comparison(a: str, b: str, found: list[Reuse], index: Index, texts: Texts) -> Comparison:
    kinds = [texts(f"reuse.{kind}") for kind in dict.fromkeys(reuse.kind for reuse in found)]
    return Comparison(
        a=a,
        b=b,
        sentence=texts.count("comparison.sentence", len(found), kinds=texts.listing(kinds)),
        pairs=[_pair(reuse, index, texts) for reuse in found[:PASSAGES]],
        more=max(0, len(found) - PASSAGES),
    )


def _pair(reuse: Reuse, index: Index, texts: Texts) -> Pair:
    left, right = _differing(_text(reuse.a, index), _text(reuse.b, index))
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


def _differing(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Two passages in pieces, marked where the other one differs."""
    a, b = _WORDS.findall(one), _WORDS.findall(other)
    if max(len(a), len(b)) > 2 * LONGEST:
        return [Piece(text=one, differs=False)], [Piece(text=other, differs=False)]
    matcher = SequenceMatcher(None, [w.lower() for w in a], [w.lower() for w in b], autojunk=False)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        differs = tag != "equal"
        _add(left, "".join(a[a1:a2]), differs)
        _add(right, "".join(b[b1:b2]), differs)
    return left, right


def _add(pieces: list[Piece], text: str, differs: bool) -> None:
    """Adds a piece; blanks between two that differ are part of what differs."""
    if not text:
        return
    if text.isspace():
        differs = False
    pieces.append(Piece(text=text, differs=differs))


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
        if a.source and b.source and _body(a.source, index) == _body(b.source, index):
            speaker = index.source_name(a.source)
            pair = _pair(_in_reading_order(reuse, index), index, texts)
            found.append(QuotedTwice(speaker=speaker, pair=pair))
        if len(found) == QUOTATIONS:
            break
    return found


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
