from __future__ import annotations

from quellenlage.encoder import passages
from quellenlage.encoder.passages import LONGEST
from quellenlage.encoder.pieces import PieceTable

TABLE = PieceTable(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "Haus"])


def parted(*sizes: int) -> list[tuple[int, int]]:
    found = passages([["Haus"] * size for size in sizes], TABLE)
    return [(place.start, place.stop) for place in found]


def test_as_many_sentences_as_fit_are_one_passage() -> None:
    assert parted(100, 140, 1, 200) == [(0, 2), (2, 4)]


def test_a_sentence_that_is_too_long_stands_alone() -> None:
    assert parted(3, LONGEST + 50, 3) == [(0, 1), (1, 2), (2, 3)]


def test_a_text_without_words_has_no_passage() -> None:
    assert parted() == parted(0, 0) == []
