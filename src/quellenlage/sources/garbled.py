"""Garbled names: what haste or machine translation made of another name.

1. a short form one letter off, or with two letters swapped, beside one that the story introduces in
   brackets: "Die NUS" beside "Nachrichtendienst (NIS)";
2. a given name for a surname: "Professor Leif" where the story has a Professor Leif-Eric Easley.

They become aliases, with a warning; the text stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from quellenlage.german.institutions import known_acronyms
from quellenlage.german.speakernames import GARBLED_NAME
from quellenlage.german.states import read_state
from quellenlage.model import Article, Warning
from quellenlage.sources.entities import Entity

__all__ = ["garbled_warnings", "one_slip", "short_form_slips"]

MORE_OFTEN = 2
"""The true short form must stand in the story at least this often; the garbled one only once in an
article, for what stands there twice is meant so."""
_SHORT_FORM = re.compile(r"[A-ZÄÖÜ](?<![\w-].)[A-ZÄÖÜ]{2,5}(?![\w-])")
_INTRODUCED = re.compile(r"\(([A-ZÄÖÜ]{3,6})[,)]")


def short_form_slips(articles: Sequence[Article]) -> dict[str, str]:
    """Garbled short forms of a story, and the ones they are taken for."""
    counts: Counter[str] = Counter()
    introduced: set[str] = set()
    twice: set[str] = set()
    for article in articles:
        here = Counter(_SHORT_FORM.findall(article.text))
        counts.update(here)
        twice.update(form for form, count in here.items() if count > 1)
        introduced.update(_INTRODUCED.findall(article.text))
    true = [form for form in sorted(introduced) if counts[form] >= MORE_OFTEN]
    slips = {}
    for form in counts:
        if form in introduced or form in twice or form in known_acronyms() or read_state(form):
            continue
        near = [other for other in true if one_slip(form, other)]
        if len(near) == 1:
            slips[form] = near[0]
    return slips


def garbled_warnings(article: Article, garbled: Iterable[tuple[str, Entity]]) -> list[Warning]:
    """A warning at each place of an article where a garbled name stands."""
    found = []
    for form, entity in garbled:
        name = entity.acronym if form.isupper() and entity.acronym else entity.name
        message = GARBLED_NAME.format(name=name)
        places = re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", article.text)
        found += [
            Warning(code="garbled_name", message=message, start=place.start(), end=place.end())
            for place in places
        ]
    return sorted(found, key=lambda warning: warning.start or 0)


def one_slip(form: str, other: str) -> bool:
    """Whether two short forms differ by a letter behind the first, or two neighbours swapped."""
    if len(form) != len(other):
        return False
    wrong = [i for i, (a, b) in enumerate(zip(form, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return wrong[0] > 0
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and form[wrong[0]] == other[wrong[1]]
        and form[wrong[1]] == other[wrong[0]]
    )
