"""The words of a noun phrase, and what the small ones do: determiners, prepositions, "von"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quellenlage.german.institutions import body_noun
from quellenlage.german.offices import TITLES, given_name_gender, office_noun
from quellenlage.german.references import information_noun, is_word
from quellenlage.german.states import read_state

__all__ = [
    "QUOTES",
    "after_preposition",
    "brackets",
    "has_self",
    "is_adjective",
    "is_common",
    "is_possessive",
    "is_preposition",
    "last_line",
    "name_behind",
    "name_end",
    "owner_words",
    "place_state",
    "state_of",
    "state_of_prefix",
    "undetermined",
    "words_of",
]

MOST_WORDS = 60
"""A longer span is no speaker's name; only this much of it is read."""
_WORD = re.compile(r"[^\W_]+(?:[.\-‐‑'’&/][^\W_]+)*\.?(?:-(?=\s))?|[(),;:]")
QUOTES = re.compile(r"[\"„“”»«‚‘‹›]")
PREPOSITIONS = frozenset(
    [
        "von",
        "vom",
        "der",
        "des",
        "in",
        "im",
        "aus",
        "bei",
        "beim",
        "für",
        "an",
        "am",
        "zu",
        "zum",
        "zur",
        "über",
        "um",
    ]
)
ABOUT = frozenset(["über", "zu", "zum", "zur", "für", "um", "an", "am"])
PLACE_PREPOSITIONS = frozenset(["in", "aus", "von", "im"])
NAME_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "di",
        "da",
        "del",
        "della",
        "dos",
        "bin",
        "ibn",
        "al",
        "el",
        "zu",
        "zur",
        "le",
        "la",
    ]
)


def words_of(text: str) -> list[str]:
    """The words of a phrase, with commas and brackets; quotation marks aside."""
    return _WORD.findall(QUOTES.sub(" ", text))[:MOST_WORDS]


