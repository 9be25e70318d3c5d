"""Pairs of articles drawn for reading, and what was said of them; the rules are in `reading/`."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

VERDICTS = Path(__file__).resolve().parent / "reading" / "lineage.tsv"
RIGHT = ("reuse", "quotation")
"""Verdicts by which a pair of articles that was read is right (`reading/LINEAGE.md`)."""
WEEKS = (("2020-06-15", "2020-06-21"), ("2020-11-09", "2020-11-15"))
"""Days whose articles are not drawn for reading: the suite `reuse` is made of them."""
READ, SEED = 100, 29
"""Pairs of articles drawn for reading, and the seed of the draw."""


def verdicts() -> str:
    """How many of the pairs that were read are right."""
    lines = VERDICTS.read_text(encoding="utf-8").splitlines()
    found = Counter(line.split("\t")[2] for line in lines if not line.startswith("#"))
    right = sum(found[verdict] for verdict in RIGHT)
    each = ", ".join(f"{number} {verdict}" for verdict, number in found.most_common())
    return f"{right} of {found.total()} pairs right: {each}"


def draw(read: list[Any], reuse: list[Any], path: Path) -> None:
    """Draws accepted pairs of articles outside the weeks that were tuned on, for reading."""
    texts = {article.id: article for article in read}
    pairs: dict[tuple[str, str], list[Any]] = {}
    for edge in reuse:
        pairs.setdefault((edge.a.article, edge.b.article), []).append(edge)
    outside = sorted(
        pair
        for pair in pairs
        if not any(
            first <= (texts[id].published or "")[:10] <= last
            for id in pair
            for first, last in WEEKS
        )
    )
    chosen = random.Random(SEED).sample(outside, min(READ, len(outside)))
    with path.open("w", encoding="utf-8") as out:
        for a, b in chosen:
            edges = [
                {
                    "kind": edge.kind,
                    "score": edge.score,
                    "a": texts[a].text[edge.a.start : edge.a.end],
                    "b": texts[b].text[edge.b.start : edge.b.end],
                }
                for edge in pairs[a, b]
            ]
            known = {
                side: [texts[id].outlet, texts[id].published]
                for side, id in zip("ab", (a, b), strict=True)
            }
            line = {"articles": [a, b], **known, "edges": edges}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
