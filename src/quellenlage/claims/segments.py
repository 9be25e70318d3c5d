"""Segments: a sentence cut into the pieces that can each carry a statement.

1. Pieces lie between commas, semicolons, colons and dashes, and before "und", "aber" where these
   join clauses: a finite verb follows ("und würden dort eingesetzt", and would be deployed there),
   or a verb ends both pieces ("gereist und dort untergebracht", travelled and housed there).
2. A piece that opens with a complement or relative word belongs to the one before it ("…, dass es
   brennt", that it burns); one that opens with an adverbial word is a statement of its own
   ("nachdem zwei Schiffe gesunken waren", after two ships had sunk), and so does a relative clause
   that tells what a picture shows or a treaty provides for: who signs says nothing of it; and one
   behind a noun that takes up what was said ("…, eine Entwicklung, die …", a development that).
3. A piece without a finite verb belongs to its neighbour, and so does a very short one.
4. What goes on with a main clause behind an insertion belongs to it ("Der Mann, der kam, | sah").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from quellenlage.german.clause_mood import asks, goes_on_by, opens_question
from quellenlage.german.clause_words import INVERSIONS
from quellenlage.german.predicates import resumes, tells_content
from quellenlage.german.stance import clause_opener
from quellenlage.model import Word

__all__ = ["Kind", "Segment", "cut"]

SHORTEST = 3
"""Words that a piece must have to stand alone; "sagte er" is no statement."""
LONGEST_SENTENCE = 400
"""Words beyond which a "sentence" is a list or damage, and is taken as one piece."""
VERB_SECOND_WITHIN = 7
"""Words within which the finite verb of a main clause behind "und" stands."""

Kind = Literal["main", "adverbial", "condition", "coordinated", "relative"]
_CUTS = frozenset({",", ";", "–", "—", "-", ":"})
_OPENING = frozenset("\"„“»«'‚‘(")
_VERBAL = frozenset({"VERB", "AUX"})
_PARTICIPLE = re.compile(
    r"(?:ab|an|auf|aus|bei|ein|fest|her|hin|los|mit|nach|vor|weg|zu|zurück)ge\w+(?:t|en)"
)


class Segment(msgspec.Struct, frozen=True):
    """A piece of a sentence, as places in the list of its words."""

    first: int
    last: int
    kind: Kind


class _Piece(msgspec.Struct):
    """A piece of a sentence while it is being put together; `complete` if its main verb is in."""

    first: int
    last: int
    kind: Kind
    complete: bool


def cut(words: Sequence[Word]) -> list[Segment]:
    """The segments of a sentence, in order; together they hold all its words."""
    if not words:
        return []
    if len(words) > LONGEST_SENTENCE:
        return [Segment(0, len(words), "main")]
    found: list[_Piece] = []
    pieces = _pieces(words)
    for place, (first, last) in enumerate(pieces):
        kind = _kind(words, first, last)
        says = kind == "coordinated" and _says_clause(words, pieces[place : place + 2])
        has_main_verb = kind in ("main", "coordinated", "condition") and _has_finite(
            words, first, last
        )
        before = found[-1] if found else None
        if before is None:
            found.append(_Piece(first, last, kind or "main", has_main_verb))
        elif not says and _belongs(words, before, first, last, kind):
            before.last = last
            before.complete = before.complete or has_main_verb
        else:
            found.append(_Piece(first, last, kind or "main", has_main_verb))
    return [Segment(piece.first, piece.last, piece.kind) for piece in found]


def _says_clause(words: Sequence[Word], pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether a short piece has a verb and its clause behind it: "und betont, dass es brennt"."""
    if len(pieces) < 2 or not _has_finite(words, *pieces[0]):
        return False
    first, last = pieces[1]
    opens = clause_opener(words[first].text) == "complement"
    return opens and _count(words, first, last) >= SHORTEST


def _belongs(
    words: Sequence[Word], before: _Piece, first: int, last: int, kind: Kind | None
) -> bool:
    """Whether a piece belongs to the one before it (steps 2 to 4)."""
    if kind is None or _closes_pair(words, before, first):
        return True
    parted = kind == "main" and not _has_finite(words, first, last)
    if _count(words, first, last) < SHORTEST and not parted:
        return True
    if kind == "relative":
        return not (tells_content(words[first:last]) or resumes(words[:first]))
    if opens_question(words[first]) and (
        asks(words[before.first : before.last]) or not goes_on_by(words[first])
    ):
        return True
    if before.kind == "condition":
        return False
    if not before.complete and before.kind != "adverbial":
        return True
    return kind == "condition" and not _is_finite(words[first])


def _closes_pair(words: Sequence[Word], before: _Piece, first: int) -> bool:
    """Whether a piece is the second of a pair: "hielten weder Abstand, | noch saßen sie"."""
    word = words[first].text.casefold()
    earlier = words[before.first : before.last]
    return any(word in INVERSIONS.get(other.text.casefold(), ()) for other in earlier)


