"""What must hold on the five real reports; read where they are, nothing of them stands here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from quellenlage import analyse
from quellenlage.model import Analysis, Assertion, Claim


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Analysis:
    return analyse(shared / "seeds")


def number(analysis: Analysis, article_id: str) -> str:
    """The number an article's file name begins with."""
    path = next(article.path for article in analysis.articles if article.id == article_id)
    return Path(path or "").name[:3]


def gold_passages(shared: Path, key: str) -> Iterator[tuple[str, str, str]]:
    """Article, quote and stance of the assertions of a gold claim."""
    story = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    claim = next(claim for claim in story["claims"] if claim["id"] == key)
    for assertion in claim["assertions"]:
        yield assertion["article"], assertion["quote"], assertion["stance"]


def at(analysis: Analysis, article: str, quote: str) -> list[tuple[Claim, Assertion]]:
    """The assertions at a passage of the original files."""
    probe = quote[:40].split(",")[0]
    found = []
    for claim in analysis.claims:
        for assertion in claim.assertions:
            text = next(a.text for a in analysis.articles if a.id == assertion.article)
            place = text.find(probe)
            if number(analysis, assertion.article) == article and (
                assertion.start - 3 <= place < assertion.end
            ):
                found.append((claim, assertion))
    return found


def names(analysis: Analysis, ids: list[str]) -> set[str]:
    """All names of some sources."""
    return {
        name
        for source in analysis.sources
        if source.id in ids
        for name in (source.name, *source.aliases)
    }


def main_claim(analysis: Analysis, shared: Path) -> Claim:
    """The claim of the first 1,500, by the passages of the gold claim c02."""
    found = [
        {claim.id for claim, _ in at(analysis, article, quote)}
        for article, quote, _ in gold_passages(shared, "c02")
    ]
    common = set.intersection(*found)
    assert len(common) == 1
    return next(claim for claim in analysis.claims if claim.id in common)


def test_three_articles_are_one_lineage_and_two_stand_alone(seeds: Analysis) -> None:
    found = sorted(sorted(number(seeds, a) for a in lineage.articles) for lineage in seeds.lineages)
    assert found == [["000", "001", "002"], ["003"], ["004"]]


def test_the_fifteen_hundred_rest_on_one_origin_in_five_articles(
    seeds: Analysis, shared: Path
) -> None:
    claim = main_claim(seeds, shared)
    assert claim.articles == 5
    assert claim.independent_support == 1
    assert claim.independent == 1
    assert claim.circular
    assert "NIS" in names(seeds, claim.origins)


def test_a_garbled_name_is_an_alias_of_the_service(seeds: Analysis) -> None:
    known = [{source.name, *source.aliases} for source in seeds.sources]
    assert any(
        any("NIS" in name for name in aliases) and any("NUS" in name for name in aliases)
        for aliases in known
    )


@pytest.mark.parametrize(
    ("article", "quote", "stance", "speaker"),
    [
        pytest.param("000", "Russland hat bereits früher", "denies", "Russland", id="000 Russia"),
        pytest.param("000", "Präsidentensprecher", "denies", "Peskow", id="000 Peskow"),
        pytest.param("001", "Präsidentensprecher", "denies", "Peskow", id="001 Peskow"),
        pytest.param("001", "Russland hat den Einsatz", "denies", "Russland", id="001 Russia"),
        pytest.param(
            "003", "Das nordkoreanische Regime", "denies", "Nordkorea", id="003 North Korea"
        ),
        pytest.param("000", "Der NIS erklärte", "cannot_confirm", "NIS", id="000 NIS"),
        pytest.param("002", "Der NIS sagte", "cannot_confirm", "NIS", id="002 NIS"),
        pytest.param("000", "Im Moment können wir", "cannot_confirm", "Rutte", id="000 Rutte"),
        pytest.param("002", "Zum jetzigen Zeitpunkt", "cannot_confirm", "Rutte", id="002 Rutte"),
        pytest.param("004", "Die USA und die NATO hatten", "confirms", "NATO", id="004 NATO"),
        pytest.param("004", "Die USA und die NATO hatten", "confirms", "USA", id="004 USA"),
        pytest.param("001", "Sowohl Moskau", "denies", "Russland", id="001 Moscow"),
        pytest.param("001", "Sowohl Moskau", "denies", "Nordkorea", id="001 Pyongyang"),
    ],
)
def test_denials_and_doubts_stand_with_the_right_speaker(
    seeds: Analysis, article: str, quote: str, stance: str, speaker: str
) -> None:
    found = [
        assertion.chain for _, assertion in at(seeds, article, quote) if assertion.stance == stance
    ]
    assert any(
        any(speaker in name for name in names(seeds, [chain[-1]])) for chain in found if chain
    ), found


