# ruff: noqa: E501 (an example is a row)
"""Who is who in invented stories: speakers are marked by square brackets, see `storytelling`."""

from __future__ import annotations

import pytest
from storytelling import body, chains, last_names, marked_article, source, told

from quellenlage.model import own_voice_source_id


def test_a_service_is_one_source_under_all_its_names() -> None:
    analysis = told(
        marked_article("[Norwegens Geheimdienst] warnt. [Der Zentrale Geheimdienst] teilte mit, Schiffe seien ausgelaufen.", id="a1"),
        marked_article("[Der Zentrale Nachrichtendienst (ZND) in Oslo] meldete das. Laut [dem ZND] ist es wahr. [Der ZND] schwieg.", id="a2"),
        marked_article("[Der norwegische Spionagedienst] sagte das. [Der Central Intelligence Service (ZND)] blieb dabei.", id="a3"),
    )  # fmt: skip
    assert set(last_names(analysis)) == {"Zentraler Nachrichtendienst (ZND)"}
    assert body(analysis, "Zentraler Nachrichtendienst (ZND)") == "Norwegen"


def test_a_short_form_one_letter_off_is_an_alias_and_a_warning() -> None:
    analysis = told(
        marked_article("[Der Zentrale Nachrichtendienst (ZND)] in Oslo meldete das. [Der ZND] blieb dabei. [Die ZUD] kann irren.")
    )  # fmt: skip
    assert "ZUD" in source(analysis, "Zentraler Nachrichtendienst (ZND)").aliases
    assert [warning.code for warning in analysis.articles[0].warnings] == ["garbled_name"]


def test_a_bare_surname_means_him_whom_the_article_is_about() -> None:
    between = "Der Damm steht fest, und alle Pumpen laufen wie am Tag zuvor. " * 10
    analysis = told(
        marked_article(f"[Präsident Ole Varn] ist krank. {between}[Varn] schwieg. Auch [Jana Varn] kam.")
    )  # fmt: skip
    assert last_names(analysis) == ["Ole Varn", "Ole Varn", "Jana Varn"]


def test_services_of_two_states_stay_apart() -> None:
    analysis = told(marked_article("[Der finnische Geheimdienst] warnt. [Der estnische Geheimdienst] auch."))  # fmt: skip
    assert len(set(last_names(analysis))) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("[Präsidentin Jule Marten] lehnt ab. [Marten] sagte das. [Sie] blieb dabei.", ["Jule Marten"] * 3, id="surname-and-pronoun"),
        pytest.param("[Landrätin Jule Marten (SPD)] mahnte. [Die Landrätin] blieb dabei. [Die SPD-Politikerin] bat um Geduld.", ["Jule Marten"] * 3, id="description"),
        pytest.param("[Ole Varn] lehnt ab, [Jan Varn] stimmt zu.", ["Ole Varn", "Jan Varn"], id="two-of-one-surname"),
        pytest.param("[Außenminister Ole Varn] kam. [Der Chefdiplomat] sagte das.", ["Ole Varn"] * 2, id="chief-diplomat"),
        pytest.param("[Ein Sprecher der Stadt Ulm] sagte das. [Der Sprecher] blieb dabei.", ["Sprecher (Stadt Ulm)"] * 2, id="unnamed"),
        pytest.param("Die Firma Nordkahn schweigt. [Das Unternehmen] teilte das mit. [Der Konzern] auch.", ["Nordkahn"] * 2, id="company"),
        pytest.param("[Lima] wies das zurück. [Die Führung in Lima] blieb dabei. [Die peruanische Regierung] auch.", ["Peru"] * 3, id="metonyms"),
        pytest.param("[Viele Experten] zweifeln. [Experten] warnen.", ["Nicht genannte Experten"] * 2, id="anonymous"),
        pytest.param("[Der Kreis Ahrau] warnt. [Das Landratsamt] blieb dabei. [Die Behörde] schwieg.", ["Kreis Ahrau"] * 3, id="district"),
        pytest.param("[Dem Vernehmen] nach ist das so.", ["Hörensagen (dem Vernehmen nach)"], id="hearsay"),
        pytest.param("[Peru] wies das zurück. [Demnach] ist alles gut.", ["Peru"] * 2, id="demnach"),
        pytest.param("[Die Polizei] teilte das mit. [Den Angaben] zufolge stimmt es.", ["Polizei"] * 2, id="the-said"),
    ],
)  # fmt: skip
def test_a_reference_is_understood(text: str, names: list[str]) -> None:
    assert last_names(told(marked_article(text))) == names


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param("[NATO-Generalsekretär Ole Varn] kam.", "Ole Varn", "NATO", id="alliance"),
        pytest.param("[US-Verteidigungsminister Ole Varn] kam.", "Ole Varn", "USA", id="state-in-compound"),
        pytest.param("[Der Sprecher des Sicherheitsrates in Washington, Ole Varn,] kam.", "Ole Varn", "USA", id="council-by-seat"),
        pytest.param("Peru lehnt ab. [Präsidentensprecher Ole Varn] sagte das.", "Ole Varn", "Peru", id="state-of-context"),
        pytest.param("Chile ist besorgt. Das sagte [die Sprecherin des Außenministeriums Jule Marten].", "Jule Marten", "Chile", id="ministry-of-context"),
        pytest.param("[Der Chef des Auswärtigen Ausschusses der Duma, Ole Varn,] kam.", "Ole Varn", "Russland", id="parliament"),
        pytest.param("[Die Sprecherin des Gesundheitsamts, Jule Marten,] warnte.", "Jule Marten", "Gesundheitsamt", id="authority"),
        pytest.param("[Jule Marten (SPD)] forderte das.", "Jule Marten", "SPD", id="party"),
        pytest.param("[Professorin Jule Marten von der Universität Kiel] zweifelt.", "Jule Marten", "Jule Marten", id="scholars-speak-for-themselves"),
        pytest.param("[Das Auswärtige Amt in Berlin] warnte.", "Auswärtiges Amt", "Deutschland", id="ministry"),
        pytest.param("[Das hessische Innenministerium] warnte.", "Hessisches Innenministerium", "Hessen", id="land-ministry"),
        pytest.param("Aus [CDU-Kreisen] hieß es.", "CDU-Kreise (CDU)", "CDU", id="insiders"),
    ],
)  # fmt: skip
def test_everybody_speaks_for_a_body(text: str, name: str, expected: str) -> None:
    assert body(told(marked_article(text)), name) == expected


