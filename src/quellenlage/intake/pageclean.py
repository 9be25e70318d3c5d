"""Corrections to the text an extractor finds on German news pages.

1. the title and headings above the text go, they are the title; 2. bylines, times, player and
blog marks; 3. a paragraph that came twice in a row; 4. the standfirst, if the page shows the one
its own description gives and the extractor left it out; 5. a capital set apart as an initial.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html

from quellenlage.german.boilerplate import known_word, page_debris
from quellenlage.intake.records import Draft
from quellenlage.model import Removed

__all__ = ["corrected"]

LONGEST_BYLINE = 90
SHORTEST_STANDFIRST = 60
"""Characters: a shorter description is a title or a mark, no lead."""
MOST_HEADINGS = 4
COMPARED = 60
_WORD = re.compile(r"\w+")
_INITIAL = re.compile(r"^([A-ZÄÖÜ]) ([a-zäöüß]+)")
_BYLINE = re.compile(r"(?:ein\w* \w+ )?(?:von|by)\s+[^.!?]{3,70}", re.I)


def corrected(parts: Sequence[str], tree: html.HtmlElement, draft: Draft) -> list[str]:
    """The paragraphs of the article among those that were extracted."""
    body = _below_title(parts, tree, draft)
    kept: list[str] = []
    for part in body:
        kind = _kind(part, draft)
        if kind:
            draft.removed.append(Removed(kind=kind, text=part))  # type: ignore[arg-type]
        elif not kept or kept[-1] != part:
            kept.append(part)
    lead = _standfirst(tree, draft, kept)
    if lead:
        draft.provenance["standfirst"] = "the page's own description, shown on it"
        kept.insert(0, lead)
    if kept and (match := _INITIAL.match(kept[0])) and known_word("".join(match.groups())):
        kept[0] = kept[0].replace(" ", "", 1)
    return kept


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _below_title(parts: Sequence[str], tree: html.HtmlElement, draft: Draft) -> list[str]:
    """The paragraphs without the title and what repeats it among the first few."""
    titles = {_key(str(draft.fields.get("title") or ""))}
    titles |= {_key(element.text_content()) for element in tree.xpath("//h1")} - {""}
    titles.add(_key(tree.findtext(".//title") or ""))
    head, rest = parts[: MOST_HEADINGS * 2], parts[MOST_HEADINGS * 2 :]
    return [part for part in head if _key(part) not in titles] + list(rest)


def _kind(part: str, draft: Draft) -> str | None:
    """The kind of debris that a paragraph is."""
    if len(part) > LONGEST_BYLINE * 2:
        return None
    bare = part.strip().casefold()
    for pattern, kind in page_debris():
        if pattern.fullmatch(bare):
            return kind
    if len(part) <= LONGEST_BYLINE:
        authors = draft.fields.get("authors")
        names = [str(name).casefold() for name in authors] if isinstance(authors, list) else []
        if bare in names or (_BYLINE.fullmatch(part) and any(name in bare for name in names)):
            return "credit"
        if _BYLINE.fullmatch(part) and part[:4] in ("von ", "Von ") and part.istitle():
            return "credit"
    return None


def _standfirst(tree: html.HtmlElement, draft: Draft, kept: Sequence[str]) -> str | None:
    """The lead under the title, if the text lacks it though the page shows it."""
    described = tree.xpath(
        "string(//meta[@property='og:description' or @name='description']/@content)"
    )
    start = _key(described)[:COMPARED]
    if len(start) < min(COMPARED, SHORTEST_STANDFIRST) or not kept:
        return None
    if any(start in _key(part) for part in kept[:6]):
        return None
    for element in tree.xpath("//body//p | //body//h2 | //body//div[not(*)]"):
        shown = " ".join(element.text_content().split())
        if len(shown) < 600 and _key(shown).startswith(start):
            return shown
    return None
