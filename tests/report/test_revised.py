"""Versions of one article, what outlets repeat, and passages word by word."""

import msgspec
from invented import analysis, revised

from quellenlage.model import Lineage, Version
from quellenlage.report import summary_records
from quellenlage.report.comparison import comparisons, quoted_twice
from quellenlage.report.differing import differing, same_words
from quellenlage.report.index import Index
from quellenlage.report.recurring import repeated
from quellenlage.report.texts import texts
from quellenlage.report.versions import versions

GERMAN = texts("de")


def told(one: str, other: str) -> tuple[str, str]:
    """Two passages with what differs in brackets."""
    sides = differing(one, other)
    left, right = ("".join(f"[{p.text}]" if p.differs else p.text for p in side) for side in sides)
    return left, right


def test_a_later_version_says_that_the_matter_changed() -> None:
    index = Index(revised())
    (line,) = versions(list(index.articles), index, GERMAN)
    assert line.sentence == (
        "Altfurter Bote [4] ist eine spätere Fassung von Altfurter Bote [1]; "
        "in der Sache hat sich etwas geändert."
    )


def test_versions_that_stand_alone_are_not_called_copies() -> None:
    plain = revised()
    alone = Lineage(id="l-1", articles=["a-bote", "a-bote-2"], kind="single")
    told = msgspec.structs.replace(plain, lineages=[alone, *plain.lineages[1:]])
    line = summary_records(told).stories[0].lineages[0]
    assert line.sentence == (
        "Altfurter Bote [1] und Altfurter Bote [4] sind Fassungen eines Artikels."
    )


def test_a_change_stands_side_by_side_with_what_differs() -> None:
    index = Index(revised())
    (line,) = versions(list(index.articles), index, GERMAN)
    change = line.changes[0]
    assert [p.text for p in change.old if p.differs] == ["14", "teilte das Bauamt"]
    assert [p.text for p in change.new if p.differs] == ["15", "sagte das Amt"]
    assert [str(r) for r in (change.before, change.after)] == ["[1, 2]", "[4, 2]"]


def test_a_passage_that_is_gone_has_no_other_side() -> None:
    index = Index(revised())
    gone = versions(list(index.articles), index, GERMAN)[0].changes[1]
    assert (gone.kind_text, gone.after, gone.new) == ("weggefallen", None, [])


def test_a_version_without_changes_is_said_to_be_unchanged() -> None:
    plain = revised()
    same = Version(article="a-bote-2", of="a-bote", kind="wording")
    index = Index(msgspec.structs.replace(plain, versions=[same]))
    (line,) = versions(list(index.articles), index, GERMAN)
    assert line.sentence.endswith("im Wortlaut hat sich nichts geändert.")


def test_what_an_outlet_repeats_is_told_once_with_all_its_places() -> None:
    (line,) = repeated(Index(revised()), GERMAN)
    assert (line.outlet, line.text) == ("Altfurter Bote", "Mehr dazu lesen Sie morgen.")
    assert line.sentence == "in 2 Artikeln"
    assert [r.label for r in line.references] == ["1", "4"]


def test_words_that_differ_are_marked_with_the_blanks_between_them() -> None:
    assert told("Das Amt sperrt die alte Brücke.", "Das Amt sperrt eine neue Brücke.") == (
        "Das Amt sperrt [die alte] Brücke.",
        "Das Amt sperrt [eine neue] Brücke.",
    )


def test_a_short_word_between_two_that_differ_is_not_common() -> None:
    one, other = "Sie prüft die Pfeiler der Brücke heute", "Sie prüft das Tragwerk der Straße heute"
    assert told(one, other) == (
        "Sie prüft [die Pfeiler der Brücke] heute",
        "Sie prüft [das Tragwerk der Straße] heute",
    )


def test_quotation_marks_of_another_house_are_no_difference() -> None:
    left, right = told("„Gesperrt“, sagte sie – sofort.", "»Gesperrt«, sagte sie - sofort.")
    assert "[" not in left + right


def test_a_stop_alone_is_no_difference() -> None:
    assert told("Die Brücke bleibt zu.", "Die Brücke bleibt zu") == (
        "Die Brücke bleibt zu.",
        "Die Brücke bleibt zu",
    )


def test_a_figure_differs_as_a_whole() -> None:
    assert told("Es kostet 1.500 Euro", "Es kostet 2.500 Euro")[0] == "Es kostet [1.500] Euro"


def test_the_same_words_between_other_marks_are_the_same() -> None:
    assert same_words("„Wir prüfen, ob …“", "Wir prüfen ob")
    assert not same_words("Wir prüfen das", "Wir prüfen es")


def test_passages_are_counted_by_kind() -> None:
    index = Index(analysis())
    (pair,) = comparisons(list(index.articles), index, GERMAN)
    assert pair.sentence == "1 gemeinsame Stelle, redigiert."


def test_a_quotation_in_the_same_words_is_not_shown_twice() -> None:
    plain = analysis()
    index = Index(plain)
    assert len(quoted_twice(list(index.articles), index, GERMAN)) == 1
    reuse = plain.reuse[0]
    alike = msgspec.structs.replace(reuse, b=reuse.a)
    index = Index(msgspec.structs.replace(plain, reuse=[alike]))
    assert quoted_twice(list(index.articles), index, GERMAN) == []
