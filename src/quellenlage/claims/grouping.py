"""Grouping: the statements of a story, and which of them are assertions of one claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from quellenlage.claims.answers import (
    FARTHEST,
    Candidate,
    antecedent,
    is_answer,
    points_back,
)
from quellenlage.claims.clustering import cluster
from quellenlage.claims.features import (
    Features,
    Vector,
    features_of,
    letter_vectors,
    vectors,
)
from quellenlage.claims.holders import holder
from quellenlage.claims.kinds import passage_kind
from quellenlage.claims.matching import Comparable, Pair, reused, similarities
from quellenlage.claims.passages import Passage, passages
from quellenlage.claims.stances import Holding, holding
from quellenlage.german.value_context import place_names
from quellenlage.model import Article, ClaimKind, Reuse, Source, speaks_for

__all__ = ["Grouping", "Statement", "group", "statements"]

ONE_CLAIM = 0.17
"""Mean likelihood from which on passages are one claim; low, as likelihoods of pairs that were not
compared count as nothing."""
ANSWERED = 0.1
"""The same for an answer and the claim it answers, which is low as an answer names only what is in
question. On the five annotated stories .1 gives the most statuses right (.60); with .06 answers go
to claims they do not answer (.58), with .15 too many stand alone (.57)."""
LESS_SPECIFIC = 0.4
"""What is left of it where the claim is about a figure that the answer does not name: who confirms
a transport confirms no number of its men (GUIDE 2.5). With 1, the first claim of the seeds counted
two origins too many."""


OTHER_EVENT = 0.4
"""What is left of it where answer and statement have no event in common: confirmed is what happens,
not whom it happens to."""


NEGATIVE = 0.4
"""What is left of it where the statement is negative: "nicht infiziert" is seldom what is denied."""


SAME_ANSWER = 0.25
"""Mean likelihood from which on answers of unlike stance are about one thing."""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A passage, what it says, and how it holds it."""

    features: Features
    vector: Vector
    held: Holding
    kind: tuple[ClaimKind, str]
    chains: list[list[str]]

    @property
    def answers(self) -> bool:
        """Whether it answers what somebody else said."""
        return is_answer(self.held)


def statements(articles: Sequence[Article]) -> list[Statement]:
    """The statements of some articles, article by article, in order."""
    read = [(article, passage) for article in articles for passage in passages(article)]
    places = {name for article in articles for name in place_names(article)}
    features = [features_of(passage, article, places) for article, passage in read]
    found = []
    for (article, passage), item, vector in zip(read, features, vectors(features), strict=True):
        held = holding(passage)
        found.append(
            Statement(
                features=item,
                vector=vector,
                held=held,
                kind=passage_kind(passage, held),
                chains=_chains(passage, held, article),
            )
        )
    return found


def _chains(passage: Passage, held: Holding, article: Article) -> list[list[str]]:
    """Whose word a statement is: one chain for each of several joint speakers."""
    if held.formula:
        return [[]]
    if passage.attribution is not None:
        return [list(chain) for chain in passage.attribution.chains] or [[]]
    source = holder(passage, held, article)
    return [[source]] if source else [[]]


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
    pointing = {n for n, s in enumerate(found) if points_back(s.features, s.held)}
    comparable = {p: v for p, v in alike.items() if not pointing.intersection(p)}
    groups = _joint_answers(found, _clusters(found, comparable, pointing), comparable)
    answered = _merged(groups, _homes(groups), _answered(found, groups, comparable))
    home = _homes(answered)
    pointed = _pointed(found, pointing, answered, home, sources)
    alike.update({(min(p), max(p)): 1.0 for p in pointed.items()})
    return Grouping(_merged(answered, home, pointed), alike)


def _clusters(
    found: Sequence[Statement], alike: Mapping[Pair, float], pointing: Set[int]
) -> list[list[int]]:
    """Statements that are one by what they say: those made first, and answers of one stance.

    Answers that point have nothing to compare and stand alone.
    """
    kinds: dict[str, list[int]] = {}
    for number, statement in enumerate(found):
        kind = statement.held.stance if statement.answers else ""
        kinds.setdefault(f"alone {number}" if number in pointing else kind, []).append(number)
    groups: list[list[int]] = []
    for kind, numbers in kinds.items():
        place = {number: index for index, number in enumerate(numbers)}
        inner = {
            (place[one], place[other]): value
            * (_one_event(found[one], found[other]) if kind else 1.0)
            for (one, other), value in alike.items()
            if one in place and other in place
        }
        labels = [_label(found[number]) for number in numbers]
        found_groups = cluster(len(numbers), inner, ONE_CLAIM, labels)
        groups += [[numbers[index] for index in members] for members in found_groups]
    return sorted(groups)


