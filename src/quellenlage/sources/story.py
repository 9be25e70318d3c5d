"""Reads a story for who is who: every role of every article becomes an entity of the ledger.

1. names that explain themselves come first, in all articles: full names of persons, bodies with a
   name, state or short form; then surnames and bare nouns, which are understood through them;
2. then each article is read from its beginning, and what points back is understood through what
   stands before it;
3. last, everybody learns for whom he speaks (`bodies`).
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.german.speakernames import HEARSAY
from quellenlage.german.speakerphrases import Phrase
from quellenlage.model import Article, Span
from quellenlage.sources.castlist import Cast, Role
from quellenlage.sources.entities import Entity, Sight
from quellenlage.sources.holders import HolderReading
from quellenlage.sources.references import pronoun
from quellenlage.sources.telling import speaks_for_nobody, tagged_as, tells

__all__ = ["StoryReading"]


class StoryReading(HolderReading):
    """Who is who in the articles of a story."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__(articles)
        self.found: dict[tuple[str, Span], Entity] = {}
        for cast in self.casts:
            self._read(cast)
            self._note_slips(cast.article)

    def _read(self, cast: Cast) -> None:
        sights = self.sights[cast.article.id]
        for role in cast.roles:
            entity = self.entity(role.phrase, role, cast)
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
