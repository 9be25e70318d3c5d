"""The recogniser of names, from 4,500 sentences of GermEval: `python -m training.names`."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from quellenlage.encoder import SequenceModel
from quellenlage.german.features import FormScores
from quellenlage.german.names import name_features
from training.corpus import SHARED

__all__ = ["main"]

GERMEVAL = SHARED / "data" / "germeval14" / "train.tsv"
TRAINING_SENTENCES = 4_500
WEIGHTS = Path("src/quellenlage/encoder/weights/names.crfsuite")
SCRATCH = Path("training/build/names-scratch.crfsuite")
Labelled = tuple[list[str], list[str]]


NOTHING = re.compile(r"(?!)")
LEFT_OUT = {
    "word clusters": re.compile(r"(?:[+-]\d:)?c\d:"),
    "parts of speech": re.compile(r"[+-]?p:"),
}
"""Features that a trial leaves out, by the component that gives them."""


def sentences() -> list[Labelled]:
    """The sentences with their outer labels."""
    found = []
    for block in re.split(r"\n\s*\n", GERMEVAL.read_text("utf-8")):
        rows = [line.split("\t") for line in block.splitlines() if re.match(r"\d+\t", line)]
        if rows:
            found.append(([row[1] for row in rows], [row[2] for row in rows]))
    return found


def features(words: Sequence[str], tagger: SequenceModel) -> list[list[str]]:
    """The features of a sentence, its parts of speech told by our tagger."""
    labels = tagger.best(FormScores(tagger)([words]), [len(words)])
    tags = [label.partition(".")[0] for label in labels]
    return name_features(words, tags)


def train(data: Sequence[Labelled], path: Path, without: re.Pattern[str] = NOTHING) -> None:
    """Trains a model, some features left out; the same data gives the same weights."""
    tagger = SequenceModel("tagger.crfsuite")
    trainer = pycrfsuite.Trainer(verbose=False)
    for words, labels in data:
        rows = [[f for f in row if not without.match(f)] for row in features(words, tagger)]
        trainer.append(rows, labels)
    trainer.set_params({"c1": 0.2, "c2": 0.05, "max_iterations": 120})
    trainer.train(str(path))


def spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """The names of the main classes that labels mark."""
    found = set()
    for first, label in enumerate(labels):
        kind = label[2:]
        if label.startswith("B-") and kind in ("PER", "LOC", "ORG", "OTH"):
            last = first + 1
            while last < len(labels) and labels[last] == f"I-{kind}":
                last += 1
            found.add((first, last, kind))
    return found


def measure(data: Sequence[Labelled], path: Path) -> None:
    """Prints strict F1, all classes and each."""
    tagger, model = SequenceModel("tagger.crfsuite"), pycrfsuite.Tagger()
    model.open(str(path))
    counts: dict[str, list[int]] = {}
    for words, labels in data:
        gold, found = spans(labels), spans(model.tag(features(words, tagger)))
        for kind in ("PER", "LOC", "ORG", "OTH", "all"):
            g, f = ({s for s in side if kind in ("all", s[2])} for side in (gold, found))
            row = counts.setdefault(kind, [0, 0, 0])
            row[0], row[1], row[2] = row[0] + len(g & f), row[1] + len(f), row[2] + len(g)
    for kind, (right, found_n, gold_n) in counts.items():
        print(
            f"{kind}: P {right / found_n:.3f} R {right / gold_n:.3f} "
            f"F1 {2 * right / (found_n + gold_n):.4f}"
        )


def main() -> None:
    """Writes the weights; with `--measure` also their figures on the last 600 sentences; with
    `--trials` writes none and prints the figures of models that learned without a component."""
    data = sentences()
    if "--trials" in sys.argv:
        SCRATCH.parent.mkdir(parents=True, exist_ok=True)
        for name, without in LEFT_OUT.items():
            print(f"without {name}", flush=True)
            train(data[:TRAINING_SENTENCES], SCRATCH, without)
            measure(data[TRAINING_SENTENCES:], SCRATCH)
        return
    train(data[:TRAINING_SENTENCES], WEIGHTS)
    if "--measure" in sys.argv:
        measure(data[TRAINING_SENTENCES:], WEIGHTS)


if __name__ == "__main__":
    main()
