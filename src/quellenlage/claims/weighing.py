"""Weighing: what a claim rests on, from its assertions alone (GUIDE 5 and 6).

In: a claim's kind and assertions, the sources, what makes articles one carrier. Out: the `Claim`
with origins, counts, `circular`, status and history, and for each of them the rule that gave it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from quellenlage.claims.carriers import Carriers, house
from quellenlage.claims.independence import Counts, count_origins, is_circular
from quellenlage.claims.status import history, status
from quellenlage.model import (
    Analysis,
    Article,
    Assertion,
    Claim,
    ClaimKind,
    Source,
    content_id,
    own_voice_source_id,
)

__all__ = ["Proposition", "Scales"]


class Proposition(msgspec.Struct, frozen=True, kw_only=True):
    """A claim before it is weighed."""

    text: str
    kind: ClaimKind
    assertions: list[Assertion]
    first_hand: bool = False
    stray: frozenset[int] = frozenset()
    rules: dict[str, str] = {}


class Scales:
    """What claims are weighed on: the sources, articles, lineages and reuse of an analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._articles: dict[str, Article] = {a.id: a for a in analysis.articles}
        self._sources: Mapping[str, Source] = {s.id: s for s in analysis.sources}
        self._dates = {a.id: a.published for a in analysis.articles}
        self._lineages = {id: line.id for line in analysis.lineages for id in line.articles}
        self._direct = frozenset(
            attribution.id
            for article in analysis.articles
            for attribution in article.attributions
            if attribution.type == "Direct"
        )
        self._carriers = Carriers(analysis.articles, analysis.lineages, analysis.reuse)

    def weigh(self, story: str, proposition: Proposition) -> Claim:
        """The claim with all that follows from its assertions."""
        assertions = proposition.assertions
        kind = proposition.kind
        heard = [a for n, a in enumerate(assertions) if n not in proposition.stray]
        counts = count_origins(heard, self._sources, self._carriers, self._direct)
        value, rule = status(kind, assertions, self._sources, self._dates)
        every = count_origins(assertions, self._sources, self._carriers, self._direct)
        circular = len(every.support) == 1 and is_circular(
            kind, heard, counts, first_hand=proposition.first_hand
        )
        articles = dict.fromkeys(assertion.article for assertion in assertions)
        return Claim(
            id=_claim_id(assertions),
            story=story,
            text=proposition.text,
            kind=kind,
            status=value,
            assertions=assertions,
            origins=self._origins(assertions),
            articles=len(articles),
            lineages=len({self._lineages.get(id, id) for id in articles}),
            families=len({house(self._articles[id]) for id in articles}),
            independent=counts.independent,
            independent_support=len(counts.support),
            independent_against=len(counts.against),
            independent_open=len(counts.open),
            circular=circular,
            first_hand=proposition.first_hand,
            rules={**proposition.rules, "status": rule, **_count_rules(counts, circular)},
            history=history(kind, assertions, self._sources, self._dates),
        )

    def _origins(self, assertions: Sequence[Assertion]) -> list[str]:
        """The last links of all chains, each once; formulas name none."""
        return list(
            dict.fromkeys(
                a.chain[-1] if a.chain else own_voice_source_id(self._articles[a.article])
                for a in assertions
                if not a.formula
            )
        )


def _count_rules(counts: Counts, circular: bool) -> dict[str, str]:
    """What was counted on each side, for the answer to "why?"."""

    def listed(origins: Iterable[str]) -> str:
        return "; ".join(sorted(origins))

    return {
        "independent_support": listed(counts.support),
        "independent_against": listed(counts.against),
        "independent_open": listed(counts.open),
        "circular": "one-origin-in-several-articles" if circular else "",
    }


def _claim_id(assertions: Sequence[Assertion]) -> str:
    """The id of a claim, from its first passage."""
    first = assertions[0]
    return content_id("c", first.article, first.start, first.end, first.rule)
