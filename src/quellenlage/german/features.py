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


def sequence_features(words: Sequence[str]) -> list[list[str]]:
    """The features of every word of a sentence."""
    views = [_views(word) for word in words]
    count = len(views)
    result = []
    for index, view in enumerate(views):
        features = list(view.own)
        features += views[index - 1].left if index else _START
        features += views[index + 1].right if index + 1 < count else _END
        if index > 1:
            features += views[index - 2].far_left
        if index + 2 < count:
            features += views[index + 2].far_right
        result.append(features)
    return result


_START = ("-1:^",)
_END = ("+1:$",)


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
