"""Whose word a claim is, measured on invented passages: the share of chains that are fully right.

`python benchmarks/chains.py [--misses]` reads `tests/attribution/chains.tsv`: passages with one to
four links, joint and anonymous speakers. Half of them is set aside; their misses are never shown,
only counted. A chain is right if every link has the same speakers, in order, and the same marks:
`+` joint, `?` anonymous, `~` relay. Ends with 1 if the set-aside half falls below its floor.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

from quellenlage.annotation import annotate
from quellenlage.attribution import attribute
from quellenlage.model import Article, Attribution, Link, Span, overlap

ROWS = Path(__file__).resolve().parents[1] / "tests" / "attribution" / "chains.tsv"
FLOOR = 0.85
"""Share of fully right chains that the set-aside half must reach."""
COVERS = 0.9
"""A claim belongs to the attributions whose quote holds this share of it."""
ARTICLES = frozenset("der die das den dem des ein eine einen einem einer eines".split())


class Row(NamedTuple):
    """A passage, a few words of a claim in it, and the chain of links the claim has."""

    id: str
    half: str
    text: str
    claim: str
    chain: str


def rows(half: str) -> list[Row]:
    """The rows of a half: `tune` or `aside`."""
    lines = ROWS.read_text("utf-8").splitlines()
    found = [
        Row(*line.split("\t")) for line in lines if line and not line.startswith(("#", "id\t"))
    ]
    return [row for row in found if row.half == half]


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
    return " > ".join(_shown(text, link) for link in min(holding, key=_width).links)


def expected(chain: str) -> str:
    """A chain as the rows write it, without articles before its names."""
    links = []
    for link in chain.split(" > "):
        marks = link[len(link.rstrip("?~")) :]
        links.append(" + ".join(map(_bare, link.rstrip("?~").split(" + "))) + marks)
    return " > ".join(links)


def _width(found: Attribution) -> tuple[int, int]:
    return sum(span.end - span.start for span in found.quote), -len(found.links)


def _shown(text: str, link: Link) -> str:
    speakers = " + ".join(_bare(text[span.start : span.end]) for span in link.speakers)
    return speakers + "?" * link.anonymous + "~" * link.relay


def _bare(words: str) -> str:
    kept = words.strip(" ,.:").split()
    while len(kept) > 1 and kept[0].lower() in ARTICLES:
        kept = kept[1:]
    return " ".join(kept)


def main() -> int:
    """Command line: see the text at the top of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="show misses of the other half")
    arguments = parser.parse_args()
    shares = {}
    for half in ("tune", "aside"):
        given = rows(half)
        wrong = [row for row in given if chain_of(row.text, row.claim) != expected(row.chain)]
        shares[half] = 1 - len(wrong) / len(given)
        print(f"{half:6} {len(given) - len(wrong):4} of {len(given):4}  {shares[half]:.3f}")
        if arguments.misses and half == "tune":
            for row in wrong:
                print(f"  {row.id}  {row.chain}  but  {chain_of(row.text, row.claim)}")
    return 0 if shares["aside"] >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
