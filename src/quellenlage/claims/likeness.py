"""Likeness of origins: two names that may be one body are counted as one.

An origin too many tells an editor that a claim is better founded than it is; one too few only sends
him looking. So names that the resolving of sources left apart, and that may mean one body, count
once: "NCSC" and "Zentrum NCSC" share an acronym, "Bergland" stands in "Klinikum Bergland", and
"die Behörde" may be any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set

from quellenlage.claims.carriers import Groups
from quellenlage.german.institutions import is_generic_body

__all__ = ["counted_once"]

_WORD = re.compile(r"[\w-]+")
_SHORTEST = 4
"""Letters of a word that tells who somebody is; shorter ones are articles and prepositions."""
_ENDINGS = ("es", "en", "er", "em", "s", "n", "e")


def counted_once(
    names: Mapping[str, Set[str]],
    *,
    same: Iterable[tuple[str, str]] = (),
    apart: Set[tuple[str, str]] = frozenset(),
) -> frozenset[str]:
    """One of each group of bodies that may be one; what may be any counts only where it is alone.

    `names` are the bodies with all names under which they speak; `same` are pairs that are known to
    be one, `apart` those known to be two, in order.
    """
    known = sorted(names)
    beside = {body for pair in apart for body in pair}
    telling = [b for b in known if b in beside or not all(map(is_generic_body, names[b]))]
    groups = Groups()
    for one, other in same:
        if one in telling and other in telling:
            groups.join(one, other)
    for number, one in enumerate(telling):
        for other in telling[number + 1 :]:
            alike = any(_may_be_one(a, b) for a in names[one] for b in names[other])
            if alike and (one, other) not in apart:
                groups.join(one, other)
    return frozenset({groups.name(body) for body in telling} or known[:1])


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names share an acronym, or all words of one stand in the other."""
    if _acronyms(one) & _acronyms(other):
        return True
    here, there = _stems(one), _stems(other)
    return bool(here and there) and (here <= there or there <= here)


def _acronyms(name: str) -> set[str]:
    return {word for word in _WORD.findall(name) if len(word) > 1 and word.isupper()}


def _stems(name: str) -> set[str]:
    """The telling words of a name, without endings."""
    found = set()
    for word in _WORD.findall(name.casefold()):
        ending = next((e for e in _ENDINGS if word.endswith(e)), "")
        stem = word.removesuffix(ending)
        if len(stem) >= _SHORTEST:
            found.add(stem)
    return found
