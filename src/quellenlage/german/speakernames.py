"""Canonical names of sources: nominative, without article, the adjective strongly inflected.

"des Nationalen Geheimdienstes" → "Nationaler Geheimdienst"; "Südkoreas Geheimdienst" →
"Südkoreanischer Geheimdienst"; "viele Experten" → "Nicht genannte Experten".
"""

from __future__ import annotations

import re

from quellenlage.german.institutions import BodyNoun
from quellenlage.german.nominative import (
    inflected_adjective,
    nominative,
    noun_nominative,
    strong_adjective,
)
from quellenlage.german.offices import Office, feminine_office, office_noun
from quellenlage.german.phrasewords import is_possessive, words_of
from quellenlage.german.references import is_word
from quellenlage.german.speakerphrases import Phrase
from quellenlage.german.states import read_state, state_adjective

__all__ = [
    "GARBLED_NAME",
    "HEARSAY",
    "REPORTS",
    "anonymous_name",
    "body_level",
    "body_name",
    "body_rest",
    "insiders_name",
    "media_name",
    "ministry_field",
    "office_name",
    "unknown_name",
]

HEARSAY = ("Hörensagen (dem Vernehmen nach)", "dem Vernehmen nach")
REPORTS = ("Nicht genannte Berichte", "Berichten zufolge")
LONGEST_SHORT_FORM = 2
"""Letters of a part of a compound that is written in capitals: "US-Medien", "EU-Medien"."""
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
_INFLECTED = re.compile(r"(?:e|en|er|em|es)$")
_FOREIGN = frozenset(
    ["Centre", "Center", "Agency", "Committee", "Council", "Department", "Institute"]
)
"""Heads of English names, which stay as they stand."""
_SINGULAR = frozenset({"das", "dem", "der", "des", "dieser", "dieses", "diesem"})
_PLURAL = frozenset(
    ["viele", "vieler", "einige", "einiger", "mehrere", "mehrerer", "manche", "andere", "anderer",
     "zwei", "drei", "beide", "beiden", "alle", "meiste", "meisten"]
)  # fmt: skip
"""First words that tell several people, or one thing, apart."""
_LEVELS = {"landes": "land", "bundes": "bund"}
"""First parts of compounds that tell a ministry's level: "Landesgesundheitsministerium"."""
_THE_LAND = frozenset({"Land", "Landes", "Lande"})
"""What a body's name may add without telling it from others: "… des Landes", "… in dem Land"."""
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
    attributes = [word for word in words[:place] if not _unnamed(word)]
    behind = _without_place(words[place + len(noun.noun.split()) :])
    named = [_attribute(word, noun.gender) for word in attributes]
    head = _head(words[place], noun)
    known = phrase.state or body_level(phrase) == "bund" or any(map(read_state, words))
    if state and not known:
        adjective = state_adjective(state)
        named = (
            [strong_adjective(adjective + "e", noun.gender, capital=True), *named]
            if adjective
            else named
        )
    foreign = " " in noun.noun or noun.noun in _FOREIGN
    name = " ".join(words) if foreign else " ".join([*named, head, *behind])
    name = name[:1].upper() + name[1:]
    return f"{name} ({phrase.acronym})" if phrase.acronym else name


def _unnamed(word: str) -> bool:
    """Words before a noun that are no part of its name: "das betroffene Klinikum"."""
    return is_word(word, "determiner") or is_word(word, "indefinite") or _deictic(word)


def _deictic(word: str) -> bool:
    """Whether an adjective only points: "betroffenen", "zuständige", "örtlichen"."""
    return word[:1].islower() and is_word(_INFLECTED.sub("", word), "deictic")


def _head(word: str, noun: BodyNoun) -> str:
    """The noun of a name in the nominative; hyphens stay: "Bergwald-Klinikums"."""
    if noun.prefix and "-" in word:
        front, _, last = word.rpartition("-")
        cut = len(noun.prefix) - len(front) - 1
        tail = _compound(noun.prefix[-cut:], noun.noun) if cut > 0 else noun.noun
        return f"{front}-{tail}" if last else noun_nominative(word, "des")
    return _compound(noun.prefix, noun.noun)


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
        return strong_adjective(stem + "e", gender)
    return strong_adjective(word, gender) if inflected_adjective(word) else word


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
    prefix = ministry_field(noun.prefix) if noun.kind == "ministry" else noun.prefix
    rest = _prefix_parts(prefix) if prefix and not read_state(prefix) else []
    if noun.kind in _DESCRIBED:
        rest = []
    rest += [
        word
        for i, word in enumerate(words)
        if i not in head and not (i < place and word[:1].islower() and noun.kind in _PLAIN)
    ]
    kept = [word for word in rest if not _says_nothing(word, noun)]
    return tuple(sorted({_stem(word) for word in kept if word}))


