"""The names a story knows, and of what kind each is: the tagger's, checked against the story.

1. a marked person's name loses the titles and places before it, and what "von" adds to a surname;
2. one that holds a state, an office or the noun of a body is no person;
3. a single word is a person only if nothing in the story shows a body of that name: "Firma Holm",
   "Holm-Sprecher".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from quellenlage.german.institutions import (
    body_noun,
    find_institution,
    find_medium,
    looks_like_medium,
)
from quellenlage.german.offices import TITLES, given_name_gender, office_noun
from quellenlage.german.references import information_noun
from quellenlage.german.speakerphrases import NameKinds
from quellenlage.german.states import read_state
from quellenlage.german.tables import CACHE
from quellenlage.model import Article
from quellenlage.sources.unmarked import full_names

__all__ = ["names_of_story", "person_name"]

COMPANY_KINDS = frozenset({"company", "organisation", "bank", "association", "institute", "union"})
SURE_COMPOUNDS = 2
"""Compounds with a name ("Holm-Werk") from which on it is taken for a body's: one may be a
"Merkel-Vertrauter"."""
MOSTLY = 3
"""A word read as a common noun this many times as often as as a name is no name ("Coronavirus")."""
SURE_NOUN = 3
"""Readings as a common noun from which on a marked name is doubted."""
_HEADS = frozenset({"chief", "spokesperson"})
_COMPOUND = re.compile(r"([A-ZÄÖÜ](?<![\w-].)\w{2,})-([A-ZÄÖÜ][a-zäöüß]+)")
"""That no word goes before the capital is asked behind it: so the search skips to the capitals."""
_FIRM = re.compile(r"([A-ZÄÖÜ](?<![\w-].)[\w-]{2,}) (?:AG|GmbH|SE|KG|KGaA|eG)(?![\w-])")
"""The word before a legal form is a firm's name: "Holmwerk AG"."""
_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]{4,})\s+([A-ZÄÖÜ][\w-]{2,})")


def names_of_story(articles: Sequence[Article]) -> NameKinds:
    """Every name marked in a story with its kind: PER, ORG, LOC or MISC."""
    labels: dict[str, Counter[str]] = {}
    for name, label in _marked(articles):
        labels.setdefault(name, Counter())[label] += 1
    common = _common_nouns(articles)
    bodies = _bodies(articles)
    for name in [name for name in bodies if name in common and name not in labels]:
        del bodies[name]
    kinds: NameKinds = {}
    for name, counts in labels.items():
        doubted = common.get(name, 0) >= (1 if counts.total() == 1 else SURE_NOUN)
        if doubted and name not in bodies and not given_name_gender(name):
            continue
        best = counts.most_common(1)[0][0]
        enough = SURE_COMPOUNDS if best == "LOC" else 1
        kinds[name] = "ORG" if bodies[name] >= enough else best
    for name in [name for name, kind in kinds.items() if kind == "PER" and " " in name]:
        for surname in _surnames(name):
            if surname not in bodies and kinds.get(surname) != "LOC":
                kinds[surname] = "PER"
    for name in bodies:
        kinds.setdefault(name, "ORG")
    return kinds


def _common_nouns(articles: Sequence[Article]) -> dict[str, int]:
    """Capitalised words that the tagger reads as common nouns mostly, and how often."""
    capital = [word for article in articles for word in article.words if word.text[:1].isupper()]
    nouns = Counter(word.text for word in capital if word.pos != "PROPN")
    names = Counter(word.text for word in capital if word.pos == "PROPN")
    return {word: count for word, count in nouns.items() if count > MOSTLY * names[word]}


@lru_cache(CACHE)
def person_name(text: str) -> str:
    """A marked person's name without titles and places; empty if it is no person's."""
    words = " ".join(text.split()).split(" ")
    while len(words) > 1 and (words[0] in TITLES or office_noun(words[0])):
        words = words[1:]
    while len(words) > 1 and (office_noun(words[-1]) or words[-1][:1].islower()):
        words = words[:-1]
    given = [i for i, word in enumerate(words[:-1]) if given_name_gender(word)]
    if given and given[0] > 0 and not given_name_gender(words[0]):
        words = words[given[0] :]
    if "von" in words[1:] and not given_name_gender(words[0]) and words.index("von") == 1:
        words = words[:1]
    if any(_is_common(word) for word in words) or _is_body(" ".join(words)):
        return ""
    return " ".join(words)


def _marked(articles: Sequence[Article]) -> Iterable[tuple[str, str]]:
    for article in articles:
        for mention in article.mentions:
            text = " ".join(article.text[mention.start : mention.end].split())
            given = " " in text and given_name_gender(text.split()[0])
            if mention.label == "PER" or given:
                if name := person_name(text):
                    yield name, "PER"
            elif text and not _is_body(text):
                yield text, mention.label
        for span in full_names(article.text):
            if name := person_name(article.text[span.start : span.end]):
                yield name, "PER"


@lru_cache(CACHE)
def _is_body(name: str) -> bool:
    return bool(
        find_institution(name)
        or find_medium(name)
        or read_state(name)
        or (looks_like_medium(name) and not given_name_gender(name.split()[0]))
    )


@lru_cache(CACHE)
def _is_common(word: str) -> bool:
    """Whether a word cannot be part of a person's name; surnames like "Richter" and "Bayer" can."""
    if find_institution(word) and not given_name_gender(word):
        return True
    noun = body_noun(word)
    if noun and (not noun.prefix or "-" in word or word.lower().endswith(noun.noun.lower())):
        return noun.kind not in {"association", "court", "bank", "company"} or "-" in word
    state = read_state(word)
    return bool(state and state.how in {"name", "adjective"}) or bool(
        (found := information_noun(word)) and found.kind != "information"
    )


def _surnames(name: str) -> list[str]:
    words = name.split()
    return [" ".join(words[start:]) for start in range(1, len(words))]


def _bodies(articles: Sequence[Article]) -> Counter[str]:
    """Names that stand behind the noun of a company or the like, or before one in compounds."""
    named: Counter[str] = Counter()
    compounds: Counter[str] = Counter()
    for article in articles:
        for name in _FIRM.findall(article.text):
            named[name] += 1
        for noun, name in _BEFORE.findall(article.text):
            found = body_noun(noun)
            if found and found.kind in COMPANY_KINDS and not _is_common(name):
                named[name] += 1
        for name, tail in _COMPOUND.findall(article.text):
            office = office_noun(tail)
            compounds[name] += SURE_COMPOUNDS if office and office.kind in _HEADS else 1
    often = [name for name, count in compounds.items() if count >= SURE_COMPOUNDS]
    named.update(name for name in often if not given_name_gender(name))
    for name in [name for name in named if read_state(name) or office_noun(name)]:
        del named[name]
    return named
