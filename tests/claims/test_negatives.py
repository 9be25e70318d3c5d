"""Negative sentences beside denials: who denies what nobody says."""

from __future__ import annotations

from quellenlage.annotation import annotate
from quellenlage.claims.negatives import agreeing
from quellenlage.claims.statements import Statement, statements
from quellenlage.model import Article


def stances(*sentences: str) -> list[str]:
    return [one.held.stance for one in agreeing([statement(text) for text in sentences])]


def statement(text: str) -> Statement:
    article = annotate(Article(id="x", text=text))
    return statements([article])[0]


def test_what_says_the_opposite_of_what_is_denied_denies_it_too() -> None:
    suspicion = "Der Verdacht auf eine Erkrankung des Helfers hat sich nicht bestätigt."
    assert stances(suspicion, "Der Helfer ist nicht erkrankt.") == ["denies", "denies"]


def test_a_negative_sentence_alone_stays_a_claim() -> None:
    assert stances("Der Helfer ist nicht erkrankt.") == ["asserts"]


def test_beside_who_says_it_a_negative_sentence_is_left_alone() -> None:
    suspicion = "Der Verdacht auf eine Erkrankung des Helfers hat sich nicht bestätigt."
    found = stances(suspicion, "Der Helfer ist nicht erkrankt.", "Der Helfer ist erkrankt.")
    assert found == ["denies", "asserts", "asserts"]
