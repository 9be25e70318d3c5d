"""Stories that are hardly stories: sensible output, or none, and never an error."""

from __future__ import annotations

import time

import msgspec
import pytest

from quellenlage.claims import weigh
from quellenlage.model import Analysis, Article, Story
from quellenlage.pipeline import PipelineOptions, run

WITNESS = (
    "Der Damm bei Ahrstadt ist gebrochen. Die Feuerwehr teilte mit, zwei Häuser seien zerstört. "
    "Der Bürgermeister bestreitet das. „Das Tor war offen“, sagte der Zeuge Karl Ahrens."
)


def article(id: str, text: str, published: str | None = "2025-03-04T08:00:00+01:00") -> Article:
    return Article(id=id, outlet=f"Blatt {id}", published=published, text=text)


def analysed(*articles: Article) -> Analysis:
    """The articles as one story, analysed."""
    return run(articles, options=PipelineOptions(workers=1, created="2025-03-05T00:00:00+00:00"))


def test_a_story_of_one_article_has_claims_and_none_is_circular() -> None:
    found = analysed(article("a", f"Damm gebrochen\n\n{WITNESS}"))
    assert found.claims
    assert not any(claim.circular for claim in found.claims)
    assert found.drifts == []


def test_an_article_that_contradicts_itself_keeps_both_sides_in_sight() -> None:
    text = (
        "Streit um den Damm\n\nDie Feuerwehr teilte mit, der Damm bei Ahrstadt sei gebrochen. "
        "Der Landkreis bestreitet, dass der Damm bei Ahrstadt gebrochen ist."
    )
    found = analysed(article("a", text))
    assert {a.stance for claim in found.claims for a in claim.assertions} >= {"asserts", "denies"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Warum nur?\n\nWer weiß das schon? Und was nun?", id="questions only"),
        pytest.param(
            "Ticker\n\n10.15 Uhr: Der Damm ist gebrochen.\n\n10.20 Uhr: Die Feuerwehr ist vor Ort.",
            id="a ticker",
        ),
        pytest.param(
            "Interview\n\nFrage: Was ist passiert?\n\nAhrens: Der Damm ist gebrochen.",
            id="an interview",
        ),
        pytest.param(
            "Kommentar\n\nDas ist ein Skandal. Der Minister muss endlich handeln.", id="commentary"
        ),
        pytest.param(
            "Zitat\n\n“The dam is broken”, sagte Sprecherin Jane Doe. « C'est vrai. »",
            id="quotations in other languages",
        ),
        pytest.param(
            "Damm\n\nDer Damm ist gebrochen. Zwei Häuser sind zerstört.", id="nothing attributed"
        ),
        pytest.param("Leer", id="a heading only"),
        pytest.param(", ,,, und und und , dass dass.", id="no sentence"),
    ],
)
def test_odd_texts_are_read_without_an_error(text: str) -> None:
    found = analysed(article("a", text), article("b", text))
    for claim in found.claims:
        assert claim.text
        assert claim.independent_support >= 0


def test_what_no_one_is_quoted_for_is_the_word_of_its_articles() -> None:
    text = "Damm gebrochen\n\nDer alte Damm bei Ahrstadt ist am Morgen gebrochen."
    found = analysed(article("a", text))
    assert all(not a.chain for claim in found.claims for a in claim.assertions)


def test_articles_without_dates_are_weighed_and_time_explains_nothing() -> None:
    first = article("a", f"Damm\n\n{WITNESS}", published=None)
    second = article("b", f"Bruch\n\n{WITNESS}", published=None)
    found = analysed(first, second)
    assert found.claims
    assert not any(d.resolved_by_time for d in found.discrepancies)
    assert all(entry.date is None for claim in found.claims for entry in claim.history)


def test_the_order_in_which_articles_are_given_changes_no_claim() -> None:
    articles = [
        article("a", f"Damm\n\n{WITNESS}"),
        article("b", "Damm\n\nDer Damm bei Ahrstadt ist gebrochen, teilte die Feuerwehr mit."),
        article("c", "Damm\n\nLaut Feuerwehr sind in Ahrstadt zwei Häuser zerstört."),
    ]
    one, other = analysed(*articles), analysed(*reversed(articles))
    members = [
        sorted(sorted((a.article, a.start) for a in claim.assertions) for claim in found.claims)
        for found in (one, other)
    ]
    assert members[0] == members[1]


@pytest.mark.nightly
def test_five_hundred_articles_take_no_more_than_their_share_of_time() -> None:
    names = "Ahrstadt Bergheim Clausdorf Denzin Elbhausen Friedau Gerwitz Hallow".split()
    things = "Damm Brücke Turm Halle Schule Werft Bahnhof Klinik".split()

    def story(size: int) -> Analysis:
        articles = [
            article(
                str(n),
                f"Meldung {n}\n\n{things[n % 8]} {n // 8} in {names[n // 8 % 8]} ist gebrochen. "
                f"Die Feuerwehr teilte mit, {n + 3} Häuser in {names[n % 8]} seien zerstört.",
            )
            for n in range(size)
        ]
        options = PipelineOptions(workers=1, without=frozenset({"claims"}))
        read = run(articles, options=options)
        whole = Story(id="story", title="", articles=[a.id for a in read.articles])
        return msgspec.structs.replace(read, stories=[whole])

    def seconds(analysis: Analysis) -> float:
        started = time.process_time()
        weigh(analysis)
        return time.process_time() - started

    small, large = seconds(story(125)), seconds(story(500))
    assert large < 4 * small * 1.6 + 1
