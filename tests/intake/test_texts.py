"""Text files: titles, paragraphs, debris and repairs, one row for each case."""

from __future__ import annotations

from pathlib import Path

import pytest

from quellenlage.intake import read
from quellenlage.model import Article

LONG = "Der Deich an der Warne hält nach Angaben des Amtes auch dem nächsten Hochwasser stand."


def article(folder: Path, text: str | bytes, name: str = "a.txt") -> Article:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read([path]).articles[0]


def test_a_short_first_line_above_a_blank_line_is_the_title_and_stays_first(tmp_path: Path) -> None:
    found = article(tmp_path, f"Deich an der Warne hält\n\n{LONG}\n")
    assert found.title == "Deich an der Warne hält"
    assert found.text == f"Deich an der Warne hält\n\n{LONG}"
    assert found.provenance["title"] == "short first line above a blank line"


def test_without_a_blank_line_there_is_no_title_and_every_line_is_a_paragraph(
    tmp_path: Path,
) -> None:
    found = article(tmp_path, f"{LONG}\n{LONG}\nSo das Amt.")
    assert found.title is None
    assert found.text == f"{LONG}\n\n{LONG}\n\nSo das Amt."
    assert found.repairs == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("WERBUNG", "advertisement", id="advertisement-mark"),
        pytest.param("- - -", "other", id="separator"),
        pytest.param("Warnebote Startseite Wetter Newsletter", "navigation", id="menu"),
        pytest.param("Lesen Sie auch: Warum der Deich bricht", "related", id="related"),
        pytest.param("Related News :", "related", id="english-related"),
        pytest.param("Amtsleiterin Ada Warn Bild: Varn/Bildbund", "caption", id="caption"),
        pytest.param(
            "Der Deich To view this video please enable JavaScript", "player", id="player"
        ),
        pytest.param("av/bw (dpa, afp)", "credit", id="credit-with-initials"),
        pytest.param("(dpa/wk)", "credit", id="credit-in-brackets"),
        pytest.param("dpa/AFP", "credit", id="bare-credit"),
        pytest.param(
            "[Unser Newsletter: jeden Morgen kostenlos.]", "advertisement", id="newsletter"
        ),
    ],
)
def test_debris_goes_to_removed_with_its_kind(tmp_path: Path, text: str, kind: str) -> None:
    found = article(tmp_path, f"{LONG}\n\n{text}\n\n{LONG}")
    assert found.text == f"{LONG}\n\n{LONG}"
    assert [(item.kind, item.text) for item in found.removed] == [(kind, text)]


def test_agencies_are_read_into_credits_before_their_line_goes(tmp_path: Path) -> None:
    assert article(tmp_path, f"{LONG}\n\nav/bw (dpa, afp)").credits == ["dpa", "afp"]


def test_a_credit_at_the_end_of_a_paragraph_goes_without_the_paragraph(tmp_path: Path) -> None:
    found = article(tmp_path, f"{LONG} (dpa, Wkr)")
    assert (found.text, found.credits) == (LONG, ["dpa"])


def test_an_agency_in_a_dateline_stays_and_is_a_credit(tmp_path: Path) -> None:
    found = article(tmp_path, f"WARNAU (dpa) – {LONG}")
    assert (found.text, found.credits) == (f"WARNAU (dpa) – {LONG}", ["dpa"])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Er las die Anzeige in der Zeitung und ging zum Amt.", id="word-anzeige"),
        pytest.param("Der Verein (gegründet 1901) baut einen Deich.", id="brackets"),
        pytest.param("Die Seite www.deich.de und post@deich.de sind erreichbar.", id="addresses"),
        pytest.param("Die MitarbeiterInnen von YouTube und BioNTech kamen, sagte sie.", id="camel"),
        pytest.param("Es sind z.B. 1,2 Millionen Euro, also 3.500 je Haus.", id="numbers"),
        pytest.param('Er fragte: "Was nun?" und ging.', id="quote-and-on"),
    ],
)
def test_sound_text_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    found = article(tmp_path, text)
    assert (found.text, found.removed, found.repairs) == (text, [], [])


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        pytest.param("Er kam.Warnau blieb.", "Er kam. Warnau blieb.",
                     "missing_space", id="sentences"),
        pytest.param("Er kam,Der Ort", "Er kam, Der Ort", "missing_space", id="clauses"),
        pytest.param("Sie solle.„Wir gehen“", "Sie solle. „Wir gehen“",
                     "missing_space", id="quote"),
        pytest.param("Fünf Soldatenwas kamen.", "Fünf Soldaten was kamen.",
                     "missing_space", id="word"),
        pytest.param("Essei zu früh.", "Es sei zu früh.", "missing_space", id="subjunctive"),
        pytest.param("weist es zurückDas Amt", "weist es zurück\n\nDas Amt",
                     "missing_space", id="crosshead"),
        pytest.param("FÃ¼r den Deich", "Für den Deich", "encoding", id="mojibake"),
        pytest.param("Deich &amp; Damm", "Deich & Damm", "encoding", id="entity"),
        pytest.param("Hoch\xadwasser kam", "Hochwasser kam", "hyphenation", id="soft-hyphen"),
        pytest.param("Der Deich und\nder Damm", "Der Deich und der Damm", "other", id="hard-break"),
        pytest.param("Das Hoch-\nwasser kam", "Das Hochwasser kam", "hyphenation", id="cut-word"),
    ],
)  # fmt: skip
def test_mechanical_damage_is_mended_and_told(
    tmp_path: Path, before: str, after: str, kind: str
) -> None:
    found = article(tmp_path, before)
    assert found.text == after
    assert [repair.kind for repair in found.repairs] == [kind]
    repair = found.repairs[0]
    assert found.text[repair.start : repair.end] == repair.after


