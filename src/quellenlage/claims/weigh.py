"""From annotated articles to weighed claims: the stage's own chain of steps.

1. Passages of every article of a story, with stance and kind.
2. What each says, as features; how alike they are; groups of those that say one thing.
3. Answers join the claim they answer.
4. Every group becomes a proposition with its assertions, and is weighed.
5. Discrepancies, drifts and the timeline are read off the claims, and doubts about articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from quellenlage.claims.closeness import Closeness
from quellenlage.claims.discrepancies import discrepancies
from quellenlage.claims.doubts import with_doubts
from quellenlage.claims.drift import drifts
from quellenlage.claims.firsthand import is_first_hand
from quellenlage.claims.grouping import group
from quellenlage.claims.heart import strays
from quellenlage.claims.kinds import claim_kind
from quellenlage.claims.negatives import agreeing
from quellenlage.claims.propositions import Wording, proposition_text
from quellenlage.claims.statements import Statement, statements
from quellenlage.claims.timeline import timeline
from quellenlage.claims.weighing import Proposition, Scales
from quellenlage.model import Analysis, Article, Assertion, Claim, Source, Stage, Story

__all__ = ["STAGE", "weigh"]


def weigh(analysis: Analysis) -> Analysis:
    """The analysis with claims, discrepancies, drifts and timeline, and with doubts as warnings."""
    scales = Scales(analysis)
    articles = {article.id: article for article in analysis.articles}
    sources = {source.id: source for source in analysis.sources}
    claims: list[Claim] = []
    closeness = Closeness()
    for story in analysis.stories:
        claims += _claims_of(story, analysis, scales, closeness)
    claims = _with_own_ids(claims)
    differences = discrepancies(claims, articles, sources, closeness, analysis.reuse)
    return msgspec.structs.replace(
        analysis,
        articles=with_doubts(analysis.articles, claims, differences),
        claims=claims,
        discrepancies=differences,
        drifts=drifts(claims, analysis.articles, closeness),
        timeline=timeline(analysis.articles, claims),
    )


def _claims_of(
    story: Story, analysis: Analysis, scales: Scales, closeness: Closeness
) -> list[Claim]:
    """The claims of one story, in order of their first passages."""
    articles = {article.id: article for article in analysis.articles}
    sources = {source.id: source for source in analysis.sources}
    found = statements([articles[id] for id in story.articles if id in articles])
    grouping = group(found, analysis.reuse, sources)
    closeness.add([statement.features for statement in found], grouping.alike)
    return [
        scales.weigh(
            story.id,
            _proposition(agreeing([found[n] for n in members]), articles, sources, closeness),
        )
        for members in grouping.groups
    ]


def _proposition(
    members: Sequence[Statement],
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
    closeness: Closeness,
) -> Proposition:
    """A group of statements as a claim that can be weighed."""
    kind, rule = claim_kind([m.kind for m in members if not m.answers] or [m.kind for m in members])
    assertions = [assertion for member in members for assertion in _assertions(member)]
    return Proposition(
        text=proposition_text([_wording(member) for member in members], articles),
        kind=kind,
        assertions=assertions,
        first_hand=is_first_hand(members, assertions, articles, sources),
        stray=strays(assertions, closeness),
        rules={"kind": rule},
    )


def _wording(statement: Statement) -> Wording:
    """A statement as one that may word its claim."""
    return Wording(passage=statement.features.passage, vector=statement.vector, held=statement.held)


def _assertions(statement: Statement) -> list[Assertion]:
    """The assertions a passage makes: one for each of several joint speakers."""
    passage, held = statement.features.passage, statement.held
    attribution = None if held.formula else passage.attribution
    return [
        Assertion(
            article=passage.article,
            start=passage.start,
            end=passage.end,
            chain=list(chain),
            attribution=attribution.id if attribution else None,
            stance=held.stance,
            hedged=held.hedged,
            formula=held.formula,
            headline=passage.headline,
            rule=held.rule,
        )
        for chain in statement.chains
    ]


def _with_own_ids(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with ids that are all different: a second claim in one passage gets a number."""
    seen: dict[str, int] = {}
    named = []
    for claim in claims:
        seen[claim.id] = seen.get(claim.id, 0) + 1
        again = seen[claim.id]
        named.append(
            claim if again == 1 else msgspec.structs.replace(claim, id=f"{claim.id}-{again}")
        )
    return named


STAGE = Stage(
    name="claims",
    version="2",
    scope="analysis",
    requires=frozenset(
        {
            "article.sentences",
            "article.words",
            "article.mentions",
            "article.dates",
            "article.figures",
            "article.attributions",
            "sources",
            "reuse",
            "lineages",
            "stories",
        }
    ),
    gives=frozenset({"claims", "discrepancies", "drifts", "timeline"}),
    run=weigh,
)
