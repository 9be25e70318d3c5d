"""Garbled names: a short form one letter off, which machine translation or haste made of another.

"Die NUS" beside eleven times "NIS" is taken for the NIS: an alias, and a warning; the text stays.
"""

from __future__ import annotations

import re
from collections import Counter

from quellenlage.german.institutions import known_acronyms
from quellenlage.german.speakernames import GARBLED_NAME
from quellenlage.model import Warning
from quellenlage.sources.entities import Entity
from quellenlage.sources.story import StoryReading

__all__ = ["garbled_names"]

SHORTEST = 3
MORE_OFTEN = 2
"""The true short form must stand in the story at least this often, and more often than the other."""
_SHORT_FORM = re.compile(r"(?<![\w-])[A-ZÄÖÜ]{3,6}(?![\w-])")


def garbled_names(reading: StoryReading) -> dict[str, list[Warning]]:
    """Warnings for garbled short forms, by article; the forms become aliases of whom they mean."""
    counts: Counter[str] = Counter()
    for cast in reading.casts:
        counts.update(_SHORT_FORM.findall(cast.article.text))
    own = {entity.acronym: entity for entity in reading.ledger.entities if entity.acronym}
    meant = {form: entity for form in counts if (entity := _meant(form, own, counts)) is not None}
    warnings: dict[str, list[Warning]] = {}
    for cast in reading.casts:
        for match in _SHORT_FORM.finditer(cast.article.text):
            entity = meant.get(match.group())
            if entity is None or cast.article.id not in entity.articles:
                continue
            entity.seen(match.group(), cast.article.id)
            warnings.setdefault(cast.article.id, []).append(
                Warning(
                    code="garbled_name",
                    message=GARBLED_NAME.format(name=entity.acronym),
                    start=match.start(),
                    end=match.end(),
                )
            )
    return warnings


def _meant(form: str, own: dict[str, Entity], counts: Counter[str]) -> Entity | None:
    if form in own or form in known_acronyms():
        return None
    near = [
        entity
        for acronym, entity in own.items()
        if counts[acronym] >= MORE_OFTEN
        and counts[acronym] > counts[form]
        and _one_slip(form, acronym)
    ]
    return near[0] if len(near) == 1 else None


def _one_slip(form: str, acronym: str) -> bool:
    """One letter replaced behind the first, or two neighbours in the wrong order."""
    if len(form) != len(acronym) or len(form) < SHORTEST or form[0] != acronym[0]:
        return len(form) == len(acronym) and _swapped(form, acronym)
    wrong = [i for i, (a, b) in enumerate(zip(form, acronym, strict=True)) if a != b]
    return len(wrong) == 1 or _swapped(form, acronym)


def _swapped(form: str, acronym: str) -> bool:
    wrong = [i for i, (a, b) in enumerate(zip(form, acronym, strict=True)) if a != b]
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and form[wrong[0]] == acronym[wrong[1]]
        and form[wrong[1]] == acronym[wrong[0]]
    )
