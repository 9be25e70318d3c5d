"""Where reports disagree, and how claims change on their way: discrepancies and drifts as lines."""

from __future__ import annotations

from collections.abc import Mapping

from quellenlage.model import (
    Assertion,
    AssertionReference,
    Discrepancy,
    Drift,
    DriftStep,
    Variant,
    own_voice_name,
)
from quellenlage.report.claims import distinct, is_plain
from quellenlage.report.dates import moment
from quellenlage.report.index import Index
from quellenlage.report.records import Disagreement, DriftLine, Step, Value
from quellenlage.report.texts import Texts

__all__ = ["disagreements", "drift_lines", "value_text"]

_ORDER = ("figure", "place", "date", "status", "content", "attribution")
_OWN_VOICE = "own voice"
_QUALIFIERS = {
    "≥": "at_least",
    ">": "more_than",
    "≤": "at_most",
    "<": "less_than",
    "≈": "about",
    "~": "about",
}
_SORTS = {
    "one number with unlike precision": "precision",
    "the heading says more than its text": "heading",
    "one quotation in different words": "quotation",
}
"""The sorts of a kind that have a sentence of their own, by the note of the discrepancy."""
VALUE_LENGTH = 90
"""Characters of a value that is shown; a longer one is a passage and is read there."""


def disagreements(numbers: Mapping[str, int], index: Index, texts: Texts) -> list[Disagreement]:
    """The discrepancies between some claims; unexplained ones first, figures before sources."""
    found = [d for d in index.analysis.discrepancies if any(id in numbers for id in d.claims)]
    lines = [_disagreement(discrepancy, numbers, index, texts) for discrepancy in found]
    return sorted(lines, key=lambda d: (d.resolved_by_time, _ORDER.index(d.kind), min(d.claims)))


def _disagreement(
    discrepancy: Discrepancy, numbers: Mapping[str, int], index: Index, texts: Texts
) -> Disagreement:
    values = [_value(variant, discrepancy.kind, index, texts) for variant in discrepancy.variants]
    listed = texts.few((value.value for value in values), 6)
    sort = _SORTS.get(discrepancy.note, discrepancy.kind)
    sentence = texts(f"discrepancy_sentence.{sort}", values=listed)
    if discrepancy.resolved_by_time:
        sentence += " " + texts("discrepancy_sentence.resolved")
    known = sorted(numbers[id] for id in discrepancy.claims if id in numbers)
    first = min(
        (claim for claim in discrepancy.claims if claim in numbers), key=numbers.__getitem__
    )
    return Disagreement(
        id=discrepancy.id,
        kind=discrepancy.kind,
        kind_text=texts(f"discrepancy.{discrepancy.kind}"),
        claims=known,
        text=index.claims[first].text,
        values=values,
        resolved_by_time=discrepancy.resolved_by_time,
        sentence=sentence,
    )


def _value(variant: Variant, kind: str, index: Index, texts: Texts) -> Value:
    """One value, who gives it, and where."""
    assertions = [a for r in variant.assertions if (a := _assertion(r, index)) is not None]
    names = dict.fromkeys(index.source_name(index.origin(assertion)) for assertion in assertions)
    return Value(
        value=value_text(variant.value, kind, texts),
        names=list(names),
        references=distinct(index.reference(assertion) for assertion in assertions),
    )


def _assertion(reference: AssertionReference, index: Index) -> Assertion | None:
    claim = index.claims.get(reference.claim)
    if claim is None or reference.index >= len(claim.assertions):
        return None
    return claim.assertions[reference.index]


def value_text(value: object, kind: str, texts: Texts) -> str:
    """A normalised value as people write it: `≥3000` is `mindestens 3.000`."""
    written = str(value)
    parts = written.split("/")
    if kind in ("status", "content") and all(f"status.{part}" in texts for part in parts):
        return texts.listing(texts(f"status.{part}") for part in parts)
    if kind == "attribution" and written == _OWN_VOICE:
        return texts("word.value_own_voice")
    if kind == "figure":
        return _figure(written, texts)
    if kind == "date":
        return moment(written, texts)[:VALUE_LENGTH]
    return written[:VALUE_LENGTH]


def _figure(written: str, texts: Texts) -> str:
    """A figure with its qualifier in words, thousands parted and its fraction."""
    sign = written[:1] if written[:1] in _QUALIFIERS else ""
    digits = written[len(sign) :].strip()
    whole, point, fraction = digits.partition(".")
    if whole.isdecimal() and len(whole) < 16 and (fraction.isdecimal() or not point):
        thousands, comma = (".", ",") if texts.lang == "de" else (",", ".")
        digits = f"{int(whole):,}".replace(",", thousands) + (f"{comma}{fraction}" if point else "")
    name = _QUALIFIERS[sign] if sign else "exact"
    return texts(f"qualifier.{name}", figure=digits[:VALUE_LENGTH])


def drift_lines(numbers: Mapping[str, int], index: Index, texts: Texts) -> list[DriftLine]:
    """How claims changed on their way: by figure, place or date first, then hardened ones."""
    found = [drift for drift in index.analysis.drifts if drift.claim in numbers]
    found.sort(key=lambda d: (not _moves(d), not d.hardening, numbers[d.claim]))
    return [_drift(drift, numbers[drift.claim], index, texts) for drift in found]


def _moves(drift: Drift) -> bool:
    """Whether a figure, place or date changes on the way."""
    return any(step.change in ("figure", "place", "date") for step in drift.steps)


def _drift(drift: Drift, number: int, index: Index, texts: Texts) -> DriftLine:
    claim = index.claims[drift.claim]
    steps = [_step(step, claim.assertions[step.assertion], index, texts) for step in drift.steps]
    changes = dict.fromkeys(step.change for step in steps if step.change != "none")
    sentences = []
    if drift.hardening:
        sentences.append(texts("drift_sentence.hardening"))
    if changes:
        named = texts.listing(texts(f"drift_sentence.{change}") for change in changes)
        sentences.append(texts("drift_sentence.drift", changes=named))
    return DriftLine(
        id=drift.id,
        claim=number,
        text=claim.text,
        hardening=drift.hardening,
        sentence=" ".join(sentences),
        steps=steps,
    )


def _step(step: DriftStep, assertion: Assertion, index: Index, texts: Texts) -> Step:
    article = index.articles[step.article]
    own = f"{own_voice_name(article)} {texts('word.own_voice')}"
    attributed = step.change == "attribution"
    return Step(
        change=step.change,
        change_text=texts(f"change.{step.change}"),
        before=_said(step.before, step.change, index, texts)
        or (texts("word.own_voice") if attributed else ""),
        after=_said(step.after, step.change, index, texts) or (own if attributed else ""),
        holder=index.source_name(index.origin(assertion)),
        stance_text=texts(f"stance.{assertion.stance}"),
        plain=is_plain(assertion),
        article=index.named(step.article, texts("word.article")),
        reference=index.reference(assertion),
    )


def _said(value: str | None, change: str, index: Index, texts: Texts) -> str:
    """A value before or after a change as people write it."""
    if value is None:
        return ""
    if change == "attribution":
        return index.source_name(value)
    if change == "certainty" and f"stance.{value}" in texts:
        return texts(f"stance.{value}")
    return value_text(value, change, texts)
