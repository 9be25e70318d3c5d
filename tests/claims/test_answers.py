"""Denials, doubts and confirmations, and the claim that each of them answers."""

from __future__ import annotations

import pytest

from quellenlage.german.answered import thing_answered
from quellenlage.german.propositions import joined
from quellenlage.model import Analysis, Article, Claim, within
from quellenlage.pipeline import PipelineOptions, run


def analysed(*texts: str) -> Analysis:
    """Articles of one event, a day apart, analysed."""
    articles = [
        Article(
            id=f"article-{day}",
            outlet=f"Blatt {day}",
            published=f"2025-03-0{day}T08:00:00+01:00",
            text=text,
        )
        for day, text in enumerate(texts, 1)
    ]
    return run(articles, options=PipelineOptions(workers=1))


def answers(found: Analysis, stance: str) -> list[Claim]:
    """The claims that somebody holds in one way."""
    return [c for c in found.claims if any(a.stance == stance for a in c.assertions)]


def test_who_cannot_confirm_a_report_does_not_mean_his_own_word() -> None:
    found = analysed(
        "Lager in Ahrstadt\n\nMedien berichteten unter Berufung auf das Landesamt, die Firma "
        "Cembra werde in Ahrstadt 800 Fässer vergraben. Das Landesamt teilte mit, in Ahrstadt "
        "seien 90 Brunnen geprüft worden. Das Landesamt erklärte, es könne die Berichte "
        "nicht bestätigen."
    )
    open_claims = answers(found, "cannot_confirm")
    assert len(open_claims) == 1
    assert "Brunnen" not in open_claims[0].text
    assert "Fässer" in open_claims[0].text


def test_a_doubt_about_what_would_be_is_no_doubt_about_what_is() -> None:
    found = analysed(
        "Hilfe für Ahrstadt\n\nDer Landkreis unterstützt Ahrstadt bereits mit Pumpen und Booten. "
        "Viele Fachleute bezweifeln, dass weitere Pumpen des Landkreises Ahrstadt helfen würden."
    )
    (doubted,) = answers(found, "doubts")
    assert (doubted.kind, doubted.status) == ("forecast", "disputed")
    assert "bereits" not in doubted.text


def test_how_firmly_somebody_denies_is_not_what_he_denies() -> None:
    found = analysed(
        "Pumpen\n\nDer Landkreis hat sich entschieden, die Pumpen vor der Prüfung einzusetzen. Ein "
        "Verein äußerte Bedenken. Der Minister wies Bedenken gegen die Boote entschieden zurück."
    )
    (denied,) = answers(found, "denies")
    assert "Pumpen" not in denied.text


def test_what_is_open_by_a_question_is_no_answer_to_what_stands_before() -> None:
    found = analysed(
        "Pumpen\n\nDie Behörde sagte, der Kauf der Pumpen sei ein Fehler. Der Fachmann geht davon "
        "aus, dass die Pumpen wirken, obgleich offen ist, wie stark sie sein werden."
    )
    assert all("Fehler" not in claim.text for claim in answers(found, "cannot_confirm"))


def test_what_an_infinitive_negates_is_part_of_what_is_stated() -> None:
    found = analysed(
        "Schulden\n\nDer Kurier berichtete, dass der Kreis erwäge, Schulden nicht zu bedienen. "
        "Landrat Holm dementierte dies."
    )
    (denied,) = answers(found, "denies")
    assert (denied.status, denied.text) == (
        "disputed",
        "Der Kreis erwägt, Schulden nicht zu bedienen.",
    )


def test_nobody_denies_what_he_says_himself() -> None:
    found = analysed(
        "Streit um den Damm\n\nDer Verein teilte mit, der Damm bei Ahrstadt sei in der Nacht "
        "gebrochen. Der Landkreis teilte mit, der Damm sei im Mai geprüft worden. Der Landkreis "
        "wies die Darstellung zurück."
    )
    denied = answers(found, "denies")
    assert len(denied) == 1
    assert "gebrochen" in denied[0].text


