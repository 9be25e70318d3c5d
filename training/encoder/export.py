"""Writes what runs: `python -m training.encoder.export`.

`lower.onnx` (pieces' vectors and the lower layers, shared by all sets of weights), `upper.onnx` and
`heads.npz` (what the heads learned), `training/encoder/upper-pretrained.onnx`, from which heads can
be trained again, and beside a new checkpoint its vocabulary. All matrices are int8: weights with
one scale a column and seven bits, so that products on processors without VNNI cannot overflow; what
flows is scaled as it comes.
"""

from __future__ import annotations

import argparse
import shutil
from copy import deepcopy
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder.committed import LOWER, PRETRAINED, read_committed
from training.encoder.heads import Tagger, load_encoder
from training.encoder.model import Encoder

__all__ = ["main"]

WEIGHTS = Path("src/quellenlage/encoder/weights")
OPSET = 20
LOWER_LAYERS = 5
"""Layers that all sets of weights share."""


class Lower(nn.Module):
    """Pieces to vectors, through the lower layers; the pieces' vectors are int8, one scale each."""

    def __init__(self, encoder: Encoder, layers: int) -> None:
        super().__init__()
        self.encoder, self.count = encoder, layers
        table = encoder.pieces.weight.detach()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor, present: Tensor) -> Tensor:
        """(B, T) → (B, T, D)."""
        x = self.encoder.normed(self.table[pieces].float() * self.scale[pieces])
        return self.encoder._through(x, present, self.encoder.layers[: self.count])


class Upper(nn.Module):
    """Vectors through the upper layers."""

    def __init__(self, encoder: Encoder, layers: int) -> None:
        super().__init__()
        self.encoder, self.count = encoder, layers

    def forward(self, x: Tensor, present: Tensor) -> Tensor:
        """(B, T, D) → (B, T, D)."""
        return self.encoder.upper(x, present, self.count)


def write(module: nn.Module, first: tuple[str, Tensor], last: str, path: Path) -> None:
    """Exports a module and makes its matrices int8."""
    raw = path.with_suffix(".raw.onnx")
    axes = {0: "texts", 1: "pieces"}
    torch.onnx.export(
        module.eval(),
        (first[1], torch.ones(first[1].shape[:2])),
        str(raw),
        input_names=[first[0], "present"],
        output_names=[last],
        dynamic_axes={first[0]: axes, "present": axes, last: axes},
        opset_version=OPSET,
        dynamo=False,
    )
    quantize_dynamic(
        str(raw),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul"],
    )
    raw.unlink()
    model = onnx.load(str(path))
    model.producer_name, model.producer_version, model.doc_string = "quellenlage", "", ""
    onnx.save(model, str(path))
    print(f"{path} {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Writes all files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--encoder", type=Path, help="a new checkpoint; without it, only what the heads learned"
    )
    parser.add_argument("--heads", type=Path, default=Path("training/build/heads.pt"))
    parser.add_argument("--pieces", type=Path, help="the vocabulary of a new checkpoint")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="folder of the weights")
    parser.add_argument(
        "--pretrained", type=Path, default=PRETRAINED, help="the upper layers before any head"
    )
    given = parser.parse_args()
    encoder = load_encoder(given.encoder) if given.encoder else read_committed()
    state = torch.load(given.heads, map_location="cpu", weights_only=True)
    tagger = Tagger(deepcopy(encoder), state["frozen"], state["labels"])
    tagger.load_state_dict(state["model"])
    pieces = torch.randint(5, encoder.shape.vocabulary, (2, 16))
    vectors = torch.randn(2, 16, encoder.shape.width)
    given.to.mkdir(parents=True, exist_ok=True)
    if given.pieces:
        shutil.copyfile(given.pieces, given.to / "pieces.txt.xz")
    if given.encoder:
        first = ("pieces", pieces)
        write(Lower(encoder, LOWER_LAYERS), first, "lower", given.to / LOWER.name)
        write(Upper(encoder, LOWER_LAYERS), ("lower", vectors), "upper", given.pretrained)
    write(Upper(tagger.encoder, LOWER_LAYERS), ("lower", vectors), "upper", given.to / "upper.onnx")
    heads = {}
    for name, head in tagger.heads.items():
        heads[f"{name}.weight"] = head.weight.detach().numpy().astype(np.float16)
        heads[f"{name}.bias"] = head.bias.detach().numpy().astype(np.float16)
        heads[f"{name}.labels"] = np.array(state["labels"][name])
    np.savez_compressed(given.to / "heads.npz", **heads)


if __name__ == "__main__":
    main()
