from __future__ import annotations

import numpy as np
import pytest

from quellenlage.encoder import Encoder, Head

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


def test_no_sentences_give_no_vectors() -> None:
    assert ENCODER.read([]) == []
