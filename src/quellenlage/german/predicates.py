"""Verbs by what they do in a clause: epithets, measures in the passive, what a text tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quellenlage.german.clause_words import PURPOSE
from quellenlage.german.stance import verb_lemmas
from quellenlage.german.tables import rows
from quellenlage.model import Word

__all__ = ["is_epithet", "is_purpose", "provides", "resumes", "takes_measures", "tells_content"]

_RESUMING = frozenset("Entwicklung Schritt Vorgang Ereignis Umstand Tatsache Maßnahme".split())
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


@cache
def _telling() -> dict[str, str]:
    """Verb → what it tells of a text or picture: its content, or what it lays down as a rule."""
    return {verb: what for verb, what, _ in rows("telling_verbs", 3)[1:]}


def tells_content(words: Sequence[Word]) -> bool:
    """Whether a clause tells what a text or picture says: "die einen Hafen zeigen"."""
    return any(lemma in _telling() for lemma in verb_lemmas(words))


def resumes(words: Sequence[Word]) -> bool:
    """Whether words end with a noun that takes up what they say: "…, eine Entwicklung,"."""
    spoken = [word for word in words if word.pos != "PUNCT"][-2:]
    commas = [word.text == "," for word in words[-4:]]
    return (
        len(spoken) == 2
        and len(commas) == 4
        and commas[0]
        and commas[3]
        and spoken[0].pos == "DET"
        and spoken[1].lemma in _RESUMING
    )


def provides(words: Sequence[Word]) -> bool:
    """Whether a clause tells what a rule lays down, also for cases: "legt fest, dass …, falls"."""
    return any(_telling().get(lemma) == "rule" for lemma in verb_lemmas(words))


def is_epithet(words: Sequence[Word], place: int) -> bool:
    """Whether a verb is a participle before its noun: "die in Bonn stationierten neuen Helfer".

    A form that may be finite is one only behind an article that a preposition follows.
    """
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or after.pos not in _NOMINAL:
        return False
    return not words[place].finite or _opens_attribute(words[:place])


def is_purpose(words: Sequence[Word], place: int) -> bool:
    """Whether a verb tells what something is for or goes without: "um Dämme zu bauen"."""
    part = place
    while part > 0 and words[part - 1].pos != "PUNCT":
        part -= 1
    return part > 0 and words[part].text.casefold() in PURPOSE


def _opens_attribute(words: Sequence[Word]) -> bool:
    """Whether an article and a preposition stand in it with no verb or mark behind: "die in"."""
    for place in range(len(words) - 1, 0, -1):
        word, before = words[place], words[place - 1]
        if word.finite or word.pos == "PUNCT":
            return False
        if word.pos == "ADP" and before.pos == "DET":
            return True
    return False


def takes_measures(words: Sequence[Word]) -> bool:
    """Whether a clause tells what is being done and not by whom: "das Werk werde geschlossen".

    Who says so without naming another mostly does it himself. What has been done ("sei geschlossen
    worden"), is to be done ("soll geschlossen werden") or is done by somebody is left out.
    """
    passive = any(
        word.finite and word.lemma.casefold() == "werden" and word.tense != "past" for word in words
    )
    texts = {word.text.casefold() for word in words}
    participle = any(
        word.pos == "VERB" and not word.finite and word.text.casefold() != word.lemma.casefold()
        for word in words
    )
    return passive and participle and not texts & {"worden", "werden", "von", "vom", "durch"}
