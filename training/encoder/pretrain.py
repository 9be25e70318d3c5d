"""Pretrains the encoder on the packed archive by guessing hidden words.

`python -m training.encoder.pretrain --seconds 1200` for one GPU; `--small` for two CPU cores. A
checkpoint is written every minute and when the run is told to stop (Ctrl-C, SIGTERM); called again
it goes on from there, at any step. The learning rate follows the share of the planned seconds, or
`--steps`, that has passed: warm-up, level, linear descent. By steps, a run that was stopped ends
with the weights of one that was not. What it costs is on the card.

1. Windows of the packed row are drawn at random. 2. Whole words are hidden: 30 % of the pieces at
first, 15 % in the end (Samuel 2023; Charpentier and Samuel 2024); of these 80 % are masked, 10 %
replaced, 10 % left. 3. Muon moves the matrices of the layers, AdamW the rest.
"""

from __future__ import annotations

import argparse
import lzma
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.encoder.model import MaskedModel, Shape
from training.encoder.muon import Muon

__all__ = ["Plan", "hide", "main"]

HIDDEN_PIECE, SPECIAL_PIECES = 4, 5
HIDDEN_SHARES = ((0.3, 0.45), (0.22, 0.75), (0.15, 1.0))
"""The share of hidden pieces, and until which share of the time it holds."""
WARM, FALL = 0.02, 0.45
"""Shares of the time: the learning rate rises in the first, falls to nothing in the last."""
MUON_RATE, ADAM_RATE = 0.02, 1e-3
HELD_BACK = 400_000
"""Pieces at the end of the row that are never drawn, to measure on; at most a tenth of it."""
CHECKPOINT_EVERY = 60
"""Seconds between two checkpoints: what a run that is killed outright loses at most."""
TOLD_EVERY = 20
"""Seconds between two lines of progress."""


@dataclass(frozen=True)
class Plan:
    """What a run is to do: so many seconds of training, or so many steps if they are given."""

    seconds: float
    until: float
    steps: int | None
    batch: int
    to: Path
    shape: Shape


def load_row(path: Path) -> np.ndarray:
    """The packed archive."""
    with lzma.open(path) as file:
        return np.frombuffer(file.read(), dtype=np.uint16).astype(np.int32)


def word_starts(vocabulary: Path) -> np.ndarray:
    """For every piece whether it begins a word."""
    with lzma.open(vocabulary, "rt", encoding="utf-8") as file:
        return np.array([not piece.startswith("##") for piece in file.read().split("\n")])


def hide(pieces: Tensor, starts: Tensor, share: float, size: int) -> tuple[Tensor, Tensor, Tensor]:
    """(B, T) → pieces with whole words hidden, the flat places hidden, what stood there."""
    words = starts[pieces].long().cumsum(1)
    chance = torch.rand(pieces.shape[0], pieces.shape[1] + 1, device=pieces.device)
    chance = chance.gather(1, words).masked_fill(pieces < SPECIAL_PIECES, 2.0)
    count = int(share * pieces.numel())
    places = chance.flatten().topk(count, largest=False, sorted=False).indices
    targets = pieces.flatten()[places]
    how = torch.rand(count, device=pieces.device)
    other = torch.randint(SPECIAL_PIECES, size, (count,), device=pieces.device)
    shown = torch.where(how < 0.8, HIDDEN_PIECE, torch.where(how < 0.9, other, targets))
    return pieces.flatten().scatter(0, places, shown).view_as(pieces), places, targets


def hidden_share(passed: float) -> float:
    """The share of pieces to hide after a share of the time."""
    return next(share for share, until in HIDDEN_SHARES if passed <= until or until == 1.0)


def rate(passed: float) -> float:
    """The learning rate, as a share of its level, after a share of the time."""
    return max(0.0, min(1.0, passed / WARM, (1.0 - passed) / FALL))


