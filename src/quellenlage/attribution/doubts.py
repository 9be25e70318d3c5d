"""Texts on which attribution is doubtful for what they are: told as warnings, read all the same.

1. no capitals, or nothing but capitals: names and nouns cannot be told from other words;
2. lines without end marks: lists, tables and tickers have no sentences to attribute.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quellenlage.model import Article, Warning

__all__ = ["doubts_of"]

FEWEST_LETTERS = 200
"""In fewer letters a headline in capitals or a chat line proves nothing."""
MOST_CAPITALS, FEWEST_CAPITALS = 0.5, 0.005
"""Shares of capitals among letters; nine in ten of 150 news articles have .05 to .08, none
over .14."""
FEWEST_LINES = 10
"""Fewer sentences without end marks are a heading, a byline, a caption."""
MOST_OPEN = 0.7
"""Share of sentences without an end mark; nine in ten of 150 news articles have at most .11, none
over .19."""
_ENDS = frozenset('.!?…"“”«»:')


def doubts_of(article: Article) -> Iterator[Warning]:
    """Warnings that what was attributed in an article is doubtful."""
    signs = Counter(article.text)
    letters = sum(count for sign, count in signs.items() if sign.isalpha())
    capitals = sum(count for sign, count in signs.items() if sign.isupper())
    if letters >= FEWEST_LETTERS and not FEWEST_CAPITALS <= capitals / letters <= MOST_CAPITALS:
        yield Warning(
            code="letter_case",
            message="the text tells no capital from small letters; names and speakers are doubtful",
        )
    sentences = article.sentences
    if len(sentences) >= FEWEST_LINES:
        open_ended = sum(article.text[one.end - 1] not in _ENDS for one in sentences)
        if open_ended > MOST_OPEN * len(sentences):
            yield Warning(
                code="no_sentences",
                message="most lines have no end mark, as in a list or table; speakers are doubtful",
            )
