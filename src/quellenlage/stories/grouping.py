"""Which articles tell one event (first version: all articles given are one story)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quellenlage.model import Analysis, Article, Stage, Story, content_id

__all__ = ["STAGE", "group"]


def group(articles: Sequence[Article]) -> list[Story]:
    """The stories that some articles tell."""
    if not articles:
        return []
    days = sorted(article.published[:10] for article in articles if article.published)
    return [
        Story(
            id=content_id("story", articles[0].id),
            title=articles[0].title or "",
            articles=[article.id for article in articles],
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )
    ]


def _run(analysis: Analysis) -> Analysis:
    return msgspec.structs.replace(analysis, stories=group(analysis.articles))


STAGE = Stage(
    name="stories",
    version="1",
    scope="analysis",
    requires=frozenset({"article.words", "article.mentions"}),
    gives=frozenset({"stories"}),
    run=_run,
)
