"""Growth: a count that a later report says has risen, told in another claim.

"300 tote Fische geborgen" (300 dead fish recovered) on Tuesday and "Die Zahl der toten Fische
stieg auf 1.100" (the number of dead fish rose to 1,100) on Sunday are two moments, and so two
claims; the figures differ because time went by. It is shown as a difference that time explains.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from quellenlage.claims.closeness import Closeness
from quellenlage.claims.features import Features
from quellenlage.claims.sides import side_of
from quellenlage.claims.values import figure_value
from quellenlage.german.concepts import RISES, concept_of
from quellenlage.german.value_context import is_rate_or_limit
from quellenlage.model import Article, AssertionReference, Claim, Figure

__all__ = ["grown_figures"]

SHARED_CONCEPTS = 2
"""Concepts that both counts share, what is counted among them: with one, any two counts of people
would be one."""
LEAST = 3.0
"""Figures below this count heads of a sentence, and do not grow."""


class _Count(msgspec.Struct, frozen=True, kw_only=True):
    """An assertion with one figure, and the day its article appeared."""

    reference: AssertionReference
    figure: Figure
    thing: str
    concepts: frozenset[str]
    day: str

    @property
    def size(self) -> float:
        return self.figure.low or self.figure.high or 0.0


def grown_figures(
    claims: Sequence[Claim], articles: Mapping[str, Article], closeness: Closeness
) -> Iterator[dict[str, list[AssertionReference]]]:
    """For each count that has risen, the earlier value and the later one with their assertions."""
    by_thing: defaultdict[tuple[str, str], list[_Count]] = defaultdict(list)
    risen: list[tuple[str, _Count]] = []
    for claim in claims:
        for count in _counts(claim, articles, closeness):
            if RISES in count.concepts:
                risen.append((claim.story, count))
            elif count.thing:
                by_thing[claim.story, count.thing].append(count)
    told = set()
    for story, later in risen:
        for concept in sorted(later.concepts):
            for earlier in by_thing.get((story, concept), ()):
                pair = (earlier.reference.claim, later.reference.claim)
                if pair not in told and _grew(earlier, later):
                    told.add(pair)
                    yield {
                        figure_value(earlier.figure): [earlier.reference],
                        figure_value(later.figure): [later.reference],
                    }


def _grew(earlier: _Count, later: _Count) -> bool:
    """Whether one count can have become the other."""
    return (
        earlier.reference.claim != later.reference.claim
        and earlier.day < later.day
        and earlier.size < later.size
        and len(earlier.concepts & later.concepts) >= SHARED_CONCEPTS
    )


def _counts(
    claim: Claim, articles: Mapping[str, Article], closeness: Closeness
) -> Iterator[_Count]:
    """The assertions of a claim that give one figure on a known day."""
    for number, assertion in enumerate(claim.assertions):
        said, day = closeness.said(assertion), articles[assertion.article].published
        if said is None or day is None or side_of(assertion.stance) != "support":
            continue
        figures = [
            figure
            for figure in said.figures
            if (figure.low or figure.high or 0) >= LEAST
            and not is_rate_or_limit(said.passage.words, figure)
        ]
        if len(figures) == 1:
            yield _Count(
                reference=AssertionReference(claim=claim.id, index=number),
                figure=figures[0],
                thing=_thing(figures[0], said),
                concepts=frozenset(said.concepts),
                day=day[:10],
            )


def _thing(figure: Figure, said: Features) -> str:
    """The concept of what a figure counts; nothing where it counts no noun."""
    nouns = [word for word in said.passage.words if word.text == figure.noun]
    return concept_of(nouns[0].lemma, "NOUN") if nouns else ""
