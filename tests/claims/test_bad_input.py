"""Stories that are hardly stories: sensible output, or none, and never an error."""

from __future__ import annotations

import time

import msgspec
import pytest

from quellenlage.claims import weigh
from quellenlage.model import Analysis, Article, Story
from quellenlage.pipeline import PipelineOptions, run

WITNESS = (
    "Der Damm bei Ahrstadt ist gebrochen. Die Feuerwehr teilte mit, zwei Häuser seien zerstört. "
    "Der Bürgermeister bestreitet das. „Das Tor war offen“, sagte der Zeuge Karl Ahrens."
)


def article(id: str, text: str, published: str | None = "2025-03-04T08:00:00+01:00") -> Article:
    return Article(id=id, outlet=f"Blatt {id}", published=published, text=text)


def analysed(*articles: Article) -> Analysis:
    """The articles as one story, analysed."""
    return run(articles, options=PipelineOptions(workers=1, created="2025-03-05T00:00:00+00:00"))


def test_a_story_of_one_article_has_claims_and_none_is_circular() -> None:
    found = analysed(article("a", f"Damm gebrochen\n\n{WITNESS}"))
    assert found.claims
    assert not any(claim.circular for claim in found.claims)
    assert found.drifts == []


def test_an_article_that_contradicts_itself_keeps_both_sides_in_sight() -> None:
    text = (
        "Streit um den Damm\n\nDie Feuerwehr teilte mit, der Damm bei Ahrstadt sei gebrochen. "
        "Der Landkreis bestreitet, dass der Damm bei Ahrstadt gebrochen ist."
    )
    found = analysed(article("a", text))
    assert {a.stance for claim in found.claims for a in claim.assertions} >= {"asserts", "denies"}


def codes(found: Analysis) -> list[set[str]]:
    """The codes of the warnings of each article."""
    return [{warning.code for warning in item.warnings} for item in found.articles]


def test_an_article_that_contradicts_itself_in_its_own_voice_is_doubted() -> None:
    text = (
        "Damm bei Ahrstadt\n\nDer alte Damm bei Ahrstadt ist in der Nacht gebrochen. Am Ufer "
        "stehen Zelte. Die Meldung, dass der alte Damm bei Ahrstadt gebrochen ist, ist falsch."
    )
    found = analysed(article("a", text))
    assert "contradicts_itself" in codes(found)[0]


def test_who_denies_what_an_article_says_does_not_make_it_contradict_itself() -> None:
    text = (
        "Damm bei Ahrstadt\n\nDer alte Damm bei Ahrstadt ist in der Nacht gebrochen. Am Ufer "
        "stehen Zelte. Der Landkreis bestreitet, dass der alte Damm bei Ahrstadt gebrochen ist."
    )
    assert "contradicts_itself" not in codes(analysed(article("a", text)))[0]


def test_satire_that_says_so_is_weighed_and_doubted() -> None:
    text = (
        "Satire: Minister schafft den Montag ab\n\nDer Minister hat den Montag abgeschafft, sagte "
        "eine Sprecherin. Die Woche beginnt künftig am Dienstag."
    )
    found = analysed(article("a", text))
    assert found.claims
    assert "satire" in codes(found)[0]


def test_a_report_on_satire_is_no_satire() -> None:
    text = "Streit um Satire im Landtag\n\nDer Landtag hat über Satire im Fernsehen gestritten."
    assert "satire" not in codes(analysed(article("a", text)))[0]


def test_an_interview_gives_its_answers_to_the_one_who_speaks() -> None:
    text = (
        "Interview mit Karl Ahrens\n\nWas ist am Damm passiert?\n\nKarl Ahrens: „Der Damm ist "
        "in der Nacht gebrochen.“\n\nWer trägt die Schuld?\n\nKarl Ahrens: „Der Landkreis hat den "
        "Damm nie geprüft.“"
    )
    found = analysed(article("a", text))
    assert not any(claim.text.endswith("?") for claim in found.claims)
    spoken = [a for claim in found.claims for a in claim.assertions if a.chain]
    assert spoken


def test_a_ticker_is_weighed_entry_by_entry_and_doubted() -> None:
    text = (
        "Ticker zum Damm\n\n10.15 Uhr: Der Damm bei Ahrstadt ist gebrochen.\n\n10.40 Uhr: Die "
        "Feuerwehr teilte mit, zwei Häuser seien zerstört.\n\n11.05 Uhr: Drei Häuser sind zerstört."
    )
    found = analysed(article("a", text))
    assert len(found.claims) >= 2
    assert "ticker" in codes(found)[0]


def test_commentary_alone_is_opinions_and_none_is_circular() -> None:
    text = (
        "Kommentar\n\nDas ist ein Skandal. Sein Schweigen ist unverantwortlich. Die Ausrede des "
        "Ministers ist beschämend."
    )
    found = analysed(article("a", text), article("b", f"Noch ein {text}"))
    assert {claim.kind for claim in found.claims} <= {"opinion", "demand"}
    assert not any(claim.circular for claim in found.claims)
    assert "opinion_only" in codes(found)[0]


