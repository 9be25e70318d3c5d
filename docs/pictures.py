"""Takes the pictures of the invented story's report under docs/pictures, with a headless Chromium.

`python docs/pictures.py` after `make test` has set up the environment and Chromium is installed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from playwright.sync_api import Browser, sync_playwright

from quellenlage import intake, pipeline
from quellenlage.cli.demo import STORY
from quellenlage.report import to_html

PICTURES = Path(__file__).resolve().parent / "pictures"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PHONE, DESK = 390, 1280


class Picture(msgspec.Struct, frozen=True):
    """One picture: what is shown of the report, and on what."""

    name: str
    lang: str = "de"
    width: int = DESK
    height: int = 900
    dark: bool = False
    at: str = ""
    opened: str = ""
    media: str = "screen"


TAKEN = (
    Picture("report-desktop"),
    Picture("report-dark", dark=True),
    Picture("report-english", lang="en"),
    Picture("report-phone", width=PHONE, height=844),
    Picture("report-claim", at=".claim", opened=".claim"),
    Picture("report-lineage", at="#k1-lineage"),
    Picture("report-sources", at="#k1-sources"),
    Picture("report-differences", at="#k1-differences"),
    Picture("report-compare", at="#k1-compare", opened="details.compare"),
    Picture("report-reading", at="#articles"),
    Picture("report-print", width=794, height=1123, media="print"),
)


def take(picture: Picture, browser: Browser, pages: dict[str, Path], to: Path) -> None:
    """Opens the report as the picture wants it and takes it."""
    scheme: Any = "dark" if picture.dark else "light"
    size: Any = {"width": picture.width, "height": picture.height}
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(pages[picture.lang].as_uri())
    media: Any = picture.media
    page.emulate_media(media=media, color_scheme=scheme)
    if picture.media == "print":
        page.evaluate("document.body.style.padding = '15mm'")
    if picture.opened:
        page.eval_on_selector(picture.opened, "found => { found.open = true }")
    if picture.at:
        page.eval_on_selector(picture.at, "found => found.scrollIntoView()")
    page.screenshot(path=to / f"{picture.name}.png")
    context.close()


def main() -> None:
    """Runs the main job on the invented story and takes every picture, or those that are named."""
    analysis = pipeline.run(intake.read([str(p) for p in sorted(STORY.glob("*.txt"))]).articles)
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        pages = {lang: Path(folder) / f"{lang}.html" for lang in ("de", "en")}
        for lang, path in pages.items():
            path.write_text(to_html(analysis, lang), encoding="utf-8")
        browser = running.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
            args=ARGUMENTS,
        )
        for picture in TAKEN:
            if not sys.argv[1:] or picture.name in sys.argv[1:]:
                take(picture, browser, pages, PICTURES)
        browser.close()


if __name__ == "__main__":
    main()