def brackets(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words outside and inside brackets."""
    main: list[str] = []
    inside: list[str] = []
    depth = 0
    for word in words:
        if word in "()":
            depth = 1 if word == "(" else 0
        else:
            (inside if depth else main).append(word)
    return main, inside


def is_adjective(word: str, place: int) -> bool:
    """Whether a word can be an adjective before a noun; the first may have a capital letter."""
    if word[:1].islower():
        return True
    found = read_state(word) if place == 0 else None
    return found is not None and found.how == "adjective"


def undetermined(words: Sequence[str]) -> list[str]:
    """The words without the determiners, particles and possessives they begin with."""
    core = list(words)
    while len(core) > 1 and (
        is_word(core[0], "determiner")
        or is_word(core[0], "indefinite")
        or is_word(core[0], "particle")
        or is_possessive(core[0])
        or core[0] in ",;:"
    ):
        core = core[1:]
    return core


def is_possessive(word: str) -> bool:
    """Whether a word says whose: "seine", "unserem"."""
    return word.casefold() in _possessives()


@cache
def _possessives() -> frozenset[str]:
    """Every form of the words that say whose."""
    stems = ("mein", "sein", "ihr", "unser", "unsr", "euer", "eur", "dein")
    return frozenset(
        f"{stem}{ending}"
        for stem in stems
        if is_word(stem, "possessive") or stem in {"unsr", "eur", "dein"}
        for ending in ("", "e", "er", "en", "em", "es")
    )


def has_self(words: Sequence[str]) -> bool:
    """Whether a phrase is about somebody's own: "eigenen Angaben"."""
    return any(word.casefold().startswith("eigen") for word in words[:2])


def is_preposition(word: str) -> bool:
    """Whether a word is a preposition or an article that opens a genitive."""
    return word.casefold() in PREPOSITIONS and word[:1].islower()


def after_preposition(words: Sequence[str]) -> list[str]:
    """What follows an information noun, if it names an owner: "der Polizei", "aus Seoul"."""
    rest = list(words)
    if not rest or rest[0] in ",;:" or (rest[0][:1].islower() and not opens_owner(rest[0])):
        return []
    if rest[0] in ABOUT:
        return []
    while rest and is_preposition(rest[0]) and len(rest) > 1 and rest[0] not in {"der", "des"}:
        rest = rest[1:]
    return rest


def name_behind(behind: Sequence[str]) -> list[str]:
    """What stands behind a body's noun and can belong to its name; a figure or verb ends it."""
    kept: list[str] = []
    for word in behind:
        small = word[:1].islower()
        if word in {"und", "sowie"} and _goes_on(kept):
            kept.append(word)
            continue
        ends = word[:1].isdigit() or word == "," or word in TITLES
        if ends or (small and not opens_owner(word)):
            break
        kept.append(word)
    while kept and kept[-1][:1].islower():
        kept = kept[:-1]
    return kept


def _goes_on(kept: Sequence[str]) -> bool:
    """Whether "und" belongs to a name: "für Intensiv- und Notfallmedizin", "für Bau und Sport"."""
    return bool(kept) and (kept[-1].endswith("-") or "für" in kept)


def opens_owner(word: str) -> bool:
    return (
        is_preposition(word)
        or is_word(word, "determiner")
        or is_word(word, "indefinite")
        or is_possessive(word)
        or bool(read_state(word))
        or word.endswith(("er", "en"))
    )


def owner_words(words: Sequence[str]) -> list[str]:
    """What follows an office and names whose it is; up to a comma."""
    rest = list(words)
    if "," in rest:
        rest = rest[: rest.index(",")]
    if not rest or not (rest[0][:1].isupper() or opens_owner(rest[0])):
        return []
    while rest and is_preposition(rest[0]) and rest[0] not in {"der", "des"} and len(rest) > 1:
        rest = rest[1:]
    return rest


def name_end(core: Sequence[str], start: int) -> int:
    """Where a name that begins before or at `start` ends."""
    end = start
    while end < len(core):
        word = core[end]
        particle = word in NAME_PARTICLES and end + 1 < len(core) and core[end + 1][:1].isupper()
        if particle and word in {"von", "der", "zu", "zur"} and end > start:
            break
        if not particle and not word[:1].isupper():
            break
        surname = end == start + 1 and given_name_gender(core[start]) and word.endswith("mann")
        if word[:1].isupper() and is_common(word) and end > start and not surname:
            break
        end += 1
    return end


def is_common(word: str) -> bool:
    """Whether a capitalised word is a noun we know, and so no part of a person's name."""
    noun = body_noun(word)
    return bool(
        (noun and (not noun.prefix or "-" in word))
        or information_noun(word)
        or office_noun(word)
        or read_state(word)
    )


def state_of(words: Sequence[str]) -> str:
    """The state that an adjective or genitive among the words names."""
    for word in reversed(words):
        if found := read_state(word):
            return found.state
        if "-" in word and (found := read_state(word.split("-")[0])):
            return found.state
    return ""


def state_of_prefix(prefix: str) -> str:
    """The state that the first part of a compound names: "US-Geheimdienst"."""
    found = read_state(prefix.split("-")[0]) if prefix else None
    return found.state if found and found.how in {"name", "adjective"} else ""


def place_state(behind: Sequence[str]) -> str:
    """The state by a place behind the noun: "in Seoul", "von Norwegen", "der Ukraine"."""
    for place, word in enumerate(behind[:-1]):
        if word.casefold() in PLACE_PREPOSITIONS or word.casefold() in {"der", "des"}:
            for length in (2, 1):
                found = read_state(" ".join(behind[place + 1 : place + 1 + length]))
                if found and found.how in {"name", "seat"}:
                    return found.state
    found = read_state(behind[0]) if behind else None
    return found.state if found and found.how == "name" else ""


def last_line(text: str) -> str:
    """A phrase without a heading glued before it: what begins anew with "Der", "Die", "Das"."""
    return re.split(r"\n+(?=(?:Der|Die|Das|Ein|Eine)\s)", text)[-1]
