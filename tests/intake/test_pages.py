"""Web pages: which field comes from where, and what is left of the text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quellenlage.german.outlets import outlet_of_host, outlet_of_name
from quellenlage.intake import read
from quellenlage.intake.pagetitle import headline
from quellenlage.model import Article

BODY = [
    "Der Deich an der Warne hält nach Angaben des Amtes auch dem nächsten Hochwasser stand.",
    "Die Bauarbeiten hatten im Herbst begonnen und vier Monate gedauert, sagte Amtsleiterin Warn.",
    "Der Ort Warnau war im Jahr davor von einer Flut getroffen worden, zwölf Häuser standen leer.",
    "Im Frühjahr soll der zweite Abschnitt folgen, für den noch Geld des Landes fehlt.",
]


def article(folder: Path, page: str) -> Article:
    (folder / "a.html").write_text(page)
    return read([folder / "a.html"]).articles[0]


def page(head: str = "", body: str = "", **record: object) -> str:
    data = json.dumps({"@type": "NewsArticle", **record})
    paragraphs = "".join(f"<p>{part}</p>" for part in BODY)
    return (
        f"<html lang='de'><head>{head}<script type='application/ld+json'>{data}</script></head>"
        f"<body><nav><a href='/'>Start</a><a href='/politik'>Politik</a></nav><main><article>"
        f"<h1>Deich hält</h1>{body}{paragraphs}</article></main>"
        f"<footer><a href='/impressum'>Impressum</a></footer></body></html>"
    )


def test_a_page_that_holds_nothing_but_an_article_is_kept_whole(tmp_path: Path) -> None:
    head = "<title>Deich</title><meta property='article:published_time' content='2021-03-04'>"
    short = "<p>Ja.</p><p>Ja.</p><p>Anzeige</p>"
    found = article(
        tmp_path, f"<html><head>{head}</head><body><article><h1>Deich</h1>{short}</article></body>"
    )
    assert found.text == "Deich\n\nJa.\n\nJa.\n\nAnzeige"
    assert (found.title, found.published) == ("Deich", "2021-03-04")


def test_the_fields_of_json_ld_come_first_and_say_so(tmp_path: Path) -> None:
    found = article(
        tmp_path,
        page(
            "<link rel='canonical' href='https://www.zeit.de/deich'>"
            "<meta name='author' content='Redaktion'>",
            headline="Deich hält",
            datePublished="2021-03-04T08:00:00+01:00",
            author=[{"@type": "Person", "name": "Ada Warn"}, {"name": "zeit.de"}],
        ),
    )
    assert (found.title, found.published, found.authors) == (
        "Deich hält", "2021-03-04T08:00:00+01:00", ["Ada Warn"],
    )  # fmt: skip
    assert (found.outlet, found.family) == ("ZEIT ONLINE", "Zeitverlag")
    assert found.provenance["published"] == found.provenance["authors"] == "JSON-LD"


def test_navigation_and_marks_do_not_reach_the_text(tmp_path: Path) -> None:
    found = article(tmp_path, page(body="<p>von Ada Warn</p><p>Ein Klick für den Datenschutz</p>"))
    assert found.text == "\n\n".join(["Deich hält", *BODY])


OUTSIDE = [
    pytest.param(
        "<ul><li><a href='/1'>Damm: Warum der Ort noch immer wartet</a></li>"
        "<li><a href='/2'>Flut: Was die Häuser heute kosten</a></li></ul>",
        "related", id="list-of-links",
    ),
    pytest.param(
        "<div><article><a href='/3'><h3>Die Flut kam in der Nacht</h3></a></article></div>",
        "related", id="article-in-the-article",
    ),
    pytest.param(
        "<div class='bildText'><p>Ada Warn vor dem Deich an der Warne im Herbst</p></div>",
        "caption", id="caption-by-its-name",
    ),
    pytest.param(
        "<div class='infobox'><p>Der Deich ist zwölf Kilometer lang und war uralt.</p></div>",
        "other", id="box",
    ),
    pytest.param(
        "<div role='complementary'><p>Der Damm wurde im Jahr 1962 gebaut und war kurz.</p></div>",
        "other", id="landmark",
    ),
    pytest.param(
        "<div class='opinary-widget'><p>Soll der Ort Warnau einen neuen Damm bekommen?</p></div>",
        "other", id="poll",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "kind"), OUTSIDE)
def test_what_the_markup_sets_apart_is_told_and_goes(
    tmp_path: Path, markup: str, kind: str
) -> None:
    whole = page().replace(f"<p>{BODY[2]}", f"{markup}<p>{BODY[2]}")
    found = article(tmp_path, whole)
    assert found.text == "\n\n".join(["Deich hält", *BODY])
    assert {item.kind for item in found.removed} <= {kind}


def test_a_name_around_much_of_the_text_is_not_believed(tmp_path: Path) -> None:
    whole = page()
    for part in BODY:
        whole = whole.replace(f"<p>{part}</p>", f"<div class='teaser'><p>{part}</p></div>")
    assert article(tmp_path, whole).text == "\n\n".join(["Deich hält", *BODY])


def test_the_lead_between_title_and_text_is_taken(tmp_path: Path) -> None:
    lead = (
        "Nach vier Monaten ist der erste Abschnitt fertig, und nun fehlt das Geld für den zweiten."
    )
    found = article(tmp_path, page(body=f"<div class='intro'><span>{lead}</span></div>"))
    assert found.text == "\n\n".join(["Deich hält", lead, *BODY])


def test_a_paragraph_that_the_page_s_own_text_lacks_is_told_and_goes(tmp_path: Path) -> None:
    foreign = (
        "Wer früh bestellt, bekommt in diesem Jahr eine Tasche und zwei Bücher dazu geschenkt."
    )
    whole = page(articleBody=" ".join(BODY)).replace(BODY[3], f"{BODY[3]}</p><p>{foreign}")
    found = article(tmp_path, whole)
    assert (foreign in found.text, foreign in [r.text for r in found.removed]) == (False, True)


def test_the_page_s_own_text_is_taken_where_the_markup_has_far_less(tmp_path: Path) -> None:
    data = json.dumps(
        {"@type": "NewsArticle", "articleBody": "<p>" + "</p><p>".join(BODY) + "</p>"}
    )
    found = article(
        tmp_path,
        f"<html><head><title>Deich</title><script type='application/ld+json'>{data}</script></head>"
        f"<body><div id='app'><a href='/'>Start</a></div></body></html>",
    )
    assert found.text == "\n\n".join(["Deich", *BODY])
    assert found.provenance["text"].startswith("JSON-LD")


def test_a_page_with_a_title_and_no_text_is_told(tmp_path: Path) -> None:
    found = article(
        tmp_path, "<html><head><title>Deich hält</title></head><body><div></div></body>"
    )
    assert (found.access, found.warnings[0].code) == ("empty", "empty")


def test_a_short_page_that_says_it_is_paid_is_told(tmp_path: Path) -> None:
    assert article(tmp_path, page(isAccessibleForFree=False)).access == "paywalled"


def test_another_text_at_the_same_address_is_a_version(tmp_path: Path) -> None:
    head = "<link rel='canonical' href='https://bote.example/deich'>"
    (tmp_path / "a.html").write_text(page(head))
    (tmp_path / "b.html").write_text(page(head).replace("zwölf", "dreizehn"))
    first, second = read([tmp_path]).articles
    assert (first.version_of, second.version_of) == (None, first.id)


@pytest.mark.parametrize(
    ("linked", "social", "window", "expected"),
    [
        pytest.param("A B C", "X Y Z", "A B C | Bote", "X Y Z", id="json-ld-for-engines"),
        pytest.param("A B C", "X Y Z", "X Y Z", "A B C", id="social-for-engines"),
        pytest.param("", "A B C | Bote", "A B C", "A B C", id="name-behind-bar"),
        pytest.param("", "A B - und C", "A B - und C", "A B - und C", id="dash-of-its-own"),
        pytest.param("", "A B – BOTE – 04.03.2021", "", "A B", id="name-and-date"),
        pytest.param("", "", "A B C - Bote", "A B C", id="window-only"),
    ],
)
def test_the_headline_is_the_one_readers_see(
    linked: str, social: str, window: str, expected: str
) -> None:
    assert headline(linked, social, "", window, site="Bote")[0] == expected


def test_an_outlet_is_known_by_any_host_below_its_domain() -> None:
    outlet = outlet_of_host("www.zeit.de")
    assert outlet is not None and outlet == outlet_of_name("Zeit Online")
    assert outlet_of_host("zeit.de.example") is None


BYLINES = [
    pytest.param(
        "<meta name='author' content='a.warn@warnebote.example'>"
        "<meta name='twitter:label1' content='Verfasst von'>"
        "<meta name='twitter:data1' content='Ada Warn'>",
        "", id="label-of-a-card",
    ),
    pytest.param("", "<ul><li><b>Autorin/Autor</b> Ada Warn</li></ul>", id="labelled"),
    pytest.param(
        "<meta name='author' content='Warnebote'>"
        "<link rel='canonical' href='https://www.warnebote.example/deich'>",
        "<p>von <a href='/autoren/ada-warn'>Ada Warn</a></p>", id="house-instead",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body"), BYLINES)
def test_an_author_is_found_where_the_page_names_a_house_or_address(
    tmp_path: Path, head: str, body: str
) -> None:
    assert article(tmp_path, page(head, body)).authors == ["Ada Warn"]


@pytest.mark.parametrize(
    "appeal",
    ["Unterstützen Sie unsere Arbeit mit fünf Euro im Monat.", "Den Warneboten jetzt abonnieren."],
)
def test_an_appeal_at_the_end_goes_with_its_heading(tmp_path: Path, appeal: str) -> None:
    last = f"<p>{BODY[-1]}</p>"
    whole = page().replace(last, f"{last}<h3>Auf ein Wort</h3><p>{appeal}</p>")
    assert article(tmp_path, whole).text == "\n\n".join(["Deich hält", *BODY])
