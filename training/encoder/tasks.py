"""What the heads learn from, as one file: `python -m training.encoder.tasks`.

Every task is a list of sentences, tokens beside labels. `names`: GermEval, outer level, the first
4,500 sentences (the last 600 as `names-dev`); `tags`: parts of speech with the form of the verb,
both treebanks, every tenth sentence as `tags-dev` while a recipe is chosen.
"""

from __future__ import annotations

import json

from training.corpus import SHARED
from training.encoder.labelled import TASKS
from training.names import TRAINING_SENTENCES
from training.names import sentences as name_sentences
from training.tagger import gsd, pud, train

__all__ = ["main"]


def main() -> None:
    """Writes the file."""
    TASKS.parent.mkdir(exist_ok=True)
    names = name_sentences()
    scratch = TASKS.parent / "tagger-scratch.crfsuite"
    first = gsd()
    train(first, scratch)
    tags = first + pud(scratch)
    tasks = {
        "names": names[:TRAINING_SENTENCES],
        "names-dev": names[TRAINING_SENTENCES:],
        "tags": [row for number, row in enumerate(tags) if number % 10],
        "tags-dev": tags[::10],
    }
    TASKS.write_text(json.dumps(tasks, ensure_ascii=False), "utf-8")
    print({name: len(rows) for name, rows in tasks.items()}, SHARED)


if __name__ == "__main__":
    main()
