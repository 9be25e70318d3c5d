"""What was said, said plainly: each row is a clause and the main clause made of it."""

from __future__ import annotations

import pytest

from quellenlage.annotation import annotate
from quellenlage.attribution import STAGE
from quellenlage.claims.passages import passages
from quellenlage.claims.propositions import Wording, proposition_text
from quellenlage.claims.stances import Holding
from quellenlage.german.propositions import clause_at_issue, main_clause
from quellenlage.model import Article, Word

REPORTED = [
    ("Das Lösungsmittel stamme aus dem Werk.", "Das Lösungsmittel stammt aus dem Werk."),
    ("Die Behörde rechne mit Kosten.", "Die Behörde rechnet mit Kosten."),
    ("Das ansonsten ruhige Land liefere Öl.", "Das ansonsten ruhige Land liefert Öl."),
    (
        "seien Häfen in Ahrland, den Inseln und Westried gesperrt, an denen Öl austrat.",
        "Häfen in Ahrland, den Inseln und Westried sind gesperrt, an denen Öl austrat.",
    ),
    ("Sie seien per Schiff gereist.", "Sie sind per Schiff gereist."),
    ("Die Helfer hätten neue Boote erhalten.", "Die Helfer haben neue Boote erhalten."),
    ("Er wolle den Vorwurf prüfen.", "Er will den Vorwurf prüfen."),
    ("Am Abend seien Tausende gekommen.", "Am Abend sind Tausende gekommen."),
    (
        "dass der Damm schon seit Tagen undicht gewesen sei.",
        "Der Damm ist schon seit Tagen undicht gewesen.",
    ),
    (
        "dass der Bürgermeister von Ahrstadt zurücktrete.",
        "Der Bürgermeister von Ahrstadt tritt zurück.",
    ),
    ("nachdem zwei Schiffe gesunken waren.", "Zwei Schiffe waren gesunken."),
    (
        "weil die Halle, die seit Jahren leer stehe, einstürzen könne.",
        "Die Halle, die seit Jahren leer steht, kann einstürzen.",
    ),
    ("dass er sich geirrt habe.", "Er hat sich geirrt."),
    (
        "dass alle Pläne, die ein Amt in das Netz stellt, von allen Helfern zu sehen sind.",
        "Alle Pläne, die ein Amt in das Netz stellt, sind von allen Helfern zu sehen.",
    ),
    ("Habe es weitere Fälle im Werk gegeben.", "Es hat weitere Fälle im Werk gegeben."),
    (
        "Könnten die Fische schon am Montag gestorben sein.",
        "Die Fische könnten schon am Montag gestorben sein.",
    ),
    (
        "Würden weitere Truppen in das Land geschickt.",
        "Weitere Truppen werden in das Land geschickt.",
    ),
    ("Allerdings sei die Brücke gesperrt.", "Die Brücke ist gesperrt."),
    (
        "Das Ministerium bereite die Lieferung von bis zu 50 Lastwagen vor.",
        "Das Ministerium bereitet die Lieferung von bis zu 50 Lastwagen vor.",
    ),
    (
        "Die in Ahrstadt stationierten Helfer hätten Boote erhalten.",
        "Die in Ahrstadt stationierten Helfer haben Boote erhalten.",
    ),
]
UNDONE = ["Wir haben keine Beweise.", "Ob das Werk schließt.", "Den Vorfall zu prüfen."]


def words_of(text: str) -> list[Word]:
    return annotate(Article(id="invented", text=text)).words


@pytest.mark.parametrize(("clause", "expected"), REPORTED, ids=[row[0] for row in REPORTED])
def test_a_reported_clause_becomes_a_main_clause_in_the_indicative(
    clause: str, expected: str
) -> None:
    assert main_clause(words_of(clause), reported=True) == expected


@pytest.mark.parametrize("clause", UNDONE)
def test_what_cannot_stand_alone_is_left_undone(clause: str) -> None:
    assert main_clause(words_of(clause), reported=True) is None


