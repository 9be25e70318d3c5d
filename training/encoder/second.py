"""The head of the second set of weights: `python -m training.encoder.second`.

It learns to find quotations, their type, speakers and cues (`training.encoder.quotations`) on the
committed encoder, whose lower six layers stay as they are. Data and weights: CC BY-NC-SA 4.0.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from quellenlage.encoder.pieces import PieceTable
from training.encoder.committed import read_committed
from training.encoder.heads import Recipe, predict, train
from training.encoder.labelled import read_tasks
from training.encoder.quotations import PIECES
from training.encoder.quotations import TO as TASKS

__all__ = ["RECIPE", "main"]

RECIPE = Recipe(epochs=6, batch=8, frozen=6, hidden_words=0.1, mean=0.99)
"""Windows hold about eight sentences each, so that a batch is as large as that of the names."""
TO = Path("training/build/second.pt")


def main() -> None:
    """Trains, prints how many of the tokens set aside are right, and writes the head."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--to", type=Path, default=TO)
    given = parser.parse_args()
    table, tasks = PieceTable.read(PIECES), read_tasks(TASKS)
    model = train(read_committed(), {"quotations": tasks["quotations"]}, table, RECIPE)
    state = {"model": model.state_dict(), "labels": model.labels, "frozen": model.frozen}
    torch.save(state, given.to)
    told = predict(model, "quotations", tasks["quotations-dev"], table)
    print(json.dumps(inside([row for _, row in tasks["quotations-dev"]], told)))


def inside(gold: list[list[str]], told: list[list[str]]) -> dict[str, float]:
    """Precision, recall and F1 of the tokens inside quotations, speakers and cues."""
    found = {}
    kinds = {"quotation": lambda x: x[2:3].isupper(), "speaker": lambda x: x.endswith("speaker")}
    for name, belongs in {**kinds, "cue": lambda x: x.endswith("cue")}.items():
        pairs = [
            (belongs(a), belongs(b))
            for one, other in zip(gold, told, strict=True)
            for a, b in zip(one, other, strict=False)
        ]
        both = sum(a and b for a, b in pairs)
        precision = both / max(sum(b for _, b in pairs), 1)
        recall = both / max(sum(a for a, _ in pairs), 1)
        found[name] = round(2 * precision * recall / max(precision + recall, 1e-9), 3)
        found[f"{name} precision"], found[f"{name} recall"] = round(precision, 3), round(recall, 3)
    return found


if __name__ == "__main__":
    main()
