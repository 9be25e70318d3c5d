"""Hostile files of every format: an article or a sentence, in bounded time, the others unharmed."""

from __future__ import annotations

import gzip
import io
import os
import random
import tarfile
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.intake.make_examples import EXAMPLES, MADE, page, warc

from quellenlage.errors import NothingReadable
from quellenlage.intake import IntakeOptions, read, stream
from quellenlage.model import Article, to_json
from quellenlage.pipeline import run

SOUND = "Der Deich an der Warne hält."
SMALL = 150_000
"""Characters of a page that repeats one thing: time that grows with the square shows there."""
NOISE = int(os.environ.get("QUELLENLAGE_FUZZ_SECONDS", "60"))
"""Seconds of noise for each format at night; 600 before a release."""
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
PATTERNS = {
    "paragraphs": f"<p>{SOUND}</p>",
    "links": f"<a href='/x'>{SOUND}</a>",
    "lists": f"<ul><li><a href='/x'>{SOUND}</a></li><li>b</li></ul>",
    "nested": "<div class='teaser article'>",
    "headings": f"<h2>{SOUND}</h2><p>x.</p>",
    "rows": f"<tr><td>{SOUND}</td></tr>",
    "breaks": "Der Deich<br>",
    "entities": "&amp;&#x41;",
    "quotations": f"<blockquote><p>{SOUND}</p></blockquote>",
    "unclosed": f"<p>{SOUND}<b><i>",
    "data": '<script type=\'application/ld+json\'>{"@type":"NewsArticle"}</script>',
    "names": f"<p class='{'image-' * 40}x'>{SOUND}</p>",
}


def outcome(path: Path, options: IntakeOptions | None = None) -> str:
    """Access and text of the first article, or the sentence."""
    try:
        article = read([path], options=options or IntakeOptions()).articles[0]
        return f"{article.access}: {article.text}"
    except NothingReadable as error:
        return str(error)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_page_that_repeats_one_thing_takes_seconds_at_most(name: str, tmp_path: Path) -> None:
    body = PATTERNS[name] * (SMALL // len(PATTERNS[name]))
    (tmp_path / "a.html").write_text(f"<html><title>Deich</title><body><h1>Deich</h1>{body}")
    start = time.process_time()
    assert outcome(tmp_path / "a.html")
    assert time.process_time() - start < 10


def test_thirty_megabytes_of_markup_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html>" + "<p>x</p>" * 3_750_000)
    assert "is larger than the limit of 20 MB" in outcome(tmp_path / "a.html")


@pytest.mark.parametrize("name", sorted(set(MADE) - {"links.txt"}))
def test_a_file_cut_off_anywhere_is_read_or_told(name: str, tmp_path: Path) -> None:
    whole = (EXAMPLES / name).read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        (tmp_path / name).write_bytes(whole[: int(len(whole) * share)])
        assert outcome(tmp_path / name)


@pytest.mark.parametrize("name", sorted(set(MADE) - {"links.txt"}))
def test_a_file_with_zero_bytes_in_it_is_read_or_told(name: str, tmp_path: Path) -> None:
    whole = (EXAMPLES / name).read_bytes()
    middle = len(whole) // 2
    (tmp_path / name).write_bytes(whole[:middle] + bytes(40) + whole[middle:])
    assert outcome(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "root"),
    [
        pytest.param("a.rss", "<rss><item><title>{}</title></item></rss>", id="feed"),
        pytest.param("a.xml", "<urlset><url><loc>{}</loc></url></urlset>", id="site-map"),
        pytest.param("b.xml", "<newsItem><contentSet><inlineData>{}</inlineData></contentSet>",
                     id="newsml"),
        pytest.param("a.html", "<html><body><p>{}</p></body></html>", id="page"),
    ],
)  # fmt: skip
def test_entities_neither_multiply_nor_read_files(name: str, root: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("geheim")
    outside = f'<!ENTITY out SYSTEM "file://{tmp_path / "secret.txt"}">'
    doctype = f"<!DOCTYPE x [<!ENTITY l0 'ha'>{LAUGHS}{outside}]>"
    (tmp_path / name).write_text(doctype + root.format("&l11; &out;"))
    start = time.process_time()
    told = outcome(tmp_path / name)
    assert "geheim" not in told and len(told) < 10_000
    assert time.process_time() - start < 3


def test_a_table_of_a_million_columns_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a," * 1_000_000 + "\n" + "b," * 1_000_000)
    assert "has more than 1000 columns" in outcome(tmp_path / "a.csv")


def test_bombs_are_told_before_they_are_unpacked(tmp_path: Path) -> None:
    zeros = bytes(60_000_000)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(zeros, 9))
    with zipfile.ZipFile(
        tmp_path / "b.docx", "w", zipfile.ZIP_DEFLATED, compresslevel=1
    ) as archive:
        archive.writestr("word/document.xml", bytes(210_000_000))
    with tarfile.open(tmp_path / "c.tar.gz", "w:gz") as tar:
        info = tarfile.TarInfo("skipped.bin")
        info.size = len(zeros)
        tar.addfile(info, io.BytesIO(zeros))
    small = IntakeOptions(largest_total=50_000_000)
    assert "is larger than the limit" in outcome(tmp_path / "a.txt.gz")
    assert "larger unpacked than the limit" in outcome(tmp_path / "b.docx")
    assert "holds more than the limit for an archive" in outcome(tmp_path / "c.tar.gz", small)


def test_a_page_that_misstates_its_characters_is_read(tmp_path: Path) -> None:
    text = page().decode().replace("utf-8", "iso-8859-1")
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    assert "hält" in outcome(tmp_path / "a.html")
    (tmp_path / "b.html").write_bytes(page().decode().encode("cp1252"))
    assert "hält" in outcome(tmp_path / "b.html")


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


FUZZED = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", sorted(set(MADE) - {"links.txt"}))
def test_an_example_with_flipped_bytes_is_read_or_told(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    whole = (EXAMPLES / name).read_bytes()
    for _ in range(4):
        _flipped(whole, chance, tmp_path / name)
        assert outcome(tmp_path / name)


def _flipped(whole: bytes, chance: random.Random, file: Path) -> None:
    """Writes a file with some bytes changed."""
    data = bytearray(whole)
    for _ in range(chance.choice((1, 5, 50))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    file.write_bytes(bytes(data))


@pytest.mark.nightly
@pytest.mark.parametrize("name", sorted(set(MADE) - {"links.txt"}))
def test_every_reader_survives_a_night_of_noise(name: str, tmp_path: Path) -> None:
    chance = random.Random(f"{name} at night")
    whole = (EXAMPLES / name).read_bytes()
    ends = time.monotonic() + NOISE
    while time.monotonic() < ends:
        _flipped(whole, chance, tmp_path / name)
        assert outcome(tmp_path / name)


@pytest.mark.parametrize("ending", sorted({"".join(Path(name).suffixes) for name in MADE}))
def test_any_bytes_of_any_format_are_read_or_told(
    ending: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("any") / f"a{ending}"

    @FUZZED
    @given(st.binary(max_size=300))
    def check(data: bytes) -> None:
        file.write_bytes(data)
        assert outcome(file)

    check()


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
