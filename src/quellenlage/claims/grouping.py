"""Grouping: the statements of a story, and which of them are assertions of one claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from quellenlage.claims.answers import antecedent, is_answer, points_back
from quellenlage.claims.clustering import cluster
from quellenlage.claims.features import Features, Vector, features_of, vectors
from quellenlage.claims.kinds import passage_kind
from quellenlage.claims.matching import Pair, reused, similarities
from quellenlage.claims.passages import passages
from quellenlage.claims.stances import Holding, holding
from quellenlage.model import Article, ClaimKind, Reuse

__all__ = ["Statement", "group", "statements"]

ONE_CLAIM = 0.38
"""Mean similarity from which on passages are one claim."""
ANSWERED = 0.22
"""The same for an answer and the claim it answers: it names only what is in question."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A passage, what it says, and how it holds it."""

    features: Features
    vector: Vector
    held: Holding
    kind: tuple[ClaimKind, str]

    @property
    def answers(self) -> bool:
        """Whether it answers what somebody else said."""
        return is_answer(self.held)


def statements(articles: Iterable[Article]) -> list[Statement]:
    """The statements of some articles, article by article, in order."""
    features = [
        features_of(passage, article) for article in articles for passage in passages(article)
    ]
    held = [holding(item.passage) for item in features]
    return [
        Statement(features=item, vector=vector, held=how, kind=passage_kind(item.passage, how))
        for item, vector, how in zip(features, vectors(features), held, strict=True)
    ]


def group(found: Sequence[Statement], reuse: Sequence[Reuse]) -> list[list[int]]:
    """The statements that are one claim, as places in the list."""
    features = [statement.features for statement in found]
    edges = reused(features, reuse)
    alike = similarities(features, [statement.vector for statement in found], edges)
    pointing = {n for n, s in enumerate(found) if points_back(s.features, s.held)}
    comparable = {p: v for p, v in alike.items() if not pointing.intersection(p)}
    groups = cluster(len(found), comparable, ONE_CLAIM)
    home = {number: place for place, members in enumerate(groups) for number in members}
    moved = _answered(found, groups, home, comparable) | _pointed(found, pointing)
    return _merged(groups, home, moved)


def _answered(
    found: Sequence[Statement],
    groups: Sequence[Sequence[int]],
    home: Mapping[int, int],
    alike: Mapping[Pair, float],
) -> dict[int, int]:
    """Groups of nothing but answers: a member, and the passage of the claim they answer."""
    only = {n for n, members in enumerate(groups) if all(found[m].answers for m in members)}
    best: dict[int, tuple[float, int, int]] = {}
    for (one, other), value in alike.items():
        for mine, theirs in ((one, other), (other, one)):
            if home[mine] in only and home[theirs] not in only and value >= ANSWERED:
                entry = (value, -theirs, mine)
                best[home[mine]] = max(best.get(home[mine], entry), entry)
    return {mine: -theirs for _, theirs, mine in best.values()}


def _pointed(found: Sequence[Statement], pointing: Iterable[int]) -> dict[int, int]:
    """Answers that only point, and the passage they point at."""
    bounds: dict[str, tuple[int, int]] = {}
    for number, statement in enumerate(found):
        article = statement.features.passage.article
        bounds[article] = (bounds.get(article, (number, 0))[0], number + 1)
    features = [statement.features for statement in found]
    held = {number: statement.held for number, statement in enumerate(found)}
    targets: dict[int, int] = {}
    for number in sorted(pointing):
        first, last = bounds[features[number].passage.article]
        target = antecedent(number, features, held, last, first)
        if target is not None:
            targets[number] = target
    return targets


def _merged(
    groups: Sequence[Sequence[int]], home: Mapping[int, int], moved: Mapping[int, int]
) -> list[list[int]]:
    """The groups after every group that answers another has gone there."""
    goes = {home[mine]: home[theirs] for mine, theirs in moved.items()}
    result: dict[int, list[int]] = {}
    for number, members in enumerate(groups):
        target, seen = number, {number}
        while target in goes and goes[target] not in seen:
            target = goes[target]
            seen.add(target)
        result.setdefault(target, []).extend(members)
    return sorted(sorted(members) for members in result.values())
