"""What reports disagree about, and what only looks like it."""

from __future__ import annotations

import pytest

from quellenlage.claims.likeness import counted_once
from quellenlage.model import Analysis, Article
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


def values(found: Analysis, kind: str) -> list[tuple[bool, set[str]]]:
    return [
        (item.resolved_by_time, {str(variant.value) for variant in item.variants})
        for item in found.discrepancies
        if item.kind == kind
    ]


def test_one_number_with_unlike_precision_is_a_discrepancy_of_figures() -> None:
    found = analysed(
        "Fische in der Ahr\n\nIn der Ahr sind am Montag 400 tote Fische geborgen worden.",
        "Fische in der Ahr\n\nIn der Ahr sind am Montag mindestens 400 tote Fische geborgen.",
    )
    assert (False, {"400", "≥400"}) in values(found, "figure")


def test_a_count_that_a_later_report_calls_risen_is_explained_by_time() -> None:
    found = analysed(
        "Fische in der Ahr\n\nHelfer haben in der Ahr etwa 300 tote Fische geborgen.",
        "Fische in der Ahr\n\nDie Zahl der geborgenen toten Fische stieg auf mehr als 1.100.",
    )
    assert (True, {"≈300", "≥1100"}) in values(found, "figure")


def test_figures_of_unlike_things_are_no_discrepancy() -> None:
    found = analysed(
        "Unfall in Ahrstadt\n\nAus dem Tank liefen 2.400 Liter Öl in den Fluss.",
        "Unfall in Ahrstadt\n\nIn dem Tank lagerten 6.000 Liter Öl.",
    )
    assert values(found, "figure") == []


def test_helpers_sent_to_unlike_states_are_a_discrepancy_of_place() -> None:
    found = analysed(
        "Helfer unterwegs\n\nDie Schweiz hat Soldaten nach Belgien geschickt.",
        "Helfer unterwegs\n\nDie Schweiz hat Soldaten nach Dänemark geschickt.",
    )
    assert (False, {"nach Belgien", "nach Dänemark"}) in values(found, "place")


def test_a_land_is_no_other_place_than_its_state() -> None:
    found = analysed(
        "Helfer unterwegs\n\nDie Schweiz hat Soldaten nach Deutschland geschickt.",
        "Helfer unterwegs\n\nDie Schweiz hat Soldaten nach Bayern geschickt.",
    )
    assert values(found, "place") == []


def test_names_that_share_an_acronym_count_once() -> None:
    names = {"one": {"LUA"}, "two": {"Landesumweltamt (LUA)"}}
    assert len(counted_once(names)) == 1


def test_a_name_that_stands_in_another_counts_once() -> None:
    names = {"one": {"Klinikum Ahrtal"}, "two": {"Ahrtal"}}
    assert len(counted_once(names)) == 1


def test_a_body_that_may_be_any_counts_only_alone() -> None:
    assert len(counted_once({"one": {"Behörde"}, "two": {"Stadt Ahrstadt"}})) == 1
    assert len(counted_once({"one": {"Behörde"}})) == 1


def test_joint_speakers_are_two_whatever_their_names() -> None:
    names = {"one": {"Behörde"}, "two": {"Cembra"}}
    assert len(counted_once(names, apart={("one", "two")})) == 2


def test_unlike_names_are_two_origins() -> None:
    assert len(counted_once({"one": {"Belgien"}, "two": {"Dänemark"}})) == 2


def test_a_river_in_one_report_and_a_sea_in_another_is_a_drift_of_place() -> None:
    found = analysed(
        "Öl in der Elbe\n\nIn die Elbe seien 2.400 Liter Öl geflossen, teilte das Umweltamt mit.",
        "Öl in der Ostsee\n\n2.400 Liter Öl sind in die Ostsee geflossen.",
    )
    steps = [step for drift in found.drifts for step in drift.steps if step.change == "place"]
    assert [(step.before, step.after) for step in steps] == [("in die Elbe", "in die Ostsee")]


def test_sentences_that_send_something_to_unlike_places_are_no_one_carrier() -> None:
    found = analysed(
        "Öl in der Elbe\n\nIn die Elbe seien 2.400 Liter Öl geflossen, teilte das Umweltamt mit.",
        "Öl in der Ostsee\n\n2.400 Liter Öl sind in die Ostsee geflossen.",
    )
    spilt = next(claim for claim in found.claims if claim.articles == 2)
    assert spilt.independent_support == 2


def test_a_heading_that_states_what_its_text_holds_possible_says_more_than_it() -> None:
    found = analysed(
        "Giftwelle vernichtet Bestand der Fischer\n\nDas Gift könnte den Bestand der Fischer an "
        "der Küste schädigen. Am Abend kam der Landrat."
    )
    assert (False, {"asserted", "conditional"}) in values(found, "content")


def test_a_heading_whose_text_is_as_sure_says_no_more_than_it() -> None:
    found = analysed(
        "Giftwelle vernichtet Bestand der Fischer\n\nDas Gift hat den Bestand der Fischer "
        "vernichtet. Es könnte auch den Bestand an der Küste schädigen."
    )
    assert values(found, "content") == []


def test_an_infinitive_behind_a_verb_of_saying_is_said_by_each_of_the_joint_speakers() -> None:
    found = analysed(
        "Streit in Ahrstadt\n\nDer Fischereiverband und die Stadt Ahrstadt warfen der Cembra vor, "
        "die Behörden zu spät gewarnt zu haben."
    )
    chains = [a.chain for claim in found.claims for a in claim.assertions if a.chain]
    assert len({chain[-1] for chain in chains}) == 2