def body_level(phrase: Phrase) -> str:
    """Whether a ministry is one of the federation or of a Land, if its words tell."""
    noun = phrase.noun
    if noun is None or noun.kind != "ministry":
        return ""
    small = noun.prefix.lower()
    level = next((level for first, level in _LEVELS.items() if small.startswith(first)), "")
    words = phrase.name.split()
    return level or ("land" if words and words[-1] in _THE_LAND else "")


def ministry_field(prefix: str) -> str:
    """What a ministry is for, its level aside: "Landesgesundheits" is "gesundheits"."""
    small = prefix.lower()
    for first in _LEVELS:
        small = small.removeprefix(first)
    return small


def _prefix_parts(prefix: str) -> list[str]:
    """What the first parts of a compound tell: "Oberland-" of "Oberland-Klinikum"."""
    parts = [part for part in prefix.split("-") if part]
    return [part for part in parts if not read_state(part)][-2:]


def _says_nothing(word: str, noun: BodyNoun) -> bool:
    small = word.lower()
    if small in _GLUE or small.endswith("-") or word in _THE_LAND or _unnamed(word):
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
        noun = feminine_office(noun)
    prefix = office.prefix
    compound = f"{prefix}{noun if prefix.endswith('-') else noun.lower()}" if prefix else noun
    if body and body == state:
        body = ""
    if body and not (prefix and prefix.split("-")[0].lower() in body.lower()):
        return f"{compound} ({body})"
    if adjective := state_adjective(state) if state else "":
        gender = office.gender if office.gender in {"m", "f"} else "m"
        return f"{strong_adjective(adjective + 'e', gender, capital=True)} {compound}"
    named = "" if prefix and body else body or state
    return f"{compound} ({named})" if named else compound


def anonymous_name(text: str, office: Office | None = None) -> str:
    """The name of people whom the text leaves unnamed: "Nicht genannte Experten"."""
    words = words_of(text)
    first = words[0].lower() if words else ""
    if office and first.startswith("ein"):
        return f"Nicht genannt: {office_name(office)}"
    kept = [word for word in words if not _unnamed(word) and not is_possessive(word)]
    if not kept:
        return "Nicht genannt"
    article = _article(words[0]) if is_possessive(words[0]) else words[0]
    if article.lower() in _SINGULAR or first.startswith("ein"):
        return f"Nicht genannt: {nominative(kept, article)}"
    name = nominative(kept, "" if first in _PLURAL else article)
    noun = _noun_place(kept)
    plural = noun == 0 and len(kept) == 1 and kept[0].endswith(("n", "er", "e", "s", "te"))
    if first in _PLURAL or plural or (kept[0].endswith(("e", "en")) and noun):
        adjectives = [strong_adjective(word.lower(), "p") for word in kept[:noun]]
        return " ".join(["Nicht genannte", *adjectives, *name.split()[noun:]])
    return f"Nicht genannt: {name}"


def _article(possessive: str) -> str:
    """The article with the ending of a possessive: "seines" → "des"."""
    return next((f"d{end}" for end in ("es", "em", "en") if possessive.endswith(end)), possessive)


def _noun_place(words: list[str]) -> int:
    """Where the noun stands: that of an office, else the first with a capital letter."""
    offices = (i for i, word in enumerate(words) if word[:1].isupper() and office_noun(word))
    capital = (i for i, word in enumerate(words) if word[:1].isupper())
    return next(offices, next(capital, len(words) - 1))


def insiders_name(noun: str, body: str) -> str:
    """The name of unnamed people of a body: "Regierungskreise", "Quellen (Ministerium)"."""
    return f"{noun_nominative(noun)} ({body})"


def _capital(part: str) -> str:
    """A part of a compound as it is written: "US", "Medien"."""
    return part.upper() if len(part) <= LONGEST_SHORT_FORM else part[:1].upper() + part[1:]


def media_name(noun: str, state: str) -> str:
    """The name of media named only as a group: "Südkoreanische Medien"."""
    noun = "-".join(map(_capital, noun.split("-")))
    if "Medienbericht" in noun:
        noun = noun[: noun.index("Medienbericht")] + "Medien"
    noun = f"{noun}n" if noun.endswith("medie") else noun
    adjective = state_adjective(state) if state else ""
    return f"{adjective[:1].upper()}{adjective[1:]}e {noun}" if adjective else noun


def unknown_name(text: str) -> str:
    """The name of a speaker who could not be told: "Unbestimmt (er)"."""
    return f"Unbestimmt ({text.lower()})"
