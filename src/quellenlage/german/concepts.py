"""Concepts: what words of different form and class say alike.

"entsenden", "Entsendung" and "schicken" are one concept, listed in `data/claim_concepts.tsv`; a
state is one by whatever word it is named ("Seoul", "südkoreanisch"). Other words are brought to a
root by rule: "Verhaftungen" and "verhaften" to *verhaft*.
"""

from __future__ import annotations

from functools import cache, lru_cache

from quellenlage.german.states import read_state
from quellenlage.german.tables import rows

__all__ = ["RISES", "compound_concepts", "concept_of", "event_of", "is_listed"]

SHORTEST_TAIL = 4
"""Letters of a listed word that may end a compound ("Sonderzug" is a *zug*)."""
SHORTEST_HEAD = 3
CACHE = 50_000
RISES = "=steigen"
"""The concept of a number that grows."""
_ACTION_ENDINGS = ("ung", "nahme", "ierung")
_NOMINAL_ENDINGS = ("ungen", "ung", "ierung", "heiten", "heit", "keiten", "keit", "innen", "in")


@cache
def _listed() -> dict[str, str]:
    """Word in small letters → concept."""
    return {
        word.casefold(): f"={concept}"
        for concept, words, _ in rows("claim_concepts", 3)[1:]
        for word in words.split("|")
    }


@cache
def _events() -> frozenset[str]:
    """The listed concepts that are something that happens: a verb is among their words."""
    return frozenset(
        f"={concept}"
        for concept, words, _ in rows("claim_concepts", 3)[1:]
        if any(word.islower() and word.endswith("n") for word in words.split("|"))
    )


@lru_cache(CACHE)
def event_of(lemma: str) -> str | None:
    """The concept of what a noun says to happen: "Entsendung", "Truppenentsendung"; else None."""
    if found := _listed().get(lemma.casefold()):
        return found if found in _events() else None
    if parts := compound_concepts(lemma):
        return parts[-1] if parts[-1] in _events() else None
    return concept_of(lemma, "NOUN") if lemma.endswith(_ACTION_ENDINGS) else None


def is_listed(lemma: str) -> bool:
    """Whether a word stands in the table of concepts."""
    return lemma.casefold() in _listed()


@lru_cache(CACHE)
def concept_of(lemma: str, pos: str) -> str:
    """The concept of a word: listed, a state, or its root."""
    small = lemma.casefold()
    if found := _listed().get(small):
        return found
    if pos in ("PROPN", "NOUN", "ADJ") and (state := read_state(lemma)):
        return f"@{state.state}"
    return _root(small, pos)


def _root(small: str, pos: str) -> str:
    if pos in ("VERB", "AUX"):
        small = small[:-2] if small.endswith("en") else small.removesuffix("n")
        return small.removesuffix("e")
    if pos in ("NOUN", "PROPN"):
        for ending in _NOMINAL_ENDINGS:
            if small.endswith(ending) and len(small) - len(ending) >= 4:
                return small.removesuffix(ending)
        return small.removesuffix("en") if len(small) > 6 else small
    if pos == "ADJ":
        for ending in ("er", "en", "em", "es", "e"):
            if small.endswith(ending) and len(small) - len(ending) >= 4:
                return small.removesuffix(ending)
    return small


@lru_cache(CACHE)
def compound_concepts(lemma: str) -> tuple[str, ...]:
    """The concepts of the parts of a compound: "Waffenlieferung" is *waffe* and *liefern*.

    Parts that are not listed are left out; a part may be followed by s, n, en, er or es.
    """
    small = lemma.casefold()
    table = _listed()
    for start in range(SHORTEST_HEAD, len(small) - SHORTEST_TAIL + 1):
        if tail := table.get(small[start:].lstrip("-")):
            head = _head_concept(small[:start].rstrip("-"))
            return (head, tail) if head else (tail,)
    return ()


def _head_concept(head: str) -> str | None:
    """The concept of the first part of a compound, whatever joins it to the next."""
    table = _listed()
    for joint in ("", "s", "n", "en", "er", "es"):
        stem = head.removesuffix(joint) if joint and head.endswith(joint) else head
        for form in (stem, stem + "e"):
            if len(form) >= SHORTEST_HEAD and form in table:
                return table[form]
    return None
