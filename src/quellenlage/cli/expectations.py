"""What the invented story holds, held against what the tool found in it.

Each entry of `story/expected.toml` gives one or more findings: a sentence, and whether it holds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from quellenlage.model import Analysis, Article, Assertion, Claim, overlap
from quellenlage.model.spans import Span

__all__ = ["Finding", "findings", "read_expected"]

Row = dict[str, Any]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something the story holds, and whether the tool found it."""

    kind: str
    sentence: str
    holds: bool


def read_expected(folder: Path) -> Row:
    """The expected findings of the story in a folder."""
    return tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))


def findings(expected: Row, analysis: Analysis) -> list[Finding]:
    """Every expected finding, and whether it holds in the analysis."""
    view = _View(analysis)
    found = [_lineages(expected["lineages"], view)]
    for kind, check in _CHECKS.items():
        for row in expected.get(kind, []):
            sentence, holds = check(row, view)
            found.append(Finding(kind=kind, sentence=sentence, holds=holds))
    for row in expected["claims"]:
        found += _claim(row, view)
    return found


class _View:
    """The analysis, with its articles by the number their file name begins with."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.articles: dict[int, Article] = {}
        for article in analysis.articles:
            name = Path(article.path or "").name
            self.articles[int(name.partition("-")[0])] = article
        self.numbers = {article.id: number for number, article in self.articles.items()}
        self.names = {source.id: {source.name, *source.aliases} for source in analysis.sources}

    def place(self, row: Row) -> tuple[str, Span] | None:
        """Where the words of a row stand, if they stand in the cleaned text."""
        article = self.articles[row["article"]]
        start = article.text.find(row["words"])
        return (article.id, Span(start, start + len(row["words"]))) if start >= 0 else None

    def assertions(self, row: Row) -> list[tuple[Claim, Assertion]]:
        """The assertions that the words of a row lie in, with their claims."""
        place = self.place(row)
        if place is None:
            return []
        return [
            (claim, assertion)
            for claim in self.analysis.claims
            for assertion in claim.assertions
            if assertion.article == place[0] and overlap(assertion, place[1])
        ]

    def named(self, source: str | None, name: str) -> bool:
        """Whether a source goes by a name."""
        return any(name in known for known in self.names.get(source or "", ()))


def _lineages(expected: list[list[int]], view: _View) -> Finding:
    """Whether the articles are grouped by text exactly as they should be."""
    found = sorted(
        sorted(view.numbers[article] for article in lineage.articles)
        for lineage in view.analysis.lineages
    )
    sentence = f"lineages {sorted(map(sorted, expected))}, found {found}"
    return Finding(kind="lineages", sentence=sentence, holds=found == sorted(expected))


def _claim(row: Row, view: _View) -> Iterator[Finding]:
    """Whether all passages are one claim, and whether its status and origins are right."""
    sets = [{c.id for c, _ in view.assertions(passage)} for passage in row["passages"]]
    common = set.intersection(*sets)
    name = row["id"]
    yield Finding(kind="claims", sentence=f"{name}: {row['finding']}", holds=bool(common))
    claim = next((claim for claim in view.analysis.claims if claim.id in common), None)
    if "status" in row:
        given = claim.status if claim else "no claim"
        sentence = f"{name}: status {row['status']}, found {given}"
        yield Finding(kind="status", sentence=sentence, holds=given == row["status"])
    if "independent_support" in row:
        wanted, number = row["independent_support"], claim.independent_support if claim else None
        sentence = f"{name}: {wanted} independent in support, found {number}"
        yield Finding(kind="independent", sentence=sentence, holds=number == wanted)
    for passage in row["passages"]:
        if "stance" in passage:
            sentence, holds = _stance(passage, view)
            yield Finding(kind="stance", sentence=sentence, holds=holds)


def _stance(row: Row, view: _View) -> tuple[str, bool]:
    """Whether a passage holds its claim as it should, on the right word."""
    found = [assertion for _, assertion in view.assertions(row)]
    holds = any(
        assertion.stance == row["stance"]
        and any(view.named(link, row["speaker"]) for link in assertion.chain)
        for assertion in found
    )
    stances = ", ".join(assertion.stance for assertion in found) or "no assertion"
    return f"article {row['article']}: {row['speaker']} {row['stance']}, found {stances}", holds


def _speaker(row: Row, view: _View) -> tuple[str, bool]:
    """Whether a passage is on the right word."""
    chains = [assertion.chain for _, assertion in view.assertions(row)]
    holds = any(chain and view.named(chain[0], row["speaker"]) for chain in chains)
    return f"article {row['article']}: “{row['words']}” on the word of {row['speaker']}", holds


def _joint(row: Row, view: _View) -> tuple[str, bool]:
    """Whether joint speakers each have an assertion."""
    links = [link for _, assertion in view.assertions(row) for link in assertion.chain]
    holds = all(any(view.named(link, name) for link in links) for name in row["speakers"])
    return f"article {row['article']}: joint speakers {' and '.join(row['speakers'])}", holds


def _aliases(row: Row, view: _View) -> tuple[str, bool]:
    """Whether one source has all the names."""
    holds = any(
        all(any(name in known for known in names) for name in row["names"])
        for names in view.names.values()
    )
    return f"{row['source']} is one source with the names {', '.join(row['names'])}", holds


def _drift(row: Row, view: _View) -> tuple[str, bool]:
    """Whether a step of some drift is seen at the passage."""
    holds = any(
        step.change == row["kind"] and _at(step.assertion, drift.claim, row, view)
        for drift in view.analysis.drifts
        for step in drift.steps
    )
    return f"article {row['article']}: the {row['kind']} drifts", holds


def _hardening(row: Row, view: _View) -> tuple[str, bool]:
    """Whether the claim at the passage is said to have hardened."""
    claims = {claim.id for claim, _ in view.assertions(row)}
    holds = any(drift.hardening and drift.claim in claims for drift in view.analysis.drifts)
    return f"article {row['article']}: the claim has hardened", holds


def _at(index: int, claim_id: str, row: Row, view: _View) -> bool:
    """Whether an assertion of a claim stands at the passage of a row."""
    return any(
        claim.id == claim_id and claim.assertions[index] == assertion
        for claim, assertion in view.assertions(row)
    )


def _headline(row: Row, view: _View) -> tuple[str, bool]:
    """Whether a discrepancy says that a headline goes beyond its text."""
    headings = {(c.id, c.assertions.index(a)) for c, a in view.assertions(row) if a.headline}
    holds = any(
        discrepancy.kind == "content" and headings & set(_references(discrepancy.variants))
        for discrepancy in view.analysis.discrepancies
    )
    return f"article {row['article']}: the headline says more than its text", holds


def _references(variants: Iterable[Any]) -> Iterator[tuple[str, int]]:
    """The assertions that variants name."""
    for variant in variants:
        for reference in variant.assertions:
            yield reference.claim, reference.index


def _figures(row: Row, view: _View, *, resolved: bool) -> bool:
    """Whether some figure discrepancy sets the values of a row against each other."""
    return any(
        discrepancy.kind == "figure"
        and discrepancy.resolved_by_time in {resolved, True}
        and all(
            any(value in str(variant.value) for variant in discrepancy.variants)
            for value in row["values"]
        )
        for discrepancy in view.analysis.discrepancies
    )


def _grown(row: Row, view: _View) -> tuple[str, bool]:
    """Whether a grown figure is seen, and explained by time."""
    return f"{row['finding']} ({' → '.join(row['values'])})", _figures(row, view, resolved=True)


def _no_contradiction(row: Row, view: _View) -> tuple[str, bool]:
    """Whether figures that count different things are left in peace."""
    return f"{row['finding']} ({', '.join(row['values'])})", not _figures(row, view, resolved=False)


def _credits(row: Row, view: _View) -> tuple[str, bool]:
    """Whether an agency code was read."""
    holds = row["credit"] in view.articles[row["article"]].credits
    return f"article {row['article']}: credit {row['credit']}", holds


def _removed(row: Row, view: _View) -> tuple[str, bool]:
    """Whether something was cut and is recorded as what it is."""
    cut = view.articles[row["article"]].removed
    holds = any(item.kind == row["kind"] and row["words"] in item.text for item in cut)
    return f"article {row['article']}: removed as {row['kind']}", holds


def _repairs(row: Row, view: _View) -> tuple[str, bool]:
    """Whether a glued sentence was parted, and the repair is recorded."""
    article = view.articles[row["article"]]
    place = view.place(row)
    holds = place is not None and any(overlap(repair, place[1]) for repair in article.repairs)
    return f"article {row['article']}: repaired “{row['words']}”", holds


def _primary(row: Row, view: _View) -> tuple[str, bool]:
    """Whether a primary document is known as such."""
    kind = view.articles[row["article"]].kind
    return f"article {row['article']} is a {row['kind']}, found {kind}", kind == row["kind"]


def _reuse(row: Row, view: _View) -> tuple[str, bool]:
    """Whether two passages are seen as one original passage."""
    a, b = view.place(row["a"]), view.place(row["b"])
    holds = False
    for reuse in view.analysis.reuse:
        sides = {reuse.a.article: reuse.a, reuse.b.article: reuse.b}
        if a and b and a[0] in sides and b[0] in sides and reuse.kind == row["kind"]:
            holds = holds or bool(overlap(sides[a[0]], a[1]) and overlap(sides[b[0]], b[1]))
    return f"“{row['a']['words']}” and “{row['b']['words']}” are {row['kind']} reuse", holds


def _circular(row: Row, view: _View) -> tuple[str, bool]:
    """Whether the claim at a passage is marked as resting on one origin."""
    holds = any(claim.circular for claim, _ in view.assertions(row))
    return row["finding"], holds


_CHECKS = {
    "stances": _stance,
    "speakers": _speaker,
    "joint": _joint,
    "aliases": _aliases,
    "drift": _drift,
    "hardening": _hardening,
    "headline": _headline,
    "grown": _grown,
    "no_contradiction": _no_contradiction,
    "credits": _credits,
    "removed": _removed,
    "repairs": _repairs,
    "primary": _primary,
    "reuse": _reuse,
    "circular": _circular,
}
