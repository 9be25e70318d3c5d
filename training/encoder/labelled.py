"""Labelled sentences, as the heads learn from them."""

from __future__ import annotations

import json
from pathlib import Path

__all__ = ["TASKS", "Labelled", "read_tasks"]

TASKS = Path("training/build/tasks.json")
Labelled = tuple[list[str], list[str]]
"""The tokens of a sentence and their labels."""


def read_tasks(path: Path = TASKS) -> dict[str, list[Labelled]]:
    """The tasks of a file that `training.encoder.tasks` wrote, by name."""
    found = json.loads(path.read_text("utf-8"))
    return {name: [(row[0], row[1]) for row in rows] for name, rows in found.items()}
