"""Carriers: which articles of a claim are one voice, so that what they say themselves counts once.

GUIDE 5 (c): articles of one publisher family (unknown: one outlet), of one lineage, with the same
agency credit, or whose sentences for the claim are reuses of one another are one carrier, and so is
whatever hangs together by any of these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from quellenlage.german.value_context import direction_of, place_names, unlike_directions
from quellenlage.model import (
    Article,
    Assertion,
    Lineage,
    Place,
    Placed,
    Reuse,
    overlap,
    within,
)

__all__ = ["Carriers", "Groups", "house", "same_passage"]

OF_THE_SHORTER = 0.5
"""Share of the shorter of two passages that must be common: a clause and its sentence are one."""
OF_THE_LONGER = 0.1
"""Share of the longer one: a span over a whole article is not every passage in it."""
SURELY_REUSED = 0.7
"""Score from which on a changed sentence makes two articles one voice: a lone pair below may be the
same news told twice. On the five annotated stories .7 and .8 give most counts right (.58, with none
.54) and no origin too many; from .9 on such origins come in."""


class Groups:
    """Things put together in pairs, and the groups that result."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def name(self, thing: str) -> str:
        """The same for all of a group."""
        root = thing
        while (parent := self._parents.get(root, root)) != root:
            root = parent
        while (parent := self._parents.get(thing, thing)) != root:
            self._parents[thing] = root
            thing = parent
        return root

    def join(self, one: str, other: str) -> None:
        """Makes one group of two."""
        first, second = sorted((self.name(one), self.name(other)))
        self._parents[second] = first


def house(article: Article) -> str:
    """The publisher family of an article, else its outlet, else the article alone."""
    return (article.family or article.outlet or article.id).casefold()


def same_passage(one: Placed, other: Placed) -> bool:
    """Whether two passages of one article are the same, or a clause and its sentence."""
    common = overlap(one, other)
    lengths = sorted((one.end - one.start, other.end - other.start))
    return common > 0 and common >= max(OF_THE_SHORTER * lengths[0], OF_THE_LONGER * lengths[1])


class Carriers:
    """The articles of an analysis by what makes them one voice."""

    def __init__(
        self,
        articles: Iterable[Article],
        lineages: Iterable[Lineage] = (),
        reuse: Iterable[Reuse] = (),
    ) -> None:
        self._standing = Groups()
        known = list(articles)
        for members in _shared(known).values():
            for article in members[1:]:
                self._standing.join(members[0], article)
        for lineage in lineages:
            for article in lineage.articles[1:]:
                self._standing.join(lineage.articles[0], article)
        self._edges: defaultdict[str, list[tuple[Place, Place]]] = defaultdict(list)
        by_id = {article.id: article for article in known}
        places = {name for article in known for name in place_names(article)}
        for edge in reuse:
            sure = edge.kind == "verbatim" or edge.score >= SURELY_REUSED
            if sure and not _tell_otherwise(edge.a, edge.b, by_id, places):
                self._edges[edge.a.article].append((edge.a, edge.b))

    def of(self, assertions: Sequence[Assertion]) -> Mapping[str, str]:
        """The carrier of each article of a claim; formulas say nothing that could be carried."""
        spoken: defaultdict[str, list[Assertion]] = defaultdict(list)
        for assertion in assertions:
            if not assertion.formula:
                spoken[assertion.article].append(assertion)
        groups = Groups()
        for article in {assertion.article for assertion in assertions}:
            groups.join(f"carrier {self._standing.name(article)}", article)
        for one, other in self._carried(spoken):
            groups.join(one, other)
        return {assertion.article: groups.name(assertion.article) for assertion in assertions}

    def one_utterance(self, assertions: Sequence[Assertion]) -> Iterator[tuple[str, str]]:
        """The pairs of last links under which one passage stands in two articles."""
        spoken: defaultdict[str, list[Assertion]] = defaultdict(list)
        for assertion in assertions:
            spoken[assertion.article].append(assertion)
        for here in assertions:
            for a, b in self._edges.get(here.article, ()):
                if b.article in spoken and same_passage(a, here):
                    for there in spoken[b.article]:
                        if same_passage(b, there):
                            yield here.chain[-1], there.chain[-1]

    def _carried(self, spoken: Mapping[str, Sequence[Assertion]]) -> Iterator[tuple[str, str]]:
        """The pairs of articles whose sentences for a claim are reuses of one another."""
        if len(spoken) < 2:
            return
        for article, here in spoken.items():
            for a, b in self._edges.get(article, ()):
                there = spoken.get(b.article, ())
                if (
                    there
                    and any(same_passage(a, assertion) for assertion in here)
                    and any(same_passage(b, assertion) for assertion in there)
                ):
                    yield article, b.article


def _tell_otherwise(
    one: Place, other: Place, articles: Mapping[str, Article], places: Set[str]
) -> bool:
    """Whether two passages send something to unlike places, and so are of no one sentence.

    Of one sentence in other words the sign is the same content (GUIDE 7).
    """
    goals = [
        goal
        for place in (one, other)
        if (article := articles.get(place.article))
        and (goal := direction_of(within(article.words, place), places))
    ]
    return len(goals) == 2 and unlike_directions(goals[0], goals[1])


def _shared(articles: Iterable[Article]) -> dict[str, list[str]]:
    """The articles that share a house or an agency credit, by what they share."""
    shared: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        shared[f"house {house(article)}"].append(article.id)
        for credit in {credit.casefold() for credit in article.credits}:
            shared[f"credit {credit}"].append(article.id)
    return shared
