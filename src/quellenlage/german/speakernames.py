"""Canonical names of sources: nominative, without article, the adjective strongly inflected.

"des Nationalen Geheimdienstes" → "Nationaler Geheimdienst"; "Südkoreas Geheimdienst" →
"Südkoreanischer Geheimdienst"; "viele Experten" → "Nicht genannte Experten".
"""

from __future__ import annotations

import re

from quellenlage.german.institutions import BodyNoun
from quellenlage.german.offices import Office
from quellenlage.german.phrasewords import words_of
from quellenlage.german.references import is_word
from quellenlage.german.speakerphrases import Phrase
from quellenlage.german.states import read_state, state_adjective

__all__ = [
    "GARBLED_NAME",
    "HEARSAY",
    "REPORTS",
    "anonymous_name",
    "body_name",
    "body_rest",
    "media_name",
    "office_name",
    "unknown_name",
]

HEARSAY = ("Hörensagen (dem Vernehmen nach)", "dem Vernehmen nach")
REPORTS = ("Nicht genannte Berichte", "Berichten zufolge")
GARBLED_NAME = "vermutlich verstümmelt; gelesen als „{name}“"
_DESCRIBED = frozenset({"company", "bank"})
"""Kinds of which the first part of a compound only describes: "Fleischlieferant"."""
_PLAIN = frozenset(
    [
        "authority",
        "police",
        "government",
        "company",
        "court",
        "town",
        "district",
        "prosecution",
        "ministry",
        "crisisteam",
        "fireservice",
    ]
)
"""Kinds of which a small adjective tells none from another: "die örtliche Behörde"."""
_STRONG = {"m": "er", "f": "e", "n": "es", "p": "e"}
_INFLECTED = re.compile(r"(?:e|en|er|em|es)$")
_ADJECTIVE = re.compile(r"^[^\W\d_].*(?:e|en|er|em|es)$")
_GLUE = frozenset(
    [
        "in",
        "im",
        "von",
        "vom",
        "aus",
        "der",
        "des",
        "den",
        "dem",
        "für",
        "und",
        "bei",
        "am",
        "an",
        "zu",
        "zum",
        "zur",
    ]
)


def _strong(adjective: str, gender: str, *, capital: bool) -> str:
    stem = _INFLECTED.sub("", adjective)
    word = f"{stem}{_STRONG.get(gender, 'e')}"
    return word[:1].upper() + word[1:] if capital else word


def _compound(prefix: str, noun: str) -> str:
    if not prefix:
        return noun
    return f"{prefix}-{noun}" if prefix.isupper() else f"{prefix}{noun.lower()}"


def body_name(phrase: Phrase, state: str = "") -> str:
    """The name of a body that a noun heads, with its short form in brackets."""
    noun = phrase.noun
    if noun is None:
        return phrase.name
    words = [word for word in words_of(phrase.name) if word not in ",;:()"]
    if not words:
        return noun.noun
    place = _head_place(words, noun)
    attributes = [word for word in words[:place] if not is_word(word, "determiner")]
    behind = _without_place(words[place + len(noun.noun.split()) :])
    named = [_attribute(word, noun.gender) for word in attributes]
    own = [words[place]] if noun.prefix and "-" in words[place] else []
    head = own[0].removesuffix("s") if own else _compound(noun.prefix, noun.noun)
    if state and not phrase.state and not any(map(read_state, words)):
        adjective = state_adjective(state)
        named = (
            [_strong(adjective + "e", noun.gender, capital=True), *named] if adjective else named
        )
    name = " ".join([*named, head, *behind]) if " " not in noun.noun else " ".join(words)
    name = name[:1].upper() + name[1:]
    return f"{name} ({phrase.acronym})" if phrase.acronym else name


def _without_place(behind: list[str]) -> list[str]:
    """What stands behind the noun, without the seat of a government: "… in Seoul"."""
    if len(behind) == 2 and behind[0] in {"in", "von", "aus"} and read_state(behind[1]):
        return []
    return behind


def _attribute(word: str, gender: str) -> str:
    found = read_state(word)
    if (
        found
        and found.how == "name"
        and word.endswith("s")
        and (stem := state_adjective(found.state))
    ):
        return _strong(stem + "e", gender, capital=False)
    return (
        _strong(word, gender, capital=False) if _ADJECTIVE.match(word) and not _town(word) else word
    )


