"""Muon: momentum made orthogonal, for the large matrices (Jordan et al. 2024)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import torch
from torch import Tensor

__all__ = ["Muon", "orthogonal"]

STEPS = 5
A, B, C = 3.4445, -4.7750, 2.0315
"""The quintic Newton-Schulz iteration of the authors; five steps bring singular values near 1."""


def orthogonal(x: Tensor) -> Tensor:
    """(N, R, C) → the same with all singular values near 1."""
    y = x.bfloat16() if x.is_cuda else x
    wide = y.shape[-2] > y.shape[-1]
    if wide:
        y = y.transpose(-1, -2)
    y = y / (y.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(STEPS):
        square = y @ y.transpose(-1, -2)
        y = A * y + (B * square + C * square @ square) @ y
    return y.transpose(-1, -2) if wide else y


class Muon(torch.optim.Optimizer):
    """Steps along the orthogonal momentum; matrices of one shape are worked on together."""

    def __init__(
        self, matrices: Iterable[Tensor], lr: float, momentum: float = 0.95, decay: float = 0.05
    ) -> None:
        super().__init__(list(matrices), {"lr": lr, "momentum": momentum, "decay": decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]
        """One step for every matrix that has a gradient."""
        for group in self.param_groups:
            shapes: dict[torch.Size, list[Tensor]] = defaultdict(list)
            for matrix in group["params"]:
                shapes[matrix.shape].append(matrix)
            for shape, matrices in shapes.items():
                self._step(group, matrices, max(1.0, shape[0] / shape[1]) ** 0.5)

    def _step(self, group: dict[str, float], matrices: list[Tensor], scale: float) -> None:
        moved = []
        for matrix in matrices:
            state = self.state[matrix]
            if "momentum" not in state:
                state["momentum"] = torch.zeros_like(matrix)
            state["momentum"].lerp_(matrix.grad, 1 - group["momentum"])
            moved.append(matrix.grad.lerp(state["momentum"], group["momentum"]))
        for matrix, step in zip(matrices, orthogonal(torch.stack(moved)), strict=True):
            matrix.mul_(1 - group["lr"] * group["decay"])
            matrix.add_(step.to(matrix.dtype), alpha=-group["lr"] * scale)
