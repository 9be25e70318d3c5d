"""Sentences cut into statements: each row is a sentence, parted where statements end."""

from __future__ import annotations

import pytest

from quellenlage.annotation import annotate
from quellenlage.claims.segments import cut
from quellenlage.model import Article

PARTED = [
    "Sie betonte: | „Alle Gäste, die in unsere Häuser kommen, erhalten die beste Betreuung.“",
    "Er sagte, | das Amt hätte entscheiden müssen, welche Schiffe es rettet und welche nicht.",
    "Der Hafen ist gesperrt, | nachdem zwei Schiffe gesunken waren.",
    "Die Helfer waren per Schiff gereist | und wurden in der Halle untergebracht.",
    "Der Mann, der am Abend kam, sah den Brand im Hafen.",
]


@pytest.mark.parametrize("parted", PARTED)
def test_a_sentence_is_parted_where_a_statement_ends(parted: str) -> None:
    text = parted.replace(" | ", " ")
    words = annotate(Article(id="x", text=text)).words
    found = [text[words[one.first].start : words[one.last - 1].end] for one in cut(words)]
    assert found == parted.split(" | ")
