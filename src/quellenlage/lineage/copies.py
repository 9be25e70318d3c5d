"""Exact copies: the same text many times over is looked at a few times and told of all.

What stands in very many places is no rare feature, and comparing all copies with all would take the
square of their number. So only the first `LOOKED_AT` copies of a text go through the whole; each
further one is joined to the first, sentence by sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from quellenlage.model import Article

__all__ = ["LOOKED_AT", "Texts", "Unlike", "unlike"]

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


class Texts:
    """The texts met so far, for articles that come one by one."""

    def __init__(self) -> None:
        self._first: dict[bytes, tuple[str, int]] = {}
        self._further: defaultdict[str, list[str]] = defaultdict(list)

    def take(self, article: Article) -> str | None:
        """The first article with this text if the new one is a further copy; none if not."""
        if not article.text.strip():
            return None
        text = blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        first, number = self._first.get(text, (article.id, 0))
        if number < LOOKED_AT:
            self._first[text] = first, number + 1
            return None
        self._further[first].append(article.id)
        return first

    def with_further(self, ids: Sequence[str]) -> list[str]:
        """Articles and the further copies of their texts."""
        return [*ids, *(copy for id in ids for copy in self._further.get(id, ()))]
