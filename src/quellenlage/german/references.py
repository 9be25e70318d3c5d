"""Words that point back to a speaker, and nouns for what somebody gave out.

"er", "demnach", "den Angaben zufolge"; "Unternehmensangaben", "Schätzungen aus Seoul".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from quellenlage.german.institutions import body_noun
from quellenlage.german.tables import CACHE, rows
from quellenlage.model import Word

__all__ = [
    "InformationNoun",
    "information_noun",
    "is_relative",
    "is_word",
    "names_by_kind",
    "names_several",
    "pronoun_genders",
]

_DEFINITE = frozenset("der die das des dem den".split())

SHORTEST_OWNER = 3
"""Letters that must stand before an information noun in a compound: "NIS" in "NIS-Angaben"."""


class InformationNoun(msgspec.Struct, frozen=True):
    """A noun for what somebody gave out; `owner` is who, where a compound says so."""

    noun: str
    kind: str
    owner: str = ""


@cache
def _kinds() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for word, kind, gender, _ in rows("references", 4)[1:]:
        found.setdefault(kind, {})[word.lower()] = gender
    return found


@lru_cache(CACHE)
def is_word(word: str, kind: str) -> bool:
    """Whether a word is of a kind: determiner, indefinite, particle, anaphor, hearsay, media …"""
    return word.lower() in _kinds()[kind]


def names_several(word: str, kind: str) -> bool:
    """Whether a word of a kind is a plural: "Medien", "Blättern"."""
    return _kinds()[kind].get(word.lower(), "").endswith("p")


def pronoun_genders(word: str) -> str:
    """The genders and numbers a pronoun may point to (`m`, `f`, `n`, `p`); none for other words."""
    return _kinds()["pronoun"].get(word.lower(), "")


def is_relative(word: str) -> bool:
    """Whether a pronoun can open a relative clause: "die Kirche, die das anprangert"."""
    small = word.lower()
    return is_word(small, "determiner") or small.startswith("welch")


@lru_cache(CACHE)
def information_noun(word: str) -> InformationNoun | None:
    """The information noun a word is, or ends with: "NIS-Erkenntnissen" → NIS."""
    small = word.lower()
    for kind in ("hearsay", "media", "insiders", "information"):
        if small in _kinds()[kind]:
            return InformationNoun(small, kind)
    for kind in ("insiders", "information", "media"):
        if not small.endswith(_longest_first(kind)):
            continue
        for noun in _longest_first(kind):
            if small.endswith(noun) and len(small) - len(noun) >= SHORTEST_OWNER:
                return InformationNoun(noun, kind, word[: -len(noun)].rstrip("-"))
    return None


@cache
def _longest_first(kind: str) -> tuple[str, ...]:
    """The words of a kind, the longest first."""
    return tuple(sorted(_kinds()[kind], key=len, reverse=True))


def names_by_kind(words: Sequence[Word], body: str) -> bool:
    """Whether a clause names a body by its kind: "das Unternehmen" a firm, "der Kreis" a district.

    A name without a noun of its own kind is taken for that of a firm.
    """
    own = {noun.noun for part in body.split() if (noun := body_noun(part)) is not None}
    for before, word in pairwise(words):
        if word.pos != "NOUN" or before.text.casefold() not in _DEFINITE:
            continue
        found = body_noun(word.text)
        if found is None or found.prefix:
            continue
        if found.noun in own or (not own and found.kind == "company"):
            return True
    return False
