"""Direction: which of two articles took from the other, where something says so.

The first that fits, told of two articles and all they have in common:

1. one names the other's house and is not named by it ("sagte er der Lindhafener Zeitung"): it took;
2. one is a press release or another primary document, or an agency's own text: the other took;
3. both are of one house and one appeared well before: the later one took;
4. otherwise unknown. The earlier of two houses is not the source of the later: most of what two
   houses share comes from an agency that neither names.

A clock that contradicts 1 or 2 makes it unknown: pages are changed after they first appear.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from quellenlage.german.agencies import agency_of
from quellenlage.german.outlets import house_of, names_house
from quellenlage.model import Article

__all__ = ["Direction", "Directions"]

Direction = int
"""1: from the first to the second; -1: from the second to the first; 0: unknown."""

SURELY_BEFORE = 10 / (24 * 60)
"""Days (ten minutes) that two articles of one house must lie apart; feeds round to five minutes."""
A_DAY = 1.0
"""Days apart that tell before from after where an article has only a date."""
WHOLE_DAY = len("2020-06-15")
"""Letters of a time that is only a date."""


class Directions:
    """Tells the direction between articles; remembers whom each names."""

    def __init__(self) -> None:
        self._named: dict[tuple[str, str], bool] = {}

    def between(self, a: Article, b: Article, times: tuple[float, float]) -> Direction:
        """Which way text went between two articles, given their times in days."""
        earlier = _earlier(a, b, times)
        told = self._named_or_primary(a, b)
        if told:
            return told if earlier in (0, told) else 0
        return earlier if _same_house(a, b) else 0

    def _named_or_primary(self, a: Article, b: Article) -> Direction:
        """What names, kinds and credits say."""
        forth, back = self._names(b, a), self._names(a, b)
        if forth != back:
            return 1 if forth else -1
        forth, back = _is_source_of(a, b), _is_source_of(b, a)
        return int(forth) - int(back)

    def _names(self, one: Article, other: Article) -> bool:
        """Whether one article names the other's house, which is not its own."""
        if not other.outlet or _same_house(one, other):
            return False
        house = _house(other)
        if (one.id, house) not in self._named:
            self._named[one.id, house] = names_house(one.text, house)
        return self._named[one.id, house]


def _earlier(a: Article, b: Article, times: tuple[float, float]) -> Direction:
    """Which of two appeared first; 0 where their clocks do not say."""
    if any(map(math.isnan, times)):
        return 0
    whole = any(len(article.published or "") <= WHOLE_DAY for article in (a, b))
    apart = times[1] - times[0]
    if abs(apart) < (A_DAY if whole else SURELY_BEFORE):
        return 0
    return 1 if apart > 0 else -1


def _same_house(a: Article, b: Article) -> bool:
    """Whether one house publishes both; of unknown outlets nobody knows."""
    return bool(a.outlet and b.outlet) and _house(a) == _house(b)


def _house(article: Article) -> str:
    return (article.family or house_of(article.outlet or article.id)).casefold()


PRIMARY: Mapping[str, bool] = {"release": True, "transcript": True, "post": True, "report": False}
"""Kinds of article that are their own source."""


def _is_source_of(one: Article, other: Article) -> bool:
    """Whether one is a document of its own, or the agency that the other credits."""
    if PRIMARY[one.kind] and not PRIMARY[other.kind]:
        return True
    agency = agency_of(one.outlet or "")
    return agency is not None and agency in other.credits
