"""States of one article are versions: told apart from copies, with what changed."""

from __future__ import annotations

from lindhafen import FIRST, article, sentences

from quellenlage.lineage import STAGE, trace
from quellenlage.model import Analysis, Article, Generator

BOTE = "Lindhafener Bote"
MORNING, NOON, EVENING = (f"2031-05-02T{hour}:00:00+02:00" for hour in ("08", "12", "18"))


def state(id: str, lines: tuple[str, ...], published: str | None, **known: object) -> Article:
    return article(id, lines, published=published, outlet=BOTE, **known)


def replaced(old: str, new: str) -> tuple[str, ...]:
    assert any(old in line for line in FIRST)
    return tuple(line.replace(old, new) for line in FIRST)


def test_nearly_the_same_text_by_one_outlet_is_a_version() -> None:
    traced = trace([state("a0", FIRST, MORNING), state("a1", replaced("zwölf", "elf"), NOON)])
    assert [(version.article, version.of) for version in traced.versions] == [("a1", "a0")]
    assert [lineage.kind for lineage in traced.lineages] == ["single"]
    assert traced.lineages[0].reason == "2 Fassungen eines Artikels"


def test_the_same_text_by_another_outlet_is_a_copy() -> None:
    other = article("a1", FIRST, published=NOON, outlet="Warne-Kurier")
    traced = trace([state("a0", FIRST, MORNING), other])
    assert traced.versions == []
    assert [lineage.kind for lineage in traced.lineages] == ["copy"]


def test_another_text_at_the_same_address_is_a_version() -> None:
    other = ("Brücke wieder frei", "Der Verkehr über die Warne rollt seit dem Abend wieder.")
    traced = trace(
        [state("a0", FIRST, MORNING, url="/warne"), state("a1", other, NOON, url="/warne")]
    )
    assert [(version.article, version.of) for version in traced.versions] == [("a1", "a0")]


def test_versions_follow_one_another_in_time() -> None:
    traced = trace(
        [
            state("late", replaced("zwölf", "neun"), EVENING),
            state("early", FIRST, MORNING),
            state("noon", replaced("zwölf", "elf"), NOON),
        ]
    )
    assert [(version.article, version.of) for version in traced.versions] == [
        ("noon", "early"),
        ("late", "noon"),
    ]


def test_another_number_is_a_change_of_fact_and_another_word_one_of_wording() -> None:
    number = replaced("4,2 Millionen", "5,1 Millionen")
    word = replaced("schweren Schlag", "harten Schlag")
    for lines, kind in ((number, "fact"), (word, "wording")):
        traced = trace([state("a0", FIRST, MORNING), state("a1", lines, NOON)])
        assert [change.kind for version in traced.versions for change in version.changes] == [kind]
        assert traced.versions[0].kind == kind


def test_a_negation_a_day_and_an_added_sentence_change_facts() -> None:
    for lines in (
        replaced("ist seit", "ist nicht seit"),
        replaced("Dienstag", "Mittwoch"),
        (*FIRST, "Am Abend wurde zudem ein Arbeiter an der Baustelle leicht verletzt."),
    ):
        traced = trace([state("a0", FIRST, MORNING), state("a1", lines, NOON)])
        assert traced.versions[0].kind == "fact"


def test_changes_are_shown_on_both_sides() -> None:
    after = replaced("zwölf", "elf")
    traced = trace([state("a0", FIRST, MORNING), state("a1", after, NOON)])
    (change,) = traced.versions[0].changes
    assert change.before is not None and change.after is not None
    assert "\n\n".join(FIRST)[change.before.start : change.before.end] == FIRST[2]
    assert "\n\n".join(after)[change.after.start : change.after.end] == after[2]


def test_the_stage_marks_the_later_article_as_a_version_of_the_first() -> None:
    articles = [state("a0", FIRST, MORNING), state("a1", replaced("zwölf", "elf"), NOON)]
    analysis = Analysis(generator=Generator(version="0"), created=EVENING, articles=articles)
    assert [article.version_of for article in STAGE.run(analysis).articles] == [None, "a0"]


def test_the_same_text_printed_again_weeks_later_is_no_version() -> None:
    later = state("a1", FIRST, "2031-06-20T08:00:00+02:00", url="/again")
    assert trace([state("a0", FIRST, MORNING, url="/first"), later]).versions == []


def test_many_states_of_one_article_at_different_addresses_are_versions_and_no_boilerplate() -> (
    None
):
    states = [
        state(f"a{n}", (*FIRST, *sentences(1, seed=n)), MORNING, url=f"/{n}") for n in range(8)
    ]
    traced = trace(states)
    assert len(traced.versions) == 7
    assert traced.recurring == []
    assert [lineage.kind for lineage in traced.lineages] == ["single"]


def test_teasers_with_one_notice_below_different_titles_are_no_versions() -> None:
    notice = [line[:-1] + " lesen Sie nur mit einem Abonnement weiter." for line in sentences(5)]
    teasers = [
        state(f"a{n}", (*sentences(1, seed=n + 1), *notice), MORNING, url=f"/{n}") for n in range(8)
    ]
    traced = trace(teasers)
    assert traced.versions == []
    assert len(traced.lineages) == 8
