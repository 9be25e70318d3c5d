# ruff: noqa: E501 (an example is a row)
"""What sources are called: nominative, one name for one body, and unnamed people as such."""

from __future__ import annotations

import pytest
from storytelling import body, last_names, marked_article, source, told

from quellenlage.german.nominative import nominative, noun_nominative, paper_nominative
from quellenlage.model import Article, own_voice_source_id


@pytest.mark.parametrize(
    ("determiner", "words", "name"),
    [
        pytest.param("des", "deutschen Landesbauamtes", "Deutsches Landesbauamt", id="neuter"),
        pytest.param("des", "Parteivorstands", "Parteivorstand", id="masculine"),
        pytest.param("des", "Kongresses", "Kongress", id="double-s"),
        pytest.param("des", "Gebäudes", "Gebäude", id="noun-in-e"),
        pytest.param("dem", "peruanischen Zentrum", "Peruanisches Zentrum", id="dative"),
        pytest.param("der", "Hohen Kommission", "Hohe Kommission", id="feminine"),
        pytest.param("des", "Grünen Hauses", "Grünes Haus", id="capital-adjective"),
        pytest.param("des", "Kölner Doms", "Kölner Dom", id="town"),
        pytest.param("", "informierten Kreisen", "Informierte Kreise", id="plural"),
        pytest.param("das", "Gas", "Gas", id="s-of-the-stem"),
    ],
)
def test_a_name_stands_in_the_nominative(determiner: str, words: str, name: str) -> None:
    assert nominative(words.split(), determiner) == name


def test_without_a_genitive_no_ending_is_taken_off() -> None:
    assert noun_nominative("Hinweis", "der") == "Hinweis"