def test_a_relay_stays_in_the_chain_and_with_the_pronoun_after_it() -> None:
    text = "[1: Chilenische Medien] berichteten unter Berufung auf [1: Ole Varn] davon. [Er] blieb dabei."  # fmt: skip
    assert chains(told(marked_article(text))) == [["Chilenische Medien", "Ole Varn"]] * 2


def test_joint_speakers_have_a_chain_each() -> None:
    text = "[1a: Die USA], [1b: Peru] und [1c: ihre Partner] warfen Chile das vor."
    assert chains(told(marked_article(text)))[:2] == [["USA"], ["Peru"]]


def test_the_intelligence_of_a_speaker_is_that_of_his_state() -> None:
    text = "[Der finnische Geheimdienst] warnt. [1: Der estnische Präsident Ole Varn] sagte, [1: unseren Geheimdienstinformationen] zufolge sei es so."  # fmt: skip
    assert chains(told(marked_article(text)))[1] == ["Ole Varn", "Estnischer Geheimdienst"]


def test_a_name_in_one_article_explains_the_surname_in_another() -> None:
    analysis = told(
        marked_article("[Der peruanische Präsident Ole Varn] lehnt ab.", id="a1"),
        marked_article("[Varn] lehnt ab.", id="a2"),
    )
    assert last_names(analysis) == ["Ole Varn", "Ole Varn"]


def test_every_outlet_is_the_source_of_its_own_voice() -> None:
    article = marked_article("Es regnet.", id="017_abc", outlet=None)
    analysis = told(article)
    assert source(analysis, "Artikel 017").id == own_voice_source_id(article)


def test_an_outlet_that_is_quoted_is_the_one_that_reports() -> None:
    analysis = told(
        marked_article("Laut [Neuer Insel-Zeitung] regnet es.", id="a1"),
        marked_article("Es regnet.", id="a2", outlet="Neue Insel-Zeitung"),
    )
    names = [found.name for found in analysis.sources if found.kind == "outlet"]
    assert names.count("Neue Insel-Zeitung") == 1


def test_further_articles_rename_nobody() -> None:
    first = marked_article("[Der peruanische Präsident Ole Varn] lehnt ab. [Lima] auch.", id="a1")
    second = marked_article("[Chile] stimmt zu.", id="a2")
    before = {found.id: found.name for found in told(first).sources}
    after = {found.id: found.name for found in told(first, second).sources}
    assert before.items() <= after.items()


@pytest.mark.parametrize(
    "text", ["", "[]", "[x]", "[🙂]", "[er] " * 300, "[" + "Wort " * 2000 + "]"]
)
def test_no_text_breaks_it(text: str) -> None:
    told(marked_article(text))


def test_every_id_that_is_used_is_a_source() -> None:
    analysis = told(marked_article("[Polizeisprecher Ole Varn] sagte das der Stadt Ulm. [Er] blieb dabei."))  # fmt: skip
    known = {found.id for found in analysis.sources}
    used = {found.body for found in analysis.sources if found.body}
    for article in analysis.articles:
        used |= {id for a in article.attributions for chain in a.chains for id in chain}
        used |= {mention.source for mention in article.mentions if mention.source}
    assert used <= known


def test_the_media_are_all_papers_that_were_named_together() -> None:
    analysis = told(marked_article("Der [1a: Hafenkurier] und die [1b: Neue Inselzeitung] hatten berichtet. Es brennt laut [2: den Medien] noch."))  # fmt: skip
    assert chains(analysis)[-2:] == [["Hafenkurier"], ["Neue Inselzeitung"]]


def test_the_paper_is_the_one_named_last() -> None:
    analysis = told(marked_article("[Die Neue Inselzeitung] meldete das. Es brennt laut [der Zeitung] noch."))  # fmt: skip
    assert last_names(analysis) == ["Neue Inselzeitung"] * 2
