"""Statements: the passages of a story with all that is compared, and whose word they are."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quellenlage.claims.answers import is_answer
from quellenlage.claims.features import Features, Vector, features_of, vectors
from quellenlage.claims.holders import holder
from quellenlage.claims.kinds import passage_kind
from quellenlage.claims.passages import Passage, passages
from quellenlage.claims.stances import Holding, holding
from quellenlage.german.value_context import place_names
from quellenlage.model import Article, ClaimKind

__all__ = ["Statement", "statements"]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A passage, what it says, and how it holds it."""

    features: Features
    vector: Vector
    held: Holding
    kind: tuple[ClaimKind, str]
    chains: list[list[str]]

    @property
    def answers(self) -> bool:
        """Whether it answers what somebody else said."""
        return is_answer(self.held)


def statements(articles: Sequence[Article]) -> list[Statement]:
    """The statements of some articles, article by article, in order."""
    read = [(article, passage) for article in articles for passage in passages(article)]
    places = {name for article in articles for name in place_names(article)}
    features = [features_of(passage, article, places) for article, passage in read]
    found = []
    for (article, passage), item, vector in zip(read, features, vectors(features), strict=True):
        held = holding(passage)
        found.append(
            Statement(
                features=item,
                vector=vector,
                held=held,
                kind=passage_kind(passage, held),
                chains=_chains(passage, held, article),
            )
        )
    return found


def _chains(passage: Passage, held: Holding, article: Article) -> list[list[str]]:
    """Whose word a statement is: one chain for each of several joint speakers."""
    if held.formula:
        return [[]]
    if passage.attribution is not None:
        return [list(chain) for chain in passage.attribution.chains] or [[]]
    source = holder(passage, held, article)
    return [[source]] if source else [[]]
