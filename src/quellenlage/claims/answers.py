"""Answers: denials, confirmations and formulas, and the claim each of them answers.

A denial joins the claim it denies. Where it says what that is ("bestreitet die Lieferung", denies
the delivery), it is matched like any other passage, only more willingly. Where it merely points
("weist das zurück", rejects this; "die Berichte", the reports; "sollte sich dies bestätigen"), it
joins a checkable statement near it in the article: a pronoun the one just before it, a noun
("die Vorwürfe", the accusations) the one that most articles carry.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from quellenlage.claims.features import Features
from quellenlage.claims.stances import Holding
from quellenlage.german.concepts import compound_concepts
from quellenlage.german.references import information_noun
from quellenlage.german.stance import is_content, is_stance_word, names_speech

__all__ = [
    "ANSWERS",
    "FARTHEST",
    "Candidate",
    "antecedent",
    "is_answer",
    "names_information",
    "points_back",
]

ANSWERS = frozenset({"denies", "doubts", "confirms", "cannot_confirm"})
LEAST_OF_ITS_OWN = 2
"""Content words, besides the cue, names and nouns of information, from which on an answer says
itself what it answers."""
FARTHEST = 40
"""Statements back or ahead beyond which nothing is pointed at."""
BY_PRONOUN, BY_NOUN = 0.8, 0.12
"""What a statement's distance takes away, for "das" (this) and for "die Berichte" (the reports)."""
AHEAD = 3.0
"""What it takes away that a statement only comes later."""
QUOTED = 1.0
"""What it adds that somebody is quoted for a statement: answers are given to somebody's word."""


ABOUT_HIM = 1.5
"""What it adds that a statement names the one who denies: accusations are denied by the accused."""
HIS_OWN = 1.5
"""What it takes away that it is his own word: nobody denies what he says."""


NEGATIVE = 1.0
"""What it takes away that it is negative: what is denied or open is mostly said to be so."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that an answer may point at; a negative `distance` is one further on."""

    place: int
    distance: int
    answers: bool
    quoted: bool
    checkable: bool
    articles: int
    about_him: bool = False
    his_own: bool = False
    negative: bool = False


def is_answer(held: Holding) -> bool:
    """Whether a passage answers what somebody else said."""
    return held.formula or held.stance in ANSWERS


def points_back(features: Features, held: Holding) -> bool:
    """Whether an answer only points at what it answers."""
    if not is_answer(held):
        return False
    own = {
        concept
        for word in features.passage.content
        for concept in compound_concepts(word.lemma) or (word.lemma,)
        if is_content(word)
        and word.pos in ("NOUN", "VERB", "NUM")
        and word.start not in features.named
        and not is_stance_word(word)
        and not _is_pointer(word.lemma)
    }
    return held.formula or len(own) < LEAST_OF_ITS_OWN


def names_information(features: Features) -> bool:
    """Whether a passage names what it answers as something told: "die Behauptungen"."""
    return any(_is_pointer(w.lemma) for w in features.passage.words if w.pos == "NOUN")


def _is_pointer(lemma: str) -> bool:
    return information_noun(lemma) is not None or names_speech(lemma)


def antecedent(candidates: Sequence[Candidate], answer: Features) -> int | None:
    """The statement that an answer points at; None if there is none."""
    decay = BY_NOUN if names_information(answer) else BY_PRONOUN

    def fitness(candidate: Candidate) -> float:
        return (
            math.log2(1 + candidate.articles)
            + QUOTED * candidate.quoted
            + ABOUT_HIM * candidate.about_him
            - HIS_OWN * candidate.his_own
            - NEGATIVE * candidate.negative
            - decay * abs(candidate.distance)
            - AHEAD * (candidate.distance < 0)
        )

    fitting = [c for c in candidates if not c.answers and c.checkable]
    best = max(fitting, key=lambda c: (fitness(c), -c.place), default=None)
    return best.place if best else None
