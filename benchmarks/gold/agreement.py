"""How far two annotations of one gold story agree; needs no text, only the spans.

`python agreement.py FIRST.json SECOND.json` prints F1 of the assertions found by both, and over
those the B-cubed F1 of their grouping to claims, stance, kind of claim and origin (share equal,
Cohen's kappa of the stance); then F1 of reuse, discrepancies, dates and figures. Two passages are
the same if half of the shorter and a tenth of the longer one are common, as in the scorers.
Discrepancies are the same if they are of one kind and share a claim, whatever their variants.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHORTER, LONGER = 0.5, 0.1
"""Shares of the two passages that have to be common, as in `claims.py` of the scorers."""

Record = dict[str, Any]


@dataclass(frozen=True)
class Mark:
    """A marked passage and what is said of it."""

    article: str
    start: int
    end: int
    claim: str = ""
    kind: str = ""
    stance: str = ""
    origin: str = ""


Pair = tuple[Mark, Mark]


def overlap(first: Mark, second: Mark) -> int:
    """The characters two passages have in common."""
    if first.article != second.article:
        return 0
    return max(0, min(first.end, second.end) - max(first.start, second.start))


def is_same(first: Mark, second: Mark) -> bool:
    """Whether two passages count as the same."""
    common = overlap(first, second)
    shorter, longer = sorted((first.end - first.start, second.end - second.start))
    return common > 0 and common >= SHORTER * shorter and common >= LONGER * longer


def assertions(story: Record) -> list[Mark]:
    """The assertions of all claims."""
    return [
        Mark(
            item["article"],
            item["start"],
            item["end"],
            claim["id"],
            claim["kind"],
            item["stance"],
            item["chain"][-1] if item["chain"] else "",
        )
        for claim in story["claims"]
        for item in claim["assertions"]
    ]


def marks(items: Iterable[Record], *fields: str) -> list[Mark]:
    """Other marked passages; what they say is put into `claim`."""
    return [
        Mark(item["article"], item["start"], item["end"], "|".join(str(item[f]) for f in fields))
        for item in items
    ]


def closeness(pair: Pair) -> tuple[float, int]:
    """How well two passages fit: common share, then how much of what is said is equal."""
    first, second = pair
    common = overlap(first, second)
    union = first.end - first.start + second.end - second.start - common
    return common / union, (first.stance == second.stance) + (first.origin == second.origin)


def matched(one: Sequence[Mark], other: Sequence[Mark]) -> list[Pair]:
    """The passages of both sides one to one, the best fitting first."""
    candidates = [(a, b) for a in one for b in other if is_same(a, b)]
    taken: set[tuple[int, Mark]] = set()
    pairs = []
    for a, b in sorted(candidates, key=closeness, reverse=True):
        if (0, a) not in taken and (1, b) not in taken:
            taken |= {(0, a), (1, b)}
            pairs.append((a, b))
    return pairs


def f1(common: int, one: int, other: int) -> float:
    """F1 of two sets of these sizes; 1 if both are empty."""
    return 2 * common / (one + other) if one + other else 1.0


def bcubed(pairs: Sequence[Pair]) -> float:
    """B-cubed F1 of the claims as groups of the matched assertions."""
    together = Counter((a.claim, b.claim) for a, b in pairs)
    first, second = Counter(a.claim for a, _ in pairs), Counter(b.claim for _, b in pairs)
    precision = sum(n * n / second[b] for (_, b), n in together.items()) / len(pairs)
    recall = sum(n * n / first[a] for (a, _), n in together.items()) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def repeated(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs whose claim has two or more of them on either side."""
    first, second = Counter(a.claim for a, _ in pairs), Counter(b.claim for _, b in pairs)
    return [(a, b) for a, b in pairs if first[a.claim] > 1 or second[b.claim] > 1]


def share(values: Iterable[bool]) -> float:
    """The share of what is true."""
    found = list(values)
    return sum(found) / len(found)


def kappa(pairs: Sequence[Pair]) -> float:
    """Cohen's kappa of the stance."""
    observed = share(a.stance == b.stance for a, b in pairs)
    first, second = Counter(a.stance for a, _ in pairs), Counter(b.stance for _, b in pairs)
    expected = sum(first[s] * second[s] for s in first) / len(pairs) ** 2
    return (observed - expected) / (1 - expected)


def found_by_both(one: Sequence[Mark], other: Sequence[Mark]) -> float:
    """F1 of passages that both mark and say the same of."""
    same = [pair for pair in matched(one, other) if pair[0].claim == pair[1].claim]
    return f1(len(same), len(one), len(other))


def reuse_f1(one: Record, other: Record) -> float:
    """F1 of the pairs of sentences taken for reuse."""
    sides = [
        [(*marks([pair["a"]]), *marks([pair["b"]])) for pair in story["reuse"]]
        for story in (one, other)
    ]
    common = sum(any(is_same(a, c) and is_same(b, d) for c, d in sides[1]) for a, b in sides[0])
    return f1(common, len(sides[0]), len(sides[1]))


def discrepancy_f1(one: Record, other: Record, pairs: Sequence[Pair]) -> float:
    """F1 of the discrepancies; the same if of one kind and about claims that were matched."""
    claims = {(a.claim, b.claim) for a, b in pairs}
    common = sum(
        any(
            first["kind"] == second["kind"]
            and any((a, b) in claims for a in first["claims"] for b in second["claims"])
            for second in other["discrepancies"]
        )
        for first in one["discrepancies"]
    )
    return f1(common, len(one["discrepancies"]), len(other["discrepancies"]))


def agreement(one: Record, other: Record) -> dict[str, float]:
    """All figures of agreement."""
    first, second = assertions(one), assertions(other)
    pairs = matched(first, second)
    figures = ("low", "high", "qualifier")
    return {
        "assertions F1": f1(len(pairs), len(first), len(second)),
        "claims B-cubed F1": bcubed(pairs),
        "claims B-cubed F1, two or more passages": bcubed(repeated(pairs)),
        "stance, equal": share(a.stance == b.stance for a, b in pairs),
        "stance, kappa": kappa(pairs),
        "kind of claim, equal": share(a.kind == b.kind for a, b in pairs),
        "origin, equal": share(a.origin == b.origin for a, b in pairs),
        "reuse F1": reuse_f1(one, other),
        "discrepancies F1": discrepancy_f1(one, other, pairs),
        "dates F1": found_by_both(
            marks(one["dates"], "type", "value"), marks(other["dates"], "type", "value")
        ),
        "figures F1": found_by_both(
            marks(one["figures"], *figures), marks(other["figures"], *figures)
        ),
    }


def main() -> None:
    """Command line: see the text at the top of this file."""
    one, other = (json.loads(Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:3])
    for name, value in agreement(one, other).items():
        print(f"{name:42}{value:.2f}")


if __name__ == "__main__":
    main()