def _town(word: str) -> bool:
    """ "Kölner" is never inflected; "Nationaler" is."""
    return word[:1].isupper() and word.endswith("er")


def _head_place(words: list[str], noun: BodyNoun) -> int:
    first = noun.noun.split()[0].lower()[:4]
    for place, word in enumerate(words):
        small = word.lower()
        if word[:1].isupper() and (
            first in small or (noun.prefix and noun.prefix.lower() in small)
        ):
            return place
    return max(0, len(words) - 1)


def body_rest(phrase: Phrase) -> tuple[str, ...]:
    """What tells this body from others of its kind: "Gütersloh" of "Kreis Gütersloh".

    Words that name the state are left out, inflection is taken off, a town's adjective is the town.
    """
    noun = phrase.noun
    if noun is None:
        return ()
    words = [word for word in words_of(phrase.name) if word not in ",;:()"]
    place = _head_place(words, noun)
    head = {*range(place, place + len(noun.noun.split()))}
    rest = [noun.prefix.split("-")[-1]] if noun.prefix and not read_state(noun.prefix) else []
    if noun.kind in _DESCRIBED:
        rest = []
    rest += [
        word
        for i, word in enumerate(words)
        if i not in head and not (i < place and word[:1].islower() and noun.kind in _PLAIN)
    ]
    kept = [word for word in rest if not _says_nothing(word, noun)]
    return tuple(sorted({_stem(word) for word in kept if word}))


def _says_nothing(word: str, noun: BodyNoun) -> bool:
    small = word.lower()
    if small in _GLUE or is_word(word, "determiner") or is_word(word, "indefinite"):
        return True
    found = read_state(word) or read_state(word.split("-")[0])
    return bool(found) and not (noun.speaks == "self" and found and found.how in {"people", "seat"})


def _stem(word: str) -> str:
    small = word.lower()
    return _INFLECTED.sub("", small) if len(small) > 5 else small.removesuffix("s")


def office_name(office: Office, body: str = "", state: str = "", seat: str = "") -> str:
    """The name of a person known only by the office: "Russischer Botschafter"."""
    noun = office.noun
    if office.gender == "f":
        noun = noun.removesuffix("r") if noun.endswith("der") else f"{noun}in"
    prefix = office.prefix
    compound = f"{prefix}{noun if prefix.endswith('-') else noun.lower()}" if prefix else noun
    if body and body == state:
        body = ""
    if body and not (prefix and prefix.split("-")[0].lower() in body.lower()):
        return f"{compound} ({body})"
    if adjective := state_adjective(state) if state else "":
        gender = office.gender if office.gender in {"m", "f"} else "m"
        return f"{_strong(adjective + 'e', gender, capital=True)} {compound}"
    named = "" if prefix and body else body or state
    return f"{compound} ({named})" if named else compound


def anonymous_name(text: str, office: Office | None = None) -> str:
    """The name of people whom the text leaves unnamed: "Nicht genannte Experten"."""
    first = words_of(text)[:1]
    if office and first and first[0].lower().startswith("ein"):
        return f"Nicht genannt: {office_name(office)}"
    words = [
        word
        for word in words_of(text)
        if not is_word(word, "determiner") and not is_word(word, "indefinite")
    ]
    name = " ".join(words)
    if name[:1].isupper() and words[0].endswith(("n", "er", "e", "s", "te")) and len(words) == 1:
        return f"Nicht genannte {name}"
    return f"Nicht genannt: {name}" if name else "Nicht genannt"


def media_name(noun: str, state: str) -> str:
    """The name of media named only as a group: "Südkoreanische Medien"."""
    noun = noun[:1].upper() + noun[1:]
    if noun.lower().startswith("medienbericht"):
        noun = "Medien"
    noun = f"{noun}n" if noun.endswith("medie") else noun
    adjective = state_adjective(state) if state else ""
    return f"{adjective[:1].upper()}{adjective[1:]}e {noun}" if adjective else noun


def unknown_name(text: str) -> str:
    """The name of a speaker who could not be told: "Unbestimmt (er)"."""
    return f"Unbestimmt ({text.lower()})"
