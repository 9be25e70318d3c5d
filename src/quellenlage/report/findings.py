"""Straight to what stands out: which claims go in circles, are contested, differ or harden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from quellenlage.report.records import StorySummary
from quellenlage.report.texts import Texts

__all__ = ["Finding", "findings", "flags", "leads"]

ORDER = (
    "circular", "contested", "unconfirmed", "figure", "place", "date", "content", "hardened",
)  # fmt: skip
FLAGS = ("figure", "place", "date", "content", "hardened")
"""What a claim's own line does not say yet."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something that stands out, and the claims of which it is true."""

    name: str
    text: str
    claims: list[int]


def findings(summary: StorySummary, texts: Texts) -> list[Finding]:
    """What stands out in a story, each with its claims by number; nothing that is true of none."""
    found: dict[str, set[int]] = defaultdict(set)
    for name, claim in _all(summary):
        found[name].add(claim)
    return [
        Finding(name=name, text=texts(f"finding.{name}"), claims=sorted(found[name]))
        for name in ORDER
        if found[name]
    ]


def flags(found: list[Finding]) -> dict[int, list[str]]:
    """The names of what stands out by claim, as far as the claim's line does not say it yet."""
    by_claim: dict[int, list[str]] = defaultdict(list)
    for finding in found:
        if finding.name in FLAGS:
            for claim in finding.claims:
                by_claim[claim].append(finding.name)
    return dict(by_claim)


def leads(summary: StorySummary, anchor: str, shown: int) -> dict[str, str]:
    """Where each number of the overview leads: the anchor of what it counts."""
    circular = next((c.number for c in summary.claims[:shown] if c.circular), "claims")
    every = {
        "articles": "articles",
        "texts": f"{anchor}-lineage",
        "claims": f"{anchor}-claims",
        "circular": f"{anchor}-{circular}",
        "contested": f"{anchor}-answers",
        "unconfirmed": f"{anchor}-answers",
        "disagreements": f"{anchor}-differences",
    }
    counted = {figure.name for figure in summary.figures if figure.number}
    return {name: target for name, target in every.items() if name in counted}


def _all(summary: StorySummary) -> Iterator[tuple[str, int]]:
    """Everything that stands out as name and claim."""
    for claim in summary.claims:
        if claim.circular:
            yield "circular", claim.number
        if claim.against:
            yield "contested", claim.number
        if claim.open:
            yield "unconfirmed", claim.number
    for difference in summary.disagreements:
        if not difference.resolved_by_time and difference.kind in FLAGS:
            yield from ((difference.kind, claim) for claim in difference.claims)
    for drift in summary.drifts:
        if drift.hardening:
            yield "hardened", drift.claim
        for step in drift.steps:
            if step.change in FLAGS:
                yield step.change, drift.claim
