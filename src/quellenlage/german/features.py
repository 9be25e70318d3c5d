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
FORMS = 40_000
"""Forms whose sums are kept, 34 MB a model; 600 articles of a month have 35,000."""
ROOM = FORMS + 10_000
"""Forms that there is room for from the start, the last article's included: memory that no form
fills is not taken, and nothing is copied while they grow."""
_DIGIT = re.compile(r"\d")
_SHAPE = (
    (re.compile(r"[A-ZÄÖÜ]+"), "X"),
    (re.compile(r"[a-zäöüß]+"), "x"),
    (re.compile(r"\d+"), "0"),
)


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
_GROUPS = ((0,), (1, 2), (3, 4))
"""The sides that have the same features: the word itself, its neighbours, those behind them."""
_Names = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_NONE, _FIRST, _LAST = 0, 1, 2
_EDGES: dict[str, _Names] = {
    " ": ((" ",), (" ",), (" ",)),
    " ^": ((" ",), ("^",), (" ",)),
    " $": ((" ",), ("$",), (" ",)),
}
"""The first rows: beyond a sentence, before and behind its words; " " is no feature's name."""


class FormScores:
    """What sequence models say of words, added up once for each form and place beside it; they may
    be kept from seeing word clusters.

    Models that read the same words are asked together: their labels stand side by side, and the
    features of a form are named and looked up once for all.
    """

    def __init__(self, *models: SequenceModel, clusters: bool = True) -> None:
        self.models = models
        self._clusters = clusters
        self._rows: dict[str, int] = {}
        self._table: NDArray[np.float64] = np.zeros((0, 0, 0))

    def __call__(self, sentences: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """(words of all sentences, labels of all models, one model after the other)."""
        if not self._rows or len(self._rows) > FORMS:
            self._rows = {}
            self._add(_EDGES)
        forms = dict.fromkeys(chain.from_iterable(sentences))
        new = [form for form in forms if form not in self._rows]
        self._add({form: _names(form, self._clusters) for form in new})
        row = [_NONE]
        for words in sentences:
            row += (_FIRST, *map(self._rows.__getitem__, words), _LAST, _NONE)
        rows = np.array(row, dtype=np.int64)
        places = np.flatnonzero(rows > _LAST)
        found = np.zeros((len(places), self._table.shape[2]))
        for side, step in zip(self._table, _STEPS, strict=True):
            found += side.take(rows[places + step], axis=0)
        return found

    def _add(self, forms: Mapping[str, _Names]) -> None:
        """Adds up the features of new forms."""
        if not forms:
            return
        first = len(self._rows)
        self._rows.update(zip(forms, range(first, first + len(forms)), strict=False))
        new = self._sums(forms.values())
        if len(self._rows) > self._table.shape[1]:
            room = np.zeros((len(new), max(ROOM, 2 * len(self._rows)), new.shape[2]))
            room[:, :first] = self._table[:, :first] if first else 0
            self._table = room
        self._table[:, first : len(self._rows)] = new

    def _sums(self, forms: Iterable[_Names]) -> NDArray[np.float64]:
        """(sides, forms, labels): the weights of some forms' features, added up."""
        numbers, weights = self._weights
        sums = []
        for names, known in zip(zip(*forms, strict=True), weights, strict=True):
            counts = np.fromiter(map(len, names), np.int64)
            named = np.arange(counts.max()) < counts[:, None]
            rows = np.full(named.shape, len(numbers), dtype=np.int64)
            found = map(numbers.get, chain.from_iterable(names), repeat(len(numbers)))
            rows[named] = np.fromiter(found, np.int64)
            sums.append(np.add.reduce(known.take(rows, axis=0), 1))
        joined = np.hstack(sums)
        return joined.reshape(len(joined), len(_STEPS), -1).swapaxes(0, 1)

    @cached_property
    def _weights(self) -> tuple[dict[str, int], list[NDArray[np.float64]]]:
        """A number for the name of every feature at the word that gives it; for each distance,
        (names, labels of its sides): the weights that the feature has, seen from there."""
        numbers: dict[str, int] = {}
        placed = [_placed(model, numbers) for model in self.models]
        seen = []
        for model, (sides, known, own) in zip(self.models, placed, strict=True):
            rows = np.full((len(_PREFIXES), len(numbers) + 1), model.NOTHING, dtype=np.int64)
            rows[sides, known] = own
            seen.append(model.field.state[rows])
        joined = np.concatenate(seen, axis=2)
        return numbers, [np.hstack([joined[side] for side in group]) for group in _GROUPS]


def _placed(model: SequenceModel, numbers: dict[str, int]) -> NDArray[np.int64]:
    """(3, features): the side, the number, and the row of every feature of a model; `numbers` gets
    the names that it does not have yet."""
    found = []
    for name, row in model.field.features.items():
        prefix = next(filter(name.startswith, _PREFIXES[1:]), "")
        number = numbers.setdefault(name[len(prefix) :], len(numbers))
        found.append((_PREFIXES.index(prefix), number, row))
    return np.array(found, dtype=np.int64).T


@lru_cache(CACHE)
def _views(word: str) -> _Views:
    """All features of a word, as training sees them."""
    own, near, far = _names(word)
    named = zip((own, near, near, far, far), _PREFIXES, strict=True)
    return _Views(*(tuple(prefix + name for name in names) for names, prefix in named))


def _names(word: str, clustered: bool = True) -> _Names:
    """The features of a form: for itself, for its neighbours, for those behind them."""
    if not word.isalpha():
        word = _DIGIT.sub("0", word)
    low = word.lower()
    form = shape(word)
    clusters = _named_clusters(clusters_of(word) if clustered else ())
    whole, shaped = f"w:{low}", f"s:{form}"
    ends = (
        f"e1:{low[-1:]}",
        f"e2:{low[-2:]}",
        f"e3:{low[-3:]}",
        f"e4:{low[-4:]}",
        f"e5:{low[-5:]}",
    )
    begins = (f"a1:{low[:1]}", f"a2:{low[:2]}", f"a3:{low[:3]}", f"a4:{low[:4]}")
    parts = len(low) - 1
    own = ("b", whole, shaped, f"W:{word}", *ends[:parts], *begins[:parts], *clusters)
    if "-" in low:
        own += (f"h:{low.rsplit('-', 1)[1]}",)
    return own, (whole, shaped, ends[1], ends[2], *clusters), (whole, *clusters[:1])


@lru_cache(CACHE)
def _named_clusters(clusters: tuple[str, ...]) -> tuple[str, ...]:
    """Clusters as features, each with the number of its grain."""
    return tuple([f"c{grain}:{cluster}" for grain, cluster in enumerate(clusters)])
