"""Forms of articles that are no plain report: satire that says so, tickers."""

from __future__ import annotations

import re

from quellenlage.model import Article

__all__ = ["is_satire", "is_ticker"]

ENTRIES = 3
"""Paragraphs that begin with an hour from which on a text is a ticker; a report has one at most."""
_SATIRE = re.compile(
    r"^\W*(?:Satire|Glosse|Realsatire)\s*(?:[:–|-]|$)|[(:–|-]\s*(?:eine\s+)?(?:Satire|Glosse)\W*$"
)
""""So "Satire: Der Montag wird abgeschafft" and "Der Montag wird abgeschafft (Satire)"."""
_ENTRY = re.compile(r"^\W*(?:[01]?\d|2[0-4])[.:][0-5]\d\s*(?:Uhr)?\s*[:–|+-]?\s", re.MULTILINE)


def is_satire(article: Article) -> bool:
    """Whether an article calls itself satire, in its section, its heading or its last paragraph."""
    paragraphs = article.text.strip().split("\n\n")
    marks = (article.section or "", article.title or "", paragraphs[0], paragraphs[-1])
    return any(_SATIRE.search(mark.strip()) for mark in marks)


def is_ticker(article: Article) -> bool:
    """Whether several paragraphs begin with an hour: "10.15 Uhr: Der Damm ist gebrochen"."""
    return len(_ENTRY.findall(article.text)) >= ENTRIES
