"""Input that nobody wants: traced without a crash, in time that does not explode."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest
from lindhafen import FIRST, OTHER, article, sentences

from quellenlage.lineage import trace
from quellenlage.model import Article


def seconds(articles: Sequence[Article]) -> float:
    """Processor time of tracing."""
    started = time.process_time()
    trace(articles)
    return time.process_time() - started


def grows_with_size(make: Callable[[int], list[Article]], small: int, times: int) -> bool:
    """Whether so many times the articles take less than a few times as much more."""
    trace(make(2))
    once = seconds(make(small))
    return seconds(make(small * times)) < 4 * times * max(once, 0.05)


def test_the_same_article_a_thousand_times_is_one_lineage() -> None:
    articles = [article(f"a{n}", FIRST, outlet=f"Bote {n}") for n in range(1000)]
    started = time.process_time()
    traced = trace(articles)
    assert time.process_time() - started < 10
    assert [len(lineage.articles) for lineage in traced.lineages] == [1000]
    assert {place.article for edge in traced.reuse for place in (edge.a, edge.b)} == {
        article.id for article in articles
    }


def test_the_same_article_a_thousand_times_by_one_outlet_is_one_lineage() -> None:
    articles = [article(f"a{n}", FIRST, outlet="Bote") for n in range(1000)]
    assert [len(lineage.articles) for lineage in trace(articles).lineages] == [1000]


def test_nearly_the_same_article_a_thousand_times_is_one_lineage() -> None:
    articles = [
        article(f"a{n}", [*FIRST, *sentences(1, seed=n)], outlet=f"Bote {n}") for n in range(1000)
    ]
    started = time.process_time()
    traced = trace(articles)
    assert time.process_time() - started < 20
    assert [len(lineage.articles) for lineage in traced.lineages] == [1000]
    assert {edge.direction for edge in traced.reuse} == {"unknown"}


def test_empty_articles_and_articles_of_one_sentence_are_single() -> None:
    texts = ("", " \n\n ", "Stau.", "Stau.", "Die Brücke ist zu.", "Die Brücke ist offen.", "…")
    traced = trace([Article(id=f"a{n}", text=text) for n, text in enumerate(texts)])
    assert sorted(id for lineage in traced.lineages for id in lineage.articles) == [
        f"a{n}" for n in range(len(texts))
    ]


def test_an_article_of_200000_words_is_traced() -> None:
    long = sentences(16_000, words=12)
    endless = Article(id="a2", text=" ".join(sentences(16_000, seed=2)).replace(".", ""))
    started = time.process_time()
    traced = trace([article("a0", [*long, *FIRST]), article("a1", FIRST), endless])
    assert time.process_time() - started < 60
    assert len(traced.reuse) == len(FIRST)


@pytest.mark.usefixtures("steady")
def test_lists_that_share_every_second_line_do_not_take_quadratic_time() -> None:
    lines = [f"{name} 2:1 (1:0)" for name in sentences(16, words=3)]

    def lists(number: int) -> list[Article]:
        return [
            article(f"a{n}", [x for line in lines for x in (line, *sentences(1, seed=n))])
            for n in range(number)
        ]

    assert grows_with_size(lists, 20, 4)


def test_lists_of_results_that_share_every_second_line_are_no_lineage() -> None:
    shared = [f"{name[:-1]} 2:1" for name in sentences(12, words=3)]
    lists = [
        article(
            f"a{n}",
            [
                x
                for at, line in enumerate(shared)
                for x in (line, f"{sentences(1, seed=100 * n + at + 1, words=3)[0]} {n}:0")
            ],
            outlet=f"Bote {n}",
        )
        for n in range(60)
    ]
    assert {lineage.kind for lineage in trace(lists).lineages} == {"single"}
    assert {lineage.kind for lineage in trace(lists[:3]).lineages} == {"single"}


def test_tables_with_the_same_head_are_no_lineage() -> None:
    head = "Verein | Spiele | Siege | Unentschieden | Niederlagen | Tore | Punkte"
    tables = [
        article(
            f"a{n}",
            [
                head,
                *(
                    f"{club[:-1]} | 34 | {n} | {at} | 9 | 50:{n} | {3 * n + at}"
                    for at, club in enumerate(sentences(18, seed=n, words=2))
                ),
            ],
            outlet=f"Bote {n}",
        )
        for n in range(12)
    ]
    traced = trace(tables)
    assert {lineage.kind for lineage in traced.lineages} == {"single"}


def test_tickers_of_one_outlet_are_no_lineage_for_the_lines_they_repeat() -> None:
    stock = [line[:-1] + " fällt am Mittag im frühen Handel leicht." for line in sentences(8)]
    tickers = [
        article(
            f"a{n}",
            [x for pair in zip(stock, sentences(8, seed=n + 1), strict=True) for x in pair],
            outlet="Börsenbote",
            url=f"/{n}",
        )
        for n in range(8)
    ]
    assert [lineage.kind for lineage in trace(tickers).lineages] == ["single"] * 8


def test_a_collection_of_one_outlet_has_no_lineage_for_its_notices() -> None:
    notices = [line[:-1] + " lesen Sie jeden Morgen kostenlos bei uns." for line in sentences(4)]
    articles = [
        article(
            f"a{n}", [*sentences(5, seed=n + 1), *notices], outlet="Bote", published="2031-05-02"
        )
        for n in range(60)
    ]
    traced = trace(articles)
    assert [lineage.kind for lineage in traced.lineages] == ["single"] * 60
    assert traced.reuse == []


def test_stock_phrases_in_very_many_articles_make_no_lineage() -> None:
    phrases = [
        line[:-1] + " bittet die Polizei unter der Rufnummer 110 um Hinweise."
        for line in sentences(2)
    ]
    articles = [
        article(f"a{n}", [*sentences(5, seed=n + 1), *phrases], outlet=f"Bote {n}")
        for n in range(200)
    ]
    assert {lineage.kind for lineage in trace(articles).lineages} == {"single"}


def test_stock_phrases_make_no_lineage() -> None:
    phrase = "Die Polizei bittet Zeugen, sich unter der Rufnummer 110 zu melden."
    articles = [article(f"a{n}", [*sentences(3, seed=n), phrase]) for n in range(5)]
    assert [lineage.kind for lineage in trace(articles).lineages] == ["single"] * 5


def test_of_articles_with_one_id_the_first_counts() -> None:
    traced = trace([article("a", FIRST), article("a", OTHER), article("b", FIRST)])
    assert [lineage.articles for lineage in traced.lineages] == [["a", "b"]]


def test_articles_dated_1970_or_tomorrow_are_still_compared() -> None:
    dates = ("1970-01-01", "2031-05-03", None, "2020-06-15", "kein Datum")
    articles = [article(f"a{n}", FIRST, published=date) for n, date in enumerate(dates)]
    traced = trace(articles, now="2031-05-02")
    assert [sorted(lineage.articles) for lineage in traced.lineages] == [
        [f"a{n}" for n in range(len(dates))]
    ]


@pytest.mark.usefixtures("steady")
def test_twice_the_articles_take_about_twice_the_time() -> None:
    def unlike(number: int) -> list[Article]:
        return [
            article(f"a{n}", sentences(10, seed=n), published=f"2031-{n % 12 + 1:02}-02")
            for n in range(number)
        ]

    assert grows_with_size(unlike, 60, 4)
