from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs what training needs")
pytest.importorskip("zstandard")

from training.encoder.model import Shape  # noqa: E402
from training.encoder.pretrain import Plan, Run  # noqa: E402

TINY = Shape(vocabulary=40, width=16, layers=2, heads=2, inner=32, longest=16)
ROW = np.random.default_rng(3).integers(5, 40, 4_000).astype(np.int32)
STARTS = np.arange(40) % 3 != 0


def run_of(folder: Path) -> Run:
    plan = Plan(seconds=1, until=1, steps=6, batch=4, to=folder, shape=TINY)
    run = Run(plan, STARTS, ROW)
    run.resume()
    return run


def test_a_run_that_was_stopped_ends_with_the_weights_of_one_that_was_not(tmp_path: Path) -> None:
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    whole.mkdir()
    parted.mkdir()
    straight = run_of(whole)
    straight.go()
    first = run_of(parted)
    first.step = stop_after(first, 2)  # type: ignore[method-assign]
    first.go()
    first.save()
    assert first.steps == 2
    second = run_of(parted)
    assert second.steps == 2
    second.go()
    assert second.steps == straight.steps == 6
    for one, other in zip(straight.model.parameters(), second.model.parameters(), strict=True):
        assert torch.equal(one, other)


def stop_after(run: Run, steps: int) -> object:
    """The step of a run that tells it to stop after so many."""
    step = run.step

    def stopping(share: float) -> object:
        if run.steps + 1 == steps:
            run.stop()
        return step(share)

    return stopping
