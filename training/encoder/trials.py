"""What each way of finding names brings: `python -m training.encoder.trials`.

Strict F1 on the last 600 sentences of GermEval, their tokens given: the sequence model and the
encoder by themselves, and both together at several weights. `--weights FOLDER` measures an encoder
and head that `training.encoder.export` wrote there; `--sentences` says how well sentence vectors
tell likeness on the STS benchmark, beside common runs of four characters.
"""

from __future__ import annotations

import argparse
import io
import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import zstandard
from numpy.typing import NDArray

from quellenlage.encoder import Encoder, Head, SequenceModel
from quellenlage.german.names import LEAST, SURE
from quellenlage.german.tokens import split_tokens
from quellenlage.model import Span
from training.corpus import SHARED
from training.encoder.committed import PRETRAINED
from training.encoder.scores import strict_f1
from training.names import TRAINING_SENTENCES, Labelled, features, sentences

__all__ = ["main"]

WEIGHTS = (0.0, 0.2, 0.3, 0.4, 0.5)
"""Weights of the sequence model where both are heard."""
PAIRS = SHARED / "data" / "stsb-de" / "dev.jsonl.zst"
RUN = 4
"""Characters of a run."""
Scores = NDArray[np.floating]


def sequence_chances(rows: Sequence[Labelled], labels: Sequence[str]) -> list[Scores]:
    """How likely the sequence model holds each of the labels, word by word."""
    tagger, model = SequenceModel("tagger.crfsuite"), SequenceModel("names.crfsuite")
    known, columns = model.field.features, [model.labels.index(label) for label in labels]
    found = []
    for words, _ in rows:
        seen = [[known.get(name, model.NOTHING) for name in row] for row in features(words, tagger)]
        scores = np.stack([model.field.state[row].sum(0) for row in seen])
        found.append(model.chances(scores, [len(words)])[:, columns])
    return found


def mixed(scores: Scores, chances: Scores, weight: float) -> Scores:
    """The encoder's scores, mixed with the sequence model's where it is not sure."""
    unsure = scores.max(-1) < math.log(SURE)
    joint = scores.copy()
    joint[unsure] = (1 - weight) * scores[unsure] + weight * np.log(chances[unsure] + LEAST)
    return joint


def print_names(folder: Path | None) -> None:
    """Prints strict F1 of the sequence model, the encoder, and both."""
    rows = sentences()[TRAINING_SENTENCES:]
    gold = [labels for _, labels in rows]
    head = Head("names", folder.resolve() / "heads.npz" if folder else "heads.npz")
    vectors = Encoder(folder=folder).read([words for words, _ in rows])
    scores = [head.scores(own) for own in vectors]
    alone = [head.best(own) for own in scores]
    print(f"encoder and its head alone: {strict_f1(gold, alone):.4f}")
    if folder:
        return
    chances = sequence_chances(rows, head.labels)
    told = [head.best(np.log(own + LEAST).astype(np.float32)) for own in chances]
    print(f"sequence model alone, likeliest labels: {strict_f1(gold, told):.4f}")
    for weight in WEIGHTS:
        told = [head.best(mixed(a, b, weight)) for a, b in zip(scores, chances, strict=True)]
        print(f"both, the sequence model weighing {weight}: {strict_f1(gold, told):.4f}")


def print_sentences() -> None:
    """Prints rank correlations with human scores of likeness, each pair in two translations."""
    with PAIRS.open("rb") as file:
        stream = zstandard.ZstdDecompressor().stream_reader(file)
        pairs = [json.loads(line) for line in io.TextIOWrapper(stream, "utf-8")]
    gold = np.array([pair["score"] for pair in pairs])
    texts = [[pair["a_deepl"] for pair in pairs], [pair["b_aws"] for pair in pairs]]
    runs = [[_runs(text) for text in side] for side in texts]
    shared = [_shared(a, b) for a, b in zip(*runs, strict=True)]
    print(f"common runs of {RUN} characters: {rank_correlation(gold, np.array(shared)):.3f}")
    encoder = Encoder(PRETRAINED.resolve())
    sides = [[own.mean(0) for own in encoder.read(list(map(_words, side)))] for side in texts]
    alike = [
        float(a @ b / np.linalg.norm(a) / np.linalg.norm(b)) for a, b in zip(*sides, strict=True)
    ]
    print(f"mean vector of the words: {rank_correlation(gold, np.array(alike)):.3f}")


def rank_correlation(one: Scores, other: Scores) -> float:
    """Spearman's rank correlation; equal values share their mean rank."""
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Scores) -> Scores:
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks: Scores = (counts.cumsum() - (counts - 1) / 2)[places]
    return ranks


def _words(text: str) -> list[str]:
    return [text[t.start : t.end] for t in split_tokens(text, Span(0, len(text)))]


def _runs(text: str) -> Counter[str]:
    plain = f" {' '.join(text.lower().split())} "
    return Counter(plain[n : n + RUN] for n in range(len(plain) - RUN + 1))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--weights", type=Path, help="a folder that export wrote, and the pieces")
    parser.add_argument("--sentences", action="store_true", help="likeness of sentences instead")
    given = parser.parse_args()
    if given.sentences:
        print_sentences()
    else:
        print_names(given.weights)


if __name__ == "__main__":
    main()