class Run:
    """A run of pretraining: model, optimisers, text, and how far it is."""

    def __init__(self, plan: Plan, starts: np.ndarray, row: np.ndarray) -> None:
        self.plan = plan
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        torch.manual_seed(20)
        self.model = MaskedModel(plan.shape).to(self.device)
        self.starts = torch.from_numpy(starts).to(self.device)
        self.row = torch.from_numpy(row).to(self.device)
        matrices = [p for p in self.model.encoder.layers.parameters() if p.ndim == 2]
        known = {id(p) for p in matrices}
        rest = [p for p in self.model.parameters() if id(p) not in known]
        adam = torch.optim.AdamW(rest, lr=ADAM_RATE, betas=(0.9, 0.98), weight_decay=0.01)
        self.optimisers = ((Muon(matrices, lr=MUON_RATE), MUON_RATE), (adam, ADAM_RATE))
        self.passed, self.steps, self.pieces = 0.0, 0, 0
        self.held_back = min(HELD_BACK, len(row) // 10)
        self.stopped = False
        self.encode = self._compiled(self.model.encoder)
        self.guess = self._compiled(self._loss)

    def _compiled(self, function: Any) -> Any:
        return torch.compile(function, dynamic=False) if self.device == "cuda" else function

    def _loss(self, x: Tensor, targets: Tensor) -> Tensor:
        model = self.model
        x = model.normed(functional.gelu(model.before(x), approximate="tanh"))
        scores = functional.linear(x, model.encoder.pieces.weight, model.bias)
        return functional.cross_entropy(scores.float(), targets)

    def windows(self, first: int, last: int, count: int) -> Tensor:
        """Windows drawn from a part of the row."""
        length = self.plan.shape.longest
        begin = torch.randint(first, last - length, (count, 1), device=self.device)
        return self.row[begin + torch.arange(length, device=self.device)].long()

    def step(self, share: float) -> Tensor:
        """One step; gives the loss."""
        drawn = self.windows(0, len(self.row) - self.held_back, self.plan.batch)
        shown, places, targets = hide(drawn, self.starts, share, self.plan.shape.vocabulary)
        with torch.autocast(self.device, torch.bfloat16, enabled=self.device == "cuda"):
            loss = self.guess(self.encode(shown).flatten(0, 1)[places], targets)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimiser, level in self.optimisers:
            for group in optimiser.param_groups:
                group["lr"] = level * rate(self.passed)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        self.steps += 1
        self.pieces += drawn.numel()
        return loss.detach()

    @torch.no_grad()
    def measure(self) -> float:
        """The loss on the part held back, 15 % hidden, in the same windows each time."""
        self.model.eval()
        torch.manual_seed(7)
        total = 0.0
        for _ in range(4):
            drawn = self.windows(len(self.row) - self.held_back, len(self.row), self.plan.batch)
            shown, places, targets = hide(drawn, self.starts, 0.15, self.plan.shape.vocabulary)
            with torch.autocast(self.device, torch.bfloat16, enabled=self.device == "cuda"):
                x = self.model.encoder(shown).flatten(0, 1)[places]
                total += float(self._loss(x, targets)) / 4
        self.model.train()
        torch.manual_seed(self.steps)
        return total

    def stop(self, *_: object) -> None:
        """Ends the run after this step."""
        self.stopped = True

    def go(self) -> None:
        """Trains until time or steps are up or the run is told to stop."""
        end = min(1.0, self.plan.until / self.plan.seconds)
        last = told = kept = time.monotonic()
        compiled = set[float]()
        while self.passed < end and not self.stopped:
            share = hidden_share(self.passed)
            loss = self.step(share)
            if share not in compiled or self.steps % 20 == 0:
                loss.item()
            now = time.monotonic()
            if self.plan.steps:
                self.passed = self.steps / self.plan.steps
            elif share in compiled:
                self.passed += (now - last) / self.plan.seconds
            compiled.add(share)
            last = now
            if now - told > TOLD_EVERY:
                told = now
                self.tell(float(loss))
            if now - kept > CHECKPOINT_EVERY:
                self.save()
                last = kept = time.monotonic()

    def tell(self, loss: float) -> None:
        """One line of progress."""
        print(
            f"{self.passed:.3f} of the way, step {self.steps}, "
            f"{self.pieces / 1e6:.1f} M pieces, loss {loss:.3f}",
            flush=True,
        )

    def save(self) -> None:
        """Writes the checkpoint; one that was there stays whole until the new one is."""
        state = {
            "model": self.model.state_dict(),
            "optimisers": [optimiser.state_dict() for optimiser, _ in self.optimisers],
            "progress": (self.passed, self.steps, self.pieces),
            "shape": self.plan.shape.record(),
            "chance": torch.get_rng_state(),
        }
        if self.device == "cuda":
            state["chance_cuda"] = torch.cuda.get_rng_state()
        torch.save(state, self.plan.to / "checkpoint.new")
        (self.plan.to / "checkpoint.new").replace(self.plan.to / "checkpoint.pt")
        half = {name: value.half() for name, value in state["model"].items()}
        torch.save({"model": half, "shape": state["shape"]}, self.plan.to / "encoder.pt")

    def resume(self) -> None:
        """Goes on from the checkpoint, if there is one."""
        path = self.plan.to / "checkpoint.pt"
        if not path.is_file():
            return
        state = torch.load(path, map_location="cpu", weights_only=True)
        self.model.load_state_dict(state["model"])
        for (optimiser, _), known in zip(self.optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(known)
        self.passed, self.steps, self.pieces = state["progress"]
        torch.set_rng_state(state["chance"])
        if self.device == "cuda" and "chance_cuda" in state:
            torch.cuda.set_rng_state(state["chance_cuda"])
        print(f"goes on from step {self.steps}", flush=True)


def plan_of(given: argparse.Namespace, vocabulary: int) -> Plan:
    """What the command line asks for."""
    size = {"width": 192, "layers": 6, "heads": 3, "inner": 512} if given.small else {}
    return Plan(
        seconds=given.seconds,
        until=given.until or given.seconds,
        steps=given.steps,
        batch=given.batch or (8 if given.small else 512),
        to=given.to,
        shape=Shape(vocabulary=vocabulary, **size),
    )


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=980, help="planned in all")
    parser.add_argument("--until", type=float, help="stop here for now, in seconds of training")
    parser.add_argument("--steps", type=int, help="planned in all, in the place of seconds")
    parser.add_argument("--batch", type=int, help="windows a step")
    parser.add_argument("--small", action="store_true", help="a size for two CPU cores")
    parser.add_argument("--text", type=Path, default=Path("training/build/archive.u16.xz"))
    parser.add_argument("--pieces", type=Path, default=Path("training/build/pieces.txt.xz"))
    parser.add_argument("--to", type=Path, default=Path("training/build"))
    return parser.parse_args()


def main() -> None:
    """Pretrains, or goes on."""
    given = arguments()
    starts = word_starts(given.pieces)
    torch.backends.cuda.matmul.allow_tf32 = True
    run = Run(plan_of(given, len(starts)), starts, load_row(given.text))
    run.resume()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, run.stop)
    run.go()
    run.save()
    if run.stopped:
        raise SystemExit(f"stopped at step {run.steps}; the same command goes on")
    print(f"held back: loss {run.measure():.4f} after {run.pieces / 1e6:.1f} M pieces")


if __name__ == "__main__":
    main()
