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
from itertools import pairwise, takewhile

import msgspec

from quellenlage.claims.features import Features
from quellenlage.claims.stances import Holding
from quellenlage.german.clause_mood import goes_on_by, opens_question
from quellenlage.german.clause_words import BESIDE_ANSWERS, POINTING_ADVERBS
from quellenlage.german.concepts import compound_concepts, concept_of
from quellenlage.german.institutions import body_noun
from quellenlage.german.propositions import clause_at_issue
from quellenlage.german.references import information_noun
from quellenlage.german.stance import (
    is_content,
    is_stance_verb,
    is_stance_word,
    names_speech,
    verb_lemmas,
)
from quellenlage.model import ClaimKind, Word

__all__ = [
    "ANSWERS",
    "FARTHEST",
    "Candidate",
    "answered_kinds",
    "antecedent",
    "is_answer",
    "leaves_open",
    "names_information",
    "owner_words",
    "points_back",
    "report_nouns",
]

ANSWERS = frozenset({"denies", "doubts", "confirms", "cannot_confirm"})
_DEMAND, _ACCUSATION = concept_of("fordern", "VERB"), concept_of("vorwerfen", "VERB")
_OF_NAMES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "X"})
LEAST_OF_ITS_OWN = 2
"""Content words, besides the cue, names and nouns of information, from which on an answer says
itself what it answers."""
FARTHEST = 40
"""Statements back or ahead beyond which nothing is pointed at."""
BY_PRONOUN, BY_NOUN = 0.8, 0.12
"""What a statement's distance takes away, for "das" (this) and for "die Berichte" (the reports)."""
BY_ADVERB = 2.0
"""The same for "dafür gibt es keine Bestätigung" (of this there is none), said of the one just
before."""
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


OF_OWNER = 2.0
"""What it adds that a statement is of him whose word the answer names."""


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
    of_owner: bool = False


def leaves_open(features: Features) -> bool:
    """Whether an answer itself asks what is open: "offen ist, wie stark es wirkt"."""
    words = features.passage.words
    return any(
        before.text == "," and opens_question(word) and not goes_on_by(word)
        for before, word in pairwise(words)
    )


def is_answer(held: Holding) -> bool:
    """Whether a passage answers what somebody else said."""
    return held.formula or held.stance in ANSWERS


def points_back(features: Features, held: Holding) -> bool:
    """Whether an answer only points at what it answers."""
    if not is_answer(held):
        return False
    if not held.formula and (_says_what(features) or leaves_open(features)):
        return False
    owners = {word.start for word in owner_words(features)}
    own = {
        concept
        for word in features.passage.content
        for concept in compound_concepts(word.lemma) or (word.lemma,)
        if is_content(word)
        and word.pos in ("NOUN", "VERB", "NUM")
        and word.start not in features.named
        and not is_stance_word(word)
        and not _is_pointer(word.lemma)
        and not (word.start in owners and body_noun(word.text))
        and not (word.pos == "VERB" and _only_answers(word, features))
    }
    return held.formula or len(own) < LEAST_OF_ITS_OWN


def _says_what(features: Features) -> bool:
    """Whether a clause tells what is denied or open: "keine Hinweise, [dass der Plan gelang]".

    Not if it depends on another verb: "bestätigte das nicht, warnte aber, dass …" (but warned).
    """
    clause = clause_at_issue(features.passage.words) or ()
    if sum(map(is_content, clause)) < LEAST_OF_ITS_OWN:
        return False
    before = [word for word in features.passage.words if word.end <= clause[0].start]
    return sum(word.finite for word in before) <= 1


def _only_answers(verb: Word, features: Features) -> bool:
    """Whether a verb is the cue of an answer without its particle, or an adverb to it.

    "[weist] das [entschieden] zurück" (firmly rejects that).
    """
    words = features.passage.words
    if not verb.finite:
        return not any(word.finite and word.pos == "AUX" for word in words)
    lemma = verb.lemma.casefold()
    return any(v.endswith(lemma) and is_stance_verb(v) for v in verb_lemmas(words) if v != lemma)


