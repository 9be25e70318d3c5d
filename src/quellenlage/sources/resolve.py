"""The stage: an analysis in, the same with its sources, chains and resolved names out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from quellenlage.german.offices import given_name_gender
from quellenlage.german.stance import holds_attitude
from quellenlage.model import (
    Analysis,
    Article,
    Attribution,
    Mention,
    Source,
    Span,
    Stage,
    content_id,
    outlet_source_id,
    own_voice_name,
    own_voice_source_id,
    within,
)
from quellenlage.sources.bodies import assign_bodies
from quellenlage.sources.chains import Chain, chains_of
from quellenlage.sources.entities import Entity
from quellenlage.sources.garbled import garbled_warnings
from quellenlage.sources.story import StoryReading

__all__ = ["STAGE", "resolve"]

replace = msgspec.structs.replace


def resolve(analysis: Analysis) -> Analysis:
    """The analysis with who is who, story by story; articles of no story stand alone."""
    by_id = {article.id: article for article in analysis.articles}
    sources: dict[str, Source] = {}
    for group in _groups(analysis):
        resolved, found = _resolve_story([by_id[id] for id in group])
        by_id.update((article.id, article) for article in resolved)
        for source in found:
            sources[source.id] = _merged(sources.get(source.id), source)
    articles = [by_id[article.id] for article in analysis.articles]
    return replace(analysis, articles=articles, sources=sorted(sources.values(), key=_by_name))


def _by_name(source: Source) -> tuple[str, str]:
    return source.name, source.id


def _groups(analysis: Analysis) -> Iterable[list[str]]:
    """The articles of each story; all in one if there are no stories, the rest one by one."""
    known = {article.id for article in analysis.articles}
    if not analysis.stories:
        return [[article.id for article in analysis.articles]] if known else []
    groups = [[id for id in story.articles if id in known] for story in analysis.stories]
    placed = {id for group in groups for id in group}
    alone = [[article.id] for article in analysis.articles if article.id not in placed]
    return [group for group in [*groups, *alone] if group]


def _resolve_story(articles: Sequence[Article]) -> tuple[list[Article], list[Source]]:
    reading = StoryReading(articles)
    assign_bodies(reading)
    chains = {cast.article.id: chains_of(cast, reading) for cast in reading.casts}
    assign_bodies(reading)
    ids = _Ids(articles)
    used = _used(chains)
    _add_holders(used, reading)
    resolved = [_rewritten(article, chains[article.id], reading, ids, used) for article in articles]
    sources = [_source(entity, ids) for entity in used.values()]
    return resolved, _with_own_voices(sources, articles)


def _used(chains: dict[str, dict[str, list[Chain]]]) -> dict[int, Entity]:
    """Whoever speaks in a chain, and the bodies they speak for."""
    used: dict[int, Entity] = {}
    for by_attribution in chains.values():
        for found in by_attribution.values():
            for chain in found:
                for entity in chain:
                    at: Entity | None = entity
                    while at is not None and id(at) not in used:
                        used[id(at)] = at
                        at = at.body
    return used


def _add_holders(used: dict[int, Entity], reading: StoryReading) -> None:
    """Adds whoever stands in a sentence that reports an attitude without a word: "Peru will …"."""
    for cast in reading.casts:
        article = cast.article
        for sentence in article.sentences:
            span = Span(sentence.start, sentence.end)
            names = within(article.mentions, span)
            found = [
                entity
                for name in names
                if (entity := reading.found.get((article.id, Span(name.start, name.end))))
                and id(entity) not in used
                and _is_known(entity)
            ]
            if found and holds_attitude(within(article.words, span)):
                for entity in found:
                    at: Entity | None = entity
                    while at is not None and id(at) not in used:
                        used[id(at)] = at
                        at = at.body


def _is_known(entity: Entity) -> bool:
    """Whether a name that does not speak is surely somebody's: the tagger takes much for a name."""
    given = given_name_gender(entity.name.split()[0])
    return entity.kind != "person" or bool(entity.offices or given)


class _Ids:
    """Ids of sources: from what they are known by, so that further articles rename nobody."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._story = min((article.id for article in articles), default="")

    def of(self, entity: Entity) -> str:
        if entity.voice:
            return entity.voice
        if entity.kind in {"outlet", "agency"} and entity.sort == "medium":
            return outlet_source_id(entity.name)
        root = entity.root
        parts = [entity.kind, entity.name, root.name if root is not entity else ""]
        alone = entity.local or (entity.kind == "person" and root is entity)
        return content_id("s", *parts, self._story if alone else "")


def _source(entity: Entity, ids: _Ids) -> Source:
    return Source(
        id=ids.of(entity),
        name=entity.name,
        kind=entity.kind,
        aliases=[form for form in entity.forms if form != entity.name],
        body=ids.of(entity.body) if entity.body is not None else None,
    )


def _with_own_voices(sources: list[Source], articles: Sequence[Article]) -> list[Source]:
    """The sources, and the outlet of every article as the source of its own voice."""
    found = {source.id: source for source in sources}
    for article in articles:
        id = own_voice_source_id(article)
        name = own_voice_name(article)
        known = found.get(id)
        if known is None:
            found[id] = Source(id=id, name=name, kind="outlet")
        elif known.name != name and name not in known.aliases:
            found[id] = replace(known, aliases=[*known.aliases, name])
    return list(found.values())


def _merged(one: Source | None, other: Source) -> Source:
    if one is None:
        return other
    aliases = [*one.aliases, *other.aliases, other.name]
    unique = [alias for alias in dict.fromkeys(aliases) if alias != one.name]
    return replace(one, aliases=unique, body=one.body or other.body)


def _rewritten(
    article: Article,
    chains: dict[str, list[Chain]],
    reading: StoryReading,
    ids: _Ids,
    used: dict[int, Entity],
) -> Article:
    """The article with its attributions' sources and chains, and its names' sources."""

    def attribution(old: Attribution) -> Attribution:
        found = [[ids.of(entity) for entity in chain] for chain in chains.get(old.id, [])]
        return replace(old, source=found[0][0] if found else None, chains=found)

    def mention(old: Mention) -> Mention:
        entity = reading.found.get((article.id, Span(old.start, old.end)))
        return replace(old, source=ids.of(entity)) if entity and id(entity) in used else old

    return replace(
        article,
        attributions=[attribution(old) for old in article.attributions],
        mentions=[mention(old) for old in article.mentions],
        warnings=[
            *article.warnings,
            *garbled_warnings(article, reading.garbled[article.id].items()),
        ],
    )


STAGE = Stage(
    name="sources",
    version="1",
    scope="analysis",
    requires=frozenset({"article.attributions", "article.mentions", "stories"}),
    gives=frozenset({"sources", "article.attributions.chains"}),
    run=resolve,
)
