"""What is found among a few invented articles."""

from __future__ import annotations

from lindhafen import FIRST, OTHER, THIRD, article, sentences

from quellenlage.lineage import trace

EDITED = (
    "Risse in der Warnebrücke",
    "Seit Dienstag ist die alte Brücke über die Warne für Lastwagen gesperrt.",
    "Gutachter fanden Angaben der Stadt zufolge Risse in drei von zwölf Pfeilern.",
    "Rund 4,2 Millionen Euro soll die Reparatur kosten und im Frühjahr beginnen.",
    "Bürgermeisterin Ilse Brandt sprach am Abend von einem schweren Schlag für den Hafen.",
)
REWORDED = (
    "Warnebrücke für Lastwagen zu",
    "Die alte Brücke über den Fluss Warne darf seit Dienstag von Lastwagen nicht befahren werden.",
    "Sachverständige haben laut Stadtverwaltung Risse in drei der zwölf Brückenpfeiler entdeckt.",
    "Die Instandsetzung wird etwa 4,2 Millionen Euro kosten und soll im Frühling beginnen.",
    "Bürgermeisterin Ilse Brandt nannte das einen schweren Rückschlag für den Hafen der Stadt.",
    "Speditionen müssen einen Umweg von vierzig Kilometern durch Lindhafen in Kauf nehmen.",
)


def test_a_copy_is_found_sentence_by_sentence_and_makes_one_lineage() -> None:
    copy = ("Risse in der Warnebrücke", *FIRST[1:])
    traced = trace([article("a0", FIRST), article("a1", OTHER), article("a2", copy)])
    assert [edge.kind for edge in traced.reuse] == ["verbatim"] * 5
    assert [lineage.articles for lineage in traced.lineages] == [["a0", "a2"], ["a1"]]
    assert traced.lineages[0].kind == "copy"


def test_spans_hold_the_same_sentence_on_both_sides() -> None:
    articles = {a.id: a for a in (article("a0", FIRST), article("a1", (*OTHER[:3], *FIRST[2:5])))}
    for edge in trace(list(articles.values())).reuse:
        a, b = (articles[p.article].text[p.start : p.end] for p in (edge.a, edge.b))
        assert a == b


def test_edited_sentences_make_an_edited_lineage() -> None:
    traced = trace([article("a0", FIRST), article("a1", EDITED)])
    assert {edge.kind for edge in traced.reuse} == {"edited"}
    assert [lineage.kind for lineage in traced.lineages] == ["edited"]


def test_a_text_told_again_in_other_words_is_one_lineage() -> None:
    traced = trace([article("a0", FIRST), article("a1", REWORDED), article("a2", OTHER)])
    assert [lineage.articles for lineage in traced.lineages] == [["a0", "a1"], ["a2"]]
    assert sum(edge.kind == "reworded" for edge in traced.reuse) >= 3


def test_reports_that_share_names_only_stay_apart() -> None:
    independent = (
        "Hafen in Sorge",
        "Im Hafen von Lindhafen stauten sich am Mittwoch die Lastwagen bis zum Zollhaus.",
        "Spediteur Karl Ohm sagte, er verliere an der Warne jeden Tag zwei Stunden.",
        "Ob Ilse Brandt zu dem Treffen mit den Reedern kommt, war zunächst offen.",
        "Die Fischer dagegen freuten sich über die ungewohnte Ruhe an der Mole.",
    )
    traced = trace([article("a0", FIRST), article("a1", independent)])
    assert [lineage.kind for lineage in traced.lineages] == ["single", "single"]


def test_a_long_sentence_may_hold_another_as_a_clause() -> None:
    long = (
        "Die Lage an der Küste bleibt angespannt: " + FIRST[2][0].lower() + FIRST[2][1:-1] + ","
        " wie der Lindhafener Bote am Abend unter Berufung auf einen Bericht des Kreises schrieb."
    )
    texts = {"a0": "\n\n".join(FIRST), "a1": long}
    traced = trace([article("a0", FIRST), article("a1", (long,))])
    places = [place for edge in traced.reuse for place in (edge.a, edge.b)]
    clause = next(place for place in places if place.article == "a1")
    assert texts["a1"][clause.start : clause.end] == FIRST[2][0].lower() + FIRST[2][1:-1]


def test_a_text_pasted_from_two_stays_with_one_and_borrows_from_the_other() -> None:
    old = "2031-05-02T08:00:00+02:00"
    pasted = ("Aus der Region", *FIRST[1:], *OTHER[1:5])
    traced = trace(
        [
            article("a0", FIRST, published=old),
            article("a1", OTHER, published=old),
            article("a2", pasted, published="2031-05-03T08:00:00+02:00"),
        ]
    )
    assert sorted(lineage.articles for lineage in traced.lineages) == [["a0", "a2"], ["a1"]]
    alone = next(lineage for lineage in traced.lineages if lineage.articles == ["a1"])
    assert [(borrower.article, borrower.sentences) for borrower in alone.borrowers] == [("a2", 4)]


def test_a_text_that_two_others_cut_down_is_one_lineage_with_both() -> None:
    whole = ("Aus der Region", *FIRST[1:], *OTHER[1:])
    late = "2031-05-03T08:00:00+02:00"
    traced = trace(
        [
            article("a0", whole, published="2031-05-02T08:00:00+02:00"),
            article("a1", FIRST, published=late),
            article("a2", OTHER, published=late),
        ]
    )
    assert [lineage.articles for lineage in traced.lineages] == [["a0", "a1", "a2"]]


def test_the_reason_counts_sentences_and_names_the_agency_that_both_credit() -> None:
    traced = trace(
        [article("a0", FIRST, credits=["dpa"]), article("a1", FIRST[1:], credits=["dpa", "afp"])]
    )
    assert (
        traced.lineages[0].reason == "5 von 5 Sätzen in gleicher Reihenfolge, dpa in beiden genannt"
    )


def test_a_credit_in_common_alone_is_no_evidence() -> None:
    traced = trace([article("a0", FIRST, credits=["dpa"]), article("a1", OTHER, credits=["dpa"])])
    assert [lineage.kind for lineage in traced.lineages] == ["single", "single"]


def test_what_an_outlet_repeats_on_every_page_is_marked_and_is_no_reuse() -> None:
    notice = (
        "Abonnieren Sie unseren kostenlosen Newsletter mit den wichtigsten Meldungen des Tages."
    )
    pages = [
        article(f"a{n}", (*sentences(6, seed=n), notice), outlet="Lindhafener Bote", url=f"/{n}")
        for n in range(6)
    ]
    traced = trace(pages)
    assert traced.reuse == []
    assert [place.article for place in traced.recurring] == [page.id for page in pages]


def test_versions_and_copies_of_a_text_are_no_boilerplate() -> None:
    states = [
        article(f"a{n}", (*FIRST, *sentences(1, seed=n)), outlet="Lindhafener Bote", url="/warne")
        for n in range(6)
    ]
    assert trace(states).recurring == []


def test_nothing_is_traced_among_no_articles() -> None:
    assert trace([]).reuse == []


def test_the_order_of_the_articles_does_not_change_what_is_found() -> None:
    some = [
        article("a0", FIRST),
        article("a1", EDITED),
        article("a2", REWORDED),
        article("a3", THIRD),
    ]
    forth, back = trace(some), trace(some[::-1])
    assert {edge.id for edge in forth.reuse} == {edge.id for edge in back.reuse}
    assert {frozenset(lineage.articles) for lineage in forth.lineages} == {
        frozenset(lineage.articles) for lineage in back.lineages
    }
