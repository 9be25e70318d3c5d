"""Likeness by chance: in a large collection some sentences are alike that no one took.

Among thousands of articles everyday sentences meet, outlets link their own articles by title and
repeat an advertisement now and then. So where two articles have little in common, it must say more.
What fits one of these is no reuse:

1. one reworded sentence that makes up much of an article (in a collection of any size);
2. few reworded sentences and none that is edited, unless the score is high;
3. one edited sentence with few words in common, or with other figures in both;
4. nothing but links: sentences in brackets, or titles of articles, which here are no titles;
5. nothing but what an outlet repeats: its sentence stands in further articles that have as little
   in common.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from quellenlage.lineage.bonds import Bond, Match
from quellenlage.lineage.passages import TOKEN, Passages, tokens
from quellenlage.lineage.surface import EDITED
from quellenlage.model import Span

__all__ = ["without_chance"]

THREAD = 0.25
"""Share of an article that one reworded sentence may not carry alone: two reports of a hearing that
both list the four who were heard shared a third of the shorter one."""
LITERAL = 0.4
"""Similarity from which on a sentence can: below, a quarter of such pairs are not one sentence."""
MANY = 1_000
"""Articles from which on likeness by chance is to be expected."""
LONE_WORDS = 8.0
"""Words that a lone edited sentence needs, times the square of its similarity: "Die Zahl der
Infizierten ist gestiegen" has fewer and is written by many. Of a hundred pairs drawn from the
archive eleven hung by one such sentence and were wrong; five of these had fewer, and none of
fourteen right ones."""
FEW = 2
"""Matches up to which two articles have little in common."""
LONE_SCORE = 0.9
"""Score that one of so few sentences in other words needs if they are all that two articles have in
common: below, such pairs tell of the same event."""
TITLE = 4
"""Words of a title that is told by its words."""
AGAIN = 3
"""Articles of one outlet in which a sentence stands that it repeats now and then."""
BRACKETS = re.compile(r"[(\[][^)\]]*(?:[)\]]|$)")
"""What stands in brackets, which may be open at the end of a sentence."""
OUTSIDE = 0.3
"""Share of the words in common that may stand outside of brackets."""


def without_chance(passages: Passages, bonds: Sequence[Bond], *, among: int) -> list[Bond]:
    """The bonds that are more than chance; the articles are some of `among`, or all."""
    bonds = [bond for bond in bonds if not _hangs_by_a_thread(passages, bond)]
    if max(among, len(passages.articles)) <= MANY:
        return bonds
    titles = _titles(passages)
    bonds = [
        bond
        for bond in bonds
        if not (
            _is_reworded_by_chance(bond)
            or _is_edited_by_chance(passages, bond)
            or _links(passages, bond, titles)
        )
    ]
    repeated = _repeated(passages, bonds)
    return [bond for bond in bonds if not _all_repeated(passages, bond, repeated)]


def _hangs_by_a_thread(passages: Passages, bond: Bond) -> bool:
    """Rule 1."""
    match = bond.matches[0]
    if len(bond.matches) > 1 or match.similarity >= LITERAL:
        return False
    for sentence, article in ((match.left, bond.a), (match.right, bond.b)):
        length = int(passages.end[sentence] - passages.start[sentence])
        if length >= THREAD * len(passages.articles[article].text):
            return True
    return False


def _is_reworded_by_chance(bond: Bond) -> bool:
    """Rule 2."""
    return len(bond.matches) <= FEW and all(
        match.similarity < EDITED and match.score < LONE_SCORE for match in bond.matches
    )


def _is_edited_by_chance(passages: Passages, bond: Bond) -> bool:
    """Rule 3."""
    edited = [match for match in bond.matches if match.similarity >= EDITED]
    if len(edited) != 1 or len(bond.matches) > FEW:
        return False
    match = edited[0]
    words = int(passages.lengths[match.left] + passages.lengths[match.right]) / 2
    return match.similarity**2 * words < LONE_WORDS or _other_figures(passages, match)


def _other_figures(passages: Passages, match: Match) -> bool:
    """Whether both sentences have figures and share none."""
    left, right = (
        {word for word in TOKEN.findall(text) if word[0].isdigit()}
        for text in _texts(passages, match)
    )
    return bool(left and right) and left.isdisjoint(right)


def _texts(passages: Passages, match: Match) -> tuple[str, str]:
    """The two passages of a match as they stand."""
    left, right = (
        passages.articles[int(passages.article[number])].text[span.start : span.end]
        for number, span in zip((match.left, match.right), match.spans, strict=True)
    )
    return left, right


def _titles(passages: Passages) -> frozenset[int]:
    """The digests of the titles of all articles."""
    first = passages.first[:-1][np.diff(passages.first) > 0]
    first = first[passages.lengths[first] >= TITLE]
    return frozenset(passages.digests[first].tolist())


def _links(passages: Passages, bond: Bond, titles: frozenset[int]) -> bool:
    """Rule 4."""
    return len(bond.matches) <= FEW and all(
        _in_brackets(passages, match, alone=len(bond.matches) == 1)
        or _is_title_elsewhere(passages, bond, match, titles)
        for match in bond.matches
    )


def _in_brackets(passages: Passages, match: Match, *, alone: bool) -> bool:
    """Whether what two passages share stands in brackets in one of them."""
    left, right = _texts(passages, match)
    if _enclosed(passages, match.left, match.spans[0]) or _enclosed(
        passages, match.right, match.spans[1]
    ):
        return True
    return alone and any(
        _shared(BRACKETS.sub(" ", one), other) <= OUTSIDE * _shared(left, right)
        for one, other in ((left, right), (right, left))
        if "(" in one or "[" in one
    )


def _enclosed(passages: Passages, number: int, span: Span) -> bool:
    """Whether a passage begins and ends with a bracket, inside or just outside."""
    text = passages.articles[int(passages.article[number])].text
    before, after = text[max(0, span.start - 1) : span.start + 1], text[span.end - 2 : span.end + 2]
    return any(mark in before for mark in "([") and any(mark in after for mark in ")]")


def _shared(left: str, right: str) -> int:
    """Number of words that stand in both."""
    return (Counter(tokens(left)) & Counter(tokens(right))).total()


def _is_title_elsewhere(
    passages: Passages, bond: Bond, match: Match, titles: frozenset[int]
) -> bool:
    """Whether a sentence is the title of an article, but not of both that have it here."""
    both = match.left == passages.first[bond.a] and match.right == passages.first[bond.b]
    return not both and any(
        int(passages.digests[number]) in titles for number in (match.left, match.right)
    )


def _small(passages: Passages, bond: Bond) -> bool:
    """Whether two articles of one outlet have one sentence in common, and nothing else."""
    a, b = passages.articles[bond.a].outlet, passages.articles[bond.b].outlet
    return a is not None and a == b and len(bond.matches) == 1


def _repeated(passages: Passages, bonds: Sequence[Bond]) -> frozenset[int]:
    """The sentences that an outlet repeats in articles with nothing else in common."""
    where: defaultdict[int, set[int]] = defaultdict(set)
    apart: set[int] = set()
    for bond in bonds:
        for match in bond.matches:
            if _small(passages, bond):
                where[match.left].add(bond.b)
                where[match.right].add(bond.a)
            else:
                apart.update((match.left, match.right))
    return frozenset(
        number for number, others in where.items() if len(others) + 1 >= AGAIN
    ).difference(apart)


def _all_repeated(passages: Passages, bond: Bond, repeated: frozenset[int]) -> bool:
    """Rule 5."""
    return _small(passages, bond) and all(
        match.left in repeated or match.right in repeated for match in bond.matches
    )
