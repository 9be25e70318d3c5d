import base64
import hashlib
import html
import re
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from invented import analysis, empty, hostile, many, revised, talkative

from quellenlage.model import Analysis
from quellenlage.report import to_html

GOLDEN = Path(__file__).parent / "golden"
MEASURED = re.compile(r"\b[01][.,]\d\d\b")
"""Shares that are measured anew; scrubbed before a page is compared."""
PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "attribute": '" onload="alert(1)" x=\'',
    "entity": "&lt;script&gt;&#x3C;img src=x onerror=alert(1)>",
    "svg": "<svg onload=alert(1)><style>*{display:none}</style></svg>",
    "closing": "</script></style></title></textarea><img src=x onerror=alert(1)>",
    "override": "\u202egnp.exe\u202c \u2066x",
    "template": "{{ 7*7 }}{% include 'x' %}{0} {names}",
    "control": "\x00\x01\x0b\ufffe Ende",
}


class Outline(HTMLParser):
    """All tags and attributes of a page, and its ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]


def text_of(page: str) -> str:
    """The words of a page without its markup, style and script."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_page_says_what_it_said_when_last_looked_at(lang: str) -> None:
    """Accept a change by deleting the file, running the test twice and reading the difference."""
    golden = GOLDEN / f"page.{lang}.txt"
    said = MEASURED.sub("#", text_of(to_html(analysis(), lang))).replace(". ", ".\n") + "\n"
    if not golden.exists():
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said)
        pytest.fail("The golden file was missing; it is written now, look at it.")
    assert said == golden.read_text()


def test_the_page_tells_what_a_reader_asks_first() -> None:
    said = text_of(to_html(analysis()))
    for fragment in (
        "2 Artikel, ein einziger Ursprung: Bauamt Altfurt.",
        "Altfurter Bote [1] und Kurier [2] sind ein Text, redaktionell bearbeitet.",
        "Stellwerk bestreitet das . [ 3, 3 ] zu 1 Die Brücke bei Altfurt hat 14 Risse.",
        "Direkt zu den Behauptungen Kreislauf: mehrere Artikel, ein Ursprung 2 ",
        "Konnte etwas zunächst nicht bestätigen und hat später bestätigt.",
        "Altfurt Bauamt Altfurt [ 1, 2 ] Neufurt",
        "andere Zahl : 14 → 40".replace(" :", ":"),
        "Die Überschrift stellt als Tatsache hin, was im Text nur „unter Vorbehalt“ ist.",
        "nda – Als Quelle angegeben in 1 Artikel; der Text selbst lag nicht vor.",
        "Nordagentur – Genannt in 1 Artikel",
        "Dasselbe Zitat in anderen Worten",
    ):
        assert fragment in said


def test_the_page_shows_versions_and_what_an_outlet_repeats() -> None:
    said = text_of(to_html(revised()))
    for fragment in (
        "Fassungen eines Artikels",
        "Altfurter Bote [4] ist eine spätere Fassung von Altfurter Bote [1]",
        "in der Sache geändert",
        "Altfurter Bote , in 2 Artikeln Mehr dazu lesen Sie morgen. [ 1, 4 ] [ 4, 4 ]",
    ):
        assert fragment in said


@pytest.mark.parametrize("told", [revised(), talkative(600)], ids=["few", "many"])
def test_every_link_inside_the_page_leads_somewhere(told: Analysis) -> None:
    outline = Outline(to_html(told))
    inside = {link[1:] for link in outline.links if link.startswith("#")}
    assert inside - set(outline.ids) == set()
    assert len(outline.ids) == len(set(outline.ids))


def test_the_policy_allows_only_the_style_and_script_in_the_page() -> None:
    page = to_html(analysis())
    policy = html.unescape(re.search(r'Security-Policy" content="([^"]+)"', page)[1])  # type: ignore[index]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", page, flags=re.S)[1]  # type: ignore[index]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_page_asks_nothing_of_the_network() -> None:
    page = to_html(analysis())
    assert not re.search(r"<(link|img|iframe|object|embed|base)\b|@import|url\(|src=", page)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_hostile_text_in_every_field_is_shown_as_text(payload: str) -> None:
    plain, attacked = Outline(to_html(analysis())), Outline(to_html(hostile(payload)))
    assert attacked.tags - plain.tags == set()
    assert attacked.attributes - plain.attributes == set()
    assert [link for link in attacked.links if not link.startswith("#")] == []


def test_hostile_text_can_be_written_as_utf_8() -> None:
    to_html(hostile(PAYLOADS["control"])).encode()


def test_a_direction_override_is_isolated() -> None:
    page = to_html(hostile(PAYLOADS["override"]))
    claim = re.search(r'<span class="text">(.*?)</span>', page)
    assert claim
    assert claim[1].startswith("<bdi>")
    assert not set(page) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_an_analysis_without_claims_has_a_page(lang: str) -> None:
    assert "Nur ein Satz." in text_of(to_html(empty(), lang))


def test_two_hundred_articles_make_a_page_in_a_few_seconds() -> None:
    started = time.perf_counter()
    page = to_html(many(200))
    assert time.perf_counter() - started < 10
    assert len(page.encode()) < 3_000_000


def test_names_of_three_hundred_characters_are_shown_whole() -> None:
    name = "Überregionaler Anzeiger " * 13
    assert " ".join(name.split()) in text_of(to_html(many(3, name)))


def test_the_same_analysis_gives_the_same_bytes() -> None:
    assert to_html(analysis()) == to_html(analysis())
