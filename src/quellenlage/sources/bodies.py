"""For whom somebody speaks. The rule, first that fits:

1. the body or state the words name: "Sprecher des Zolls", "US-Minister", "der Botschafter Perus";
2. the state of the context, for offices and bodies that belong to a state;
3. the party: "(SPD)", "die Grünen-Politikerin";
4. nobody else.

A body that speaks for a state has that state as its own body; a state, a party, a company or a
court speaks for itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from quellenlage.german.institutions import find_institution
from quellenlage.german.states import of_several_states
from quellenlage.sources.context import state_of_context
from quellenlage.sources.entities import Entity
from quellenlage.sources.story import StoryReading
from quellenlage.sources.telling import NOBODYS

__all__ = ["assign_bodies"]

REACH_INSIDE = 12
"""Sentences back in which the body may stand whose department somebody leads."""
_HOUSES = frozenset(
    [
        "company",
        "named",
        "authority",
        "district",
        "town",
        "institute",
        "university",
        "hospital",
        "association",
        "organisation",
        "police",
        "union",
        "church",
        "bank",
    ]
)
_AUTHORITIES = frozenset(["district", "town", "ministry", "landgovernment", "government"])
STATE_OFFICES = frozenset({"headofstate", "headofgovernment", "minister", "diplomat"})
"""Offices that always belong to a state, named or not."""


def assign_bodies(reading: StoryReading) -> None:
    """Gives everybody in a story the body for whom he speaks, where that is known."""
    entities = list(reading.ledger.entities)
    for entity in entities:
        if entity.kind == "organisation":
            _body_of_organisation(entity, reading)
    for entity in entities:
        if entity.kind in {"person", "anonymous"}:
            _body_of_person(entity, reading)
    _break_circles(reading.ledger.entities)


def _body_of_organisation(entity: Entity, reading: StoryReading) -> None:
    if entity.body is not None or entity.sort == "state":
        return
    state = entity.state
    if entity.sort == "crisisteam" and (around := _around(entity, reading, _AUTHORITIES)):
        entity.body, entity.body_rule = around, "context"
        return
    if entity.speaks == "state" and not state and not of_several_states(entity.name):
        state = _context(entity, reading)
        entity.state = state
        rule = "context"
    else:
        rule = "state named"
    if state and entity.speaks == "state":
        entity.body, entity.body_rule = _government_or_state(entity, state, reading), rule


def _government_or_state(entity: Entity, state: str, reading: StoryReading) -> Entity:
    """A German ministry speaks for the Bundesregierung, any other for its state."""
    known = find_institution("Bundesregierung") if state == "Deutschland" else None
    if known and entity.sort.startswith("ministry"):
        return reading.ledger.institution(known)
    return reading.ledger.state(state)


def _body_of_person(entity: Entity, reading: StoryReading) -> None:
    if entity.body is not None:
        return
    if entity.state:
        entity.body, entity.body_rule = reading.ledger.state(entity.state), "state named"
        return
    for office in entity.offices:
        if known := find_institution(office.speaks):
            entity.body, entity.body_rule = reading.ledger.institution(known), "office"
            return
    if entity.inside and (around := _around(entity, reading, _HOUSES, speaking=True)):
        entity.body, entity.body_rule = around, "context"
        return
    for_state = any(office.kind in STATE_OFFICES and not office.prefix for office in entity.offices)
    if for_state and entity.kind == "person" and (state := _context(entity, reading)):
        entity.body, entity.body_rule = reading.ledger.state(state), "context"
        return
    party = find_institution(entity.party) if entity.party else None
    for_nobody = entity.offices and all(o.kind in NOBODYS - {"expert"} for o in entity.offices)
    if party and not for_nobody:
        entity.body, entity.body_rule = reading.ledger.institution(party), "party"


def _context(entity: Entity, reading: StoryReading) -> str:
    """The state of the context at the first place where the entity is met and one is known."""
    for cast in reading.casts:
        sights = reading.sights[cast.article.id]
        for place, sight in enumerate(sights):
            if sight.entity is entity or sight.entity.body is entity:
                state = state_of_context(sights[:place], sight.sentence, cast)
                if state:
                    return state
                break
    return ""


def _around(
    entity: Entity, reading: StoryReading, sorts: frozenset[str], *, speaking: bool = False
) -> Entity | None:
    """The body of a kind that is spoken of, or that speaks, nearest before the entity."""
    for cast in reading.casts:
        sights = reading.sights[cast.article.id]
        for place, sight in enumerate(sights):
            if sight.entity is not entity and sight.entity.body is not entity:
                continue
            for before in reversed(sights[:place]):
                if sight.sentence - before.sentence > REACH_INSIDE:
                    break
                if speaking and not before.speaker:
                    continue
                house = before.entity if before.entity.sort in sorts else before.entity.body
                if house is not None and house.sort in sorts and house is not entity:
                    return house
            break
    return None


def _break_circles(entities: Iterable[Entity]) -> None:
    for entity in entities:
        met = {id(entity)}
        at = entity
        while at.body is not None:
            if id(at.body) in met:
                at.body = None
                break
            at = at.body
            met.add(id(at))
