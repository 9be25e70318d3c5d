"""How many independent origins a claim has, on each side (GUIDE 5).

1. Origins that speak for the same body are one; names that may mean one body, and names under
   which one literal quotation stands, count once (`likeness`).
2. An anonymous origin of unknown body counts only where no named one takes its side, and all
   such origins count as one.
3. What articles say in their own voice counts once for each carrier, and not at all where anybody
   in that carrier is quoted for the same side.

A claim is circular if it is a fact or forecast that two or more articles support on one
independent origin, unless that origin speaks about itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

import msgspec

from quellenlage.claims.carriers import Carriers
from quellenlage.claims.likeness import counted_once
from quellenlage.claims.sides import EVALUATIONS, SIDES, Side, side_of
from quellenlage.model import Assertion, ClaimKind, Source, speaks_for

__all__ = ["ANONYMOUS", "Counts", "count_origins", "is_circular"]

ANONYMOUS = "anonymous"
"""Stands for all whom nobody can tell, as one origin."""


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The independent origins of a claim by side: bodies, `anonymous`, own voices of carriers."""

    support: frozenset[str]
    against: frozenset[str]
    open: frozenset[str]

    @property
    def independent(self) -> int:
        """Number of independent origins, whatever their side."""
        return len(self.support | self.against | self.open)


def count_origins(
    assertions: Sequence[Assertion],
    sources: Mapping[str, Source],
    carriers: Carriers,
    direct: Set[str] = frozenset(),
) -> Counts:
    """The independent origins of a claim; `direct` are the attributions that quote literally.

    One literal quotation in two articles is one utterance, under whatever names they give for it.
    """
    carrier = carriers.of(assertions)
    literal = [a for a in assertions if a.chain and a.attribution in direct]
    same = [
        (speaks_for(sources, one), speaks_for(sources, other))
        for one, other in carriers.one_utterance(literal)
    ]
    sides = {side: _origins(assertions, side, sources, carrier, same) for side in SIDES}
    return Counts(**sides)


def is_circular(
    kind: ClaimKind, assertions: Sequence[Assertion], counts: Counts, *, first_hand: bool
) -> bool:
    """Whether several articles carry a fact or forecast on the word of one origin."""
    if kind in EVALUATIONS or first_hand or len(counts.support) != 1:
        return False
    return len({a.article for a in assertions if side_of(a.stance) == "support"}) > 1


def _origins(
    assertions: Sequence[Assertion],
    side: Side,
    sources: Mapping[str, Source],
    carrier: Mapping[str, str],
    same: Sequence[tuple[str, str]],
) -> frozenset[str]:
    """The independent origins on one side, by the steps of the module's docstring."""
    here = [a for a in assertions if side_of(a.stance) == side and not a.formula]
    quoted = [a for a in here if a.chain]
    named = _names([a.chain[-1] for a in quoted], sources)
    counted = counted_once(named, same=same, apart=_joint(quoted, sources))
    nobody = {ANONYMOUS} if quoted and not named else set()
    with_quotes = {carrier[a.article] for a in quoted}
    own = {carrier[a.article] for a in here if not a.chain} - with_quotes
    return frozenset(counted | nobody | {f"own voice of {name}" for name in own})


def _names(origins: Iterable[str], sources: Mapping[str, Source]) -> dict[str, set[str]]:
    """The bodies behind some origins, those of unknown people left out, with all their names."""
    found: dict[str, set[str]] = {}
    for origin in origins:
        if not _is_unknown(sources, origin):
            body = speaks_for(sources, origin)
            known = [sources[id].name if id in sources else id for id in (origin, body)]
            found.setdefault(body, set()).update(known)
    return found


def _joint(
    quoted: Sequence[Assertion], sources: Mapping[str, Source]
) -> frozenset[tuple[str, str]]:
    """The pairs of bodies that speak jointly in one passage, and so are two."""
    spoken: dict[tuple[str, int, int], set[str]] = {}
    for assertion in quoted:
        place = (assertion.article, assertion.start, assertion.end)
        spoken.setdefault(place, set()).add(speaks_for(sources, assertion.chain[-1]))
    return frozenset(pair for bodies in spoken.values() for pair in combinations(sorted(bodies), 2))


def _is_unknown(sources: Mapping[str, Source], id: str) -> bool:
    """Whether nobody can tell who a source is, nor for whom it speaks."""
    source = sources.get(id)
    return source is not None and source.kind == "anonymous" and not source.body
