"""The list of bad and hostile input: one sentence each, in bounded time, the others unharmed.

1. truncated; 2. characters misdeclared; 3. nested ten thousand deep; 4. 30 MB of markup; 5. pages
of scripts only; 6. endless redirects; 7. a slow drip; 8. a wrong Content-Length; 9. bombs; 10.
paths that leave the folder; 11. XML entities; 12. web archives with broken records; 13. a million
columns; 14. zero bytes; 15. links to files, loopback and private networks, also after redirects
and by names that resolve anew; 16. passwords in links; 17. limits are settings. Noise is tried in
`test_noise.py`.
"""

from __future__ import annotations

import gzip
import io
import logging
import tarfile
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import msgspec
import pytest
from tests.intake.make_examples import EXAMPLES, MADE, TEXT, page, warc
from tests.intake.site import PAGE, QUICK, Site, closing, fetch, site

from quellenlage.cli import main
from quellenlage.errors import NothingReadable, UnreadableInput
from quellenlage.intake import IntakeOptions, LinkOptions, guard, read
from quellenlage.intake.fetching import Fetcher
from quellenlage.intake.guard import Guard

SOUND = "Der Deich an der Warne hält."
FILES = sorted(set(MADE) - {"links.txt"})
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.fixture
def served() -> Iterator[Site]:
    with site() as found:
        yield found


def outcome(path: Path, options: IntakeOptions | None = None) -> str:
    """Access and text of the first article, or the sentence."""
    try:
        article = read([path], options=options or IntakeOptions()).articles[0]
        return f"{article.access}: {article.text}"
    except NothingReadable as error:
        return str(error)


# 1, 2, 3, 5, 14


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


def test_a_page_that_misstates_its_characters_is_read(tmp_path: Path) -> None:
    text = page().decode().replace("utf-8", "iso-8859-1")
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    assert "hält" in outcome(tmp_path / "a.html")
    (tmp_path / "b.html").write_bytes(page().decode().encode("cp1252"))
    assert "hält" in outcome(tmp_path / "b.html")


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


# 4, 9, 10, 11, 12, 13


def test_thirty_megabytes_of_markup_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html>" + "<p>x</p>" * 3_750_000)
    assert "is larger than the limit of 20 MB" in outcome(tmp_path / "a.html")


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


def test_a_gzip_bomb_is_told_before_it_is_unpacked(served: Site) -> None:
    bomb = gzip.compress(bytes(300_000_000), 9)
    link = served.says("/a", bomb, Content_Encoding="gzip")
    start = time.process_time()
    with pytest.raises(NothingReadable, match="is larger than the limit of 20 MB"):
        fetch(link)
    assert time.process_time() - start < 3


