"""Corrections to the text an extractor finds on German news pages.

1. the title and headings above the text go, they are the title; 2. bylines, times, player and
blog marks; 3. a paragraph that came twice in a row; 4. the standfirst, if the page shows the one
its own description gives and the extractor left it out; 5. a capital set apart as an initial.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html

from quellenlage.german.boilerplate import (
    boilerplate_phrases,
    known_word,
    page_debris,
    tells_of_author,
)
from quellenlage.intake.records import Draft
from quellenlage.model import Removed

__all__ = ["corrected"]

LONGEST_BYLINE = 90
SHORTEST_STANDFIRST = 60
"""Characters: a shorter description is a title or a mark, no lead."""
MOST_HEADINGS = 4
COMPARED = 60
SHORTEST_REPEATED = 3
LONGEST_KICKER = 60
LONGEST_DEBRIS = 450
LONGEST_APPEAL = 1200
LAST_PARAGRAPHS = 3
INITIAL_AMONG = 3
_WORD = re.compile(r"\w+")
_INITIAL = re.compile(r"^([A-ZÄÖÜ]) ([a-zäöüß]+)")
_NAMED = re.compile(r"[Vv]on (?:[A-ZÄÖÜ][\w.-]+ ?){2,4}")
_ENDED = re.compile(r"[.!?…:][\"“”«»’')\]]*$")
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
    _drop_end(kept, draft)
    lead = _standfirst(tree, draft, kept)
    if lead:
        draft.provenance["standfirst"] = "the page's own description, shown on it"
        kept.insert(0, lead)
    for place, part in enumerate(kept[:INITIAL_AMONG]):
        if (match := _INITIAL.match(part)) and known_word("".join(match.groups())):
            kept[place] = part.replace(" ", "", 1)
    return kept


def _drop_end(kept: list[str], draft: Draft) -> None:
    """Takes appeals, author boxes and the headings above them off the end."""
    for place in range(len(kept) - 1, max(0, len(kept) - 1 - LAST_PARAGRAPHS), -1):
        if place >= len(kept):
            continue
        if _is_appeal(kept[place]) or _is_author_box(kept[place], draft):
            draft.removed += [Removed(kind="advertisement", text=part) for part in kept[place:]]
            del kept[place:]
            while len(kept) > 1 and not _ENDED.search(kept[-1]) and len(kept[-1]) < LONGEST_BYLINE:
                draft.removed.append(Removed(kind="advertisement", text=kept.pop()))


def _is_appeal(part: str) -> bool:
    """Whether a paragraph asks the reader for support or money."""
    folded = part.casefold()
    return len(part) <= LONGEST_APPEAL and any(
        phrase in folded for phrase, _ in boilerplate_phrases("appeal")
    )


def _is_author_box(part: str, draft: Draft) -> bool:
    """Whether a paragraph tells who the author is: "Die Reporterin Ada Warn ist bei uns für …"."""
    authors = draft.fields.get("authors")
    names = authors if isinstance(authors, list) else []
    return len(part) < LONGEST_DEBRIS and any(tells_of_author(part, str(n)) for n in names)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _below_title(parts: Sequence[str], tree: html.HtmlElement, draft: Draft) -> list[str]:
    """The paragraphs without the title and what repeats it among the first few."""
    titles = {_key(str(draft.fields.get("title") or ""))}
    titles |= {_key(element.text_content()) for element in tree.xpath("//h1")} - {""}
    titles.add(_key(tree.findtext(".//title") or ""))
    head, rest = parts[: MOST_HEADINGS * 2], parts[MOST_HEADINGS * 2 :]
    return [part for part in head if not _repeats(_key(part), titles)] + list(rest)


def _repeats(key: str, titles: set[str]) -> bool:
    """Whether a paragraph is a title, perhaps with a kicker before it or a mark behind."""
    if key in titles:
        return True
    if len(key.split()) > SHORTEST_REPEATED and any(title.endswith(key) for title in titles):
        return True
    long = (title for title in titles if len(title.split()) >= SHORTEST_REPEATED)
    return any(title in key and len(key) <= len(title) + LONGEST_KICKER for title in long)


def _kind(part: str, draft: Draft) -> str | None:
    """The kind of debris that a paragraph is."""
    if len(part) > LONGEST_DEBRIS:
        return None
    bare = part.strip().lstrip("- ").casefold()
    for pattern, kind in page_debris():
        if pattern.fullmatch(bare):
            return kind
    if len(part) <= LONGEST_BYLINE:
        authors = draft.fields.get("authors")
        names = [str(name).casefold() for name in authors] if isinstance(authors, list) else []
        if bare in names or (_BYLINE.fullmatch(part) and any(name in bare for name in names)):
            return "credit"
        if _NAMED.fullmatch(part):
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
