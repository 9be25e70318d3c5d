"""What noise is tried on: every reader, the ways bytes come to it, and what it must not do.

Whatever the bytes, a reader gives articles that can be written or raises `UnreadableInput`, in
seconds. `fuzz.py` beside this file looks for bytes that break that; what was found so far lies in
`found` and is a test.
"""

from __future__ import annotations

import gzip
import io
import itertools
import json
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urlsplit

import httpcore
import msgspec
from fpdf import FPDF

from quellenlage.errors import UnreadableInput
from quellenlage.intake.addresses import told, web_address
from quellenlage.intake.assembly import article_of
from quellenlage.intake.containers import contents
from quellenlage.intake.decoding import decode
from quellenlage.intake.fetching import Fetcher
from quellenlage.intake.formats import READABLE, drafts_of
from quellenlage.intake.guard import Guard
from quellenlage.intake.links import links_in
from quellenlage.intake.metadata import folder_records
from quellenlage.intake.records import Content, Draft, IntakeOptions, LinkOptions, Problem
from quellenlage.intake.robots import parse

EXAMPLES = Path(__file__).parent / "examples"
FOUND = Path(__file__).parent / "found"
SLOW = 5.0
"""CPU seconds that no input of 20,000 bytes may take."""
OPTIONS = IntakeOptions(largest_file=2_000_000, largest_total=8_000_000)
ANSWERED = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n\r\n",
    b"HTTP/1.1 302 Found\r\nLocation: //b.example/\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n",
)


def written(drafts: Iterable[Draft]) -> None:
    """Makes articles of drafts and holds them to what every article must be."""
    for draft in drafts:
        article = article_of(draft)
        assert msgspec.json.encode(article)
        for repair in article.repairs:
            assert article.text[repair.start : repair.end] == repair.after
        for doubt in article.warnings:
            assert 0 <= (doubt.start or 0) <= (doubt.end or 0) <= len(article.text)


def of_file(name: str) -> Callable[[bytes], None]:
    """Reads bytes as a file of a name."""
    return lambda data: written(drafts_of(Content(name, name, data)))


def of_container(name: str) -> Callable[[bytes], None]:
    """Reads bytes as a file that holds files."""

    def read(data: bytes) -> None:
        for item in contents(io.BytesIO(data), name, endings=READABLE, options=OPTIONS):
            if not isinstance(item, Problem):
                try:
                    written(drafts_of(item))
                except UnreadableInput:
                    continue

    return read


def packed(name: str) -> Callable[[bytes], None]:
    """Packs bytes and reads them as a file of a name: noise seldom gets through a checksum."""
    return lambda data: of_container(name)(gzip.compress(data, 1))


