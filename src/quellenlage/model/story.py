"""What is told across articles: sources, reuse, lineages, stories, claims, where they disagree."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from quellenlage.model.spans import Span

__all__ = [
    "Assertion",
    "AssertionReference",
    "Borrower",
    "Change",
    "Claim",
    "ClaimKind",
    "Direction",
    "Discrepancy",
    "Drift",
    "DriftStep",
    "HistoryEntry",
    "Lineage",
    "Place",
    "Reuse",
    "Source",
    "Stance",
    "Status",
    "Story",
    "StoryChange",
    "TimelineEntry",
    "Variant",
    "Version",
]

Stance = Literal[
    "asserts", "confirms", "denies", "cannot_confirm", "doubts", "expects", "conditional"
]
Status = Literal["asserted", "confirmed", "disputed", "denied", "unconfirmed", "expected"]
ClaimKind = Literal["fact", "forecast", "opinion", "demand"]
Direction = Literal["a_to_b", "b_to_a", "unknown"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One who speaks in the articles; `body` is the id of the source it speaks for."""

    id: str
    name: str
    kind: Literal["person", "organisation", "state", "outlet", "agency", "anonymous"]
    aliases: list[str] = []
    body: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A passage of an article."""

    article: str
    start: int
    end: int


class Reuse(msgspec.Struct, frozen=True, kw_only=True):
    """Two sentences or clauses of two articles that come from one original sentence."""

    id: str
    a: Place
    b: Place
    kind: Literal["verbatim", "edited", "reworded"]
    score: float
    direction: Direction = "unknown"


class Borrower(msgspec.Struct, frozen=True, kw_only=True):
    """An article that carries less than half of a lineage's text."""

    article: str
    sentences: int


class Lineage(msgspec.Struct, frozen=True, kw_only=True):
    """The articles that descend from one text; every article is in exactly one."""

    id: str
    articles: list[str]
    kind: Literal["copy", "edited", "reworded", "mixed", "single"]
    subgroups: list[list[str]] = []
    borrowers: list[Borrower] = []
    reason: str = ""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What one version of an article says otherwise than the one before; None where missing.

    `fact`: a number, name, date, negation or a whole sentence changed; `wording`: none of that.
    """

    kind: Literal["fact", "wording"]
    before: Place | None
    after: Place | None


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A later state of an article; `of` is the version before it."""

    article: str
    of: str
    kind: Literal["fact", "wording"]
    changes: list[Change] = []


class StoryChange(msgspec.Struct, frozen=True, kw_only=True):
    """When and why a story took in articles that had been one of their own, or stayed apart.

    merged: `articles` were a story of their own and joined. split: `articles` opened this story
    though they resemble `story`. `rule`: alike (resemble enough) · over (the other had ended) ·
    unlike (do not resemble enough). `likeness` is the mean cosine of both, `needed` the bar.
    """

    kind: Literal["merged", "split"]
    rule: str
    date: str | None
    articles: list[str]
    story: str | None = None
    likeness: float = 0.0
    needed: float = 0.0
    words: list[str] = []


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The articles that tell one event, and how they came together."""

    id: str
    title: str
    articles: list[str]
    first: str | None = None
    last: str | None = None
    keywords: list[str] = []
    changes: list[StoryChange] = []


class Assertion(msgspec.Struct, frozen=True, kw_only=True):
    """One article's holding of a claim, in one passage.

    `chain` runs from the one who speaks in the article to the one whose word it finally is; empty
    where the article says it in its own voice.
    """

    article: str
    start: int
    end: int
    chain: list[str] = []
    attribution: str | None = None
    stance: Stance = "asserts"
    hedged: bool = False
    formula: bool = False
    framing: bool = False
    headline: bool = False
    uttered: str | None = None
    rule: str = ""


class HistoryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A change of a claim's status, dated by the utterance."""

    date: str | None
    status: Status
    article: str


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition, who stands behind it, and what it rests on."""

    id: str
    story: str
    text: str
    kind: ClaimKind
    status: Status
    assertions: list[Assertion]
    origins: list[str]
    articles: int
    lineages: int
    families: int
    independent: int
    independent_support: int
    independent_against: int
    independent_open: int
    circular: bool
    first_hand: bool
    rules: dict[str, str] = {}
    history: list[HistoryEntry] = []


class AssertionReference(msgspec.Struct, frozen=True, kw_only=True):
    """An assertion, by its claim and its place in the claim's list."""

    claim: str
    index: int


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """One of the values that cannot all hold, and the assertions that give it."""

    value: Any
    assertions: list[AssertionReference]


class Discrepancy(msgspec.Struct, frozen=True, kw_only=True):
    """Things said that cannot all hold, unless time explains them."""

    id: str
    kind: Literal["figure", "place", "date", "status", "attribution", "content"]
    claims: list[str]
    variants: list[Variant]
    resolved_by_time: bool = False
    note: str = ""


class DriftStep(msgspec.Struct, frozen=True, kw_only=True):
    """What changed about a claim from one article to the next."""

    article: str
    assertion: int
    change: Literal["figure", "place", "date", "certainty", "attribution", "none"]
    before: str | None = None
    after: str | None = None


class Drift(msgspec.Struct, frozen=True, kw_only=True):
    """The way of a claim through the articles, in order of time and descent."""

    id: str
    claim: str
    hardening: bool
    steps: list[DriftStep]


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Something that an article dates."""

    date: str
    start: str | None
    end: str | None
    article: str
    span: Span
    claim: str | None = None
