from __future__ import annotations

import numpy as np
import pytest

from quellenlage.encoder import Encoder, Head
from quellenlage.encoder.batches import batches

ENCODER, NAMES = Encoder(), Head("names")
SENTENCE = "Die Bürgermeisterin Hanne Dierks aus Lindhafen widerspricht .".split()


def test_every_token_gets_a_vector() -> None:
    vectors = ENCODER.read([SENTENCE, ["Ja", "!"], []])
    assert [len(rows) for rows in vectors] == [len(SENTENCE), 2, 0]
    assert np.isfinite(np.concatenate(vectors[:2])).all()


def test_names_are_found_in_a_sentence_nobody_has_seen() -> None:
    labels = NAMES.best(NAMES.scores(ENCODER.read([SENTENCE])[0]))
    assert labels[2:4] == ["B-PER", "I-PER"]
    assert labels[5] == "B-LOC"


def test_the_same_sentences_give_the_same_vectors() -> None:
    first, second = (ENCODER.read([SENTENCE, ["Ja", "!"]])[0] for _ in range(2))
    assert (first == second).all()


@pytest.mark.parametrize(
    "tokens",
    [["Wort"] * 4_000, ["x" * 30_000], ["\u00ad", "\u200f", "🙂"], ["1,2.3:4-" * 500], [""]],
    ids=["long sentence", "long word", "marks", "long token", "empty token"],
)
def test_no_sentence_is_too_odd(tokens: list[str]) -> None:
    (vectors,) = ENCODER.read([tokens])
    assert len(NAMES.best(NAMES.scores(vectors))) == len(tokens)


def test_sentences_of_like_length_are_read_in_one_run() -> None:
    words = [["Wort"] * length for length in (40, 40, 39, 9, 8, 8)]
    windows = [(number, 0, [[7]] * len(own)) for number, own in enumerate(words)]
    assert [len(batch) for batch in batches(windows)] == [3, 3]


def test_every_window_is_read_once_however_many_there_are() -> None:
    windows = [(number, 0, [[7]] * (200 - number // 5)) for number in range(990)]
    read = [window[0] for batch in batches(windows) for window in batch]
    assert sorted(read) == list(range(990))


def test_no_sentences_give_no_vectors() -> None:
    assert ENCODER.read([]) == []
