"""What stands out, the way to it, and what is said of it in words."""

import msgspec
import pytest
from invented import analysis, place, talkative

from quellenlage.model import Reuse
from quellenlage.report import summary_records
from quellenlage.report.answers import answers, matrix
from quellenlage.report.differences import value_text
from quellenlage.report.index import Index, spoken_for
from quellenlage.report.page import AT_ALL, EXPLAINED, page
from quellenlage.report.texts import texts

GERMAN = texts("de")


def test_what_stands_out_names_its_claims() -> None:
    (story,) = page(analysis(), GERMAN).stories
    found = {finding.name: finding.claims for finding in story.findings}
    assert found == {
        "circular": [2],
        "contested": [1],
        "unconfirmed": [1],
        "figure": [1],
        "place": [1],
        "hardened": [1],
    }


def test_a_claim_is_flagged_with_what_its_line_does_not_say() -> None:
    (story,) = page(analysis(), GERMAN).stories
    assert story.flags == {1: ["figure", "place", "hardened"]}


def test_every_number_of_the_overview_that_is_not_nought_leads_somewhere() -> None:
    (story,) = page(analysis(), GERMAN).stories
    assert set(story.leads) == {f.name for f in story.summary.figures if f.number}
    assert story.leads["circular"] == "k1-2"


def test_claims_beyond_what_a_page_holds_are_counted() -> None:
    (story,) = page(talkative(600), GERMAN).stories
    assert (story.shown, story.unexplained) == (EXPLAINED, 602 - EXPLAINED)
    assert EXPLAINED <= AT_ALL


def test_an_answer_stands_in_its_sentence() -> None:
    index = Index(analysis())
    lines = summary_records(analysis()).stories[0].claims
    denied = next(a for a in answers(lines, index, GERMAN) if a.body == "Stellwerk")
    assert denied.entries[0].passage.marked == "Die Baufirma Stellwerk bestreitet das"


def test_who_confirmed_first_and_is_unsure_later_is_not_said_to_confirm_later() -> None:
    plain = analysis()
    claim = plain.claims[1]
    turned = {"cannot_confirm": "confirms", "confirms": "cannot_confirm"}
    said = [
        msgspec.structs.replace(a, stance=turned.get(a.stance, a.stance)) for a in claim.assertions
    ]
    told = msgspec.structs.replace(
        plain, claims=[plain.claims[0], msgspec.structs.replace(claim, assertions=said)]
    )
    lines = summary_records(told).stories[0].claims
    city = next(a for a in answers(lines, Index(told), GERMAN) if a.body == "Stadt Altfurt")
    assert city.sentence == "Hat etwas bestätigt und kann anderes nicht bestätigen."


def test_a_sign_in_the_table_names_its_passage() -> None:
    index = Index(analysis())
    rows = matrix(summary_records(analysis()).stories[0].claims, index, GERMAN).rows
    office = next(row for row in rows if row.name == "Bauamt Altfurt")
    assert [str(s.reference) for cell in office.cells for s in cell.stances] == ["[1, 2]", "[1, 2]"]


def test_houses_that_are_known_are_counted_apart_from_unknown_ones() -> None:
    claim = summary_records(analysis()).stories[0].claims[0]
    assert (claim.families, claim.unknown_outlets) == (2, 1)


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        ("≥3000", "figure", "mindestens 3.000"),
        ("51.9", "figure", "51,9"),
        ("≤12000", "figure", "höchstens 12.000"),
        ("≈7000", "figure", "etwa 7.000"),
        ("1029", "figure", "1.029"),
        ("2031-05-05", "date", "5.5.2031"),
        ("denied", "status", "bestritten"),
        ("Altfurt", "place", "Altfurt"),
    ],
)
def test_a_value_is_written_as_people_write_it(value: str, kind: str, said: str) -> None:
    assert value_text(value, kind, GERMAN) == said


@pytest.mark.parametrize(
    ("speaker", "body", "said"),
    [
        ("Anna Roth", "Bauamt", "Anna Roth (Bauamt)"),
        ("Anna Roth", "Landesamt (LA)", "Anna Roth, Landesamt (LA)"),
        ("Sprecherin (Bauamt)", "Bauamt", "Sprecherin (Bauamt)"),
        ("Landesamt (LA)", "Land", "Landesamt (LA, Land)"),
    ],
)
def test_a_speaker_is_named_with_the_body_once(speaker: str, body: str, said: str) -> None:
    assert spoken_for(speaker, body) == said


def test_who_is_quoted_without_a_claim_stands_in_the_margin() -> None:
    plain = analysis()
    told = page(msgspec.structs.replace(plain, claims=[]), GERMAN)
    assert told.articles[0].paragraphs[1].quoted == ["Bauamt Altfurt"]


def test_one_text_is_explained_by_the_sentences_in_common() -> None:
    plain = analysis()
    bote, kurier, _ = plain.articles
    words = "Die Stadt könne das nicht bestätigen."
    more = Reuse(id="r-2", a=place(bote, words), b=place(kurier, words), kind="verbatim", score=1)
    told = msgspec.structs.replace(plain, reuse=[*plain.reuse, more])
    line = summary_records(told).stories[0].lineages[0]
    assert line.reason == "Gemeinsam in beiden: 2 Sätze."
    assert [str(r) for r in line.references] == ["[1, 2]", "[2, 2]"]
