"""Word pieces: the units the encoder reads, as in BERT (Devlin et al. 2019).

A token is parted into words, numbers and single marks; each is spelled with the longest pieces of
the vocabulary, from left to right. A piece that goes on within a word is written with `##`.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

__all__ = ["BEGIN", "END", "HIDDEN", "PADDING", "SPECIAL", "UNKNOWN", "PieceTable", "parts"]

PADDING, UNKNOWN, BEGIN, END, HIDDEN = range(5)
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
"""The first entries of the vocabulary, in the order of their numbers."""
LONGEST_WORD = 60
"""Characters of a word that are spelled; what is longer is an address or debris."""

_PART = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


def parts(text: str) -> list[str]:
    """The words, numbers and single marks of a text, in order."""
    return _PART.findall(text)


class PieceTable:
    """A vocabulary of pieces; spells tokens with them."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.vocabulary = tuple(vocabulary)
        self._number = {piece: number for number, piece in enumerate(self.vocabulary)}
        self._spelled = lru_cache(200_000)(self._spell)

    @classmethod
    def read(cls, path: Path) -> PieceTable:
        """The vocabulary of a file, one piece a line, packed with xz."""
        with lzma.open(path, "rt", encoding="utf-8") as file:
            return cls(file.read().split("\n"))

    def pieces(self, token: str) -> list[int]:
        """The numbers of the pieces of one token, at least one."""
        found = [number for part in parts(token) for number in self._spelled(part)]
        return found or [UNKNOWN]

    def rows(self, tokens: Iterable[str]) -> list[list[int]]:
        """The pieces of every token."""
        return [self.pieces(token) for token in tokens]

    def _spell(self, word: str) -> tuple[int, ...]:
        """The longest pieces from the left; a word that cannot be spelled to its end is unknown."""
        word = word[:LONGEST_WORD]
        found: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._number.get(mark + word[start:end])
                if number is not None:
                    break
            else:
                return (UNKNOWN,)
            found.append(number)
            start = end
        return tuple(found)
