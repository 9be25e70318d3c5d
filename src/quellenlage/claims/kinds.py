"""Kind: fact, forecast, opinion or demand (GUIDE 3).

For a passage, the first that fits: a verb of demanding, or a duty that somebody pronounces, is a
demand; a predicate that judges is an opinion; what is expected, or would follow, is a forecast; all
else is a fact. A claim has the kind that most of its supporting passages have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quellenlage.claims.passages import Passage
from quellenlage.claims.stances import Holding
from quellenlage.german.clause_mood import has_past_infinitive, has_would, is_future
from quellenlage.german.evaluation import demands, evaluates, has_duty, plans
from quellenlage.model import ClaimKind

__all__ = ["claim_kind", "passage_kind"]

_ORDER: tuple[ClaimKind, ...] = ("fact", "forecast", "opinion", "demand")


def passage_kind(passage: Passage, held: Holding) -> tuple[ClaimKind, str]:
    """The kind of what a passage states, and the rule that told it."""
    words = passage.content or passage.words
    if verb := demands(passage.words):
        return "demand", f"demand:{verb}"
    if passage.attribution and has_duty(words):
        return "demand", "duty"
    if word := evaluates(words):
        return "opinion", f"evaluation:{word}"
    if is_answer_to_fact(held):
        return "fact", "answer"
    if held.stance == "asserts" and (verb := plans(words)):
        return "forecast", f"plan:{verb}"
    if held.stance == "expects" or is_future(words):
        return "forecast", "expected"
    if held.stance == "doubts" and has_would(words):
        return "forecast", "would"
    if held.stance == "conditional" and not held.formula and not has_past_infinitive(words):
        return "forecast", "conditional"
    return "fact", "plain"


def is_answer_to_fact(held: Holding) -> bool:
    """Whether a passage denies or cannot confirm; what it answers is mostly a fact."""
    return held.stance in ("denies", "cannot_confirm", "confirms")


def claim_kind(kinds: Sequence[tuple[ClaimKind, str]]) -> tuple[ClaimKind, str]:
    """The kind of a claim: that of most passages; the plainer one where they are even."""
    counts = Counter(kind for kind, _ in kinds)
    best = max(_ORDER, key=lambda kind: (counts[kind], -_ORDER.index(kind)))
    return best, next(rule for kind, rule in kinds if kind == best)
