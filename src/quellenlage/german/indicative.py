"""Reported mood to indicative: "er stamme" (he is said to come) → "er stammt" (he comes).

The first that fits:

1. a modal in Konjunktiv II ("könnte", "sollte", "müsste") stays: it says how sure the speaker is;
2. Konjunktiv I, and where the clause is reported Konjunktiv II that stands for it ("sie hätten"),
   become the present of their verb: listed verbs by the table of irregular verbs, behind a prefix
   too ("bekäme" → "bekommt"), plural forms are the infinitive ("kämen" → "kommen");
3. a regular verb has its stem and -t ("stamme" → "stammt", "arbeite" → "arbeitet", "öffne" →
   "öffnet", "sammle" → "sammelt").

Where no rule gives a form that is certain, there is none.
"""

from __future__ import annotations

import re
from functools import cache

import simplemma

from quellenlage.german.morphology import MODALS, PREFIXES, irregular_lemma
from quellenlage.german.tables import rows
from quellenlage.model import Word

__all__ = ["indicative_form", "particle_of", "present_of"]

_PRESENT = {"sollen": "soll", "wollen": "will"}
_PLURALS = {"sein": "sind"}
_INSERTS_E = re.compile(r".*(?:[dt]|(?:[^aeiouyäöülrhmn]|ch)[mn])")
"""Stems that take -et: "arbeit-", "öffn-", "rechn-", but not "komm-", "lern-", "ahn-"."""
_PARTS = """
zusammen zurück wieder hinter nieder statt teil fest fort frei her hin los nach vor weg ab an auf
aus bei ein mit zu heraus hinaus heran voran herbei hervor weiter bekannt vorweg
"""
_SEPARABLE = tuple(sorted(_PARTS.split(), key=len, reverse=True))
"""Parts that leave their verb where it stands second: "zurücktritt" → "tritt … zurück"."""
_SHORTEST = 3
"""Letters of what is left of a verb without its separable part."""


@cache
def _present() -> dict[str, str]:
    """Infinitive of a listed verb → third person singular of its present."""
    return _PRESENT | {lemma: present for lemma, present, *_ in rows("verbs", 5)}


def indicative_form(word: Word, *, reported: bool) -> str | None:
    """The word in the indicative; itself if it needs no change, None if its form is not certain.

    `reported`: the clause is another's word, so that Konjunktiv II stands for Konjunktiv I.
    """
    form = word.text.lower()
    mood = word.mood if word.finite else "sub1" if _is_missed(word) else ""
    if mood not in ("sub1", "sub2"):
        return word.text
    if mood == "sub2" and (not reported or _is_modal(form)):
        return word.text
    lemma = irregular_lemma(form) or word.lemma.lower()
    found = _plural(lemma) if form.endswith("n") else _singular(lemma)
    if found is None:
        return None
    return found.capitalize() if word.text[:1].isupper() else found


def present_of(lemma: str, *, plural: bool = False) -> str | None:
    """The third person of the present of an infinitive; None if it is not certain."""
    return _plural(lemma) if plural else _singular(lemma)


def _is_missed(word: Word) -> bool:
    """Whether a verb in Konjunktiv I was read as no finite verb: no other form is stem and -e."""
    lemma = word.lemma.lower()
    if word.finite or word.pos not in ("VERB", "AUX", "ADJ") or not lemma.endswith("en"):
        return False
    return word.text == lemma.removesuffix("n")


def _is_modal(form: str) -> bool:
    return irregular_lemma(form) in MODALS


def _plural(lemma: str) -> str | None:
    """The third person plural, which is the infinitive: "kämen" → "kommen", "seien" → "sind"."""
    return _PLURALS.get(lemma) or (lemma if lemma.endswith("n") else None)


def _singular(lemma: str) -> str | None:
    if lemma in _present():
        return _present()[lemma]
    for prefix in PREFIXES:
        base = lemma.removeprefix(prefix)
        if base != lemma and base in _present() and base not in MODALS:
            return prefix + _present()[base]
    return _regular(lemma)


def _regular(lemma: str) -> str | None:
    """The present of a regular verb, if its infinitive is one that is known."""
    if not simplemma.is_known(lemma, lang="de"):
        return None
    if lemma.endswith(("eln", "ern")):
        return lemma.removesuffix("n") + "t"
    if not lemma.endswith("en"):
        return None
    stem = lemma.removesuffix("en")
    return stem + ("et" if _INSERTS_E.fullmatch(stem) else "t")


@cache
def particle_of(form: str) -> str:
    """The separable part at the front of a finite verb, if what is left is a form of a verb."""
    for part in _SEPARABLE:
        rest = form.removeprefix(part)
        if rest != form and len(rest) >= _SHORTEST and _is_verb(rest):
            return part
    return ""


def _is_verb(rest: str) -> bool:
    if irregular_lemma(rest):
        return True
    stems = {rest.removesuffix(ending) for ending in ("t", "et", "te", "ete", "ten", "en", "e")}
    return any(simplemma.is_known(f"{stem}en", lang="de") for stem in stems if len(stem) > 1)
