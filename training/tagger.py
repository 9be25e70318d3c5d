"""The part-of-speech tagger, from the two treebanks: `python -m training.tagger`.

Labels are parts of speech; those of verbs carry their form (`VERB.fin`). For PUD a tagger trained
on GSD alone tells the form, where it agrees that the word is a verb, else the spelling; the tags
of PUD say it too (`Token.verb_form`), but the weights in use were made without them.
With `--measure`, ten-fold cross-validation instead of weights; with `--clusters` also the same
with word clusters, which the weights do without.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pycrfsuite

from quellenlage.german.features import sequence_features
from training.treebanks import GSD, PUD, Token, sentences

__all__ = ["main"]

WEIGHTS = Path("src/quellenlage/encoder/weights/tagger.crfsuite")
Labelled = tuple[list[str], list[str]]
Features = Callable[[Sequence[str]], list[list[str]]]
VERBS = ("VERB", "AUX")
FOLDS = 10
_CLUSTER = re.compile(r"(?:[+-]\d:)?c\d:")


def label_of(token: Token) -> str:
    """The label of a word, with the form that its treebank states."""
    if token.pos in VERBS:
        return f"{token.pos}.{token.verb_form or spelled_form(token)}"
    return "X" if token.pos == "_" else token.pos


def spelled_form(token: Token) -> str:
    """The form of a verb by its spelling, for the few that the tagger takes for something else."""
    form = token.form.lower()
    if form == token.lemma.lower() or form.endswith(("en", "zusein")):
        return "inf" if form == token.lemma.lower() else "part"
    return "part" if "ge" in form[:6] and form.endswith(("t", "en")) else "fin"


def plain_features(words: Sequence[str]) -> list[list[str]]:
    """The features without word clusters, with which the rules were written."""
    return [
        [feature for feature in row if not _CLUSTER.match(feature)]
        for row in sequence_features(words)
    ]


def train(data: Sequence[Labelled], path: Path, features: Features = plain_features) -> None:
    """Trains a model; the same data gives the same weights."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for words, labels in data:
        trainer.append(features(words), labels)
    trainer.set_params({"c1": 0.25, "c2": 0.05, "max_iterations": 90, "feature.minfreq": 1})
    trainer.train(str(path))


def gsd() -> list[Labelled]:
    """GSD with its own verb forms."""
    return [([t.form for t in s], [label_of(t) for t in s]) for s in sentences(GSD)]


def pud(model: Path) -> list[Labelled]:
    """PUD with the verb forms that a model of GSD gives."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    data = []
    for sentence in sentences(PUD):
        words = [token.form for token in sentence]
        guesses = tagger.tag(plain_features(words))
        labels = []
        for token, guess in zip(sentence, guesses, strict=True):
            if token.pos in VERBS:
                form = guess.split(".")[1] if "." in guess else spelled_form(token)
                labels.append(f"{token.pos}.{form}")
            else:
                labels.append("X" if token.pos == "_" else token.pos)
        data.append((words, labels))
    return data


def measure(data: Sequence[Labelled], scratch: Path, features: Features) -> None:
    """Prints the accuracy of ten-fold cross-validation, all folds so far."""
    right = total = forms = verbs = 0
    for fold in range(FOLDS):
        train([d for n, d in enumerate(data) if n % FOLDS != fold], scratch, features)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(scratch))
        for words, labels in data[fold::FOLDS]:
            found = tagger.tag(features(words))
            total += len(words)
            right += sum(
                a.split(".")[0] == b.split(".")[0] for a, b in zip(labels, found, strict=True)
            )
            verbs += sum("." in label for label in labels)
            forms += sum("." in a and a[-3:] == b[-3:] for a, b in zip(labels, found, strict=True))
        print(
            f"fold {fold}: tags {right / total:.4f}, forms of verbs {forms / verbs:.4f}", flush=True
        )


def main() -> None:
    """Writes the weights, or measures."""
    scratch = Path("training/build/tagger-scratch.crfsuite")
    scratch.parent.mkdir(parents=True, exist_ok=True)
    first = gsd()
    train(first, scratch)
    data = first + pud(scratch)
    if "--measure" in sys.argv:
        measure(data, scratch, plain_features)
        if "--clusters" in sys.argv:
            print("with word clusters")
            measure(data, scratch, sequence_features)
    else:
        train(data, WEIGHTS)


if __name__ == "__main__":
    main()
