"""Nominative forms of noun phrases: what a source is called, however it stands in the text.

"des deutschen Bauamtes" → "Deutsches Bauamt", "dem Zentrum" → "Zentrum", "informierten Kreisen" →
"informierte Kreise". The steps:

1. the case, by the determiner: *des, eines* open a genitive of a masculine or neuter noun;
2. the noun without its ending: -es behind a sound that takes no bare -s, else -s;
3. the gender, by the noun's last part, else by the determiner;
4. adjectives before it with the strong ending, for names stand without article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from quellenlage.german.states import read_state
from quellenlage.german.tables import CACHE, rows

__all__ = [
    "inflected_adjective",
    "nominative",
    "noun_nominative",
    "paper_nominative",
    "strong_adjective",
    "town_form",
]

_STRONG = {"m": "er", "f": "e", "n": "es", "p": "e"}
_INFLECTED = re.compile(r"(?:e|en|er|em|es)$")
_ADJECTIVE = re.compile(r"^[^\W\d_].*(?:e|en|er|em|es)$")
_GENITIVE = frozenset({"des", "eines", "dieses", "jenes", "jedes"})
_DATIVE_PLURAL = re.compile(r"(?i)(kreise|dienste|verbände|werke|betriebe|institute)n$")
"""Plurals in -e whose dative is in sources' names: "aus Kreisen", "den Diensten"."""
_LONG_GENITIVE = re.compile(r"[^aeiouäöüyrlnhw]es$")
"""A genitive in -es: behind s, ß, x, z, d, t, b, k, p, f, g, m – "Amtes", "Hauses", "Stabes"."""
_IN_E = re.compile(r"(?:äude|ende|erbe|auge)s$")
"""Nouns in -e whose genitive only looks so: "des Gebäudes"."""
_BY_DETERMINER = {"das": "n", "die": "f", "der": "m", "des": "m", "dem": "m", "den": "m"}
SHORTEST_STEM = 3
"""Letters that must remain of a noun without its ending: "des Gas" stays."""


@cache
def _gender_endings() -> tuple[tuple[str, str], ...]:
    """Last parts of nouns and their gender, the longest first."""
    found = [(ending, gender) for ending, gender, _ in rows("noun_genders", 3)[1:]]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@lru_cache(CACHE)
def gender_of(noun: str, determiner: str = "") -> str:
    """The gender of a noun, by its last part, else by the determiner before it."""
    small = noun.lower()
    for ending, gender in _gender_endings():
        if small.endswith(ending):
            return gender
    return _BY_DETERMINER.get(determiner.lower(), "m")


def noun_nominative(noun: str, determiner: str = "") -> str:
    """A noun without the ending of its case, as far as the determiner tells the case."""
    if _DATIVE_PLURAL.search(noun):
        return noun[:-1]
    if determiner.lower() not in _GENITIVE or not noun.endswith("s") or noun.isupper():
        return noun
    if _LONG_GENITIVE.search(noun) and not _IN_E.search(noun) and len(noun) - 2 >= SHORTEST_STEM:
        return noun[:-2]
    short = noun.endswith(("ss", "us", "is")) or len(noun) - 1 < SHORTEST_STEM
    return noun if short else noun[:-1]


def strong_adjective(adjective: str, gender: str, *, capital: bool = False) -> str:
    """An adjective as it stands in a name without article: "deutschen" → "deutsches" (neuter)."""
    stem = _INFLECTED.sub("", adjective)
    word = f"{stem}{_STRONG.get(gender, 'e')}"
    return word[:1].upper() + word[1:] if capital else word


def town_form(word: str) -> bool:
    """Whether an adjective is a town's, which is never inflected: "Kölner"; "Nationaler" is."""
    if not word[:1].isupper() or not word.endswith("er"):
        return False
    state = read_state(word)
    return state is None or state.how != "adjective" or len(word) < len(state.state) + 3


def inflected_adjective(word: str) -> bool:
    """Whether a word before a noun is an adjective with an ending."""
    return bool(_ADJECTIVE.match(word)) and not town_form(word)


def nominative(words: Sequence[str], determiner: str = "") -> str:
    """The name that the words of a noun phrase give, without its determiner."""
    known = bool(determiner)
    place = next((i for i in range(len(words)) if not _before_noun(words, i, known)), None)
    if place is None or words[0][:1].isdigit():
        return " ".join(words)
    noun = noun_nominative(words[place], determiner)
    gender = gender_of(noun, determiner)
    if _DATIVE_PLURAL.search(words[place]) or (determiner.lower() == "die" and _plural(words)):
        gender = "p"
    named = [
        strong_adjective(word, gender) if inflected_adjective(word) else word
        for word in words[:place]
    ]
    name = " ".join([*named, noun, *words[place + 1 :]])
    return name[:1].upper() + name[1:]


def paper_nominative(words: Sequence[str]) -> str:
    """The name of a paper: "der Neuen Inselzeitung", "Neuer Inselzeitung" → "Neue Inselzeitung"."""
    first = words[0]
    inflected = first.endswith("en") or (first.endswith("er") and first.startswith("Neue"))
    if len(words) < 2 or not inflected or not words[1][:1].isupper():
        return " ".join(words)
    return " ".join([strong_adjective(first, gender_of(words[-1])), *words[1:]])


def _before_noun(words: Sequence[str], place: int, determined: bool) -> bool:
    """Whether a word is an adjective before the noun; with a capital too: "des Weißen Hauses"."""
    word = words[place]
    if place + 1 >= len(words):
        return False
    state = read_state(word)
    if word[:1].islower() or (state is not None and state.how == "adjective"):
        return True
    capital = town_form(word) or (determined and word.endswith(("e", "en")) and place == 0)
    return capital and words[place + 1][:1].isupper()


def _plural(words: Sequence[str]) -> bool:
    """Whether an adjective behind *die* ends in -en, which only the plural does."""
    return any(word[:1].islower() and word.endswith("en") for word in words[:-1])
