"""The encoder's network: a compact transformer over word pieces, in the manner of BERT.

Pre-norm layers, rotary positions, gated feed-forward (GEGLU), no biases in the large products;
the words' vectors are tied with the output layer while it is pretrained. Shapes: B texts of T
pieces, D wide.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

__all__ = ["Encoder", "MaskedModel", "Shape"]


@dataclass(frozen=True)
class Shape:
    """The size of the network; what costs time when it runs is `layers · width²`."""

    vocabulary: int = 20_480
    width: int = 384
    layers: int = 8
    heads: int = 6
    inner: int = 1024
    longest: int = 256
    dropout: float = 0.1

    def record(self) -> dict[str, Any]:
        """The size as plain data, for a card or a checkpoint."""
        return asdict(self)


class Layer(nn.Module):
    """Self-attention and a gated feed-forward net, each on normalised input and added to it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.dropout = shape.dropout
        self.before_attention = nn.LayerNorm(shape.width)
        self.mixed = nn.Linear(shape.width, 3 * shape.width, bias=False)
        self.out = nn.Linear(shape.width, shape.width, bias=False)
        self.before_net = nn.LayerNorm(shape.width)
        self.gate = nn.Linear(shape.width, 2 * shape.inner, bias=False)
        self.down = nn.Linear(shape.inner, shape.width, bias=False)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Tensor | None) -> Tensor:
        """(B, T, D) → (B, T, D); `mask` (B, 1, 1, T) is added to the scores."""
        x = x + self._drop(self.out(self._attend(self.before_attention(x), cos, sin, mask)))
        inner, gate = self.gate(self.before_net(x)).chunk(2, -1)
        return x + self._drop(self.down(inner * functional.gelu(gate, approximate="tanh")))

    def _attend(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        mixed = self.mixed(x).view(batch, length, 3, self.heads, width // self.heads)
        q, k, v = mixed.permute(2, 0, 3, 1, 4).unbind(0)
        q, k = _turned(q, cos, sin), _turned(k, cos, sin)
        if torch.onnx.is_in_onnx_export():
            scores = q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5
            found = torch.softmax(scores if mask is None else scores + mask, -1) @ v
        else:
            found = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return found.transpose(1, 2).reshape(batch, length, width)

    def _drop(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.dropout, self.training)


def _turned(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Queries or keys turned by their position (rotary embedding, Su et al. 2021)."""
    one, other = x.chunk(2, -1)
    return x * cos + torch.cat((-other, one), -1) * sin


class Encoder(nn.Module):
    """Word pieces in, one vector a piece out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.pieces = nn.Embedding(shape.vocabulary, shape.width)
        self.normed = nn.LayerNorm(shape.width)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.last = nn.LayerNorm(shape.width)
        size = shape.width // shape.heads
        turns = 10_000.0 ** (-torch.arange(0, size, 2) / size)
        angles = torch.arange(shape.longest)[:, None] * torch.cat((turns, turns))[None]
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)
        for module in self.modules():
            if isinstance(module, nn.Linear | nn.Embedding):
                nn.init.normal_(module.weight, std=0.02)
        for layer in self.layers:
            for product in (layer.out, layer.down):
                nn.init.normal_(product.weight, std=0.02 / (2 * shape.layers) ** 0.5)

    def forward(self, pieces: Tensor, present: Tensor | None = None) -> Tensor:
        """(B, T) → (B, T, D); `present` (B, T) is 1 where a piece stands, 0 after the text."""
        return self.upper(self.lower(pieces, present, 0), present, 0)

    def lower(self, pieces: Tensor, present: Tensor | None, layers: int) -> Tensor:
        """(B, T) → (B, T, D), what the first layers make of the pieces."""
        x = functional.dropout(self.normed(self.pieces(pieces)), self.shape.dropout, self.training)
        return self._through(x, present, self.layers[:layers])

    def upper(self, x: Tensor, present: Tensor | None, layers: int) -> Tensor:
        """(B, T, D) → (B, T, D), what the layers after the first ones make of it."""
        return self.last(self._through(x, present, self.layers[layers:]))

    def _through(self, x: Tensor, present: Tensor | None, layers: nn.ModuleList) -> Tensor:
        mask = None if present is None else (1.0 - present.to(x.dtype))[:, None, None] * -1e4
        length = x.shape[1]
        cos, sin = self.cos[:length].to(x.dtype), self.sin[:length].to(x.dtype)
        for layer in layers:
            x = layer(x, cos, sin, mask)
        return x


class MaskedModel(nn.Module):
    """The encoder with the layer that guesses hidden pieces."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.before = nn.Linear(shape.width, shape.width)
        self.normed = nn.LayerNorm(shape.width)
        self.bias = nn.Parameter(torch.zeros(shape.vocabulary))

    def forward(self, pieces: Tensor, places: Tensor) -> Tensor:
        """Scores over the vocabulary at the hidden `places`, indices into the flattened (B·T)."""
        x = self.encoder(pieces).flatten(0, 1)[places]
        x = self.normed(functional.gelu(self.before(x), approximate="tanh"))
        return functional.linear(x, self.encoder.pieces.weight, self.bias)
