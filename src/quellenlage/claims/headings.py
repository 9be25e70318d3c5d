"""Headings that say more than their text: plain above, possible or doubted below.

"Sturm zerstört Altstadt" (storm destroys old town) over "Der Sturm könnte die Altstadt beschädigen"
(could damage) overstates. A passage speaks of what its heading states if something that happens and
one concept more are in both; nothing is said where one such passage states it plainly, nor of a
heading whose negation a denial below repeats.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from quellenlage.claims.closeness import Closeness
from quellenlage.claims.features import Features
from quellenlage.model import Assertion, AssertionReference, Claim, Stance

__all__ = ["Overstated", "overstated"]

_PLAIN = frozenset({"asserts", "confirms"})


class Overstated(msgspec.Struct, frozen=True):
    """A heading, and the passages of its text that hold the same less surely."""

    heading: AssertionReference
    text: list[AssertionReference]
    stances: list[Stance]


class _Held(msgspec.Struct, frozen=True):
    """An assertion with what its passage says."""

    reference: AssertionReference
    assertion: Assertion
    said: Features

    @property
    def is_plain(self) -> bool:
        """Whether it is stated without a doubt."""
        return self.assertion.stance in _PLAIN and not self.assertion.hedged


def overstated(claims: Sequence[Claim], closeness: Closeness) -> Iterator[Overstated]:
    """The headings of all articles that say more than their text."""
    by_article: defaultdict[str, list[_Held]] = defaultdict(list)
    for claim in claims:
        for number, assertion in enumerate(claim.assertions):
            said = closeness.said(assertion)
            if said is not None and not assertion.formula:
                reference = AssertionReference(claim=claim.id, index=number)
                by_article[assertion.article].append(_Held(reference, assertion, said))
    for held in by_article.values():
        body = [one for one in held if not one.assertion.headline]
        for heading in held:
            if heading.assertion.headline and heading.is_plain and not heading.said.negated:
                yield from _over(heading, [one for one in body if _same(heading.said, one.said)])


def _over(heading: _Held, body: Sequence[_Held]) -> Iterator[Overstated]:
    """The finding, if no passage that speaks of the same is as sure as the heading."""
    if body and not any(one.is_plain for one in body):
        stances = list(dict.fromkeys(one.assertion.stance for one in body))
        yield Overstated(heading.reference, [one.reference for one in body], stances)


def _same(heading: Features, other: Features) -> bool:
    """Whether a passage speaks of what a heading states to happen, and of one concept more."""
    happens = heading.predicates & other.concepts.keys()
    return bool(happens) and len(heading.concepts.keys() & other.concepts.keys()) > len(happens)
