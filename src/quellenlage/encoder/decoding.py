"""Labels from scores: the best row of labels that is well formed in IOB2."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_labels", "forbidden"]

NEVER = -1e4
"""Added to the score of a step that IOB2 does not know."""


def forbidden(labels: Sequence[str]) -> NDArray[np.float32]:
    """(labels, labels): `NEVER` where the second may not follow the first, else 0."""
    table = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for place, label in enumerate(labels):
        if label.startswith("I-"):
            kind = label[2:]
            allowed = [before in (f"B-{kind}", f"I-{kind}") for before in labels]
            table[~np.array(allowed), place] = NEVER
    return table


def best_labels(
    scores: NDArray[Any], labels: Sequence[str], steps: NDArray[np.float32]
) -> list[str]:
    """The best well-formed labels of one sentence, given (tokens, labels) scores (Viterbi)."""
    greedy = scores.argmax(-1)
    if not len(greedy):
        return []
    opens = labels[greedy[0]].startswith("I-")
    if not opens and not steps[greedy[:-1], greedy[1:]].any():
        return [labels[number] for number in greedy]
    first = np.array([NEVER if label.startswith("I-") else 0.0 for label in labels])
    total, came = scores[0] + first, []
    for row in scores[1:]:
        ways = total[:, None] + steps
        came.append(ways.argmax(0))
        total = ways.max(0) + row
    path = [int(total.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return [labels[number] for number in reversed(path)]
