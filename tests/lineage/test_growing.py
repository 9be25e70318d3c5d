"""A growing collection gives what tracing everything at once gives."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from lindhafen import FIRST, OTHER, THIRD, article, sentences

from quellenlage.lineage import LineageIndex, trace
from quellenlage.lineage.postings import features_of
from quellenlage.model import Article

START = date(2020, 1, 1)
DAY = "2031-05-02T08:00:00+02:00"


def some() -> list[Article]:
    return [
        article("a", FIRST, published=DAY),
        article("b", OTHER, published=DAY),
        article("c", ("Risse", *FIRST[1:]), published="2031-05-04T08:00:00+02:00"),
        article("d", THIRD, published=DAY),
        article("e", (*OTHER[:4], *sentences(2)), published=None),
    ]


def test_articles_added_one_by_one_make_the_lineages_of_all_at_once() -> None:
    index = LineageIndex()
    added = [index.add([one]) for one in some()]
    whole = trace(some())
    assert {e.id for part in added for e in part.reuse} == {e.id for e in whole.reuse}
    assert {frozenset(lineage.articles) for lineage in index.lineages()} == {
        frozenset(lineage.articles) for lineage in whole.lineages
    }


def test_an_added_article_tells_only_what_is_new() -> None:
    index = LineageIndex()
    index.add(some()[:2])
    added = index.add(some()[2:3])
    assert {place.article for edge in added.reuse for place in (edge.a, edge.b)} == {"a", "c"}
    assert [lineage.articles for lineage in added.lineages] == [["a", "c"]]


def test_two_lineages_that_a_new_article_joins_are_gone() -> None:
    index = LineageIndex()
    before = index.add([article("a", FIRST), article("b", OTHER)])
    joined = index.add([article("c", (*FIRST, *OTHER))])
    assert [sorted(lineage.articles) for lineage in joined.lineages] == [["a", "b", "c"]]
    assert set(joined.gone) < {lineage.id for lineage in before.lineages}


def test_an_article_known_already_adds_nothing() -> None:
    index = LineageIndex()
    index.add(some())
    assert index.add(some()[:1]).reuse == []
    assert len(index) == len(some())


def test_of_articles_with_one_id_the_first_counts() -> None:
    index = LineageIndex()
    index.add([article("a", FIRST), article("a", OTHER)])
    index.add([article("a", THIRD)])
    assert len(index) == 1
    assert [lineage.articles for lineage in index.add([article("b", FIRST)]).lineages] == [
        ["a", "b"]
    ]


def test_a_store_that_holds_the_articles_already_can_be_remembered() -> None:
    store = {one.id: one for one in some()}
    index = LineageIndex(store)
    index.remember(list(store.values()))
    assert [lineage.articles for lineage in index.add([article("f", THIRD)]).lineages] == [
        ["d", "f"]
    ]


def test_the_same_article_hundreds_of_times_one_by_one_is_one_lineage() -> None:
    index = LineageIndex()
    started = time.process_time()
    for n in range(300):
        added = index.add([article(f"a{n:03}", FIRST, outlet=f"Bote {n}")])
    assert time.process_time() - started < 20
    assert [len(lineage.articles) for lineage in added.lineages] == [300]
    assert [len(lineage.articles) for lineage in index.lineages()] == [300]
    assert {edge.a.article for edge in added.reuse} == {"a000"}


def test_nearly_the_same_article_very_often_is_one_lineage_also_when_it_comes_in_parts() -> None:
    index = LineageIndex()
    for part in range(12):
        index.add(
            [
                article(f"a{n}", [*FIRST, *sentences(1, seed=n)], outlet=f"Bote {n}")
                for n in range(12 * part, 12 * part + 12)
            ]
        )
    assert [len(lineage.articles) for lineage in index.lineages()] == [144]


def test_features_are_the_same_found_alone_and_together() -> None:
    together = features_of(some())
    for one, features in zip(some(), together, strict=True):
        (alone,) = features_of([one])
        assert alone.runs.tolist() == features.runs.tolist()
        assert alone.stems.tolist() == features.stems.tolist()


def test_copies_months_apart_are_not_looked_for() -> None:
    index = LineageIndex()
    index.add([article("a", FIRST, published="2031-01-02")])
    assert index.add([article("b", FIRST, published="2031-05-02")]).reuse == []


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
def test_adding_costs_the_same_whatever_is_there(dated: bool) -> None:
    def cost(number: int) -> float:
        index = LineageIndex()
        index.remember(
            article(f"k{n}", sentences(6, seed=n), published=day(n)) for n in range(number)
        )
        started = time.process_time()
        for n in range(10):
            index.add([article(f"n{n}", sentences(6, seed=-n - 1), published=day(61))])
        return time.process_time() - started

    def day(number: int) -> str | None:
        return str(START + timedelta(days=number)) if dated else None

    cost(10)
    assert cost(1500) < 4 * max(cost(150), 0.05)
