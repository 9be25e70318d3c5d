"""Words that point to a body or to people without a name: "das Unternehmen", "Regierungskreise".

In step 2 of `story`, through what stands before them.
"""

from __future__ import annotations

from quellenlage.german.institutions import misspelled_body_noun
from quellenlage.german.offices import names_people
from quellenlage.german.references import names_several
from quellenlage.german.speakernames import (
    REPORTS,
    anonymous_name,
    body_rest,
    insiders_name,
    media_name,
    unknown_name,
)
from quellenlage.german.speakerphrases import Phrase
from quellenlage.german.states import read_state
from quellenlage.sources.castlist import Cast, Role
from quellenlage.sources.context import state_of_context
from quellenlage.sources.entities import Entity
from quellenlage.sources.ledger import GOVERNMENTS
from quellenlage.sources.named import NamedReading
from quellenlage.sources.references import nearest, same_class
from quellenlage.sources.telling import tagged_as, tells

__all__ = ["PointedReading"]

REACH_BODY = 30
"""Sentences over which "das Unternehmen" may point back: it is what the whole article is about."""
REACH_MEDIA = 12
"""Sentences over which "die Zeitung" or "den Medien" may point back to papers named."""


def _may_be_of(phrase: Phrase, found: Entity) -> bool:
    """Whether nothing speaks against a body being of the state that a phrase names.

    "Das britische Unternehmen" is the firm spoken of, whose home the article has not told yet; what
    speaks for a state is never without one.
    """
    home = found.state or found.root.state
    untold = not home and phrase.noun is not None and phrase.noun.speaks != "state"
    return phrase.state in {"", home} or (untold and not phrase.indefinite)


