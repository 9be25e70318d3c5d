"""Closeness: how surely two assertions of one claim say the same thing.

A claim may hold passages that only hang together by others. What is said to disagree must be close
itself, so that a passage that strayed into a claim raises no false alarm.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from quellenlage.claims.features import Features
from quellenlage.model import Assertion

__all__ = ["SAID_ALIKE", "Closeness", "Key"]

SAID_ALIKE = 0.3
"""Closeness from which on two wordings can disagree, or one harden the other. On the five annotated
stories .3 gives the best F1 of discrepancies: .43 against .41 with none and .40 with .5."""

Key = tuple[str, int, int]
"""A passage: its article, where it starts, where it ends."""


class Closeness:
    """The likelihoods of pairs of passages, found by the assertions made of them."""

    def __init__(self) -> None:
        self._known: dict[tuple[Key, Key], float] = {}
        self._said: dict[Key, Features] = {}

    def add(self, said: Sequence[Features], alike: Mapping[tuple[int, int], float]) -> None:
        """Takes in what was compared in one story."""
        passages = [features.passage for features in said]
        keys = [(p.article, p.start, p.end) for p in passages]
        self._said.update(zip(keys, said, strict=True))
        for (one, other), value in alike.items():
            self._known[keys[one], keys[other]] = value

    def between(self, one: Assertion, other: Assertion) -> float:
        """How likely two assertions state one thing; one for joint speakers of one passage."""
        first, second = (_key(one), _key(other))
        if first == second:
            return 1.0
        found = self._known.get((first, second)), self._known.get((second, first))
        return max((value for value in found if value is not None), default=0.0)

    def close_pairs(self, least: float, among: Container[Key]) -> Iterator[tuple[Key, Key]]:
        """The pairs of some passages that are that likely to state one thing, in order."""
        pairs = [
            (min(one, other), max(one, other))
            for (one, other), value in self._known.items()
            if value >= least and one in among and other in among
        ]
        yield from sorted(set(pairs))

    def said(self, assertion: Assertion) -> Features | None:
        """What the passage of an assertion says; None for one that was not read from a passage."""
        return self._said.get(_key(assertion))

    def of_any(self, ones: Iterable[Assertion], others: Sequence[Assertion]) -> float:
        """How likely the closest of some assertions and of others state one thing."""
        return max((self.between(a, b) for a in ones for b in others), default=0.0)


def _key(assertion: Assertion) -> Key:
    return assertion.article, assertion.start, assertion.end
