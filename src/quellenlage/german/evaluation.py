"""Evaluations and demands: predicates that judge, and words that call on somebody.

"Das ist gefährlich", "sei eine Provokation" judge; "fordert", "müsse" call. The entries, each with
an example, are in `data/evaluations.tsv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quellenlage.german.stance import verb_lemmas
from quellenlage.german.tables import rows
from quellenlage.model import Word

__all__ = ["demands", "evaluates", "has_duty", "plans"]

_NAMING = frozenset({"bezeichnen", "nennen", "bewerten", "werten", "einstufen", "finden"})
"""Verbs by which somebody judges whatever follows: "bezeichnete das als Weckruf"."""
_QUOTES = frozenset("„“”\"»«‚‘'")
_COPULAS = frozenset(
    {"sein", "bleiben", "werden", "halten", "bezeichnen", "nennen", "zeigen", "darstellen"}
    | {
        "bereiten",
        "haben",
        "bedeuten",
        "ergeben",
        "machen",
        "kommen",
        "finden",
        "betrachten",
        "fehlen",
        "gelten",
        "äußern",
    }
)
"""Verbs that make a predicate of an adjective or noun."""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        word.casefold() for word, known, _ in rows("evaluations", 3)[1:] if known == kind
    )


def evaluates(words: Sequence[Word]) -> str | None:
    """The word by which a clause judges, if it does."""
    verbs = verb_lemmas(words)
    for verb in verbs:
        if verb in _words("verb"):
            return verb
    for verb in verbs:
        if verb in _NAMING and any(word.text.casefold() in ("als", "für") for word in words):
            return verb
    if "sprechen" in verbs and (named := _spoken_of(words)):
        return named
    if not _COPULAS.intersection(verbs):
        return None
    for place, word in enumerate(words):
        lemma = word.lemma.casefold()
        if word.pos == "NOUN" and lemma in _words("noun"):
            return lemma
        text = word.text.casefold()
        if (
            word.pos in ("ADJ", "ADV", "VERB")
            and (lemma in _words("adjective") or text in _words("adjective"))
            and _is_predicate(words, place)
        ):
            return lemma
    return None


def _spoken_of(words: Sequence[Word]) -> str | None:
    """The word by which "sprach von einem Weckruf" or "von einem „ernsten Vorfall“" judges."""
    place = next((n for n, word in enumerate(words) if word.text == "von"), len(words))
    for word in words[place + 1 : place + 5]:
        lemma = word.lemma.casefold()
        if lemma in _words("noun") or (word.pos == "ADJ" and lemma in _words("adjective")):
            return lemma
    quoted = any(word.text in _QUOTES for word in words[place + 1 : place + 3])
    return "sprechen" if quoted else None


def _is_predicate(words: Sequence[Word], place: int) -> bool:
    """Whether an adjective stands without ending or noun behind it: "ist sehr gefährlich"."""
    after = words[place + 1] if place + 1 < len(words) else None
    return after is None or after.pos not in ("NOUN", "PROPN", "ADJ")


def demands(words: Sequence[Word]) -> str | None:
    """The verb by which a clause calls on somebody, if it does."""
    return next((verb for verb in verb_lemmas(words) if verb in _words("demand")), None)


def has_duty(words: Sequence[Word]) -> bool:
    """Whether a clause urges: "muss jetzt handeln", "solle endlich handeln", "es gelte".

    Without a word of urging "müssen" mostly reports ("mussten entscheiden", had to decide).
    """
    urged = any(word.text.casefold() in _words("urging") for word in words)
    return urged and any(_urges(word) for word in words)


def plans(words: Sequence[Word]) -> str | None:
    """The verb by which a clause tells what is still to be done: "beschloss, sie zu sperren"."""
    verb = next((verb for verb in verb_lemmas(words) if verb in _words("plan")), None)
    place = next((n for n, word in enumerate(words) if word.lemma.casefold() == verb), 0)
    later = any(word.text == "," for word in words[place:]) and any(
        word.pos == "PART" and word.text == "zu" for word in words[place:]
    )
    return verb if later else None


def _urges(word: Word) -> bool:
    lemma = word.lemma.casefold()
    return word.finite and word.tense != "past" and lemma in ("müssen", "sollen", "gelten")
