"""Short forms as articles introduce them: "Landesbauamt (LBA)", "(National Bridge Centre, NBC)".

They tell who a short form is wherever it stands in the story, also before it is explained and where
nobody but a spokesman is quoted ("LBA-Chefin Holm").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from quellenlage.german.institutions import find_institution, find_medium
from quellenlage.german.speakerphrases import NameKinds, Phrase, read_phrase
from quellenlage.german.states import read_state
from quellenlage.model import Article

__all__ = ["introductions"]

LONGEST = 9
"""Words before a bracket among which the long form is looked for."""
_BRACKET = re.compile(
    r"\((?:[^()]{4,60}, )?(?:kurz:? |engl\. )?([A-ZÄÖÜ][A-ZÄÖÜa-zäöü]{0,5}[A-ZÄÖÜ])\)"
)
_GLUE = frozenset(
    ["für", "und", "der", "des", "von", "of", "for", "and", "the", "de", "zur", "in", "im"]
)
_STOPS = frozenset(["der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "vom", "zum"])


def introductions(articles: Sequence[Article], names: NameKinds) -> Iterator[tuple[Phrase, str]]:
    """Every body of a story that a short form in brackets follows, with its article's id."""
    for article in articles:
        for match in _BRACKET.finditer(article.text):
            short = match.group(1)
            before = article.text[max(0, match.start() - 120) : match.start()]
            if _is_known(short) or "\n" in before[-2:]:
                continue
            phrase = _long_form(before.rsplit("\n", 1)[-1], short, names)
            if phrase is not None:
                yield phrase, article.id


def _is_known(short: str) -> bool:
    """Whether a short form in brackets tells a party, a state or a paper, so nobody's name."""
    party = find_institution(short)
    return bool((party and party.kind == "party") or read_state(short) or find_medium(short))


def _long_form(before: str, short: str, names: NameKinds) -> Phrase | None:
    """The body that the words before a bracket name, if they do, with the short form."""
    words = re.split(r"[.,;:()„“\"]", before)[-1].split()[-LONGEST:]
    start = len(words)
    while start > 0 and (words[start - 1][:1].isupper() or words[start - 1] in _GLUE):
        start -= 1
    while start < len(words) and words[start] in _GLUE:
        start += 1
    if start and words[start - 1][:1].islower() and words[start - 1] not in _STOPS:
        start -= 1 if words[start - 1].endswith(("e", "en", "er", "es")) else 0
    run = words[start:]
    if not run:
        return None
    inner = _initialled(run, short)
    start += inner
    run = run[inner:]
    determiner = words[start - 1] if start and words[start - 1] in _STOPS else ""
    phrase = read_phrase(" ".join([determiner, *run]).strip(), names)
    spelled = phrase.form == "name" and _spells(run, short)
    if phrase.form in {"body", "institution"} or spelled:
        return msgspec.structs.replace(phrase, acronym=short, sure=True)
    return None


def _initialled(words: Sequence[str], short: str) -> int:
    """Where the name begins whose capital words have the short form's letters; 0 if none has."""
    for first in range(len(words) - 1, 0, -1):
        initials = "".join(word[0] for word in words[first:] if word[:1].isupper())
        if words[first][:1].isupper() and initials.startswith(short):
            return first
    return 0


def _spells(words: Sequence[str], short: str) -> bool:
    """Whether a short form takes its letters from a name in their order, from its first on."""
    letters = "".join(words).lower()
    place = 0
    for letter in short.lower():
        place = letters.find(letter, place) + 1
        if not place:
            return False
    first = [word[:1].lower() for word in words if word[:1].isupper()]
    return bool(first) and first[0] == short[:1].lower() and (len(first) > 1 or len(short) < 5)
