"""What reading gives: articles, and for what could not be read one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from quellenlage.model import Article, Removed
from quellenlage.model import Warning as Doubt

__all__ = ["Content", "Draft", "Intake", "IntakeOptions", "Kind", "LinkOptions", "Problem"]

LARGEST_FILE = 20_000_000
"""Bytes; a thousand pages of print are two million. Beyond it a text is no article."""
LARGEST_TOTAL = 2_000_000_000
"""Bytes unpacked of one archive: ten years of a large newsroom's texts."""
MOST_FILES = 1_000_000
Kind = Literal["report", "release", "transcript", "post"]


class LinkOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How links are fetched.

    `allow_private` lets addresses of this machine and of private networks through; `cache` keeps
    pages in a folder and asks whether they changed; times are in seconds.
    """

    allow_private: bool = False
    cache: Path | None = None
    follow: bool | None = None
    """Whether articles that feeds and site maps point to are fetched; None: of those fetched."""
    largest_page: int = LARGEST_FILE
    most_links: int = 1_000
    most_redirects: int = 5
    retries: int = 2
    connect_time: float = 10.0
    page_time: float = 30.0
    pause: float = 1.0
    """Between two requests to one host."""
    longest_wait: float = 60.0
    """What a host may ask us to wait; beyond it the link is left out."""


class IntakeOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Limits of reading, what is told of all inputs, and how links are fetched.

    `fields` maps our field to the name it has in records; `kind` is that of articles that say none.
    """

    largest_file: int = LARGEST_FILE
    largest_total: int = LARGEST_TOTAL
    most_files: int = MOST_FILES
    kind: Kind | None = None
    fields: Mapping[str, str] = {}
    links: LinkOptions = LinkOptions()


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Why an input was left out, in one sentence; `slug` names its paragraph in the docs."""

    path: str
    slug: str
    message: str


class Intake(msgspec.Struct, frozen=True, kw_only=True):
    """The articles that were read, and what could not be."""

    articles: list[Article]
    problems: list[Problem] = []


class Content(NamedTuple):
    """Bytes with what is known of them: the name shown, a name whose ending tells the format."""

    shown: str
    name: str
    data: bytes
    url: str | None = None
    charset: str | None = None


@dataclass
class Draft:
    """An article on its way in: what a reader found, before cleaning.

    `text` has blank lines between paragraphs unless `lines` tells that its line breaks are to be
    judged; `fields` are those of `Article` known so far, `provenance` the rule that gave each.
    `pointer` is the address of the article where a feed or site map only points to it.
    """

    path: str | None
    text: str
    lines: bool = False
    complete: bool = False
    pointer: str | None = None
    fields: dict[str, object] = field(default_factory=dict)
    provenance: dict[str, str] = field(default_factory=dict)
    removed: list[Removed] = field(default_factory=list)
    warnings: list[Doubt] = field(default_factory=list)

    def give(self, name: str, value: object, rule: str) -> None:
        """Sets a field, unless it is known already or there is no value."""
        if value and name not in self.fields:
            self.fields[name] = value
            self.provenance[name] = rule
