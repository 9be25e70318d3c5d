"""Who wrote a page: names out of author fields and bylines, houses and addresses left out."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable

from lxml import html

from quellenlage.german.agencies import agency_of
from quellenlage.german.boilerplate import credit_words
from quellenlage.german.outlets import outlet_of_host, outlet_of_name

__all__ = ["byline_names", "people"]

MOST_WORDS = 6
MOST_NAMES = 12
LONGEST_LABELLED = 80
"""Characters of an element that says no more than who wrote the page."""
_SPLIT = re.compile(r"\s*(?:[,;|/•]|\bund\b|\band\b|\n)\s*")
_LEAD = re.compile(
    r"^(?:(?:ein|eine)\s+\w+\s+von|von|by|autor(?:in|[*:_]in)?(?:/autor(?:in)?)?|text|protokoll)\b\s*:?\s*",
    re.I,
)
_BRACKET = re.compile(r"\s*\([^)]*\)")
_ADDRESS = re.compile(r"//|@|www\.|^\d|\d{4}")
_BYLINE_PATHS = (
    "//*[@rel='author']",
    "//*[@itemprop='author']",
    "//a[contains(@href,'/autor/') or contains(@href,'/autoren/') or contains(@href,'/author/')]",
    "//*[contains(@class,'person-link')]",
    "//*[contains(@class,'authors__list-item') or contains(@class,'author-name') "
    "or contains(@class,'author__name') or contains(@class,'byline__name')]",
    "//*[contains(@class,'byline') or contains(@class,'article__author')]",
)


def people(names: Iterable[str], *, houses: Collection[str] = ()) -> list[str]:
    """The single names among author fields, in order; addresses and the house itself left out."""
    found: dict[str, None] = {}
    for field in names:
        if _ADDRESS.match(field.strip()) or "://" in field:
            continue
        for part in _SPLIT.split(_BRACKET.sub("", " ".join(field.split()))):
            name = _LEAD.sub("", part.strip(" .:–-")).strip(" .:–-")
            if name and not _is_house(name, houses) and len(name.split()) <= MOST_WORDS:
                found.setdefault(name)
    return list(found)[:MOST_NAMES]


def _is_house(name: str, houses: Collection[str]) -> bool:
    """Whether a name is an address, an outlet or the site's own, and no agency."""
    if agency_of(name):
        return False
    folded = name.casefold()
    return bool(
        _ADDRESS.search(name)
        or folded in {house.casefold() for house in houses}
        or outlet_of_name(name)
        or ("." in name and " " not in name and outlet_of_host(folded))
    )


def byline_names(tree: html.HtmlElement, *, houses: Collection[str] = ()) -> list[str]:
    """The names in the first kind of byline markup that has any; names have two words or more."""
    for path in (*_BYLINE_PATHS, _labelled()):
        texts = [element.text_content() for element in tree.xpath(path)[:MOST_NAMES]]
        names = [n for n in people(t for t in texts if len(t) < 200) if _is_name(n)]
        if names := people(names, houses=houses):
            return names
    return []


@functools.cache
def _labelled() -> str:
    """The path of short elements that begin with what authors are called: "Autorin: Ada Warn"."""
    words = sorted(credit_words("byline"))
    marks = [f"{word}{sign}" for word in words for sign in " :/"]
    begin = " or ".join(f"starts-with(normalize-space(.), '{mark}')" for mark in marks)
    tags = " or ".join(f"self::{tag}" for tag in ("li", "p", "span", "div", "dd", "td"))
    return f"//*[{tags}][{begin}][string-length(normalize-space(.)) < {LONGEST_LABELLED}]"


def _is_name(text: str) -> bool:
    """Whether a text has the form of a person's name."""
    words = text.split()
    return 2 <= len(words) <= 5 and words[-1][:1].isupper() and words[0][:1].isupper()
