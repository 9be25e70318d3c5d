"""Reads a story for who is who: every role of every article becomes an entity of the ledger.

1. names that explain themselves come first, in all articles: full names of persons, bodies with a
   name, state or short form; then surnames and bare nouns, which are understood through them;
2. then each article is read from its beginning, and what points back is understood through what
   stands before it;
3. last, everybody learns for whom he speaks (`bodies`).
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.german.institutions import misspelled_body_noun, without_legal_form
from quellenlage.german.offices import names_people
from quellenlage.german.speakernames import (
    HEARSAY,
    REPORTS,
    anonymous_name,
    body_rest,
    insiders_name,
    media_name,
    office_name,
    unknown_name,
)
from quellenlage.german.speakerphrases import NameKinds, Phrase, read_phrase
from quellenlage.german.states import read_state
from quellenlage.model import Article, Span, own_voice_source_id
from quellenlage.sources.castlist import Cast, Role, read_cast
from quellenlage.sources.context import state_of_context
from quellenlage.sources.entities import Entity, Sight
from quellenlage.sources.garbled import one_slip, short_form_slips
from quellenlage.sources.introduced import introductions
from quellenlage.sources.ledger import GOVERNMENTS, Ledger
from quellenlage.sources.names import names_of_story
from quellenlage.sources.references import described, nearest, pronoun, same_class
from quellenlage.sources.telling import (
    NOBODYS,
    UNNAMED,
    qualified,
    richness,
    speaks_for_nobody,
    speaks_for_state,
    tagged_as,
    tells,
)

__all__ = ["StoryReading"]

REACH_BODY = 30
"""Sentences over which "das Unternehmen" may point back: it is what the whole article is about."""


class StoryReading:
    """Who is who in the articles of a story."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.ledger = Ledger()
        self.found: dict[tuple[str, Span], Entity] = {}
        names = names_of_story(articles)
        for article in articles:
            if article.kind != "report" and article.outlet:
                names[without_legal_form(article.outlet)] = "ORG"
        self.slips = short_form_slips(articles)
        self.garbled: dict[str, dict[str, Entity]] = {article.id: {} for article in articles}
        self.casts = [read_cast(article, names) for article in articles]
        self.sights: dict[str, list[Sight]] = {cast.article.id: [] for cast in self.casts}
        self._enter_introduced(articles, names)
        self._enter_names()
        self._enter_authors(articles, names)
        for cast in self.casts:
            self._read(cast)
            self._note_slips(cast.article)

    # 1. names that explain themselves

    def _enter_names(self) -> None:
        roles = [(cast, role) for cast in self.casts for role in cast.roles]
        roles.sort(key=lambda pair: -richness(pair[1].phrase))
        for cast, role in roles:
            if richness(role.phrase) > 0:
                self._named(role.phrase, cast)

    def _enter_introduced(self, articles: Sequence[Article], names: NameKinds) -> None:
        """Bodies whose short form an article gives in brackets: it stands for them everywhere."""
        for phrase, article in introductions(articles, names):
            if phrase.form == "body":
                self.ledger.body(phrase, article)
            elif phrase.institution:
                self.ledger.abbreviate(self.ledger.institution(phrase.institution), phrase.acronym)
            else:
                self.ledger.abbreviate(self.ledger.organisation(phrase.name), phrase.acronym)

    def _enter_authors(self, articles: Sequence[Article], names: NameKinds) -> None:
        """Authors of primary documents: a firm's release and the firm quoted are one source."""
        for article in articles:
            if article.kind == "report" or not article.outlet:
                continue
            phrase = read_phrase(article.outlet, names)
            entity = None
            if phrase.form == "body" and tells(phrase):
                entity = self.ledger.body(phrase, article.id)
            elif phrase.institution:
                entity = self.ledger.institution(phrase.institution)
            elif phrase.form == "name":
                entity = self.ledger.organisation(article.outlet)
            if entity is not None:
                entity.seen(article.outlet, article.id).voice = own_voice_source_id(article)

    def _named(self, phrase: Phrase, cast: Cast) -> Entity | None:
        """The entity of a phrase that explains itself; none for one that points back."""
        article = cast.article.id
        entity: Entity | None = None
        if phrase.form == "person":
            entity = self._garbled_person(phrase, article)
            entity = entity or self.ledger.person(phrase.name, article)
            self._learn_person(entity, phrase, cast)
        elif phrase.form == "institution" and phrase.institution:
            entity = self.ledger.institution(phrase.institution)
            self._learn_short_form(entity, phrase, article)
        elif phrase.form == "medium" and phrase.medium:
            entity = self.ledger.medium(phrase.medium)
        elif phrase.form == "state":
            entity = self.ledger.state(phrase.state)
        elif phrase.form == "name" and phrase.noun is not None:
            entity = self._organisation(phrase, article)
        elif phrase.form == "body" and tells(phrase):
            entity = self.ledger.body(phrase, article)
            if phrase.owner and entity.body is None:
                entity.body = self._named(phrase.owner, cast)
                entity.body_rule = "owner"
        return entity.seen(phrase.text, article) if entity else None

    def _garbled_person(self, phrase: Phrase, article: str) -> Entity | None:
        """Who is meant by a given name in the place of a surname: "Professor Leif"."""
        if " " in phrase.name or phrase.office is None:
            return None
        if self.ledger.bearer(phrase.name, article) is not None:
            return None
        found = self.ledger.by_given_name(phrase.name, phrase.office.noun)
        if found is not None:
            self.garbled[article][phrase.name] = found
        return found

    def _learn_short_form(self, entity: Entity, phrase: Phrase, article: str) -> None:
        if phrase.acronym and not entity.acronym:
            self.ledger.abbreviate(entity, phrase.acronym)
        elif phrase.acronym and one_slip(phrase.acronym, entity.acronym):
            self.slips[phrase.acronym] = entity.acronym

    def _learn_person(self, entity: Entity, phrase: Phrase, cast: Cast) -> None:
        if phrase.office and phrase.office not in entity.offices:
            entity.offices.append(phrase.office)
        if not entity.genders:
            entity.genders = phrase.genders
        entity.party = entity.party or phrase.party
        if phrase.state and speaks_for_state(phrase):
            entity.state = entity.state or phrase.state
        if phrase.owner and entity.body is None and not speaks_for_nobody(phrase):
            if phrase.owner.office and phrase.owner.office.speaks == "state":
                entity.offices.append(phrase.owner.office)
            owner = self._owner(phrase.owner, cast)
            part = owner is None and phrase.owner.form in {"name", "group", "body"}
            entity.inside = entity.inside or part
            if owner is not None and not (phrase.party and owner.name == phrase.party):
                entity.body, entity.body_rule = owner, "owner"

    def _owner(self, phrase: Phrase, cast: Cast) -> Entity | None:
        """The body that words beside an office name; a common noun ("der Abteilung") is none."""
        if phrase.form == "name":
            known = phrase.sure or cast.names.get(phrase.name) == "ORG"
            if not known or cast.names.get(phrase.name) in {"PER", "LOC"}:
                return None
            return self._organisation(phrase, cast.article.id)
        return self._named(phrase, cast)

    def _organisation(self, phrase: Phrase, article: str) -> Entity:
        entity = self.ledger.organisation(phrase.name)
        if phrase.noun is not None:
            entity.sort, entity.genders = phrase.noun.kind, phrase.noun.gender
        return entity.seen(phrase.text, article)

    # 2. in the order of the text

    def _read(self, cast: Cast) -> None:
        sights = self.sights[cast.article.id]
        for role in cast.roles:
            entity = self._understood(role, cast)
            if entity is None:
                continue
            self.found[cast.article.id, role.span] = entity
            house = entity.body if role.phrase.owner is not None else None
            if house is not None and house.kind == "organisation":
                sights.append(Sight(role.span.start, role.sentence, house, False))
            sights.append(Sight(role.span.start, role.sentence, entity, role.speaker))

    def _note_slips(self, article: Article) -> None:
        """Garbled short forms become aliases of the bodies they mean."""
        for form, meant in self.slips.items():
            entity = self.ledger.by_acronym(meant)
            if entity is not None and form in article.text:
                self.garbled[article.id][form] = entity.seen(form, article.id)

    def _understood(self, role: Role, cast: Cast) -> Entity | None:
        return self.entity(role.phrase, role, cast)

    def entity(
        self, phrase: Phrase, role: Role, cast: Cast, *, behind: Entity | None = None
    ) -> Entity | None:
        """Who is meant; `behind` is the one before in the chain, whose "sein" or "unser" it may be.

        Nothing for what continues a chain ("demnach", "den Angaben zufolge"): chains resolve it.
        """
        article = cast.article.id
        known = self._named(phrase, cast)
        if known is not None:
            self._learn_bare_owner(known, phrase, role, cast)
            return known
        match phrase.form:
            case "pronoun":
                found = pronoun(phrase, self.sights[article], role.sentence)
                personal = set(phrase.genders) & {"m", "f"}
                return found or (self._unknown(phrase, article) if personal else None)
            case "office":
                return self._office(phrase, role, cast, behind)
            case "body":
                return self._body(phrase, role, cast, behind)
            case "report":
                return self._report(phrase, role, cast, behind)
            case "insiders":
                return self._insiders(phrase, role, cast, behind)
            case "media":
                return self._media(phrase, role, article)
            case "hearsay":
                name, form = HEARSAY
                entity = self.ledger.anonymous("anonymous", name, "hearsay")
                return entity.seen(form, article)
            case "group":
                thing = tagged_as(role, cast) == "no noun"
                return None if thing else self._group(phrase, article)
            case "name":
                return self._name(phrase, role, cast)
        return None

    def _learn_bare_owner(self, entity: Entity, phrase: Phrase, role: Role, cast: Cast) -> None:
        """The body of a person whose office names it by a bare noun: "Sprecherin der Behörde"."""
        owner = phrase.owner
        if entity.kind != "person" or entity.body is not None or owner is None:
            return
        if owner.form == "body" and not tells(owner) and not speaks_for_nobody(phrase):
            entity.body, entity.body_rule = self._body(owner, role, cast, None), "owner"

    def _unknown(self, phrase: Phrase, article: str) -> Entity:
        name = unknown_name(phrase.text)
        return self.ledger.anonymous("anonymous", name, "unknown", article, name).seen(
            phrase.text, article
        )

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

    def _body_beside(
        self, phrase: Phrase, role: Role, cast: Cast, behind: Entity | None
    ) -> Entity | None:
        if phrase.form == "name":
            return self._owner(phrase, cast)
        return self.entity(phrase, role, cast, behind=behind)

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
            same = found is not None and phrase.state in {"", found.state or found.root.state}
            if found is not None and (same or not phrase.state):
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
                self.sights[article], role.sentence, lambda e: same_class("medium", e), reach=12,
                reach_named=12,
            )  # fmt: skip
            if found is not None and phrase.text[:1].islower() | phrase.text.startswith("D"):
                return found.seen(phrase.text, article)
        name = media_name(phrase.name, phrase.state)
        return self.ledger.anonymous("outlet", name, "media", name).seen(phrase.text, article)

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


def _of_a_state(entity: Entity) -> bool:
    """Whether somebody is a person for whose state "seine Regierung" can stand."""
    return entity.kind == "person" and (bool(entity.state) or entity.root.sort == "state")
