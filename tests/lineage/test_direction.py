"""Which way text went is told where something says so, and is unknown elsewhere."""

from __future__ import annotations

from lindhafen import FIRST, article

from quellenlage.lineage import trace
from quellenlage.model import Article

MORNING, NOON = "2031-05-02T08:00:00+02:00", "2031-05-02T12:00:00+02:00"
NAMING = (*FIRST, "Das sagte sie der Süddeutschen Zeitung.")


def ways(*articles: Article, now: str | None = None) -> set[str]:
    return {edge.direction for edge in trace(articles, now=now).reuse}


def test_who_names_the_other_house_took_from_it() -> None:
    source = article("a", FIRST, outlet="sueddeutsche.de")
    taker = article("b", NAMING, outlet="Tagesspiegel")
    assert ways(source, taker) == {"a_to_b"}


def test_two_houses_that_name_each_other_tell_nothing() -> None:
    one = article("a", (*FIRST, "Wie der Tagesspiegel schrieb."), outlet="Süddeutsche Zeitung")
    assert ways(one, article("b", NAMING, outlet="Tagesspiegel")) == {"unknown"}


def test_a_clock_that_contradicts_a_name_makes_it_unknown() -> None:
    source = article("a", FIRST, outlet="sueddeutsche.de", published=NOON)
    taker = article("b", NAMING, outlet="Tagesspiegel", published=MORNING)
    assert ways(source, taker) == {"unknown"}


def test_the_earlier_of_two_houses_is_not_the_source_of_the_later() -> None:
    one = article("a", FIRST, outlet="Tagesspiegel", published=MORNING)
    assert ways(one, article("b", FIRST, outlet="Bild", published=NOON)) == {"unknown"}


def test_within_one_house_the_later_article_took_from_the_earlier() -> None:
    one = article("b", FIRST, outlet="Handelsblatt", published=MORNING)
    assert ways(one, article("a", FIRST, outlet="Tagesspiegel", published=NOON)) == {"b_to_a"}


def test_a_press_release_is_the_source_of_a_report() -> None:
    release = article("b", FIRST, kind="release")
    assert ways(release, article("a", FIRST, outlet="Bild")) == {"b_to_a"}


def test_an_agency_is_the_source_of_who_credits_it() -> None:
    wire = article("a", FIRST, outlet="dpa")
    assert ways(wire, article("b", FIRST, outlet="Bild", credits=["dpa"])) == {"a_to_b"}


def test_undated_and_misdated_articles_have_no_direction() -> None:
    for wrong in (None, "1970-01-01T00:00:00Z", "gestern", "2031-05-03T08:00:00+02:00"):
        one = article("a", FIRST, outlet="Bild", published=MORNING)
        other = article("b", FIRST, outlet="Bild", published=wrong)
        assert ways(one, other, now=NOON) == {"unknown"}


def test_two_dates_without_a_time_tell_only_days_apart() -> None:
    one = article("a", FIRST, outlet="Bild", published="2031-05-02")
    same = article("b", FIRST, outlet="Bild", published="2031-05-02T12:00:00+02:00")
    next = article("b", FIRST, outlet="Bild", published="2031-05-03")
    assert ways(one, same) == {"unknown"}
    assert ways(one, next) == {"a_to_b"}
