"""Tokens: words, numbers and marks of a sentence.

A compound with hyphens is one token ("Berlin-Besuch"), so is an abbreviation or ordinal with its
point ("Dr.", "8.") unless that point ends the sentence, a number with its separators ("1.500",
"25,3") and a web address. "1950-53" is three. Marks that are not seen, as those of right-to-left
writing, are no tokens and part of none: a name between them is the name.
"""

from __future__ import annotations

import re

from quellenlage.german.sentences import ABBREVIATIONS, UNSEEN
from quellenlage.model import Span

__all__ = ["split_tokens"]

_TOKEN = re.compile(
    r"[^\W\d_]++(?=[ ,])"  # most words: letters, and a blank or comma behind them
    r"|https?://[^\s<>\"“”„»«]+[^\s<>\"“”„»«.,;:!?)\]]|www\.[\w./-]+\w"
    r"|[@#][\w-]+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]*\w"
    r"|\d{1,3}(?:[  ]\d{3})+(?![\d\w])"
    r"|\d+(?:[.,:]\d+)*(?:[a-zäöüß]+\b|-[^\W\d_]+(?:[-–][^\W_]+)*)?"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_]+\.)?"
    r"|[^\W_]+(?:[-‐‑'’´`*:&­](?=[^\W_])[^\W_]+)*-?(?:\.(?:de|com|org|net|info|at|ch|tv|eu)\b)?"
    r"|-(?=[^\W\d_])[^\W_]+"
    rf"|\.{{2,}}|[-–—]{{2,}}|_+|[^\w\s{UNSEEN}]"
)
_INITIAL = re.compile(r"[A-ZÄÖÜ]$")


def split_tokens(text: str, sentence: Span) -> list[Span]:
    """The tokens of a sentence, in order; together they hold all that can be seen."""
    tokens: list[Span] = []
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        point = end == start + 1 and text[start] == "."
        if point and tokens and tokens[-1].end == start and end < sentence.end:
            before = tokens[-1]
            word = text[before.start : before.end]
            if word.isdigit() or word + "." in ABBREVIATIONS or _INITIAL.match(word):
                tokens[-1] = Span(before.start, end)
                continue
        tokens.append(Span(start, end))
    return tokens
