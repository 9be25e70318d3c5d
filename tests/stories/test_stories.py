"""Which articles tell one event; every article is invented."""

from __future__ import annotations

import random
import time

import pytest

from quellenlage.model import Article
from quellenlage.stories import STAGE, group

DAM = [
    (
        "Damm bei Lauchwerder gebrochen",
        "Am Lauchwerder Damm ist am Morgen ein Deich gebrochen. Das Dorf Obersiel wurde "
        "geräumt, sagte Deichgraf Tjarks.",
    ),
    (
        "Obersiel nach Deichbruch geräumt",
        "Nach dem Deichbruch am Lauchwerder Damm haben Helfer das Dorf Obersiel geräumt. "
        "Deichgraf Tjarks sprach von einem schwarzen Tag.",
    ),
    (
        "Deichgraf Tjarks weist Vorwürfe zurück",
        "Der Deichgraf Tjarks hat Vorwürfe zurückgewiesen, der Lauchwerder Damm sei vor "
        "dem Deichbruch nicht geprüft worden. In Obersiel steht das Wasser.",
    ),
]
ZOO = [
    (
        "Nashorn aus dem Zoo Ahrenfels entlaufen",
        "Im Zoo Ahrenfels ist ein Nashorn namens Gustav durch ein Gatter entlaufen. Die "
        "Polizei sperrte den Stadtpark.",
    ),
    (
        "Nashorn Gustav wieder eingefangen",
        "Das entlaufene Nashorn Gustav steht wieder im Zoo Ahrenfels. Ein Tierarzt "
        "betäubte es im Stadtpark.",
    ),
]
ALONE = (
    "Haushalt der Stadt Kreuzau beschlossen",
    "Der Stadtrat von Kreuzau hat den Haushalt beschlossen. Die Grundsteuer bleibt gleich.",
)


def articles(*texts: tuple[str, str], days: list[str | None] | None = None) -> list[Article]:
    known = days or ["2019-10-16"] * len(texts)
    return [
        Article(id=f"a{n}", title=title, text=f"{title}\n\n{body}", published=day)
        for n, ((title, body), day) in enumerate(zip(texts, known, strict=True))
    ]


def grouped(given: list[Article]) -> list[list[str]]:
    return sorted(sorted(story.articles) for story in group(given))


def test_articles_of_one_event_are_one_story_and_others_are_apart() -> None:
    assert grouped(articles(*DAM, *ZOO, ALONE)) == [["a0", "a1", "a2"], ["a3", "a4"], ["a5"]]


def test_every_article_is_in_exactly_one_story() -> None:
    given = articles(*DAM, *ZOO, ALONE)
    assert sorted(a for story in group(given) for a in story.articles) == [a.id for a in given]


def test_a_story_without_an_article_for_days_is_over() -> None:
    given = articles(DAM[0], DAM[1], days=["2019-10-16", "2019-11-20"])
    assert grouped(given) == [["a0"], ["a1"]]


def test_a_story_goes_on_while_articles_keep_coming() -> None:
    given = articles(*DAM, days=["2019-10-16", "2019-10-20", "2019-10-24"])
    assert grouped(given) == [["a0", "a1", "a2"]]


@pytest.mark.parametrize("days", [[None] * 3, ["2019-10-16", None, "2019-10-17"]])
def test_articles_without_a_date_join_the_story_they_tell(days: list[str | None]) -> None:
    assert grouped(articles(*DAM, days=days)) == [["a0", "a1", "a2"]]


def test_the_order_of_the_articles_changes_no_story() -> None:
    given = articles(*DAM, *ZOO, ALONE)
    assert grouped(given[::-1]) == grouped(given)


def test_a_story_has_days_a_title_of_its_own_and_keywords() -> None:
    story = max(group(articles(*DAM, ALONE)), key=lambda story: len(story.articles))
    assert (story.first, story.last) == ("2019-10-16", "2019-10-16")
    assert story.title in {title for title, _ in DAM}
    assert "Obersiel" in story.keywords


@pytest.mark.parametrize("text", ["", "…", "und und und", "9 9 9"])
def test_articles_that_say_nothing_stand_alone(text: str) -> None:
    assert grouped(articles(("", text), ("", text))) == [["a0"], ["a1"]]


def test_two_stories_that_prove_to_be_one_tell_when_and_why_they_were_merged() -> None:
    first = (
        "Deich am Lauchwerder Damm gebrochen",
        "Am Lauchwerder Damm ist der Deich gebrochen.",
    )
    second = ("Dorf Obersiel geräumt", "Helfer haben das Dorf Obersiel mit Booten geräumt.")
    bridge = (
        "Nach dem Deichbruch am Lauchwerder Damm: Dorf Obersiel geräumt",
        "Der Deich am Lauchwerder Damm ist gebrochen, Helfer haben das Dorf Obersiel mit Booten "
        "geräumt.",
    )
    found = group(articles(first, second, bridge))
    assert len(found) == 1
    (change,) = found[0].changes
    assert (change.kind, change.rule, change.date) == ("merged", "alike", "2019-10-16")
    assert change.likeness >= change.needed
    assert set(change.words) & {"Deich", "Obersiel", "Lauchwerder", "Dorf", "Damm", "Booten"}


def test_the_same_subject_after_days_tells_that_the_first_story_was_over() -> None:
    found = group(articles(DAM[0], DAM[1], days=["2019-10-16", "2019-10-25"]))
    later = max(found, key=lambda story: story.first or "")
    (change,) = later.changes
    assert (change.kind, change.rule, change.date) == ("split", "over", "2019-10-25")
    assert change.story in {story.id for story in found} - {later.id}
    assert change.articles == ["a1"]


def test_an_article_that_comes_close_tells_why_it_stayed_apart() -> None:
    tax = ("Haushalt der Stadt Kreuzau beschlossen", "Der Stadtrat hat den Haushalt beschlossen.")
    found = group(articles(*DAM, tax))
    assert len(found) == 2
    for story in found:
        for change in story.changes:
            assert (change.kind, change.rule) == ("split", "unlike")
            assert change.likeness < change.needed


def test_stories_far_apart_tell_nothing() -> None:
    assert [story.changes for story in group(articles(*DAM, *ZOO))] == [[], []]


def test_no_articles_give_no_stories() -> None:
    assert group([]) == []


def test_the_stage_declares_what_it_gives() -> None:
    assert STAGE.gives == {"stories"}


def seconds(months: int) -> float:
    """The time for so many months of invented news of the same subjects."""
    chance = random.Random(7)
    names = [f"Ort{chance.choice('abcdefgh')}{n}heim" for n in range(300)]
    given = []
    for n in range(months * 250):
        words = chance.choices(names, k=40)
        day = f"2019-{n // 250 + 1:02}-{n % 250 * 28 // 250 + 1:02}"
        given.append(Article(id=f"a{n}", title=words[0], text=" ".join(words), published=day))
    start = time.process_time()
    group(given)
    return time.process_time() - start


@pytest.mark.usefixtures("steady")
def test_time_grows_with_the_number_of_articles() -> None:
    assert seconds(8) < 2.5 * 4 * seconds(2)
