"""Who an office without a name means: "der Sprecher", "der russische Präsident".

In step 2 of `story`: a person named elsewhere who holds it, else somebody unnamed of its body.
"""

from __future__ import annotations

from quellenlage.german.speakernames import office_name
from quellenlage.german.speakerphrases import Phrase
from quellenlage.sources.castlist import Cast, Role
from quellenlage.sources.entities import Entity
from quellenlage.sources.pointed import PointedReading
from quellenlage.sources.references import described, nearest
from quellenlage.sources.telling import NOBODYS, UNNAMED, qualified, tells

__all__ = ["HolderReading"]


class HolderReading(PointedReading):
    """Understands offices whose holder is not named beside them."""

    def _office(self, phrase: Phrase, role: Role, cast: Cast, behind: Entity | None) -> Entity:
        article, office = cast.article.id, phrase.office
        assert office is not None
        plural = phrase.genders == "p"
        if not (phrase.indefinite or plural or qualified(phrase) or phrase.possessive):
            found = self._unnamed_holder(phrase, role, cast)
            if found is not None:
                return found.seen(phrase.text, article)
        body = self._office_body(phrase, role, cast, behind)
        unnamed = phrase.indefinite or plural or office.kind in UNNAMED | NOBODYS
        if office.kind in NOBODYS | {"partner"} or (unnamed and body is None and not phrase.state):
            return self._group(phrase, article)
        state = phrase.state or (body.name if body and body.sort == "state" else "")
        name = office_name(office, body.name if body else "", state)
        key = ("office", office.noun, office.gender, name)
        entity = self.ledger.anonymous(
            "anonymous" if unnamed else "person", name, *key, *(() if body else (article,))
        )
        if office not in entity.offices:
            entity.offices.append(office)
        entity.genders, entity.party = office.gender, phrase.party
        entity.state = entity.state or phrase.state
        if body is not None and entity.body is None:
            entity.body, entity.body_rule = body, "owner"
        return entity.seen(phrase.text, article)

    def _unnamed_holder(self, phrase: Phrase, role: Role, cast: Cast) -> Entity | None:
        """The person named elsewhere who holds the office: "der russische Präsident"."""
        office, article = phrase.office, cast.article.id
        assert office is not None
        if phrase.party:
            return described(phrase, self.sights[article], role.sentence)
        if phrase.state or (phrase.owner and tells(phrase.owner)):
            owner = self._owner(phrase.owner, cast) if phrase.owner else None
            holders = [
                e
                for e in self.ledger.entities
                if e.kind == "person"
                and any(o.noun == office.noun for o in e.offices)
                and ((phrase.state and e.state == phrase.state) or (owner and e.body is owner))
            ]
            near = [e for e in holders if article in e.articles]
            return near[0] if len(near) == 1 else holders[0] if len(holders) == 1 else None
        return described(phrase, self.sights[article], role.sentence)

    def _office_body(
        self, phrase: Phrase, role: Role, cast: Cast, behind: Entity | None
    ) -> Entity | None:
        office = phrase.office
        assert office is not None
        if phrase.owner is not None and office.kind not in NOBODYS:
            owner = self._body_beside(phrase.owner, role, cast, behind)
            if owner is not None and owner.kind not in {"person", "anonymous"}:
                return owner
            if owner is not None and owner.body is not None:
                return owner.body
        if phrase.possessive and office.kind not in NOBODYS:
            master = behind or nearest(
                self.sights[cast.article.id], role.sentence, lambda e: e.kind != "anonymous"
            )
            return master.body or master if master else None
        if phrase.state or office.kind not in {"spokesperson", "official", "employee"}:
            return self.ledger.state(phrase.state) if phrase.state else None
        if office.kind == "spokesperson" and phrase.owner is None:
            return nearest(
                self.sights[cast.article.id],
                role.sentence,
                lambda e: e.kind == "organisation" and e.sort != "party",
                reach=3,
                reach_named=3,
            )
        return None
