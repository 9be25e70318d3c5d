"""Time expressions with their TIMEX3 values; every sentence is invented."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest

from quellenlage.german.pack import GERMAN
from quellenlage.model import DateExpression

WEDNESDAY = "2019-10-16T14:00:00+02:00"
TABLE = Path(__file__).with_name("dates.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in TABLE if not line.startswith("#")]
"""Rows of an id, whether the article is dated, a sentence, and what is found in it."""


def dates(text: str, published: str | None = WEDNESDAY) -> list[DateExpression]:
    sentences = GERMAN.read(text, GERMAN.sentences(text))[0]
    return GERMAN.dates(text, sentences, published)


@pytest.mark.parametrize(
    ("dated", "text", "wanted"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS]
)
def test_a_sentence_gives_its_dates(dated: str, text: str, wanted: str) -> None:
    found = dates(text, WEDNESDAY if dated == "dated" else None)
    shown = [f"{text[d.start : d.end]}|{d.type}|{d.value}" for d in found]
    assert shown == ([] if wanted == "-" else wanted.split("; "))


HOSTILE = {
    "years": "1999 2001 ",
    "weekdays": "am Montag ",
    "ranges": "8. bis 13. Oktober ",
    "spans": "zwei Jahre und ",
    "hours": "von 9 bis 15 Uhr ",
    "edges": "Ende Mitte Anfang der ",
    "table": "1 | 2 | 3 | Mai | ",
}


def seconds(text: str) -> float:
    sentences = GERMAN.read(text, GERMAN.sentences(text))[0]
    start = time.process_time()
    GERMAN.dates(text, sentences, WEDNESDAY)
    return time.process_time() - start


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_length_of_a_text(unit: str) -> None:
    short, long = unit * 200, unit * 1_600
    assert seconds(long) < 8 * 4 * max(seconds(short), 0.005)


def test_expressions_are_in_order_and_do_not_overlap() -> None:
    found = dates(" ".join(row[2] for row in ROWS))
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("text", ["", "Am.", "…", "00.00.0000", "99.99.2019", "31. Februar 2019"])
def test_no_text_breaks_the_reading(text: str) -> None:
    assert isinstance(dates(text), list)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "gestern", ""])
def test_no_publication_date_breaks_the_reading(published: str) -> None:
    text = "Gestern, am Montag, im Juni, vergangene Woche, im nächsten Jahr, an Ostern, am 5. Mai."
    assert len(dates(text, published)) == 7
