"""An article and what is marked in it."""

from __future__ import annotations

from typing import Literal

import msgspec

from quellenlage.model.spans import Span

__all__ = [
    "Article",
    "Attribution",
    "AttributionType",
    "DateExpression",
    "Figure",
    "Link",
    "Medium",
    "Mention",
    "Qualifier",
    "Removed",
    "Repair",
    "Sentence",
    "Warning",
    "Word",
]

AttributionType = Literal["Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect"]
Medium = Literal["Speech", "Writing", "Thought", "SW", "ST", "TW", "none"]
Qualifier = Literal["exact", "about", "at_least", "at_most", "between"]


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """Something that stood in the input and is not the article's text."""

    kind: Literal["advertisement", "navigation", "player", "caption", "related", "credit", "other"]
    text: str


class Repair(msgspec.Struct, frozen=True, kw_only=True):
    """A mechanical repair; `start` and `end` place `after` in the repaired text."""

    kind: Literal["missing_space", "encoding", "hyphenation", "other"]
    start: int
    end: int
    before: str
    after: str


class Warning(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A doubt about the article that is shown and never acted on."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class Word(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A word or punctuation mark with its reading.

    `pos` is a Universal Dependencies part of speech; `finite` tells a finite verb; `mood` is that
    of a finite verb: `ind`, `sub1` (Konjunktiv I), `sub2` (Konjunktiv II and würde), `imp`, `""`
    where there is none or it cannot be told from the indicative; `tense` is `pres`, `past` or `""`.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    finite: bool = False
    mood: str = ""
    tense: str = ""


class Sentence(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A sentence of the text, heading or crosshead."""

    id: str
    start: int
    end: int


class Mention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A name in the text."""

    start: int
    end: int
    label: Literal["PER", "ORG", "LOC", "MISC"]
    source: str | None = None


class DateExpression(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A time expression; `value` is a TIMEX3 value."""

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str


class Figure(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A number that counts something, with what it counts."""

    start: int
    end: int
    low: float | None
    high: float | None
    noun: str | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain as it stands in the text: a speaker, or several who speak jointly.

    `speakers` has one span per joint speaker. A pronoun or "demnach" is a link too: `sources`
    resolves it. `anonymous` marks a source that the text leaves unnamed on purpose
    ("Berichten zufolge"). `relay` marks one who only passes on the word of the next link.
    """

    speakers: list[Span]
    anonymous: bool = False
    relay: bool = False


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what: the quoted passage, and the roles around it.

    `links` runs from the one who speaks in the article to the one whose word it finally is,
    enclosing attributions included. `source` and `chains` are filled by `sources`: `chains` has
    one chain of source ids for each joint speaker.
    """

    id: str
    type: AttributionType
    quote: list[Span]
    speaker: list[Span] = []
    cue: list[Span] = []
    frame: list[Span] = []
    addressee: list[Span] = []
    medium: Medium = "none"
    source: str | None = None
    rule: str = ""
    links: list[Link] = []
    chains: list[list[str]] = []


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """An article: what was read, what was cut and mended, and what is marked in `text`.

    `text` begins with the title and splits paragraphs by a blank line. `words` stays in memory and
    is never written.
    """

    id: str
    path: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    outlet: str | None = None
    family: str | None = None
    title: str | None = None
    authors: list[str] = []
    section: str | None = None
    published: str | None = None
    modified: str | None = None
    kind: Literal["report", "release", "transcript", "post"] = "report"
    access: Literal["full", "paywalled", "empty"] = "full"
    version_of: str | None = None
    language: str = "de"
    credits: list[str] = []
    provenance: dict[str, str] = {}
    text: str
    removed: list[Removed] = []
    repairs: list[Repair] = []
    warnings: list[Warning] = []
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    dates: list[DateExpression] = []
    figures: list[Figure] = []
    attributions: list[Attribution] = []
    words: list[Word] = []
