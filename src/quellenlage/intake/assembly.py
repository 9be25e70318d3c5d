"""Draft → article: debris out, damage mended, doubts told, language and id found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from quellenlage.intake.damage import mended
from quellenlage.intake.debris import masthead, sorted_out
from quellenlage.intake.doubts import doubts
from quellenlage.intake.language import language_of, told_language
from quellenlage.intake.linebreaks import paragraphs
from quellenlage.intake.mending import Mended
from quellenlage.intake.metadata import give_outlet
from quellenlage.intake.records import Draft
from quellenlage.model import Article, Removed, Repair, content_id
from quellenlage.model import Warning as Doubt

__all__ = ["article_of"]

LONGEST_TITLE = 160
"""Characters of a first line that can be a title; headlines of the archive have up to 150."""
_SPACE = re.compile(r"[^\S\n]+")
_HALVES = re.compile("[\ud800-\udfff]")
_WORDS = re.compile(r"\w+")


def article_of(draft: Draft) -> Article:
    """The article of a draft."""
    parts, credits = _cleaned(draft)
    parts = _with_title(draft, parts)
    text, repairs = _joined(part for part, _ in parts)
    text = _sayable(text)
    language = told_language(str(draft.fields.pop("language", ""))) or language_of(text)
    warnings = [*draft.warnings, *(doubts(text) if language == "de" else [])]
    if language != "de":
        message = f"the text seems to be in another language than German ({language})"
        warnings.insert(0, Doubt(code="not_german", message=message))
    fields: dict[str, Any] = {name: _sayable(value) for name, value in draft.fields.items()}
    fields.setdefault("credits", credits)
    fields.setdefault("access", "full" if text.strip() else "empty")
    return Article(
        id=content_id("a", fields.get("outlet"), fields.get("published"), text),
        path=_sayable(draft.path),
        language=language,
        provenance=draft.provenance,
        text=text,
        removed=[msgspec.structs.replace(r, text=_sayable(r.text)) for r in draft.removed],
        repairs=[
            msgspec.structs.replace(r, before=_sayable(r.before), after=_sayable(r.after))
            for r in repairs
        ],
        warnings=warnings,
        **fields,
    )


def _sayable(value: Any) -> Any:
    """A text or texts without half characters: they stand for odd bytes and cannot be written."""
    if isinstance(value, list):
        return [_sayable(item) for item in value]
    return _HALVES.sub("\ufffd", value) if isinstance(value, str) else value


def _cleaned(draft: Draft) -> tuple[list[tuple[Mended, bool]], list[str]]:
    """The paragraphs of the article, each with whether a blank line follows, and its agencies."""
    raw = _paragraphs(draft)
    _drop_masthead(draft, raw)
    kept: list[tuple[Mended, bool]] = []
    credits: list[str] = []
    for paragraph, parted in raw:
        if draft.complete:
            kept.append((paragraph, parted))
            continue
        left, removed, agencies = sorted_out(paragraph.text)
        draft.removed += removed
        credits += [agency for agency in agencies if agency not in credits]
        if left:
            same = left == paragraph.text
            kept.append((mended(paragraph if same else Mended(left)), parted))
    if credits:
        draft.provenance.setdefault("credits", "agency credit in the text")
    return kept, credits


def _paragraphs(draft: Draft) -> list[tuple[Mended, bool]]:
    """The paragraphs as they stand, white space single."""
    text = _SPACE.sub(" ", draft.text)
    if draft.lines:
        return paragraphs(text)
    found = (" ".join(part.split()) for part in text.split("\n\n"))
    return [(Mended(part), True) for part in found if part]


def _drop_masthead(draft: Draft, raw: list[tuple[Mended, bool]]) -> None:
    """Takes the site's name off the top and keeps it as the outlet."""
    if len(raw) > 1 and raw[0][1] and (site := masthead(raw[0][0].text, raw[1][0].text)):
        draft.removed.append(Removed(kind="navigation", text=raw.pop(0)[0].text))
        give_outlet(draft, site, rule="name of the site above the title")


def _with_title(draft: Draft, parts: list[tuple[Mended, bool]]) -> list[tuple[Mended, bool]]:
    """The paragraphs, the title first; a known title is put there if it is missing.

    1. the first paragraph is the known title; 2. it is short and stands apart: it is the title if
    none is known, and goes if it is the known one in other words; 3. the known title goes on top.
    """
    first, parted = parts[0] if parts else (Mended(""), False)
    title = str(draft.fields.get("title") or "")
    if not title:
        if len(parts) > 1 and parted and _is_heading(first.text):
            draft.give("title", first.text, "short first line above a blank line")
        return parts
    if _words(title) == _words(first.text):
        return parts
    return [(Mended(title), True), *parts]


def _is_heading(text: str) -> bool:
    """Whether a first paragraph is short enough for a title and no sentence."""
    return len(text) <= LONGEST_TITLE and "\n" not in text and not text.endswith((".", ",", ";"))


def _words(text: str) -> list[str]:
    """The words of a title, in small letters."""
    return _WORDS.findall(text.casefold())


def _joined(parts: Iterable[Mended]) -> tuple[str, list[Repair]]:
    """The text of the paragraphs, and their repairs at their places in it."""
    texts: list[str] = []
    repairs: list[Repair] = []
    place = 0
    for part in parts:
        repairs += [
            msgspec.structs.replace(r, start=r.start + place, end=r.end + place)
            for r in part.repairs
        ]
        texts.append(part.text)
        place += len(part.text) + 2
    return "\n\n".join(texts), sorted(repairs, key=lambda repair: (repair.start, repair.end))
