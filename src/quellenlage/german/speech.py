"""Words of saying: verbs, nouns, prepositions and particles that tell whose word a passage is.

Four tables under `data/`: `speech_verbs` (sagen, mit|teilen, bezeichnen als), `attribution_nouns`
(Angabe, Bericht, Vorwurf), `attribution_prepositions` (laut, zufolge) and `attribution_words`
(demnach, wonach, sollen, Insider). Each entry has a medium or a part to play, and an example.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from quellenlage.german.tables import CACHE, rows
from quellenlage.model import Medium

__all__ = [
    "SpeechNoun",
    "SpeechVerb",
    "frame_words",
    "is_thing",
    "outlet_names",
    "speech_noun",
    "speech_verbs",
    "spoken_forms",
    "verbs_by_base",
    "words_with_part",
]

SHORTEST_SUFFIX = 4
"""A noun of fewer letters is not looked for at the end of compounds ("Wort" in "Antwort")."""

PLURALS = ("", "n", "en")
"""Endings that a noun of utterance may have in the plural of a compound."""

SHORTEST_THING = 7
"""Letters of a thing's noun that is looked for at the end of compounds ("fall" in "Reinfall")."""

_MEDIA: dict[str, Medium] = {
    "Speech": "Speech",
    "Writing": "Writing",
    "Thought": "Thought",
    "SW": "SW",
    "ST": "ST",
    "TW": "TW",
}


@dataclass(frozen=True)
class SpeechVerb:
    """A verb of speaking, writing or thinking, and what it can take."""

    lemma: str
    base: str
    particle: str
    medium: Medium
    takes: frozenset[str]
    prepositions: frozenset[str]


@dataclass(frozen=True)
class SpeechNoun:
    """A noun of utterance; `uses` says whether it heads a frame, takes a clause, is a text."""

    lemma: str
    medium: Medium
    uses: frozenset[str]


def _verb(row: tuple[str, ...]) -> SpeechVerb:
    lemma, particle, medium, takes, prepositions, _ = row
    particle = "" if particle == "-" else particle
    joined = bool(particle) and lemma.startswith(particle) and lemma != particle
    return SpeechVerb(
        lemma=lemma,
        base=lemma[len(particle) :] if joined else lemma,
        particle=particle,
        medium=_MEDIA[medium],
        takes=frozenset(takes.split()),
        prepositions=frozenset() if prepositions == "-" else frozenset(prepositions.split()),
    )


@cache
def speech_verbs() -> dict[str, SpeechVerb]:
    """The verbs by infinitive: `mitteilen`, `sagen`; where two share one, the first."""
    found: dict[str, SpeechVerb] = {}
    for verb in map(_verb, rows("speech_verbs", 6)):
        if not verb.particle or verb.lemma != verb.base:
            found.setdefault(verb.lemma, verb)
    return found


@cache
def verbs_by_base() -> dict[str, tuple[SpeechVerb, ...]]:
    """The verbs by the infinitive of their finite half ("teilte … mit" under `teilen`)."""
    found: dict[str, tuple[SpeechVerb, ...]] = {}
    for verb in map(_verb, rows("speech_verbs", 6)):
        if verb.particle:
            found[verb.base] = (*found.get(verb.base, ()), verb)
    return found


@cache
def _nouns() -> dict[str, SpeechNoun]:
    return {
        noun.lower(): SpeechNoun(noun, _MEDIA[medium], frozenset(uses.split()))
        for noun, medium, uses, _ in rows("attribution_nouns", 4)
    }


@lru_cache(CACHE)
def speech_noun(lemma: str) -> SpeechNoun | None:
    """The noun of utterance that a lemma is or ends in ("Polizeiangabe" → Angabe).

    Lemmatizers leave rare compounds in the plural: "Bahnangaben", "Zeugenaussagen".
    """
    low = lemma.lower()
    nouns = _nouns()
    if found := nouns.get(low):
        return found
    for cut in range(2, len(low) - SHORTEST_SUFFIX):
        for ending in PLURALS:
            if low.endswith(ending) and (found := nouns.get(low[cut:].removesuffix(ending))):
                return found if found.lemma != "Wort" and found.lemma != "Rede" else None
    return None


@cache
def frame_words(place: str) -> dict[str, str]:
    """The words that stand `before` or `after` a frame phrase, and what noun each needs in it.

    `any`: none ("laut Polizei"); `noun`: one of utterance ("nach Angaben der Polizei"); `view`: one
    for a view ("aus Sicht der Polizei").
    """
    table = rows("attribution_prepositions", 4)
    return {word: needs for word, stands, needs, _ in table if stands == place}


@cache
def _things() -> frozenset[str]:
    return frozenset(row[0].lower() for row in rows("things", 2)[1:])


@lru_cache(CACHE)
def is_thing(lemma: str) -> bool:
    """Whether a noun is for something that never speaks: "Verdacht", "Brandursache"."""
    low = lemma.lower()
    if low in _things():
        return True
    return any(low.endswith(thing) for thing in _things() if len(thing) >= SHORTEST_THING)


@cache
def words_with_part(part: str) -> frozenset[str]:
    """The words that play a part in attributions: `anonymous`, `relay`, `continuing`, …"""
    return frozenset(row[0].lower() for row in rows("attribution_words", 3) if row[1] == part)


@cache
def outlet_names() -> frozenset[str]:
    """The names of papers, stations and agencies that are one word ("Spiegel", "dpa")."""
    found: set[str] = set()
    for name, others in rows("media", 2):
        found.update(one for one in (name, *others.split("|")) if one and " " not in one)
    for name, others, _ in rows("agencies_news", 3):
        found.update(one for one in (name, *others.split("|")) if one and " " not in one)
    return frozenset(found - {"Zeit", "Welt", "Bild", "Stern", "name", "Post"})


@cache
def spoken_forms() -> dict[str, str]:
    """The verbs of saying by forms for which lemmatizers give another lemma."""
    return {form: verb for form, verb, _ in rows("attribution_forms", 3)}
