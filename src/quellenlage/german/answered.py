"""What an answer is about, as a phrase: "bestritt [den Verkauf der Werft]" (denied the sale).

1. Of "Der Rat bestritt den Verkauf der Werft" and "Der Rat hat den Verkauf bestritten" it is what
   stands between the finite verb and the rest of the verb; of "Die Meldung über den Verkauf ist
   falsch" what stands before it.
2. A noun for what was told falls away with what joins it: "[die Vorwürfe der] Untreue im Amt".
   Where nothing but whose word it is stands behind it, nothing is said.
3. Adverbs at either end fall away.

A step that is not certain gives nothing, and the caller words the claim otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.german.institutions import body_noun
from quellenlage.german.references import information_noun
from quellenlage.german.stance import clause_opener, names_speech
from quellenlage.model import Word

__all__ = ["thing_answered"]

_JOINS = frozenset("über von zu auf um wegen nach einer eines der des".split())
"""What joins a noun for what was told to what it is about; "gegen" joins it to the accused."""
_ENDS = frozenset({"PUNCT", "ADV", "VERB", "AUX", "PART", "CCONJ"})
_PARTICLE = frozenset({"zurück", "ab"})
_TIME = frozenset({"erneut", "wiederholt", "bereits", "früher", "zuvor", "auch", "aber", "jedoch"})
_ACCUSATIVE = frozenset({"den", "einen", "keinen", "diesen"})
_CLAUSE = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
_MARKS = frozenset(",;:–")
LONGEST = 20
"""Words of a phrase that still reads as the name of a thing."""


def thing_answered(words: Sequence[Word]) -> Sequence[Word] | None:
    """The words that name what a passage denies, doubts or leaves open; None if not certain."""
    spoken = [word for word in words if word.text not in '"„“”»«']
    verbs = [n for n, w in enumerate(spoken) if w.finite and w.text.casefold() not in _TIME]
    last = max((n for n, word in enumerate(spoken) if word.pos != "PUNCT"), default=0)
    if not verbs or any(n != last for n in verbs[1:]):
        return None
    verb = verbs[0]
    before, after = spoken[:verb], spoken[verb + 1 :]
    subject = any(word.pos in ("NOUN", "PROPN", "PRON") for word in before)
    if not subject or (before and before[0].pos == "ADP"):
        return None
    if spoken[verb].lemma.casefold() == "sein" or _is_object(before) or _proves_itself(after):
        return _without_report(_bare(before))
    rest = _bare(after)
    if spoken[verb].pos == "AUX" and rest and rest[-1].pos == "ADJ":
        rest = rest[:-1]
    return _without_report(rest)


def _is_object(words: Sequence[Word]) -> bool:
    """Whether what stands first is the object: "[Den Verkauf] bestritt der Rat"."""
    article = next((word.text.casefold() for word in words if word.pos == "DET"), "")
    return article in _ACCUSATIVE


def _proves_itself(words: Sequence[Word]) -> bool:
    """Whether a thing is said to have proved true or not: "hat sich nicht bestätigt"."""
    return any(word.text.casefold() == "sich" for word in words)


def _bare(words: Sequence[Word]) -> Sequence[Word]:
    """A phrase without adverbs, verbs and marks at its ends (step 3)."""
    first, last = 0, len(words)
    while first < last and _may_go(words[first]):
        first += 1
    while first < last and _may_go(words[last - 1]):
        last -= 1
    return words[first:last]


def _may_go(word: Word) -> bool:
    text = word.text.casefold()
    return word.pos in _ENDS or text in _PARTICLE or text in _TIME


def _without_report(words: Sequence[Word]) -> Sequence[Word] | None:
    """A phrase without the noun for what was told that heads it (step 2)."""
    heads = [n for n, word in enumerate(words[:4]) if word.pos == "NOUN" and _tells(word)]
    if heads:
        rest = words[heads[0] + 1 :]
        if not rest or rest[0].text.casefold() not in _JOINS:
            return None
        words = rest[2:] if rest[1:2] and rest[1].pos == "DET" else rest[1:]
        nouns = [word for word in words if word.pos in ("NOUN", "PROPN")]
        if not nouns or nouns[0].pos == "PROPN" or body_noun(nouns[0].text):
            return None
    elif words and words[0].pos == "DET":
        words = words[1:]
    if not 1 < len(words) + len(heads) <= LONGEST or words[0].pos not in _NAMING:
        return None
    clause = any(word.pos in _CLAUSE or word.finite or word.text in _MARKS for word in words)
    named = any(word.pos == "NOUN" for word in words) and not clause_opener(words[0].text)
    return words if named and not clause else None


def _tells(word: Word) -> bool:
    return names_speech(word.lemma) or information_noun(word.text) is not None