def holding(found: Analysis, stance: str) -> set[str]:
    """The claims that some assertion holds in one way."""
    return {c.id for c in found.claims for a in c.assertions if a.stance == stance}


def test_who_denies_and_who_cannot_confirm_one_event_speak_of_one_claim() -> None:
    found = analysed(
        "Streit um Soldaten\n\nBelgien hat den Einsatz dänischer Soldaten im Krieg bestritten.",
        "Streit um Soldaten\n\nPolen sagte, es könne nicht bestätigen, dass dänische Soldaten im "
        "Krieg eingesetzt sind.",
    )
    assert holding(found, "denies") == holding(found, "cannot_confirm")


def test_who_confirms_a_journey_confirms_no_gifts_to_those_who_made_it() -> None:
    found = analysed(
        "Soldaten unterwegs\n\nDänemark hat Soldaten nach Belgien entsandt, sagte die Regierung in "
        "Warschau. Am Abend kam der König. Die in Belgien stationierten dänischen Soldaten haben "
        "belgische Uniformen und gefälschte Ausweise erhalten, sagte die Regierung in Warschau.",
        "Soldaten unterwegs\n\nDie USA haben die Entsendung dänischer Soldaten nach Belgien "
        "bestätigt.",
    )
    uniforms = {c.id for c in found.claims if "Uniformen" in c.text}
    assert uniforms
    assert holding(found, "confirms")
    assert not uniforms & holding(found, "confirms")


def test_a_spokesman_who_goes_on_with_a_denial_denies_the_same() -> None:
    found = analysed(
        "Streit um Soldaten\n\nDie Regierung will 12.000 Soldaten schicken, berichten Medien. "
        "Belgien hat den Einsatz dänischer Soldaten im Krieg bestritten. Der belgische Minister "
        "Karl Ahrens bezeichnete die Behauptungen als Falschmeldung."
    )
    assert len(holding(found, "denies")) == 1


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("10.200", "12.400", {"10200", "12400"}, id="two exact figures"),
        pytest.param("fast 100", "160", {"≈100", "160"}, id="nearly, and far more"),
        pytest.param("bis zu 100", "160", {"≤100", "160"}, id="up to, and more"),
        pytest.param("mehr als 200", "160", {"≥200", "160"}, id="more than, and less"),
        pytest.param("rund 400", "400", {"≈400", "400"}, id="one number, about and exact"),
    ],
)
def test_figures_that_cannot_both_hold_or_are_unlike_in_precision_differ(
    first: str, second: str, expected: set[str]
) -> None:
    sentence = "In der Ahr bei Ahrstadt sind am Montag {} Fische geborgen worden."
    found = analysed(
        f"Fische in der Ahr\n\n{sentence.format(first)}",
        f"Fische in der Ahr\n\n{sentence.format(second)}",
    )
    assert [given for _, given in values(found, "figure")] == [expected]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("rund 10.000", "10.200"),
        ("etwa 10.000", "rund 10.500"),
        ("knapp 10.000", "9.700"),
        ("fast 10.000", "9.800"),
        ("bis zu 100", "80"),
        ("52", "51,9"),
        ("mehrere Tausend", "970"),
        ("mindestens 100", "160"),
        ("mehr als 100", "mindestens 150"),
    ],
)
def test_figures_that_may_be_of_one_number_do_not_differ(first: str, second: str) -> None:
    sentence = "In der Ahr bei Ahrstadt sind am Montag {} Fische geborgen worden."
    found = analysed(
        f"Fische in der Ahr\n\n{sentence.format(first)}",
        f"Fische in der Ahr\n\n{sentence.format(second)}",
    )
    assert values(found, "figure") == []


def test_one_quotation_in_unlike_words_is_a_discrepancy_of_content() -> None:
    found = analysed(
        "Streit um den Damm\n\n„Wir werden den Landkreis wegen des gebrochenen Damms verklagen“, "
        "sagte Bürgermeister Karl Ahrens.",
        "Streit um den Damm\n\n„Wir könnten den Landkreis wegen des undichten Damms verklagen“, "
        "sagte Bürgermeister Karl Ahrens.",
    )
    notes = [item.note for item in found.discrepancies if item.kind == "content"]
    assert notes == ["one quotation in different words"]


def test_a_quotation_that_only_is_shorter_is_none() -> None:
    found = analysed(
        "Streit um den Damm\n\n„Wir werden den Landkreis wegen des gebrochenen Damms verklagen“, "
        "sagte Bürgermeister Karl Ahrens.",
        "Streit um den Damm\n\n„Wir werden den Landkreis verklagen“, sagte Bürgermeister Karl "
        "Ahrens.",
    )
    assert values(found, "content") == []


def test_what_was_planned_and_later_is_done_is_explained_by_time() -> None:
    found = analysed(
        "Damm bei Ahrstadt\n\nDer alte Damm bei Ahrstadt soll gesprengt werden.",
        "Damm bei Ahrstadt\n\nDer alte Damm bei Ahrstadt wurde gesprengt.",
    )
    assert values(found, "status") in ([], [(True, {"expected", "asserted"})])


def test_who_cannot_confirm_is_no_other_source_of_what_another_says() -> None:
    found = analysed(
        "Damm bei Ahrstadt\n\nDer alte Damm bei Ahrstadt sei gebrochen, teilte die Feuerwehr mit.",
        "Damm bei Ahrstadt\n\nDer Landkreis konnte nicht bestätigen, dass der alte Damm bei "
        "Ahrstadt gebrochen ist.",
    )
    assert values(found, "attribution") == []
