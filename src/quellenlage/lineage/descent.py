"""Lineages: which articles come from one text, who borrows from it, and why that is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from quellenlage.german.reasons import lineage_reason, versions_reason
from quellenlage.lineage.bonds import HALF, Bond
from quellenlage.lineage.crowds import LONG_ENOUGH
from quellenlage.lineage.groups import Groups
from quellenlage.lineage.passages import Passages
from quellenlage.lineage.pasted import without_pasted
from quellenlage.lineage.shares import Sizes
from quellenlage.lineage.versions import Versions
from quellenlage.model import Borrower, Lineage, content_id

__all__ = ["lineages_of"]

FEWEST_MATCHES = 3
"""Matches that bind two articles, one of them no short line, since lists of results share these;
fewer do if they are whole short articles, see `SHORT_MATCH`."""
SHORT_MATCH = 12
"""Words that must match word for word where an article has fewer sentences than that."""
FEWEST_REWORDED = 4
"""Matches that bind two articles if most of them are reworded."""
IN_ORDER = 0.6
"""Share of the reworded matches that must stand in the same order in both articles."""
SAME_TEXT = 0.42
"""Mean similarity of the matches from which on rewordings are of one text: nine in ten pairs of
translations have it, independent reports of one event that share every other fact had .38."""
SURE = 0.8
"""Mean score of the matches that does the same for freer rewordings: nine in ten of those among the
translations that are less alike have it, the independent reports had .71."""
PART_OF = 0.25
"""Share below which the longer article only contains the shorter one: a ticker, a press review."""
FEWEST_BORROWED = 2
"""Sentences from which on an article borrows."""
ALL_COPIED = 0.8
"""Share of verbatim matches from which on an article is a copy of another."""

Kind = Literal["copy", "edited", "reworded"]


def lineages_of(
    passages: Passages, bonds: Sequence[Bond], sizes: Sizes, versions: Versions
) -> list[Lineage]:
    """Every article in exactly one lineage, in the order of the first article."""
    strong = [
        bond
        for bond in bonds
        if max(sizes.share(bond, 0), sizes.share(bond, 1)) >= HALF and _binds(passages, bond)
    ]
    groups = _grouped(
        {
            (bond.a, bond.b): (sizes.share(bond, 0), sizes.share(bond, 1))
            for bond in without_pasted(passages, strong)
        }
    )
    inside: defaultdict[int, list[Bond]] = defaultdict(list)
    across: defaultdict[int, list[Bond]] = defaultdict(list)
    for bond in bonds:
        here, there = groups.find(bond.a), groups.find(bond.b)
        if here == there:
            inside[here].append(bond)
        else:
            across[here].append(bond)
            across[there].append(bond)
    return [
        _lineage(passages, members, inside[members[0]], across[members[0]], sizes, versions)
        for members in groups.of(range(len(passages.articles)))
    ]


def _binds(passages: Passages, bond: Bond) -> bool:
    """Whether the matches are enough to say that two articles come from one text."""
    number = min(len(bond.matched(0)), len(bond.matched(1)))
    if bond.reworded > HALF:
        return (
            number >= FEWEST_REWORDED
            and (bond.similarity >= SAME_TEXT or bond.score >= SURE)
            and bond.in_order() >= IN_ORDER * number
        )
    if number >= FEWEST_MATCHES:
        return any(passages.lengths[m.left] >= LONG_ENOUGH for m in bond.matches)
    words = sum(int(passages.lengths[m.left]) for m in bond.matches if m.similarity >= 1)
    return words >= SHORT_MATCH


def _grouped(strong: Mapping[tuple[int, int], tuple[float, float]]) -> Groups:
    """Joins articles that are alike, then what is part of articles of one group only."""
    groups = Groups()
    parts: defaultdict[int, set[int]] = defaultdict(set)
    for (a, b), shares in sorted(strong.items()):
        if min(shares) >= PART_OF:
            groups.join(a, b)
        else:
            holder, held = (a, b) if shares[0] < shares[1] else (b, a)
            parts[holder].add(held)
    for holder, held_by in sorted(parts.items()):
        if len({groups.find(number) for number in held_by} - {groups.find(holder)}) == 1:
            groups.join(holder, min(held_by))
    return groups


def _lineage(
    passages: Passages,
    members: Sequence[int],
    inside: Sequence[Bond],
    across: Sequence[Bond],
    sizes: Sizes,
    versions: Versions,
) -> Lineage:
    """The record of one lineage; articles that are versions of one another are no copies."""
    ids = [passages.articles[number].id for number in members]
    inside = [bond for bond in inside if not versions.are_one(bond)]
    several = len({versions.root(number) for number in members}) > 1
    return Lineage(
        id=content_id("lineage", min(ids)),
        articles=ids,
        kind=_kind(inside) if several else "single",
        subgroups=_subgroups(passages, members, inside) if several else [],
        borrowers=_borrowers(passages, set(members), across),
        reason=_reason(passages, inside, sizes) if several else versions_reason(len(members)),
    )


def _kind(inside: Iterable[Bond]) -> Literal["copy", "edited", "reworded", "mixed"]:
    """What the articles of a lineage are to one another; mixed where they differ."""
    kinds: set[Kind] = {_kind_of(bond) for bond in inside}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def _kind_of(bond: Bond) -> Kind:
    """What two articles are to one another."""
    if bond.reworded > HALF:
        return "reworded"
    return "copy" if bond.verbatim >= ALL_COPIED else "edited"


def _subgroups(
    passages: Passages, members: Sequence[int], inside: Sequence[Bond]
) -> list[list[str]]:
    """Articles of a lineage that are closer: copies or edits among rewordings."""
    close = Groups()
    for bond in inside:
        if bond.reworded <= HALF and len(bond.matches) >= FEWEST_MATCHES:
            close.join(bond.a, bond.b)
    found = [group for group in close.of(members) if 1 < len(group) < len(members)]
    return [[passages.articles[number].id for number in group] for group in found]


def _borrowers(passages: Passages, members: set[int], across: Iterable[Bond]) -> list[Borrower]:
    """Articles outside the lineage with sentences from its text."""
    taken: defaultdict[int, set[int]] = defaultdict(set)
    for bond in across:
        outside = 1 if bond.a in members else 0
        taken[(bond.a, bond.b)[outside]] |= bond.matched(outside)
    return [
        Borrower(article=passages.articles[number].id, sentences=len(found))
        for number, found in sorted(taken.items())
        if len(found) >= FEWEST_BORROWED
    ]


def _reason(passages: Passages, inside: Sequence[Bond], sizes: Sizes) -> str:
    """Why the articles are one lineage: told of the pair with the most matches."""
    bond = max(inside, key=lambda bond: len(bond.matches))
    side = 0 if sizes.total[bond.a] <= sizes.total[bond.b] else 1
    credits = set(passages.articles[bond.a].credits) & set(passages.articles[bond.b].credits)
    matched = len(bond.matched(side))
    return lineage_reason(
        matched=matched,
        total=max(matched, int(sizes.total[(bond.a, bond.b)[side]])),
        ordered=bond.in_order() >= IN_ORDER * matched,
        reworded=bond.reworded > HALF,
        credits=sorted(credits),
    )