class PointedReading(NamedReading):
    """Understands bare nouns, reports, media, groups and bare names."""

    def _body(self, phrase: Phrase, role: Role, cast: Cast, behind: Entity | None) -> Entity:
        article, noun = cast.article.id, phrase.noun
        assert noun is not None
        master = behind
        if master is None and phrase.possessive:
            master = nearest(self.sights[article], role.sentence, _of_a_state, reach=3)
        state = ""
        if master and noun.speaks == "state":
            state = master.root.state or master.state
        if not state and not body_rest(phrase):
            found = self._pointed_at(noun.kind, role, article)
            if found is not None and _may_be_of(phrase, found):
                return found.seen(phrase.text, article)
        if not state and noun.kind in GOVERNMENTS:
            state = state_of_context(self.sights[article], role.sentence, cast)
        entity = self.ledger.body(phrase, article, state)
        if entity.sort in GOVERNMENTS and not entity.state:
            entity.local = True
        return entity.seen(phrase.text, article)

    def _pointed_at(self, sort: str, role: Role, article: str) -> Entity | None:
        """The body a bare noun points back to: one of just its kind, else one it can stand for."""
        for fits in (lambda e: e.sort.split(":")[0] == sort, lambda e: same_class(sort, e)):
            found = nearest(
                self.sights[article], role.sentence, fits, reach=REACH_BODY, reach_named=REACH_BODY
            )
            if found is not None:
                return found
        return None

    def _report(
        self, phrase: Phrase, role: Role, cast: Cast, behind: Entity | None
    ) -> Entity | None:
        if phrase.owner is not None:
            owner = self.entity(phrase.owner, role, cast, behind=behind)
            return owner.seen(phrase.text, cast.article.id) if owner else None
        if phrase.possessive:
            return behind or nearest(
                self.sights[cast.article.id], role.sentence, lambda e: e.kind != "anonymous"
            )
        name, form = REPORTS
        entity = self.ledger.anonymous("anonymous", name, "reports")
        return entity.seen(phrase.text, cast.article.id).seen(form, cast.article.id)

    def _insiders(self, phrase: Phrase, role: Role, cast: Cast, behind: Entity | None) -> Entity:
        """Unnamed people of a body: "Regierungskreise"; nobody else's word than that body's."""
        owner = phrase.owner and self._body_of_insiders(phrase.owner, role, cast, behind)
        if not owner:
            return self._group(phrase, cast.article.id)
        name = insiders_name(phrase.name, owner.name)
        entity = self.ledger.anonymous("anonymous", name, "insiders", owner.name)
        entity.body, entity.body_rule = owner, "owner"
        return entity.seen(phrase.text, cast.article.id)

    def _body_of_insiders(
        self, phrase: Phrase, role: Role, cast: Cast, behind: Entity | None
    ) -> Entity | None:
        """Whose insiders; a service or army that only a compound names may be any state's."""
        noun = phrase.noun if phrase.form == "body" and not tells(phrase) else None
        if noun is None or noun.speaks != "state" or noun.kind in GOVERNMENTS:
            return self._body_beside(phrase, role, cast, behind)
        state = state_of_context(self.sights[cast.article.id], role.sentence, cast)
        return self.ledger.body(phrase, cast.article.id, state) if state else None

    def _media(self, phrase: Phrase, role: Role, article: str) -> Entity:
        if not phrase.state and not phrase.attributes and not phrase.indefinite:
            found = nearest(
                self.sights[article],
                role.sentence,
                lambda e: same_class("medium", e),
                reach=REACH_MEDIA,
                reach_named=REACH_MEDIA,
            )
            if found is not None and phrase.text[:1].islower() | phrase.text.startswith("D"):
                return found.seen(phrase.text, article)
        name = media_name(phrase.name, phrase.state)
        return self.ledger.anonymous("outlet", name, "media", name).seen(phrase.text, article)

    def joint_media(self, phrase: Phrase, role: Role, article: str) -> list[Entity]:
        """The papers that "den Medien" means: those that a sentence before named together.

        "Kurier und Anzeiger hatten berichtet … laut den Medien"; none if no sentence names several.
        """
        pointing = not (phrase.state or phrase.attributes or phrase.indefinite)
        if not pointing or not names_several(phrase.name, "media") or " " not in phrase.text:
            return []
        named: dict[int, Entity] = {}
        at = -1
        for sight in reversed(self.sights[article]):
            if role.sentence - sight.sentence > REACH_MEDIA:
                break
            if sight.start >= role.span.start or not same_class("medium", sight.entity):
                continue
            if sight.sentence != at and len(named) > 1:
                break
            named = named if sight.sentence == at else {}
            named[id(sight.entity)], at = sight.entity, sight.sentence
        return list(named.values())[::-1] if len(named) > 1 else []

    def _group(self, phrase: Phrase, article: str) -> Entity:
        name = anonymous_name(phrase.text, phrase.office)
        noun = phrase.office.noun if phrase.office else phrase.name.casefold()
        entity = self.ledger.anonymous(
            "anonymous", name, "group", noun, " ".join(phrase.attributes).casefold(), phrase.state
        )
        if phrase.office:
            entity.genders = entity.genders or phrase.office.gender
            entity.offices = entity.offices or [phrase.office]
        return entity.seen(phrase.text, article).seen(name, article)

    def _service_of_a_state(self, phrase: Phrase) -> Entity | None:
        """A state's body by its short form with a state glued to it, as by bad translation."""
        first, _, rest = phrase.name.partition(" ")
        found = self.ledger.by_acronym(first) if rest and first.isupper() else None
        return found if found and found.speaks == "state" and read_state(rest) else None

    def _name(self, phrase: Phrase, role: Role, cast: Cast) -> Entity | None:
        article = cast.article.id
        if not phrase.name:
            return None
        found = self.ledger.by_acronym(phrase.name) if phrase.name.isupper() else None
        if found is None:
            found = self._service_of_a_state(phrase)
        if found is None and (meant := self.slips.get(phrase.name)):
            found = self.ledger.by_acronym(meant)
        if found is None and cast.names.get(phrase.name) != "ORG":
            found = self.ledger.bearer(phrase.name, article)
        if found is None and not role.label and not phrase.sure:
            match tagged_as(role, cast):
                case "no noun":
                    return None
                case "noun":
                    if noun := misspelled_body_noun(phrase.name):
                        return self._pointed_at(noun.kind, role, article)
                    people = names_people(phrase.name.split()[-1])
                    return self._group(phrase, article) if people else None
        if found is None and role.label == "PER":
            found = self.ledger.person(phrase.name, article)
        found = found or self.ledger.organisation(phrase.name)
        self.ledger.abbreviate(found, phrase.acronym)
        return found.seen(phrase.text, article)

    def _unknown(self, phrase: Phrase, article: str) -> Entity:
        name = unknown_name(phrase.text)
        return self.ledger.anonymous("anonymous", name, "unknown", article, name).seen(
            phrase.text, article
        )


def _of_a_state(entity: Entity) -> bool:
    """Whether somebody is a person for whose state "seine Regierung" can stand."""
    return entity.kind == "person" and (bool(entity.state) or entity.root.sort == "state")
