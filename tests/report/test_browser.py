"""The page in a real Chromium: accessible, readable without script, on a phone and on paper."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from invented import analysis, hostile, many

from quellenlage.report import to_html

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs a Chromium for the tests of the report.")
        pytest.skip("no Chromium here")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(to_html(analysis()), encoding="utf-8")
    return path


def opened(browser: Any, path: Path, **options: Any) -> tuple[Any, list[str]]:
    page = browser.new_context(**options).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: (complaints.append("dialog"), dialog.dismiss()))
    page.goto(path.as_uri())
    return page, complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_axe_finds_nothing(browser: Any, report: Path, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    size = {"width": width, "height": 900}
    page, _ = opened(browser, report, color_scheme=scheme, viewport=size, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = axe.run(page).response["violations"]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []


def test_nothing_is_refused_by_the_policy(browser: Any, report: Path) -> None:
    _, complaints = opened(browser, report)
    assert complaints == []


def test_a_claim_opens_without_script(browser: Any, report: Path) -> None:
    page, _ = opened(browser, report, java_script_enabled=False)
    passage = page.locator(".claim blockquote").first
    assert not passage.is_visible()
    page.locator(".claim > summary").first.click()
    assert passage.is_visible()


def test_a_claim_opens_by_keyboard(browser: Any, report: Path) -> None:
    page, _ = opened(browser, report)
    page.locator(".claim > summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".claim blockquote").first.is_visible()


def test_a_reference_leads_to_its_sentence(browser: Any, report: Path) -> None:
    page, _ = opened(browser, report)
    page.locator(".claim > summary").first.click()
    page.locator(".claim a.ref").first.click()
    assert page.locator(".s:target").inner_text().startswith("2Die Brücke bei Altfurt habe")
    assert page.locator(".s:target").is_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 1200])
def test_no_width_scrolls_sideways(browser: Any, report: Path, width: int) -> None:
    page, _ = opened(browser, report, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_long_names_do_not_scroll_sideways(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_text(to_html(many(5, "Anzeigenblatt" * 23)), encoding="utf-8")
    page, _ = opened(browser, path, viewport={"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_hostile_text_never_runs(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    payload = "</script><img src=x onerror=alert(1)><svg onload=alert(2)>\u202e"
    path.write_text(to_html(hostile(payload)), encoding="utf-8")
    page, complaints = opened(browser, path)
    page.wait_for_timeout(200)
    assert complaints == []


def test_the_page_prints_with_its_claims_unfolded(browser: Any, report: Path) -> None:
    page, _ = opened(browser, report)
    assert len(page.pdf()) > 20_000
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".claim blockquote").first.is_visible()
    assert not page.locator("nav").is_visible()
