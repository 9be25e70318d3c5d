"""Days that cannot both be right, and days that only look unlike."""

from __future__ import annotations

import pytest

from quellenlage.model import Analysis, Article
from quellenlage.pipeline import PipelineOptions, run

BROKE = "Der alte Damm bei Ahrstadt ist {} unter dem Druck des Wassers gebrochen."


def analysed(*sentences: str) -> Analysis:
    """Articles of one event, the first of a Thursday and the second of a Friday, analysed."""
    articles = [
        Article(
            id=f"article-{day}",
            outlet=f"Blatt {day}",
            published=f"2025-03-{day:02}T08:00:00+01:00",
            text=f"Damm bei Ahrstadt\n\n{sentence}",
        )
        for day, sentence in enumerate(sentences, 6)
    ]
    return run(articles, options=PipelineOptions(workers=1))


def days(found: Analysis) -> list[tuple[bool, set[str]]]:
    return [
        (item.resolved_by_time, {str(variant.value) for variant in item.variants})
        for item in found.discrepancies
        if item.kind == "date"
    ]


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        pytest.param(
            "am 3. März 2025", "am 4. März 2025", {"2025-03-03", "2025-03-04"}, id="two dates"
        ),
        pytest.param("am Montag", "am Dienstag", {"2025-03-03", "2025-03-04"}, id="two weekdays"),
        pytest.param("gestern", "gestern", {"2025-03-05", "2025-03-06"}, id="unlike yesterdays"),
        pytest.param("im Jahr 2019", "im Jahr 2021", {"2019", "2021"}, id="two years"),
    ],
)
def test_one_event_on_two_days_is_a_discrepancy(first: str, second: str, values: set[str]) -> None:
    found = analysed(BROKE.format(first), BROKE.format(second))
    assert days(found) == [(False, values)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("gestern", "am Mittwoch", id="yesterday is that weekday"),
        pytest.param("am 3. März 2025", "im März 2025", id="a day in its month"),
        pytest.param("etwa am 3. März 2025", "am 4. März 2025", id="about that day"),
        pytest.param("in der Nacht zum Montag", "am Montag", id="the night to that day"),
        pytest.param("in der Nacht zum Montag", "am Sonntag", id="the night of the day before"),
        pytest.param("am 3. März 2025", "", id="no day"),
    ],
)
def test_days_that_may_be_one_are_none(first: str, second: str) -> None:
    assert days(analysed(BROKE.format(first), BROKE.format(second))) == []


def test_another_day_of_the_utterance_is_none() -> None:
    found = analysed(
        "Der alte Damm bei Ahrstadt ist am Montag gebrochen, sagte der Landrat am Mittwoch.",
        "Der alte Damm bei Ahrstadt ist am Montag gebrochen, sagte der Landrat am Donnerstag.",
    )
    assert days(found) == []


def test_two_counts_on_two_days_are_two_moments() -> None:
    found = analysed(
        "Am Montag waren in Ahrstadt 40 tote Fische geborgen.",
        "Am Dienstag waren in Ahrstadt 90 tote Fische geborgen.",
    )
    assert days(found) == []
    assert not any(step.change == "date" for drift in found.drifts for step in drift.steps)


def test_since_and_until_name_no_one_day() -> None:
    found = analysed(
        "Die Schule in Ahrstadt ist seit Montag wegen Wassers geschlossen.",
        "Die Schule in Ahrstadt ist am Dienstag wegen Wassers geschlossen.",
    )
    assert days(found) == []


def test_a_plan_that_a_later_report_dates_anew_is_explained_by_time() -> None:
    found = analysed(
        "Der neue Damm bei Ahrstadt soll am 3. April 2025 feierlich eröffnet werden.",
        "Der neue Damm bei Ahrstadt soll am 9. April 2025 feierlich eröffnet werden.",
    )
    assert days(found) == [(True, {"2025-04-03", "2025-04-09"})]


def test_unlike_events_on_unlike_days_are_none() -> None:
    found = analysed(
        "Der alte Damm bei Ahrstadt ist am Montag gebrochen.",
        "Der alte Damm bei Ahrstadt wurde am Dienstag besichtigt.",
    )
    assert days(found) == []
