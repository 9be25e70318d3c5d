"""Goals: one journey that reports send to unlike places, across claims.

"Truppen nach Nordland geschickt" (sent troops to) and "Truppen in die Südmark geschickt" may count
as two claims, for what is sent and when differ; whither it went is one question all the same. Only
states are compared: a town may lie in the state that another report names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from quellenlage.claims.closeness import Closeness
from quellenlage.claims.sides import side_of
from quellenlage.german.value_context import state_goal
from quellenlage.model import AssertionReference, Claim

__all__ = ["Journey", "unlike_goals"]

SHARED_CONCEPTS = 2
"""Concepts, besides what happens and the goal, that two passages about one journey share: who sends
and what is sent. With one, any two troops or patients would be the same."""


class Journey(msgspec.Struct, frozen=True, kw_only=True):
    """An assertion that something went to a state."""

    reference: AssertionReference
    article: str
    happens: frozenset[str]
    concepts: frozenset[str]
    goal: str
    state: str


def unlike_goals(
    claims: Sequence[Claim], closeness: Closeness
) -> Iterator[dict[str, list[AssertionReference]]]:
    """For each thing that went somewhere by several reports, the goals they give, if unlike."""
    by_event: defaultdict[tuple[str, str], list[Journey]] = defaultdict(list)
    for claim in claims:
        for journey in _journeys(claim, closeness):
            for event in journey.happens:
                by_event[claim.story, event].append(journey)
    for journeys in by_event.values():
        kept = [one for one in journeys if any(_differ(one, other) for other in journeys)]
        goals: dict[str, list[AssertionReference]] = {}
        for journey in kept:
            goals.setdefault(journey.goal, []).append(journey.reference)
        if len(goals) > 1:
            yield goals


def _journeys(claim: Claim, closeness: Closeness) -> Iterator[Journey]:
    """The assertions of a claim that send something to a state."""
    for number, assertion in enumerate(claim.assertions):
        said = closeness.said(assertion)
        if said is None or assertion.formula or side_of(assertion.stance) != "support":
            continue
        found = state_goal(said.passage.content)
        if found and not said.negated:
            state, goal = found
            yield Journey(
                reference=AssertionReference(claim=claim.id, index=number),
                article=assertion.article,
                happens=said.predicates,
                concepts=frozenset(said.concepts) - said.predicates - {f"@{state}"},
                goal=goal,
                state=state,
            )


def _differ(one: Journey, other: Journey) -> bool:
    """Whether two reports send one thing to unlike states."""
    return (
        one.state != other.state
        and one.article != other.article
        and len(one.concepts & other.concepts) >= SHARED_CONCEPTS
    )
