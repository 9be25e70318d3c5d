"""The pretrained encoder as it lies in the repository, int8 in two files, read back to train on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.encoder.model import Encoder, Shape

__all__ = ["LOWER", "PRETRAINED", "read_committed"]

LOWER = Path("src/quellenlage/encoder/weights/lower.onnx")
PRETRAINED = Path("training/encoder/upper-pretrained.onnx")
MATRICES = ("mixed", "out", "gate", "down")
"""The matrices of a layer, in the order in which they are multiplied."""


def read_committed(lower: Path = LOWER, upper: Path = PRETRAINED) -> Encoder:
    """The encoder; its matrices are the committed ones, rounded to seven bits."""
    first, second = _arrays(lower), _arrays(upper)
    matrices = _matrices(lower, first) + _matrices(upper, second)
    table = first["table"].float() * first["scale"]
    shape = Shape(
        vocabulary=len(table),
        width=table.shape[1],
        layers=len(matrices) // len(MATRICES),
        inner=matrices[MATRICES.index("down")].shape[1],
        heads=table.shape[1] // 64,
    )
    encoder = Encoder(shape)
    state = encoder.state_dict()
    for name in state:
        for arrays in (first, second):
            if f"encoder.{name}" in arrays:
                state[name] = arrays[f"encoder.{name}"]
    state["pieces.weight"] = table
    for place, matrix in enumerate(matrices):
        layer, kind = divmod(place, len(MATRICES))
        state[f"layers.{layer}.{MATRICES[kind]}.weight"] = matrix
    encoder.load_state_dict(state)
    return encoder


def _arrays(path: Path) -> dict[str, Tensor]:
    """The arrays of a file by name."""
    graph = onnx.load(str(path)).graph
    return {
        one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.initializer
    }


def _matrices(path: Path, arrays: dict[str, Tensor]) -> list[Tensor]:
    """The int8 matrices of a file in the order of its graph, as float (out, in)."""
    return [
        _floats(node, arrays)
        for node in onnx.load(str(path)).graph.node
        if node.op_type == "MatMulInteger" and node.input[1] in arrays
    ]


def _floats(node: Any, arrays: dict[str, Tensor]) -> Tensor:
    """One matrix with its scales."""
    name = node.input[1]
    scale = arrays[name.removesuffix("_quantized") + "_scale"]
    return (arrays[name].float() * scale).T.contiguous()
