"""Chains: from the links of an attribution, as they stand in the text, to chains of entities.

1. every link gives one entity for each joint speaker, and a chain for each combination of them;
   "laut den Medien" stands for the papers that were named together before;
2. a link that only continues ("demnach", "den Angaben zufolge", "man") gives the chains of the
   attribution before; "nach eigenen Angaben" the first one named in its sentence;
3. a pronoun for one who was just passed on by a relay keeps the relay: "wird X von der Zeitung
   zitiert. Sie bezweifle …" is the paper and X again;
4. the same entity twice in a row is one link.
"""

from __future__ import annotations

from itertools import islice, product

from quellenlage.model import Attribution, Link, Span
from quellenlage.sources.castlist import Cast, Role, links_of
from quellenlage.sources.entities import Entity
from quellenlage.sources.story import StoryReading

__all__ = ["Chain", "chains_of"]

MOST_CHAINS = 12
"""Combinations of joint speakers beyond which an attribution is a list misread."""

Chain = tuple[Entity, ...]


def chains_of(cast: Cast, reading: StoryReading) -> dict[str, list[Chain]]:
    """The chains of every attribution of an article, by its id."""
    roles = {role.span: role for role in cast.roles if role.speaker}
    builder = _Builder(cast, reading, roles)
    found: dict[str, list[Chain]] = {}
    before: list[Chain] = []
    relayed: set[int] = set()
    for attribution in sorted(cast.article.attributions, key=_place):
        chains = builder.chains(attribution, before, relayed)
        found[attribution.id] = chains
        if chains:
            before = chains
            relayed = {id(chain[-1]) for chain in chains if len(chain) > 1 and _relays(attribution)}
    return found


def _place(attribution: Attribution) -> tuple[int, str]:
    spans = [*attribution.quote, *attribution.speaker, *attribution.frame]
    return min((span.start for span in spans), default=0), attribution.id


def _relays(attribution: Attribution) -> bool:
    return any(link.relay for link in attribution.links)


class _Builder:
    """Builds the chains of one article's attributions."""

    def __init__(self, cast: Cast, reading: StoryReading, roles: dict[Span, Role]) -> None:
        self._cast, self._reading, self._roles = cast, reading, roles

    def chains(
        self, attribution: Attribution, before: list[Chain], relayed: set[int]
    ) -> list[Chain]:
        parts: list[list[Chain]] = []
        behind: Entity | None = None
        for link in links_of(attribution):
            options = self._options(link, before, behind)
            if options:
                parts.append(options)
                behind = options[0][-1]
        chains = [_joined(parts) for parts in islice(product(*parts), MOST_CHAINS)] if parts else []
        if relayed and self._by_pronoun(attribution):
            chains = [
                kept if id(chain[0]) in relayed and (kept := _ending(before, chain[0])) else chain
                for chain in chains
            ]
        return list(dict.fromkeys(chains))

    def _by_pronoun(self, attribution: Attribution) -> bool:
        links = links_of(attribution)
        spans = links[0].speakers if len(links) == 1 else []
        return any(
            span in self._roles and self._roles[span].phrase.form == "pronoun" for span in spans
        )

    def _options(self, link: Link, before: list[Chain], behind: Entity | None) -> list[Chain]:
        """What one link may be: a chain of one for each speaker, or the chains it continues."""
        options: list[Chain] = []
        parts = [part for span in link.speakers for part in self._cast.parts.get(span, [span])]
        for span in parts:
            role = self._roles.get(span)
            if role is None:
                continue
            if role.phrase.form in {"anaphor", "impersonal"}:
                options += self._continued(role, before)
                continue
            joint = self._reading.joint_media(role.phrase, role, self._cast.article.id)
            if role.phrase.form == "media" and joint:
                options += [(one,) for one in joint]
                continue
            entity = self._entity(role, behind)
            if entity is not None:
                options.append((entity,))
            elif role.phrase.form == "pronoun":
                options += before
        return options

    def _entity(self, role: Role, behind: Entity | None) -> Entity | None:
        found = self._reading.found.get((self._cast.article.id, role.span))
        if behind is not None and _leans(role):
            leaning = self._reading.entity(role.phrase, role, self._cast, behind=behind)
            if leaning is not None:
                self._reading.found[self._cast.article.id, role.span] = leaning
                return leaning
        return found

    def _continued(self, role: Role, before: list[Chain]) -> list[Chain]:
        if role.phrase.name == "self":
            near = [
                sight.entity
                for sight in self._reading.sights[self._cast.article.id]
                if sight.sentence == role.sentence
            ]
            if near:
                return [(near[0],)]
        return before


def _leans(role: Role) -> bool:
    """Whether a phrase may be understood through the one before it in the chain."""
    phrase = role.phrase
    owner = phrase.owner
    body = phrase.form == "body" or (owner is not None and owner.form == "body")
    return phrase.possessive or (body and not phrase.state and not (owner and owner.state))


def _joined(parts: tuple[Chain, ...]) -> Chain:
    joined: list[Entity] = []
    for part in parts:
        for entity in part:
            if not joined or joined[-1] is not entity:
                joined.append(entity)
    return tuple(joined)


def _ending(chains: list[Chain], entity: Entity) -> Chain | None:
    return next((chain for chain in chains if chain[-1] is entity), None)
