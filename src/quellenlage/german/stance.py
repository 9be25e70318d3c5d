"""Stance cues: the words that tell how a statement is held, and what they do to it.

"bestätigen" confirms, under "nicht" it cannot confirm; "bestreiten" denies; "voraussichtlich"
expects; "wohl" hedges. The entries, each with an example, are in `data/stance_cues.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from quellenlage.german.institutions import body_noun
from quellenlage.german.offices import office_noun
from quellenlage.german.tables import rows
from quellenlage.model import Word

__all__ = [
    "Cue",
    "clause_opener",
    "cues_in",
    "holds_attitude",
    "is_content",
    "is_manner",
    "is_negation",
    "is_negative",
    "is_stance_verb",
    "is_stance_word",
    "names_speech",
    "verb_lemmas",
]

_PARTICLES = frozenset(
    "ab an auf aus bei ein fest heim her hin los mit nach vor vorher voraus weg zu zurück "
    "zusammen infrage bevor wider heraus hinaus hervor weiter herunter".split()
)
"""Separable verb particles: "wies … zurück" is *zurückweisen*."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EMPTY = frozenset(
    "sein haben werden können müssen sollen dürfen wollen mögen lassen geben machen tun gehen "
    "kommen heissen anderer andere weit weiter".split()
)
"""Verbs and adjectives that say little by themselves: "es gibt", "das heißt", "weitere"."""
_BREAKS = frozenset({",", ";", ":", "–", "—"})
_NEAR = 3
"""Words before a noun among which the "kein" that negates it stands: "keine klaren Beweise"."""
_SUBORDINATE = frozenset({"relative", "complement", "adverbial", "condition"})
_SPEAKING = frozenset("er sie ich wir man dieser diese jener jene".split())
_EVENTFUL = frozenset({"expects"})
"""Stances whose verbs are also events of their own: "ankündigen", "planen"."""


class Cue(NamedTuple):
    """A cue in a clause, and whether it stands under a negation."""

    word: str
    negated: bool


@cache
def _cues() -> dict[tuple[str, str], str]:
    return {(word.casefold(), kind): stance for word, kind, stance, _ in rows("stance_cues", 4)[1:]}


@cache
def _openers() -> dict[str, str]:
    return {word: kind for word, kind, _ in rows("clause_openers", 3)}


def clause_opener(word: str) -> str | None:
    """What a clause that begins with a word is to the one before; None if the word opens none."""
    return _openers().get(word.casefold())


def verb_lemmas(words: Sequence[Word]) -> list[str]:
    """The verbs of a clause, separated particles put back: "weist das zurück" → zurückweisen.

    A particle stands at the end of its clause; elsewhere "zu", "vor" and "auf" are prepositions.
    """
    found: list[str] = []
    stranded = ""
    for part in reversed(list(_parts(words))):
        alone = [word.text.casefold() for word in part if word.pos != "PUNCT"]
        if len(alone) == 1 and alone[0] in _PARTICLES:
            stranded = alone[0]
            continue
        particle = _particle(part) or (stranded if _opens_main(part) else "")
        found = [*_verbs(part, particle), *found]
    return found


def _verbs(part: Sequence[Word], particle: str) -> Iterator[str]:
    """The verbs of a part, finite ones also with the particle that stands apart."""
    for word in part:
        if word.pos in ("VERB", "AUX"):
            lemma = word.lemma.casefold()
            yield lemma
            if word.finite and particle:
                yield particle + lemma


def _opens_main(part: Sequence[Word]) -> bool:
    """Whether a part is of a main clause, to which a particle behind a relative clause belongs.

    "Die Bahn wies …" opens with an article, "die lange lag" has its verb at the end.
    """
    if not part:
        return False
    opener = clause_opener(part[0].text)
    verb_last = [word.finite for word in part if word.pos != "PUNCT"][-1:] == [True]
    return opener not in _SUBORDINATE or (opener == "relative" and not verb_last)


def _particle(part: Sequence[Word]) -> str:
    spoken = [word for word in part if word.pos != "PUNCT"]
    if not spoken:
        return ""
    places = [len(spoken) - 1]
    places += [n - 1 for n, word in enumerate(spoken) if n and word.pos == "CCONJ"]
    texts = [spoken[place].text.casefold() for place in places]
    return next((text for text in texts if text in _PARTICLES), "")


