"""Exact copies: the same text many times over is looked at a few times and told of all.

What stands in very many places is no rare feature, and comparing all copies with all would take the
square of their number. So only the first `LOOKED_AT` copies of a text go through the whole; each
further one is joined to the first, sentence by sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.model import Article

__all__ = ["LOOKED_AT", "Unlike", "unlike"]

LOOKED_AT = 8
"""Copies of one text that are compared with one another: more than a wire report has houses that
print it unchanged, so that the pairs a reader would look at are all told."""


@dataclass(frozen=True)
class Unlike:
    """The articles to look at, and the further copies, by the id of the first of their text."""

    articles: list[Article]
    further: dict[str, list[Article]]

    def pairs(self) -> Iterator[tuple[Article, Article]]:
        """Every further copy with the first of its text."""
        first = {article.id: article for article in self.articles}
        for id, copies in self.further.items():
            for copy in copies:
                yield first[id], copy


def unlike(articles: Sequence[Article]) -> Unlike:
    """Few articles of each text; of those with one id only the first, since ids tell them apart."""
    seen: set[str] = set()
    first: dict[str, str] = {}
    number: defaultdict[str, int] = defaultdict(int)
    kept: list[Article] = []
    further: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.id in seen:
            continue
        seen.add(article.id)
        root = first.setdefault(article.text, article.id)
        number[root] += 1
        if number[root] > LOOKED_AT and article.text.strip():
            further[root].append(article)
        else:
            kept.append(article)
    return Unlike(kept, dict(further))
