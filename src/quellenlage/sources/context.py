"""Which state is meant where the words name none: "das Außenministerium", "der Präsident"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quellenlage.german.states import read_state
from quellenlage.model import Article
from quellenlage.sources.castlist import Cast
from quellenlage.sources.entities import Sight

__all__ = ["state_of_context"]

REACH = 3
"""Sentences back in which the state that is spoken of may stand."""
FIRST_WORDS = 2
"""Words of a sentence in which its topic stands: "Die USA haben …", "Auch Peru …"."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def state_of_context(sights: Sequence[Sight], sentence: int, cast: Cast) -> str:
    """The state spoken of at a sentence: the topic of it or of one before, else who spoke last.

    "Peru wies das zurück. Ein Schaden sei nicht entstanden, sagte der Präsident" → Peru.
    """
    spans = cast.article.sentences
    for place in range(min(sentence, len(spans) - 1), max(-1, sentence - REACH - 1), -1):
        if state := _topic(cast.article, spans[place].start, spans[place].end):
            return state
    for sight in reversed(sights):
        if sentence - sight.sentence > REACH:
            break
        if sight.speaker and sight.entity.root.sort == "state":
            return sight.entity.root.name
    return ""


def _topic(article: Article, start: int, end: int) -> str:
    """The state that a sentence begins with, as its subject."""
    words = [match.group() for match in _WORD.finditer(article.text, start, min(end, start + 80))]
    for length in (2, 1):
        for place in range(FIRST_WORDS):
            name = " ".join(words[place : place + length])
            found = read_state(name) if name else None
            if found and found.how in {"name", "seat"} and not _genitive(name, found.state):
                return found.state
    return ""


def _genitive(word: str, state: str) -> bool:
    """ "Perus Präsident" is about the president."""
    return (
        word.endswith("s")
        and not state.endswith("s")
        and word.removesuffix("s") != word
        and (read_state(word.removesuffix("s")) is not None)
    )
