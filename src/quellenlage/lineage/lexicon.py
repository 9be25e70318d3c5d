"""Words as numbers: the tokens of very many sentences found in bulk, the same word the same number.

A regular expression and a dictionary take a microsecond for every word; here a million letters are
looked at together. What is a token is told by `TOKEN`, which a test holds against this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["TOKEN", "Lexicon"]

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+")
"""The tokens by which reuse is judged: numbers with their separators, words."""
LETTER, DIGIT, JOINT = 1, 2, 4
"""What a character can be: part of a word; a digit, which is that too; a mark within numbers."""
BASE = 0x9E3779B97F4A7C17
"""Base of the polynomial that makes a number of a word; 3 modulo 4, so that letters that change
places change the number."""
HOME_BITS = 21
"""Bits of the number that tell where a word is looked for first: of 600,000 words one in eight
finds its place taken and goes into a dictionary."""
TEXT_BITS = 3
"""In short texts there is a place for every eight letters."""

Codes = NDArray[np.uint32]
Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]


class Lexicon:
    """The words met so far, each with its number."""

    def __init__(self, letters: int) -> None:
        """`letters` tells about how much text is to come."""
        self._bits = min(HOME_BITS, max(1, letters.bit_length() - TEXT_BITS))
        self.words: list[str] = []
        self._other: dict[int, int] = {}
        self._home = np.zeros(1 << self._bits, dtype=np.uint64)
        self._number = np.zeros(1 << self._bits, dtype=np.int32)
        self._powers = np.ones(1, dtype=np.uint64)
        self._inverse = np.ones(1, dtype=np.uint64)

    def numbered(self, texts: Sequence[str]) -> tuple[NDArray[np.int32], Ints]:
        """The word numbers of some texts, one after the other, and how many each has."""
        codes = np.frombuffer("\n".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
        if not len(codes):
            return np.zeros(0, np.int32), np.zeros(len(texts), np.int64)
        small, kinds = _tables(codes)
        begin, end = _bounds(codes, kinds[codes])
        codes = small[codes]
        sizes = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
        first = np.cumsum(sizes + 1) - sizes - 1
        number = np.diff(np.append(np.searchsorted(begin, first), len(begin)))
        return self._numbers(codes, begin, end), number

    def _numbers(self, codes: Codes, begin: Ints, end: Ints) -> NDArray[np.int32]:
        """The number of every token; new words get the next ones, in the order of the texts."""
        hashes = self._hashes(codes, begin, end)
        home = (hashes >> np.uint64(64 - self._bits)).astype(np.int64)
        found = self._number[home]
        missed = np.flatnonzero(self._home[home] != hashes)
        if len(missed):
            found[missed] = self._looked_up(codes, begin, end, (missed, hashes[missed]))
        return found

    def _looked_up(
        self, codes: Codes, begin: Ints, end: Ints, missed: tuple[Ints, Hashes]
    ) -> NDArray[np.int32]:
        """The numbers of tokens that are not where they are looked for first."""
        places, hashes = missed
        unique, first, inverse = np.unique(hashes, return_index=True, return_inverse=True)
        numbers = np.empty(len(unique), dtype=np.int32)
        order = np.argsort(first)
        where = places[first[order]]
        for at, value, start, stop in zip(
            order.tolist(),
            unique[order].tolist(),
            begin[where].tolist(),
            end[where].tolist(),
            strict=True,
        ):
            number = self._other.get(value)
            if number is None:
                number = len(self.words)
                self.words.append(codes[start:stop].tobytes().decode("utf-32-le", "surrogatepass"))
                home = value >> 64 - self._bits
                if self._home[home]:
                    self._other[value] = number
                else:
                    self._home[home], self._number[home] = value, number
            numbers[at] = number
        return numbers[inverse]

    def _hashes(self, codes: Codes, begin: Ints, end: Ints) -> Hashes:
        """A number for each token, other than 0: its letters as the digits of a long number."""
        if len(codes) >= len(self._powers):
            self._powers = _powers(BASE, len(codes) + 1)
            self._inverse = _powers(pow(BASE, -1, 1 << 64), len(codes) + 1)
        sums = np.zeros(len(codes) + 1, dtype=np.uint64)
        np.cumsum(_spread(codes) * self._powers[: len(codes)], dtype=np.uint64, out=sums[1:])
        hashes = (sums[end] - sums[begin]) * self._inverse[begin]
        hashes ^= hashes >> np.uint64(29)
        hashes *= np.uint64(0xBF58476D1CE4E5B9)
        return hashes | np.uint64(1)


def _powers(base: int, number: int) -> Hashes:
    """The powers of a base from 0 on, in 64 bits."""
    factors = np.full(number, base, dtype=np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors)


def _spread(codes: Codes) -> Hashes:
    """A number for each character whose bits tell nothing of its neighbours in the alphabet."""
    values = (codes.astype(np.uint64) + np.uint64(1)) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _tables(codes: Codes) -> tuple[Codes, NDArray[np.uint8]]:
    """For every character that occurs its small letter, and what it can be."""
    used = np.flatnonzero(np.bincount(codes))
    small = np.zeros(int(used[-1]) + 1, dtype=np.uint32)
    kinds = np.zeros(int(used[-1]) + 1, dtype=np.uint8)
    for code in used.tolist():
        character = chr(code)
        lower = character.lower()
        small[code] = ord(lower) if len(lower) == 1 else code
        if character.isdecimal():
            kinds[code] = LETTER | DIGIT
        elif TOKEN.match(lower):
            kinds[code] = LETTER
        elif character in ".,":
            kinds[code] = JOINT
    return small, kinds


def _bounds(codes: Codes, kinds: NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Where the tokens begin and end."""
    inside = (kinds & LETTER).astype(bool)
    begins = inside.copy()
    begins[1:] &= ~inside[:-1]
    digit = (kinds & DIGIT).astype(bool)
    first, last = _runs(digit)
    leading = begins[first]
    first, last = first[leading], last[leading]
    after = last[last + 1 < len(codes)] + 1
    begins[after[inside[after]]] = True
    joined = np.flatnonzero(
        (first[1:] == last[:-1] + 2) & (kinds[np.minimum(last[:-1] + 1, len(kinds) - 1)] == JOINT)
    )
    inside[last[joined] + 1] = True
    begins[first[joined + 1]] = False
    ends = inside.copy()
    ends[:-1] &= ~inside[1:] | begins[1:]
    return np.flatnonzero(begins), np.flatnonzero(ends) + 1


def _runs(flags: Flags) -> tuple[Ints, Ints]:
    """The first and the last place of every run of what is true."""
    first, last = flags.copy(), flags.copy()
    first[1:] &= ~flags[:-1]
    last[:-1] &= ~flags[1:]
    return np.flatnonzero(first), np.flatnonzero(last)
