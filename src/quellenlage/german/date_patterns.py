"""The patterns of dates: rows of word classes in `data/date_patterns.tsv`, compiled once.

A pattern names classes of words; `[ ]` encloses what is marked (twice: two expressions), `?`, `*`,
`|` and `( )` are those of regular expressions, `!X` and `<!X` forbid a class after or before. A
sentence becomes a string with one letter for each word, so a pattern is an ordinary regular
expression over that string. The first row that fits at a word wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple, TypeVar

from quellenlage.german.date_lexicon import STRONG, TimeWord, classes
from quellenlage.german.tables import rows

__all__ = ["Found", "find_patterns"]

_OTHER = "."
_AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")
"""What a pattern forbids or asks for around it, in a regular expression."""
REACH = 8
"""Words around a word of time in which its pattern may begin or end; the longest pattern has 12."""
Built = TypeVar("Built")
_NAMES = sorted(classes())
_LETTERS = {name: chr(0x4E00 + number) for number, name in enumerate(_NAMES)}
_MACROS = {
    "U1": "(YR|YRG|UNIT|DAY|WEEK|MON|QUARTER|CENT|MILL)",
    "UN": "(YRS|UNITS|DAYS|PARTS|WEEKENDS|SEASONS)",
    "COUNT": "(NUM|ONE|YEAR|SOME)",
    "MORETHAN": "(MORE THAN)",
    "ADJS": "(ADJ|EARLY|LANG|WHOLE|NTH)",
    "REL": "(LAST|NEXT|THIS|AFTER)",
    "OFYEAR": "(YEAR|(ART? YRG YEAR)|(ART? REL YRG)|(ART YRG)|(CON PREVYEAR))",
    "OFPART": "(PART|NIGHT|LOWPART|TOMORROW|SETPART)",
}


class Found(NamedTuple):
    """A pattern that fits: its builder, the first and last word, and what is marked in it."""

    builder: str
    words: Sequence[TimeWord | None]
    start: int
    end: int
    extents: tuple[tuple[int, int], ...]

    def value(self, *kinds: str) -> str | None:
        """The value of the first word of one of these classes."""
        for word in self.words[self.start : self.end]:
            if word is not None and word.kind in kinds:
                return word.value
        return None

    def all_values(self, *kinds: str) -> list[str]:
        """The values of all words of these classes, in order."""
        return [w.value for w in self.words[self.start : self.end] if w and w.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Whether there is a word of one of these classes."""
        return self.value(*kinds) is not None

    def kinds(self) -> list[str]:
        """The classes of all words, in order."""
        return [word.kind if word else "" for word in self.words[self.start : self.end]]


class _Pattern(NamedTuple):
    builder: str
    regex: re.Pattern[str]


def _compiled(pattern: str) -> str:
    """A pattern as a regular expression over letters."""
    for _ in range(3):
        for name, meaning in _MACROS.items():
            pattern = re.sub(rf"(?<![A-Z0-9]){name}(?![A-Z0-9])", meaning, pattern)
    parts: list[str] = []
    for sign in re.findall(r"<!|[A-Z]+[0-9]?|\S", pattern):
        if sign[0].isalpha():
            letter = _LETTERS[sign]
            if parts and parts[-1] in ("!", "<!"):
                letter = f"(?{'!' if parts.pop() == '!' else '<!'}{letter})"
            parts.append(letter)
        else:
            parts.append({"[": "(", "]": ")", "(": "(?:"}.get(sign, sign))
    return re.sub(r"<(\(\?:[^()]*\)|[^(<!=])", r"(?<=\1)", "".join(parts))


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(builder, re.compile(_compiled(pattern)))
        for builder, pattern, _ in rows("date_patterns", 3)
    )


class _Openings(NamedTuple):
    """The patterns that can begin with a class of words."""

    patterns: tuple[_Pattern, ...]
    joined: re.Pattern[str]
    """All in one; the number of the group that closes it tells the first that fits."""


@cache
def _openings() -> dict[str, _Openings]:
    """By the letters that patterns begin with; most words of a text are none of them."""
    found: dict[str, list[_Pattern]] = {}
    for pattern in _patterns():
        signs = _AROUND.sub("", pattern.regex.pattern).replace("?:", "")
        for letter in _openers([*reversed(signs)])[0]:
            found.setdefault(letter, []).append(pattern)
    return {letter: _Openings(tuple(own), _joined(own)) for letter, own in found.items()}


def _openers(signs: list[str]) -> tuple[set[str], bool]:
    """The letters that a pattern, or what is left of a group, can begin with, and whether it may be
    empty; its signs are taken off the end of a reversed list."""
    letters, empty = set[str](), False
    own, bare = set[str](), True
    while signs and (sign := signs.pop()) != ")":
        if sign == "|":
            letters, empty = letters | own, empty or bare
            own, bare = set(), True
            continue
        first, optional = _openers(signs) if sign == "(" else ({sign}, False)
        if signs and signs[-1] in "?*":
            signs.pop()
            optional = True
        if bare:
            own, bare = own | first, optional
    return letters | own, empty or bare


def _joined(patterns: Sequence[_Pattern]) -> re.Pattern[str]:
    inner = (re.sub(r"(?<!\\)\((?!\?)", "(?:", p.regex.pattern) for p in patterns)
    return re.compile("|".join(f"{pattern}()" for pattern in inner))


@cache
def _strong() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_LETTERS[name] for name in STRONG)}]")


def letters_of(words: Sequence[TimeWord | None]) -> str:
    """A sentence as a string with one letter for each word."""
    return "".join(_LETTERS[word.kind] if word else _OTHER for word in words)


def find_patterns(
    words: Sequence[TimeWord | None], build: Callable[[Found], list[Built] | None]
) -> list[Built]:
    """What is built of a sentence, in order; where `build` gives None the next pattern is tried."""
    letters = letters_of(words)
    results: list[Built] = []
    for first, last in _windows(letters):
        position, within = first, letters[:last]
        while position < last:
            start, position = position, position + 1
            if (openings := _openings().get(letters[start])) is None:
                continue
            for found in _at(words, openings, within, start):
                built = build(found)
                if built is not None:
                    results += built
                    position = max(found.end, position)
                    break
    return results


def _windows(letters: str) -> Iterator[tuple[int, int]]:
    """The stretches around words of time, joined where they touch."""
    first = last = -1
    for match in _strong().finditer(letters):
        start = max(match.start() - REACH, 0)
        if first >= 0 and start > last:
            yield first, last
            first = -1
        first = start if first < 0 else first
        last = match.end() + REACH
    if first >= 0:
        yield first, min(last, len(letters))


def _at(
    words: Sequence[TimeWord | None], openings: _Openings, letters: str, start: int
) -> Iterator[Found]:
    """What fits at a word: by the first pattern that fits, then by those behind it."""
    if first := openings.joined.match(letters, start):
        for pattern in islice(openings.patterns, (first.lastindex or 1) - 1, None):
            if match := pattern.regex.match(letters, start):
                extents = tuple(span for span in match.regs[1:] if span[0] >= 0)
                yield Found(pattern.builder, words, start, match.end(), extents)