def test_konjunktiv_of_what_is_only_supposed_stays() -> None:
    words = words_of("Der Fluss wäre dann verloren.")
    assert main_clause(words, reported=False) == "Der Fluss wäre dann verloren."


def test_a_clause_behind_und_takes_the_subject_it_shares() -> None:
    words = words_of("Das Werk liefert Stahl und stehe vor dem Verkauf.")
    joint = next(place for place, word in enumerate(words) if word.text == "und")
    found = main_clause(words[joint:], reported=True, before=words[:joint])
    assert found == "Das Werk steht vor dem Verkauf."


def test_a_verb_without_its_subject_takes_no_object_to_its_front() -> None:
    words = words_of("und nannte die Meldung falsch.")
    assert main_clause(words, reported=True) is None


def test_two_sentences_that_run_together_are_left_to_another_passage() -> None:
    words = words_of("Das meldete die Wache am Hafen das Boot hatte kein Licht")
    assert main_clause(words, reported=False) is None


def test_what_is_denied_is_said_positively() -> None:
    words = words_of("Sie bezweifeln, dass die neuen Truppen Belgien helfen würden, sagte er.")
    clause = clause_at_issue(words)
    assert clause is not None
    said = main_clause(clause, reported=True, at_issue=True)
    assert said == "Die neuen Truppen werden Belgien helfen."


def test_what_is_open_may_stand_first() -> None:
    words = words_of("Ob die Werft den Preis gewonnen hat, bleibt allerdings unklar.")
    clause = clause_at_issue(words)
    assert clause is not None
    assert main_clause(clause, reported=True, at_issue=True) == "Die Werft hat den Preis gewonnen."


def test_a_clause_behind_a_comma_takes_the_subject_it_shares() -> None:
    words = words_of("Das Werk ist alt, hat jedoch keine Mängel.")
    place = next(n for n, word in enumerate(words) if word.text == "hat")
    found = main_clause(words[place:], reported=False, before=words[:place])
    assert found == "Das Werk hat jedoch keine Mängel."


def test_the_last_member_of_a_list_is_no_clause() -> None:
    words = words_of("Sie boten an, Salz, Öl und andere Waren liefern sie nach Ahrstadt")
    joint = next(n for n, word in enumerate(words) if word.text == "und")
    assert main_clause(words[joint:], reported=False, before=words[:joint]) is None


COMPLETED = [
    (
        "Beide Städte schlossen einen Pakt, der im Notfall Hilfe vorsieht.",
        "Der Pakt sieht im Notfall Hilfe vor.",
    ),
    (
        "Ahrland hat Fotos veröffentlicht, die einen Riss im Damm zeigen.",
        "Die Fotos zeigen einen Riss im Damm.",
    ),
    (
        "Die Bürgermeisterin hat Ahrland beschuldigt, Öl, Salz und Fisch zu horten.",
        "Ahrland hortet Öl, Salz und Fisch.",
    ),
    (
        "Die Chefin der Werft, Jule Marten, nannte auch Zell als Ort, der Hilfe brauche.",
        "Die Chefin der Werft, Jule Marten, nannte auch Zell als Ort, der Hilfe brauche.",
    ),
    (
        "Die Bürgermeisterin wirft Ahrland seit Jahren vor, den Damm beschädigt zu haben.",
        "Ahrland hat den Damm beschädigt.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), COMPLETED, ids=[row[1] for row in COMPLETED])
def test_a_clause_gets_from_its_sentence_what_it_lacks(text: str, expected: str) -> None:
    article = STAGE.run(annotate(Article(id="invented", text=f"{text}\n")))
    last = passages(article)[-1]
    held = Holding(stance="asserts", rule="plain")
    wording = Wording(passage=last, vector={}, held=held)
    assert proposition_text([wording], {"invented": article}) == expected
