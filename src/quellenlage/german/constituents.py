"""Constituents: where the phrase ends that may stand before the verb of a main clause.

German has exactly one constituent there, whichever it is: "Am Abend | flossen …", "Rund 200 Liter |
flossen …". A phrase is read from its first word: a pronoun or adverb is one by itself; a
preposition takes a noun phrase; a noun phrase runs to its noun and takes genitives, names, figures
of it, "von …" and a relative clause along. What cannot be read for certain has no end.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.german.clause_words import (
    BARE_PRONOUNS,
    DETERMINERS,
    GENITIVE,
    JOINERS,
    OF,
    PRONOUNS_SUBJECT,
    RELATIVE_PRONOUNS,
)
from quellenlage.german.states import read_state
from quellenlage.model import Word

__all__ = ["constituent_end", "is_adverbial"]

LONGEST = 30
"""Words of a phrase beyond which it was surely read wrong."""
_NOMINAL = frozenset({"NOUN", "PROPN", "X"})
_ATTRIBUTES = frozenset({"ADJ", "NUM", "ADV", "DET", "PART"})
_DEGREES = frozenset(
    [
        "bis",
        "zu",
        "zum",
        "rund",
        "etwa",
        "mehr",
        "als",
        "mindestens",
        "über",
        "unter",
        "fast",
        "knapp",
    ]
)
"""Words before a figure: "bis zu 50 Helfer", "mehr als 50 Helfer"."""
_PLACE_OPENERS = frozenset(["in", "im", "aus"])
"""Prepositions whose phrase with a name belongs to the noun before: "das Werk in Ahrstadt"."""


def constituent_end(words: Sequence[Word], start: int) -> int | None:
    """Where the constituent that begins at a place ends; None if that cannot be told."""
    if start >= len(words):
        return None
    word = words[start]
    text = word.text.casefold()
    if text in PRONOUNS_SUBJECT | BARE_PRONOUNS and not _opens_noun_phrase(words, start):
        return start + 1
    if word.pos == "ADP":
        end = _phrase(words, start + 1)
        if end is not None and end < len(words) and _is_attribute(words[end]):
            end = _phrase(words, end)
        return _limited(start, end)
    if is_adverbial(word) and not _counts(words, start):
        return start + 1
    return _limited(start, _phrase(words, start))


def is_adverbial(word: Word) -> bool:
    """Whether a word is an adverb that can stand before the verb by itself."""
    return word.pos == "ADV"


def _limited(start: int, end: int | None) -> int | None:
    return end if end is not None and end - start <= LONGEST else None


def _opens_noun_phrase(words: Sequence[Word], start: int) -> bool:
    """Whether a pronoun form is an article here: "diese Leute", "das weithin bekannte Haus"."""
    place = start + 1
    while place < len(words) and words[place].pos == "ADV":
        place += 1
    if place >= len(words):
        return False
    if place > start + 1:
        return _is_attribute(words[place])
    return words[place].pos in ("NOUN", "ADJ", "NUM", "PROPN")


def _counts(words: Sequence[Word], start: int) -> bool:
    """Whether an adverb only goes with the figure behind it: "rund 200 Liter", "gut die Hälfte"."""
    after = words[start + 1 : start + 2]
    return bool(after) and (after[0].pos == "NUM" or words[start].text.casefold() in _DEGREES)


def _phrase(words: Sequence[Word], start: int) -> int | None:
    """The end of a noun phrase with all that surely belongs to it."""
    end = _core(words, start)
    while end is not None and end < len(words):
        longer = _extension(words, end)
        if longer is None:
            return end
        end = longer
    return end


def _core(words: Sequence[Word], start: int) -> int | None:
    """The end of article, attributes and noun."""
    place = start
    opened = False
    while place < len(words):
        word = words[place]
        text = word.text.casefold()
        if word.pos in _NOMINAL:
            measured = place > start and words[place - 1].pos == "NUM"
            return _names(words, place + 1, measured=measured)
        if word.pos == "ADP" and (opened or text in _DEGREES):
            return _core(words, place + 1) if text in _DEGREES else _embedded(words, place)
        if word.finite or word.pos in ("PUNCT", "CCONJ", "SCONJ"):
            if word.pos == "CCONJ" and opened and _joins_attributes(words, place):
                place += 1
                continue
            if word.text == "," and opened and _joins_attributes(words, place):
                place += 1
                continue
            return _headless(words, start, place)
        if word.pos in _ATTRIBUTES or text in DETERMINERS or _is_participle(word):
            opened = True
            place += 1
            continue
        return _headless(words, start, place)
    return None


def _headless(words: Sequence[Word], start: int, place: int) -> int | None:
    """The end of a phrase without a noun: "die meisten", "drei", "alle"."""
    if place > start and _can_head(words[place - 1]):
        return place
    if place == start and words[place].pos == "PRON":
        return place + 1
    return place if place == start + 1 and words[start].pos == "DET" else None


def _can_head(word: Word) -> bool:
    """Whether a word can stand for a noun: a number, a pronoun, "Betroffene"."""
    return word.pos in ("NUM", "PRON") or (word.pos == "ADJ" and word.text[:1].isupper())


def _joins_attributes(words: Sequence[Word], place: int) -> bool:
    """Whether "und" or a comma joins attributes: "viele kleine und mittlere Betriebe"."""
    sides = [*words[place - 1 : place], *words[place + 1 : place + 2]]
    return len(sides) == 2 and all(word.pos in ("ADJ", "NUM") for word in sides)


def _is_participle(word: Word) -> bool:
    """Whether a verb form is an attribute: "stationierten", "genannte"."""
    return word.pos == "VERB" and not word.finite and word.text[:1].islower()


def _is_attribute(word: Word) -> bool:
    """Whether a word is an inflected attribute: "[vom Staat] unterstützte Helfer"."""
    inflected = word.pos == "ADJ" and word.text.endswith(("e", "en", "er", "es", "em"))
    return inflected or _is_participle(word)


def _embedded(words: Sequence[Word], place: int) -> int | None:
    """The end of a noun phrase with a phrase in it: "die in Ahrstadt stationierten Helfer"."""
    inner = _core(words, place + 1)
    if inner is None or inner >= len(words):
        return None
    follows = words[inner]
    attributive = follows.pos == "ADJ" or _is_participle(follows)
    return _core(words, inner) if attributive else None


def _names(words: Sequence[Word], place: int, *, measured: bool = False) -> int:
    """Where the names and nouns end that follow a noun: "Sprecher Karl Ahrens (SPD)".

    Behind a number and its measure comes what is measured: "200 Liter Öl". A state is no name of a
    noun before it: "weil die Truppen Belgien helfen" (because the troops help Belgium).
    """
    if measured and place < len(words) and words[place].pos == "NOUN":
        place += 1
    while place < len(words) and words[place].pos in ("PROPN", "X"):
        if words[place - 1].pos == "NOUN" and read_state(words[place].text):
            return place
        place += 1
    if place + 2 < len(words) and words[place].text == "(" and words[place + 2].text == ")":
        return place + 3
    return place


def _extension(words: Sequence[Word], end: int) -> int | None:
    """The end after what certainly belongs to the noun phrase before it; None if nothing does."""
    if words[end - 1].text == ",":  # behind its relative clause a noun phrase is over
        return None
    word = words[end]
    text = word.text.casefold()
    if text in GENITIVE and text not in ("die",) and _opens_genitive(words, end):
        return _core(words, end)
    if text in OF:
        return _core(words, end + 1)
    if text in JOINERS and end + 1 < len(words):
        return _core(words, end + 1)
    if text in _PLACE_OPENERS and end + 1 < len(words) and words[end + 1].pos == "PROPN":
        return _names(words, end + 2)
    if text != ",":
        return None
    listed = _list_end(words, end)
    if listed is None and end + 1 < len(words) and _opens_relative(words, end + 1):
        return _relative_end(words, end + 1)
    return listed


def _list_end(words: Sequence[Word], comma: int) -> int | None:
    """Behind the last member of a list: "[Häfen in Ahrland], den Inseln und Westried".

    What a verb follows at once may be a clause: "der Hafen, den Nordau und Westried bauten".
    """
    place = comma
    while place < len(words) and words[place].text == ",":
        end = _core(words, place + 1)
        if end is None or end >= len(words):
            return None
        place = end
    joined = place > comma and words[place].text.casefold() in JOINERS
    end = _core(words, place + 1) if joined else None
    return None if end is None or (end < len(words) and words[end].finite) else end


def _opens_genitive(words: Sequence[Word], place: int) -> bool:
    after = words[place + 1 : place + 2]
    return bool(after) and (after[0].pos in ("NOUN", "ADJ", "NUM", "PROPN"))


def _opens_relative(words: Sequence[Word], place: int) -> bool:
    first = words[place]
    if first.pos == "ADP":
        place += 1
    return place < len(words) and words[place].text.casefold() in RELATIVE_PRONOUNS


def _relative_end(words: Sequence[Word], place: int) -> int | None:
    """Behind the comma that closes a relative clause, whose verb ends it."""
    for last in range(place + 1, len(words)):
        before = words[last - 1]
        verbal = before.pos in ("VERB", "AUX") or before.lemma.endswith("en")
        if words[last].text == "," and verbal:
            return last + 1
    return None
