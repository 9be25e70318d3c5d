"""Words and names of an article, with the encoder and without it."""

from __future__ import annotations

import pytest

from quellenlage.german import GERMAN, GERMAN_FAST, GermanPack
from quellenlage.german.tagging import lemma_of
from quellenlage.model import Word


def finite_verbs(text: str, pack: GermanPack = GERMAN) -> list[str]:
    words, _ = pack.read(text, pack.sentences(text))
    return [word.text for own in words for word in own if word.finite]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Auch landesweit löste der Damm Unverständnis aus.", ["löste"]),
        ("Beide Städte haben wiederholt die Existenz des Damms bestritten.", ["haben"]),
        ("Sollte sich das bestätigen, wäre es der erste Bruch seit Jahren.", ["Sollte", "wäre"]),
        ("Anlagen, die den Strom liefern, werden in Lindhafen gebaut.", ["liefern", "werden"]),
        ("Das Tor wurde gesperrt, massenhafte Tests wurden angeordnet.", ["wurde", "wurden"]),
        ("Eine Sprecherin der Werft dementierte am Abend den Bericht.", ["dementierte"]),
    ],
)
def test_finite_verbs_are_told_by_the_context(text: str, verbs: list[str]) -> None:
    assert finite_verbs(text) == verbs


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("schicken", "VERB", "schicken"),
        ("schickten", "VERB", "schicken"),
        ("kleinen", "ADJ", "klein"),
    ],
)
def test_the_lemma_of_a_verb_is_an_infinitive(form: str, pos: str, lemma: str) -> None:
    assert lemma_of(form, pos) == lemma


def test_words_and_names_fit_the_text_whatever_reads_them() -> None:
    text = "Hanne Dierks (48) widersprach. Der Covid-19-Ausbruch in Lindhafen sei vorbei."
    for pack in (GERMAN, GERMAN_FAST):
        words, names = pack.read(text, pack.sentences(text))
        flat: list[Word] = [word for own in words for word in own]
        assert [text[word.start : word.end] for word in flat] == [word.text for word in flat]
        assert "Lindhafen" in [text[name.start : name.end] for name in names]


def test_without_a_sentence_there_are_no_words_and_no_names() -> None:
    assert GERMAN.read("", []) == ([], [])
