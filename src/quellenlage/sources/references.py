"""Who is meant by "er", "der Landrat", "das Unternehmen": the nearest one before who fits.

Sights are weighed by their distance in sentences; one who spoke there counts as nearer than one who
was only named. Nobody who fits within the reach: nobody is meant, and the source stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quellenlage.german.speakerphrases import Phrase
from quellenlage.sources.entities import Entity, Sight

__all__ = ["described", "nearest", "pronoun", "same_class"]

REACH = 6
"""Sentences over which a pronoun or description may point back to a speaker."""
REACH_NAMED = 2
"""Sentences over which a pronoun may point back to one who was only named."""
NAMED_COSTS = 1.5
"""Sentences that a name that did not speak counts as farther away."""
PERSON_KINDS = frozenset({"person", "anonymous"})

_CLASSES = {
    "company": {"company", "named", "bank"},
    "authority": {
        "authority", "district", "town", "ministry", "intelligence", "homeintelligence", "police",
        "institute", "customs", "crisisteam",
    },
    "institute": {"institute", "university", "authority"},
    "facility": {"facility", "hospital", "institute", "school", "university", "museum", "company"},
    "operator": {"operator", "hospital", "company"},
    "organisation": {"organisation", "association", "militia", "named", "union"},
    "association": {"association", "organisation", "union", "named"},
    "alliance": {"alliance"},
    "district": {"district"},
    "medium": {"medium"},
}  # fmt: skip
"""Which bodies a noun can stand for when it points back: a ministry is a "Behörde" too."""

_OFFICES = {
    "diplomat": {"diplomat"},
    "politician": {
        "politician", "minister", "headofgovernment", "headofstate", "mayor", "districthead",
        "commissioner", "chief", "diplomat", "governor",
    },
    "headofgovernment": {"headofgovernment"},
    "headofstate": {"headofstate"},
    "spokesperson": {"spokesperson", "chief"},
    "scientist": {"scientist", "expert"},
    "expert": {"scientist", "expert"},
    "chief": {"chief", "mayor", "districthead"},
    "clergy": {"clergy"},
}  # fmt: skip
"""Which offices a description can stand for: "der Politiker" for a minister."""
_TITLES = frozenset({"scientist", "expert"})
"""Descriptions that fit a person of whom nothing is said: "der Virologe"."""
ANYBODY = frozenset(
    {"expert", "politician", "person", "citizen", "witness", "coach", "soldier", "lawyer"}
)
"""Descriptions that fit a person of whatever office: "der 54-Jährige", "die Mutter"."""


def pronoun(phrase: Phrase, sights: Sequence[Sight], sentence: int) -> Entity | None:
    """Who is meant by a pronoun."""

    def fits(entity: Entity) -> bool:
        if entity.kind == "state" or entity.sort == "medium":
            return bool(set(entity.genders) & set(phrase.genders) - {"m", "f"})
        if not entity.genders:
            return entity.kind == "person" and bool(set("mf") & set(phrase.genders))
        return bool(set(entity.genders) & set(phrase.genders))

    return nearest(sights, sentence, fits, reach_named=REACH_NAMED)


def described(phrase: Phrase, sights: Sequence[Sight], sentence: int) -> Entity | None:
    """Who is meant by an office without a name: "der Landrat", "die CDU-Politikerin"."""
    office = phrase.office
    assert office is not None
    tests: list[Callable[[Entity], bool]] = [
        lambda e: any(o.noun == office.noun for o in e.offices),
        lambda e: bool(phrase.party) and e.party == phrase.party,
        lambda e: any(o.kind in _OFFICES.get(office.kind, ()) for o in e.offices),
        lambda e: office.kind in ANYBODY and e.kind == "person",
        lambda e: office.kind in _TITLES and e.kind == "person" and not e.offices,
    ]
    for test in tests:
        found = nearest(sights, sentence, lambda e, t=test: _gendered(e, office.gender) and t(e))  # type: ignore[misc]
        if found:
            return found
    return None


def same_class(sort: str, entity: Entity) -> bool:
    """Whether a noun of this class can stand for the body when it points back."""
    own = entity.sort.split(":")[0]
    return own == sort or own in _CLASSES.get(sort, ())


def nearest(
    sights: Sequence[Sight],
    sentence: int,
    fits: Callable[[Entity], bool],
    *,
    reach: int = REACH,
    reach_named: int = REACH,
) -> Entity | None:
    """The nearest one before who fits."""
    best: tuple[float, int] | None = None
    chosen = None
    for place in range(len(sights) - 1, -1, -1):
        sight = sights[place]
        distance = sentence - sight.sentence
        if distance > reach:
            break
        if distance > (reach if sight.speaker else reach_named) or not fits(sight.entity):
            continue
        cost = (distance + (0 if sight.speaker else NAMED_COSTS), -sight.start)
        if best is None or cost < best:
            best, chosen = cost, sight.entity
    return chosen


def _gendered(entity: Entity, gender: str) -> bool:
    """Whether somebody can be of a gender; who is of none we know can be of both."""
    return entity.kind in PERSON_KINDS and (not entity.genders or gender in entity.genders)
