"""Negative statements that say what others deny.

"Der Helfer ist nicht erkrankt" (is not ill) is a claim of its own. But where all that a claim has
is such sentences and denials ("der Verdacht hat sich nicht bestätigt"), they agree: nobody says
what is denied, and the sentences deny it too. Who denies a negative ("bestreitet, nicht gewarnt zu
haben") does not agree with it.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quellenlage.claims.stances import CONFIRMATION, Holding
from quellenlage.claims.statements import Statement

__all__ = ["agreeing"]

RULE = "negative-as-denied"


def agreeing(members: Sequence[Statement]) -> list[Statement]:
    """The statements of one claim, those that say the opposite of what is denied as denials."""
    plain = [member for member in members if not member.answers]
    denials = [member for member in members if member.held.stance == "denies"]
    opposite = denials and plain and all(member.features.negated for member in plain)
    if not opposite or any(map(_denies_negative, denials)):
        return list(members)
    return [member if member.answers else _as_denial(member) for member in members]


def _denies_negative(denial: Statement) -> bool:
    """Whether what is denied is negative; "nicht bestätigt" has its negation for itself."""
    return denial.features.negated and denial.held.rule != CONFIRMATION


def _as_denial(statement: Statement) -> Statement:
    held = Holding(stance="denies", rule=RULE, hedged=statement.held.hedged)
    return msgspec.structs.replace(statement, held=held)