def test_where_nothing_is_attributed_all_is_its_own_word_and_doubted() -> None:
    text = (
        "Damm gebrochen\n\nDer Damm bei Ahrstadt ist gebrochen. Zwei Häuser sind zerstört. Helfer "
        "räumten das Dorf. Die Schule ist geschlossen. Am Hafen steht Wasser. Züge fahren nicht."
    )
    found = analysed(article("a", text))
    assert all(not a.chain for claim in found.claims for a in claim.assertions)
    assert "nothing_attributed" in codes(found)[0]


def test_quotations_in_other_languages_are_kept_with_their_speaker() -> None:
    text = (
        "Damm gebrochen\n\nDer Damm bei Ahrstadt ist in der Nacht gebrochen. „The dam is broken“, "
        "sagte die Sprecherin Jane Doe. Der Bürgermeister räumte das Dorf."
    )
    found = analysed(article("a", text))
    names = {source.id: source.name for source in found.sources}
    speakers = {names[a.chain[-1]] for c in found.claims for a in c.assertions if a.chain}
    assert speakers == {"Jane Doe"}


def test_an_article_without_a_date_that_says_friday_is_doubted() -> None:
    text = "Damm gebrochen\n\nDer Damm bei Ahrstadt ist am Freitag gebrochen."
    assert "undated" in codes(analysed(article("a", text, published=None)))[0]
    assert "undated" not in codes(analysed(article("a", text)))[0]


def test_an_article_that_states_nothing_is_doubted() -> None:
    found = analysed(article("a", "Warum nur?\n\nWer weiß das schon? Und was nun?"))
    assert found.claims == []
    assert codes(found)[0] == {"nothing_stated"}


@pytest.mark.parametrize("text", ["Leer", ", ,,, und und und , dass dass.", "9 9 9 9", "„“ „ “"])
def test_what_is_no_text_is_read_without_an_error(text: str) -> None:
    found = analysed(article("a", text), article("b", text))
    assert all(claim.text for claim in found.claims)


def test_what_no_one_is_quoted_for_is_the_word_of_its_articles() -> None:
    text = "Damm gebrochen\n\nDer alte Damm bei Ahrstadt ist am Morgen gebrochen."
    found = analysed(article("a", text))
    assert all(not a.chain for claim in found.claims for a in claim.assertions)


def test_articles_without_dates_are_weighed_and_time_explains_nothing() -> None:
    first = article("a", f"Damm\n\n{WITNESS}", published=None)
    second = article("b", f"Bruch\n\n{WITNESS}", published=None)
    found = analysed(first, second)
    assert found.claims
    assert not any(d.resolved_by_time for d in found.discrepancies)
    assert all(entry.date is None for claim in found.claims for entry in claim.history)


def test_the_order_in_which_articles_are_given_changes_no_claim() -> None:
    articles = [
        article("a", f"Damm\n\n{WITNESS}"),
        article("b", "Damm\n\nDer Damm bei Ahrstadt ist gebrochen, teilte die Feuerwehr mit."),
        article("c", "Damm\n\nLaut Feuerwehr sind in Ahrstadt zwei Häuser zerstört."),
    ]
    one, other = analysed(*articles), analysed(*reversed(articles))
    members = [
        sorted(sorted((a.article, a.start) for a in claim.assertions) for claim in found.claims)
        for found in (one, other)
    ]
    assert members[0] == members[1]


@pytest.mark.nightly
@pytest.mark.usefixtures("steady")
def test_five_hundred_articles_take_no_more_than_their_share_of_time() -> None:
    names = "Ahrstadt Bergheim Clausdorf Denzin Elbhausen Friedau Gerwitz Hallow".split()
    things = "Damm Brücke Turm Halle Schule Werft Bahnhof Klinik".split()

    def story(size: int) -> Analysis:
        articles = [
            article(
                str(n),
                f"Meldung {n}\n\n{things[n % 8]} {n // 8} in {names[n // 8 % 8]} ist gebrochen. "
                f"Die Feuerwehr teilte mit, {n + 3} Häuser in {names[n % 8]} seien zerstört.",
            )
            for n in range(size)
        ]
        options = PipelineOptions(workers=1, without=frozenset({"claims"}))
        read = run(articles, options=options)
        whole = Story(id="story", title="", articles=[a.id for a in read.articles])
        return msgspec.structs.replace(read, stories=[whole])

    def seconds(analysis: Analysis) -> float:
        started = time.process_time()
        weigh(analysis)
        return time.process_time() - started

    small, large = seconds(story(125)), seconds(story(500))
    assert large < 4 * small * 1.6 + 1