def _pieces(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Step 1."""
    starts = [0]
    for place in range(1, len(words) - 1):
        if words[place].text in _CUTS:
            if place + 1 - starts[-1] > 1:
                starts.append(place + 1)
        elif (
            clause_opener(words[place].text) == "coordinator"
            and place - starts[-1] > 0
            and _joins_clauses(words, place)
        ):
            starts.append(place)
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def _joins_clauses(words: Sequence[Word], place: int) -> bool:
    """Whether a coordinating word joins clauses rather than nouns."""
    if not _has_finite(words, 0, place):
        return False
    end = next((p for p in range(place + 1, len(words)) if words[p].text in _CUTS), len(words))
    inner = [word for word in words[place + 1 : end] if word.pos != "PUNCT"]
    if not inner:
        return False
    if _is_finite(inner[0]):
        return True
    verbs = [p for p, word in enumerate(inner) if word.pos in _VERBAL]
    before = words[place - 1]
    if before.pos in _VERBAL and verbs and verbs[-1] >= len(inner) - 2:
        return any(map(_is_finite, inner)) or not _is_infinitive(inner[verbs[-1]])
    second = next(
        (p for p, word in enumerate(inner[:VERB_SECOND_WITHIN]) if _is_finite(word)), None
    )
    if second is None or second >= len(inner) - 1 or inner[second - 1].pos == "DET":
        return False
    return all(clause_opener(word.text) != "coordinator" for word in inner[:second])


def _kind(words: Sequence[Word], first: int, last: int) -> Kind | None:
    """What a piece is; None if it belongs to the one before it."""
    if first == 0 and _opens_conditionally(words):
        return "condition"
    if first and words[first].text in ("sollte", "sollten") and words[first - 1].text == ",":
        return "condition"
    while first < last - 1 and words[first].text in _OPENING:
        first += 1
    pair = " ".join(word.text for word in words[first : first + 2])
    opener = clause_opener(pair) or clause_opener(words[first].text)
    joined = opener == "coordinator"
    if joined and first + 1 < last:
        inner = clause_opener(words[first + 1].text)
        if inner in ("complement", "condition", "adverbial"):
            opener = inner
    if opener in ("adverbial", "condition"):
        return "adverbial" if opener == "adverbial" else "condition"
    if opener == "complement":
        return None
    if _is_relative(words, first, last):
        return "relative"
    if joined and any(word.pos in _VERBAL for word in words[first:last]):
        return "coordinated"
    if _goes_on_with_participle(words, first, last):
        return "coordinated"
    return (
        "main"
        if _has_verb_in_place(words, first, last) or _has_its_verb_later(words, first, last)
        else None
    )


def _has_its_verb_later(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a sentence behind a colon is parted from its verb: ": Der Damm, der steht, hält"."""
    parted = first > 0 and last < len(words) and words[last - 1].text == ","
    return parted and _opens_sentence(words, first) and any(map(_is_finite, words[last:]))


def _has_verb_in_place(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a piece has the verb of a main clause, which does not end a long piece.

    What ends one is a participle that may look finite ("…, sondern auch vorbereitet").
    """
    piece = [word for word in words[first:last] if word.pos not in ("PUNCT", "X")]
    finite = [place for place, word in enumerate(piece) if _is_finite(word)]
    if not finite:
        return False
    return _opens_sentence(words, first) or len(piece) <= SHORTEST or finite[0] < len(piece) - 1


def _goes_on_with_participle(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a piece shares the auxiliary before it: "war gewählt worden, aber abgetreten"."""
    before = words[first - 2] if first > 1 and words[first - 1].text == "," else None
    spoken = [word for word in words[first:last] if word.pos not in ("PUNCT", "X")]
    return (
        before is not None
        and _is_participle(before)
        and bool(spoken)
        and _is_participle(spoken[-1])
        and not any(map(_is_finite, spoken))
    )


def _is_participle(word: Word) -> bool:
    return word.pos in _VERBAL and not word.finite and not _is_infinitive(word)


def _opens_sentence(words: Sequence[Word], first: int) -> bool:
    """Whether a sentence begins at a place, or what is written as one behind a colon."""
    place = first
    while place > 0 and words[place - 1].text in _OPENING:
        place -= 1
    return first == 0 or (words[place - 1].text == ":" and words[first].text[0].isupper())


def _is_relative(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a piece is a relative clause: it opens with "der", "in dem", and its verb ends it."""
    if _opens_sentence(words, first):
        return False
    if clause_opener(words[first].text) == "coordinator":
        first += 1
    opens = any(
        clause_opener(word.text) == "relative" for word in words[first : min(first + 2, last)]
    )
    verbal = [word for word in words[first:last] if word.pos not in ("PUNCT", "X")]
    finite = [place for place, word in enumerate(verbal) if _is_finite(word)]
    if opens and not finite and _ends_in_its_verb(verbal):
        return True
    return opens and bool(finite) and finite[-1] == len(verbal) - 1 and finite[0] > 1


def _ends_in_its_verb(words: Sequence[Word]) -> bool:
    """Whether the only verb of a clause ends it, and so is finite, however read."""
    verbs = [word for word in words if word.pos in _VERBAL]
    return (
        len(words) > SHORTEST
        and len(verbs) == 1
        and words[-1].pos in _VERBAL
        and words[-2].text != "zu"
    )


def _opens_conditionally(words: Sequence[Word]) -> bool:
    """Whether a sentence opens with its condition: "Sollte sich das bestätigen, …"."""
    first = words[0]
    if clause_opener(first.text) == "condition":
        return True
    return _is_finite(first) and first.mood == "sub2" and words[-1].text != "?"


def _is_infinitive(word: Word) -> bool:
    """Two infinitives under one modal are one statement: "verwickeln und verschärfen könnte"."""
    return word.text.casefold() == word.lemma.casefold()


def _is_finite(word: Word) -> bool:
    """Whether a word is a finite verb; "aufgeteilt", "gefallen" are none, however read."""
    return word.finite and word.pos in _VERBAL and not _PARTICIPLE.fullmatch(word.text.casefold())


def _has_finite(words: Sequence[Word], first: int, last: int) -> bool:
    return any(_is_finite(word) for word in words[first:last])


def _count(words: Sequence[Word], first: int, last: int) -> int:
    return sum(word.pos != "PUNCT" for word in words[first:last])
