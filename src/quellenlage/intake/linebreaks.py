"""Line breaks: which part paragraphs, and which stand in the middle of a sentence.

A blank line always parts. A single line break parts too, unless the sentence goes on behind it:

1. the file is set to a measure (most lines nearly as long as the longest): it never parts
2. the line ends in a hyphen and a small letter follows: a word cut in two
3. a small letter follows and the line has no end mark; 4. the line ends in a comma, an article, a
preposition or a number; 5. it ends in an attribute ("erheblichen / Gesundheitsrisiko")
"""

from __future__ import annotations

import re
from itertools import pairwise

from quellenlage.german.boilerplate import closing_words, known_word_small, open_words
from quellenlage.intake.debris import is_credit
from quellenlage.intake.mending import Edit, Mended

__all__ = ["paragraphs"]

MEASURE = (40, 110)
"""Characters of a line of a text set to a measure; longer lines are paragraphs."""
AT_MEASURE = 0.7
"""Share of the lines that reach three quarters of the longest one in a text set to a measure."""
UNFINISHED = 0.5
"""Share of those lines that stop without an end mark; single-line sentences do so seldom."""
LEAST_LINES = 4
BROKEN_LINES = 3
"""Sure breaks inside sentences by which a block is known to be broken at random."""
LONG_LINE = 60
"""A crosshead is shorter: longer lines that end in an attribute go on behind the break."""
_BLOCK = re.compile(r"\n[^\S\n]*\n\s*")
_ENDED = re.compile(r"[.!?…:;][\"“”«»’')\]]*$")
_ATTRIBUTE = re.compile(r"\b[a-zäöüß]+(?:em|en|er|es|e)$")
_INNER_END = re.compile(r"[a-zäöüß][.!?][\"“”«»]? ")
_NUMBER = re.compile(r"(?:^|\s)(?!(?:19|20)\d\d$)\d[\d.,]*$")


def paragraphs(text: str) -> list[tuple[Mended, bool]]:
    """The paragraphs, each with whether a blank line (or the end) follows it."""
    blocks = [block for block in _BLOCK.split(text) if block.strip()]
    lines = [[line.strip() for line in block.split("\n") if line.strip()] for block in blocks]
    measured = _is_measured(lines)
    found = []
    for block in lines:
        joined = _joined(block, measured)
        found += [(part, place == len(joined)) for place, part in enumerate(joined, 1)]
    return found


def _is_measured(blocks: list[list[str]]) -> bool:
    """Whether lines break because they are full."""
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < LEAST_LINES:
        return False
    longest = max(map(len, inner))
    if not MEASURE[0] <= longest <= MEASURE[1]:
        return False
    full = [line for line in inner if len(line) >= 0.75 * longest]
    open_ended = sum(not _ENDED.search(line) for line in inner)
    return len(full) >= AT_MEASURE * len(inner) and open_ended >= UNFINISHED * len(inner)


def _joined(lines: list[str], measured: bool) -> list[Mended]:
    """The paragraphs of a block."""
    sure = sum(_goes_on(line, following, measured) for line, following in pairwise(lines))
    broken = sure >= BROKEN_LINES
    groups: list[list[str]] = []
    for line in lines:
        last = groups[-1] if groups else []
        if last and (_goes_on(last[-1], line, measured) or (broken and _is_open(last, line))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_one(group) for group in groups]


def _one(lines: list[str]) -> Mended:
    """A paragraph of the lines, each break mended."""
    text = "\n".join(lines)
    edits, place = [], -1
    for line, following in pairwise(lines):
        place += len(line) + 1
        if _is_cut(line, following):
            cut = place - 1 if following[0].islower() else place
            edits.append(Edit(cut, place + 1, "", "hyphenation"))
        else:
            edits.append(Edit(place, place + 1, " ", "other"))
    return Mended(text).edited(edits)


def _is_open(lines: list[str], following: str) -> bool:
    """Whether a text with many broken lines goes on: its last line is no crosshead and has no end.

    A crosshead is one short line with no sentence end in it.
    """
    line = lines[-1]
    if _ENDED.search(line) or is_credit(following) or is_credit(line):
        return False
    return len(lines) > 1 or len(line) >= LONG_LINE or bool(_INNER_END.search(line))


def _is_cut(line: str, following: str) -> bool:
    """Whether a word is cut in two; "Pharma- / und Ölfirmen" is none."""
    return (
        len(line) > 1
        and line.endswith("-")
        and line[-2].isalpha()
        and following[0].isalpha()
        and following.split(None, 1)[0] not in {"und", "oder", "sowie", "bzw.", "bis"}
    )


def _goes_on(line: str, following: str, measured: bool) -> bool:
    """Whether the sentence of a line goes on in the next one."""
    if is_credit(line) or is_credit(following):
        return False
    if measured:
        return True
    if _ENDED.search(line):
        return False
    if following[0].islower() or line.endswith(","):
        return True
    last = line.rsplit(None, 1)[-1]
    if last in open_words() or _NUMBER.search(line):
        return True
    waits = _ATTRIBUTE.search(line) and last not in closing_words()
    return len(line) >= LONG_LINE and bool(waits) and _is_noun(following)


def _is_noun(line: str) -> bool:
    """Whether a line may begin with a noun that an attribute waits for."""
    first = line.split(None, 1)[0].strip(",.:;")
    return first[:1].isupper() and not known_word_small(first)
