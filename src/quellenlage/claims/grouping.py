"""Grouping: which statements of a story are assertions of one claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

import msgspec

from quellenlage.claims.answering import answered, homes, joint_answers, one_event
from quellenlage.claims.answers import names_information, points_back
from quellenlage.claims.clustering import cluster
from quellenlage.claims.features import Vector, letter_vectors
from quellenlage.claims.matching import Comparable, Pair, reused, similarities
from quellenlage.claims.pointing import pointed, same_breath
from quellenlage.claims.statements import Statement
from quellenlage.model import Reuse, Source

__all__ = ["Grouping", "group"]

ONE_CLAIM = 0.17
"""Mean likelihood from which on passages are one claim; low, as likelihoods of pairs that were not
compared count as nothing."""


class Grouping(msgspec.Struct, frozen=True):
    """Statements that are one claim, as places in their list, and how likely pairs of them are."""

    groups: list[list[int]]
    alike: dict[Pair, float]


def group(
    found: Sequence[Statement], reuse: Sequence[Reuse], sources: Mapping[str, Source]
) -> Grouping:
    """The statements that are one claim."""
    features = [statement.features for statement in found]
    edges = reused(features, reuse)
    letters = letter_vectors(features)
    alike = similarities([_comparable(s, v) for s, v in zip(found, letters, strict=True)], edges)
    pointing = {
        n
        for n, s in enumerate(found)
        if points_back(s.features, s.held) or _goes_on(found, n, sources)
    }
    comparable = {p: v for p, v in alike.items() if not pointing.intersection(p)}
    groups = joint_answers(found, _clusters(found, comparable, pointing), comparable)
    groups = _merged(groups, homes(groups), answered(found, groups, comparable, sources))
    home = homes(groups)
    targets = pointed(found, pointing, groups, home, sources)
    alike.update({(min(pair), max(pair)): 1.0 for pair in targets.items()})
    return Grouping(_merged(groups, home, targets), alike)


def _goes_on(found: Sequence[Statement], number: int, sources: Mapping[str, Source]) -> bool:
    """Whether an answer calls something told false that its speaker's body has just answered."""
    answer = found[number]
    told = answer.answers and names_information(answer.features)
    return told and same_breath(found, number, sources) is not None


def _clusters(
    found: Sequence[Statement], alike: Mapping[Pair, float], pointing: Set[int]
) -> list[list[int]]:
    """Statements that are one by what they say: those made first, and answers of one stance.

    Answers that point have nothing to compare and stand alone.
    """
    kind_of = [statement.held.stance if statement.answers else "" for statement in found]
    kinds: dict[str, list[int]] = {}
    for number, kind in enumerate(kind_of):
        if number not in pointing:
            kinds.setdefault(kind, []).append(number)
    place = {number: index for numbers in kinds.values() for index, number in enumerate(numbers)}
    inner: dict[str, dict[Pair, float]] = {kind: {} for kind in kinds}
    for (one, other), value in alike.items():
        kind = kind_of[one]
        if kind == kind_of[other]:
            share = one_event(found[one], found[other]) if kind else 1.0
            inner[kind][place[one], place[other]] = value * share
    groups = [[number] for number in pointing]
    for kind, numbers in kinds.items():
        labels = [_label(found[number]) for number in numbers]
        found_groups = cluster(len(numbers), inner[kind], ONE_CLAIM, labels)
        groups += [[numbers[index] for index in members] for members in found_groups]
    return sorted(groups)


def _label(statement: Statement) -> str | None:
    """What keeps statements apart: "weitere 1.500" (another 1,500) is never "1.500"."""
    if not statement.features.figures:
        return None
    return "further" if statement.features.additional else "first"


def _comparable(statement: Statement, letters: Vector) -> Comparable:
    """A statement as it is compared with others."""
    return Comparable(
        features=statement.features,
        concepts=statement.vector,
        letters=letters,
        kind=statement.kind[0],
        origin=statement.chains[0][-1] if statement.chains[0] else None,
        answers=statement.answers,
    )


def _merged(
    groups: Sequence[Sequence[int]], home: Mapping[int, int], moved: Mapping[int, int]
) -> list[list[int]]:
    """The groups after every group that answers another has gone there."""
    goes = {home[mine]: home[theirs] for mine, theirs in moved.items()}
    result: dict[int, list[int]] = {}
    for number, members in enumerate(groups):
        target, seen = number, {number}
        while target in goes and goes[target] not in seen:
            target = goes[target]
            seen.add(target)
        result.setdefault(target, []).extend(members)
    return sorted(sorted(members) for members in result.values())
