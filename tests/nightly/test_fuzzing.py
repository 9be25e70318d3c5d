"""Torn, shuffled and soiled articles: every one becomes an analysis that keeps the contract."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from quellenlage import intake, pipeline
from quellenlage.cli.demo import STORY
from quellenlage.model import Analysis, from_json, to_json
from quellenlage.report import to_brief, to_html

pytestmark = pytest.mark.nightly

ROUNDS = 40
SOIL = (
    "\x00",
    "\ufeff",
    "\u202e",
    "<b>",
    "„",
    '"',
    ".",
    "\n\n",
    "\n",
    " ",
    "ß" * 300,
    "(dpa)",
    "…",
)


def soiled(text: str, dice: random.Random) -> str:
    """A text with passages lost, doubled, moved and dirt thrown in."""
    for _ in range(dice.randint(1, 25)):
        at, length = dice.randrange(len(text) + 1), dice.randint(0, 60)
        piece = dice.choice([*SOIL, text[at : at + length], ""])
        text = text[:at] + piece + text[at + dice.choice([0, 0, length]) :]
    return text


def stories(folder: Path) -> Iterator[list[str]]:
    """The invented story, soiled differently each time."""
    for number in range(ROUNDS):
        dice = random.Random(number)
        paths = []
        for path in sorted(STORY.glob("*.txt")):
            name = folder / f"{number}-{path.name}"
            data = soiled(path.read_text(encoding="utf-8"), dice).encode("utf-8", "replace")
            cut = dice.randrange(len(data)) if dice.random() < 0.1 else len(data)
            name.write_bytes(data[:cut])
            paths.append(str(name))
        yield paths


def breaches(analysis: Analysis) -> Iterator[str]:
    """What is wrong with spans and ids."""
    lengths = {article.id: len(article.text) for article in analysis.articles}
    sources = {source.id for source in analysis.sources}
    for claim in analysis.claims:
        for assertion in claim.assertions:
            if not 0 <= assertion.start < assertion.end <= lengths[assertion.article]:
                yield f"{claim.id}: a span outside its text"
            if not sources.issuperset(assertion.chain):
                yield f"{claim.id}: an unknown source"
    for article in analysis.articles:
        for part in (article.sentences, article.dates, article.figures, article.mentions):
            if any(not 0 <= item.start < item.end <= len(article.text) for item in part):
                yield f"{article.id}: a span outside its text"


def test_no_soiled_story_breaks_the_contract_or_a_report(tmp_path: Path) -> None:
    for paths in stories(tmp_path):
        analysis = pipeline.run(intake.read(paths).articles)
        assert list(breaches(analysis)) == [], paths[0]
        assert from_json(to_json(analysis)).claims == analysis.claims
        to_html(analysis)
        to_brief(analysis)
