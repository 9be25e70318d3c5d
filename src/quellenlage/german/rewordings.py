"""Clauses that state something only with a word from outside, as clauses that state it alone.

1. A relative clause gets what its pronoun stands for: "[schlossen einen Pakt], der Hilfe vorsieht"
   (that provides for help) → "dass der Pakt Hilfe vorsieht".
2. An infinitive of blame gets the blamed for its subject: "beschuldigte Ahrland, Öl zu schmuggeln"
   (accused Ahrland of smuggling oil) → "Ahrland schmuggelt Öl".

What comes out is said plainly by `propositions`. Where a step is not certain there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quellenlage.german.indicative import present_of
from quellenlage.german.nominative import noun_nominative
from quellenlage.german.stance import verb_lemmas
from quellenlage.german.states import read_state
from quellenlage.model import Word

__all__ = ["blamed", "with_antecedent"]

_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"der", "die", "das"})
_NOMINATIVES = frozenset({"der", "er", "sie", "es", "wir", "man", "ein", "sein", "ihr"})
"""Words behind a relative pronoun that may be the subject, so that the pronoun is none."""
_INFLECTED = ("ern", "en", "ten")
"""Endings of a noun whose nominative they do not tell: "mit Bildern", "den Verträgen"."""
_BLAMING = frozenset({"beschuldigen", "bezichtigen", "vorwerfen", "verdächtigen"})
NOWHERE = -1
"""The end of a word that the text does not have, so that it is written apart from the next."""
_PLURAL_NAMES = frozenset({"USA", "Niederlande", "Philippinen"})


def with_antecedent(words: Sequence[Word], before: Sequence[Word]) -> list[Word] | None:
    """A relative clause with its noun, as a clause with "dass"; `before` is what it follows."""
    spoken = [word for word in words if word.pos != "PUNCT"]
    lead = [word for word in before if word.pos != "PUNCT"]
    while lead and lead[-1].pos in _VERBAL:  # "hatte Fotos veröffentlicht, die …"
        lead.pop()
    if len(spoken) < 3 or not lead or lead[-1].pos not in ("NOUN", "PROPN"):
        return None
    pronoun, noun = spoken[0].text.casefold(), lead[-1]
    if pronoun not in _SUBJECTS or spoken[1].text.casefold() in _NOMINATIVES:
        return None
    verb = next((word for word in reversed(spoken) if word.pos in _VERBAL), None)
    if verb is None:
        return None
    plural = pronoun == "die" and verb.text.endswith("n")
    if noun.text.endswith(_INFLECTED) if plural else noun.pos == "PROPN":
        return None
    determiner = next((w.text for w in reversed(lead[:-1]) if w.pos == "DET"), "")
    named = noun_nominative(noun.text, determiner)
    place = words.index(verb)
    return [
        _made("dass", spoken[0]),
        _made(pronoun, spoken[0], pos="DET"),
        _made(named, spoken[0], pos="NOUN"),
        *words[words.index(spoken[0]) + 1 : place],
        _finite(verb, verb.text),
        *words[place + 1 :],
    ]


def blamed(words: Sequence[Word], clause: Sequence[Word]) -> list[Word] | None:
    """An infinitive of blame with its subject, as a main clause.

    `words` are those of the sentence, `clause` the infinitive and what depends on it.
    """
    frame = [word for word in words if word.end <= clause[0].start and word.pos != "PUNCT"]
    place = _infinitive(clause)
    if place is None or not _blames(frame):
        return None
    subject = _object_of(frame)
    if subject is None:
        return None
    plural = subject.text in _PLURAL_NAMES
    form = present_of(clause[place].lemma.casefold(), plural=plural)
    if form is None:
        return None
    return [
        subject,
        _finite(clause[place], form),
        *clause[: place - 2],
        *[msgspec.structs.replace(w, finite=False) for w in clause[max(0, place - 2) : place - 1]],
        *clause[place + 1 :],
    ]


def _infinitive(clause: Sequence[Word]) -> int | None:
    """The place of the infinitive with "zu" that ends a clause or its first part."""
    for place in range(1, len(clause)):
        word = clause[place]
        ends = place + 1 == len(clause) or clause[place + 1].pos == "PUNCT"
        if ends and clause[place - 1].text == "zu" and word.text == word.lemma:
            return place
    return None


def _blames(frame: Sequence[Word]) -> bool:
    return not _BLAMING.isdisjoint(verb_lemmas(frame))


def _object_of(frame: Sequence[Word]) -> Word | None:
    """The name behind the verb of a frame, as one word: "haben [Ahrland] beschuldigt"."""
    verb = next((n for n, word in enumerate(frame) if word.finite), None)
    if verb is None:
        return None
    name: list[Word] = []
    for word in frame[verb + 1 :]:
        if word.pos == "PROPN":
            name.append(word)
        elif name or word.pos in ("DET", "NOUN", "ADP", "PRON"):
            break
    if not name or (len(name) > 1 and read_state(name[0].text)):
        return None
    text = " ".join(word.text for word in name)
    return Word(start=name[0].start, end=name[-1].end, text=text, lemma=text, pos="PROPN")


def _finite(verb: Word, form: str) -> Word:
    """A verb as the finite one of its clause; the forms that cannot be told stay as they are."""
    return msgspec.structs.replace(
        verb, text=form, finite=True, mood=verb.mood or "ind", tense=verb.tense or "pres"
    )


def _made(text: str, beside: Word, pos: str = "SCONJ") -> Word:
    """A word that the text does not have, where it would stand."""
    return Word(start=beside.start, end=NOWHERE, text=text, lemma=text, pos=pos)
