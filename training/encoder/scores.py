"""How well labels agree with the annotated ones."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["accuracy", "names_of", "strict_f1"]

CLASSES = ("PER", "LOC", "ORG", "OTH")
Rows = Sequence[Sequence[str]]


def names_of(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """The names of the main classes that labels in IOB2 mark; a name may begin with I."""
    found, start = set(), 0
    for place in range(len(labels) + 1):
        before = labels[place - 1][2:] if place else ""
        goes_on = place < len(labels) and place > 0 and labels[place] == f"I-{before}" and before
        if not goes_on:
            if before in CLASSES:
                found.add((start, place, before))
            start = place
    return found


def strict_f1(gold: Rows, found: Rows) -> float:
    """F1 of names with the same words and class."""
    pairs = [(names_of(one), names_of(other)) for one, other in zip(gold, found, strict=True)]
    right = sum(len(one & other) for one, other in pairs)
    both = sum(len(one) + len(other) for one, other in pairs)
    return 2 * right / both if both else 0.0


def accuracy(gold: Rows, found: Rows) -> float:
    """The share of words with the right label."""
    pairs = [
        a == b
        for one, other in zip(gold, found, strict=True)
        for a, b in zip(one, other, strict=False)
    ]
    return sum(pairs) / len(pairs)
