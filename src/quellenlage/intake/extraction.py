"""The article in a full page, by trafilatura."""

from __future__ import annotations

from lxml import html

from quellenlage.intake.records import Draft

__all__ = ["extracted"]


def extracted(tree: html.HtmlElement, source: str, draft: Draft) -> str:
    """The paragraphs of the article, parted by blank lines."""
    import trafilatura

    text = trafilatura.extract(
        tree, fast=True, include_comments=False, include_tables=True, deduplicate=False
    )
    draft.provenance["text"] = "trafilatura"
    return "\n\n".join((text or "").split("\n"))
