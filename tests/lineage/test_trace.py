"""What is found among a few invented articles."""

from __future__ import annotations

from quellenlage.lineage import trace
from quellenlage.model import Article

FIRST = (
    "Brücke über die Warne gesperrt\n\n"
    "Die alte Brücke über die Warne ist seit Dienstag für Lastwagen gesperrt. "
    "Gutachter fanden nach Angaben der Stadt Risse in drei von zwölf Pfeilern. "
    "Die Reparatur soll rund 4,2 Millionen Euro kosten und im Frühjahr beginnen. "
    "Bürgermeisterin Ilse Brandt sprach von einem schweren Schlag für den Hafen."
)
COPY = FIRST.replace("Brücke über die Warne gesperrt", "Risse in der Warnebrücke")
OTHER = (
    "Neues Schwimmbad eröffnet\n\n"
    "Im Süden von Lindhafen hat am Samstag das neue Hallenbad seine Türen geöffnet. "
    "Mehr als tausend Besucher kamen zum ersten Tag der offenen Tür."
)


def articles(*texts: str) -> list[Article]:
    return [Article(id=f"a{n}", text=text) for n, text in enumerate(texts)]


def test_a_copy_is_found_sentence_by_sentence_and_makes_one_lineage() -> None:
    traced = trace(articles(FIRST, OTHER, COPY))
    assert [edge.kind for edge in traced.reuse] == ["verbatim"] * 4
    assert [lineage.articles for lineage in traced.lineages] == [["a0", "a2"], ["a1"]]
    assert traced.lineages[0].kind == "copy"


def test_nothing_is_traced_among_no_articles() -> None:
    assert trace([]).reuse == []
