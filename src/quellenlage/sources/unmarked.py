"""Names that the tagger has missed: by given names, as institutions, as bodies of the story.

They serve as sights: whom a pronoun, a surname or "das Unternehmen" may mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from quellenlage.german.institutions import find_institution, opens_institution
from quellenlage.german.offices import given_name_gender
from quellenlage.german.speakerphrases import NameKinds
from quellenlage.model import Span

__all__ = ["full_names", "unmarked_names"]

LONGEST = 4
"""Words of the longest name of an institution that is looked for."""
TEXTS = 64
"""Texts whose full names are remembered: each is asked for them twice in a row."""
_WORD = re.compile(r"[^\W\d_]\w*(?:[-'’]\w+)*\.?")
_CAPITALISED = re.compile(
    r"(?:[a-zäöüß]\w*+(?:[-'’]\w++)*+\.?+|[\W\d_]++)*+([^\W\d_]\w*(?:[-'’]\w+)*\.?)"
)
"""A word as above, those in small letters before it passed over in one go."""
_GIVEN = re.compile(
    r"([A-ZÄÖÜ](?<![\w-].)\w+(?:-[A-ZÄÖÜ]\w+)?)"
    r"((?: (?:von|van|de|der|den|di|da|del|al|bin|zu))* [A-ZÄÖÜ][\w'’]+(?:-[A-ZÄÖÜ]\w+)*){1,2}"
)


@lru_cache(TEXTS)
def full_names(text: str) -> tuple[Span, ...]:
    """Places where a known given name is followed by a surname."""
    return tuple(
        Span(*match.span()) for match in _GIVEN.finditer(text) if given_name_gender(match.group(1))
    )


def unmarked_names(text: str, names: NameKinds) -> Iterator[tuple[Span, str]]:
    """Persons of known given name, institutions, and bodies of the story, with their kind."""
    for span in full_names(text):
        name = " ".join(text[span.start : span.end].split())
        if names.get(name) == "PER":
            yield span, "PER"
    bodies = (name for name, kind in names.items() if kind == "ORG" and name)
    openers = {name.split()[0].rstrip(".") for name in bodies}
    behind = 0
    for match in _CAPITALISED.finditer(text):
        start, word = match.start(1), match.group(1)
        if start < behind or not word[0].isupper() or not _may_open(word.rstrip("."), openers):
            continue
        found = _body_at(text, start, names)
        if found is not None:
            span, behind = found
            yield span, "ORG"


def _may_open(word: str, openers: set[str]) -> bool:
    """Whether a name can begin with a word; saves looking for four lengths at every noun."""
    first = word.split("-")[0] if "-" in word else word
    return first in openers or word in openers or opens_institution(word)


def _body_at(text: str, start: int, names: NameKinds) -> tuple[Span, int] | None:
    """The body whose name begins at a word, and where the last of its words ends."""
    ends = [match.end() for match in islice(_WORD.finditer(text, start), LONGEST)]
    for end in reversed(ends):
        name = text[start:end].rstrip(".")
        if "\n" in name:
            continue
        if names.get(name) == "ORG" or (find_institution(name) and _is_name(name)):
            return Span(start, start + len(name)), end
    word = text[start : ends[0]]
    first = word.split("-")[0]
    if names.get(first) == "ORG" and first != word:
        return Span(start, start + len(first)), ends[0]
    return None


def _is_name(name: str) -> bool:
    """Whether a word that can be a common noun ("Bund", "Union", "Bahn") is surely a name."""
    return " " in name or "-" in name or sum(map(str.isupper, name)) > 1 or len(name) > 9
