"""Two passages word by word: which words the other one lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

__all__ = ["Piece", "differing", "same_words"]

LONGEST = 400
"""Words of a passage that are compared; a longer one is shown unmarked."""
TELLING = 4
"""Letters of the shortest word that is shown as common between two that differ: articles and
prepositions stand in any two sentences, and as common they tear what differs into confetti."""
_TOKEN = re.compile(r"(\d+(?:[.,]\d+)*|\w+|[^\w\s])(\s*)")
_ALIKE = str.maketrans(dict.fromkeys("„“”»«‹›‚‘’'`´", '"') | dict.fromkeys("–—‐‑", "-"))
"""Quotation marks and dashes are set differently from house to house; that is no difference."""

Run = tuple[bool, int, int, int, int]


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Some words of a passage, and whether the other passage lacks them."""

    text: str
    differs: bool


def same_words(one: str, other: str) -> bool:
    """Whether two passages have the same words, whatever the marks between them."""
    a, b = ([w for w in _folded(_TOKEN.findall(text)) if w[0].isalnum()] for text in (one, other))
    return a == b


def differing(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Two passages in pieces, marked where the other one differs."""
    a, b = _TOKEN.findall(one), _TOKEN.findall(other)
    if max(len(a), len(b)) > LONGEST:
        return [Piece(text=one, differs=False)], [Piece(text=other, differs=False)]
    matcher = SequenceMatcher(None, _folded(a), _folded(b), autojunk=False)
    found = [(tag != "equal", a1, a2, b1, b2) for tag, a1, a2, b1, b2 in matcher.get_opcodes()]
    runs = _joined(_telling(found, _folded(a)))
    left = [piece for differs, a1, a2, _, _ in runs for piece in _pieces(a[a1:a2], differs)]
    right = [piece for differs, _, _, b1, b2 in runs for piece in _pieces(b[b1:b2], differs)]
    return left, right


def _folded(tokens: Sequence[tuple[str, str]]) -> list[str]:
    return [word.translate(_ALIKE).casefold() for word, _ in tokens]


def _telling(runs: Sequence[Run], words: Sequence[str]) -> list[Run]:
    """The runs, with common ones between two that differ only where they say something."""
    kept = list(runs)
    for number, (differs, a1, a2, b1, b2) in enumerate(runs):
        between = 0 < number < len(runs) - 1
        if not differs and between and max(map(len, words[a1:a2])) < TELLING:
            kept[number] = (True, a1, a2, b1, b2)
    return kept


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Runs next to one another of the same sort as one."""
    joined = list(runs[:1])
    for run in runs[1:]:
        differs, a1, _, b1, _ = joined[-1]
        if differs == run[0]:
            joined[-1] = (differs, a1, run[2], b1, run[4])
        else:
            joined.append(run)
    return joined


def _pieces(tokens: Sequence[tuple[str, str]], differs: bool) -> Iterator[Piece]:
    """Words as pieces; the blank after the last belongs to what follows."""
    if not tokens:
        return
    text = "".join(word + blank for word, blank in tokens)
    blank = tokens[-1][1]
    words = any(word[0].isalnum() for word, _ in tokens)  # a stop alone is no difference
    yield Piece(text=text.removesuffix(blank) if blank else text, differs=differs and words)
    if blank:
        yield Piece(text=blank, differs=False)
