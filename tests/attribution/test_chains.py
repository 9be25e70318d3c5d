"""Chains of links: who speaks, and on whose word, in passages written for this."""

from __future__ import annotations

from pathlib import Path

import pytest

from quellenlage.annotation import annotate
from quellenlage.attribution import attribute
from quellenlage.model import Article, Attribution, Link, Span, overlap

ARTICLES = frozenset(
    ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"]
)
SET_ASIDE_FLOOR = 0.85
"""Share of chains fully right that the set-aside half must reach."""
COVERS = 0.9
"""A claim belongs to the attributions whose quote holds this share of it."""


def _rows() -> list[list[str]]:
    lines = Path(__file__).with_name("chains.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith(("#", "id\t"))]


ROWS = _rows()


def _bare(words: str) -> str:
    kept = words.strip(" ,.:").split()
    while len(kept) > 1 and kept[0].lower() in ARTICLES:
        kept = kept[1:]
    return " ".join(kept)


def _shown(text: str, link: Link) -> str:
    speakers = " + ".join(_bare(text[span.start : span.end]) for span in link.speakers)
    return speakers + "?" * link.anonymous + "~" * link.relay


def _expected(chain: str) -> str:
    links = []
    for link in chain.split(" > "):
        marks = link[len(link.rstrip("?~")) :]
        links.append(" + ".join(map(_bare, link.rstrip("?~").split(" + "))) + marks)
    return " > ".join(links)


def chain_of(text: str, claim: str) -> str:
    """The chain of the narrowest attribution that holds a claim; "-" if there is none."""
    start = text.index(claim)
    wanted = Span(start, start + len(claim))
    holding = [
        found
        for found in attribute(annotate(Article(id="x", text=text)))
        if sum(overlap(wanted, span) for span in found.quote) >= COVERS * len(claim)
    ]
    if not holding:
        return "-"

    def width(found: Attribution) -> tuple[int, int]:
        return sum(span.end - span.start for span in found.quote), -len(found.links)

    return " > ".join(_shown(text, link) for link in min(holding, key=width).links)


@pytest.mark.parametrize(
    ("text", "claim", "chain"),
    [pytest.param(*row[2:], id=row[0]) for row in ROWS if row[1] == "tune"],
)
def test_a_chain_runs_from_the_one_who_speaks_to_the_one_whose_word_it_is(
    text: str, claim: str, chain: str
) -> None:
    assert chain_of(text, claim) == _expected(chain)


def test_chains_that_were_set_aside_are_right_as_often_as_promised() -> None:
    aside = [row for row in ROWS if row[1] == "aside"]
    right = sum(chain_of(row[2], row[3]) == _expected(row[4]) for row in aside)
    assert len(aside) > 100
    assert right / len(aside) >= SET_ASIDE_FLOOR
