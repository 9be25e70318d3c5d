"""What inputs mean: files, folders, globs, standard input; encodings and languages of texts."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from tests.intake.make_examples import warc
from tests.intake.test_hostile import SOUND

from quellenlage.errors import InvalidCall, NothingReadable
from quellenlage.intake import IntakeOptions, read, stream
from quellenlage.model import Article, to_json
from quellenlage.pipeline import run


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


def test_a_text_in_another_language_is_kept_out_of_the_german_stages(tmp_path: Path) -> None:
    text = 'The dam holds, the agency said on Monday. "It will hold", said Ada Warn, its head. '
    (tmp_path / "a.txt").write_text(text * 4)
    analysis = run(read([tmp_path]).articles)
    assert analysis.articles[0].language == "en"
    assert analysis.articles[0].attributions == [] == analysis.claims


def test_a_file_whose_name_is_no_text_is_written_all_the_same(tmp_path: Path) -> None:
    name = b"deich-\xff.txt".decode("utf-8", "surrogateescape")
    (tmp_path / name).write_text(SOUND)
    assert b"deich-" in to_json(run(read([tmp_path]).articles))


@pytest.mark.nightly
def test_a_gigabyte_of_web_archive_needs_no_more_memory_than_a_little(tmp_path: Path) -> None:
    import resource

    from quellenlage.intake.webarchive import archived_pages

    some = warc(pages=500, packed=False, padding=60_000)
    with (tmp_path / "a.warc").open("wb") as file:
        for _ in range(1_000_000_000 // len(some)):
            file.write(some)
    with (tmp_path / "a.warc").open("rb") as file:
        pages = archived_pages(file, "a.warc", largest=20_000_000)
        for _ in range(500):
            next(pages)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        count = sum(1 for _ in pages)
    assert count > 15_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_articles_of_an_archive_come_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(warc(pages=3, packed=False) + b"broken")
    found = list(stream([tmp_path]))
    assert sum(isinstance(item, Article) for item in found) == 3
