"""Who says what: each body's answers in order, and the matrix of sources and claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from quellenlage.model import Assertion
from quellenlage.report.claims import distinct
from quellenlage.report.index import Index
from quellenlage.report.records import ClaimLine, Passage, Reference
from quellenlage.report.texts import Texts

__all__ = ["Answer", "Answers", "Cell", "Matrix", "MatrixRow", "Stand", "answers", "matrix"]

ANSWERING = ("denies", "doubts", "cannot_confirm", "confirms")
COLUMNS = 12
"""Claims in the matrix; more do not fit a printed page."""
ROWS = 24
"""Sources in the matrix."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer to a claim: denied, doubted, not confirmed or confirmed."""

    stance: str
    stance_text: str
    speaker: str
    claim: int
    text: str
    date: str
    passage: Passage
    references: list[Reference]


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """What one body, and whoever speaks for it, answered, in order of time."""

    body: str
    sentence: str
    entries: list[Answer]


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """A stance and where it first stands."""

    stance: str
    text: str
    reference: Reference


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """How one source holds one claim."""

    claim: int
    stances: list[Stand]


class MatrixRow(msgspec.Struct, frozen=True, kw_only=True):
    """One source across the claims."""

    name: str
    body: str
    cells: list[Cell]


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Sources and the claims they speak to."""

    claims: list[ClaimLine]
    rows: list[MatrixRow]


def answers(lines: Sequence[ClaimLine], index: Index, texts: Texts) -> list[Answers]:
    """Who denied, doubted, confirmed or could not confirm what; the busiest first."""
    found: dict[str, list[tuple[Assertion, ClaimLine]]] = defaultdict(list)
    for line in lines:
        for assertion in index.claims[line.id].assertions:
            if assertion.stance in ANSWERING and assertion.chain:
                found[index.body_name(assertion.chain[-1])].append((assertion, line))
    order = sorted(found, key=lambda body: -len({line.number for _, line in found[body]}))
    return [_answers(body, found[body], index, texts) for body in order]


def _answers(
    body: str, found: Sequence[tuple[Assertion, ClaimLine]], index: Index, texts: Texts
) -> Answers:
    """A body's answers; the same answer in several articles is one."""
    groups: dict[tuple[int, str, str], list[tuple[Assertion, ClaimLine]]] = defaultdict(list)
    for assertion, line in found:
        speaker = index.source_name(assertion.chain[-1])
        groups[line.number, assertion.stance, speaker].append((assertion, line))
    entries = []
    for (_, stance, speaker), members in groups.items():
        first, line = min(members, key=lambda member: _when(member[0], index))
        answer = Answer(
            stance=stance,
            stance_text=texts(f"stance.{stance}"),
            speaker=speaker,
            claim=line.number,
            text=line.text,
            date=texts.date(_date(first, index)),
            passage=index.passage(first),
            references=distinct(index.reference(a) for a, _ in members),
        )
        entries.append((_when(first, index), answer))
    entries.sort(key=lambda entry: (entry[0], ANSWERING.index(entry[1].stance)))
    told = [answer for _, answer in entries]
    return Answers(body=body, sentence=_sentence(told, texts), entries=told)


def _sentence(told: Sequence[Answer], texts: Texts) -> str:
    """What a body did, and what it did later."""
    stances = list(dict.fromkeys(answer.stance for answer in told))
    if "cannot_confirm" in stances and "confirms" in stances:
        later = stances.index("confirms") > stances.index("cannot_confirm")
        return texts("answers.later_confirmed" if later else "answers.confirmed_and_unsure")
    if "cannot_confirm" in stances and "denies" in stances:
        return texts("answers.unsure_and_denied")
    return texts(f"answers.only_{stances[0]}") if len(stances) == 1 else ""


def _date(assertion: Assertion, index: Index) -> str | None:
    """When something was said, as far as known: the utterance, else the article."""
    return assertion.uttered or index.articles[assertion.article].published


def _when(assertion: Assertion, index: Index) -> tuple[str, int, int]:
    """A key that sorts by time, then by the order of the articles."""
    date = _date(assertion, index)
    return (date or "~", index.place[assertion.article], assertion.start)


def matrix(lines: Sequence[ClaimLine], index: Index, texts: Texts) -> Matrix:
    """How each source holds each of the first claims; sources that speak to most come first."""
    shown = [line for line in lines if line.kind in ("fact", "forecast")][:COLUMNS]
    held: dict[str, dict[int, dict[str, Stand]]] = defaultdict(lambda: defaultdict(dict))
    for line in shown:
        for assertion in index.claims[line.id].assertions:
            origin, stance = index.origin(assertion), assertion.stance
            stand = Stand(
                stance=stance,
                text=texts(f"stance.{stance}"),
                reference=index.reference(assertion),
            )
            held[origin][line.number].setdefault(stance, stand)
    order = sorted(held, key=lambda source: (-len(held[source]), index.source_name(source)))
    rows = []
    for id in order[:ROWS]:
        name, body = index.source_name(id), index.body_name(id)
        cells = [
            Cell(claim=line.number, stances=list(held[id].get(line.number, {}).values()))
            for line in shown
        ]
        told = body == name or f"({body})" in name
        rows.append(MatrixRow(name=name, body="" if told else body, cells=cells))
    return Matrix(claims=shown, rows=rows)
