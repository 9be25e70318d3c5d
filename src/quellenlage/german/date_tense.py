"""Where a clause points in time: its tense, its modals and the words before a date.

Steps, the first that fits:

1. "seit" and "vom" look back ("der Brand vom Dienstag"), "bis" and "ab" look ahead, unless the
   verb is in the past;
2. the finite verb of the clause: past, perfect ("hat … gesagt") and past Konjunktiv look back,
   *werden* and modals look ahead, unless with a perfect infinitive;
3. a clause without one takes that of the clause before, then after it;
4. the present of a verb of saying looks back ("sagt er am Montag");
5. a sentence without a finite verb looks back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quellenlage.german.date_calendar import Toward
from quellenlage.model import Word

__all__ = ["is_since", "is_target", "toward"]

_BREAKS = frozenset(',;:–—„“”"»«')
_HAVE = frozenset(("haben", "sein"))
_MODALS = frozenset(("sollen", "wollen", "können", "müssen", "dürfen", "mögen"))
_AHEAD = frozenset((
    "geplant", "vorgesehen", "angesetzt", "angekündigt", "terminiert", "anberaumt", "erwartet",
    "gedacht", "fällig",
))  # fmt: skip
"""Participles of a plan: "ist für Freitag geplant" looks ahead."""
WINDOW = 60
"""Words before and after a date that are looked at; a longer sentence is a list."""
SINCE = 5
"""Words before a date in which its "seit" is looked for."""
REACH = 6
"""Words behind the first of a date among which its participle is looked for."""
_PERFECT = re.compile(
    r"(?:[a-zäöüß]*ge[a-zäöüß]{2,}|(?:be|ver|er|ent|zer|über|unter)[a-zäöüß]{2,}|[a-zäöüß]+ier)"
    r"(?:t|en)$"
)
_PAST_ALWAYS = frozenset(("seit", "stand"))
_SAYING = frozenset((
    "sagen", "erklären", "betonen", "berichten", "melden", "warnen", "kritisieren", "fordern",
    "behaupten", "bestätigen", "schreiben", "meinen", "ergänzen", "bekräftigen", "versichern",
))  # fmt: skip
"""Verbs whose present tells what has been said: "sagt er am Montag"."""
_PRETERITE = re.compile(r"[a-zäöüß]{2,}t(?:e|en)$")
_TARGETS = frozenset(("bis", "ab", "für", "auf"))
_AHEAD_IF_OPEN = frozenset(("bis", "ab"))


def is_since(words: Sequence[Word], place: int) -> bool:
    """Whether "seit" stands before a date or the event it belongs to: "seit der Wahl im Mai"."""
    return any(word.text.lower() == "seit" for word in words[max(0, place - SINCE) : place])


def is_target(words: Sequence[Word], place: int) -> bool:
    """Whether a date is what something is set to: "bis Januar verlängert", "für Juni geplant"."""
    return place > 0 and words[place - 1].text.lower() in _TARGETS


def toward(words: Sequence[Word], place: int) -> Toward:
    """Where the clause around a word of a sentence points."""
    before = [word.text.lower() for word in words[max(0, place - 3) : place]]
    if _PAST_ALWAYS.intersection(before) or (before[-1:] == ["vom"] and not _opens(words, place)):
        return Toward.PAST
    if (attribute := _attribute(words, place)) is not None:
        return attribute
    found = _by_verbs(words, place)
    if found != Toward.PAST and _AHEAD_IF_OPEN.intersection(before):
        return Toward.FUTURE
    return Toward.PAST if found is None else found


def _opens(words: Sequence[Word], place: int) -> bool:
    """Whether a span begins at a date: "vom 5. bis zum 9. Juni", "vom 6. Juni an"."""
    return any(word.text in ("bis", "an") for word in words[place : place + 4])


def _attribute(words: Sequence[Word], place: int) -> Toward | None:
    """Where a participle before its noun points.

    "der am Montag gemeldete Wert" looks back; "der für Montag geplante", "der am Montag tagende
    Rat" do not.
    """
    if not _inside_phrase(words, place):
        return None
    for at in range(place + 1, min(place + REACH, len(words) - 1)):
        form = words[at].text
        if form in _BREAKS:
            return None
        if words[at].finite or form[:1].isupper():
            continue
        stem = form.rstrip("nrsm").removesuffix("e")
        if stem == form or not _starts_noun(words, at + 1):
            continue
        if stem in _AHEAD or stem.endswith("nd"):
            return Toward.PRESENT
        if _PERFECT.match(stem):
            return Toward.PAST
    return None


def _inside_phrase(words: Sequence[Word], place: int) -> bool:
    """Whether an article stands open before a date: "der am Montag", "die zunächst für April"."""
    for at in range(place - 2, max(place - 5, -1), -1):
        if words[at].pos == "DET":
            return True
        if words[at].pos != "ADV":
            return False
    return False


def _starts_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a noun follows, at most behind one adjective."""
    return any(
        word.pos in ("NOUN", "PROPN") and word.text[:1].isupper() for word in words[at : at + 2]
    )


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
            cut = found == Toward.PRESENT and _goes_on(words, clauses[number:])
            return Toward.PAST if cut else found
    return None


def _goes_on(words: Sequence[Word], clauses: Sequence[tuple[int, int]]) -> bool:
    """Whether an auxiliary has its participle behind an insertion: "Er habe, so X, gesagt"."""
    finite = next((word for word in words[slice(*clauses[0])] if word.finite), None)
    if finite is None or finite.lemma.lower() != "haben":
        return False
    rest = [words[start:end] for start, end in clauses[1:3]]
    return any(
        _is_participle(clause, word)
        for clause in rest
        if not any(word.finite for word in clause)
        for word in clause
    )


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
        return Toward.PAST if any(_looks_past(words, word) for word in words) else None
    verb = finite[0]
    others = [word for word in words if word is not verb]
    lemma = verb.lemma.lower()
    if any(word.text.lower() in _AHEAD for word in others):
        return Toward.FUTURE
    if lemma in _HAVE and any(_is_participle(words, word) for word in others):
        return Toward.PAST
    if verb.tense == "past" and lemma != "sollen":
        return Toward.PAST
    if lemma == "werden":
        return Toward.FUTURE
    if lemma in _MODALS:
        ends = words[-1].text.lower()
        return Toward.PAST if ends in ("haben", "sein") and len(others) > 1 else Toward.FUTURE
    return Toward.PAST if lemma in _SAYING else Toward.PRESENT


def _looks_past(words: Sequence[Word], word: Word) -> bool:
    """Whether a word of a clause without a finite verb is a past form the tagger did not see."""
    if word.pos not in ("VERB", "AUX") or not word.text[:1].islower():
        return False
    return bool(_PRETERITE.match(word.text)) or (
        word.text.endswith("t") and _is_participle(words, word)
    )


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
