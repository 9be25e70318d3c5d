"""Passages: consecutive sentences that a head reads as one, in training and at work alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quellenlage.encoder.pieces import PieceTable

__all__ = ["LONGEST", "passages"]

LONGEST = 240
"""Pieces of a passage; with its two ends it is within what the encoder reads at once."""


def passages(sentences: Sequence[Sequence[str]], table: PieceTable) -> Iterator[slice]:
    """The passages of a text, each of as many sentences as fit; one that is longer stands alone."""
    start = size = 0
    for place, words in enumerate(sentences):
        pieces = sum(len(table.pieces(word)) for word in words)
        if size and size + pieces > LONGEST:
            yield slice(start, place)
            start, size = place, 0
        size += pieces
    if size:
        yield slice(start, len(sentences))