def claims_at(analysis: Analysis, article: str, quote: str) -> set[str]:
    """The ids of the claims that a passage of the original files asserts."""
    return {claim.id for claim, _ in at(analysis, article, quote)}


def test_who_cannot_confirm_fighting_and_who_confirms_sending_speak_of_two_claims(
    seeds: Analysis,
) -> None:
    fighting = claims_at(seeds, "000", "Im Moment können wir")
    sending = claims_at(seeds, "004", "Die USA und die NATO hatten")
    assert fighting
    assert sending
    assert not fighting & sending


def test_what_is_confirmed_is_the_sending_and_not_what_the_men_were_given(
    seeds: Analysis, shared: Path
) -> None:
    confirmed = claims_at(seeds, "004", "Die USA und die NATO hatten")
    uniforms = next(iter(gold_passages(shared, "c10")))
    assert claims_at(seeds, "000", "Der südkoreanische Geheimdienst hatte unlängst") == confirmed
    assert not claims_at(seeds, uniforms[0], uniforms[1]) & confirmed


def test_who_denies_the_fighting_and_who_cannot_confirm_it_answer_one_claim(
    seeds: Analysis,
) -> None:
    open_to_rutte = claims_at(seeds, "000", "Im Moment können wir")
    assert open_to_rutte
    assert claims_at(seeds, "001", "Russland hat den Einsatz") == open_to_rutte
    assert claims_at(seeds, "000", "Präsidentensprecher") == open_to_rutte


def test_twelve_thousand_are_a_plan_that_nobody_confirms(seeds: Analysis, shared: Path) -> None:
    planned = next(gold_passages(shared, "c06"))
    found = [claim for claim, _ in at(seeds, planned[0], planned[1])]
    assert {(claim.kind, claim.status) for claim in found} == {("forecast", "unconfirmed")}
    assert main_claim(seeds, shared).id not in {claim.id for claim in found}


def test_those_in_preparation_are_kept_apart_from_those_who_were_shipped(
    seeds: Analysis, shared: Path
) -> None:
    shipped = main_claim(seeds, shared).id
    for quote in ("Sie bereiten auf ihrem Territorium", "sie haben sie noch nicht"):
        found = claims_at(seeds, "001", quote)
        assert found
        assert shipped not in found


def test_a_further_fifteen_hundred_are_another_claim(seeds: Analysis, shared: Path) -> None:
    further = next(iter(gold_passages(shared, "c03")))
    found = claims_at(seeds, further[0], further[1])
    assert found
    assert main_claim(seeds, shared).id not in found


def test_up_to_and_about_twelve_thousand_are_noted_as_unlike_precision(seeds: Analysis) -> None:
    values = [
        {str(variant.value) for variant in found.variants}
        for found in seeds.discrepancies
        if found.kind == "figure"
    ]
    assert {"12000", "≤12000", "≈12000"} in values


def test_figures_of_unlike_things_never_contradict_each_other(seeds: Analysis) -> None:
    for found in seeds.discrepancies:
        if found.kind == "figure" and not found.resolved_by_time:
            sizes = {str(variant.value).strip("≈≥≤") for variant in found.variants}
            assert len(sizes) == 1


def test_sent_to_russia_or_to_ukraine_is_a_discrepancy_of_place(seeds: Analysis) -> None:
    values = [
        {str(variant.value) for variant in found.variants}
        for found in seeds.discrepancies
        if found.kind == "place"
    ]
    assert any({"nach Russland", "in die Ukraine"} <= found for found in values)


def test_a_source_lost_on_the_way_is_a_drift_of_attribution(seeds: Analysis) -> None:
    lost = {
        number(seeds, step.article)
        for drift in seeds.drifts
        for step in drift.steps
        if step.change == "attribution" and step.before and not step.after
    }
    assert "002" in lost


def test_every_list_of_the_contract_is_filled(seeds: Analysis) -> None:
    for field in ("articles", "sources", "reuse", "lineages", "stories", "claims", "timeline"):
        assert getattr(seeds, field), field
    for field in ("discrepancies", "drifts"):
        assert getattr(seeds, field), field


def test_undated_articles_stay_undated(seeds: Analysis) -> None:
    assert all(article.published is None for article in seeds.articles)
