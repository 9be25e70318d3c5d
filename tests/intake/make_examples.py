"""Writes the example files of every format: `python tests/intake/make_examples.py`.

One invented report in every shape. Where a well-known program writes a format, it wrote the file.
"""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage
from pathlib import Path

EXAMPLES = Path(__file__).parent / "examples"
TITLE = "Deich an der Warne hält"
LINK = "https://warnebote.example/deich"
WHEN = datetime(2021, 3, 4, 8, tzinfo=timezone(timedelta(hours=1)))
AUTHOR = "Ada Warn"
OUTLET = "Warnebote"
BODY = [
    "Der Deich an der Warne hält nach Angaben des Amtes auch dem nächsten Hochwasser stand.",
    "Die Bauarbeiten hatten im Herbst begonnen und vier Monate gedauert, sagte Amtsleiterin Varn.",
    "Der Ort Warnau war im Jahr davor von einer Flut getroffen worden, zwölf Häuser standen leer.",
]
TEXT = "\n\n".join(BODY)
MARKUP = "".join(f"<p>{part}</p>" for part in BODY)
RECORD = {
    "title": TITLE, "text": TEXT, "url": LINK, "outlet": OUTLET, "published": WHEN.isoformat(),
    "authors": AUTHOR,
}  # fmt: skip


def page() -> bytes:
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE,
        "datePublished": WHEN.isoformat(), "author": {"@type": "Person", "name": AUTHOR},
    }  # fmt: skip
    return (
        f"<!doctype html><html lang='de'><head><meta charset='utf-8'>"
        f"<title>{TITLE} | {OUTLET}</title>"
        f"<link rel='canonical' href='{LINK}'><meta property='og:site_name' content='{OUTLET}'>"
        f"<script type='application/ld+json'>{json.dumps(data)}</script></head><body>"
        f"<nav><a href='/'>Start</a></nav><main><article><h1>{TITLE}</h1>{MARKUP}</article></main>"
        f"<footer><a href='/impressum'>Impressum</a></footer></body></html>"
    ).encode()


def text() -> bytes:
    return f"{TITLE}\n\n{TEXT}\n".encode()


def markdown() -> bytes:
    front = (
        f"title: {TITLE}\ndate: {WHEN.isoformat()}\nauthor: {AUTHOR}\nurl: {LINK}\noutlet: {OUTLET}"
    )
    return f"---\n{front}\n---\n\n{TEXT}\n".encode()


def feed(kind: str) -> bytes:
    from feedgen.feed import FeedGenerator

    made = FeedGenerator()
    made.load_extension("dc")
    made.id("https://warnebote.example/")
    made.title(OUTLET)
    made.link(href="https://warnebote.example/", rel="alternate")
    made.description("Nachrichten")
    made.updated(WHEN)
    made.lastBuildDate(WHEN)
    entry = made.add_entry()
    entry.id(LINK)
    entry.title(TITLE)
    entry.link(href=LINK)
    entry.published(WHEN)
    entry.updated(WHEN)
    entry.content(MARKUP, type="CDATA" if kind == "rss" else "html")
    if kind == "rss":
        entry.dc.dc_creator(AUTHOR)
        return bytes(made.rss_str(pretty=True))
    entry.author(name=AUTHOR)
    return bytes(made.atom_str(pretty=True))


def json_feed() -> bytes:
    item = {
        "id": LINK, "url": LINK, "title": TITLE, "content_html": MARKUP,
        "date_published": WHEN.isoformat(), "authors": [{"name": AUTHOR}], "language": "de",
    }  # fmt: skip
    return _json({"version": "https://jsonfeed.org/version/1.1", "title": OUTLET, "items": [item]})


def site_map() -> bytes:
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>\n"
        f"<url><loc>{LINK}</loc><news:news><news:publication><news:name>{OUTLET}</news:name>"
        "<news:language>de</news:language></news:publication>"
        f"<news:publication_date>{WHEN.isoformat()}</news:publication_date>"
        f"<news:title>{TITLE}</news:title></news:news></url>\n</urlset>\n"
    ).encode()


def ninjs(version: int) -> bytes:
    record: dict[str, object] = {
        "uri": LINK, "type": "text", "language": "de-DE", "firstcreated": WHEN.isoformat(),
        "versioncreated": WHEN.isoformat(),
    }  # fmt: skip
    if version == 1:
        record |= {
            "headline": TITLE,
            "byline": AUTHOR,
            "body_html": MARKUP,
            "copyrightholder": OUTLET,
        }
    else:
        record |= {
            "standard": {"name": "ninjs", "version": f"{version}.0"},
            "headlines": [{"role": "main", "value": TITLE}],
            "bylines": [{"value" if version == 3 else "byline": AUTHOR}],
            "bodies": [
                {"role": "main", "contenttype": "text/html", "value": MARKUP},
                {"role": "summary", "contenttype": "text/plain", "value": "Der Deich hält."},
            ],
            "infosources": [{"name": OUTLET}],
        }
    return _json(record)


