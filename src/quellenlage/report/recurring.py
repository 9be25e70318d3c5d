"""What an outlet repeats on its pages: notes to the reader, which make no two articles one text."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from quellenlage.model import Place, own_voice_name
from quellenlage.report.claims import distinct
from quellenlage.report.index import Index
from quellenlage.report.records import Reference
from quellenlage.report.texts import Texts

__all__ = ["Repeated", "repeated"]

PASSAGES = 40
"""Repeated passages that are shown."""
LONGEST = 300
"""Characters shown of one."""


class Repeated(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that stands in several articles of one outlet."""

    outlet: str
    text: str
    sentence: str
    references: list[Reference]


def repeated(index: Index, texts: Texts) -> list[Repeated]:
    """The passages that outlets repeat, those in most articles first."""
    groups: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in index.analysis.recurring:
        outlet = own_voice_name(index.articles[place.article])
        groups[outlet, " ".join(_text(place, index).casefold().split())].append(place)
    order = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return [_repeated(outlet, found, index, texts) for (outlet, _), found in order[:PASSAGES]]


def _repeated(outlet: str, found: list[Place], index: Index, texts: Texts) -> Repeated:
    text = _text(found[0], index)
    articles = len({place.article for place in found})
    return Repeated(
        outlet=outlet,
        text=text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …",
        sentence=texts.count("repeated.sentence", articles),
        references=distinct(index.reference(place) for place in found),
    )


def _text(place: Place, index: Index) -> str:
    return index.articles[place.article].text[place.start : place.end]
