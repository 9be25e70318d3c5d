"""What two articles of a large collection have in common by chance is no reuse."""

from __future__ import annotations

import pytest

from quellenlage.lineage import trace
from quellenlage.model import Article

BRIDGE = "Gutachter fanden am Montag Risse in drei von zwölf Pfeilern der alten Brücke am Hafen."
PAIRS = {
    "a link in brackets": (
        "Das Rathaus schweigt (Risse in der alten Brücke: Wie ein Hafen seine Pfeiler vergaß).",
        "Der Verkehr ruht (Risse in der alten Brücke: Wie ein Hafen seine Pfeiler vergaß).",
    ),
    "other figures": (
        "Insgesamt zählte der Hafen von Varn in diesem Jahr bisher 1.204 Schiffe aus Übersee.",
        "Insgesamt zählte der Hafen von Varn in diesem Jahr bisher 1.388 Schiffe aus Übersee.",
    ),
    "an everyday sentence": (
        "Die Zahl der Schiffe ist zuletzt wieder deutlich gestiegen.",
        "Die Zahl der Fähren ist zuletzt wieder etwas gestiegen.",
    ),
}


def articles(left: str, right: str) -> list[Article]:
    """Two articles of two outlets with a sentence each, and text of their own."""
    return [
        Article(
            id=name,
            outlet=f"{name}.example",
            published="2031-05-02T10:00:00+02:00",
            text=f"{title}\n\n{own} {sentence} {rest}",
        )
        for name, title, own, sentence, rest in (
            ("a", "Stau im Süden", "Die Fischer warten seit Tagen.", left, "Keiner weiß mehr."),
            ("b", "Rat tagt im Norden", "Über Geld wurde lange gestritten.", right, "Es regnet."),
        )
    ]


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_in_a_large_collection_it_is_no_reuse(pair: tuple[str, str]) -> None:
    assert trace(articles(*pair)).reuse
    assert not trace(articles(*pair), among=100_000).reuse


def test_a_telling_sentence_is_reuse_in_any_collection() -> None:
    assert trace(articles(BRIDGE, BRIDGE), among=100_000).reuse


def test_the_title_of_an_article_in_another_one_is_a_link() -> None:
    linked, other = articles(BRIDGE, "Hier ist nichts zu sehen.")
    title = "Wie der Hafen von Varn seine zwölf alten Pfeiler vergaß"
    linking = Article(
        id="c", outlet="a.example", text=f"Mehr vom Hafen\n\n{title}\n\nEs bleibt kühl."
    )
    named = Article(id="d", outlet="a.example", text=f"{title}\n\n{linked.text}")
    assert not [
        edge
        for edge in trace([other, linking, named], among=100_000).reuse
        if {edge.a.article, edge.b.article} == {"c", "d"}
    ]


def test_what_an_outlet_repeats_in_three_articles_is_no_reuse_alone() -> None:
    notice = "Unser Rundbrief erzählt jeden Freitag von Schiffen, Pfeilern und Leuten am Hafen."
    texts = {
        "Stau im Süden": "Seit dem Morgen kommt kein Lastwagen mehr voran.",
        "Rat tagt im Norden": "Über Geld wurde lange gestritten, beschlossen nichts.",
        "Der Mai bleibt kühl": "Bauern klagen über Frost in den Obstgärten.",
    }
    some = [
        Article(
            id=str(number),
            outlet="varn.example",
            published=f"2031-05-0{number + 1}",
            text=f"{title}\n\n{own}\n\n{notice}",
        )
        for number, (title, own) in enumerate(texts.items())
    ]
    assert not trace(some, among=100_000).reuse
    assert trace(some[:2], among=100_000).reuse
