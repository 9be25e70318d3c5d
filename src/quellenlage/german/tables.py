"""The word lists of the language pack: tab-separated files beside this module.

A line is an entry, `#` begins a comment. Every file has a fixed number of columns; the loader fails
loudly on a line that has another.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["CACHE", "rows", "word_set"]

CACHE = 60_000
"""Words about which a question's answer is remembered; a hundred thousand articles bring ever new
ones, and what is remembered must not grow with them."""


@cache
def rows(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """The entries of `data/NAME.tsv`; raises `ValueError` for a line with other columns."""
    found = []
    text = (files("quellenlage.german") / "data" / f"{name}.tsv").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = tuple(field.strip() for field in line.split("\t"))
        if len(fields) != columns:
            raise ValueError(f"{name}.tsv, line {number}: {len(fields)} columns, not {columns}")
        found.append(fields)
    return tuple(found)


@cache
def word_set(name: str, columns: int = 2) -> frozenset[str]:
    """The first column of `data/NAME.tsv`."""
    return frozenset(row[0] for row in rows(name, columns))
