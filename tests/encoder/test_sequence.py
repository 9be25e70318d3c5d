"""Sequence models: the labels and likelihoods are those that CRFsuite itself gives."""

from pathlib import Path

import numpy as np
import pycrfsuite
import pytest

from quellenlage.encoder import SequenceModel, weights_file
from quellenlage.encoder.sequence import read_field
from quellenlage.german.features import FormScores, sequence_features

SENTENCES = [
    "Die Stadt Ahrau hat am Montag den Hafen gesperrt .".split(),
    [],
    "Jule Marten ( SPD ) sprach .".split(),
    ["Nordkahn"],
    "Nach Angaben des Landesbauamts liefen rund 300 Liter aus , sagte sie .".split(),
]


@pytest.fixture(scope="module")
def reference() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(weights_file("tagger.crfsuite")))
    return tagger


def test_the_labels_are_those_of_crfsuite(reference: pycrfsuite.Tagger) -> None:
    model = SequenceModel("tagger.crfsuite")
    found = iter(model.best(FormScores(model)(SENTENCES), [len(words) for words in SENTENCES]))
    for words in SENTENCES:
        assert [next(found) for _ in words] == reference.tag(sequence_features(words))
    assert next(found, None) is None


def test_the_likelihoods_are_those_of_crfsuite(reference: pycrfsuite.Tagger) -> None:
    model = SequenceModel("tagger.crfsuite")
    chances = iter(model.chances(FormScores(model)(SENTENCES), [len(w) for w in SENTENCES]))
    for words in filter(None, SENTENCES):
        reference.set(pycrfsuite.ItemSequence(sequence_features(words)))
        for place in range(len(words)):
            told = [reference.marginal(label, place) for label in model.labels]
            np.testing.assert_allclose(next(chances), told, atol=1e-9)


def test_no_sentences_have_no_labels() -> None:
    model = SequenceModel("tagger.crfsuite")
    scores = FormScores(model)([])
    assert model.best(scores, []) == []
    assert len(model.chances(scores, [])) == 0


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.crfsuite"
    other.write_bytes(b"something else")
    with pytest.raises(ValueError, match="no model of CRFsuite"):
        read_field(other)
