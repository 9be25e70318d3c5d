"""Record files and e-mails; the shapes are those that the named programs write."""

from __future__ import annotations

import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from quellenlage.errors import NothingReadable
from quellenlage.intake import read

TEXT = "Der Deich an der Warne hält nach Angaben des Amtes."

SHAPES = [
    pytest.param(
        {"maintext": TEXT, "title": "Deich", "date_publish": "2021-03-04 08:00:00",
         "source_domain": "www.zeit.de", "authors": ["Ada Warn"]},
        id="news-please",
    ),
    pytest.param(
        {"text": TEXT, "title": "Deich", "date": "2021-03-04T08:00:00", "author": "Ada Warn",
         "source": "https://www.zeit.de/deich"},
        id="trafilatura",
    ),
    pytest.param(
        {"body": {"summary": [], "sections": [{"headline": [], "paragraphs": [TEXT]}]},
         "title": "Deich", "publishing_date": "2021-03-04 08:00:00", "authors": ["Ada Warn"],
         "publisher": "zeit.de"},
        id="fundus",
    ),
]  # fmt: skip


@pytest.mark.parametrize("record", SHAPES)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_the_records_of_known_programs_are_understood(
    tmp_path: Path, record: dict[str, object], name: str
) -> None:
    (tmp_path / name).write_text(json.dumps(record))
    article = read([tmp_path / name]).articles[0]
    assert (article.text, article.title) == (f"Deich\n\n{TEXT}", "Deich")
    assert (article.published, article.authors) == ("2021-03-04T08:00:00", ["Ada Warn"])
    assert article.outlet == "ZEIT ONLINE"


def test_a_table_has_one_article_a_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'title;text\nEins;"{TEXT}"\nZwei;"{TEXT}"\n')
    found = read([tmp_path / "a.csv"]).articles
    assert [article.title for article in found] == ["Eins", "Zwei"]
    assert {article.path for article in found} == {str(tmp_path / "a.csv")}


def test_a_broken_line_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{{{\n" + json.dumps({"text": TEXT}) + "\n[1]\n")
    assert [a.text for a in read([tmp_path]).articles] == [TEXT]


def test_records_without_text_and_tables_too_wide_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"title": "Deich"}')
    with pytest.raises(NothingReadable, match="holds no record with a text"):
        read([tmp_path / "a.json"])
    (tmp_path / "b.csv").write_text("a," * 100_000 + "\n")
    with pytest.raises(NothingReadable, match="has more than 1000 columns"):
        read([tmp_path / "b.csv"])


def test_an_e_mail_has_subject_date_and_text(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Deich hält", "Amt <presse@amt.example>"
    message["Date"] = "Thu, 04 Mar 2021 08:00:00 +0100"
    message.set_content(TEXT)
    message.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    article = read([tmp_path]).articles[0]
    assert (article.title, article.published) == ("Deich hält", "2021-03-04T08:00:00+01:00")
    assert (article.text, article.outlet) == (f"Deich hält\n\n{TEXT}", "amt.example")


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Bote</title><item><title>Deich hält</title><link>https://www.zeit.de/deich</link>
<pubDate>Thu, 04 Mar 2021 08:00:00 +0100</pubDate>
<content:encoded><![CDATA[<p>{TEXT}</p><p>So das Amt.</p>]]></content:encoded></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Deich hält</title>
<link href="https://www.zeit.de/deich"/><published>2021-03-04T08:00:00+01:00</published>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;So das Amt.&lt;/p&gt;</content>
</entry></feed>"""


@pytest.mark.parametrize("feed", [pytest.param(RSS, id="rss"), pytest.param(ATOM, id="atom")])
def test_an_entry_of_a_feed_is_an_article(tmp_path: Path, feed: str) -> None:
    (tmp_path / "a.rss").write_text(feed)
    article = read([tmp_path]).articles[0]
    assert article.text == f"Deich hält\n\n{TEXT}\n\nSo das Amt."
    assert article.published == "2021-03-04T08:00:00+01:00"
    assert (article.url, article.outlet) == ("https://www.zeit.de/deich", "ZEIT ONLINE")


def test_a_feed_of_laughs_is_told_or_read_and_takes_no_time(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = (
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{entities}]><rss><item><title>&l11;</title></item></rss>'
    )
    (tmp_path / "a.rss").write_text(bomb)
    (tmp_path / "b.txt").write_text(TEXT)
    assert read([tmp_path]).articles[-1].text == TEXT


def test_the_files_of_an_archive_are_read_in_memory(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil.txt", TEXT)
        archive.writestr("bomb.txt", "0" * 30_000_000)
        archive.writestr("empty.txt", "")
        archive.writestr("nested.zip", b"PK\x03\x04")
    found = read([tmp_path])
    assert [article.text for article in found.articles] == [TEXT]
    assert [p.message.rsplit("/", 1)[-1] for p in found.problems] == [
        "bomb.txt is larger than the limit; left out.",
        "empty.txt is empty; left out.",
        "nested.zip is an archive in an archive; left out.",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_a_broken_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04" + bytes(90))
    with pytest.raises(NothingReadable, match="is a broken archive"):
        read([tmp_path])


def test_a_feed_with_a_document_type_is_a_feed(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" '
        '"https://warnebote.example/rss-0.91.dtd">\n<rss version="0.91"><channel><item>'
        "<title>Deich</title><description>Der Deich hält.</description></item></channel></rss>"
    )
    assert read([tmp_path / "a.xml"]).articles[0].text == "Deich\n\nDer Deich hält."


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("de-DE", "de"),
        ("de_AT", "de"),
        ("ger", "de"),
        ("German", "de"),
        ("en-GB", "en"),
        ("?", "de"),
    ],
)
def test_a_language_is_told_by_its_code_or_by_the_text(
    told: str, language: str, tmp_path: Path
) -> None:
    record = {"text": "Der Deich an der Warne hält. " * 8, "language": told}
    (tmp_path / "a.json").write_text(json.dumps(record))
    assert read([tmp_path / "a.json"]).articles[0].language == language
