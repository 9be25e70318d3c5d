"""Discrepancies: what the assertions of one claim say that cannot all hold (GUIDE 8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quellenlage.claims.values import figure_variants
from quellenlage.model import (
    Article,
    AssertionReference,
    Claim,
    Discrepancy,
    Source,
    Variant,
    content_id,
    own_voice_source_id,
)

__all__ = ["discrepancies"]

Grouped = dict[str, list[int]]
_STATUS_WORDS = {
    "asserts": "asserted",
    "confirms": "confirmed",
    "denies": "denied",
    "doubts": "doubted",
    "cannot_confirm": "unconfirmed",
    "expects": "expected",
    "conditional": "conditional",
}


def discrepancies(
    claims: Sequence[Claim], articles: Mapping[str, Article], sources: Mapping[str, Source]
) -> list[Discrepancy]:
    """The discrepancies of all claims, in their order."""
    found: list[Discrepancy] = []
    for claim in claims:
        if len(claim.assertions) < 2:
            continue
        for kind, variants in (
            ("figure", figure_variants(claim, articles)),
            ("status", _status_variants(claim)),
            ("attribution", _attribution_variants(claim, articles, sources)),
        ):
            if len(variants) > 1:
                found.append(_discrepancy(kind, claim, variants))
    return found


def _discrepancy(kind: str, claim: Claim, variants: Grouped) -> Discrepancy:
    return Discrepancy(
        id=content_id("d", kind, claim.id),
        kind=kind,  # type: ignore[arg-type]
        claims=[claim.id],
        variants=[
            Variant(
                value=value,
                assertions=[AssertionReference(claim=claim.id, index=n) for n in numbers],
            )
            for value, numbers in variants.items()
        ],
    )


def _status_variants(claim: Claim) -> Grouped:
    """The ways a claim is held, if somebody denies, doubts, confirms or cannot confirm it."""
    grouped: Grouped = {}
    for number, assertion in enumerate(claim.assertions):
        grouped.setdefault(_STATUS_WORDS[assertion.stance], []).append(number)
    answered = {"denied", "doubted", "unconfirmed"} & grouped.keys()
    return grouped if answered else {}


def _attribution_variants(
    claim: Claim, articles: Mapping[str, Article], sources: Mapping[str, Source]
) -> Grouped:
    """The origins of a claim's supporters, if articles differ in whom they name."""
    grouped: Grouped = {}
    seen: dict[str, set[str]] = {}
    for number, assertion in enumerate(claim.assertions):
        if (
            assertion.formula
            or assertion.headline
            or assertion.stance not in ("asserts", "expects")
        ):
            continue
        id = assertion.chain[-1] if assertion.chain else ""
        name = sources[id].name if id in sources else "own voice"
        grouped.setdefault(name, []).append(number)
        seen.setdefault(name, set()).add(assertion.article)
    if len(grouped) < 2 or len(set().union(*seen.values())) < 2:
        return {}
    return grouped


def own_voice(article: Article) -> str:
    """The source that stands for an article's own voice."""
    return own_voice_source_id(article)
