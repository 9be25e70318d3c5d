"""What the sequence models see of a word: its form, endings, shape and word clusters.

The same function serves training and running, so that the two cannot drift apart. What depends on
the word alone is computed once for each form; a token's features are its own and, under other
names, a part of those of its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quellenlage.german.clusters import clusters_of

__all__ = ["sequence_features", "shape"]

CACHE = 60_000
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


def sequence_features(words: Sequence[str], known: frozenset[str] | None = None) -> list[list[str]]:
    """The features of every word of a sentence; of those `known`, if only they are wanted."""
    views = [_known_views(word, known) if known else _views(word) for word in words]
    padded = [_NOWHERE, _START, *views, _END, _NOWHERE]
    return [
        [*view.own, *before.left, *after.right, *far_before.far_left, *far_after.far_right]
        for far_before, before, view, after, far_after in zip(
            padded, padded[1:], views, padded[3:], padded[4:], strict=False
        )
    ]


_NOWHERE = _Views((), (), (), (), ())
_START = _NOWHERE._replace(left=("-1:^",))
_END = _NOWHERE._replace(right=("+1:$",))


class _Sides(NamedTuple):
    """The features a model has weights for, by the name they have at the word that gives them."""

    own: dict[str, str]
    left: dict[str, str]
    right: dict[str, str]
    far_left: dict[str, str]
    far_right: dict[str, str]


_PREFIXES = ("", "-1:", "+1:", "-2:", "+2:")
"""How features are called as seen from the word itself and from its neighbours."""


@lru_cache(8)
def _sides(known: frozenset[str]) -> _Sides:
    cut = len(_PREFIXES[1])
    own = {name: name for name in known if not name.startswith(_PREFIXES[1:])}
    near = [{name[cut:]: name for name in known if name.startswith(p)} for p in _PREFIXES[1:]]
    return _Sides(own, *near)


@lru_cache(CACHE)
def _known_views(word: str, known: frozenset[str]) -> _Views:
    """The features of a word that a model has weights for."""
    own, near, far = _names(word)
    sides = _sides(known)
    return _Views(
        tuple([sides.own[name] for name in own if name in sides.own]),
        tuple([sides.left[name] for name in near if name in sides.left]),
        tuple([sides.right[name] for name in near if name in sides.right]),
        tuple([sides.far_left[name] for name in far if name in sides.far_left]),
        tuple([sides.far_right[name] for name in far if name in sides.far_right]),
    )


@lru_cache(CACHE)
def _views(word: str) -> _Views:
    """All features of a word, as training sees them."""
    own, near, far = _names(word)
    named = zip((own, near, near, far, far), _PREFIXES, strict=True)
    return _Views(*(tuple(prefix + name for name in names) for names, prefix in named))


_Names = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@lru_cache(CACHE)
def _names(word: str) -> _Names:
    """The features of a form: for itself, for its neighbours, for those behind them."""
    if not word.isalpha():
        word = _DIGIT.sub("0", word)
    low = word.lower()
    form = shape(word)
    clusters = tuple([f"c{n}:{cluster}" for n, cluster in enumerate(clusters_of(word))])
    size = len(low)
    own = ["b", f"w:{low}", f"s:{form}", f"W:{word}"]
    own += [f"e{n}:{low[-n:]}" for n in (1, 2, 3, 4, 5) if size > n]
    own += [f"a{n}:{low[:n]}" for n in (1, 2, 3, 4) if size > n]
    own += clusters
    if "-" in low:
        own.append(f"h:{low.rsplit('-', 1)[1]}")
    near = (f"w:{low}", f"s:{form}", f"e2:{low[-2:]}", f"e3:{low[-3:]}", *clusters)
    return tuple(own), near, (f"w:{low}", *clusters[:1])