def names_information(features: Features) -> bool:
    """Whether a passage names what it answers as something told: "die Behauptungen"."""
    return any(_is_pointer(w.lemma) for w in features.passage.words if w.pos == "NOUN")


def _by_these(features: Features) -> bool:
    """Whether what was told is close by: "diese Informationen" (these), not "die Informationen"."""
    words = features.passage.words
    return any(
        word.pos == "NOUN" and _is_pointer(word.lemma) and before.text.casefold().startswith("dies")
        for before, word in pairwise(words)
    )


def report_nouns(features: Features) -> frozenset[str]:
    """The nouns by which an answer names what was told, accusations aside: "Bericht", "Angabe".

    Of reports there is mostly one in an article; of accusations there may be many.
    """
    return frozenset(
        word.lemma
        for word in features.passage.words
        if word.pos == "NOUN"
        and names_speech(word.lemma)
        and word.lemma not in BESIDE_ANSWERS
        and concept_of(word.lemma, "NOUN") != _ACCUSATION
    )


def owner_words(features: Features) -> list[Word]:
    """The nouns and names behind "die Vorwürfe" that may say whose they are, up to a preposition.

    "die Vorwürfe [des Amtes]" (of the office), not "die Vorwürfe gegen das Amt" (against it).
    """
    words = features.passage.words
    first = next((n for n, w in enumerate(words) if w.pos == "NOUN" and _is_pointer(w.lemma)), None)
    if first is None:
        return []
    behind = takewhile(lambda word: word.pos in _OF_NAMES, words[first + 1 :])
    return [word for word in behind if word.pos in ("NOUN", "PROPN")]


def answered_kinds(features: Features) -> tuple[ClaimKind, ...]:
    """The kinds of what an answer can be to.

    "Forderung" (demand) is one, "Vorwurf" (accusation) is of a fact, "Bericht" of what can be
    checked.
    """
    nouns = {
        concept_of(word.lemma, "NOUN") for word in features.passage.words if word.pos == "NOUN"
    }
    if _DEMAND in nouns:
        return ("demand",)
    return ("fact",) if _ACCUSATION in nouns else ("fact", "forecast")


def _is_pointer(lemma: str) -> bool:
    known = information_noun(lemma) is not None or names_speech(lemma)
    return known or concept_of(lemma, "NOUN") == _DEMAND


def _may_be_denied(candidate: Candidate) -> bool:
    """Whether a statement is somebody's word, names the one who denies, or is told elsewhere."""
    return candidate.quoted or candidate.about_him or candidate.articles > 1


def antecedent(candidates: Sequence[Candidate], answer: Features, *, against: bool) -> int | None:
    """The statement that an answer points at; None if there is none.

    A denial or doubt is `against` somebody's word, not what an article says by the way: what nobody
    is quoted for, what does not name him and stands in one article only, is not meant.
    """
    decay = BY_NOUN if names_information(answer) and not _by_these(answer) else BY_PRONOUN
    if answer.passage.content and answer.passage.content[0].text.casefold() in POINTING_ADVERBS:
        decay = BY_ADVERB

    def fitness(candidate: Candidate) -> float:
        return (
            math.log2(1 + candidate.articles)
            + QUOTED * candidate.quoted
            + ABOUT_HIM * candidate.about_him
            - HIS_OWN * candidate.his_own
            - NEGATIVE * candidate.negative
            + OF_OWNER * candidate.of_owner
            - decay * abs(candidate.distance)
            - AHEAD * (candidate.distance < 0)
        )

    fitting = [
        candidate
        for candidate in candidates
        if not candidate.answers
        and candidate.checkable
        and (not against or _may_be_denied(candidate))
    ]
    best = max(fitting, key=lambda c: (fitness(c), -c.place), default=None)
    return best.place if best else None
