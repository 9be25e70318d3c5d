"""Drift: the way of a claim through the articles, and what changed on it.

Hardening is drift to plain fact in the article's own voice from what others were quoted for, or
from what was only conditional or expected, with no new origin.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.model import Article, Assertion, Claim, Drift, DriftStep, content_id

__all__ = ["drifts"]


def drifts(claims: Sequence[Claim], articles: Sequence[Article]) -> list[Drift]:
    """The drifts of all claims that several articles hold."""
    order = {
        article.id: (article.published is None, article.published or "", number)
        for number, article in enumerate(articles)
    }
    found = [_drift(claim, order) for claim in claims if claim.articles > 1]
    return [drift for drift in found if drift is not None]


def _drift(claim: Claim, order: dict[str, tuple[bool, str, int]]) -> Drift | None:
    """The drift of one claim; None where nothing changed."""
    first: dict[str, int] = {}
    for number, assertion in enumerate(claim.assertions):
        if not assertion.formula and not assertion.headline:
            first.setdefault(assertion.article, number)
    ordered = sorted(first, key=lambda article: order[article])
    steps: list[DriftStep] = []
    hardening = False
    before: Assertion | None = None
    for article in ordered:
        assertion = claim.assertions[first[article]]
        step = _step(article, first[article], before, assertion)
        hardening = hardening or _hardens(before, assertion)
        steps.append(step)
        before = assertion
    if all(step.change == "none" for step in steps):
        return None
    return Drift(id=content_id("drift", claim.id), claim=claim.id, hardening=hardening, steps=steps)


def _step(article: str, number: int, before: Assertion | None, now: Assertion) -> DriftStep:
    if before is None:
        return DriftStep(article=article, assertion=number, change="none")
    if before.stance != now.stance:
        return DriftStep(
            article=article,
            assertion=number,
            change="certainty",
            before=before.stance,
            after=now.stance,
        )
    if before.chain[-1:] != now.chain[-1:]:
        return DriftStep(
            article=article,
            assertion=number,
            change="attribution",
            before=before.chain[-1] if before.chain else None,
            after=now.chain[-1] if now.chain else None,
        )
    return DriftStep(article=article, assertion=number, change="none")


def _hardens(before: Assertion | None, now: Assertion) -> bool:
    """Whether a claim became plain fact without a new origin."""
    if before is None or now.stance != "asserts" or now.hedged or now.chain:
        return False
    return bool(before.chain) or before.hedged or before.stance in ("conditional", "expects")
