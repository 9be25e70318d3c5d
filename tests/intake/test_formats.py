"""Every format: the example file, and what the real writer of a format writes today."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
import trafilatura
from tests.intake.make_examples import (
    AUTHOR,
    BODY,
    EXAMPLES,
    LINK,
    MADE,
    OUTLET,
    RECORD,
    TEXT,
    TITLE,
    WHEN,
    page,
    warc,
)  # fmt: skip

from quellenlage.cli.inputs import intake_options
from quellenlage.errors import InvalidCall, NothingReadable
from quellenlage.intake import IntakeOptions, read, stream
from quellenlage.model import Article

WRITERS = Path(__file__).parent / "writers"
UNDATED = {"deich.txt"}
NAMELESS = {"deich.txt", "deich.eml"}
ARTICLES = [name for name in MADE if name not in ("links.txt", "sitemap.xml")]


def test_every_format_has_its_example_file() -> None:
    assert sorted(path.name for path in EXAMPLES.iterdir()) == sorted(MADE)


@pytest.mark.parametrize("name", ARTICLES)
def test_an_example_is_read_whole(name: str) -> None:
    article = read([EXAMPLES / name]).articles[0]
    assert (article.title, article.text) == (TITLE, "\n\n".join([TITLE, *BODY]))
    assert article.authors == ([] if name in NAMELESS else [AUTHOR])
    if name not in UNDATED:
        assert datetime.fromisoformat(str(article.published)).date() == WHEN.date()


@pytest.mark.parametrize("name", ARTICLES)
def test_what_a_writer_writes_today_is_read_as_the_example_is(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(MADE[name]())
    article = read([tmp_path / name]).articles[0]
    assert (article.title, article.text) == (TITLE, "\n\n".join([TITLE, *BODY]))


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in ARTICLES
        if name not in ("deich.txt", "deich.eml", "deich.pdf", "deich.docx")
    ],
)
def test_the_outlet_of_an_example_is_known(name: str) -> None:
    article = read([EXAMPLES / name]).articles[0]
    assert article.outlet in (OUTLET, "warnebote.example")


def test_trafilatura_s_own_json_is_read(tmp_path: Path) -> None:
    written = trafilatura.extract(page(), url=LINK, output_format="json", with_metadata=True)
    (tmp_path / "a.json").write_text(str(written))
    article = read([tmp_path / "a.json"]).articles[0]
    assert (article.title, article.url, article.published) == (TITLE, LINK, "2021-03-04")
    assert article.text == "\n\n".join([TITLE, *BODY])


def read_as_written(folder: Path) -> None:
    alone, whole, pleased = read([folder / "fundus.json", folder / "news-please.json"]).articles
    text = "\n\n".join([TITLE, BODY[0], "Damm und Flut", *BODY[1:]])
    for article in (alone, whole):
        assert (article.title, article.text, article.authors) == (TITLE, text, [AUTHOR])
        assert article.published == WHEN.isoformat()
    assert (whole.outlet, whole.language) == (OUTLET, "de")
    assert (pleased.title, pleased.text) == (TITLE, "\n\n".join([TITLE, *BODY]))
    assert (pleased.authors, pleased.url) == ([AUTHOR], LINK)
    assert (pleased.published, pleased.outlet) == ("2021-03-04T08:00:00", "warnebote.example")


def test_what_fundus_and_news_please_wrote_is_read() -> None:
    read_as_written(WRITERS)


@pytest.mark.nightly
def test_what_fundus_and_news_please_write_today_is_read(tmp_path: Path) -> None:
    python = os.environ.get("QUELLENLAGE_WRITERS_PYTHON", "")
    if not python:
        pytest.skip("make nightly sets up the environment of the writers")
    subprocess.run([python, str(WRITERS / "write.py"), str(tmp_path)], check=True)
    read_as_written(tmp_path)


def test_columns_of_a_table_are_mapped(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"Schlagzeile;Volltext;Art\n{TITLE};{BODY[0]};release\n")
    fields = {"title": "Schlagzeile", "text": "Volltext", "kind": "Art"}
    article = read([tmp_path / "a.csv"], options=IntakeOptions(fields=fields)).articles[0]
    assert (article.title, article.text) == (TITLE, f"{TITLE}\n\n{BODY[0]}")
    assert article.kind == "release"


def test_a_mapping_that_is_none_is_a_wrong_call() -> None:
    for field in ("text", "colour=Farbe", "text="):
        with pytest.raises(InvalidCall, match="NAME=COLUMN"):
            intake_options(kind=None, fields=[field], follow=None, cache=None, allow_private=False)


def test_the_kind_is_told_by_record_file_or_option(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT, "kind": "transcript"}))
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.txt").write_text(TEXT)
    (tmp_path / "d.md").write_text(f"---\nkind: post\n---\n{TEXT}")
    (tmp_path / "meta.json").write_text('[{"file": "b.txt", "kind": "release"}]')
    kinds = [article.kind for article in read([tmp_path]).articles]
    assert kinds == ["transcript", "release", "report", "post"]
    options = IntakeOptions(kind="post")
    assert read([tmp_path / "c.txt"], options=options).articles[0].kind == "post"


def test_a_web_archive_is_read_record_by_record(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(warc(pages=3))
    found = stream([tmp_path])
    first = next(found)
    assert isinstance(first, Article) and first.url == LINK
    assert len(list(found)) == 2


def test_a_web_archive_packed_as_a_whole_is_read(tmp_path: Path) -> None:
    import gzip

    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(warc(pages=3, packed=False)))
    assert len(read([tmp_path]).articles) == 3


def test_what_is_no_web_archive_is_told(tmp_path: Path) -> None:
    for name in ("a.warc", "a.warc.gz", "a.wacz"):
        (tmp_path / name).write_bytes(b"nothing of the kind" * 50)
        with pytest.raises(NothingReadable, match="archive"):
            read([tmp_path / name])


def test_many_rows_of_parquet_are_one_article_each(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    rows = [RECORD | {"text": f"{TEXT} {number}"} for number in range(1_200)]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "a.parquet")
    assert len(read([tmp_path / "a.parquet"]).articles) == 1_200
