"""Answers: denials, confirmations and formulas, and the claim each of them answers.

A denial joins the claim it denies. Where it says what that is ("bestreitet die Lieferung", denies
the delivery), it is matched like any other passage, only more willingly. Where it merely points
("weist das zurück", rejects this; "die Berichte", the reports; "sollte sich dies bestätigen"), it
joins the nearest statement before it that somebody is quoted for, else the nearest, else the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quellenlage.claims.features import Features
from quellenlage.claims.stances import Holding
from quellenlage.german.references import information_noun
from quellenlage.german.stance import is_content, is_stance_word

__all__ = ["ANSWERS", "antecedent", "is_answer", "points_back"]

ANSWERS = frozenset({"denies", "doubts", "confirms", "cannot_confirm"})
LEAST_OF_ITS_OWN = 2
"""Content words, besides the cue and nouns of information, from which on an answer says itself what
it answers."""


def is_answer(held: Holding) -> bool:
    """Whether a passage answers what somebody else said."""
    return held.formula or held.stance in ANSWERS


def points_back(features: Features, held: Holding) -> bool:
    """Whether an answer only points at what it answers."""
    if not is_answer(held):
        return False
    own = {
        word.lemma
        for word in features.passage.content
        if is_content(word)
        and not is_stance_word(word)
        and not information_noun(word.lemma)
        and word.pos != "ADJ"
    }
    names = len(features.names)
    return held.formula or len(own) - names < LEAST_OF_ITS_OWN


def antecedent(
    place: int, features: Sequence[Features], held: Mapping[int, Holding], last: int, first: int
) -> int | None:
    """The passage of the same article that an answer points at; None if there is none.

    `first` and `last` bound the article's passages in the list.
    """
    before = range(place - 1, first - 1, -1)
    after = range(place + 1, last)
    candidates = [
        n for n in (*before, *after) if not is_answer(held[n]) and not features[n].passage.headline
    ]
    quoted = [n for n in candidates if features[n].passage.attribution is not None]
    near = [n for n in quoted if 0 < place - n <= NEAR]
    return next(iter(near or quoted or candidates), None)


NEAR = 3
"""Passages back within which something quoted is what an answer points at."""
