"""Drift: the way of a claim through the articles, in order of time, and what changed on it.

A step compares what an article says first with what the article before it said: its figure, the
state it sends something to, its day, how certain it is, on whose word. Several things may change at
once; each is a step of its own. Articles without a date come last, as they were given.

Hardening is drift to plain fact in the article's own voice from what others were quoted for, or
from what was only conditional or expected, with no new origin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from quellenlage.claims.closeness import SAID_ALIKE, Closeness
from quellenlage.claims.days import tell_one_event
from quellenlage.claims.features import Features
from quellenlage.claims.values import unlike_figures
from quellenlage.german.value_context import is_rate_or_limit, state_goal, unlike_directions
from quellenlage.model import (
    Article,
    Assertion,
    Claim,
    Drift,
    DriftStep,
    Figure,
    content_id,
)

__all__ = ["drifts"]

_Change = tuple[
    Literal["figure", "place", "date", "certainty", "attribution"], str | None, str | None
]


def drifts(
    claims: Sequence[Claim], articles: Sequence[Article], closeness: Closeness
) -> list[Drift]:
    """The drifts of all claims that several articles hold."""
    order = {
        article.id: (article.published is None, article.published or "", number)
        for number, article in enumerate(articles)
    }
    found = [_drift(claim, order, closeness) for claim in claims if claim.articles > 1]
    return [drift for drift in found if drift is not None]


def _drift(
    claim: Claim, order: dict[str, tuple[bool, str, int]], closeness: Closeness
) -> Drift | None:
    """The drift of one claim; None where nothing changed."""
    first: dict[str, int] = {}
    for number, assertion in enumerate(claim.assertions):
        if not assertion.formula and not assertion.headline:
            first.setdefault(assertion.article, number)
    steps: list[DriftStep] = []
    hardening = False
    before: Assertion | None = None
    for article in sorted(first, key=lambda article: order[article]):
        number = first[article]
        now = claim.assertions[number]
        changes = list(_changes(before, now, closeness)) if before else []
        steps += [
            DriftStep(article=article, assertion=number, change=kind, before=old, after=new)
            for kind, old, new in changes
        ] or [DriftStep(article=article, assertion=number, change="none")]
        hardening = hardening or _hardens(before, now, closeness)
        before = now
    if all(step.change == "none" for step in steps):
        return None
    return Drift(id=content_id("drift", claim.id), claim=claim.id, hardening=hardening, steps=steps)


def _changes(before: Assertion, now: Assertion, closeness: Closeness) -> Iterator[_Change]:
    """What changed from one article to the next."""
    yield from _changed_values(before, now, closeness)
    if before.stance != now.stance:
        yield "certainty", before.stance, now.stance
    old, new = (a.chain[-1] if a.chain else None for a in (before, now))
    if old != new:
        yield "attribution", old, new


def _changed_values(before: Assertion, now: Assertion, closeness: Closeness) -> Iterator[_Change]:
    """Figure, place and date that are unlike in both."""
    old, new = closeness.said(before), closeness.said(now)
    if old is None or new is None:
        return
    if figures := unlike_figures(_counting(old), _counting(new)):
        yield "figure", *figures
    goals = state_goal(old.passage.content), state_goal(new.passage.content)
    if goals[0] and goals[1] and goals[0][0] != goals[1][0]:
        yield "place", goals[0][1], goals[1][1]
    elif closeness.between(before, now) >= SAID_ALIKE and _go_elsewhere(old.goal, new.goal):
        yield "place", old.goal, new.goal
    dated = len(old.days) == len(new.days) == 1 and old.days != new.days
    if dated and tell_one_event(old, new):
        yield "date", min(old.days), min(new.days)


def _go_elsewhere(old: str | None, new: str | None) -> bool:
    """Whether both send something to a place, and to unlike ones."""
    return old is not None and new is not None and unlike_directions(old, new)


def _counting(said: Features) -> list[Figure]:
    """The figures of a passage without rates and limits."""
    return [f for f in said.figures if not is_rate_or_limit(said.passage.words, f)]


def _hardens(before: Assertion | None, now: Assertion, closeness: Closeness) -> bool:
    """Whether a claim became plain fact without a new origin."""
    if before is None or now.stance != "asserts" or now.hedged or now.chain:
        return False
    if closeness.between(before, now) < SAID_ALIKE:
        return False
    return bool(before.chain) or before.hedged or before.stance in ("conditional", "expects")