def test_a_crosshead_that_ends_in_a_verb_stays_a_line_of_its_own(tmp_path: Path) -> None:
    text = "Der Kreis wirft Ahrland vor, den Bau der neuen Brücke verhindern zu wollen"
    assert "wollen\n" in article(tmp_path, f"{text}\nLandrat Holm kritisierte das scharf.").text


def test_words_joined_by_a_hanging_hyphen_stay_two(tmp_path: Path) -> None:
    assert article(tmp_path, "Die Deich-\nund Dammbauer kamen.").text == (
        "Die Deich- und Dammbauer kamen."
    )


def test_doubtful_grammar_is_told_and_not_rewritten(tmp_path: Path) -> None:
    text = "Wenn die Daten stimmen, Es wäre der erste Bruch seit Jahren."
    found = article(tmp_path, text)
    assert found.text == text
    assert [warning.code for warning in found.warnings] == ["capital_in_sentence"]


def test_a_name_one_letter_off_is_told(tmp_path: Path) -> None:
    found = article(tmp_path, "Das LUA prüft. Das LUA misst. Das LOA schweigt.")
    assert [(w.code, w.message) for w in found.warnings] == [("garbled_name", "perhaps LUA")]


def test_meta_json_beside_the_files_gives_outlet_family_and_time(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text(
        '[{"file": "a.txt", "outlet": "zeit.de", "published": "2021-03-04T08:00:00+01:00", '
        '"title": "Deich hält", "url": "https://www.zeit.de/deich"}]'
    )
    found = article(tmp_path, f"Deich hält\n\n{LONG}")
    assert (found.outlet, found.family) == ("ZEIT ONLINE", "Zeitverlag")
    assert found.published == "2021-03-04T08:00:00+01:00"
    assert found.provenance["title"] == "meta.json"
    assert found.text.count("Deich hält") == 1


def test_meta_json_may_be_an_object_of_file_names(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"a.txt": {"outlet": "zeit.de"}}')
    assert article(tmp_path, LONG).outlet == "ZEIT ONLINE"


@pytest.mark.parametrize("told", ['{"a.txt": 1}', "[", '"a.txt"', "{}"])
def test_a_meta_json_that_cannot_be_read_is_told_once_and_loses_no_article(
    tmp_path: Path, told: str
) -> None:
    (tmp_path / "meta.json").write_text(told)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name} {LONG}")
    found = read([tmp_path])
    assert len(found.articles) == 2
    assert [Path(problem.path).name for problem in found.problems] == ["meta.json"]


def test_a_title_known_from_beside_the_text_goes_on_top(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('[{"file": "a.txt", "title": "Deich hält"}]')
    assert article(tmp_path, LONG).text == f"Deich hält\n\n{LONG}"


def test_front_matter_is_read_and_goes(tmp_path: Path) -> None:
    text = f"---\ntitle: Deich hält\ndate: 2021-03-04\nauthors: [Ada Warn]\n---\n\n{LONG}\n"
    found = article(tmp_path, text, "a.md")
    assert (found.title, found.published, found.authors) == (
        "Deich hält", "2021-03-04", ["Ada Warn"],
    )  # fmt: skip


def test_the_name_of_the_site_above_the_title_is_the_outlet(tmp_path: Path) -> None:
    found = article(tmp_path, f"WarneBote Deutsch\n\nDeich an der Warne hält\n\n{LONG}")
    assert (found.outlet, found.title) == ("WarneBote", "Deich an der Warne hält")


def test_the_same_article_twice_gets_two_ids_and_the_first_keeps_its_own(tmp_path: Path) -> None:
    alone = article(tmp_path, LONG)
    (tmp_path / "b.txt").write_text(LONG)
    first, second = read([tmp_path]).articles
    assert first.id == alone.id != second.id


def test_the_seeds_lose_their_debris_and_nothing_else(shared: Path) -> None:
    found = {Path(a.path or "").name[:3]: a for a in read([shared / "seeds"]).articles}
    assert [r.kind for r in found["002"].removed].count("advertisement") == 3
    assert found["002"].outlet == "DayFR"
    assert found["004"].credits == ["dpa", "afp"]
    assert found["000"].removed == found["001"].removed == found["003"].removed == []
