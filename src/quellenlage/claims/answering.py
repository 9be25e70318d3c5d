"""Answering: denials, doubts and confirmations brought to the claims they answer.

1. Answers of unlike stance that are about one thing join ("bestritt den Einsatz", denied the
   deployment; "kann den Einsatz nicht bestätigen", cannot confirm it).
2. Such a group goes to the claim to which its members come nearest on average; to none where they
   come near no claim, and then they are one by themselves.
3. An answer that only points goes to a statement beside it, see `pointing`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from quellenlage.claims.answers import leaves_open
from quellenlage.claims.clustering import cluster
from quellenlage.claims.matching import Pair
from quellenlage.claims.pointing import is_own_word
from quellenlage.claims.statements import Statement
from quellenlage.model import Source

__all__ = ["answered", "homes", "joint_answers", "one_event"]

ANSWERED = 0.1
"""Mean likelihood from which on answers go to a claim; low, as an answer names only what is in
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
"""What is left of it where the statement is negative: "nicht infiziert" is seldom what is denied.
Without it a tenth fewer of the denied and open claims have their status."""
ASIDE = 0.4
"""What is left of it where the statement is a reason or time beside another: "da er alt sei"."""
TO_COME = 0.4
"""What is left of it where somebody doubts what would be, and the statement tells what is."""
SAME_ANSWER = 0.25
"""Mean likelihood from which on answers of unlike stance are about one thing."""


def joint_answers(
    found: Sequence[Statement], groups: Sequence[Sequence[int]], alike: Mapping[Pair, float]
) -> list[list[int]]:
    """The groups after answers of unlike stance that are about one thing have joined.

    Who denies the fighting and who cannot confirm it answer one claim.
    """
    home = homes(groups)
    answering = [n for n, members in enumerate(groups) if found[members[0]].answers]
    place = {group: index for index, group in enumerate(answering)}
    total: defaultdict[Pair, float] = defaultdict(float)
    for (one, other), value in alike.items():
        a, b = place.get(home[one]), place.get(home[other])
        if a is not None and b is not None and a != b:
            total[min(a, b), max(a, b)] += value * one_event(found[one], found[other])
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


def answered(
    found: Sequence[Statement],
    groups: Sequence[Sequence[int]],
    alike: Mapping[Pair, float],
    sources: Mapping[str, Source],
) -> dict[int, int]:
    """Groups of answers: a member, and a passage of the claim they answer.

    That is the claim to which the members come nearest on average, each by the passage it is
    most like. Nobody denies, doubts or leaves open what he says himself in the same article.
    """
    home = homes(groups)
    nearest: dict[tuple[int, int], dict[int, tuple[float, int]]] = {}
    for (one, other), value in alike.items():
        for mine, theirs in ((one, other), (other, one)):
            if (
                found[mine].answers
                and not found[theirs].answers
                and not leaves_open(found[mine].features)
                and not _one_sentence(found[mine], found[theirs])
                and not is_own_word(found[mine], found[theirs], sources)
            ):
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


def _one_sentence(one: Statement, other: Statement) -> bool:
    """Whether two statements share a sentence: "bezweifelt das, [da der Kran zu alt sei]"."""
    here, there = one.features.passage, other.features.passage
    return here.article == there.article and here.sentence == there.sentence


def _same_event(answer: Statement, other: Statement) -> float:
    """What is left of a likeness where an answer is about something else that happens."""
    negative = other.features.negated and not answer.held.formula
    aside = other.features.passage.kind == "adverbial"
    left = one_event(answer, other) * (NEGATIVE if negative else 1.0) * (ASIDE if aside else 1.0)
    to_come = answer.kind[0] == "forecast" and other.kind[0] == "fact"
    return left * (TO_COME if to_come else 1.0)


def one_event(one: Statement, other: Statement) -> float:
    """The same where both say that something happens, and nothing that happens is in both."""
    mine, theirs = one.features.predicates, other.features.predicates
    return 1.0 if mine & theirs or not mine or not theirs else OTHER_EVENT


def _counts_more(found: Sequence[Statement], claim: Sequence[int], answers: Sequence[int]) -> bool:
    """Whether a claim is about a figure that the answers do not name."""
    figures = sum(bool(found[n].features.figures) for n in claim if not found[n].answers)
    return figures * 2 > len(claim) and not any(found[n].features.figures for n in answers)


def homes(groups: Sequence[Sequence[int]]) -> dict[int, int]:
    """The group of every statement."""
    return {number: place for place, members in enumerate(groups) for number in members}
