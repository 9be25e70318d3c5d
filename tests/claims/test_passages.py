"""What of a sentence states something by itself, and how it holds it: one row a sentence."""

from __future__ import annotations

import pytest

from quellenlage.annotation import annotate
from quellenlage.attribution import STAGE
from quellenlage.claims.passages import Passage, passages
from quellenlage.claims.stances import holding
from quellenlage.model import Article

CUT = [
    pytest.param(
        "Die Behörde stellte Fotos ins Netz, die einen Riss im Damm zeigen.",
        ["Die Behörde stellte Fotos ins Netz", "die einen Riss im Damm zeigen."],
        id="what a picture shows is another matter than that it was published",
    ),
    pytest.param(
        "Beide Städte schlossen einen Pakt, der Hilfe im Falle eines Hochwassers vorsieht.",
        ["Beide Städte schlossen einen Pakt", "der Hilfe im Falle eines Hochwassers vorsieht."],
        id="what a treaty lays down is another matter than that it was signed",
    ),
    pytest.param(
        "Der Fluss steigt, eine Entwicklung, die auch das Werk bedroht.",
        ["Der Fluss steigt, eine Entwicklung", "die auch das Werk bedroht."],
        id="a noun that takes up what was said begins a new statement",
    ),
    pytest.param(
        "Die Feuerwehr half den Bauern, die am Fluss leben.",
        ["Die Feuerwehr half den Bauern, die am Fluss leben."],
        id="who somebody is goes with what he does",
    ),
    pytest.param(
        "Ahrens war im Mai gewählt worden, kurz darauf aber wieder zurückgetreten.",
        ["Ahrens war im Mai gewählt worden", "kurz darauf aber wieder zurückgetreten."],
        id="two participles under one auxiliary are two statements",
    ),
    pytest.param(
        "Die Regenfälle führen zu Sorgen am Fluss: Die Zahl der freien Becken sinkt.",
        ["Die Regenfälle führen zu Sorgen am Fluss", "Die Zahl der freien Becken sinkt."],
        id="behind a colon a new statement begins",
    ),
    pytest.param(
        "Das heißt: Es gibt zehn neue Risse.",
        ["Es gibt zehn neue Risse."],
        id="a connective states nothing",
    ),
    pytest.param(
        "Viele hielten weder Abstand, noch trugen sie Masken.",
        ["Viele hielten weder Abstand, noch trugen sie Masken."],
        id="neither and nor are one statement",
    ),
    pytest.param("Ahrstadt.", [], id="a dateline states nothing"),
    pytest.param("Das ist beunruhigend.", ["Das ist beunruhigend."], id="one word is enough"),
]
HELD = [
    ("Der Vertrag legt fest, dass beide helfen, sollte der Damm brechen.", "asserts"),
    ("Beide helfen, falls der Damm bricht.", "conditional"),
    (
        "Der Vertrag ordnet alles neu und legt fest, dass beide helfen, sollte der Damm brechen.",
        "asserts",
    ),
    ("Die Bahn wies die Klage, die seit Mai lag, zurück.", "denies"),
    ("Der Sprecher, der lange schwieg, widersprach der Darstellung.", "denies"),
    ("Der Bau begann ohne Prüfung – ein Vorgehen, das der Regel widerspricht.", "asserts"),
    ("Das Amt teilte mit, der Damm halte, auch wenn unklar sei, wie lange.", "asserts"),
    ("Er habe das bei der Anordnung nicht gewusst, sagte Holm.", "asserts"),
    ("Man wisse noch nicht, wann der Damm breche, sagte Holm.", "cannot_confirm"),
    ("Für den Bau gab es keine rechtliche Grundlage.", "asserts"),
    ("Die Meldung hatte keine Grundlage.", "cannot_confirm"),
    ("Falls der Damm bricht, helfen beide und zahlen Nachbarn den Schaden.", "conditional"),
]


def read(text: str) -> list[Passage]:
    return passages(STAGE.run(annotate(Article(id="invented", text=f"{text}\n"))))


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_a_sentence_is_cut_where_another_statement_begins(text: str, expected: list[str]) -> None:
    assert [text[p.start : p.end] for p in read(text)] == expected


@pytest.mark.parametrize(("text", "stance"), HELD)
def test_the_stance_of_a_passage_is_that_of_its_main_clause(text: str, stance: str) -> None:
    assert holding(read(text)[0]).stance == stance
