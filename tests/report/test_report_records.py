import csv
import io
import re
from pathlib import Path

import pytest
from invented import analysis, empty, hostile, many

from quellenlage.errors import InvalidCall, OutputError
from quellenlage.report import explain, summary_records, to_brief, write_tables
from quellenlage.report.texts import LANGUAGES, texts

CITED = re.compile(r"\[\d+, \d+\]")


def test_the_languages_have_the_same_texts() -> None:
    german, *others = (texts(lang).keys() for lang in LANGUAGES)
    assert all(keys == german for keys in others)


def test_the_languages_have_the_same_blanks() -> None:
    def blanks(lang: str) -> dict[str, set[str]]:
        found = texts(lang)
        return {key: set(re.findall(r"\{(\w+)\}", found(key))) for key in found.keys()}  # noqa: SIM118

    german, *others = map(blanks, LANGUAGES)
    assert all(found == german for found in others)


def test_the_claim_in_most_articles_comes_first() -> None:
    claims = summary_records(analysis()).stories[0].claims
    assert [(c.number, c.id) for c in claims] == [(1, "c-risse"), (2, "c-sperrung")]


def test_certainty_says_who_confirmed_who_objects_and_who_could_not_confirm() -> None:
    claim = summary_records(analysis()).stories[0].claims[0]
    assert claim.certainty == (
        "Bestätigt durch: Stadt Altfurt. Widerspruch oder Zweifel: Stellwerk. "
        "Nicht bestätigen konnte es: Stadt Altfurt."
    )


def test_certainty_names_the_one_origin_of_many_articles() -> None:
    claim = summary_records(analysis(), lang="en").stories[0].claims[1]
    assert claim.certainty == "2 articles, one single origin: Bauamt Altfurt."


def test_articles_of_one_text_are_said_to_be_one() -> None:
    lineage = summary_records(analysis()).stories[0].lineages[0]
    assert (
        lineage.sentence
        == "Altfurter Bote [1] und Kurier [2] sind ein Text, redaktionell bearbeitet."
    )


def test_labels_are_the_numbers_of_the_files() -> None:
    lineages = summary_records(analysis()).stories[0].lineages
    assert [a.label for line in lineages for a in line.articles] == ["1", "2", "3"]


def test_a_reference_names_article_and_sentence() -> None:
    claim = summary_records(analysis()).stories[0].claims[0]
    assert str(claim.references[0]) == "[1, 2]"


def test_an_explanation_shows_passage_chain_stance_and_rule() -> None:
    told = explain(analysis(), "c-risse")
    first = told.witnesses[0]
    assert first.passage.marked == "Die Brücke bei Altfurt habe 14 Risse"
    assert first.chain == ["Nordagentur", "Bauamt Altfurt"]
    assert (first.stance_text, first.rule) == ("behauptet", "plain")
    assert told.carriers == [["1", "2"], ["3"]]


def test_an_unknown_claim_is_a_wrong_call_that_names_known_ones() -> None:
    with pytest.raises(InvalidCall, match="c-risse"):
        explain(analysis(), "c-nix")


def test_every_sentence_of_the_brief_is_cited() -> None:
    lines = [line for line in to_brief(analysis()).splitlines() if line.startswith("- ")]
    own = [line for line in lines if not re.match(r"- \[\d\] ", line) and "ein Text" not in line]
    assert own
    assert [line for line in own if not CITED.search(line)] == []


def test_the_brief_tells_what_is_established_rests_on_one_and_changed() -> None:
    brief = to_brief(analysis())
    assert "**Die Brücke bei Altfurt hat 14 Risse.** Bestätigt durch: Stadt Altfurt." in brief
    assert "2 Artikel, ein einziger Ursprung: Bauamt Altfurt. [1, 2] [2, 2]" in brief
    assert "andere Zahl: 14 → 40 [3, 2]" in brief


def test_the_brief_of_an_analysis_without_claims_says_so() -> None:
    assert "keine Behauptung gefunden" in to_brief(empty())


def test_markup_in_an_article_is_plain_text_in_the_brief() -> None:
    brief = to_brief(hostile("<script>alert(1)</script> **x** [y](z)"))
    assert "<script>" not in brief.replace("\\<script\\>", "")
    assert "[y](z)" not in brief


def test_the_brief_of_two_hundred_articles_is_one_page() -> None:
    assert len(to_brief(many(200)).splitlines()) < 60


def test_tables_are_one_file_each(tmp_path: Path) -> None:
    write_tables(analysis(), tmp_path)
    names = [
        "articles",
        "assertions",
        "attributions",
        "claims",
        "discrepancies",
        "reuse",
        "sources",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{name}.csv" for name in names]


def test_a_table_has_the_passage_of_each_assertion(tmp_path: Path) -> None:
    write_tables(analysis(), tmp_path)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "assertions.csv").read_text())))
    assert len(rows) == 9
    assert rows[2]["text"] == "Die Brücke bei Altfurt habe 14 Risse"


def test_a_cell_never_runs_as_a_formula(tmp_path: Path) -> None:
    write_tables(hostile("=1+1"), tmp_path)
    rows = csv.DictReader(io.StringIO((tmp_path / "claims.csv").read_text()))
    assert {row["text"] for row in rows} == {"'=1+1"}


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="Could not create the folder"):
        write_tables(analysis(), tmp_path / "file" / "tables")


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        write_tables(analysis(), tmp_path)
    assert list(tmp_path.iterdir()) == []
