from __future__ import annotations

import numpy as np
import pytest

from quellenlage.encoder.decoding import best_labels, forbidden
from quellenlage.encoder.pieces import SPECIAL, UNKNOWN, PieceTable, parts

TABLE = PieceTable([*SPECIAL, "Fluss", "##ufer", "##s", "Fl", ".", "-", "F", "1", "##0"])


@pytest.mark.parametrize(
    ("token", "spelled"),
    [
        ("Fluss", ["Fluss"]),
        ("Flussufers", ["Fluss", "##ufer", "##s"]),
        ("Fluss-Fluss", ["Fluss", "-", "Fluss"]),
        ("10.", ["1", "##0", "."]),
        ("Xanten", ["[UNK]"]),
        ("  ", ["[UNK]"]),
        ("", ["[UNK]"]),
    ],
)
def test_a_token_is_spelled_with_the_longest_pieces(token: str, spelled: list[str]) -> None:
    assert [TABLE.vocabulary[number] for number in TABLE.pieces(token)] == spelled


def test_a_word_without_end_is_cut_before_it_is_spelled() -> None:
    assert TABLE.pieces("F" * 100_000) == [UNKNOWN]


def test_words_numbers_and_marks_are_parts() -> None:
    assert parts("NATO-Chef, 1.500 km") == ["NATO", "-", "Chef", ",", "1", ".", "500", "km"]


LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
STEPS = forbidden(LABELS)


def scores(*best: str) -> np.ndarray:
    rows = np.full((len(best), len(LABELS)), -4.0, dtype=np.float32)
    for place, label in enumerate(best):
        rows[place, LABELS.index(label)] = -0.1
    return rows


def test_labels_that_are_well_formed_stay() -> None:
    wanted = ["O", "B-PER", "I-PER", "O"]
    assert best_labels(scores(*wanted), LABELS, STEPS) == wanted


def test_a_name_goes_on_only_after_its_own_beginning() -> None:
    rows = scores("O", "I-PER", "I-PER")
    rows[1, LABELS.index("B-PER")] = -1.0
    assert best_labels(rows, LABELS, STEPS) == ["O", "B-PER", "I-PER"]


def test_a_sentence_never_begins_inside_a_name() -> None:
    rows = scores("I-LOC", "I-LOC")
    rows[0, LABELS.index("B-LOC")] = -1.0
    assert best_labels(rows, LABELS, STEPS) == ["B-LOC", "I-LOC"]


def test_no_tokens_have_no_labels() -> None:
    assert best_labels(np.zeros((0, len(LABELS))), LABELS, STEPS) == []
