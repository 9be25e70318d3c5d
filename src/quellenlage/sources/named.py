"""Names that explain themselves: full names of persons, bodies with a name, state or short form.

Step 1 of `story`: they come first, in all articles, as surnames and bare nouns are understood
through them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from quellenlage.german.institutions import without_legal_form
from quellenlage.german.speakerphrases import Phrase, read_phrase
from quellenlage.model import Article, own_voice_source_id
from quellenlage.sources.castlist import Cast, Role, read_cast
from quellenlage.sources.entities import Entity, Sight
from quellenlage.sources.garbled import one_slip, short_form_slips
from quellenlage.sources.introduced import introductions
from quellenlage.sources.ledger import Ledger
from quellenlage.sources.names import names_of_story
from quellenlage.sources.telling import richness, speaks_for_nobody, speaks_for_state, tells

__all__ = ["NamedReading"]


class NamedReading(ABC):
    """The entities of a story that explain themselves, and what their words tell of them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.ledger = Ledger()
        self.names = names_of_story(articles)
        for article in articles:
            if article.kind != "report" and article.outlet:
                self.names[without_legal_form(article.outlet)] = "ORG"
        self.slips = short_form_slips(articles)
        self.garbled: dict[str, dict[str, Entity]] = {article.id: {} for article in articles}
        self.casts = [read_cast(article, self.names) for article in articles]
        self.sights: dict[str, list[Sight]] = {article.id: [] for article in articles}
        self._enter_introduced(articles)
        self._enter_names()
        self._enter_authors(articles)

    @abstractmethod
    def entity(
        self, phrase: Phrase, role: Role, cast: Cast, *, behind: Entity | None = None
    ) -> Entity | None:
        """Who is meant; known to those who read on."""

    def _enter_names(self) -> None:
        roles = [(cast, role) for cast in self.casts for role in cast.roles]
        roles.sort(key=lambda pair: -richness(pair[1].phrase))
        for cast, role in roles:
            if richness(role.phrase) > 0 and (entity := self._named(role.phrase, cast)):
                place = role.span.start
                entity.first[cast.article.id] = min(place, entity.first.get(cast.article.id, place))

    def _enter_introduced(self, articles: Sequence[Article]) -> None:
        """Bodies whose short form an article gives in brackets: it stands for them everywhere."""
        for phrase, article in introductions(articles, self.names):
            if phrase.form == "body":
                self.ledger.body(phrase, article)
            elif phrase.institution:
                self.ledger.abbreviate(self.ledger.institution(phrase.institution), phrase.acronym)
            else:
                self.ledger.abbreviate(self.ledger.organisation(phrase.name), phrase.acronym)

    def _enter_authors(self, articles: Sequence[Article]) -> None:
        """Authors of primary documents: a firm's release and the firm quoted are one source."""
        for article in articles:
            if article.kind == "report" or not article.outlet:
                continue
            phrase = read_phrase(article.outlet, self.names)
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

    def _body_beside(
        self, phrase: Phrase, role: Role, cast: Cast, behind: Entity | None
    ) -> Entity | None:
        if phrase.form == "name":
            return self._owner(phrase, cast)
        return self.entity(phrase, role, cast, behind=behind)
