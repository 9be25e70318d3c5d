"""States and Länder: their names, adjectives, peoples, and the capitals that stand for governments.

"Seoul", "südkoreanisch", "Südkoreas" and "Südkoreaner" all lead to Südkorea. A capital for its
government is a metonym; whether the place or the government is meant is for the caller to say.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

import msgspec

from quellenlage.german.tables import CACHE, rows

__all__ = [
    "PLURAL_STATES",
    "StateWord",
    "adjective_stems",
    "is_land",
    "of_several_states",
    "read_state",
    "state_adjective",
]

How = Literal["name", "adjective", "seat", "people"]
ADJECTIVE_ENDINGS = ("e", "er", "es", "en", "em", "")
PLURAL_STATES = frozenset({"USA", "Niederlande", "Philippinen", "Malediven", "Seychellen"})
"""States that take a plural verb: "die USA warfen"."""


_SEVERAL = re.compile(r"\b(?:der|dieser|aller|vieler|mehrerer|beider)\b.*(?:staaten|länder)$")


@lru_cache(CACHE)
def of_several_states(name: str) -> bool:
    """Whether a body is that of states which the name does not tell apart.

    "Geheimdienste dieser Länder" are, "Behörde der Vereinigten Staaten" is not.
    """
    small = name.casefold()
    return bool(_SEVERAL.search(small)) and read_state(" ".join(name.split()[-2:])) is None


class StateWord(msgspec.Struct, frozen=True):
    """What a word says about a state: which, and in which way."""

    state: str
    how: How


@cache
def _names() -> dict[str, StateWord]:
    """Every name, seat and people, in small letters."""
    found: dict[str, StateWord] = {}
    for name, others, _, people in rows("laender", 4)[1:]:
        _enter(found, [name, *others.split("|")], name, "name")
        _enter(found, _plural_people(people.split("|")), name, "people")
    for name, others, _, seats, people in rows("states", 5)[1:]:
        _enter(found, [name, *others.split("|")], name, "name")
        _enter(found, seats.split("|"), name, "seat")
        _enter(found, _plural_people(people.split("|")), name, "people")
    return found


def _enter(table: dict[str, StateWord], words: list[str], state: str, how: How) -> None:
    for word in filter(None, words):
        table[word.casefold()] = StateWord(state, how)
        if how in {"name", "seat"} and not word.endswith("s"):
            table[f"{word}s".casefold()] = StateWord(state, how)


def _plural_people(people: list[str]) -> list[str]:
    return [word + ending for word in people if word for ending in ("", "n", "s", "innen", "in")]


@cache
def adjective_stems() -> dict[str, str]:
    """The stems of adjectives: "südkoreanisch" → Südkorea."""
    found = {}
    for name, _, adjectives, _ in rows("laender", 4)[1:]:
        found.update(dict.fromkeys(adjectives.casefold().split("|"), name))
    for name, _, adjectives, _, _ in rows("states", 5)[1:]:
        found.update(dict.fromkeys(filter(None, adjectives.casefold().split("|")), name))
    return found


@cache
def _laender() -> frozenset[str]:
    return frozenset(row[0] for row in rows("laender", 4)[1:])


def is_land(state: str) -> bool:
    """Whether this is one of the Länder of a federation, not a state."""
    return state in _laender() and state not in {row[0] for row in rows("states", 5)[1:]}


@lru_cache(CACHE)
def read_state(word: str) -> StateWord | None:
    """What a word or name says about a state; nothing for most words."""
    small = word.casefold().strip("'’")
    if known := _names().get(small):
        return known
    for ending in ADJECTIVE_ENDINGS:
        stem = small.removesuffix(ending) if small.endswith(ending) else ""
        if stem and (state := adjective_stems().get(stem)):
            return StateWord(state, "adjective")
    return None


@lru_cache(CACHE)
def state_adjective(state: str) -> str:
    """The stem of the adjective of a state or Land: Südkorea → südkoreanisch; empty if none."""
    return next((stem for stem, name in adjective_stems().items() if name == state), "")