def _joint_answers(
    found: Sequence[Statement], groups: Sequence[Sequence[int]], alike: Mapping[Pair, float]
) -> list[list[int]]:
    """The groups after answers of unlike stance that are about one thing have joined.

    Who denies the fighting and who cannot confirm it answer one claim.
    """
    home = _homes(groups)
    answering = [n for n, members in enumerate(groups) if found[members[0]].answers]
    place = {group: index for index, group in enumerate(answering)}
    total: defaultdict[Pair, float] = defaultdict(float)
    for (one, other), value in alike.items():
        a, b = place.get(home[one]), place.get(home[other])
        if a is not None and b is not None and a != b:
            total[min(a, b), max(a, b)] += value * _one_event(found[one], found[other])
    mean = {
        (a, b): value / (len(groups[answering[a]]) * len(groups[answering[b]]))
        for (a, b), value in total.items()
    }
    joined = [
        sorted(n for index in members for n in groups[answering[index]])
        for members in cluster(len(answering), mean, SAME_ANSWER)
    ]
    rest = [list(members) for n, members in enumerate(groups) if n not in place]
    return sorted([*rest, *joined])


def _homes(groups: Sequence[Sequence[int]]) -> dict[int, int]:
    """The group of every statement."""
    return {number: place for place, members in enumerate(groups) for number in members}


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


def _answered(
    found: Sequence[Statement], groups: Sequence[Sequence[int]], alike: Mapping[Pair, float]
) -> dict[int, int]:
    """Groups of answers: a member, and a passage of the claim they answer.

    That is the claim to which the members come nearest on average, each by the passage it is
    most like.
    """
    home = _homes(groups)
    nearest: dict[tuple[int, int], dict[int, tuple[float, int]]] = {}
    for (one, other), value in alike.items():
        for mine, theirs in ((one, other), (other, one)):
            if found[mine].answers and not found[theirs].answers:
                entry = (value * _same_event(found[mine], found[theirs]), -theirs)
                pair = nearest.setdefault((home[mine], home[theirs]), {})
                pair[mine] = max(pair.get(mine, entry), entry)
    best: dict[int, tuple[float, int, int]] = {}
    for (answers, claim), pair in nearest.items():
        mean = sum(value for value, _ in pair.values()) / len(groups[answers])
        if _counts_more(found, groups[claim], groups[answers]):
            mean *= LESS_SPECIFIC
        top, theirs = max(pair.values())
        if mean >= ANSWERED:
            mine = next(m for m, entry in pair.items() if entry == (top, theirs))
            fit = (mean, theirs, mine)
            best[answers] = max(best.get(answers, fit), fit)
    return {mine: -theirs for _, theirs, mine in best.values()}


def _same_event(answer: Statement, other: Statement) -> float:
    """What is left of a likeness where an answer is about something else that happens."""
    negative = other.features.negated and not answer.held.formula
    return _one_event(answer, other) * (NEGATIVE if negative else 1.0)


def _one_event(one: Statement, other: Statement) -> float:
    """The same where both say that something happens, and nothing that happens is in both."""
    mine, theirs = one.features.predicates, other.features.predicates
    return 1.0 if mine & theirs or not mine or not theirs else OTHER_EVENT


def _counts_more(found: Sequence[Statement], claim: Sequence[int], answers: Sequence[int]) -> bool:
    """Whether a claim is about a figure that the answers do not name."""
    figures = sum(bool(found[n].features.figures) for n in claim if not found[n].answers)
    return figures * 2 > len(claim) and not any(found[n].features.figures for n in answers)


def _pointed(
    found: Sequence[Statement],
    pointing: Iterable[int],
    groups: Sequence[Sequence[int]],
    home: Mapping[int, int],
    sources: Mapping[str, Source],
) -> dict[int, int]:
    """Answers that only point, and the passage they point at."""
    bounds: dict[str, tuple[int, int]] = {}
    for number, statement in enumerate(found):
        article = statement.features.passage.article
        bounds[article] = (bounds.get(article, (number, 0))[0], number + 1)
    spread = [len({found[n].features.passage.article for n in members}) for members in groups]
    targets: dict[int, int] = {}
    for number in sorted(pointing):
        first, last = bounds[found[number].features.passage.article]
        denies = found[number].held.stance == "denies"
        speaker = _speakers(found[number], sources) if denies else set()
        nearby = [
            Candidate(
                place=n,
                distance=number - n,
                answers=found[n].answers,
                quoted=found[n].features.passage.attribution is not None,
                checkable=found[n].kind[0] in ("fact", "forecast"),
                articles=spread[home[n]],
                about_him=bool(speaker & _named(found[n], sources)),
                his_own=bool(speaker & _speakers(found[n], sources)),
                negative=found[n].features.negated,
            )
            for n in range(max(first, number - FARTHEST), min(last, number + FARTHEST))
            if n != number and not found[n].features.passage.headline
        ]
        target = antecedent(nearby, found[number].features)
        if target is not None:
            targets[number] = target
    return targets


def _speakers(statement: Statement, sources: Mapping[str, Source]) -> set[str]:
    """Whose word a statement is: bodies, and states as they stand among concepts."""
    bodies = {speaks_for(sources, chain[-1]) for chain in statement.chains if chain}
    states = {f"@{sources[body].name}" for body in bodies if body in sources}
    return bodies | states


def _named(statement: Statement, sources: Mapping[str, Source]) -> set[str]:
    """Whom a statement is about: the bodies and states it names."""
    features = statement.features
    states = {concept for concept in features.concepts if concept.startswith("@")}
    return states | {speaks_for(sources, name) for name in features.names if name in sources}


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
