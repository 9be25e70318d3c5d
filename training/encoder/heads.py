"""Trains the heads on the encoder: `python -m training.encoder.heads`.

1. The pieces' vectors and the lower layers stay as pretrained and are shared by all sets of
weights; what they make of the sentences is computed once, plain and with some words hidden, so
that the context is read too. 2. A token's vector is the mean of its pieces'; one linear layer a
task gives the labels, the upper layers learn with them. 3. The weights kept are the running mean
of the last steps.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from quellenlage.encoder.decoding import best_labels, forbidden
from quellenlage.encoder.pieces import BEGIN, END, HIDDEN, PieceTable
from training.encoder.committed import read_committed
from training.encoder.labelled import Labelled, read_tasks
from training.encoder.model import Encoder, MaskedModel, Shape
from training.encoder.scores import accuracy, strict_f1

__all__ = ["Recipe", "Tagger", "load_encoder", "predict", "train"]

LONGEST = 250
"""Pieces of a sentence that are read while training."""
HEADS_SEED = 20
"""All runs start from the same heads, so that their weights may be averaged."""


@dataclass(frozen=True)
class Recipe:
    """How the heads are trained."""

    epochs: int = 7
    batch: int = 32
    rate: float = 4e-4
    head_rate: float = 2e-3
    frozen: int = 5
    hidden_words: float = 0.2
    views: int = 2
    mean: float = 0.996
    smoothing: float = 0.1
    seed: int = 21


class Read(NamedTuple):
    """A sentence as the lower layers give it, in every view; the token of each piece; labels."""

    views: tuple[Tensor, ...]
    tokens: Tensor
    labels: Tensor


class Tagger(nn.Module):
    """The upper layers of the encoder with one linear layer a task."""

    def __init__(self, encoder: Encoder, frozen: int, labels: dict[str, list[str]]) -> None:
        super().__init__()
        self.encoder, self.frozen, self.labels = encoder, frozen, labels
        width = encoder.shape.width
        self.heads = nn.ModuleDict(
            {name: nn.Linear(width, len(own)) for name, own in labels.items()}
        )

    def forward(self, task: str, x: Tensor, present: Tensor, tokens: Tensor) -> Tensor:
        """Scores (B, tokens, labels); `tokens` (B, T) numbers each piece's token from 1, else 0."""
        vectors = self.encoder.upper(x, present, self.frozen)
        count = int(tokens.max()) + 1
        sums = vectors.new_zeros(len(x), count, vectors.shape[-1])
        sums = sums.scatter_add(1, tokens[..., None].expand_as(vectors), vectors)
        sizes = present.new_zeros(len(x), count).scatter_add(1, tokens, present)
        means = sums[:, 1:] / sizes[:, 1:, None].clamp(min=1)
        return self.heads[task](functional.dropout(means, 0.2, self.training))


