"""Persons who speak: their offices and roles, and the gender that given names suggest."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from quellenlage.german.tables import CACHE, rows

__all__ = [
    "TITLES",
    "Office",
    "feminine_office",
    "given_name_gender",
    "names_people",
    "office_noun",
]

TITLES = frozenset(row[0] for row in rows("titles", 2)[1:])
"""Words before a name that say nothing about whom somebody speaks for."""
_AGENTS = tuple(row[0] for row in rows("agent_endings", 2)[1:])
_THINGS = ("wasser", "feuer", "wetter", "kilometer", "meter", "computer", "hunger", "ufer", "alter")
SHORTEST_OFFICE = 4
MASCULINE_ENDINGS = ("", "s", "es", "n", "en", "e", "ern")
FEMININE_ENDINGS = ("", "nen")
_UMLAUTS = str.maketrans("äöü", "aou")


class Office(msgspec.Struct, frozen=True):
    """An office or role; `prefix` is what a compound has before it, `gender` that of the form."""

    noun: str
    gender: str
    kind: str
    speaks: str
    prefix: str = ""


@cache
def _offices() -> dict[str, Office]:
    """Every form of every office, in small letters; the masculine form names the office."""
    found: dict[str, Office] = {}
    for noun, feminine, kind, speaks, _ in rows("offices", 5)[1:]:
        for form in _forms(feminine, FEMININE_ENDINGS):
            found.setdefault(form, Office(noun, "f", kind, speaks))
        for form in _forms(noun, MASCULINE_ENDINGS):
            found.setdefault(form, Office(noun, "m", kind, speaks))
        if noun.removesuffix("r") == feminine or noun == "Beamter":
            stem = noun.removesuffix("er")
            for form in _forms(stem, ("e", "en", "em", "es")):
                found.setdefault(form, Office(noun, "m", kind, speaks))
    return found


@cache
def _feminine() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("offices", 5)[1:]}


def feminine_office(noun: str) -> str:
    """The form of an office for a woman: "Sprecherin", "Gesandte"."""
    return _feminine().get(noun) or f"{noun}in"


def _forms(noun: str, endings: tuple[str, ...]) -> list[str]:
    return [f"{noun}{ending}".lower() for ending in endings]


@lru_cache(CACHE)
def office_noun(word: str) -> Office | None:
    """The office or role a word names, also inflected or at the end of a compound.

    "US-Verteidigungsminister" is a Minister with the prefix "US-Verteidigungs" (US defence).
    """
    small, offices = word.lower(), _offices()
    if found := offices.get(small):
        return found
    for cut in range(1, len(small) - SHORTEST_OFFICE + 1):
        if found := offices.get(small[cut:]):
            return msgspec.structs.replace(found, prefix=word[:cut])
    umlauted = small.translate(_UMLAUTS)
    return offices.get(umlauted)


@cache
def _given_names() -> dict[str, str]:
    return {
        name.lower(): gender
        for gender, names in rows("given_names", 2)[1:]
        for name in names.split()
    }


def names_people(noun: str) -> bool:
    """Whether a noun that no list has can name people: "Tierschützer", "Reisende", "Kurgäste"."""
    return noun.lower().endswith(_AGENTS) and not noun.lower().endswith(_THINGS)


@lru_cache(CACHE)
def given_name_gender(name: str) -> str | None:
    """`m` or `f` for a known given name; of a double name the first part decides."""
    known = _given_names()
    return known.get(name.lower()) or known.get(name.split("-")[0].lower())
