"""Spread: in how many news articles a word stands, and so how much it tells.

"und" stands in all and tells nothing; a name that is not listed stands in hardly any.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache

from quellenlage.german.tables import rows

__all__ = ["plain_word", "rarity", "telling_words", "written_forms"]

UNLISTED = 1.5
"""Of a thousand articles, in how many an unlisted word is taken to stand; the list ends at 6."""
OTHER_WORDS = 0.5
"""What a word in small letters counts against one with a capital, which is a noun or name."""
SHORTEST = 3
_WORD = re.compile(r"[^\W\d_][\w-]+")


@cache
def _spread() -> dict[str, float]:
    return {word: float(number) for word, number in rows("word_spread", 2)}


def rarity(word: str) -> float:
    """How much a word in small letters tells, from 0 (it stands everywhere) to 6.5."""
    return math.log(1000 / _spread().get(word, UNLISTED))


def telling_words(text: str) -> Iterator[tuple[str, float]]:
    """The words of a text, as `plain_word` gives them, each with what it counts by its class."""
    for word in _WORD.findall(text):
        if len(word) >= SHORTEST:
            yield plain_word(word), 1.0 if word[0].isupper() else OTHER_WORDS


def plain_word(word: str) -> str:
    """A word in small letters with its genitive s off: "Belgiens" and "Belgien" are one."""
    small = word.casefold()
    return small[:-1] if small.endswith("s") and len(small) > SHORTEST + 1 else small


def written_forms(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text as `plain_word` gives them, each with the form it is written in."""
    return ((plain_word(word), word) for word in _WORD.findall(text) if len(word) >= SHORTEST)