def newsml() -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:warnebote:1" version="1"
 standard="NewsML-G2" standardversion="2.30" conformance="power" xml:lang="de">
 <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
 <itemMeta><itemClass qcode="ninat:text"/><provider><name>{OUTLET}</name></provider>
  <versionCreated>{WHEN.isoformat()}</versionCreated></itemMeta>
 <contentMeta><contentCreated>{WHEN.isoformat()}</contentCreated>
  <creator><name>{AUTHOR}</name></creator><language tag="de"/>
  <headline>{TITLE}</headline></contentMeta>
 <contentSet><inlineXML contenttype="application/xhtml+xml">
  <html xmlns="http://www.w3.org/1999/xhtml"><head><title>{TITLE}</title></head><body>{MARKUP}</body></html>
 </inlineXML></contentSet>
</newsItem>
""".encode()


def ris() -> bytes:
    import rispy

    entry = {
        "type_of_reference": "NEWS", "title": TITLE, "authors": ["Warn, Ada"], "abstract": TEXT,
        "secondary_title": OUTLET, "date": WHEN.strftime("%Y/%m/%d"), "urls": [LINK],
        "language": "de",
    }  # fmt: skip
    return str(rispy.dumps([entry])).encode()


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = TITLE, "Amt <presse@amt.example>"
    message["Date"] = WHEN
    message.set_content("\n\n".join(BODY))
    message.add_alternative(MARKUP, subtype="html")
    return bytes(message)


def table() -> bytes:
    import csv

    written = io.StringIO()
    writer = csv.DictWriter(written, list(RECORD), delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerow(RECORD)
    return written.getvalue().encode()


def parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet as files

    written = io.BytesIO()
    files.write_table(pyarrow.Table.from_pylist([RECORD | {"published": WHEN}]), written)
    return written.getvalue()


def pdf() -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.set_creation_date(WHEN)
    made.set_title(TITLE)
    made.set_author(AUTHOR)
    made.add_page()
    made.set_font("helvetica", size=12)
    for part in BODY:
        made.multi_cell(0, 8, part, new_x="LMARGIN", new_y="NEXT")
        made.ln(8)
    return bytes(made.output())


def word() -> bytes:
    import docx

    made = docx.Document()
    made.core_properties.title = TITLE
    made.core_properties.author = AUTHOR
    made.core_properties.created = WHEN.astimezone(UTC).replace(tzinfo=None)
    for part in BODY:
        made.add_paragraph(part)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def warc(*, packed: bool = True, pages: int = 1, padding: int = 0) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    written = io.BytesIO()
    writer = WARCWriter(written, gzip=packed)
    for number in range(pages):
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
        )
        address = LINK if not number else f"{LINK}?{number}"
        body = page().replace(LINK.encode(), address.encode()) + b" " * padding
        writer.write_record(
            writer.create_warc_record(
                address, "response", payload=io.BytesIO(body), http_headers=headers
            )
        )
    return written.getvalue()


def wacz() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("archive/data.warc.gz", warc())
        archive.writestr(
            "datapackage.json", _json({"profile": "data-package", "wacz_version": "1.1.1"})
        )
    return written.getvalue()


def zipped() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("deich.html", page())
    return written.getvalue()


def tarred() -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as archive:
        info = tarfile.TarInfo("deich.html")
        info.size = len(page())
        archive.addfile(info, io.BytesIO(page()))
    return written.getvalue()


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


MADE: dict[str, Callable[[], bytes]] = {
    "deich.txt": text,
    "deich.md": markdown,
    "deich.html": page,
    "deich.html.gz": lambda: gzip.compress(page(), mtime=0),
    "deich.rss": lambda: feed("rss"),
    "deich.atom": lambda: feed("atom"),
    "feed.json": json_feed,
    "sitemap.xml": site_map,
    "record.json": lambda: _json(RECORD),
    "records.jsonl": lambda: json.dumps(RECORD, ensure_ascii=False).encode() + b"\n",
    "records.csv": table,
    "records.parquet": parquet,
    "ninjs-1.json": lambda: ninjs(1),
    "ninjs-2.json": lambda: ninjs(2),
    "ninjs-3.json": lambda: ninjs(3),
    "newsml-g2.xml": newsml,
    "press.ris": ris,
    "deich.eml": mail,
    "deich.pdf": pdf,
    "deich.docx": word,
    "deich.zip": zipped,
    "deich.tar.gz": tarred,
    "deich.warc": lambda: warc(packed=False),
    "deich.warc.gz": warc,
    "deich.wacz": wacz,
    "links.txt": lambda: f"# one link a line\n{LINK}\n".encode(),
}


if __name__ == "__main__":
    EXAMPLES.mkdir(exist_ok=True)
    for name, made in MADE.items():
        (EXAMPLES / name).write_bytes(made())
