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


class _Views(NamedTuple):
    """The features of a word form, as seen from itself and from its neighbours."""

    own: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    far_left: tuple[str, ...]
    far_right: tuple[str, ...]


def shape(word: str) -> str:
    """The shape of a word, runs shortened: "Berlin-Besuch" is "Xx-Xx", "1.500" is "0.0"."""
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


@lru_cache(CACHE)
def _known_views(word: str, known: frozenset[str]) -> _Views:
    """The features of a word that a model has weights for."""
    return _Views(*(tuple(name for name in part if name in known) for part in _views(word)))


@lru_cache(CACHE)
def _views(word: str) -> _Views:
    word = _DIGIT.sub("0", word)
    low = word.lower()
    form = shape(word)
    clusters = clusters_of(word)
    own = ["b", f"w:{low}", f"s:{form}", f"W:{word}"]
    own += [f"e{n}:{low[-n:]}" for n in (1, 2, 3, 4, 5) if len(low) > n]
    own += [f"a{n}:{low[:n]}" for n in (1, 2, 3, 4) if len(low) > n]
    own += [f"c{n}:{cluster}" for n, cluster in enumerate(clusters)]
    if "-" in low:
        own.append(f"h:{low.rsplit('-', 1)[1]}")
    near = [f"w:{low}", f"s:{form}", f"e2:{low[-2:]}", f"e3:{low[-3:]}"]
    near += [f"c{n}:{cluster}" for n, cluster in enumerate(clusters)]
    far = [f"w:{low}", *(f"c{n}:{cluster}" for n, cluster in enumerate(clusters[:1]))]
    return _Views(
        tuple(own),
        tuple(f"-1:{feature}" for feature in near),
        tuple(f"+1:{feature}" for feature in near),
        tuple(f"-2:{feature}" for feature in far),
        tuple(f"+2:{feature}" for feature in far),
    )
