"""The weighing alone, fed with the annotated assertions of the gold stories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quellenlage.claims.weighing import Proposition, Scales
from quellenlage.model import (
    Analysis,
    Article,
    Assertion,
    Claim,
    Generator,
    Lineage,
    Place,
    Reuse,
    Source,
)

STORIES = ["seeds", "toennies"]


def place(record: dict[str, Any], texts: dict[str, str]) -> Place:
    text, quote = texts[record["article"]], record["quote"]
    start = -1
    for _ in range((record.get("nth") or 0) + 1):
        start = text.index(quote, start + 1)
    return Place(article=record["article"], start=start, end=start + len(quote))


def gold_analysis(gold: dict[str, Any], texts: dict[str, str]) -> Analysis:
    return Analysis(
        generator=Generator(version="0"),
        created="",
        articles=[
            Article(
                id=a["id"],
                outlet=a.get("outlet"),
                family=a.get("family"),
                published=a.get("published"),
                credits=a["credits"],
                text=texts[a["id"]],
            )
            for a in gold["articles"]
        ],
        sources=[
            Source(id=s["name"], name=s["name"], kind=s["kind"], body=s.get("body"))
            for s in gold["sources"]
        ],
        lineages=[
            Lineage(id=str(n), articles=line, kind="mixed")
            for n, line in enumerate(gold["lineages"])
        ],
        reuse=[
            Reuse(id=str(n), a=place(r["a"], texts), b=place(r["b"], texts), kind="edited", score=1)
            for n, r in enumerate(gold["reuse"])
        ],
    )


def weighed(shared: Path, story: str) -> list[tuple[dict[str, Any], Claim]]:
    gold = json.loads((shared / "gold" / f"{story}.json").read_text("utf-8"))
    folder = shared / "seeds" if story == "seeds" else shared / "gold"
    texts = {a["id"]: (folder / a["file"]).read_text("utf-8") for a in gold["articles"]}
    scales = Scales(gold_analysis(gold, texts))
    found = []
    for claim in gold["claims"]:
        assertions = []
        for a in claim["assertions"]:
            at = place(a, texts)
            assertions.append(
                Assertion(
                    article=at.article,
                    start=at.start,
                    end=at.end,
                    chain=a["chain"],
                    stance=a["stance"],
                    formula=a.get("formula", False),
                    uttered=a.get("uttered"),
                )
            )
        proposition = Proposition(
            text=claim["text"],
            kind=claim["kind"],
            assertions=assertions,
            first_hand=claim.get("first_hand", False),
        )
        found.append((claim, scales.weigh("s", proposition)))
    return found


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize(
    "field", ["independent", "independent_support", "independent_against", "circular", "articles"]
)
def test_counts_follow_from_the_annotated_assertions(shared: Path, story: str, field: str) -> None:
    pairs = weighed(shared, story)
    wrong = [gold["text"] for gold, claim in pairs if getattr(claim, field) != gold[field]]
    assert wrong == []


@pytest.mark.parametrize("story", STORIES)
def test_statuses_follow_from_the_annotated_assertions(shared: Path, story: str) -> None:
    wrong = [
        (gold["text"], claim.status, gold["status"])
        for gold, claim in weighed(shared, story)
        if claim.status not in (gold["status"], *(gold.get("status_alt") or []))
    ]
    assert wrong == []
