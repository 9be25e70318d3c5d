"""The ledger of a story: finds who is meant by a phrase, or enters somebody new.

Two phrases are one source only on evidence, the strongest first:

1. the same short form ("NIS"), the same name of one's own, the same full name of a person;
2. the same kind of body for the same state, where not both have a further name of their own;
3. the same kind of body without a state, where one article, or else the story, has only one;
4. a surname alone for the one person of the article, or else of the story, who bears it;
5. spellings of one name: given name and surname but a letter or two apart.

What has no evidence stays apart.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import msgspec

from quellenlage.german.institutions import (
    BodyNoun,
    Institution,
    Medium,
    find_institution,
    without_legal_form,
)
from quellenlage.german.offices import given_name_gender
from quellenlage.german.speakernames import body_level, body_name, body_rest, ministry_field
from quellenlage.german.speakerphrases import Phrase
from quellenlage.german.states import PLURAL_STATES, is_land, of_several_states
from quellenlage.sources.entities import Entity, Kind

__all__ = ["Ledger"]

SPELLING = 0.75
"""Similarity of two surnames that can be spellings of one: Meier and Maier have .80, Schmidt and
Schulz .46. Asked of given names too, and never where these are of two genders."""
SHORTEST_SPELLING = 5
"""Shorter surnames ("Kim", "Lee") differ too little to be told apart by letters."""
SHORTEST_STEM = 5
"""Letters that must remain when an ending is taken off a name: "Weber" is not "Web"."""
AUTHORITY = "Behörde"
"""The noun that describes any office: an "Amt" is one, and is called so for a change."""
GOVERNMENTS = frozenset({"government", "landgovernment"})


APART = 500
"""Characters between the first full names of two bearers of one surname from which on the bare
surname means the one who came first."""


class Told(msgspec.Struct, frozen=True):
    """What a phrase tells about a body: its class, what tells it from others, and more."""

    sort: str
    rest: tuple[str, ...]
    state: str
    acronym: str
    level: str
    head: str
    several: bool
    """Whether it is that of states which are not named: no other body can be it."""


class Ledger:
    """Everybody a story speaks of."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self._states: dict[str, Entity] = {}
        self._named: dict[str, Entity] = {}
        self._persons: dict[str, Entity] = {}
        self._media: dict[str, Entity] = {}
        self._anonymous: dict[tuple[str, ...], Entity] = {}
        self._surnames: dict[str, list[Entity]] = {}
        self._spellings: dict[tuple[int, str], list[Entity]] = {}
        self._acronyms: dict[str, Entity] = {}
        self._sorts: dict[str, list[Entity]] = {}
        self._other_names: dict[tuple[str, tuple[str, ...]], Entity] = {}

    def state(self, name: str) -> Entity:
        """The state or Land of this name."""
        if name not in self._states:
            kind: Kind = "organisation" if is_land(name) else "state"
            genders = "p" if name in PLURAL_STATES else "n"
            self._states[name] = self._enter(
                Entity(kind, name, sort="state", state=name, genders=genders, speaks="state")
            )
        return self._states[name]

    def institution(self, known: Institution) -> Entity:
        """The body that has this name of its own."""
        if known.name not in self._named:
            entity = self._enter(
                Entity("organisation", known.name, sort=known.kind, genders=known.gender)
            )
            self._named[known.name] = entity
            entity.rest = (known.name,)
            self.abbreviate(entity, known.acronym)
            if known.body:
                body = find_institution(known.body)
                entity.body = self.institution(body) if body else self.state(known.body)
                entity.body_rule = "known body"
                entity.state = "" if body else known.body
        return self._named[known.name]

    def medium(self, known: Medium) -> Entity:
        """The paper, station or agency of this name."""
        key = _plain(known.name)
        if key not in self._media:
            self._media[key] = self._enter(Entity(known.kind, known.name, sort="medium"))
            if known.state:
                self._media[key].body = self.state(known.state)
                self._media[key].body_rule = "run by a state"
        return self._media[key]

    def anonymous(self, kind: Kind, name: str, *key: str, local: bool = True) -> Entity:
        """Somebody whom the text leaves unnamed, by a key; one for the story."""
        if key not in self._anonymous:
            self._anonymous[key] = self._enter(Entity(kind, name, local=local))
        return self._anonymous[key]

    # persons

    def person(self, name: str, article: str) -> Entity:
        """The person of this full name, or the one who is meant by a surname alone.

        Of several it is the one whom the article introduces long before the others: the president
        it is about, not his wife.
        """
        words = name.split()
        if len(words) == 1:
            return self._by_surname(name, article) or self._new_person(name)
        same = self._persons.get(_folded(name)) or self._by_surname(name, article)
        return same or self._respelled(words) or self._new_person(name)

    def _new_person(self, name: str) -> Entity:
        entity = self._enter(Entity("person", name, local=" " not in name))
        self._persons[_folded(name)] = entity
        self._spellings.setdefault(_spelling(name.split()), []).append(entity)
        for surname in surnames(name):
            self._surnames.setdefault(_folded(surname), []).append(entity)
        return entity

    def bearer(self, name: str, article: str) -> Entity | None:
        """The person known by this surname, if there is just one."""
        return self._by_surname(name, article)

    def _by_surname(self, name: str, article: str) -> Entity | None:
        for form in (name, name.removesuffix("s")):
            bearers = self._surnames.get(_folded(form), [])
            near = [entity for entity in bearers if article in entity.articles]
            full = [entity for entity in bearers if " " in entity.name]
            for choice in (near, full, bearers):
                if len(choice) == 1:
                    return choice[0]
            order = sorted((e for e in near if article in e.first), key=lambda e: e.first[article])
            if len(order) > 1 and order[1].first[article] - order[0].first[article] > APART:
                return order[0]
        return None

    def _respelled(self, words: list[str]) -> Entity | None:
        """A person whose name is spelled but a letter or two otherwise ("Dmitry Peskow")."""
        for entity in self._spellings.get(_spelling(words), []):
            other = entity.name.split()
            genders = {given_name_gender(words[0]), given_name_gender(other[0])} - {None}
            if len(genders) < 2 and all(map(_alike, words, other)):
                return entity
        return None

    def by_given_name(self, name: str, office: str) -> Entity | None:
        """The one person of this given name who holds this office."""
        found = [
            entity
            for entity in self.entities
            if entity.kind == "person"
            and name in re.split(r"[ -]", entity.name)[:-1]
            and any(held.noun == office for held in entity.offices)
        ]
        return found[0] if len(found) == 1 else None

    # bodies

    def body(self, phrase: Phrase, article: str, state: str = "") -> Entity:
        """The body that a noun heads: "der südkoreanische Geheimdienst"."""
        noun = phrase.noun
        assert noun is not None
        level = body_level(phrase)
        state = phrase.state or ("Deutschland" if level == "bund" else state)
        if noun.kind in GOVERNMENTS and state:
            return self._government(state)
        several = of_several_states(phrase.name)
        told = Told(
            _sort(noun), body_rest(phrase), state, phrase.acronym, level, noun.noun, several
        )
        found = self._same_body(told, article)
        if found is None:
            found = self._enter(
                Entity(
                    "organisation", body_name(phrase, state), sort=told.sort, rest=told.rest,
                    state=state, genders=noun.gender, speaks=noun.speaks, level=level,
                    head=noun.noun,
                )
            )  # fmt: skip
        else:
            self._learn(found, phrase, told)
        self.abbreviate(found, phrase.acronym)
        return found

    def _government(self, state: str) -> Entity:
        known = find_institution("Bundesregierung") if state == "Deutschland" else None
        return self.institution(known) if known else self.state(state)

    def _learn(self, entity: Entity, phrase: Phrase, told: Told) -> None:
        """What a further phrase tells about a body that is known already."""
        noun = phrase.noun
        if entity.sort == "named" and entity.name == entity.acronym and noun is not None:
            self._sorts["named"].remove(entity)
            entity.sort, entity.genders, entity.rest = told.sort, noun.gender, told.rest
            entity.head = noun.noun
            self._sorts.setdefault(entity.sort, []).append(entity)
            entity.name = body_name(phrase, told.state)
        richer = (bool(phrase.acronym), bool(told.rest)) > (bool(entity.acronym), bool(entity.rest))
        if richer and entity.name not in self._named:
            entity.name = body_name(phrase, entity.state or told.state)
        if told.rest and (told.sort, told.rest) != (entity.sort, entity.rest):
            self._other_names.setdefault((told.sort, told.rest), entity)
        entity.state = entity.state or told.state
        entity.rest = entity.rest or told.rest
        entity.level = entity.level or told.level
        entity.speaks = entity.speaks or (noun.speaks if noun else "")

    def _same_body(self, told: Told, article: str) -> Entity | None:
        rest, state = told.rest, told.state
        if told.acronym and (same := self.by_acronym(told.acronym)):
            return same
        if rest and (found := self._other_names.get((told.sort, rest))):
            states = {found.state, state} - {""}
            if len(states) < 2:
                return found
        fitting = [e for e in self._sorts.get(told.sort, []) if _compatible(e, told)]
        exact = [e for e in fitting if rest and e.rest == rest and e.state == state]
        exact = exact or [e for e in fitting if rest and e.rest == rest]
        stated = [e for e in fitting if state and e.state == state]
        near = [e for e in fitting if article in e.articles]
        choices = [exact, stated] if rest and state else [exact, stated, near, fitting]
        for choice in choices:
            if len(choice) == 1:
                return choice[0]
        return self._described(told, article)

    def _described(self, told: Told, article: str) -> Entity | None:
        """The office of the article that a description with "Behörde" means, if there is but one.

        "Das Landesbauamt prüft. Die Baubehörde des Landes rechnet …"; a "Bauamt" would be another.
        """
        if told.head != AUTHORITY or len(told.rest) != 1:
            return None
        bare = msgspec.structs.replace(told, rest=())
        found = [
            e
            for e in self._sorts.get(told.sort, [])
            if article in e.articles
            and e.head not in {"", AUTHORITY}
            and _compatible(e, bare)
            and any(part.endswith(told.rest[0]) for part in e.rest)
        ]
        return found[0] if len(found) == 1 else None

    def by_acronym(self, acronym: str) -> Entity | None:
        """The body with this short form."""
        return self._acronyms.get(acronym)

    def abbreviate(self, entity: Entity, acronym: str) -> None:
        """Notes the short form of a body that has none yet; the first to bear it keeps it."""
        if acronym and not entity.acronym:
            entity.acronym = acronym
        if entity.acronym:
            self._acronyms.setdefault(entity.acronym, entity)

    def named(self, name: str) -> Entity | None:
        """Whoever has just this name."""
        folded = _folded(without_legal_form(name))
        return self._named.get(folded) or self._named.get(folded.removesuffix("s"))

    def organisation(self, name: str) -> Entity:
        """A body known by nothing but its name; its legal form tells it from no other."""
        if medium := self._media.get(_plain(name)):
            return medium
        found = self.named(name) or (self.by_acronym(name) if name.isupper() else None)
        if found is None:
            folded = _folded(without_legal_form(name))
            found = self._enter(Entity("organisation", name, sort="named", rest=(folded,)))
            self.abbreviate(found, name if name.isupper() and name.isalnum() else "")
            self._named[folded] = found
        return found

    def _enter(self, entity: Entity) -> Entity:
        self.entities.append(entity)
        if entity.kind == "organisation":
            self._sorts.setdefault(entity.sort, []).append(entity)
        return entity


