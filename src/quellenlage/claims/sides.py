"""The three sides of a claim: for it, against it, and those who cannot tell."""

from __future__ import annotations

from typing import Literal

from quellenlage.model import Stance

__all__ = ["EVALUATIONS", "SIDES", "Side", "side_of"]

Side = Literal["support", "against", "open"]
SIDES: tuple[Side, ...] = ("support", "against", "open")
EVALUATIONS = frozenset({"opinion", "demand"})
"""Kinds that no evidence settles: GUIDE 6 treats a demand as an opinion."""

_SIDES: dict[str, Side] = {
    "asserts": "support",
    "confirms": "support",
    "expects": "support",
    "conditional": "support",
    "denies": "against",
    "doubts": "against",
    "cannot_confirm": "open",
}


def side_of(stance: Stance) -> Side:
    """The side a stance takes."""
    return _SIDES[stance]
