"""Names that the tagger has missed: by given names, as institutions, as bodies of the story.

They serve as sights: whom a pronoun, a surname or "das Unternehmen" may mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quellenlage.german.institutions import find_institution, opens_institution
from quellenlage.german.offices import given_name_gender
from quellenlage.german.speakerphrases import NameKinds
from quellenlage.model import Span

__all__ = ["full_names", "unmarked_names"]

LONGEST = 4
"""Words of the longest name of an institution that is looked for."""
_WORD = re.compile(r"[^\W\d_][\w]*(?:[-'’][\w]+)*\.?")
_GIVEN = re.compile(
    r"([A-ZÄÖÜ](?<![\w-].)\w+(?:-[A-ZÄÖÜ]\w+)?)"
    r"((?: (?:von|van|de|der|den|di|da|del|al|bin|zu))* [A-ZÄÖÜ][\w'’]+(?:-[A-ZÄÖÜ]\w+)*){1,2}"
)


def full_names(text: str) -> Iterator[Span]:
    """Places where a known given name is followed by a surname."""
    for match in _GIVEN.finditer(text):
        if given_name_gender(match.group(1)):
            yield Span(*match.span())


def unmarked_names(text: str, names: NameKinds) -> Iterator[tuple[Span, str]]:
    """Persons of known given name, institutions, and bodies of the story, with their kind."""
    for span in full_names(text):
        name = " ".join(text[span.start : span.end].split())
        if names.get(name) == "PER":
            yield span, "PER"
    words = [match.span() for match in _WORD.finditer(text)]
    bodies = (name for name, kind in names.items() if kind == "ORG" and name)
    openers = {name.split()[0].rstrip(".") for name in bodies}
    place = 0
    while place < len(words):
        taken = 1
        start, end = words[place]
        if text[start].isupper() and _may_open(text[start:end].rstrip("."), openers):
            found = _body_at(text, words, place, names)
            if found is not None:
                span, taken = found
                yield span, "ORG"
        place += taken


def _may_open(word: str, openers: set[str]) -> bool:
    """Whether a name can begin with a word; saves looking for four lengths at every noun."""
    first = word.split("-")[0] if "-" in word else word
    return first in openers or word in openers or opens_institution(word)


def _body_at(
    text: str, words: Sequence[tuple[int, int]], place: int, names: NameKinds
) -> tuple[Span, int] | None:
    start, first_end = words[place]
    for length in range(min(LONGEST, len(words) - place), 0, -1):
        _, end = words[place + length - 1]
        name = text[start:end].rstrip(".")
        if "\n" in name:
            continue
        if names.get(name) == "ORG" or (find_institution(name) and _is_name(name)):
            return Span(start, start + len(name)), length
    word = text[start:first_end]
    first = word.split("-")[0]
    if names.get(first) == "ORG" and first != word:
        return Span(start, start + len(first)), 1
    return None


def _is_name(name: str) -> bool:
    """Whether a word that can be a common noun ("Bund", "Union", "Bahn") is surely a name."""
    return " " in name or "-" in name or sum(map(str.isupper, name)) > 1 or len(name) > 9
