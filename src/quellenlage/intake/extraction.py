"""The article in a full page, by trafilatura."""

from __future__ import annotations

import copy

import trafilatura
from lxml import html

from quellenlage.intake.pageclean import corrected
from quellenlage.intake.records import Draft

__all__ = ["extracted"]


def extracted(tree: html.HtmlElement, draft: Draft) -> str:
    """The paragraphs of the article, parted by blank lines."""
    text = trafilatura.extract(
        copy.deepcopy(tree),
        fast=True,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
    )
    draft.provenance["text"] = "trafilatura"
    parts = [part for part in (text or "").split("\n") if part.strip()]
    return "\n\n".join(corrected(parts, tree, draft))
