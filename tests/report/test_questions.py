"""What a new user asks is answered on the page, at most two clicks from its top."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from invented import analysis
from test_browser import browser, opened

from quellenlage import intake, pipeline
from quellenlage.report import to_html

__all__ = ["browser"]

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"


def visible_page(browser: Any, path: Path, html: str) -> Any:
    path.write_text(html, encoding="utf-8")
    page, _ = opened(browser, path, reduced_motion="reduce")
    return page


@pytest.fixture
def invented(browser: Any, tmp_path: Path) -> Any:
    return visible_page(browser, tmp_path / "invented.html", to_html(analysis()))


def tile(page: Any, words: str) -> None:
    """Clicks the number of the overview whose sentence has these words."""
    page.locator(".figures a", has_text=words).click()


def seen(page: Any, selector: str, words: str) -> Any:
    """The element with these words, which must be on the screen without another click."""
    found = page.locator(selector, has_text=words).first
    found.scroll_into_view_if_needed()
    assert found.is_visible()
    return found


def test_how_many_origins_a_claim_has_is_read_without_a_click(invented: Any) -> None:
    claim = seen(invented, ".claim > summary", "Das Bauamt sperrt die Brücke.")
    assert "2 Artikel, ein einziger Ursprung: Bauamt Altfurt." in claim.inner_text()
    claim.click()
    assert invented.locator("#k1-2 blockquote").first.is_visible()


def test_which_articles_are_one_text_is_one_click_away_and_their_passages_two(
    invented: Any,
) -> None:
    tile(invented, "Texte stecken dahinter")
    line = seen(invented, ".lineages li", "sind ein Text")
    line.locator("a").first.click()
    assert invented.locator("details.compare .pair").first.is_visible()


def test_an_arc_of_the_drawing_leads_to_the_passages(invented: Any) -> None:
    invented.locator("svg.graph a[href='#k1-c1-2']").click()
    assert invented.locator("#k1-c1-2 .pair").first.is_visible()


def test_who_denies_what_is_one_click_away_and_its_sentence_two(invented: Any) -> None:
    tile(invented, "wird bestritten")
    answer = seen(invented, ".body li", "Die Baufirma Stellwerk bestreitet das")
    assert "bestreitet" in answer.locator(".chip").inner_text()
    answer.locator("a.ref").first.click()
    assert invented.locator(".s:target").is_visible()


def test_who_could_not_confirm_and_did_later_is_one_click_away(invented: Any) -> None:
    tile(invented, "nicht bestätigen")
    body = seen(invented, ".body", "zunächst nicht bestätigen und hat später bestätigt")
    assert body.locator("blockquote").count() == 2


def test_where_a_place_or_figure_differs_is_one_click_away_and_its_sentence_two(
    invented: Any,
) -> None:
    tile(invented, "Unterschied zwischen den Berichten")
    place = seen(invented, ".difference", "Neufurt")
    place.locator("a.ref").first.click()
    assert invented.locator(".s:target").is_visible()


@pytest.fixture(scope="module")
def seeds(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if not SEEDS.is_dir():
        pytest.skip("the first real input is not here")
    told = pipeline.run(intake.read([str(SEEDS)]).articles)
    page = visible_page(browser, tmp_path_factory.mktemp("seeds") / "seeds.html", to_html(told))
    yield page
    page.close()


def test_the_claim_of_the_1500_shows_its_one_origin(seeds: Any) -> None:
    claim = seen(seeds, ".claim > summary", "1.500")
    assert "5 Artikel, ein einziger Ursprung: Nationaler Nachrichtendienst" in claim.inner_text()


def test_the_three_wordings_of_one_text_are_named(seeds: Any) -> None:
    tile(seeds, "Texte stecken dahinter")
    line = seen(seeds, ".lineages li", "gehen auf einen Text zurück")
    assert all(label in line.inner_text() for label in ("000", "001", "002"))


@pytest.mark.parametrize("body", ["Russland", "Nordkorea"])
def test_who_denies_is_shown_with_the_denial(seeds: Any, body: str) -> None:
    tile(seeds, "bestritten oder angezweifelt")
    answers = seeds.locator(".body", has=seeds.locator("h4", has_text=body)).first
    assert answers.is_visible()
    assert answers.locator(".chip.stance-denies").count() >= 2


def test_what_nato_could_not_confirm_and_confirmed_later_is_shown(seeds: Any) -> None:
    tile(seeds, "nicht bestätigen")
    nato = seeds.locator(".body", has=seeds.locator("h4", has_text="NATO")).first
    assert "zunächst nicht bestätigen und hat später bestätigt" in nato.inner_text()
    assert nato.locator(".chip.stance-cannot_confirm").count() >= 1
    assert nato.locator(".chip.stance-confirms").count() >= 1


def test_where_the_place_drifts_is_shown_with_both_places(seeds: Any) -> None:
    tile(seeds, "Unterschiede zwischen den Berichten")
    place = seen(seeds, ".difference", "in die Ukraine")
    assert "nach Russland" in place.inner_text()
    assert place.locator("a.ref").count() >= 2
