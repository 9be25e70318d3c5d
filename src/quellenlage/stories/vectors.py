"""Vectors: what an article is about, as weighted words.

The headline counts most, then the first words, then the rest; how much a word tells is known from
news at large (`german.spread`), not from the articles given, so that adding one moves no other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from quellenlage.german.spread import rarity, telling_words
from quellenlage.model import Article

__all__ = ["Vector", "cosine", "signature", "vector"]

Vector = Mapping[str, float]

HEADLINE, LEAD, BODY = 3.0, 2.0, 1.0
"""What a word counts by its place; B-cubed F1 on three days hardly moves from 2 to 5."""
LEAD_WORDS = 60
LETTERS_OF_WORD = 20
"""Letters in which a word is sure to end, with what stands around it."""
LEAST_RARITY = 1.5
"""Words in more than two of nine articles tell no event."""
SIGNATURE = 30
"""The words by which an article is looked up; the rest is only compared."""


def vector(article: Article, most: int) -> Vector:
    """The weighted words of an article, of length one; `most` words of its text are read."""
    heading = article.title or ""
    text = article.text.removeprefix(heading)
    counts: defaultdict[str, float] = defaultdict(float)
    for word, weight in telling_words(heading):
        counts[word] += HEADLINE * weight
    for place, (word, weight) in enumerate(telling_words(text[: most * LETTERS_OF_WORD])):
        if place >= most:
            break
        counts[word] += (LEAD if place < LEAD_WORDS else BODY) * weight
    weighted = {
        word: (1 + math.log(count) if count >= 1 else count) * rarity(word)
        for word, count in counts.items()
        if rarity(word) >= LEAST_RARITY
    }
    length = math.sqrt(sum(value * value for value in weighted.values()))
    return {word: value / length for word, value in weighted.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length one; for sums of them, the sum of all cosines."""
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other.get(word, 0.0) for word, value in one.items())


def signature(words: Vector) -> list[str]:
    """The words that tell most about an article or story."""
    return sorted(words, key=lambda word: (-words[word], word))[:SIGNATURE]