def test_a_paper_is_named_as_on_its_masthead() -> None:
    assert paper_nominative(["Neuen", "Inselzeitung"]) == "Neue Inselzeitung"
    assert paper_nominative(["Kölner", "Inselzeitung"]) == "Kölner Inselzeitung"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Das Landesbauamt (LBA) warnt. [Das deutsche Landesbauamt] prüft. [Die LBA] auch. Laut [des Landesbauamtes] ist es so.", ["Landesbauamt (LBA)"] * 3, id="inflected-and-short"),
        pytest.param("[LBA-Chefin Jule Marten] warnt. [Das Landesbauamt (LBA)] prüft. [Das LBA] auch.", ["Jule Marten", "Landesbauamt (LBA)", "Landesbauamt (LBA)"], id="short-form-first"),
        pytest.param("[Die Behörde für Brücken, National Bridge Centre (NBRC),] warnt. [Das peruanische Brückenzentrum NBRC] prüft. [Die Behörde für Brücken in dem Land] auch.", ["National Bridge Centre (NBRC)"] * 3, id="foreign-name"),
        pytest.param("Das Institut der Deutschen Brückenbauenden Vereinigung (DBV) zählt. [Die DBV] warnt.", ["Deutsche Brückenbauende Vereinigung (DBV)"], id="initials"),
        pytest.param("[Das Landesbauamt] warnt. [Die Baubehörde des Landes] prüft.", ["Landesbauamt"] * 2, id="description-in-one-article"),
        pytest.param("[Die Brückenbehörde Peruvia] warnt. [Die Brückenbehörde] prüft.", ["Brückenbehörde Peruvia"] * 2, id="with-its-own-name-and-without"),
        pytest.param("[Das Landesbauamt] warnt. [Das Bauamt Ahrau] prüft.", ["Landesbauamt", "Bauamt Ahrau"], id="two-offices-stay-two"),
        pytest.param("[Das Klinikum Unterwarner Bergwald] warnt. [Das Unterwarner Bergwald-Klinikum] prüft. [Das betroffene Klinikum] schwieg.", ["Klinikum Unterwarner Bergwald"] * 3, id="order-of-the-words"),
        pytest.param("[Die Holmwerk GmbH & Co. KG] warnt. [Holmwerk] prüft. [Der Konzern] schwieg.", ["Holmwerk GmbH & Co. KG"] * 3, id="legal-form"),
        pytest.param("[Das Landesverkehrsministerium] warnt. [Ein Sprecher des Ministeriums] sagte das.", ["Landesverkehrsministerium", "Sprecher (Landesverkehrsministerium)"], id="bare-ministry"),
        pytest.param("[Das Bundesverkehrsministerium] warnt. [Das Landesverkehrsministerium] prüft.", ["Bundesverkehrsministerium", "Landesverkehrsministerium"], id="levels-stay-apart"),
        pytest.param("[Der Träger, das Pflegezentrum des Landkreises Ahrau,] warnt.", ["Pflegezentrum des Landkreises Ahrau"], id="apposition"),
        pytest.param("[Fischereivereine] warnen. [Zahlreiche Behörden] auch.", ["Nicht genannte Fischereivereine", "Nicht genannte Behörden"], id="crowds"),
        pytest.param("Aus [peruanischen Regierungskreisen] hieß es.", ["Regierungskreise (Peru)"], id="insiders-of-a-state"),
        pytest.param("[CSU-Chef Markus Solder] warnt. [Der bayerische Minister der Bild] auch.", ["Markus Solder", "Bayerischer Minister"], id="to-a-paper-not-of-it"),
        pytest.param("[Präsident Ole Varn] schwieg. [Varns Sprecherin] sagte das. [Ein Kollege Varns] auch.", ["Ole Varn", "Nicht genannt: Varns Sprecherin", "Nicht genannt: Kollege"], id="whose-people-speak"),
        pytest.param("Nach Angaben [seines behandelnden Arztes] ist er wach.", ["Nicht genannt: Behandelnder Arzt"], id="his-doctor"),
        pytest.param("[Verschiedene US-Medien] melden das.", ["US-Medien"], id="short-form-in-a-compound"),
        pytest.param("[Die Fjordwerft AG] warnt. [Das britische Unternehmen] prüft. [Ein britisches Unternehmen] schwieg.", ["Fjordwerft AG", "Fjordwerft AG", "Britisches Unternehmen"], id="a-firm-by-its-home"),
        pytest.param("[Die Nachrichtenwebsite Fjordnews] meldet das. Auch [Fjordnews] schwieg.", ["Fjordnews"] * 2, id="website"),
        pytest.param("[Die Fjordwerft AG] warnt. [Acht weitere Unternehmen] prüfen.", ["Fjordwerft AG", "Nicht genannt: Acht Unternehmen"], id="a-number-of-firms"),
        pytest.param("[Eine informierte Person] sagte das.", ["Nicht genannt: Informierte Person"], id="a-person"),
        pytest.param("[Peru, Chile, Kuba] warnen.", ["Peru", "Chile", "Kuba"], id="list-of-states"),
        pytest.param("[Der peruanische Geheimdienst] warnt. [Die Geheimdienste dieser Länder] prüfen.", ["Peruanischer Geheimdienst", "Geheimdienst dieser Länder"], id="of-several-states"),
        pytest.param("Aus [Geheimdienstkreisen] hieß es.", ["Nicht genannte Geheimdienstkreise"], id="insiders-of-nobody-known"),
        pytest.param("[Außenstehende Beamte] zweifeln. [Die meisten Länder] schweigen.", ["Nicht genannte außenstehende Beamte", "Nicht genannte Länder"], id="adjectives"),
        pytest.param("Laut [der Mitteldeutschen Inselzeitung] ist das so.", ["Mitteldeutsche Inselzeitung"], id="paper"),
        pytest.param("[Der Nationale Geheimdienst (NGD)] in Oslo warnt. Laut [NGD Dänemark] ist es so.", ["Nationaler Geheimdienst (NGD)"] * 2, id="glued-state"),
        pytest.param("[Der russische Gesandte] widersprach.", ["Russischer Gesandter"], id="office-in-e"),
    ],
)  # fmt: skip
def test_one_body_is_one_source_and_two_are_two(text: str, names: list[str]) -> None:
    assert last_names(told(marked_article(text))) == names


def test_a_politician_in_a_paper_does_not_speak_for_it() -> None:
    analysis = told(marked_article("[SPD-Politikerin Jule Marten von der Inselzeitung] mahnte."))
    assert body(analysis, "Jule Marten") == "SPD"


def test_a_thing_is_nobodys_source() -> None:
    analysis = told(marked_article("[Der Verdacht auf Brandstiftung] bestätigte sich nicht."))
    assert [found.name for found in analysis.sources] == ["Inselbote"]


def test_the_author_of_a_release_and_the_firm_quoted_are_one_source() -> None:
    report = marked_article("[Holmwerk] wies das zurück.", id="a1")
    release = Article(id="a2", kind="release", outlet="Holmwerk AG", text="Wir prüfen die Tanks.")
    analysis = told(report, release)
    found = source(analysis, "Holmwerk AG")
    assert (found.id, found.kind) == (own_voice_source_id(release), "organisation")