def in_zip(name: str, member: str, read: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """Puts bytes in the place of a member of an example, and reads that."""

    def wrapped(data: bytes) -> None:
        made = io.BytesIO()
        with zipfile.ZipFile(EXAMPLES / name) as old, zipfile.ZipFile(made, "w") as new:
            for info in old.infolist():
                new.writestr(info.filename, data if info.filename == member else old.read(info))
        read(made.getvalue())

    return wrapped


def beside(data: bytes) -> None:
    """Reads bytes as the `meta.json` of a folder."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "meta.json").write_bytes(data)
        for record in folder_records(Path(folder)).values():
            written(drafts_of(Content("a.txt", "a.txt", b"Der Deich."), record=record))


def listed(data: bytes) -> None:
    """Reads bytes as a list of links and as a robots.txt."""
    text = decode(data).text
    rules = parse(text, agent="Quellenlage")
    for link in links_in(text):
        assert urlsplit(told(web_address(link))).password is None
        rules.allows(urlsplit(link).path)


class _Wire(Guard):
    """A network in which every host answers with the same bytes."""

    said = b""

    def connect_tcp(self, *_: object, **__: object) -> httpcore.NetworkStream:
        return httpcore.MockStream([self.said[:100], self.said[100:]])


WIRE = _Wire()
FETCHER = Fetcher(
    LinkOptions(retries=1, pause=0.0, largest_page=2_000_000), guard=WIRE, sleep=lambda _: None
)
HOSTS = itertools.count()


def answered(data: bytes) -> None:
    """Reads bytes as what a server answers; each time one that was never asked before."""
    WIRE.said = data
    page = FETCHER.get(f"http://{next(HOSTS)}.example/deich")
    written(drafts_of(Content("a", "a", page.data, page.address, page.charset)))


Way = tuple[Callable[[bytes], None], list[bytes]]


def examples(*names: str) -> list[bytes]:
    """The bytes of examples."""
    return [(EXAMPLES / name).read_bytes() for name in names]


def open_pdf() -> bytes:
    """A PDF whose text is not packed, so that noise reaches it."""
    made = FPDF()
    made.set_compression(False)
    made.add_page()
    made.set_font("helvetica", size=12)
    made.multi_cell(0, 8, "Der Deich an der Warne hält.")
    return bytes(made.output())


def member(name: str, inside: str) -> list[bytes]:
    """The bytes of a file in an example."""
    with zipfile.ZipFile(EXAMPLES / name) as archive:
        return [archive.read(inside)]


def ways() -> dict[str, list[Way]]:
    """By reader the ways bytes come to it, each with bytes to begin with."""
    document, archive = "word/document.xml", "archive/data.warc.gz"
    tar = [gzip.decompress((EXAMPLES / "deich.tar.gz").read_bytes())]
    meta = [json.dumps([{"file": "a.txt", "published": "2021-03-04", "authors": ["A"]}]).encode()]
    return {
        "page": [(of_file("a.html"), examples("deich.html"))],
        "text": [
            (of_file("a.txt"), examples("deich.txt")),
            (of_file("a.md"), examples("deich.md")),
            (beside, meta),
        ],
        "feed": [(of_file("a.xml"), examples("deich.rss", "deich.atom", "sitemap.xml"))],
        "records": [
            (
                of_file("a.json"),
                examples("record.json", "feed.json", *(f"ninjs-{n}.json" for n in (1, 2, 3))),
            ),
            (of_file("a.jsonl"), examples("records.jsonl")),
            (of_file("a.csv"), examples("records.csv")),
            (of_file("a.parquet"), examples("records.parquet")),
        ],
        "press": [
            (of_file("a.xml"), examples("newsml-g2.xml")),
            (of_file("a.ris"), examples("press.ris")),
        ],
        "mail": [(of_file("a.eml"), examples("deich.eml"))],
        "pdf": [(of_file("a.pdf"), [*examples("deich.pdf"), open_pdf()])],
        "word": [
            (of_file("a.docx"), examples("deich.docx")),
            (
                in_zip("deich.docx", document, of_file("a.docx")),
                member("deich.docx", document),
            ),
        ],
        "archive": [
            (of_container("a.zip"), examples("deich.zip")),
            (of_container("a.tar"), tar),
            (packed("a.tar.gz"), tar),
            (of_container("a.html.gz"), examples("deich.html.gz")),
        ],
        "web-archive": [
            (of_container("a.warc"), examples("deich.warc")),
            (packed("a.warc.gz"), examples("deich.warc")),
            (of_container("a.wacz"), examples("deich.wacz")),
            (
                in_zip("deich.wacz", archive, of_container("a.wacz")),
                examples("deich.warc", "deich.warc.gz"),
            ),
        ],
        "link": [
            (listed, [*examples("links.txt"), b"User-agent: *\nDisallow: /*.pdf$\nCrawl-delay: 3"]),
            (answered, [head + gzip.compress(b"<p>Deich</p>") for head in ANSWERED]),
        ],
    }


def tried(reader: str, data: bytes) -> str:
    """Why some bytes break a reader, the first byte choosing the way; empty if they do not."""
    chosen = ways_of(reader)
    way = chosen[data[0] % len(chosen)][0]
    start = time.process_time()
    try:
        way(data[1:])
    except UnreadableInput:
        pass
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)
        ours = [frame for frame in place if "/quellenlage/" in frame.filename] or place
        where = f"{Path(ours[-1].filename).name}:{ours[-1].name}"
        return f"{type(error).__name__} in {where}: {error}"[:300]
    spent = time.process_time() - start
    return f"slow: {spent:.1f} s" if spent > SLOW else ""


_WAYS: dict[str, list[Way]] = {}


def ways_of(reader: str) -> list[Way]:
    """The ways of a reader, made once."""
    if not _WAYS:
        _WAYS.update(ways())
    return _WAYS[reader]
