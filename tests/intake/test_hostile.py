"""Bad and hostile input: one sentence each, the rest of the run unharmed."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.errors import InvalidCall, NothingReadable, UnreadableInput
from quellenlage.intake import IntakeOptions, read
from quellenlage.intake.assembly import article_of
from quellenlage.intake.read import read_bytes

SOUND = "Der Deich an der Warne hält."


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n\t ", "is empty", id="blank"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "is a PDF, not a text", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(90), "is a PNG image, not a text", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(90), "is a JPEG image, not a text", id="jpeg"),
        pytest.param(b"PK\x03\x04" + bytes(90), "is a ZIP archive, not a text", id="zip"),
        pytest.param(bytes(range(32)) * 9, "is a binary file, not a text", id="binary"),
        pytest.param(b"x" * 5001, "is larger than the limit of 0.005 MB", id="large"),
    ],
)
def test_what_is_no_text_is_told_and_the_others_are_read(
    tmp_path: Path, data: bytes, told: str
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_text(SOUND)
    found = read([tmp_path], options=IntakeOptions(largest_file=5000))
    assert [article.text for article in found.articles] == [SOUND]
    assert [p.message for p in found.problems] == [f"{tmp_path / 'a.txt'} {told}; left out."]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Für Öl".encode("latin-1"), id="latin-1"),
        pytest.param("Für Öl".encode("utf-16"), id="utf-16"),
        pytest.param("Für Öl und den Deich".encode("utf-16-le"), id="utf-16-without-mark"),
        pytest.param("Für Öl".encode("utf-8-sig"), id="utf-8-with-mark"),
    ],
)
def test_other_encodings_are_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert read([tmp_path]).articles[0].text.startswith("Für Öl")


def test_odd_bytes_in_utf_8_are_mended_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Für die Dämme ".encode() + "übrig".encode("latin-1"))
    article = read([tmp_path]).articles[0]
    assert article.text == "Für die Dämme übrig"
    assert [(r.kind, r.after) for r in article.repairs] == [("encoding", "übrig")]


def test_a_missing_path_alone_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(InvalidCall, match="there is no such file or folder"):
        read([tmp_path / "none.txt"])


def test_a_missing_path_beside_others_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SOUND)
    found = read([tmp_path / "a.txt", tmp_path / "none.txt"])
    assert [p.slug for p in found.problems] == ["missing-path"]


def test_a_folder_with_nothing_readable_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(b"x")
    with pytest.raises(NothingReadable, match="holds no text or HTML file"):
        read([tmp_path])


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SOUND)
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(NothingReadable, match="no permission"):
        read([tmp_path / "a.txt"])


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SOUND.encode())))
    article = read(["-"]).articles[0]
    assert (article.path, article.text) == ("-", SOUND)


def test_a_glob_means_its_matches_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(name)
    assert [a.text for a in read([str(tmp_path / "*.txt")]).articles] == ["a.txt", "b.txt"]


def test_another_language_is_marked_and_kept(tmp_path: Path) -> None:
    text = "The dam on the river holds, the agency said on Monday. " * 5
    (tmp_path / "a.txt").write_text(text)
    article = read([tmp_path]).articles[0]
    assert (article.language, article.warnings[0].code) == ("en", "not_german")
    assert article.text == text.strip()


def test_a_text_of_one_word_is_german(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Deich")
    assert read([tmp_path]).articles[0].language == "de"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 10_000 + SOUND, id="nested"),
        pytest.param("<html><body><script>" + "x=1;" * 999, id="script-only"),
        pytest.param("<html><p>" + SOUND, id="truncated"),
        pytest.param("<html><script type='application/ld+json'>{{{</script><p>x", id="json"),
        pytest.param("<html><script type='application/ld+json'>" + "[" * 9999, id="deep-json"),
        pytest.param("<html><meta charset='klingon'><p>" + SOUND, id="charset"),
        pytest.param("<!DOCTYPE html [<!ENTITY a 'b'>]><html><p>&a;" + SOUND, id="entities"),
        pytest.param("<html>\x00<p>a\x00b " + SOUND, id="zero-bytes"),
    ],
)
def test_a_hostile_page_is_read_or_told(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "b.txt").write_text(SOUND)
    assert read([tmp_path]).articles[-1].text == SOUND


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wort " * 200_000, id="no-punctuation"),
        pytest.param("a,b." * 100_000, id="punctuation"),
        pytest.param("„" * 50_000, id="quotes"),
        pytest.param("[" * 50_000, id="brackets"),
        pytest.param("und\n" * 50_000, id="lines"),
        pytest.param("🙂" * 50_000, id="emoji"),
        pytest.param('Er sagte."Wir ' * 10_000, id="straight-quotes"),
    ],
)
def test_a_long_odd_text_takes_seconds_at_most(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    start = time.process_time()
    assert read([tmp_path]).articles
    assert time.process_time() - start < 10


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_or_a_sentence(data: bytes) -> None:
    for name in ("a.txt", "a.html", "a.md"):
        try:
            drafts = read_bytes(data, name)
        except UnreadableInput:
            continue
        for draft in drafts:
            article = article_of(draft)
            for repair in article.repairs:
                assert article.text[repair.start : repair.end] == repair.after


@settings(max_examples=200, deadline=None)
@given(st.text('aA ä.,"„“\n-&;Ã¼dasDer1[]()xX|', max_size=300))
def test_repairs_are_always_placed_on_what_they_made(text: str) -> None:
    for draft in read_bytes(("x" + text).encode(), "a.txt"):
        article = article_of(draft)
        for repair in article.repairs:
            assert article.text[repair.start : repair.end] == repair.after
