"""What stands on a news page and is not the article: found by rule, kept aside, told by kind.

1. agency credits, whole paragraphs or at the end of one; their agencies go into `credits`
2. separator lines; 3. marks that are a paragraph of their own (WERBUNG); 4. openings (Lesen Sie
auch); 5. player texts; 6. passages in square brackets; 7. captions that end in a picture credit;
8. what follows a heading of related links at the end; 9. the site's name above the title; 10. a
line of menu entries.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quellenlage.german.agencies import agency_of
from quellenlage.german.boilerplate import boilerplate_phrases, credit_words, picture_credit
from quellenlage.model import Removed

__all__ = ["Sorted", "credits_in", "is_credit", "masthead", "sorted_out"]

LONGEST_DEBRIS = 320
"""Characters: a longer paragraph that begins like a hint to other articles is part of the text."""
LONGEST_CAPTION = 400
LONGEST_PLAYER = 600
LONGEST_CODE = 14
LONGEST_MASTHEAD_WORDS = 3
LONGEST_MENU = 15
LEAST_MENU = 3
"""Entries that make a line a menu; two may meet in a heading ("Kultur und Politik streiten")."""
_SEPARATOR = re.compile(r"[\W_]*")
_CODES = re.compile(r"(?:[A-Za-zäöü.]{1,8}(?:/[A-Za-zäöü.]{1,8})*)?\s*\(([^()]{2,60})\)\.?")
_TAIL = re.compile(r"(?<=[.!?\"“”»«)\]])\s*\(([^()\n]{2,40})\)\.?$")
_BARE = re.compile(r"[A-Za-zäöü.-]{2,10}(?:\s?[/,]\s?[A-Za-zäöü.-]{2,10}){0,5}")
_SPLIT = re.compile(r"\s*(?:[/,;&+]|\bund\b|\bmit\b)\s*")
_DATELINE = re.compile(r"^[^.!?()]{2,60}\(([^()]{2,30})\)\s?(?:[-–—:]|\.\s)")
_BRACKETED = re.compile(r"\[[^\[\]]{10,400}\]")
_ENDED = re.compile(r"[.!?…][\"“”«»’')\]]*$")
_EDGES = " \t\n:.,!?-–—*|•·>»›+#=_\xa0▶►…[]"


class Sorted(NamedTuple):
    """What is left of a paragraph, what was taken out, and the agencies named in it."""

    text: str
    removed: list[Removed]
    credits: list[str]


def is_credit(line: str) -> bool:
    """Whether a line is nothing but an agency credit: "kle/sti (dpa, afp)", "dpa/AFP"."""
    return bool(_credit_line(line.strip()))


def _credit_line(line: str) -> list[str]:
    """The agencies of a line that is nothing but a credit."""
    if len(line) > 80:
        return []
    if match := _CODES.fullmatch(line):
        return _agencies(match.group(1))
    for word in credit_words("source"):
        if line.casefold().startswith(word.casefold()):
            return _agencies(line[len(word) :].lstrip(" :").rstrip("."))
    return _agencies(line) if _BARE.fullmatch(line) else []


def _agencies(codes: str) -> list[str]:
    """The agencies among codes, if all are codes and one at least is an agency's."""
    parts = [part for part in _SPLIT.split(codes.strip()) if part]
    found = [agency_of(part) or agency_of(part.split("-")[0]) for part in parts]
    if any(len(p) > LONGEST_CODE and not a for p, a in zip(parts, found, strict=True)):
        return []
    return list(dict.fromkeys(agency for agency in found if agency))


def credits_in(text: str) -> list[str]:
    """The agencies in a dateline, which stays: "WARNAU (dpa) – Der Damm hält"."""
    match = _DATELINE.match(text[:120])
    return _agencies(match.group(1)) if match else []


def sorted_out(text: str) -> Sorted:
    """A paragraph without what is not the article; its text is empty if nothing is left."""
    if agencies := _credit_line(text):
        return Sorted("", [Removed(kind="credit", text=text)], agencies)
    if kind := _kind_of_whole(text):
        return Sorted("", [Removed(kind=kind, text=text)], [])  # type: ignore[arg-type]
    removed: list[Removed] = []
    rest = _without_brackets(text, removed)
    agencies = []
    if (match := _TAIL.search(rest)) and (agencies := _agencies(match.group(1))):
        removed.append(Removed(kind="credit", text=match.group().strip()))
        rest = rest[: match.start()].rstrip()
    return Sorted(rest, removed, agencies or credits_in(rest))


def _kind_of_whole(text: str) -> str | None:
    """The kind of debris a whole paragraph is."""
    if _SEPARATOR.fullmatch(text):
        return "other"
    folded = " ".join(text.casefold().split())
    bare = folded.strip(_EDGES)
    for phrase, kind in boilerplate_phrases("whole"):
        if bare == phrase:
            return kind
    if len(text) <= LONGEST_PLAYER:
        for phrase, kind in boilerplate_phrases("contains"):
            if phrase in folded:
                return kind
    if len(text) <= LONGEST_DEBRIS:
        for phrase, kind in boilerplate_phrases("start"):
            if folded.lstrip(_EDGES).startswith(phrase):
                return kind
    if _is_menu(bare):
        return "navigation"
    return "caption" if _is_caption(text) else None


def _is_menu(folded: str) -> bool:
    """Whether a line is a site's menu: "Warnebote Startseite Wetter Newsletter"."""
    words = folded.split()
    if len(words) > LONGEST_MENU or _ENDED.search(folded):
        return False
    entries = {phrase for phrase, _ in boilerplate_phrases("menu")}
    return len(entries.intersection(words)) >= max(LEAST_MENU, len(words) / 2)


def _is_caption(text: str) -> bool:
    """Whether a paragraph is a caption: it ends in a picture credit, without end mark before."""
    if len(text) > LONGEST_CAPTION:
        return False
    return bool(picture_credit().search(text))


def _without_brackets(text: str, removed: list[Removed]) -> str:
    """The text without notices in square brackets that speak to the reader."""
    if "[" not in text:
        return text

    def cut(match: re.Match[str]) -> str:
        folded = match.group().casefold()
        for phrase, kind in boilerplate_phrases("bracket"):
            if phrase in folded:
                removed.append(Removed(kind=kind, text=match.group()))  # type: ignore[arg-type]
                return ""
        return match.group()

    return " ".join(_BRACKETED.sub(cut, text).split()) if _BRACKETED.search(text) else text


def masthead(first: str, second: str) -> str | None:
    """The site's name if a first line is nothing but that: "Warnebote Deutsch" above a title."""
    words = first.split()
    if not 2 <= len(words) <= LONGEST_MASTHEAD_WORDS or len(second) <= len(first):
        return None
    return " ".join(words[:-1]) if words[-1] in credit_words("language") else None
