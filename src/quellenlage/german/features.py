"""What the sequence models see of a word: its form, endings, shape and word clusters.

The same features serve training and running, so that the two cannot drift apart. What depends on
the word alone is computed once for each form; a token's features are its own and, under other
names, a part of those of its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quellenlage.encoder import SequenceModel
from quellenlage.german.clusters import clusters_of

__all__ = ["FormScores", "sequence_features", "shape"]

CACHE = 60_000
FORMS = 20_000
"""Forms whose sums are kept, 17 MB a model."""
_DIGIT = re.compile(r"\d")
_SHAPE = (
    (re.compile(r"[A-ZÄÖÜ]+"), "X"),
    (re.compile(r"[a-zäöüß]+"), "x"),
    (re.compile(r"\d+"), "0"),
)


_ENDS = tuple((size, f"e{size}:") for size in (1, 2, 3, 4, 5))
_BEGINS = tuple((size, f"a{size}:") for size in (1, 2, 3, 4))
_PLAIN = re.compile(r"([A-ZÄÖÜ]*)([a-zäöüß]*)")
"""Most words are capitals and small letters, in this order: their shape needs no replacing."""


class _Views(NamedTuple):
    """The features of a word form, as seen from itself and from its neighbours."""

    own: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    far_left: tuple[str, ...]
    far_right: tuple[str, ...]


def shape(word: str) -> str:
    """The shape of a word, runs shortened: "Berlin-Besuch" is "Xx-Xx", "1.500" is "0.0"."""
    if plain := _PLAIN.fullmatch(word):
        return "Xx"[not plain.group(1) : 1 + bool(plain.group(2))]
    for pattern, sign in _SHAPE:
        word = pattern.sub(sign, word)
    return word[:8]


def sequence_features(words: Sequence[str]) -> list[list[str]]:
    """The features of every word of a sentence, as training sees them."""
    padded = [_NOWHERE, _START, *map(_views, words), _END, _NOWHERE]
    return [
        [*view.own, *before.left, *after.right, *far_before.far_left, *far_after.far_right]
        for far_before, before, view, after, far_after in zip(
            padded, padded[1:], padded[2:], padded[3:], padded[4:], strict=False
        )
    ]


_NOWHERE = _Views((), (), (), (), ())
_START = _NOWHERE._replace(left=("-1:^",))
_END = _NOWHERE._replace(right=("+1:$",))
_PREFIXES = ("", "-1:", "+1:", "-2:", "+2:")
"""How the features of a word are called at the word itself, after it and before it."""
_STEPS = (0, -1, 1, -2, 2)
"""Where the word that gives them stands, seen from the word that has them."""
_DISTANCES = (0, 1, 1, 2, 2)
"""How far that is."""
_Names = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_NONE, _FIRST, _LAST = 0, 1, 2
_EDGES: dict[str, _Names] = {
    " ": ((" ",), (" ",), (" ",)),
    " ^": ((" ",), ("^",), (" ",)),
    " $": ((" ",), ("$",), (" ",)),
}
"""The first rows: beyond a sentence, before and behind its words; " " is no feature's name."""


class FormScores:
    """What a sequence model says of words, added up once for each form and place beside it."""

    def __init__(self, model: SequenceModel) -> None:
        self.model = model
        self._rows: dict[str, int] = {}
        self._table: NDArray[np.float64] = np.zeros((0, 0, 0))

    def __call__(self, sentences: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """(words of all sentences, labels)."""
        if not self._rows or len(self._rows) > FORMS:
            self._rows = {}
            self._add(_EDGES)
        forms = dict.fromkeys(form for words in sentences for form in words)
        self._add({form: _names(form) for form in forms if form not in self._rows})
        row, places = [_NONE], list[int]()
        for words in sentences:
            places.extend(range(len(row) + 1, len(row) + 1 + len(words)))
            row += (_FIRST, *map(self._rows.__getitem__, words), _LAST, _NONE)
        at, rows = np.array(places, dtype=np.int64), np.array(row, dtype=np.int64)
        found = np.zeros((len(at), len(self.model.labels)))
        for side, step in enumerate(_STEPS):
            found += self._table[rows[at + step], side]
        return found

    def _add(self, forms: Mapping[str, _Names]) -> None:
        """Adds up the features of new forms."""
        if not forms:
            return
        first = len(self._rows)
        self._rows.update(zip(forms, range(first, first + len(forms)), strict=False))
        new = self._sums(forms.values())
        if len(self._rows) > len(self._table):
            room = np.zeros((2 * len(self._rows), *new.shape[1:]))
            room[:first] = self._table[:first] if first else 0
            self._table = room
        self._table[first : len(self._rows)] = new

    def _sums(self, forms: Iterable[_Names]) -> NDArray[np.float64]:
        """(forms, sides, labels): the weights of some forms' features, added up."""
        numbers, rows_of = self._sides
        unknown = len(numbers)
        seen = []
        for names in zip(*forms, strict=True):
            known = map(numbers.get, chain.from_iterable(names), repeat(unknown))
            starts = np.cumsum([0, *map(len, names[:-1])])
            seen.append((np.fromiter(known, np.int64), starts))
        sums = [
            self.model.sums(rows[seen[distance][0]], seen[distance][1])
            for rows, distance in zip(rows_of, _DISTANCES, strict=True)
        ]
        return np.stack(sums, axis=1)

    @cached_property
    def _sides(self) -> tuple[dict[str, int], NDArray[np.int64]]:
        """A number for the name of every feature at the word that gives it, and (sides, names): the
        row that the feature has in the model, seen from there."""
        numbers: dict[str, int] = {}
        found = []
        for name, row in self.model.field.features.items():
            prefix = next(filter(name.startswith, _PREFIXES[1:]), "")
            number = numbers.setdefault(name[len(prefix) :], len(numbers))
            found.append((_PREFIXES.index(prefix), number, row))
        rows = np.full((len(_PREFIXES), len(numbers) + 1), self.model.NOTHING, dtype=np.int64)
        sides, known, own = np.array(found, dtype=np.int64).T
        rows[sides, known] = own
        return numbers, rows


@lru_cache(CACHE)
def _views(word: str) -> _Views:
    """All features of a word, as training sees them."""
    own, near, far = _names(word)
    named = zip((own, near, near, far, far), _PREFIXES, strict=True)
    return _Views(*(tuple(prefix + name for name in names) for names, prefix in named))


@lru_cache(CACHE)
def _names(word: str) -> _Names:
    """The features of a form: for itself, for its neighbours, for those behind them."""
    if not word.isalpha():
        word = _DIGIT.sub("0", word)
    low = word.lower()
    form = shape(word)
    clusters = _named_clusters(clusters_of(word))
    size = len(low)
    own = ["b", f"w:{low}", f"s:{form}", f"W:{word}"]
    own += [mark + low[-n:] for n, mark in _ENDS if size > n]
    own += [mark + low[:n] for n, mark in _BEGINS if size > n]
    own += clusters
    if "-" in low:
        own.append(f"h:{low.rsplit('-', 1)[1]}")
    near = (own[1], own[2], f"e2:{low[-2:]}", f"e3:{low[-3:]}", *clusters)
    return tuple(own), near, (own[1], *clusters[:1])


@lru_cache(CACHE)
def _named_clusters(clusters: tuple[str, ...]) -> tuple[str, ...]:
    """Clusters as features, each with the number of its grain."""
    return tuple([f"c{grain}:{cluster}" for grain, cluster in enumerate(clusters)])
