"""What reading gives: articles, and for what could not be read one sentence each."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from quellenlage.model import Article, Removed
from quellenlage.model import Warning as Doubt

__all__ = ["Draft", "Intake", "IntakeOptions", "Problem"]

LARGEST_FILE = 20_000_000
"""Bytes; a thousand pages of print are two million. Beyond it a text is no article."""
MOST_FILES = 1_000_000


class IntakeOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Limits of reading: bytes a file may have, files a folder may hold."""

    largest_file: int = LARGEST_FILE
    most_files: int = MOST_FILES


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Why an input was left out, in one sentence; `slug` names its paragraph in the docs."""

    path: str
    slug: str
    message: str


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """The articles that were read, and what could not be."""

    articles: list[Article]
    problems: list[Problem] = []


@dataclass
class Draft:
    """An article on its way in: what a reader found, before cleaning.

    `text` has blank lines between paragraphs unless `lines` tells that its line breaks are to be
    judged; `fields` are those of `Article` known so far, `provenance` the rule that gave each.
    """

    path: str | None
    text: str
    lines: bool = False
    complete: bool = False
    fields: dict[str, object] = field(default_factory=dict)
    provenance: dict[str, str] = field(default_factory=dict)
    removed: list[Removed] = field(default_factory=list)
    warnings: list[Doubt] = field(default_factory=list)

    def give(self, name: str, value: object, rule: str) -> None:
        """Sets a field, unless it is known already or there is no value."""
        if value and name not in self.fields:
            self.fields[name] = value
            self.provenance[name] = rule
