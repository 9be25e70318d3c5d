"""Discrepancies: what the assertions of one claim say that cannot all hold (GUIDE 8).

- *figure*, *place*: unlike values of the same thing, see `values`.
- *date*: one event on unlike days, see `days`.
- *status*: somebody denies, doubts or cannot confirm what others assert; or reports differ in
  whether a thing is done or only planned.
- *content*: a heading that says more than its text, see `headings`; one quotation in unlike words,
  see `quotations`.
- *attribution*: articles name unlike origins, or one says in its own voice what another attributes.

Time explains unlike figures where the articles that give them appeared on unlike days and the later
one is the larger: a count that grew; a plan that a later report dates anew or tells as done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from quellenlage.claims.closeness import SAID_ALIKE, Closeness
from quellenlage.claims.days import UnlikeDays, unlike_days
from quellenlage.claims.goals import unlike_goals
from quellenlage.claims.growth import grown_figures
from quellenlage.claims.headings import Overstated, overstated
from quellenlage.claims.quotations import quoted_unlike
from quellenlage.claims.sides import side_of
from quellenlage.claims.values import (
    Variants,
    are_of_one_number,
    figure_variants,
    place_variants,
)
from quellenlage.model import (
    Article,
    AssertionReference,
    Claim,
    Discrepancy,
    Reuse,
    Source,
    Variant,
    content_id,
    speaks_for,
)

__all__ = ["discrepancies"]

Kind = Literal["figure", "place", "date", "status", "attribution", "content"]
OWN_VOICE = "own voice"
MORE_THAN_TEXT = "the heading says more than its text"
ONE_QUOTATION = "one quotation in different words"
UNLIKE_PRECISION = "one number with unlike precision"
OTHER_DAY_LATER = "later reports give another day"
DONE_LATER = "later reports tell it as done"
LARGER_LATER = "later reports give the larger figure"
_STATUS_WORDS = {
    "asserts": "asserted",
    "confirms": "confirmed",
    "denies": "denied",
    "doubts": "doubted",
    "cannot_confirm": "unconfirmed",
    "expects": "expected",
    "conditional": "conditional",
}
_BY_TIME = frozenset({LARGER_LATER, OTHER_DAY_LATER, DONE_LATER})
_ANSWERED = frozenset({"denied", "doubted", "unconfirmed"})


def discrepancies(
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
    closeness: Closeness,
    reuse: Sequence[Reuse] = (),
) -> list[Discrepancy]:
    """The discrepancies of all claims, in their order, and those between claims after them."""
    within_claims = [
        _discrepancy(kind, claim, variants, articles)
        for claim in claims
        if len(claim.assertions) > 1
        for kind, variants in _of_claim(claim, articles, sources, closeness)
        if len(variants) > 1
    ]
    between = [_between("place", goals) for goals in unlike_goals(claims, closeness)]
    between += [_between("figure", c) for c in grown_figures(claims, articles, closeness)]
    between += [_dated(found) for found in unlike_days(claims, articles, closeness)]
    content = [_heading(found) for found in overstated(claims, closeness)]
    content += [_quotation(q) for q in quoted_unlike(claims, articles, closeness, reuse)]
    return within_claims + between + content


def _dated(found: UnlikeDays) -> Discrepancy:
    """One event on unlike days."""
    claims = list(dict.fromkeys(ref.claim for refs in found.values.values() for ref in refs))
    return Discrepancy(
        id=content_id("d", "date", *claims),
        kind="date",
        claims=claims,
        variants=[Variant(value=day, assertions=refs) for day, refs in found.values.items()],
        resolved_by_time=found.moved,
        note=OTHER_DAY_LATER if found.moved else "",
    )


def _quotation(values: Mapping[str, list[AssertionReference]]) -> Discrepancy:
    """One utterance in unlike words."""
    places = [f"{ref.claim} {ref.index}" for refs in values.values() for ref in refs]
    return Discrepancy(
        id=content_id("d", "content", *places),
        kind="content",
        claims=list(dict.fromkeys(ref.claim for refs in values.values() for ref in refs)),
        variants=[Variant(value=words, assertions=refs) for words, refs in values.items()],
        note=ONE_QUOTATION,
    )


def _heading(found: Overstated) -> Discrepancy:
    """A heading that states plainly what its text holds less surely."""
    held = "/".join(_STATUS_WORDS[stance] for stance in found.stances)
    return Discrepancy(
        id=content_id("d", "content", found.heading.claim, str(found.heading.index)),
        kind="content",
        claims=list(dict.fromkeys(ref.claim for ref in [found.heading, *found.text])),
        variants=[
            Variant(value=_STATUS_WORDS["asserts"], assertions=[found.heading]),
            Variant(value=held, assertions=found.text),
        ],
        resolved_by_time=False,
        note=MORE_THAN_TEXT,
    )


def _between(kind: Kind, values: Mapping[str, list[AssertionReference]]) -> Discrepancy:
    """Unlike values that stand in several claims: the goals of one journey, a count that grew."""
    claims = list(dict.fromkeys(ref.claim for refs in values.values() for ref in refs))
    grew = kind == "figure"
    return Discrepancy(
        id=content_id("d", kind, *claims),
        kind=kind,
        claims=claims,
        variants=[Variant(value=value, assertions=refs) for value, refs in values.items()],
        resolved_by_time=grew,
        note=LARGER_LATER if grew else "",
    )


def _of_claim(
    claim: Claim,
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
    closeness: Closeness,
) -> Iterator[tuple[Kind, Variants]]:
    yield "figure", figure_variants(claim, articles)
    yield "place", _close(place_variants(claim, articles), claim, closeness)
    yield "status", _status_variants(claim, closeness)
    yield "attribution", _attribution_variants(claim, sources, closeness)


def _discrepancy(
    kind: Kind, claim: Claim, variants: Variants, articles: Mapping[str, Article]
) -> Discrepancy:
    note = _explanation(kind, claim, variants, articles)
    return Discrepancy(
        id=content_id("d", kind, claim.id),
        kind=kind,
        claims=[claim.id],
        variants=[
            Variant(
                value=value,
                assertions=[AssertionReference(claim=claim.id, index=n) for n in numbers],
            )
            for value, numbers in variants.items()
        ],
        resolved_by_time=note in _BY_TIME,
        note=note,
    )


def _explanation(
    kind: Kind, claim: Claim, variants: Variants, articles: Mapping[str, Article]
) -> str:
    """What explains a difference, or tells its sort; nothing where nothing does."""
    if kind == "figure" and _explained_by_time(claim, variants, articles):
        return LARGER_LATER
    if kind == "figure" and are_of_one_number(variants):
        return UNLIKE_PRECISION
    if kind == "status" and _done_later(claim, variants, articles):
        return DONE_LATER
    return ""


def _done_later(claim: Claim, variants: Variants, articles: Mapping[str, Article]) -> bool:
    """Whether all who tell a thing as planned appeared before all who tell it as done."""
    if set(variants) != {_STATUS_WORDS["asserts"], _STATUS_WORDS["expects"]}:
        return False
    told = {
        value: [articles[claim.assertions[n].article].published for n in numbers]
        for value, numbers in variants.items()
    }
    done = [day or "" for day in told[_STATUS_WORDS["asserts"]]]
    planned = [day or "~" for day in told[_STATUS_WORDS["expects"]]]
    return max(planned) < min(done)


def _explained_by_time(claim: Claim, variants: Variants, articles: Mapping[str, Article]) -> bool:
    """Whether every value is told on a day of its own, and values grow with the days."""
    days: list[tuple[str, str]] = []
    for value, numbers in variants.items():
        told = {articles[claim.assertions[n].article].published for n in numbers}
        dates = {day[:10] for day in told if day}
        if len(dates) != 1 or None in told:
            return False
        days.append((dates.pop(), value))
    ordered = [_size(value) for _, value in sorted(days)]
    if len(set(ordered)) < len(set(variants)) and any(ordered):
        return False
    return len({day for day, _ in days}) == len(days) and ordered == sorted(ordered)


def _size(value: str) -> float:
    digits = value.lstrip("≈≥≤")
    return float(digits) if digits.replace(".", "", 1).isdigit() else 0.0


def _status_variants(claim: Claim, closeness: Closeness) -> Variants:
    """The ways a claim is held, if they cannot all be right."""
    grouped: Variants = {}
    for number, assertion in enumerate(claim.assertions):
        grouped.setdefault(_STATUS_WORDS[assertion.stance], []).append(number)
    if _ANSWERED & grouped.keys():
        return _close(grouped, claim, closeness)
    done = {claim.assertions[n].article for n in grouped.get("asserted", ())}
    planned = {claim.assertions[n].article for n in grouped.get("expected", ())}
    unlike = done and planned and done != planned
    return _close(grouped, claim, closeness) if unlike else {}


def _attribution_variants(
    claim: Claim, sources: Mapping[str, Source], closeness: Closeness
) -> Variants:
    """The origins of a claim's supporters, if articles differ in whom they name."""
    grouped: Variants = {}
    named: dict[str, set[str]] = {}
    for number, assertion in enumerate(claim.assertions):
        if assertion.formula or side_of(assertion.stance) != "support":
            continue
        origin = assertion.chain[-1] if assertion.chain else ""
        name = sources[origin].name if origin in sources else OWN_VOICE
        grouped.setdefault(name, []).append(number)
        body = speaks_for(sources, origin) if origin else OWN_VOICE
        named.setdefault(assertion.article, set()).add(body)
    several = len({frozenset(bodies) for bodies in named.values()}) > 1
    unlike = several or (OWN_VOICE in grouped and len(grouped) > 1)
    if not unlike or claim.kind not in ("fact", "forecast"):
        return {}
    return _close(grouped, claim, closeness)


def _close(grouped: Variants, claim: Claim, closeness: Closeness) -> Variants:
    """The variants of which an assertion is close to one of another."""
    members = {value: [claim.assertions[n] for n in found] for value, found in grouped.items()}
    return {
        value: found
        for value, found in grouped.items()
        if any(
            closeness.of_any(members[value], members[other]) >= SAID_ALIKE
            for other in grouped
            if other != value
        )
    }
