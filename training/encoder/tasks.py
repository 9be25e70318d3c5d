"""What the heads learn from, as one file: `python -m training.encoder.tasks`.

Every task is a list of sentences, tokens beside labels. `names`: GermEval, outer level, the first
4,500 sentences; `names-dev` the last 600, which nothing learns from.
"""

from __future__ import annotations

import json

from training.encoder.labelled import TASKS
from training.names import TRAINING_SENTENCES, sentences

__all__ = ["main"]


def main() -> None:
    """Writes the file."""
    names = sentences()
    tasks = {"names": names[:TRAINING_SENTENCES], "names-dev": names[TRAINING_SENTENCES:]}
    TASKS.parent.mkdir(exist_ok=True)
    TASKS.write_text(json.dumps(tasks, ensure_ascii=False), "utf-8")
    print({name: len(rows) for name, rows in tasks.items()})


if __name__ == "__main__":
    main()
