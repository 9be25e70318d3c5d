"""Where a clause points in time: its tense, its modals and the words before a date.

Steps, the first that fits:

1. "seit" and "vom" look back ("der Brand vom Dienstag"), "bis" and "ab" look ahead, unless the
   verb is in the past;
2. the finite verb of the clause: past, perfect ("hat … gesagt") and past Konjunktiv look back,
   *werden* and modals look ahead, unless with a perfect infinitive;
3. a clause without one takes that of the clause before, then after it;
4. a sentence without a finite verb looks back.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.german.date_calendar import Toward
from quellenlage.model import Word

__all__ = ["toward"]

_BREAKS = frozenset(',;:–—()„“”"»«')
_HAVE = frozenset(("haben", "sein"))
_MODALS = frozenset(("sollen", "wollen", "können", "müssen", "dürfen", "mögen"))
_AHEAD = frozenset((
    "geplant", "vorgesehen", "angesetzt", "angekündigt", "terminiert", "anberaumt", "erwartet",
    "gedacht", "fällig",
))  # fmt: skip
"""Participles of a plan: "ist für Freitag geplant" looks ahead."""
WINDOW = 60
"""Words before and after a date that are looked at; a longer sentence is a list."""
_PAST_ALWAYS = frozenset(("seit",))
_AHEAD_IF_OPEN = frozenset(("bis", "ab"))


def toward(words: Sequence[Word], place: int) -> Toward:
    """Where the clause around a word of a sentence points."""
    before = [word.text.lower() for word in words[max(0, place - 3) : place]]
    opens_span = any(word.text == "bis" for word in words[place : place + 3])
    if _PAST_ALWAYS.intersection(before) or (before[-1:] == ["vom"] and not opens_span):
        return Toward.PAST
    found = _by_verbs(words, place)
    if found != Toward.PAST and _AHEAD_IF_OPEN.intersection(before):
        return Toward.FUTURE
    return Toward.PAST if found is None else found


def _by_verbs(words: Sequence[Word], place: int) -> Toward | None:
    first = max(0, place - WINDOW)
    words, place = words[first : place + WINDOW], place - first
    clauses = _clauses(words)
    own = next((n for n, (start, end) in enumerate(clauses) if start <= place < end), 0)
    order = sorted(range(len(clauses)), key=lambda n: (abs(n - own), n > own))
    for number in order:
        start, end = clauses[number]
        found = _of_clause(words[start:end])
        if found is not None:
            return found
    return None


def _clauses(words: Sequence[Word]) -> list[tuple[int, int]]:
    spans, start = [], 0
    for index, word in enumerate(words):
        if word.text in _BREAKS:
            spans.append((start, index))
            start = index + 1
    spans.append((start, len(words)))
    return spans


def _of_clause(words: Sequence[Word]) -> Toward | None:
    finite = [word for word in words if word.finite]
    if not finite:
        return None
    verb = finite[0]
    others = [word for word in words if word is not verb]
    lemma = verb.lemma.lower()
    if any(word.text.lower() in _AHEAD for word in others):
        return Toward.FUTURE
    if lemma in _HAVE and any(_is_participle(words, word) for word in others):
        return Toward.PAST
    if verb.tense == "past":
        return Toward.PAST
    if lemma == "werden":
        return Toward.FUTURE
    if lemma in _MODALS:
        ends = words[-1].text.lower()
        return Toward.PAST if ends in ("haben", "sein") and len(others) > 1 else Toward.FUTURE
    return Toward.PRESENT


def _is_participle(words: Sequence[Word], word: Word) -> bool:
    """Whether a word is a perfect participle: "gesagt", "begonnen", not an infinitive with *zu*."""
    if word.finite or word.pos not in ("VERB", "AUX", "ADJ") or not word.text[:1].islower():
        return False
    form = word.text
    if form in ("gewesen", "worden", "geworden"):
        return True
    if not form.endswith(("t", "en")) or word.pos == "ADJ":
        return form.startswith("ge") and form.endswith(("t", "en"))
    at = next(n for n, other in enumerate(words) if other is word)
    return not (at and words[at - 1].text == "zu")
