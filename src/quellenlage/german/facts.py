"""Words that carry facts: what changed if one of them did."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from quellenlage.german.numbers import number_word
from quellenlage.german.tables import rows

__all__ = ["fact_words"]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+")


def fact_words(text: str) -> Counter[str]:
    """The numbers, days, months and negations of a text: "drei", "4,2", "Montag", "nicht"."""
    found: Counter[str] = Counter()
    for token in _TOKEN.findall(text.casefold()):
        if token[0].isdigit():
            found[token] += 1
        elif (number := number_word(token)) is not None:
            found[str(number)] += 1
        elif token in _telling():
            found[_telling()[token]] += 1
    return found


@cache
def _telling() -> dict[str, str]:
    """Every form of a fact word with the word it stands for."""
    forms: dict[str, str] = {}
    for word, others, _ in rows("fact_words", 3):
        for form in (word, *filter(None, others.split("|"))):
            forms[form] = word
    return forms