def _plain(name: str) -> str:
    """A name as papers are looked up by it: small letters, single blanks."""
    return " ".join(name.casefold().split())


def surnames(name: str) -> list[str]:
    """What a person may be called for short; without a given name we know, also the first word.

    "Gereon Schulze Althoff" → Schulze Althoff, Althoff; "Cho Tae Yul" → also Cho.
    """
    words = name.split()
    if len(words) == 1:
        return [name]
    found = [" ".join(words[i:]) for i in range(1, len(words))]
    three_short = len(words) == 3 and all(len(word) <= 5 for word in words)
    return found + ([words[0]] if three_short or len(words[0]) <= 2 else [])


def _compatible(entity: Entity, told: Told) -> bool:
    """Whether nothing speaks against this being the same body."""
    for own, other in (
        (entity.state, told.state),
        (entity.acronym, told.acronym),
        (entity.level, told.level),
    ):
        if own and other and own != other:
            return False
    if of_several_states(entity.name) != told.several:
        return False
    if set(entity.rest) <= set(told.rest) or set(told.rest) <= set(entity.rest):
        return True
    same_state = bool(told.state or entity.state) and told.state == entity.state
    return bool(told.acronym or entity.acronym) and same_state


def _sort(noun: BodyNoun) -> str:
    """The class of a body; ministries are told apart by what they are for."""
    return f"{noun.kind}:{ministry_field(noun.prefix)}" if noun.kind == "ministry" else noun.kind


def _spelling(words: list[str]) -> tuple[int, str]:
    """What all spellings of a name have in common: how many words, and the first letter."""
    return len(words), words[0][:1]


def _alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST_SPELLING:
        return one == other
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio() >= SPELLING


def _folded(name: str) -> str:
    """A name without capitals, hyphens and inflection."""
    return " ".join(map(_stem, name.lower().replace("-", " ").split()))


def _stem(word: str) -> str:
    for ending in ("en", "em", "es", "er", "e", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
