"""Word clusters: words that the archive uses alike, found without annotation.

A word has one number for each grain, coarse to fine; an unknown word has none.
"""

from __future__ import annotations

import lzma
from functools import cache

from quellenlage.encoder import weights_file

__all__ = ["clusters_of"]

FILE = "clusters.tsv.xz"


@cache
def _table() -> dict[str, tuple[str, ...]]:
    try:
        path = weights_file(FILE)
    except FileNotFoundError:
        return {}
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return {line[0]: tuple(line[1:]) for line in (row.split() for row in file)}


def clusters_of(word: str) -> tuple[str, ...]:
    """The clusters of a word, coarse to fine; those of its form in small letters if unknown."""
    table = _table()
    return table.get(word) or table.get(word.lower()) or ()
