"""The trial of spaCy learns from labelled sentences, and the same ones give the same weights."""

from __future__ import annotations

import pytest

pytest.importorskip("gensim")

from training import spacy_trial as trial

ROWS = [
    (["Hanne", "Dierks", "wohnt", "in", "Lindhafen", "."], ["B-PER", "I-PER", *"OO", "B-LOC", "O"]),
    (["Am", "12.", "Mai", "kommt", "Jens", "Holm", "."], [*"OOOO", "B-PER", "I-PER", "O"]),
]


def test_it_learns_the_names_that_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "ROUNDS", 60)
    ways = [trial.learned(trial.config_of(vectors=False), ROWS) for _ in range(2)]
    first, second = (list(trial.told(nlp, ROWS)) for nlp in ways)
    assert first == [labels for _, labels in ROWS]
    assert first == second


def test_digits_are_read_as_in_the_archive() -> None:
    assert trial.plain(["1.500", "U21"]) == ["0.000", "U00"]
