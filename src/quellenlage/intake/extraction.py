"""The article in a full page: trafilatura's choice, held against the markup, then corrected."""

from __future__ import annotations

import copy

import trafilatura
from lxml import html

from quellenlage.intake.pageblocks import blocks_of
from quellenlage.intake.pagebody import foreign, instead
from quellenlage.intake.pagechoice import chosen
from quellenlage.intake.pageclean import corrected
from quellenlage.intake.records import Draft
from quellenlage.model import Removed

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
    parts = [part for part in (text or "").split("\n") if part.strip()]
    body = str(draft.fields.pop("body", ""))
    if known := instead(parts, body):
        draft.provenance["text"] = "JSON-LD, the extractor having found far less"
        return "\n\n".join(known)
    choice = chosen(parts, blocks_of(tree), title=str(draft.fields.get("title") or ""))
    draft.provenance["text"] = "; ".join(dict.fromkeys(["trafilatura", *choice.added]))
    out = foreign(choice.parts, body)
    dropped = [*choice.dropped, *(("other", choice.parts[place]) for place in sorted(out))]
    draft.removed += [Removed(kind=kind, text=text) for kind, text in dropped]  # type: ignore[arg-type]
    kept = [part for place, part in enumerate(choice.parts) if place not in out]
    return "\n\n".join(corrected(kept, tree, draft))