def test_a_denial_of_the_word_of_another_article_joins_the_claim_there() -> None:
    found = analysed(
        "Öl im Fluss\n\nDas Öl stamme aus dem Werk der Cembra AG, teilte das Landesumweltamt mit. "
        "In Ahrstadt sind die Schulen zu.",
        "Streit um Öl im Fluss\n\nDie Cembra AG weist die Darstellung des Landesumweltamtes "
        "entschieden zurück. Der Bürgermeister von Ahrstadt besuchte am Abend den Hafen.",
    )
    denied = answers(found, "denies")
    assert [claim.text for claim in denied] == ["Das Öl stammt aus dem Werk der Cembra AG."]
    assert denied[0].status == "disputed"


def test_the_reports_are_those_that_another_answer_in_the_article_was_to() -> None:
    found = analysed(
        "Streit um Soldaten\n\nDer Dienst teilte mit, Belgien habe Soldaten nach Dänemark "
        "entsandt. Belgien dementierte die Berichte über eine Entsendung von Soldaten nach "
        "Dänemark. Das sei eine Kampagne, sagte der König. Polen bestätigte die "
        "Berichte nicht."
    )
    (denied,) = answers(found, "denies")
    assert denied in answers(found, "cannot_confirm")
    assert "entsandt" in denied.text


def test_a_demand_that_somebody_rejects_is_disputed() -> None:
    found = analysed(
        "Streit um den Hafen\n\nDer Fischereiverband forderte den Rat auf, den Hafen zu schließen. "
        "Der Hafen ist 80 Jahre alt. Der Rat wies die Forderung zurück."
    )
    denied = answers(found, "denies")
    assert [(claim.kind, claim.status) for claim in denied] == [("demand", "disputed")]


def test_a_denial_whose_particle_stands_behind_a_relative_clause_is_one() -> None:
    found = analysed(
        "Streit um den Damm\n\nBelgien wies die Vorwürfe der Sabotage am Damm und der Angriffe auf "
        "Schleusen, die an der Grenze liegen, zurück."
    )
    assert [claim.status for claim in answers(found, "denies")] == ["denied"]


def test_what_is_only_denied_is_the_claim_and_not_the_denial() -> None:
    found = analysed("Streit um die Werft\n\nDer Rat hat den Verkauf der alten Werft bestritten.")
    assert [claim.text for claim in answers(found, "denies")] == ["Verkauf der alten Werft."]


def test_a_claim_that_somebody_states_is_never_worded_by_its_denial() -> None:
    found = analysed(
        "Streit um die Werft\n\nDer Verein teilte mit, der Rat habe die alte Werft verkauft. Der "
        "Rat hat den Verkauf der alten Werft bestritten."
    )
    denied = answers(found, "denies")
    assert len(denied) == 1
    assert "bestritten" not in denied[0].text


def test_who_asks_another_whether_doubts_nothing() -> None:
    found = analysed(
        "Gespräch\n\nDie Moderatorin fragte den Botschafter, ob er sich die Sendung angesehen habe."
    )
    assert answers(found, "doubts") == []


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("Der Rat bestritt den Verkauf der Werft.", "Verkauf der Werft."),
        ("Der Rat wies die Vorwürfe der Untreue im Amt zurück.", "Untreue im Amt."),
        ("Der Rat wies die Vorwürfe der Opposition zurück.", None),
        ("Der Rat wies das zurück.", None),
        ("Die Vorwürfe sind falsch.", None),
        ("Die Meldung über den Verkauf ist falsch.", "Verkauf."),
        ("Der Rat konnte den Verkauf der Werft nicht bestätigen.", "Verkauf der Werft."),
        (
            "Der Verdacht auf eine Infektion bei einem Abgeordneten hat sich nicht bestätigt.",
            "Infektion bei einem Abgeordneten.",
        ),
    ],
)
def test_an_answer_names_what_it_is_about_or_nothing(sentence: str, thing: str | None) -> None:
    options = PipelineOptions(workers=1, without=frozenset({"claims"}))
    article = run([Article(id="a", text=f"Titel\n\n{sentence}")], options=options).articles[0]
    named = thing_answered(within(article.words, article.sentences[-1]))
    assert (joined(named) if named else None) == thing
