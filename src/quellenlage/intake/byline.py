"""Who wrote a page: names out of author fields and bylines, houses and addresses left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import html

from quellenlage.german.agencies import agency_of
from quellenlage.german.outlets import outlet_of_host, outlet_of_name

__all__ = ["byline_names", "people"]

MOST_WORDS = 6
MOST_NAMES = 12
_SPLIT = re.compile(r"\s*(?:[,;|/•]|\bund\b|\band\b|\n)\s*")
_LEAD = re.compile(
    r"^(?:(?:ein|eine)\s+\w+\s+von|von|by|autor(?:in)?(?:/autor)?|text|protokoll)\b\s*:?\s*", re.I
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


def people(names: Iterable[str], *, site: str = "") -> list[str]:
    """The single names among author fields, in order; addresses and the house itself left out."""
    found: dict[str, None] = {}
    for field in names:
        if _ADDRESS.match(field.strip()) or "://" in field:
            continue
        for part in _SPLIT.split(_BRACKET.sub("", " ".join(field.split()))):
            name = _LEAD.sub("", part.strip(" .:–-")).strip(" .:–-")
            if name and not _is_house(name, site) and len(name.split()) <= MOST_WORDS:
                found.setdefault(name)
    return list(found)[:MOST_NAMES]


def _is_house(name: str, site: str) -> bool:
    """Whether a name is an address, an outlet or the site's own, and no agency."""
    if agency_of(name):
        return False
    folded = name.casefold()
    return bool(
        _ADDRESS.search(name)
        or folded == site.casefold()
        or outlet_of_name(name)
        or ("." in name and " " not in name and outlet_of_host(folded))
    )


def byline_names(tree: html.HtmlElement, *, site: str = "") -> list[str]:
    """The names in the first kind of byline markup that has any; names have two words or more."""
    for path in _BYLINE_PATHS:
        texts = [element.text_content() for element in tree.xpath(path)[:MOST_NAMES]]
        names = [n for n in people(t for t in texts if len(t) < 200) if _is_name(n)]
        if names := people(names, site=site):
            return names
    return []


def _is_name(text: str) -> bool:
    """Whether a text has the form of a person's name."""
    words = text.split()
    return 2 <= len(words) <= 5 and words[-1][:1].isupper() and words[0][:1].isupper()
