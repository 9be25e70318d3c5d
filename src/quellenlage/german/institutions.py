"""Bodies that can speak: by a name of their own, by the noun that heads their name, and the media.

"RKI" is known by name; "das Landratsamt Ravensburg" by its head noun; "Radio Fjord" by its form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

import msgspec

from quellenlage.german.tables import CACHE, rows

__all__ = [
    "BodyNoun",
    "Institution",
    "Medium",
    "body_noun",
    "find_institution",
    "find_medium",
    "is_generic_body",
    "is_legal_form",
    "known_acronyms",
    "looks_like_medium",
    "misspelled_body_noun",
    "opens_institution",
    "without_legal_form",
]

SHORTEST_HEAD = 4
"""Letters a noun needs to count as the head of a compound: "Rat" in "Vorrat" is none."""
SHORTEST_MISSPELLED = 8
"""Letters a noun needs to be known in spite of a wrong one: "Gericht" is not "Gedicht"."""
SHORTEST_COMPOUND_REST = 2
NO_BODY = "none"
"""The class of words that only look like a body."""
NOUN_ENDINGS = ("", "s", "es", "n", "en", "e", "er", "ern", "nen")
_UMLAUTS = str.maketrans("äöü", "aou")
_ARTICLE = re.compile(r"^(?:The|Der|Die|Das) ")
_MEDIUM_FORM = re.compile(
    r"(?:^(?:Radio|Sender|TV|Tele|Canal|Canale)\s[A-ZÄÖÜ])"
    r"|(?:\w(?:zeitung|blatt|anzeiger|kurier|bote|echo|rundschau|nachrichten|rundfunk|radio)$)"
    r"|(?:\s(?:Zeitung|Blatt|Post|Anzeiger|Kurier|Tagblatt|Tageblatt|Nachrichten|Rundschau|Bote"
    r"|Allgemeine|Times|News|Press|Herald|Tribune|Gazette|Journal|Presse|Rundfunk|Online)$)"
    r"|(?:-(?:Blatt|Zeitung|Anzeiger|Kurier|Bote|Echo|TV|Magazin)$)",
    re.IGNORECASE,
)
_MEDIUM_ENDS = tuple(
    "zeitung blatt anzeiger kurier bote echo rundschau nachrichten rundfunk radio post tagblatt "
    "tageblatt allgemeine times news press herald tribune gazette journal presse online tv "
    "magazin".split()
)
_MEDIUM_BEGINS = ("radio", "sender", "tv", "tele", "canal")
"""What a name of this form ends or begins with: few names do, and only these are looked at."""


class Institution(msgspec.Struct, frozen=True):
    """A body with a name of its own."""

    name: str
    kind: str
    gender: str
    body: str
    acronym: str = ""


class BodyNoun(msgspec.Struct, frozen=True):
    """A noun that heads the name of a body; `prefix` is what a compound has before it."""

    noun: str
    gender: str
    kind: str
    speaks: str
    prefix: str = ""


class Medium(msgspec.Struct, frozen=True):
    """A paper, station or agency; `state` is set where a state runs it."""

    name: str
    kind: Literal["outlet", "agency"]
    state: str = ""


@cache
def _institutions() -> dict[str, Institution]:
    found = {}
    for name, others, kind, gender, body in rows("institutions", 5)[1:]:
        forms = [name, *filter(None, others.split("|"))]
        acronym = next((form for form in forms if form.isupper() and form.isalnum()), "")
        entry = Institution(name, kind, gender, body, acronym)
        for form in forms:
            found[_plain(form)] = entry
    return found


@cache
def _media() -> dict[str, Medium]:
    found = {}
    for name, others in rows("media", 2)[1:]:
        for form in [name, *filter(None, others.split("|"))]:
            found[_plain(form)] = Medium(name, "outlet")
    for name, others, state in rows("agencies_news", 3)[1:]:
        for form in [name, *filter(None, others.split("|"))]:
            found[_plain(form)] = Medium(name, "agency", state)
    return found


@lru_cache(CACHE)
def _plain(name: str) -> str:
    """A name without inflection, as far as needed to look it up; short forms keep their case."""
    words = name.split()
    if len(words) == 1 and sum(map(str.isupper, name)) > 1:
        return name
    return " ".join(map(_without_ending, words))


@lru_cache(CACHE)
def _without_ending(word: str) -> str:
    small = word.casefold()
    if small[-1:] not in "nmrse":
        return small
    for ending in ("en", "em", "er", "es", "e", "s"):
        if small.endswith(ending) and len(small) - len(ending) >= SHORTEST_HEAD:
            return small.removesuffix(ending)
    return small


@lru_cache(CACHE)
def find_institution(name: str) -> Institution | None:
    """The body of this name, inflection aside."""
    found = _institutions().get(_plain(name))
    return found or (_institutions().get(_plain(name.rstrip("s"))) if name[-1:] == "s" else None)


@cache
def _openers() -> frozenset[str]:
    return frozenset(form.split()[0] for form in _institutions() if form)


@lru_cache(CACHE)
def opens_institution(word: str) -> bool:
    """Whether a body's name of its own can begin with a word; with most none does."""
    forms = (word, word.rstrip("s") or word) if word[-1:] == "s" else (word,)
    openers = _openers()
    return any(form in openers or _without_ending(form) in openers for form in forms)


