"""Pointing: the statement that an answer means which only points at one ("wies das zurück").

1. An answer that goes on with the one just before it, of the same body, means the same.
2. Else it is a checkable statement near it in its article, see `answers`; best of all one of him
   whose word the answer names ("die Vorwürfe des Amtes", the accusations of the office).
3. If none near it is his, the one that most articles carry is meant, where it names the accused.

Nobody denies, doubts or leaves open what he says himself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from quellenlage.claims.answers import (
    FARTHEST,
    Candidate,
    answered_kinds,
    antecedent,
    owner_words,
    report_nouns,
)
from quellenlage.claims.sides import side_of
from quellenlage.claims.statements import Statement
from quellenlage.model import Source, Word, speaks_for

__all__ = ["is_own_word", "pointed", "same_breath"]

BELOW = 6
"""Statements below a heading among which the one stands that tells what it announces."""
SHORTEST_NAME = 3
"""Letters of a word by which a source is recognised: "NIS"."""
INFLECTED = 2
"""Letters that an ending may add to it: "des Landesamtes"."""


def pointed(
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
        target = _same_answer(found, number, sources)
        if target is None:
            first, last = bounds[found[number].features.passage.article]
            near = range(max(first, number - FARTHEST), min(last, number + FARTHEST))
            carried = {n: spread[home[n]] for n in near}
            target = _meant(found, number, carried, sources)
        elsewhere = [] if target is not None else _of_owner_elsewhere(found, number, sources)
        if elsewhere:
            target = max(elsewhere, key=lambda n: (spread[home[n]], -n))
        if target is not None:
            targets[number] = target
    return targets


def _meant(
    found: Sequence[Statement],
    number: int,
    carried: Mapping[int, int],
    sources: Mapping[str, Source],
) -> int | None:
    """The statement of its article that an answer points at; None where it names another's word.

    `carried` holds the statements about it, each with the number of articles that carry its claim.
    """
    here = found[number]
    stance, owners = here.held.stance, owner_words(here.features)
    kinds = answered_kinds(here.features)
    speaker = _speakers(here, sources) if stance in ("denies", "cannot_confirm") else set()
    nearby = [
        Candidate(
            place=n,
            distance=number - n,
            answers=found[n].answers,
            quoted=found[n].features.passage.attribution is not None,
            checkable=found[n].kind[0] in kinds,
            articles=articles,
            about_him=bool(speaker & _named(found[n], sources)),
            his_own=stance == "denies" and bool(speaker & _speakers(found[n], sources)),
            negative=found[n].features.negated,
            of_owner=_is_of(found[n], owners, sources),
        )
        for n, articles in carried.items()
        if n != number and _may_be_meant(here, found[n], sources)
    ]
    if (
        owners
        and not any(c.of_owner for c in nearby)
        and _of_owner_elsewhere(found, number, sources)
    ):
        return None
    return antecedent(nearby, here.features, against=side_of(stance) == "against")


def _may_be_meant(answer: Statement, other: Statement, sources: Mapping[str, Source]) -> bool:
    """Whether an answer can be to a statement: to no heading, and to nothing of his own."""
    return (
        not other.features.passage.headline
        and not is_own_word(answer, other, sources)
        and not _is_own_act(answer, other, sources)
    )


def _same_answer(
    found: Sequence[Statement], number: int, sources: Mapping[str, Source]
) -> int | None:
    """Another answer that means the same: the one just before, or that a heading announces."""
    joined = same_breath(found, number, sources)
    if joined is None and found[number].features.passage.headline:
        return _told_below(found, number, sources)
    return joined if joined is not None else _same_report(found, number)


def _same_report(found: Sequence[Statement], number: int) -> int | None:
    """The answer before to which the same reports were: "dementiert die Berichte über …" (denies
    the reports of), and further on "das Land bestätigte die Berichte nicht" (did not confirm them).
    """
    here = found[number]
    nouns = report_nouns(here.features)
    if not nouns or here.held.formula or owner_words(here.features):
        return None
    for place in range(number - 1, max(-1, number - 1 - FARTHEST), -1):
        before = found[place]
        if before.features.passage.article != here.features.passage.article:
            return None
        if before.answers and not before.held.formula and nouns & report_nouns(before.features):
            return place
    return None


def _is_own_act(answer: Statement, other: Statement, sources: Mapping[str, Source]) -> bool:
    """Whether a statement tells what the one does who leaves something open.

    "Der Dienst veröffentlichte Bilder. Er könne das nicht bestätigen" (the service published
    pictures; it cannot confirm this): he knows what he does.
    """
    content = other.features.passage.content
    verb = next((n for n, word in enumerate(content) if word.finite), 0)
    first = [word for word in content[:verb] if word.pos != "DET"]
    if answer.held.stance != "cannot_confirm" or not first or first[0].pos == "ADP":
        return False
    ids = [chain[-1] for chain in answer.chains if chain]
    return _name_any(first, ids, sources)


def _of_owner_elsewhere(
    found: Sequence[Statement], number: int, sources: Mapping[str, Source]
) -> list[int]:
    """What the one whose word an answer names says in other articles of the one who answers."""
    owners = owner_words(found[number].features)
    speaker = _speakers(found[number], sources)
    return [
        n
        for n, other in enumerate(found)
        if not other.answers
        and other.kind[0] in ("fact", "forecast")
        and _is_of(other, owners, sources)
        and speaker & _named(other, sources)
    ]


def _is_of(other: Statement, owners: Sequence[Word], sources: Mapping[str, Source]) -> bool:
    """Whether some words name the one whose word a statement is, or the body he speaks for."""
    return _name_any(owners, [chain[-1] for chain in other.chains if chain], sources)


def _name_any(words: Sequence[Word], ids: Iterable[str], sources: Mapping[str, Source]) -> bool:
    """Whether some words name a source, or the body it speaks for."""
    known = {other for id in ids for other in (id, speaks_for(sources, id))}
    parts = {
        part.strip("()").casefold()
        for id in known
        if id in sources
        for part in sources[id].name.split()
        if part.strip("()")[:1].isupper()
    }
    return any(
        word.text.casefold().startswith(part) and len(word.text) <= len(part) + INFLECTED
        for word in words
        for part in parts
        if len(part) >= SHORTEST_NAME
    )


def same_breath(
    found: Sequence[Statement], number: int, sources: Mapping[str, Source]
) -> int | None:
    """The answer that one body gave just before, and that it only goes on with.

    "Die Stadt bestritt den Verkauf. Ihr Sprecher nannte die Berichte falsch."
    """
    here, before = found[number], found[number - 1] if number else None
    if before is None or not before.answers or before.held.formula or here.held.formula:
        return None
    if before.features.passage.headline:
        return None
    passage, earlier = here.features.passage, before.features.passage
    adjacent = passage.article == earlier.article and passage.sentence - earlier.sentence <= 1
    one_body = {speaks_for(sources, c[-1]) for c in here.chains if c} & {
        speaks_for(sources, c[-1]) for c in before.chains if c
    }
    return number - 1 if adjacent and one_body and here.held.stance == before.held.stance else None


def _told_below(
    found: Sequence[Statement], number: int, sources: Mapping[str, Source]
) -> int | None:
    """The answer of the same body in the text below to which a heading points ahead."""
    here = found[number]
    speaker = _speakers(here, sources)
    for place in range(number + 1, min(number + 1 + BELOW, len(found))):
        below = found[place]
        if below.features.passage.article != here.features.passage.article:
            return None
        if below.held.stance == here.held.stance and speaker & _speakers(below, sources):
            return place
    return None


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


def is_own_word(answer: Statement, other: Statement, sources: Mapping[str, Source]) -> bool:
    """Whether a statement is the word of the one who answers, in the same article.

    What others report of him is not: "Medien zufolge plant der Kreis …" (media say the district
    plans …) the district may well be unable to confirm; nor is what he has by hearsay.
    """
    here, there = answer.features.passage, other.features.passage
    if here.article != there.article or answer.held.stance == "confirms":
        return False
    if other.held.rule == "hearsay":
        return False
    mine = {speaks_for(sources, chain[-1]) for chain in answer.chains if chain}
    theirs = {speaks_for(sources, chain[-1]) for chain in other.chains if len(chain) == 1}
    return bool(mine & theirs)
