"""Verbs that tell nothing new: participles that are epithets."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.model import Word

__all__ = ["is_epithet"]

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def is_epithet(words: Sequence[Word], place: int) -> bool:
    """Whether a verb is a participle before its noun: "die in Bonn stationierten neuen Helfer".

    A form that may be finite is one only behind an article that a preposition follows.
    """
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or after.pos not in _NOMINAL:
        return False
    return not words[place].finite or _opens_attribute(words[:place])


def _opens_attribute(words: Sequence[Word]) -> bool:
    """Whether an article and a preposition stand in it with no verb or mark behind: "die in"."""
    for place in range(len(words) - 1, 0, -1):
        word, before = words[place], words[place - 1]
        if word.finite or word.pos == "PUNCT":
            return False
        if word.pos == "ADP" and before.pos == "DET":
            return True
    return False