def _parts(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words between commas, colons and dashes."""
    part: list[Word] = []
    for word in words:
        if word.text in _BREAKS:
            yield part
            part = []
        else:
            part.append(word)
    yield part


def cues_in(words: Sequence[Word]) -> dict[str, Cue]:
    """The stances for which a passage has cues, each with the first of them."""
    found: dict[str, Cue] = {}
    for part in _parts(words):
        negated = any(is_negation(word) for word in part)
        for lemma in verb_lemmas(part):
            if (stance := _cues().get((lemma, "verb"))) and _can_be_said(lemma, words):
                found.setdefault(stance, Cue(lemma, negated))
        if predicate := _predicate(part):
            found.setdefault(*predicate)
        for place, word in enumerate(part):
            for kind in _kinds(part):
                if stance := _of_class(word, kind):
                    proof = stance in ("confirms", "evidence")
                    near = (negated and (kind != "noun" or proof)) or _denied(part, place)
                    found.setdefault(stance, Cue(word.lemma.casefold(), near))
    for lemma in verb_lemmas(words):  # "wies die Klage, die lange lag, zurück"
        if (stance := _cues().get((lemma, "verb"))) and _can_be_said(lemma, words):
            main = [word for part in _parts(words) if _opens_main(part) for word in part]
            found.setdefault(stance, Cue(lemma, any(map(is_negation, main))))
    if any(is_negation(word) for word in words):
        found["negation"] = Cue("nicht", False)
    return found


def _kinds(part: Sequence[Word]) -> tuple[str, ...]:
    """The classes of cues that count in a part: "keine Grundlage" is none beside "Meldung"."""
    kinds = ("noun", "adjective", "adverb", "subordinator", "phrase")
    return (*kinds, "of_speech") if any(names_speech(word.lemma) for word in part) else kinds


def _can_be_said(lemma: str, words: Sequence[Word]) -> bool:
    """Whether a verb tells how somebody holds something: things too may be at odds, as in "ein
    Vorgehen, das der Regel widerspricht"."""
    if (lemma, "person") not in _cues():
        return True
    before: Sequence[Word] = ()
    for part in _parts(words):
        if any(word.lemma.casefold() == lemma for word in part):
            spoken = [word for word in part if word.pos != "PUNCT"]
            whose = before[-1:] if spoken[-1].finite and not _opens_main(part) else words
            return any(map(_can_speak, whose))
        before = part
    return True


def _can_speak(word: Word) -> bool:
    """Whether a word may name somebody who speaks."""
    if word.pos == "NOUN":
        return bool(office_noun(word.text) or body_noun(word.text))
    return word.pos == "PROPN" or word.text.casefold() in _SPEAKING


def _predicate(part: Sequence[Word]) -> tuple[str, Cue] | None:
    """A stance told by an adjective that is all a clause says: "Die Meldung ist falsch"."""
    copula = any(word.lemma.casefold() in ("sein", "bleiben") for word in part)
    for place, word in enumerate(part):
        after = part[place + 1] if place + 1 < len(part) else None
        bare = after is None or after.pos not in ("NOUN", "PROPN", "ADJ")
        if copula and bare and (stance := _of_class(word, "predicate")):
            return stance, Cue(word.lemma.casefold(), any(is_negation(w) for w in part))
    return None


def _of_class(word: Word, kind: str) -> str | None:
    return _stance_of(word.lemma, word.text, kind)


@lru_cache(60_000)
def _stance_of(lemma: str, text: str, kind: str) -> str | None:
    """The stance that a word of a class is a cue for, by its lemma or its form."""
    cues = _cues()
    forms = (lemma.casefold(), text.casefold())
    return next((cues[form, kind] for form in forms if (form, kind) in cues), None)


def _denied(part: Sequence[Word], place: int) -> bool:
    """Whether "kein" stands just before a noun."""
    return any(is_negation(word) for word in part[max(0, place - _NEAR) : place])


def is_negation(word: Word) -> bool:
    """Whether a word negates: nicht, kein, nie, weder."""
    return _of_class(word, "particle") == "negation"


def is_negative(words: Sequence[Word]) -> bool:
    """Whether a statement is negative; what an infinitive clause negates is part of what is stated:
    "erwägt, Schulden nicht zu bedienen"."""
    return any(is_negation(word) for part in _parts(words) if not _is_to_do(part) for word in part)


def _is_to_do(part: Sequence[Word]) -> bool:
    """Whether a part is a clause of zu and an infinitive."""
    return any(word.text == "zu" for word in part[:-1]) and not any(word.finite for word in part)


def is_content(word: Word) -> bool:
    """Whether a word says something by itself: no modal, auxiliary, pronoun or mark."""
    return word.pos in _CONTENT and word.lemma.casefold() not in _EMPTY


def is_stance_word(word: Word) -> bool:
    """Whether a word only tells how a statement is held: "bestätigen", "voraussichtlich"."""
    kinds = ("verb", "noun", "adverb")
    known = {_of_class(word, kind) for kind in kinds} - {None, "manner"}
    return bool(known) and not known & _EVENTFUL


def is_manner(word: Word, words: Sequence[Word]) -> bool:
    """Whether a word of a clause only tells how firmly: "wies das entschieden zurück"; beside an
    auxiliary it may be what happened ("hat entschieden")."""
    firm = _of_class(word, "adverb") == "manner"
    return firm and (word.pos != "VERB" or not any(other.pos == "AUX" for other in words))


def is_stance_verb(lemma: str) -> bool:
    """Whether a verb only tells how a statement is held, its particle included: "zurückweisen"."""
    known = _cues().get((lemma, "verb"))
    return known is not None and known not in _EVENTFUL


def holds_attitude(words: Sequence[Word]) -> bool:
    """Whether a clause reports what somebody wants, thinks or feels: "will", "ist besorgt"."""
    lemmas = set(verb_lemmas(words))
    cues = _cues()
    if any((lemma, "attitude") in cues for lemma in lemmas):
        return True
    return any(
        (form, "state") in cues
        for word in words
        for form in (word.text.casefold(), word.lemma.casefold())
    )


@cache
def _pointers() -> frozenset[str]:
    return frozenset(word.casefold() for word, *_ in rows("speech_pointers", 2)[1:])


def names_speech(lemma: str) -> bool:
    """Whether a noun names what somebody said or is said to have done: "Vorwurf", "Meldung"."""
    return lemma.casefold() in _pointers()
