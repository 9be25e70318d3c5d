"""The report as one HTML file: no network, nothing that runs but our own few lines of script."""

from __future__ import annotations

import re
import tomllib
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from quellenlage.model import Analysis
from quellenlage.report.page import DIFFERENCES, Page, page
from quellenlage.report.records import Reference
from quellenlage.report.texts import Texts, texts

__all__ = ["to_html"]

_FOLDER = Path(__file__).resolve().parent / "page"
_MEASURED = Path(__file__).resolve().parent / "measured.toml"
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
"""Characters HTML forbids, which broken encodings leave in texts, and those that turn the direction
of what is written: our own words around a hostile name must not be turned with it."""


def to_html(analysis: Analysis, lang: str = "de") -> str:
    """The report as one self-contained HTML file that can be opened, forwarded and printed."""
    catalogue = texts(lang)
    told = page(analysis, catalogue)
    places = {article.line.id: article.place for article in told.articles}
    style, script = _inline("page.css"), _inline("page.js")
    written = (
        _environment()
        .get_template("page.html.j2")
        .render(
            page=told,
            t=catalogue,
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            measured=_measured(),
            most=DIFFERENCES,
            target=lambda r: _target(r, places),
            labels=_labels(told, catalogue),
            anchors={id: f"a{place}" for id, place in places.items()},
        )
    )
    return _UNPRINTABLE.sub("\ufffd", written)


def _labels(told: Page, texts: Texts) -> dict[str, str]:
    """How an article is called: outlet and label, without a known outlet its label."""
    lines = (article.line for article in told.articles)
    word = texts("word.article")
    return {
        line.id: f"{line.outlet} [{line.label}]" if line.outlet_known else f"{word} {line.label}"
        for line in lines
    }


def _target(reference: Reference, places: dict[str, int]) -> str:
    """The anchor of the sentence that a reference names."""
    return f"a{places[reference.article]}-s{reference.sentence}"


@cache
def _environment() -> Environment:
    """Jinja with every value escaped and no missing value forgiven."""
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _inline(name: str) -> str:
    """A style sheet or script as it stands in the page."""
    return (_FOLDER / name).read_text(encoding="utf-8").strip()


@cache
def _measured() -> dict[str, Any]:
    """How often each kind of judgement was right when it was last measured."""
    with _MEASURED.open("rb") as file:
        return tomllib.load(file)


def _policy(style: str, script: str) -> str:
    """The content security policy: nothing but these two, by their digests."""
    digests = (b64encode(sha256(part.encode()).digest()).decode() for part in (style, script))
    style_digest, script_digest = digests
    return (
        f"default-src 'none'; style-src 'sha256-{style_digest}'; "
        f"script-src 'sha256-{script_digest}'; base-uri 'none'; form-action 'none'"
    )
