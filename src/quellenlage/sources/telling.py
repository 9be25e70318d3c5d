"""How much a phrase tells by itself: who is meant, and for whom such a one can speak."""

from __future__ import annotations

from quellenlage.german.speakernames import body_rest
from quellenlage.german.speakerphrases import Phrase
from quellenlage.german.speech import is_thing
from quellenlage.german.states import read_state
from quellenlage.model import within
from quellenlage.sources.castlist import Cast, Role

__all__ = [
    "NOBODYS",
    "UNNAMED",
    "qualified",
    "richness",
    "speaks_for_nobody",
    "speaks_for_state",
    "tagged_as",
    "tells",
]

UNNAMED = frozenset({"spokesperson", "official", "employee", "insider", "observer", "participant"})
"""Offices of which a body has many: without a name they are anonymous, also with "der"."""
NOBODYS = frozenset({"scientist", "expert", "citizen", "witness", "lawyer", "person", "observer"})
"""Offices that speak for nobody else, whatever state or body stands beside them."""


def tagged_as(role: Role, cast: Cast) -> str:
    """How the tagger reads what looks like a name: "Lieferungen" is a noun, "Offenbar" none."""
    if role.phrase.name in cast.names:
        return "name"
    if _thing_first(role, cast):
        return "no noun"
    if sum(map(str.isupper, role.phrase.name.split("-")[0])) > 1:
        return "name"
    tags = {word.pos for word in within(cast.article.words, role.span)}
    if not tags or "PROPN" in tags:
        return "name"
    return "noun" if tags & {"NOUN", "X"} else "no noun"


def _thing_first(role: Role, cast: Cast) -> bool:
    """Whether a phrase is headed by a noun for something that never speaks."""
    nouns = (
        word for word in within(cast.article.words, role.span) if word.pos in {"NOUN", "PROPN"}
    )
    first = next(nouns, None)
    return first is not None and first.pos == "NOUN" and is_thing(first.lemma)


def qualified(phrase: Phrase) -> bool:
    """Whether adjectives tell the holder from others: "der frühere Landrat"."""
    return any(not read_state(word) and word[:1].islower() for word in phrase.attributes)


def tells(phrase: Phrase) -> bool:
    """Whether a phrase says who is meant without the text around it."""
    if phrase.form == "body" and phrase.noun is not None:
        return bool(
            phrase.acronym
            or (phrase.state and phrase.noun.speaks == "state" and not _only_seated(phrase))
            or body_rest(phrase)
            or phrase.owner
        )
    if phrase.form == "name":
        return phrase.noun is not None
    return phrase.form in {"person", "institution", "medium", "state"}


def _only_seated(phrase: Phrase) -> bool:
    """Whether nothing but its seat tells a ministry: "das Ministerium in Oslo"."""
    noun = phrase.noun
    return noun is not None and noun.kind == "ministry" and not noun.prefix and phrase.seat


def richness(phrase: Phrase) -> int:
    """How much a phrase says about who is meant; the most telling are entered first."""
    if not tells(phrase):
        return 0
    if phrase.form == "person":
        return 40 + min(3, len(phrase.name.split())) if " " in phrase.name else 5
    if phrase.form == "body":
        rest = bool(body_rest(phrase))
        return 10 + 8 * bool(phrase.acronym) + 4 * bool(phrase.state) + 2 * rest
    return 60


def speaks_for_state(phrase: Phrase) -> bool:
    """Whether one of this office speaks for the state that stands beside it."""
    office = phrase.office
    if office is None or office.kind in NOBODYS:
        return False
    return office.speaks == "state" or office.kind in UNNAMED | {"soldier", "diplomat", "chief"}


def speaks_for_nobody(phrase: Phrase) -> bool:
    """Whether one of this office speaks for nobody else, whatever stands beside it."""
    return phrase.office is not None and phrase.office.kind in NOBODYS
