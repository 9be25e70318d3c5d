"""Doubts about a text: shown as warnings, never acted on.

1. a quotation mark without its partner; 2. a capitalised pronoun in the middle of a sentence, as
machine translation leaves it; 3. a long paragraph without an end mark; 4. a name or acronym that
is one letter off one used more often; 5. characters that were lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quellenlage.german.boilerplate import known_word
from quellenlage.model import Warning

__all__ = ["doubts"]

SHORTEST_NAME = 6
LONG_PARAGRAPH = 100
MOST_NAMES = 2_000
_CAPITAL = re.compile(r"[a-zäöüß]+, (?:Es|Er|Der|Die|Das|Wir|Ich|Ein|Eine) [a-zäöüß]+")
_ENDED = re.compile(r"[.!?…:;][\"“”«»’')\]]*$")
_NAME = re.compile(rf"\b[A-ZÄÖÜ][a-zäöüß]{{{SHORTEST_NAME - 1},40}}\b")
_ACRONYM = re.compile(r"\b[A-ZÄÖÜ]{3,4}\b")


def doubts(text: str) -> list[Warning]:
    """The doubts about a text, in order."""
    found = [*_paragraph_doubts(text), *_garbled(text)]
    found += [
        _warning("lost_character", "a character was lost", *match.span())
        for match in re.finditer("\ufffd+", text)
    ]
    return sorted(found, key=lambda warning: (warning.start or 0, warning.code))


def _warning(code: str, message: str, start: int, end: int) -> Warning:
    return Warning(code=code, message=message, start=start, end=end)


def _paragraph_doubts(text: str) -> Iterator[Warning]:
    """Doubts that one paragraph alone gives."""
    start = 0
    for paragraph in text.split("\n\n"):
        for low, high, opening in _lonely_quotes(paragraph):
            what = "closing" if opening else "opening"
            message = f"the {what} quotation mark is missing"
            yield _warning("unbalanced_quote", message, start + low, start + high)
        for match in _CAPITAL.finditer(paragraph):
            message = "capitalised in the middle of a sentence"
            yield _warning(
                "capital_in_sentence", message, start + match.start(), start + match.end()
            )
        if len(paragraph) > LONG_PARAGRAPH and not _ENDED.search(paragraph):
            low = max(0, len(paragraph) - sum(len(w) + 1 for w in paragraph.split(" ")[-6:]) + 1)
            message = "the paragraph breaks off without an end mark"
            yield _warning("missing_stop", message, start + low, start + len(paragraph))
        start += len(paragraph) + 2


def _lonely_quotes(paragraph: str) -> Iterator[tuple[int, int, bool]]:
    """Passages with one quotation mark too few, and whether the closing one is missing."""
    straight = [m.start() for m in re.finditer('"', paragraph)]
    if len(straight) % 2:
        first, last = straight[0], straight[-1]
        if first and not paragraph[first - 1].isspace() and paragraph[first - 1] not in "([":
            yield 0, first + 1, False
        else:
            yield last, len(paragraph), True
    opened = paragraph.count("„")
    if opened > len(re.findall('[“”"]', paragraph)):
        yield paragraph.rfind("„"), len(paragraph), True


def _garbled(text: str) -> Iterator[Warning]:
    """Names one letter off a name that the text uses more often: "Warnua" beside "Warnau"."""
    for pattern in (_NAME, _ACRONYM):
        places: dict[str, list[int]] = {}
        for match in pattern.finditer(text):
            if len(places) < MOST_NAMES or match.group() in places:
                places.setdefault(match.group(), []).append(match.start())
        often = Counter({name: len(found) for name, found in places.items() if len(found) > 1})
        shapes = {shape: name for name in often for shape in _shapes(name)}
        for name, found in places.items():
            if len(found) > 1 or (pattern is _NAME and known_word(name)):
                continue
            meant = next((shapes[s] for s in _shapes(name) if s in shapes), None)
            if meant and not _inflected(name, meant):
                message = f"perhaps {meant}"
                yield _warning("garbled_name", message, found[0], found[0] + len(name))


def _shapes(name: str) -> list[str]:
    """The name with each letter in turn left out or blotted; one slip shares a shape."""
    blotted = [f"{name[:i]}?{name[i + 1 :]}" for i in range(1, len(name))]
    return [*blotted, *(name[:i] + name[i + 1 :] for i in range(1, len(name))), name]


def _inflected(name: str, other: str) -> bool:
    """Whether two names differ by an ending only: "Warnau" and "Warnaus"."""
    short, long = sorted((name, other), key=len)
    return (
        long[: len(short)] == short
        or name[:-1] == other[:-1]
        or (name[:2] != other[:2] and (len(name) > 4))
    )
