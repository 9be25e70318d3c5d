"""The status of a claim, and how it moved (GUIDE 6).

The first that fits:

1. An opinion or demand is asserted; disputed if denied or doubted.
2. A forecast is disputed if denied or doubted; unconfirmed if the one it goes back to cannot
   confirm it; else expected.
3. A fact is confirmed if somebody other than its first claimant confirms it, later than every
   denial; disputed if supported and denied or doubted; denied if only denied; unconfirmed if it is
   only conditional, or asserted and somebody cannot confirm it; else asserted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quellenlage.claims.sides import EVALUATIONS, side_of
from quellenlage.model import Assertion, ClaimKind, HistoryEntry, Source, Status, speaks_for

__all__ = ["history", "status"]

_HELD = frozenset({"asserts", "confirms", "expects"})


def status(
    kind: ClaimKind,
    assertions: Sequence[Assertion],
    sources: Mapping[str, Source],
    dates: Mapping[str, str | None],
) -> tuple[Status, str]:
    """The status of a claim and the rule that gave it.

    `dates` holds the day each article appeared, for utterances that are not dated themselves.
    """
    against = any(side_of(assertion.stance) == "against" for assertion in assertions)
    if kind in EVALUATIONS:
        return ("disputed", "opinion-denied") if against else ("asserted", "opinion")
    if kind == "forecast":
        return _forecast_status(assertions, sources, against=against)
    return _fact_status(assertions, sources, dates, against=against)


def _forecast_status(
    assertions: Sequence[Assertion], sources: Mapping[str, Source], *, against: bool
) -> tuple[Status, str]:
    """Step 2."""
    if against:
        return "disputed", "forecast-denied"
    alleged = _bodies(assertions, sources, _HELD | {"conditional"})
    if alleged & _bodies(assertions, sources, {"cannot_confirm"}):
        return "unconfirmed", "forecast-origin-cannot-confirm"
    return "expected", "forecast"


def _fact_status(
    assertions: Sequence[Assertion],
    sources: Mapping[str, Source],
    dates: Mapping[str, str | None],
    *,
    against: bool,
) -> tuple[Status, str]:
    """Step 3."""
    stances = {assertion.stance for assertion in assertions}
    if "confirms" in stances and _is_confirmed(assertions, sources, dates):
        return "confirmed", "fact-confirmed-by-another"
    if against:
        supported = any(side_of(assertion.stance) == "support" for assertion in assertions)
        return ("disputed", "fact-denied") if supported else ("denied", "fact-only-denied")
    if not stances & _HELD:
        return "unconfirmed", "fact-only-conditional"
    if "cannot_confirm" in stances:
        return "unconfirmed", "fact-not-confirmable"
    return "asserted", "fact"


def _is_confirmed(
    assertions: Sequence[Assertion],
    sources: Mapping[str, Source],
    dates: Mapping[str, str | None],
) -> bool:
    """Whether a confirmation by another body stands, no denial being as late or undated.

    A heading over the confirmation is no other body: "Amt bestätigt: Damm gebrochen" (office
    confirms: dam broken), nor is an article that only says that somebody confirms.
    """
    quoting = {a.article for a in assertions if a.chain and a.stance in _HELD}
    claims = [a for a in assertions if a.chain or not (a.headline and a.article in quoting)]
    claimants = _bodies(claims, sources, {"asserts", "expects"})
    confirming = [a for a in assertions if a.chain or a.article not in quoting]
    denials = [_day(a, dates) for a in assertions if side_of(a.stance) == "against"]
    for assertion in confirming:
        if assertion.stance != "confirms":
            continue
        body = _body(assertion, sources)
        others = claimants - {body} or _bodies(confirming, sources, {"confirms"}) - {body}
        day = _day(assertion, dates)
        later = all(denied and day and day > denied for denied in denials)
        if others and later:
            return True
    return False


def _bodies(
    assertions: Sequence[Assertion],
    sources: Mapping[str, Source],
    stances: frozenset[str] | set[str],
) -> set[str]:
    """The bodies that take one of some stances; own voices are those of their articles."""
    return {_body(a, sources) for a in assertions if a.stance in stances and not a.formula}


def _body(assertion: Assertion, sources: Mapping[str, Source]) -> str:
    """Whose word an assertion is, by body."""
    if not assertion.chain:
        return f"own voice of {assertion.article}"
    return speaks_for(sources, assertion.chain[-1])


def _day(assertion: Assertion, dates: Mapping[str, str | None]) -> str | None:
    """The day of the utterance, else the day its article appeared."""
    day = assertion.uttered or dates.get(assertion.article)
    return day[:10] if day else None


def history(
    kind: ClaimKind,
    assertions: Sequence[Assertion],
    sources: Mapping[str, Source],
    dates: Mapping[str, str | None],
) -> list[HistoryEntry]:
    """The changes of a claim's status in order of utterance; none where it never moves.

    Undated utterances come last, as they stand. Formulas move nothing.
    """
    heard = [a for a in assertions if not a.formula]
    ordered = sorted(heard, key=lambda a: (_day(a, dates) is None, _day(a, dates) or ""))
    entries: list[HistoryEntry] = []
    for assertion in ordered:
        moved = _moved_to(kind, assertion)
        if not entries or entries[-1].status != moved:
            entries.append(
                HistoryEntry(date=_day(assertion, dates), status=moved, article=assertion.article)
            )
    return entries if len(entries) > 1 else []


def _moved_to(kind: ClaimKind, assertion: Assertion) -> Status:
    """The status a claim would have if this utterance were all there is."""
    alone: dict[str, Status] = {
        "asserts": "asserted",
        "confirms": "confirmed",
        "denies": "denied",
        "doubts": "disputed",
        "cannot_confirm": "unconfirmed",
        "conditional": "expected" if kind == "forecast" else "unconfirmed",
        "expects": "expected" if kind == "forecast" else "asserted",
    }
    return (
        "asserted" if kind in EVALUATIONS and assertion.stance in _HELD else alone[assertion.stance]
    )
