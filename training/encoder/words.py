"""Parts of speech and verb forms by the encoder: `python -m training.encoder.words`.

1. The encoder reads the sentences of the two treebanks as it runs, int8. 2. A head of two layers
learns on these vectors; nothing else learns, so that names stay what they are and half a minute
is enough. 3. It is written beside the other heads. With `--measure` it learns from six of seven
sentences and prints figures of the rest, beside the tagger that learned from the same six.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pycrfsuite
import torch
from torch import Tensor, nn
from torch.nn import functional

from quellenlage.encoder import Encoder
from quellenlage.german.tagging import LEAST, SECOND
from training.encoder.export import WEIGHTS
from training.encoder.labelled import Labelled
from training.tagger import label_of, plain_features
from training.tagger import train as train_tagger
from training.treebanks import GSD, PUD, sentences

__all__ = ["figures", "main", "treebanks"]

FILE = WEIGHTS / "words.npz"
HIDDEN = 256
SET_ASIDE = 7
"""One sentence in so many is not learned from when measuring."""
EPOCHS, BATCH, RATE, DECAY, SMOOTHING, DROPOUT, SEED = 12, 256, 2e-3, 0.05, 0.05, 0.2, 1
TOGETHER = 20
"""Sentences read together, about as many as an article has that are read."""
WEIGHTS = (0.0, 0.15, SECOND, 0.3, 0.4, 1.0)
"""Weights of the tagger where both are heard; 0 is the encoder alone, 1 the tagger."""
Pair = tuple[str, str]


def treebanks() -> list[Labelled]:
    """The sentences of both treebanks, with the verb forms that they state themselves."""
    return [
        ([token.form for token in one], [label_of(token) for token in one])
        for path in (GSD, PUD)
        for one in sentences(path)
    ]


def vectors_of(data: Sequence[Labelled]) -> list[Tensor]:
    """(tokens, values) of every sentence, by the encoder as it runs."""
    encoder, words = Encoder(), [own for own, _ in data]
    return [
        torch.from_numpy(vectors)
        for at in range(0, len(words), TOGETHER)
        for vectors in encoder.read(words[at : at + TOGETHER])
    ]


class WordHead(nn.Module):
    """Values, brought to one scale, to labels by way of a hidden layer."""

    def __init__(self, learned: Tensor, labels: Sequence[str]) -> None:
        super().__init__()
        self.labels = list(labels)
        self.register_buffer("mean", learned.mean(0))
        self.register_buffer("deviation", learned.std(0) + 1e-6)
        self.hidden = nn.Linear(learned.shape[1], HIDDEN)
        self.last = nn.Linear(HIDDEN, len(labels))

    def forward(self, x: Tensor) -> Tensor:
        """(tokens, values) → (tokens, labels)."""
        x = functional.dropout((x - self.mean) / self.deviation, DROPOUT, self.training)
        return self.last(functional.dropout(self.hidden(x).relu(), DROPOUT, self.training))

    def write(self, path: Path) -> None:
        """Writes the layers as they run; the scale of the values goes into the hidden one."""
        weight = self.hidden.weight.detach() / self.deviation
        arrays = {
            "words.hidden.weight": weight,
            "words.hidden.bias": self.hidden.bias.detach() - weight @ self.mean,
            "words.weight": self.last.weight.detach(),
            "words.bias": self.last.bias.detach(),
        }
        halves = {name: array.numpy().astype(np.float16) for name, array in arrays.items()}
        np.savez_compressed(path, **halves, **{"words.labels": np.array(self.labels)})


def learn(vectors: Sequence[Tensor], rows: Sequence[Sequence[str]]) -> WordHead:
    """A head; the same vectors and labels give the same one."""
    torch.manual_seed(SEED)
    labels = sorted({label for row in rows for label in row})
    number = {label: place for place, label in enumerate(labels)}
    x, wanted = torch.cat(list(vectors)), torch.tensor([number[one] for row in rows for one in row])
    head = WordHead(x, labels)
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(x) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / steps)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(x)).split(BATCH):
            loss = functional.cross_entropy(
                head(x[batch]), wanted[batch], label_smoothing=SMOOTHING
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return head.eval()


def figures(gold: Sequence[Labelled], told: Sequence[Sequence[str]]) -> dict[str, float]:
    """The share of words with the right part, of verbs with the right form, F1 of finite verbs."""
    pairs = list(_pairs(gold, told))
    verbs = [(one, other) for one, other in pairs if "." in one]
    finite = [(_form(one) == "fin", _form(other) == "fin") for one, other in pairs]
    found = sum(one + other for one, other in finite)
    return {
        "part of speech": _share([(_part(one), _part(other)) for one, other in pairs]),
        "form of verbs": _share([(_form(one), _form(other)) for one, other in verbs]),
        "finite verbs": 2 * sum(one and other for one, other in finite) / found,
    }


def _pairs(gold: Sequence[Labelled], told: Sequence[Sequence[str]]) -> Iterator[Pair]:
    """The right label and the told one of every word."""
    for (_, labels), own in zip(gold, told, strict=True):
        yield from zip(labels, own, strict=True)


def _part(label: str) -> str:
    return label.partition(".")[0]


def _form(label: str) -> str:
    return label.partition(".")[2]


def _share(pairs: Sequence[Pair]) -> float:
    return sum(one == other for one, other in pairs) / len(pairs)


def by_tagger(
    learned: Sequence[Labelled], asked: Sequence[Labelled], labels: Sequence[str]
) -> list[Tensor]:
    """(words, labels) for every sentence: how likely each label is to a tagger by its recipe."""
    scratch = Path("training/build/tagger-scratch.crfsuite")
    scratch.parent.mkdir(parents=True, exist_ok=True)
    train_tagger(learned, scratch)
    tagger, found = pycrfsuite.Tagger(), []
    tagger.open(str(scratch))
    for words, _ in asked:
        tagger.set(plain_features(words))
        rows = [[tagger.marginal(one, place) for one in labels] for place in range(len(words))]
        found.append(torch.tensor(rows))
    return found


@torch.no_grad()
def measure(data: Sequence[Labelled], vectors: Sequence[Tensor]) -> None:
    """Prints figures of the sentences set aside."""
    learned = [number for number in range(len(data)) if number % SET_ASIDE]
    aside = range(0, len(data), SET_ASIDE)
    with torch.enable_grad():
        head = learn([vectors[n] for n in learned], [data[n][1] for n in learned])
    gold = [data[n] for n in aside]
    chances = by_tagger([data[n] for n in learned], gold, head.labels)
    for weight in WEIGHTS:
        told = [
            (1 - weight) * head(vectors[n]).log_softmax(1) + weight * (own + LEAST).log()
            for n, own in zip(aside, chances, strict=True)
        ]
        labels = [[head.labels[best] for best in own.argmax(1).tolist()] for own in told]
        cells = [f"{name} {value:.4f}" for name, value in figures(gold, labels).items()]
        print(f"the tagger weighing {weight:g}: " + ", ".join(cells))


def main() -> None:
    """Writes the head, or measures."""
    torch.set_num_threads(1)
    data = treebanks()
    vectors = vectors_of(data)
    if "--measure" in sys.argv:
        measure(data, vectors)
    else:
        learn(vectors, [labels for _, labels in data]).write(FILE)


if __name__ == "__main__":
    main()
