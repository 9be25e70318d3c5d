"""Packs the raw archive for pretraining: `python -m training.encoder.pack`.

Writes the vocabulary (`pieces.txt.xz`, WordPiece) and the archive as one row of piece numbers
(`archive.u16.xz`), articles parted by `[SEP]`; a paragraph that stood before (reprints, debris) is
left out. Only unsupervised use is made of the archive. `--every N` takes one article in N.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

from quellenlage.encoder.pieces import END, SPECIAL, PieceTable, parts
from training.corpus import articles

__all__ = ["BUILD", "PIECES", "TEXT", "VOCABULARY_SIZE"]

BUILD = Path(__file__).resolve().parents[1] / "build"
PIECES = BUILD / "pieces.txt.xz"
TEXT = BUILD / "archive.u16.xz"
VOCABULARY_SIZE = 20_480
RAREST = 4
"""Words met less often do not help to find pieces."""
_TAGS = re.compile(r"<[^<>]{1,200}>")
_ADDRESSES = re.compile(r"(?:https?://|www\.)\S+")


def paragraphs(every: int = 1) -> Iterator[list[str]]:
    """One article in so many, each as its paragraphs; no paragraph twice."""
    seen: set[int] = set()
    for text in islice(articles(), 0, None, every):
        found = []
        for line in _ADDRESSES.sub(" ", _TAGS.sub(" ", text)).splitlines():
            key = hash(line)
            if line.strip() and key not in seen:
                seen.add(key)
                found.append(line)
        if found:
            yield found


def vocabulary(counts: Counter[str], size: int = VOCABULARY_SIZE) -> list[str]:
    """The pieces: every frequent character, then what spells the words with fewest pieces."""
    tokenizer = Tokenizer(models.WordPiece(unk_token=SPECIAL[1]))  # type: ignore[call-arg]
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    trainer = trainers.WordPieceTrainer(
        vocab_size=size,
        special_tokens=list(SPECIAL),
        limit_alphabet=320,
        show_progress=False,
    )
    frequent = (word for word, n in counts.items() if n >= RAREST for _ in range(min(n, 20_000)))
    tokenizer.train_from_iterator(frequent, trainer)
    known = tokenizer.get_vocab()
    return sorted(known, key=known.__getitem__)


def packed(table: PieceTable, every: int = 1) -> np.ndarray:
    """The archive as one row of piece numbers."""
    row: list[np.ndarray] = []
    for lines in paragraphs(every):
        numbers = [number for line in lines for number in table.pieces(line)]
        row.append(np.array([*numbers, END], dtype=np.uint16))
    return np.concatenate(row)


def main() -> None:
    """Writes both files and says how large they are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--every", type=int, default=1, help="take one article in so many")
    parser.add_argument("--vocabulary", type=int, default=VOCABULARY_SIZE, help="pieces of it")
    parser.add_argument("--pieces", type=Path, default=PIECES, help="the vocabulary, written")
    parser.add_argument("--text", type=Path, default=TEXT, help="the row of pieces, written")
    given = parser.parse_args()
    given.text.parent.mkdir(parents=True, exist_ok=True)
    given.pieces.parent.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    for lines in paragraphs(given.every):
        for line in lines:
            counts.update(parts(line))
    pieces = vocabulary(counts, given.vocabulary)
    given.pieces.write_bytes(lzma.compress("\n".join(pieces).encode(), preset=9))
    row = packed(PieceTable(pieces), given.every)
    begun = given.text.with_suffix(".new")
    with lzma.open(begun, "wb", preset=6) as file:
        file.write(row.tobytes())
    begun.replace(given.text)
    print(f"{len(pieces)} pieces; {sum(counts.values())} words as {len(row)} pieces; {given.text}")


if __name__ == "__main__":
    main()
