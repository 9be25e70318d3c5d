"""The heart of a claim: the supporters that surely say one thing, and those that may have strayed.

An origin too many tells an editor that a claim is better founded than it is. So an origin is
counted only where a passage of it is close to one of the heart, which is the largest set of
supporting passages that hang together by close pairs; of sets of one size, the one that is closest
to all others.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.claims.carriers import Groups
from quellenlage.claims.closeness import Closeness
from quellenlage.claims.sides import side_of
from quellenlage.model import Assertion

__all__ = ["strays"]

SURELY_ALIKE = 0.5
"""Likelihood from which on two passages surely say one thing. On the five annotated stories .5
halves the claims that count an origin too many (.11 to .05) and counts more right (.53 to .54)."""
SURELY_CONFIRMED = 0.25
"""The same for a confirmation, which names what it confirms by a noun and so shares less with it.
From .2 down a claim of the annotated stories counts an origin too many."""


def strays(assertions: Sequence[Assertion], closeness: Closeness) -> frozenset[int]:
    """The supporting assertions that are not surely about what most supporters say."""
    here = [n for n, a in enumerate(assertions) if side_of(a.stance) == "support" and not a.formula]
    groups = Groups()
    for place, one in enumerate(here):
        for other in here[place + 1 :]:
            confirms = "confirms" in (assertions[one].stance, assertions[other].stance)
            sure = SURELY_CONFIRMED if confirms else SURELY_ALIKE
            if closeness.between(assertions[one], assertions[other]) >= sure:
                groups.join(str(one), str(other))
    parts: dict[str, list[int]] = {}
    for number in here:
        parts.setdefault(groups.name(str(number)), []).append(number)
    sizes = {
        name: (len({assertions[n].article for n in part}), len(part))
        for name, part in parts.items()
    }
    largest = max(sizes.values(), default=(0, 0))
    tied = [part for name, part in parts.items() if sizes[name] == largest]
    heart = (
        max(tied, key=lambda part: _centrality(part, here, assertions, closeness))
        if len(tied) > 1
        else next(iter(tied), [])
    )
    return frozenset(here) - frozenset(heart)


def _centrality(
    part: Sequence[int],
    among: Sequence[int],
    assertions: Sequence[Assertion],
    closeness: Closeness,
) -> float:
    """How close some passages are to all others, in sum."""
    own = set(part)
    rest = [assertions[other] for other in among if other not in own]
    return sum(closeness.between(assertions[one], other) for one in part for other in rest)
