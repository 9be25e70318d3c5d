"""What the report says, as plain frozen records; terminal, page and brief print them."""

from __future__ import annotations

import msgspec

__all__ = [
    "ArticleLine",
    "ClaimLine",
    "Disagreement",
    "DriftLine",
    "Explanation",
    "Holding",
    "KeyFigure",
    "LineageLine",
    "OpenQuestion",
    "Passage",
    "Reference",
    "Step",
    "StorySummary",
    "Summary",
    "Value",
    "Witness",
]


class Reference(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Where something stands: an article's label and the number of a sentence in it."""

    article: str
    label: str
    sentence: int
    start: int = 0

    def __str__(self) -> str:
        """As printed: `[003, 7]`."""
        return f"[{self.label}, {self.sentence}]"


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A passage within its sentence."""

    reference: Reference
    before: str
    marked: str
    after: str


class KeyFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A number of the overview with the sentence that says what it means."""

    name: str
    number: int
    sentence: str


class ArticleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An article as a line in a list; without a known outlet, `outlet` is its own voice's name."""

    id: str
    label: str
    title: str
    outlet: str
    outlet_known: bool
    published: str | None
    credits: list[str]
    kind: str


class LineageLine(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that descend from one text, and a sentence that says so."""

    id: str
    kind: str
    kind_text: str
    articles: list[ArticleLine]
    borrowers: list[str]
    sentence: str
    reason: str
    references: list[Reference]


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """How one speaker holds a claim, with every passage where this stands."""

    source: str
    name: str
    body: str
    chain: list[str]
    stance: str
    stance_text: str
    references: list[Reference]


class ClaimLine(msgspec.Struct, frozen=True, kw_only=True):
    """A claim: what it says, what it rests on in numbers and in words, who stands behind it."""

    id: str
    number: int
    text: str
    kind: str
    kind_text: str
    status: str
    status_text: str
    support: int
    against: int
    open: int
    articles: int
    lineages: int
    families: int
    unknown_outlets: int
    circular: bool
    first_hand: bool
    certainty: str
    supporting: list[str]
    opposing: list[str]
    unconfirming: list[str]
    holdings: list[Holding]
    references: list[Reference]


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One of several values that cannot all hold, and where it stands."""

    value: str
    names: list[str]
    references: list[Reference]


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Where reports disagree, with the values that stand against one another."""

    id: str
    kind: str
    kind_text: str
    claims: list[int]
    text: str
    values: list[Value]
    resolved_by_time: bool
    sentence: str


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What changed about a claim in one article; `plain` where the article itself states it."""

    change: str
    change_text: str
    before: str
    after: str
    holder: str
    stance_text: str
    plain: bool
    article: str
    reference: Reference


class DriftLine(msgspec.Struct, frozen=True, kw_only=True):
    """How a claim changed on its way through the articles."""

    id: str
    claim: int
    text: str
    hardening: bool
    sentence: str
    steps: list[Step]


class OpenQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that is not settled, and why."""

    claim: int
    text: str
    reason: str
    references: list[Reference]


class StorySummary(msgspec.Struct, frozen=True, kw_only=True):
    """One event: its articles by lineage, its claims ranked, what disagrees, what is open."""

    id: str
    title: str
    first: str | None
    last: str | None
    keywords: list[str]
    figures: list[KeyFigure]
    lineages: list[LineageLine]
    claims: list[ClaimLine]
    disagreements: list[Disagreement]
    drifts: list[DriftLine]
    open: list[OpenQuestion]
    changes: list[str] = []


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """All that a reader should know first."""

    lang: str
    articles: int
    stories: list[StorySummary]


class Witness(msgspec.Struct, frozen=True, kw_only=True):
    """One assertion of a claim: passage, chain, stance and the rule that fired."""

    passage: Passage
    outlet: str
    chain: list[str]
    origin: str
    stance: str
    stance_text: str
    marks: list[str]
    uttered: str | None
    rule: str
    rule_text: str


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Why a claim stands as it does: every assertion, the carriers and the origins counted."""

    claim: ClaimLine
    witnesses: list[Witness]
    carriers: list[list[str]]
    rules: list[tuple[str, str]]
    history: list[tuple[str, str, Reference]]
