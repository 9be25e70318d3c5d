# ruff: noqa: E501 (an example is a row)
"""What the words of a speaker say, without the text around them."""

from __future__ import annotations

import pytest

from quellenlage.german.speakercontext import joint_parts
from quellenlage.german.speakerphrases import read_phrase

NAMES = {"Ole Varn": "PER", "Varn": "PER", "Fjordwerft": "ORG", "Jule Marten": "PER"}


@pytest.mark.parametrize(
    ("text", "form", "name", "state"),
    [
        pytest.param("Ole Varn", "person", "Ole Varn", "", id="full-name"),
        pytest.param("Präsident Ole Varn", "person", "Ole Varn", "", id="office-and-name"),
        pytest.param("der peruanische Außenminister Ole Varn", "person", "Ole Varn", "Peru", id="adjective"),
        pytest.param("US-Finanzministerin Jule Marten", "person", "Jule Marten", "USA", id="compound-state"),
        pytest.param("Dr. Varn von der Fjordwerft", "person", "Varn", "", id="title-and-surname"),
        pytest.param("Lima", "state", "Peru", "Peru", id="capital"),
        pytest.param("die Niederlande", "state", "Niederlande", "Niederlande", id="state"),
        pytest.param("des Robert-Koch-Instituts", "institution", "Robert Koch-Institut", "", id="known-body"),
        pytest.param("dem Inselkurier-Blatt", "medium", "Inselkurier-Blatt", "", id="paper-by-form"),
        pytest.param("die Nachrichtenagentur Reuters", "medium", "Reuters", "", id="agency"),
        pytest.param("chilenische Medien", "media", "medien", "Chile", id="media"),
        pytest.param("Chilenische Medien", "media", "medien", "Chile", id="media-capital"),
        pytest.param("ihm", "pronoun", "", "", id="pronoun"),
        pytest.param("Demnach", "anaphor", "", "", id="anaphor"),
        pytest.param("den Angaben", "anaphor", "", "", id="the-said"),
        pytest.param("eigenen Angaben", "anaphor", "self", "", id="own-words"),
        pytest.param("man", "impersonal", "", "", id="impersonal"),
        pytest.param("Berichten", "report", "Berichten", "", id="reports"),
        pytest.param("dem Vernehmen", "hearsay", "", "", id="hearsay"),
        pytest.param("der norwegische Geheimdienst", "body", "norwegische Geheimdienst", "Norwegen", id="body"),
    ],
)  # fmt: skip
def test_a_phrase_is_read(text: str, form: str, name: str, state: str) -> None:
    phrase = read_phrase(text, NAMES)
    assert (phrase.form, phrase.name, phrase.state) == (form, name, state)


@pytest.mark.parametrize(
    ("text", "form", "owner"),
    [
        pytest.param("eine Sprecherin der Feuerwehr", "office", "body", id="genitive"),
        pytest.param("Polizeisprecher Ole Varn", "person", "body", id="compound"),
        pytest.param("NATO-Sprecher Ole Varn", "person", "institution", id="hyphen"),
        pytest.param("Fjordwerft-Chef Ole Varn", "person", "name", id="company"),
        pytest.param("Bundesumweltministerin Jule Marten", "person", "institution", id="federal"),
        pytest.param("Angaben der Polizei", "report", "body", id="information"),
        pytest.param("Behördenangaben", "report", "body", id="information-compound"),
        pytest.param("Schätzungen aus Lima", "report", "state", id="information-place"),
        pytest.param("Regierungskreisen", "insiders", "body", id="insiders"),
        pytest.param("RKI-Erkenntnissen", "report", "institution", id="acronym-compound"),
    ],
)
def test_a_phrase_tells_whose_it_is(text: str, form: str, owner: str) -> None:
    phrase = read_phrase(text, NAMES)
    assert phrase.owner is not None
    assert (phrase.form, phrase.owner.form) == (form, owner)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("Die USA und die NATO", ["Die USA", "die NATO"], id="two"),
        pytest.param("Peru, Chile und Bolivien", ["Peru", "Chile", "Bolivien"], id="three"),
        pytest.param("Bundesamt für Migration und Flüchtlinge", None, id="one-name"),
        pytest.param("Bosnien und Herzegowina", None, id="one-state"),
        pytest.param("Varn, Leiter für Gesundheit und Recht", None, id="one-office"),
    ],
)
def test_joint_speakers_are_parted_and_names_are_not(text: str, parts: list[str] | None) -> None:
    assert [text[start:end] for start, end in joint_parts(text, NAMES)] == (parts or [text])


@pytest.mark.parametrize(
    "text", ["", " ", ",", "(", "„“", "der", "🙂", "x" * 10_000, "von von von"]
)
def test_no_text_breaks_the_reading(text: str) -> None:
    read_phrase(text)
    joint_parts(text)
