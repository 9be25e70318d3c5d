"""First-hand: the one origin of a claim speaks of itself, its acts, plans or words (GUIDE 5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quellenlage.claims.sides import side_of
from quellenlage.claims.statements import Statement
from quellenlage.german.clause_mood import commits, speaks_in_first_person
from quellenlage.german.predicates import takes_measures
from quellenlage.german.references import names_by_kind
from quellenlage.model import Article, Assertion, Source, speaks_for, within
from quellenlage.model.spans import Span

__all__ = ["is_first_hand"]


def is_first_hand(
    members: Sequence[Statement],
    assertions: Sequence[Assertion],
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
) -> bool:
    """Whether all who support a claim speak for one body, and the claim is about that body."""
    bodies = {
        speaks_for(sources, a.chain[-1])
        for a in assertions
        if a.chain and side_of(a.stance) == "support" and not a.formula
    }
    if len(bodies) != 1:
        return False
    about = [_is_about(member, next(iter(bodies)), articles, sources) for member in members]
    return any(about)


def _is_about(
    member: Statement, body: str, articles: Mapping[str, Article], sources: Mapping[str, Source]
) -> bool:
    """Whether a passage is about somebody of a body: named in it, or "wir"."""
    passage = member.features.passage
    content = passage.content
    if not content:
        return False
    if passage.attribution and speaks_in_first_person(content):
        return True
    if passage.attribution and commits(member.held.rule, content):
        return True
    if passage.attribution and member.held.stance == "asserts" and takes_measures(content):
        return True
    name = sources[body].name if body in sources else body
    if names_by_kind(content, name):
        return True
    names = within(articles[passage.article].mentions, Span(content[0].start, content[-1].end))
    framing = {word.start for word in passage.frame}
    return any(
        m.source and m.start not in framing and speaks_for(sources, m.source) == body for m in names
    )