def test_links_in_a_tar_archive_are_left_out(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        info = tarfile.TarInfo("../../up.txt")
        info.size = len(TEXT.encode())
        archive.addfile(info, io.BytesIO(TEXT.encode()))
    found = read([tmp_path]).articles
    assert [(a.path, a.text) for a in found] == [(str(tmp_path / "a.tar/up.txt"), TEXT)]


def test_a_zip_bomb_is_told_member_by_member_and_in_all(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(30_000_000))
        archive.writestr("b.txt", SOUND)
        archive.writestr("c.zip", b"PK")
    found = read([tmp_path])
    assert [article.text for article in found.articles] == [SOUND]
    told = [problem.message.removeprefix(f"{tmp_path}/a.zip/") for problem in found.problems]
    assert told == [
        "a.txt is larger than the limit; left out.",
        "c.zip is an archive in an archive; left out.",
    ]
    small = IntakeOptions(largest_total=1_000_000)
    assert "holds more than the limit for an archive" in outcome(tmp_path / "a.zip", small)


def test_a_web_archive_in_a_wacz_file_that_is_a_bomb_or_broken_is_told(tmp_path: Path) -> None:
    small = IntakeOptions(largest_total=1_000_000)
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc", bytes(2_000_000))
        archive.writestr("archive/b.warc", warc(packed=False))
    found = read([tmp_path], options=small)
    assert len(found.articles) == 1
    assert "a.warc is larger unpacked than the limit" in found.problems[0].message
    broken = (warc(packed=False) + b"WARC/1.0\r\nbroken\r\n\r\n" + bytes(90_000)) * 50
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc", broken)
    start = time.process_time()
    found = read([tmp_path])
    assert found.articles and "given up after 5 broken records" in found.problems[-1].message
    assert time.process_time() - start < 3


def test_paths_in_a_zip_archive_do_not_leave_it(tmp_path: Path) -> None:
    names = ["../../up.txt", "/etc/deich.txt", "..\\..\\windows.txt", "C:/deich.txt"]
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in/a.zip", "w") as archive:
        for number, name in enumerate(names):
            archive.writestr(name, f"{SOUND} {number}")
    found = read([tmp_path / "in"]).articles
    inside = [str(article.path).removeprefix(f"{tmp_path}/in/a.zip/") for article in found]
    assert sorted(inside) == ["C:/deich.txt", "etc/deich.txt", "up.txt", "windows.txt"]
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["a.zip"]


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


def test_behind_a_broken_record_of_a_web_archive_reading_goes_on(tmp_path: Path) -> None:
    for name, packed in (("a.warc", False), ("a.warc.gz", True)):
        whole = warc(pages=1, packed=packed)
        second = warc(pages=1, packed=packed)[: len(whole) // 2]
        (tmp_path / name).write_bytes(whole + second + b"garbage\r\n\r\n" + whole)
        found = read([tmp_path / name])
        assert len(found.articles) >= 2, name


def test_a_table_of_a_million_columns_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a," * 1_000_000 + "\n" + "b," * 1_000_000)
    assert "has more than 1000 columns" in outcome(tmp_path / "a.csv")


# 6, 7, 8


def test_an_endless_redirect_is_told(served: Site) -> None:
    link = served.says("/a", "", status=302, Location="/a")
    with pytest.raises(NothingReadable, match="leads through more than 5 redirects"):
        fetch(link)
    assert len(served.paths()) == 6


def test_a_slow_drip_ends_when_the_time_is_up(served: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"<p>")
            handler.wfile.flush()
            time.sleep(0.1)

    served.answers["/a"] = drip
    start = time.monotonic()
    with pytest.raises(NothingReadable, match=r"took longer than|did not answer in time"):
        fetch(f"{served.address}/a")
    assert time.monotonic() - start < 6


def test_a_slow_drip_of_headers_ends_when_the_time_is_up(served: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            handler.wfile.write(b"X-%d: y\r\n" % number)
            handler.wfile.flush()
            time.sleep(0.1)

    served.answers["/a"] = drip
    start = time.monotonic()
    with pytest.raises(NothingReadable, match="did not answer in time"):
        fetch(f"{served.address}/a")
    assert time.monotonic() - start < 6


def test_a_wrong_content_length_is_told(served: Site) -> None:
    link = served.says("/a", PAGE, Content_Length=str(len(PAGE) + 500))
    good = served.says("/b", PAGE)
    served.answers["/a"] = closing(served.answers["/a"])
    found = fetch(link, good)
    assert [article.path for article in found.articles] == [good]
    assert [p.message for p in found.problems] == [
        f"{link} broke off or answered wrongly; left out."
    ]


# 15, 16


@pytest.mark.parametrize(
    ("link", "told"),
    [
        pytest.param("file:///etc/passwd", "has the scheme file:", id="file"),
        pytest.param("ftp://deich.example/a", "has the scheme ftp:", id="ftp"),
        pytest.param("http://127.0.0.1:1/", "leads into a private network", id="loopback"),
        pytest.param("http://localhost:1/", "leads into a private network", id="localhost"),
        pytest.param("http://[::1]:1/", "leads into a private network", id="loopback-6"),
        pytest.param("http://[::ffff:127.0.0.1]:1/", "private network", id="mapped"),
        pytest.param("http://10.1.2.3/", "leads into a private network", id="private"),
        pytest.param("http://192.168.0.1/", "leads into a private network", id="home"),
        pytest.param("http://169.254.169.254/", "private network", id="metadata-of-clouds"),
        pytest.param("http://100.64.0.1/", "leads into a private network", id="carrier"),
        pytest.param("http://[fd00::1]/", "leads into a private network", id="private-6"),
        pytest.param("http://[64:ff9b::7f00:1]/", "private network", id="translated"),
        pytest.param("http://0.0.0.0:1/", "leads into a private network", id="zero"),
        pytest.param("http://2130706433:1/", "private network|reached", id="number"),
        pytest.param("http:///a", "is no address", id="no-host"),
        pytest.param("http://a:b:c/", "is no address", id="no-port"),
    ],
)
def test_links_out_of_the_web_are_refused(link: str, told: str) -> None:
    with pytest.raises(NothingReadable, match=told):
        fetch(link, options=LinkOptions(pause=0.0, retries=0, connect_time=2.0))


@pytest.mark.parametrize(
    ("target", "told"),
    [
        pytest.param("file:///etc/passwd", "has the scheme file:", id="file"),
        pytest.param(
            "http://inside.example:{port}/b", "leads into a private network", id="private"
        ),
    ],
)
def test_a_redirect_out_of_the_web_is_refused(
    served: Site, monkeypatch: pytest.MonkeyPatch, target: str, told: str
) -> None:
    port = served.address.rpartition(":")[2]
    names = {"outside.example": "127.0.0.1", "inside.example": "127.0.0.2"}
    monkeypatch.setattr(guard, "_is_public", lambda address: address == "127.0.0.1")
    served.says("/a", "", status=302, Location=target.format(port=port))
    outside = Guard(resolve=lambda host, _: [names[host]])
    with Fetcher(QUICK, guard=outside) as fetcher, pytest.raises(UnreadableInput, match=told):
        fetcher.get(f"http://outside.example:{port}/a")


def test_a_name_that_resolves_anew_into_a_private_network_is_refused(
    served: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = served.address.rpartition(":")[2]
    answers = iter(["127.0.0.1", *["127.0.0.2"] * 9])
    monkeypatch.setattr(guard, "_is_public", lambda address: address == "127.0.0.1")
    served.says("/a", PAGE, Connection="close")
    served.says("/robots.txt", "", Connection="close")
    served.answers["/robots.txt"] = closing(served.answers["/robots.txt"])
    rebound = Guard(resolve=lambda *_: [next(answers)])
    told = "leads into a private network"
    with Fetcher(QUICK, guard=rebound) as fetcher, pytest.raises(UnreadableInput, match=told):
        fetcher.get(f"http://outside.example:{port}/a")
    assert served.paths() == []


def test_a_password_in_a_link_is_used_and_never_told_logged_or_kept(
    served: Site, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    link = served.says("/deich", PAGE, ETag='"1"')
    served.says("/new", "", status=301, Location="/deich")
    secret = link.replace("http://", "http://ada:geh%65im@")
    options = LinkOptions(allow_private=True, pause=0.0, retries=0, cache=tmp_path / "pages")
    found = fetch(secret, secret.replace("/deich", "/new"), f"{secret}/none", options=options)
    article = found.articles[0]
    assert (article.path, article.url) == (link, link)
    logins = [headers.get("authorization") for path, headers in served.asked if path == "/deich"]
    assert logins == ["Basic YWRhOmdlaGVpbQ=="] * 2
    assert "/none does not exist (404)" in found.problems[0].message
    kept = b"".join(file.read_bytes() for file in (tmp_path / "pages").iterdir())
    assert kept and "/deich" in caplog.text
    for told in (msgspec.json.encode(found), kept, caplog.text.encode()):
        assert b"geh" not in told and b"YWRh" not in told


def test_a_password_in_a_list_of_links_is_in_no_output(served: Site, tmp_path: Path) -> None:
    link = served.says("/deich", PAGE).replace("http://", "http://ada:geheim@")
    (tmp_path / "links.txt").write_text(f"{link}\n{link}/none\n")
    options, out = ["--allow-private", "--quiet"], tmp_path / "out.json"
    with pytest.raises(SystemExit):
        main(["analyse", str(tmp_path / "links.txt"), *options, "--json", str(out)])
    assert "geheim" not in out.read_text()


# 17


def test_every_limit_stands_in_the_docs_with_its_default() -> None:
    docs = (Path(__file__).parents[2] / "docs/intake.md").read_text()
    limits = {
        "largest_file": "20 MB", "largest_total": "2 GB", "most_files": "1,000,000",
        "links.largest_page": "20 MB", "links.most_links": "1,000", "links.most_redirects": "5",
        "links.connect_time": "10 s", "links.page_time": "30 s", "links.retries": "2",
        "links.longest_wait": "60 s", "links.pause": "1 s",
    }  # fmt: skip
    other = {"kind", "fields", "links", "links.allow_private", "links.cache", "links.follow"}
    settings = set(IntakeOptions.__struct_fields__)
    settings |= {f"links.{name}" for name in LinkOptions.__struct_fields__}
    assert settings == set(limits) | other
    for name, default in limits.items():
        row = next(line for line in docs.splitlines() if f"`{name}`" in line and "|" in line)
        assert default in row, name


def test_beside_everything_hostile_at_once_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<div>" * 10_000)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7" + bytes(99))
    (tmp_path / "c.warc.gz").write_bytes(b"\x1f\x8b" + bytes(99))
    (tmp_path / "d.zip").write_bytes(b"PK\x03\x04" + bytes(99))
    (tmp_path / "e.rss").write_text(f"<!DOCTYPE x [{LAUGHS}]><rss><item>&l9;</item></rss>")
    (tmp_path / "f.docx").write_bytes(b"PK")
    (tmp_path / "g.txt").write_text(SOUND)
    (tmp_path / "h.txt.gz").write_bytes(gzip.compress(bytes(21_000_000)))
    found = read([tmp_path])
    assert [article.text for article in found.articles] == [SOUND]
    assert len(found.problems) == 7
    assert all(problem.message.endswith("; left out.") for problem in found.problems)
