"""Mood and tense of a finite verb, from its form, its lemma and its subject pronoun.

Steps, the first that fits:

1. forms of *sein, haben, werden*, the modals and *wissen* are listed ("er sei", "sie könne");
2. Konjunktiv II of irregular verbs ("er käme", he would come), also behind a prefix ("bekäme");
3. past of irregular verbs ("er kam");
4. the stem of the lemma and -e is Konjunktiv I ("er komme"), unless *ich* stands beside it;
5. the stem and -te is the past of a regular verb ("er sagte"), which cannot be told from its
   Konjunktiv II and is taken for the indicative;
6. everything else is the present.

A Konjunktiv I that looks like the indicative is replaced by Konjunktiv II ("sie hätten gesagt"):
the form decides, what it stands for is the matter of attribution.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from quellenlage.german.tables import CACHE, rows

__all__ = ["MODALS", "Reading", "irregular_lemma", "may_be_subjunctive", "read_finite"]

MODALS = frozenset(("dürfen", "können", "mögen", "müssen", "sollen", "wollen"))
PREFIXES = tuple(
    "wieder zusammen zurück hinter über unter durch gegen nieder statt teil fest fort frei her hin "
    "los miss nach vor weg zer ver ent emp be er ge ab an auf aus bei ein mit um zu "
    "wider voran".split()
)


class Reading(NamedTuple):
    """Mood (`ind`, `sub1`, `sub2`, `imp`) and tense (`pres`, `past`) of a finite verb."""

    mood: str
    tense: str


_PRESENT, _PAST = Reading("ind", "pres"), Reading("ind", "past")
_SUB1, _SUB2 = Reading("sub1", "pres"), Reading("sub2", "")
_PLAIN_PRESENT = {
    "sein": "bin bist ist sind seid",
    "haben": "hast hat haben habt",
    "werden": "wirst wird werden werdet",
    "können": "kann kannst können könnt",
    "müssen": "muss muß musst müssen müsst",
    "dürfen": "darf darfst dürfen dürft",
    "mögen": "mag magst mögen mögt",
    "sollen": "soll sollst sollen sollt",
    "wollen": "will willst wollen wollt",
    "wissen": "weiß weiss weißt wissen wisst",
}
_PLAIN_SUB1 = {
    "sein": "sei seist seiest seien seiet",
    "haben": "habe habest habet",
    "werden": "werde werdest",
    "können": "könne könnest",
    "müssen": "müsse müssest",
    "dürfen": "dürfe dürfest",
    "mögen": "möge mögest",
    "sollen": "solle sollest",
    "wollen": "wolle wollest",
    "wissen": "wisse wissest",
}
_AMBIGUOUS_WITH_ICH = frozenset(("habe", "werde"))
_LONGEST_ENDINGS = ("est", "en", "et", "st", "n", "t")


def _persons(form: str) -> list[str]:
    """A third person singular in -e with the other persons: käme, kämst, kämen, kämt."""
    return [form, form + "n", form + "st", form + "t"]


@cache
def _listed() -> dict[str, tuple[str, Reading]]:
    """Form → (lemma, reading) of all listed forms; a form of the indicative goes first."""
    table: dict[str, tuple[str, Reading]] = {}
    for forms, reading in ((_PLAIN_PRESENT, _PRESENT), (_PLAIN_SUB1, _SUB1)):
        for lemma, line in forms.items():
            table.update((form, (lemma, reading)) for form in line.split())
    for lemma, present, past, sub2, _ in rows("verbs", 5):
        table.setdefault(present, (lemma, _PRESENT))
        weak = past.endswith("te")
        ends = _persons(past) if weak else [past, past + "en", past + "st", past + "t"]
        for form in ends:
            table.setdefault(form, (lemma, _PAST))
        for form in _persons(sub2):
            table.setdefault(form, (lemma, _SUB2))
    for lemma in ("sollen", "wollen"):
        for form in _persons(lemma[:-2] + "te"):
            table.setdefault(form, (lemma, _PAST))
    return table


def irregular_lemma(form: str) -> str | None:
    """The infinitive of a listed finite form, prefixes included: "bekämen" is of *bekommen*."""
    found = _find(form)
    return found[0] if found else None


@cache
def _second_subjunctives() -> Mapping[str, str]:
    """Infinitive → Konjunktiv II of irregular verbs: *kommen* → *käme*."""
    return {lemma: sub2 for lemma, _, _, sub2, _ in rows("verbs", 5)}


def may_be_subjunctive(form: str) -> bool:
    """Whether a past tense may as well be Konjunktiv II: "gingen" may, "kamen" (kämen) may not."""
    found = _find(form.lower())
    if found is None or found[1] is not _PAST:
        return found is None and form.endswith(("te", "ten"))
    lemma = found[0]
    base = lemma if lemma in _second_subjunctives() else lemma[len(_prefix(form)) :]
    sub2 = _second_subjunctives().get(base, "")
    return bool(sub2) and form.lower().endswith(tuple(_persons(sub2)))


def _prefix(form: str) -> str:
    """The prefix that a listed form has before it: "entgingen" has *ent*."""
    table = _listed()
    return next((p for p in PREFIXES if form.startswith(p) and form[len(p) :] in table), "")


@lru_cache(CACHE)
def _find(form: str) -> tuple[str, Reading] | None:
    table = _listed()
    if form in table:
        return table[form]
    for prefix in PREFIXES:
        rest = form[len(prefix) :]
        if len(rest) > 2 and form.startswith(prefix) and rest in table:
            lemma, reading = table[rest]
            if lemma not in _PLAIN_PRESENT:
                return prefix + lemma, reading
    return None


def read_finite(form: str, lemma: str, *, with_ich: bool = False, first: bool = False) -> Reading:
    """The reading of a finite verb; `with_ich`: *ich* is its subject, `first`: it opens the clause.

    An opening *sollte* is conditional ("Sollte sich das bestätigen", should that prove true).
    """
    form = form.lower()
    if form in ("sollte", "sollten") and first:
        return _SUB2
    if listed := _find(form):
        reading = listed[1]
        if reading is _SUB1 and with_ich and form in _AMBIGUOUS_WITH_ICH:
            return _PRESENT
        if reading is not _PAST or not form.endswith("te"):
            return reading
        return _PAST
    return _read_regular(form, lemma.lower(), with_ich)


def _read_regular(form: str, lemma: str, with_ich: bool) -> Reading:
    if lemma.endswith("n"):
        stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
        rest = form[len(stem) :] if form.startswith(stem) else None
        if rest is None:
            prefix = next(
                (
                    p
                    for p in PREFIXES
                    if lemma.startswith(p) and stem[len(p) :] and form.startswith(stem[len(p) :])
                ),
                None,
            )
            rest = form[len(stem) - len(prefix) :] if prefix else None
        if rest == "e":
            return _PRESENT if with_ich else _SUB1
        if rest in ("te", "ten", "test", "tet", "ete", "eten", "etest", "etet"):
            return _PAST
        if rest is not None:
            return _PRESENT
    if form.endswith(("te", "ten")):
        return _PAST
    if form.endswith("e"):
        return _PRESENT if with_ich else _SUB1
    return _PRESENT