@lru_cache(CACHE)
def find_medium(name: str) -> Medium | None:
    """The paper, station or agency of this name, inflection aside."""
    known = _media()
    if found := known.get(_plain(name)):
        return found
    bare = _ARTICLE.sub("", name)
    return known.get(_plain(bare)) if bare != name else None


@lru_cache(CACHE)
def looks_like_medium(name: str) -> bool:
    """Whether a name has the form of a paper or station: "Radio Fjord", "Inselkurier"."""
    small = name.lower().rstrip()
    may = small.endswith(_MEDIUM_ENDS) or small.startswith(_MEDIUM_BEGINS)
    return may and bool(_MEDIUM_FORM.search(name))


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(row[0] for row in rows("legal_forms", 2)[1:])


def is_legal_form(word: str) -> bool:
    """Whether a word tells the legal form of a firm: "AG", "GmbH"."""
    return word in _legal_forms()


def without_legal_form(name: str) -> str:
    """A firm's name without what only tells its legal form: "Holmwerk GmbH & Co. KG"."""
    words = name.split()
    while len(words) > 1 and (words[-1] in _legal_forms() or words[-1] in {"&", "Co.", "Co"}):
        words = words[:-1]
    return " ".join(words)


@cache
def known_acronyms() -> frozenset[str]:
    """Short forms in capitals that are somebody's name, and so are nobody else's misprint."""
    forms = [*_institutions(), *_media()]
    return frozenset(form for form in forms if form.isupper())


@cache
def _nouns() -> dict[str, BodyNoun]:
    return {
        noun.lower(): BodyNoun(noun, gender, kind, speaks)
        for noun, gender, kind, speaks, _ in rows("bodies", 5)[1:]
        if not noun.startswith("-")
    }


@cache
def _short_heads() -> dict[str, BodyNoun]:
    """Heads too short to be looked for in every word: "-amt" of "Bauamt", by their row with "-"."""
    return {
        noun[1:]: BodyNoun(noun[1:].capitalize(), gender, kind, speaks)
        for noun, gender, kind, speaks, _ in rows("bodies", 5)[1:]
        if noun.startswith("-") and kind != NO_BODY
    }


@cache
def _short_ends() -> tuple[str, ...]:
    return tuple(_short_heads())


@cache
def _no_bodies() -> frozenset[str]:
    listed = (noun for noun, _, kind, _, _ in rows("bodies", 5)[1:] if kind == NO_BODY)
    return frozenset(noun[1:] for noun in listed)


def _no_body(base: str) -> bool:
    """Whether a word ends like a body but is none: "Ehrenamt"."""
    return base in _no_bodies()


@lru_cache(CACHE)
def body_noun(word: str) -> BodyNoun | None:
    """The noun that heads a body's name, also inflected or at the end of a compound.

    "Gesundheitsministeriums" is a Ministerium with the prefix "Gesundheits" (of health).
    """
    nouns, bases = _nouns(), _bases(word.lower())
    for base in bases:
        if found := nouns.get(base):
            return found
    for base in bases:
        if _no_body(base):
            return None
        for cut in range(SHORTEST_COMPOUND_REST, len(base) - SHORTEST_HEAD + 1):
            if found := nouns.get(base[cut:]):
                return msgspec.structs.replace(found, prefix=word[:cut].rstrip("-"))
    return _short_headed(word, bases) if word[:1].isupper() else None


def _short_headed(word: str, bases: Sequence[str]) -> BodyNoun | None:
    """The body that a compound with a short head names: "Landesumweltamtes"."""
    for base in bases:
        if not base.endswith(_short_ends()):
            continue
        for ending, found in _short_heads().items():
            cut = len(base) - len(ending)
            if cut >= SHORTEST_COMPOUND_REST and base.endswith(ending) and not _no_body(base):
                return msgspec.structs.replace(found, prefix=word[:cut].rstrip("-"))
    return None


@lru_cache(CACHE)
def is_generic_body(name: str) -> bool:
    """Whether a name says no more than what kind of body it is: "Behörde", "das Ministerium"."""
    nouns = [body_noun(word) for word in name.split() if len(word) >= SHORTEST_HEAD]
    return bool(nouns) and all(noun is not None and not noun.prefix for noun in nouns)


@lru_cache(CACHE)
def misspelled_body_noun(word: str) -> BodyNoun | None:
    """The body's noun that a word is but for one letter: "Uvternehmen"; long words only."""
    small = word.lower()
    if len(small) < SHORTEST_MISSPELLED:
        return None
    for noun, found in _nouns().items():
        if len(noun) == len(small) and sum(a != b for a, b in zip(noun, small, strict=True)) == 1:
            return found
    return None


def _bases(small: str) -> list[str]:
    """What a noun may be without its ending; plurals in -ien and umlaut too."""
    bases = [small.removesuffix(ending) for ending in NOUN_ENDINGS if small.endswith(ending)]
    bases += [f"{small.removesuffix('ien')}ium"] if small.endswith("ien") else []
    bases += [f"{small.removesuffix('en')}a"] if small.endswith("en") else []
    return bases + [base.translate(_UMLAUTS) for base in bases if not base.isascii()]