def load_encoder(path: Path) -> Encoder:
    """The pretrained encoder."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    model = MaskedModel(Shape(**state["shape"]))
    model.load_state_dict({name: value.float() for name, value in state["model"].items()})
    return model.encoder


def encoded(table: PieceTable, words: Sequence[str]) -> tuple[list[int], list[int]]:
    """The pieces of a sentence and the token of each, counted from 1."""
    pieces, tokens = [BEGIN], [0]
    for number, word in enumerate(words, 1):
        own = table.pieces(word)
        if len(pieces) + len(own) > LONGEST:
            break
        pieces += own
        tokens += [number] * len(own)
    return [*pieces, END], [*tokens, 0]


@torch.no_grad()
def read(
    encoder: Encoder,
    sentences: Sequence[Labelled],
    labels: Sequence[str],
    table: PieceTable,
    recipe: Recipe,
    views: int,
) -> list[Read]:
    """The sentences as the lower layers give them; the first view has nothing hidden."""
    number, found = {label: n for n, label in enumerate(labels)}, []
    encoder.eval()
    for words, row in sentences:
        pieces, tokens = (torch.tensor(one) for one in encoded(table, words))
        rows = [pieces] + [
            hide_words(pieces, tokens, recipe.hidden_words) for _ in range(views - 1)
        ]
        vectors = encoder.lower(torch.stack(rows), None, recipe.frozen)
        wanted = torch.tensor([number.get(one, 0) for one in row[: int(tokens.max())]])
        found.append(Read(tuple(vectors.half().unbind(0)), tokens, wanted))
    return found


def hide_words(pieces: Tensor, tokens: Tensor, share: float) -> Tensor:
    """A sentence with some of its words hidden."""
    chance = torch.rand(int(tokens.max()) + 1)
    return pieces.masked_fill((chance[tokens] < share) & (tokens > 0), HIDDEN)


def batches(rows: Sequence[Read], size: int, *, mixed: bool) -> Iterator[tuple[Tensor, ...]]:
    """Batches of sentences of like length: vectors, present, tokens, labels (-100: none)."""
    order = list(range(len(rows)))
    if mixed:
        random.shuffle(order)
        order.sort(key=lambda n: len(rows[n].tokens) // 8)
    groups = [order[start : start + size] for start in range(0, len(order), size)]
    if mixed:
        random.shuffle(groups)
    for group in groups:
        chosen = [rows[n] for n in group]
        pad = nn.utils.rnn.pad_sequence
        views = [random.choice(one.views) if mixed else one.views[0] for one in chosen]
        present = pad([torch.ones(len(one.tokens)) for one in chosen], batch_first=True)
        yield (
            pad([view.float() for view in views], batch_first=True),
            present,
            pad([one.tokens for one in chosen], batch_first=True),
            pad([one.labels for one in chosen], batch_first=True, padding_value=-100),
        )


def train(
    encoder: Encoder, tasks: dict[str, list[Labelled]], table: PieceTable, recipe: Recipe
) -> Tagger:
    """Trains the heads of all tasks together; the same data and recipe give the same weights."""
    torch.manual_seed(HEADS_SEED)
    labels = {name: sorted({one for _, row in rows for one in row}) for name, rows in tasks.items()}
    model = Tagger(deepcopy(encoder), recipe.frozen, labels)
    random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    rows = {
        name: read(encoder, own, labels[name], table, recipe, recipe.views)
        for name, own in tasks.items()
    }
    body = [*model.encoder.layers[recipe.frozen :].parameters(), *model.encoder.last.parameters()]
    optimiser = torch.optim.AdamW(
        [
            {"params": body, "lr": recipe.rate},
            {"params": model.heads.parameters(), "lr": recipe.head_rate},
        ],
        weight_decay=0.01,
    )
    total = recipe.epochs * sum(-(-len(own) // recipe.batch) for own in rows.values())
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, n / (0.06 * total), (total - n) / (0.94 * total))
    )
    mean, learned = deepcopy(model).eval(), [*body, *model.heads.parameters()]
    kept = [
        *mean.encoder.layers[recipe.frozen :].parameters(),
        *mean.encoder.last.parameters(),
        *mean.heads.parameters(),
    ]
    model.train()
    for epoch in range(recipe.epochs):
        started, losses = time.monotonic(), 0.0
        drawn = [(name, b) for name, own in rows.items() for b in _numbers(own, recipe.batch, name)]
        random.shuffle(drawn)
        for name, batch in drawn:
            *inputs, wanted = batch
            scores = model(name, *inputs)
            loss = functional.cross_entropy(
                scores.flatten(0, 1),
                wanted.flatten(),
                ignore_index=-100,
                label_smoothing=recipe.smoothing,
            )
            loss.backward()
            nn.utils.clip_grad_norm_(body, 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
            losses += loss.item() / len(drawn)
            with torch.no_grad():
                torch._foreach_lerp_(kept, learned, 1 - recipe.mean)
        print(f"epoch {epoch}: loss {losses:.4f}, {time.monotonic() - started:.0f} s", flush=True)
    return mean


def _numbers(rows: Sequence[Read], size: int, name: str) -> list[tuple[Tensor, ...]]:
    """The batches of one epoch of a task."""
    return list(batches(rows, size, mixed=True))


@torch.no_grad()
def predict(
    model: Tagger, task: str, sentences: Sequence[Labelled], table: PieceTable
) -> list[list[str]]:
    """The best well-formed labels of every sentence."""
    labels, found = model.labels[task], list[list[str]]()
    steps = forbidden(labels)
    model.eval()
    rows = read(model.encoder, sentences, labels, table, Recipe(frozen=model.frozen), 1)
    for x, present, tokens, _ in batches(rows, 32, mixed=False):
        scores = model(task, x, present, tokens).log_softmax(-1).numpy()
        sizes = tokens.max(1).values.tolist()
        found += [
            best_labels(row[:size], labels, steps) for row, size in zip(scores, sizes, strict=True)
        ]
    return found


def figures(model: Tagger, tasks: dict[str, list[Labelled]], table: PieceTable) -> dict[str, float]:
    """What the heads reach on the sentences set aside."""
    found = {}
    for name, rows in tasks.items():
        task, _, part = name.partition("-")
        if part and task in model.labels:
            score = strict_f1 if task == "names" else accuracy
            told = predict(model, task, rows, table)
            found[name] = round(score([row for _, row in rows], told), 4)
    return found


def main() -> None:
    """Trains with the default recipe and writes `heads.pt`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, help="a checkpoint; without it, the committed one")
    parser.add_argument("--tasks", type=Path, default=Path("training/build/tasks.json"))
    parser.add_argument(
        "--pieces", type=Path, default=Path("src/quellenlage/encoder/weights/pieces.txt.xz")
    )
    parser.add_argument("--to", type=Path, default=Path("training/build/heads.pt"))
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    given = parser.parse_args()
    table, tasks = PieceTable.read(given.pieces), read_tasks(given.tasks)
    learned = {name: rows for name, rows in tasks.items() if "-" not in name}
    encoder = load_encoder(given.encoder) if given.encoder else read_committed()
    model = train(encoder, learned, table, Recipe(epochs=given.epochs))
    print(json.dumps(figures(model, tasks, table)), flush=True)
    state = {"model": model.state_dict(), "labels": model.labels, "frozen": model.frozen}
    torch.save(state, given.to)


if __name__ == "__main__":
    main()
