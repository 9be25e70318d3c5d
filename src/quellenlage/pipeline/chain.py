"""The chain of stages, checked before the first text is read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quellenlage import annotation, attribution, claims, lineage, sources, stories
from quellenlage.errors import StageError
from quellenlage.model import Stage

__all__ = ["CHAIN", "FROM_INTAKE", "chain_of", "check", "without"]

FROM_INTAKE = frozenset({"article.text", "article.published", "article.outlet", "article.credits"})
"""What every article has when it comes from intake."""

CHAIN: tuple[Stage, ...] = (
    annotation.STAGE,
    attribution.STAGE,
    lineage.STAGE,
    stories.STAGE,
    sources.STAGE,
    claims.STAGE,
)
"""All stages, in the order in which they run."""


@cache
def chain_of(
    *,
    left_out: frozenset[str] = frozenset(),
    nlp: str | None = None,
    attributor: str | None = None,
) -> tuple[Stage, ...]:
    """The chain without some components, or with the user's own in the place of ours."""
    other = left_out or nlp
    own = {
        annotation.STAGE.name: annotation.stage(left_out=left_out, nlp=nlp) if other else None,
        attribution.STAGE.name: attribution.plugged(attributor) if attributor else None,
    }
    return tuple(own.get(stage.name) or stage for stage in CHAIN)


def check(chain: Sequence[Stage]) -> None:
    """Fails if a stage requires what no stage before it gives."""
    given = set(FROM_INTAKE)
    for stage in chain:
        if missing := stage.requires - given:
            raise StageError(
                f"stage {stage.name!r} requires {', '.join(sorted(missing))}, "
                f"which no stage before it gives"
            )
        given |= stage.gives


def without(chain: Sequence[Stage], names: frozenset[str]) -> tuple[Stage, ...]:
    """The chain with some stages left out, and with them whatever then lacks its needs."""
    given, kept = set(FROM_INTAKE), []
    for stage in chain:
        if stage.name not in names and stage.requires <= given:
            kept.append(stage)
            given |= stage.gives
    return tuple(kept)
