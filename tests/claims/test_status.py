"""The status of a claim, point by point as the annotation guide says, and how it moves."""

from __future__ import annotations

import pytest

from quellenlage.claims.status import history, status
from quellenlage.model import Assertion, ClaimKind, Source, Stance

SOURCES = {
    name: Source(id=name, name=name, kind="organisation", body=body)
    for name, body in [
        ("Amt", None),
        ("Firma", None),
        ("Ministerium", None),
        ("Amtssprecherin", "Amt"),
    ]
}
DAYS: dict[str, str | None] = {"mon": "2025-03-03", "tue": "2025-03-04", "wed": "2025-03-05"}


def said(article: str, stance: Stance, who: str = "", *, formula: bool = False) -> Assertion:
    """An assertion of a day's article by somebody, or in its own voice."""
    return Assertion(
        article=article,
        start=0,
        end=1,
        chain=[who] if who else [],
        stance=stance,
        formula=formula,
    )


@pytest.mark.parametrize(
    ("kind", "assertions", "expected"),
    [
        pytest.param("opinion", [said("mon", "asserts", "Amt")], "asserted", id="an opinion"),
        pytest.param(
            "opinion",
            [said("mon", "asserts", "Amt"), said("tue", "doubts", "Firma")],
            "disputed",
            id="an opinion that somebody doubts",
        ),
        pytest.param(
            "demand",
            [said("mon", "asserts", "Amt"), said("tue", "denies", "Firma")],
            "disputed",
            id="a demand that somebody rejects",
        ),
        pytest.param(
            "demand", [said("mon", "conditional", "Amt")], "asserted", id="a demand under an if"
        ),
        pytest.param("forecast", [said("mon", "asserts", "Amt")], "expected", id="a plan"),
        pytest.param(
            "forecast",
            [said("mon", "expects", "Amt"), said("tue", "denies", "Firma")],
            "disputed",
            id="a forecast that somebody denies",
        ),
        pytest.param(
            "forecast",
            [said("mon", "expects", "Amt"), said("tue", "cannot_confirm", "Amtssprecherin")],
            "unconfirmed",
            id="a forecast that its alleged origin cannot confirm",
        ),
        pytest.param(
            "forecast",
            [said("mon", "expects", "Amt"), said("tue", "cannot_confirm", "Firma")],
            "expected",
            id="a forecast that another cannot confirm",
        ),
        pytest.param(
            "fact",
            [said("mon", "asserts", "Amt"), said("tue", "confirms", "Firma")],
            "confirmed",
            id="confirmed by another body",
        ),
        pytest.param(
            "fact",
            [said("mon", "asserts", "Amt"), said("tue", "confirms", "Amtssprecherin")],
            "asserted",
            id="confirmed only by the body that said it first",
        ),
        pytest.param(
            "fact",
            [
                said("mon", "asserts", "Amt"),
                said("tue", "denies", "Firma"),
                said("wed", "confirms", "Ministerium"),
            ],
            "confirmed",
            id="confirmed later than every denial",
        ),
        pytest.param(
            "fact",
            [
                said("mon", "asserts", "Amt"),
                said("tue", "confirms", "Ministerium"),
                said("wed", "denies", "Firma"),
            ],
            "disputed",
            id="denied after it was confirmed",
        ),
        pytest.param(
            "fact",
            [said("mon", "asserts", "Amt"), said("tue", "doubts", "Firma")],
            "disputed",
            id="supported and doubted",
        ),
        pytest.param("fact", [said("mon", "denies", "Firma")], "denied", id="only denied"),
        pytest.param(
            "fact", [said("mon", "conditional", "Amt")], "unconfirmed", id="only conditional"
        ),
        pytest.param(
            "fact",
            [said("mon", "asserts", "Amt"), said("tue", "cannot_confirm", "Firma")],
            "unconfirmed",
            id="asserted and not confirmable",
        ),
        pytest.param(
            "fact",
            [said("mon", "asserts", "Amt"), said("mon", "conditional", formula=True)],
            "asserted",
            id="asserted, with a formula",
        ),
        pytest.param("fact", [said("mon", "expects", "Amt")], "asserted", id="an estimate"),
    ],
)
def test_the_first_status_that_fits_holds(
    kind: ClaimKind, assertions: list[Assertion], expected: str
) -> None:
    assert status(kind, assertions, SOURCES, DAYS)[0] == expected


def test_a_heading_over_a_confirmation_is_no_second_origin() -> None:
    heading = Assertion(article="mon", start=0, end=1, stance="confirms", headline=True)
    assertions = [heading, said("mon", "confirms", "Ministerium")]
    assert status("fact", assertions, SOURCES, DAYS)[0] == "asserted"


def test_history_follows_the_days_of_the_utterances() -> None:
    assertions = [
        said("wed", "confirms", "Ministerium"),
        said("mon", "asserts", "Amt"),
        said("tue", "denies", "Firma"),
    ]
    moved = [(entry.date, entry.status) for entry in history("fact", assertions, SOURCES, DAYS)]
    assert moved == [
        ("2025-03-03", "asserted"),
        ("2025-03-04", "denied"),
        ("2025-03-05", "confirmed"),
    ]


def test_a_status_that_never_moves_has_no_history() -> None:
    assertions = [said("mon", "asserts", "Amt"), said("tue", "asserts", "Firma")]
    assert history("fact", assertions, SOURCES, DAYS) == []
