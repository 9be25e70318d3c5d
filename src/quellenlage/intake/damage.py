"""Mechanical damage inside a paragraph: found by rule, mended, told as a repair.

1. characters: broken encoding, entities, soft hyphens, invisible signs
2. glued sentences ("Räumung.Warnau"), clauses ("bestätigen,der"), quotes ("sagte„Wir")
3. glued crossheads ("Vorwürfe zurückDas Ministerium"): each becomes a paragraph
4. glued words ("Soldatenwas")
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from quellenlage.german.boilerplate import glued_words, known_word, sentence_openers
from quellenlage.intake.mending import Edit, Mended

__all__ = ["mended"]

LONGEST_CROSSHEAD = 120
LONGEST_QUOTE = 400
SHORTEST_SPLIT_WORD = 5
LONGEST_SPLIT_WORD = 40
_MOJIBAKE = re.compile(r"[ÂÃ][\x80-\xbf\u0152-\u0178\u2013-\u2122]|â[\x80-\u20ac][\x80-\u2122]")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]+")
_SURROGATES = re.compile("[\ud800-\udfff]+")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|www\.|@|\w\.(?:de|com|org|net|at|ch)\b")
_SENTENCES = re.compile(
    r"(?<=[a-zäöüß]{2}|\d[)\]%]|[a-zäöüß)][)\]])[.!?](?=[„»“\"]?[A-ZÄÖÜ][a-zäöüß])"
)
_AFTER_QUOTE = re.compile(r"[.!?,][“”«\"](?=[A-ZÄÖÜa-zäöü][a-zäöüß])")
_CLAUSES = re.compile(r"(?<=[a-zäöüß]{2}),(?=[A-Za-zÄÖÜäöüß]{2})")
_OPENING = re.compile(r"(?<=[a-zäöüß,:])(?=„[A-Za-zÄÖÜäöü])")
_CAMEL = re.compile(r"\b([A-ZÄÖÜ]?[a-zäöüß]{3,30})([A-ZÄÖÜ][a-zäöüß]{1,7})\b")
_WORD = re.compile(rf"\b[A-Za-zÄÖÜäöüß]{{{SHORTEST_SPLIT_WORD},{LONGEST_SPLIT_WORD}}}\b(?!-)")


def mended(paragraph: Mended) -> Mended:
    """The paragraph without mechanical damage, with what was done."""
    result = paragraph
    for rule in (_characters, _spaces, _crossheads, _words):
        result = result.edited(_apart(rule(result.text)))
    return result


def _apart(edits: Iterator[Edit]) -> list[Edit]:
    """The edits without those that overlap an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start > kept[-1].end or edit.start == kept[-1].end < edit.end:
            kept.append(edit)
    return kept


def _characters(text: str) -> Iterator[Edit]:
    """Damage of single characters: "fÃ¼r", "&quot;", a soft hyphen, a byte of another encoding."""
    if text.isascii() and "&" not in text and text.isprintable():
        return
    for match in _MOJIBAKE.finditer(text):
        try:
            yield Edit(*match.span(), match.group().encode("cp1252").decode("utf-8"), "encoding")
        except UnicodeError:
            continue
    for match in _ENTITY.finditer(text):
        if (sign := html.unescape(match.group())) != match.group():
            yield Edit(*match.span(), sign.replace("\xa0", " "), "encoding")
    for match in re.finditer("\xad+", text):
        yield Edit(*match.span(), "", "hyphenation")
    for match in _INVISIBLE.finditer(text):
        yield Edit(*match.span(), "", "encoding")
    for match in _SURROGATES.finditer(text):
        data = match.group().encode("utf-8", "surrogateescape" if _escaped(match) else "replace")
        yield Edit(*match.span(), data.decode("cp1252", "replace"), "encoding")


def _escaped(match: re.Match[str]) -> bool:
    """Whether lone surrogates stand for bytes."""
    return all("\udc80" <= letter <= "\udcff" for letter in match.group())


def _spaces(text: str) -> Iterator[Edit]:
    """Missing spaces between sentences, clauses and quotes; addresses are left alone."""
    addresses = [m.span() for m in _TOKEN.finditer(text) if _ADDRESS.search(m.group())]
    starts = [start for start, _ in addresses]
    for place in _gaps(text):
        index = bisect_right(starts, place) - 1
        if index < 0 or place >= addresses[index][1]:
            yield Edit(place, place, " ", "missing_space")


def _gaps(text: str) -> Iterator[int]:
    """Where a space is missing."""
    straight = [match.start() for match in re.finditer('"', text)]
    for match in _SENTENCES.finditer(text):
        place = match.end()
        if text[place] == '"':
            closes = bisect_left(straight, place) % 2 == 1
        else:
            closes = text[place] == "“" and _is_open(text[max(0, place - LONGEST_QUOTE) : place])
        if not closes:
            yield place
    for match in _AFTER_QUOTE.finditer(text):
        if text[match.end() - 1] != '"' or bisect_left(straight, match.end()) % 2 == 0:
            yield match.end()
    for pattern in (_CLAUSES, _OPENING):
        yield from (match.end() for match in pattern.finditer(text))


def _is_open(before: str) -> bool:
    """Whether a quotation is open at the end of a text."""
    return before.rfind("„") > before.rfind("“")


def _crossheads(text: str) -> Iterator[Edit]:
    """A crosshead glued to the sentence after it: "weist Berichte zurückDas Ministerium"."""
    for match in _CAMEL.finditer(text):
        if match.group(2) not in sentence_openers() or not known_word(match.group(1)):
            continue
        yield Edit(match.end(1), match.end(1), "\n\n", "missing_space")
        before = text.rfind(". ", max(0, match.start() - LONGEST_CROSSHEAD), match.start())
        if before >= 0:
            yield Edit(before + 1, before + 2, "\n\n", "missing_space")


def _words(text: str) -> Iterator[Edit]:
    """Words glued to a function word: "Soldatenwas" (soldiers what), "Essei" (it is said to be)."""
    for match in _WORD.finditer(text):
        word = match.group()
        if not word.endswith(glued_words()):
            continue
        ending = next(ending for ending in glued_words() if word.endswith(ending))
        if len(word) < len(ending) + 2 or known_word(word):
            continue
        if known_word(word[: -len(ending)]):
            place = match.end() - len(ending)
            yield Edit(place, place, " ", "missing_space")
