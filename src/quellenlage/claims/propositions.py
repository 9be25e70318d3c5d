"""Propositions: a claim in a sentence of its own, without its speaker.

The text is made from one passage, never from two: the one that asserts plainly in a main clause,
names most of what the claim's passages name, and is short. Its frame is left out; Konjunktiv
becomes indicative ("sie seien gereist" → "sie sind gereist", they have travelled).
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.claims.features import Features, Vector
from quellenlage.claims.stances import Holding
from quellenlage.german.indicative import indicative_text
from quellenlage.model import Article, Word

__all__ = ["best_passage", "proposition_text"]

GOOD_LENGTH = range(5, 26)
"""Words of a readable proposition."""


def best_passage(
    items: Sequence[tuple[Features, Vector, Holding]],
) -> int:
    """The place of the passage whose wording stands for the claim."""
    return max(range(len(items)), key=lambda place: (_fitness(items, place), -place))


def _fitness(items: Sequence[tuple[Features, Vector, Holding]], place: int) -> float:
    features, vector, held = items[place]
    content = [word for word in features.passage.content if word.pos != "PUNCT"]
    central = sum(
        value * sum(other.get(key, 0.0) for _, other, _ in items) for key, value in vector.items()
    ) / len(items)
    return (
        central
        + 0.5 * (held.stance in ("asserts", "expects"))
        + 0.3 * (len(content) in GOOD_LENGTH)
        - 0.4 * features.passage.headline
        - 0.2 * any(word.pos == "PRON" for word in content[:2])
        - 0.8 * held.formula
    )


def proposition_text(features: Features, article: Article) -> str:
    """The passage as a sentence in the indicative, without frame and quotation marks."""
    words = features.passage.content or features.passage.words
    return indicative_text(_trimmed(words), article.text)


def _trimmed(words: Sequence[Word]) -> list[Word]:
    """The words without the marks around them."""
    kept = list(words)
    while kept and kept[0].pos == "PUNCT":
        kept.pop(0)
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    return kept
