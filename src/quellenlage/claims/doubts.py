"""Doubts about what can be said of an article: shown as warnings, and nothing else follows.

1. *undated*: neither the day it appeared nor a day of its own is known where it tells days only by
   "Freitag" (Friday) or "gestern": what came first cannot be said.
2. *nothing_attributed*: it states much and quotes nobody; all of it is its own word.
3. *opinion_only*: all that it states is opinion or demand.
4. *nothing_stated*: it has sentences, and none that can be weighed.
5. *satire*, *ticker*: it calls itself satire, or its entries tell several moments of one day.
6. *contradicts_itself*: in its own voice it asserts what it denies or counts otherwise elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from quellenlage.claims.sides import EVALUATIONS
from quellenlage.german.formats import is_satire, is_ticker
from quellenlage.model import Article, Assertion, Claim, Discrepancy, Warning

__all__ = ["with_doubts"]

MUCH = 5
"""Assertions from which on it is odd that nobody is quoted; a short brief may do so."""
SEVERAL = 3
"""Assertions from which on an article is one of opinions only."""
_UNANCHORED = ("XXXX", "PAST_REF", "PRESENT_REF", "FUTURE_REF")


def with_doubts(
    articles: Sequence[Article], claims: Sequence[Claim], discrepancies: Sequence[Discrepancy]
) -> list[Article]:
    """The articles with what is doubtful about them, each doubt once."""
    held: defaultdict[str, list[tuple[Claim, Assertion]]] = defaultdict(list)
    for claim in claims:
        for assertion in claim.assertions:
            held[assertion.article].append((claim, assertion))
    torn = _torn(claims, discrepancies)
    return [_doubted(article, held[article.id], article.id in torn) for article in articles]


def _doubted(article: Article, held: Sequence[tuple[Claim, Assertion]], torn: bool) -> Article:
    known = {warning.code for warning in article.warnings}
    found = [warning for warning in _doubts(article, held) if warning.code not in known]
    if torn and "contradicts_itself" not in known:
        message = "the article contradicts itself in its own voice"
        found.append(Warning(code="contradicts_itself", message=message))
    if not found:
        return article
    return msgspec.structs.replace(article, warnings=[*article.warnings, *found])


def _doubts(article: Article, held: Sequence[tuple[Claim, Assertion]]) -> Iterator[Warning]:
    """The doubts of one article, in the order of the module's docstring."""
    if article.published is None and any(d.value.startswith(_UNANCHORED) for d in article.dates):
        yield Warning(code="undated", message="no date: what came first cannot be said")
    if len(held) >= MUCH and not any(assertion.chain for _, assertion in held):
        yield Warning(code="nothing_attributed", message="nobody is quoted; all is its own word")
    if len(held) >= SEVERAL and all(claim.kind in EVALUATIONS for claim, _ in held):
        yield Warning(code="opinion_only", message="states opinions and demands only")
    if article.sentences and not held:
        yield Warning(code="nothing_stated", message="states nothing that can be weighed")
    if is_satire(article):
        yield Warning(code="satire", message="calls itself satire")
    if is_ticker(article):
        yield Warning(code="ticker", message="a ticker: its entries tell several moments")


def _torn(claims: Sequence[Claim], discrepancies: Iterable[Discrepancy]) -> set[str]:
    """The articles that in their own voice deny what they assert, or give two values of a thing."""
    found: set[str] = set()
    for claim in claims:
        own = {stance: _own_voices(claim.assertions, stance) for stance in ("asserts", "denies")}
        found |= own["asserts"] & own["denies"]
    by_id: Mapping[str, Claim] = {claim.id: claim for claim in claims}
    for discrepancy in discrepancies:
        if discrepancy.kind in ("figure", "date", "place") and not discrepancy.note:
            given = [
                _own_voices([by_id[r.claim].assertions[r.index] for r in v.assertions], "asserts")
                for v in discrepancy.variants
            ]
            found |= {id for id in set().union(*given) if sum(id in one for one in given) > 1}
    return found


def _own_voices(assertions: Iterable[Assertion], stance: str) -> set[str]:
    """The articles that hold something in one way in their own voice."""
    return {a.article for a in assertions if not a.chain and a.stance == stance}
