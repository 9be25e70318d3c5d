"""Which of a page's titles is the headline that readers see.

1. the site's name and the date behind a bar or dash go; 2. of JSON-LD headline and `og:title`, the
one that is not the title of the window wins: that one is written for search engines; 3. JSON-LD,
4. `og:title`, 5. the first heading, 6. the title of the window.
"""

from __future__ import annotations

import re

__all__ = ["headline"]

MOST_SUFFIXES = 4
LONGEST_TITLE = 500
SHORTEST_TITLE_WORDS = 2
_SUFFIX = re.compile(r"^(.+?)\s+(?:[|›»•]|[-–—])\s+([^|›»•]{1,40})$")
_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}")
_WORD = re.compile(r"\w+")


def headline(
    linked: str, social: str, heading: str, window: str, *, site: str = ""
) -> tuple[str, str]:
    """The headline among the titles of a page, and where it stands."""
    names = {_key(site), _key(site.rpartition(".")[0])} - {""}
    linked, social = _bare(linked, names, heading), _bare(social, names, heading)
    for_engines = _key(_bare(window, names, linked))
    if linked and social and _key(linked) != _key(social):
        if _key(linked) == for_engines:
            return social, "og:title, the window's title being another"
        return linked, "JSON-LD"
    candidates = ((linked, "JSON-LD"), (social, "og:title"), (heading, "first heading"))
    known = next(((text, rule) for text, rule in candidates if text), None)
    return known or (_bare(window, names, heading), "title element")


def _key(text: str) -> str:
    """The words of a title, in small letters."""
    return " ".join(_WORD.findall(text.casefold()))


def _bare(title: str, names: set[str], other: str) -> str:
    """A title without site name, section or date at its end.

    After a bar anything short goes; after a dash only what is the site's name, or a date, or what
    the other title lacks.
    """
    for _ in range(MOST_SUFFIXES):
        match = _SUFFIX.match(title[:LONGEST_TITLE])
        if match is None or len(match.group(1).split()) < SHORTEST_TITLE_WORDS:
            break
        rest, suffix = match.groups()
        bar = title[match.end(1) :].strip()[:1] in "|›»•"
        if not (
            bar
            or _key(suffix) in names
            or _DATE.fullmatch(suffix)
            or (other and _key(rest) == _key(other))
            or suffix.isupper()
        ):
            break
        title = rest
    return title.strip()
