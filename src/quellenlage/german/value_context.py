"""What stands around a figure or place and tells what it is: a rate, a limit, a direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from quellenlage.german.numbers import tells_size
from quellenlage.german.states import is_land, read_state
from quellenlage.model import Article, DateExpression, Figure, Word

__all__ = [
    "direction_of",
    "is_loose_date",
    "is_rate_or_limit",
    "is_size_only",
    "opens_span",
    "place_names",
    "state_goal",
    "unlike_directions",
]

_PER = frozenset({"pro", "je"})
_SPANS = frozenset(
    "seit bis ab vor nach zwischen von binnen spätestens frühestens an über zum".split()
)
_LOOSE = frozenset(
    "etwa ungefähr um gegen circa ca. rund wohl vermutlich anfang ende mitte".split()
)
_SPAN_WITHIN = 2
"""Words before a date among which the one stands that tells how it is meant."""
_LIMITS = frozenset(
    {
        "marke",
        "grenze",
        "grenzwert",
        "schwelle",
        "schwellenwert",
        "höchstgrenze",
        "obergrenze",
        "limit",
    }
)
_INTO = frozenset({"die", "den", "das", "der"})
_LONGEST_NAME = 3
"""Words of a name of a place that is looked for."""
_WITHIN = 4
"""Words around a figure among which the word stands that makes it a rate or limit."""


_SEVERAL = frozenset({"mehrere", "einige", "viele", "etliche"})


def is_rate_or_limit(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a figure is a rate or limit: "50 je 100.000 Einwohner", "die Grenze von 50"."""
    before = [w for w in words if w.end <= figure.start][-_WITHIN:]
    after = [w for w in words if w.start >= figure.end][:_WITHIN]
    return (
        any(w.lemma.casefold() in _LIMITS for w in before)
        or any(w.text.casefold() in _PER for w in after[:2])
        or any(w.text.casefold() in _PER for w in before[-1:])
    )


def is_size_only(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a figure only tells a size: "Tausende", "mehrere Hundert"; no number is meant."""
    told = [word.text for word in words if figure.start <= word.start < figure.end]
    return bool(told) and (told[0].casefold() in _SEVERAL or tells_size(told[0]))


def opens_span(words: Sequence[Word], date: DateExpression) -> bool:
    """Whether a date only begins or ends a stretch of time: "seit Montag", "bis Mai"."""
    before = [w.text.casefold() for w in words if w.end <= date.start][-_SPAN_WITHIN:]
    after = next((w.text.casefold() for w in words if w.start >= date.end), "")
    return bool(_SPANS.intersection(before)) or after in _SPANS


def is_loose_date(words: Sequence[Word], date: DateExpression) -> bool:
    """Whether a date is meant about: "etwa am 3. März", "um den 3. März"."""
    before = [w.text.casefold() for w in words if w.end <= date.start][-_SPAN_WITHIN:]
    return bool(_LOOSE.intersection(before))


def place_names(article: Article) -> Iterator[str]:
    """The names by which an article calls places."""
    for mention in article.mentions:
        if mention.label == "LOC":
            yield article.text[mention.start : mention.end]


def direction_of(words: Sequence[Word], places: Set[str]) -> str | None:
    """The one goal a clause names: "nach Belgien", "in die Schweiz"; None for none or several.

    `places` are the names that are known to be of places.
    """
    goals = {goal for at, length in _named(words, places) if (goal := _goal(words, at, length))}
    return goals.pop() if len(goals) == 1 else None


def _named(words: Sequence[Word], places: Set[str]) -> Iterator[tuple[int, int]]:
    """Where names of places stand in a clause, and of how many words they are."""
    for at in range(len(words)):
        for length in range(_LONGEST_NAME, 0, -1):
            if " ".join(word.text for word in words[at : at + length]) in places:
                yield at, length
                break


def _goal(words: Sequence[Word], at: int, length: int) -> str | None:
    """A place with the words that make it a goal: "nach", "in den", "in den Fluss"."""
    first = at
    if first > 2 and words[first - 1].pos == "NOUN" and words[first - 2].pos == "DET":
        first -= 1
    before = [word.text.casefold() for word in words[max(0, first - 2) : first]]
    if before[-1:] == ["nach"]:
        first -= 1
    elif before[:1] == ["in"] and before[-1] in _INTO - {"der"}:
        first -= 2
    else:
        return None
    words = words[first : at + length]
    return " ".join([words[0].text.casefold(), *(word.text for word in words[1:])])


def unlike_directions(one: str, other: str) -> bool:
    """Whether two goals are of one sort and unlike: two towns, or two rivers, seas or regions.

    A town and a state are of two sorts, as the one may lie in the other; so is a Land.
    """
    (before, name), (again, another) = one.rsplit(" ", 1), other.rsplit(" ", 1)
    sort = before.startswith("nach"), again.startswith("nach")
    if sort[0] != sort[1] or read_state(name) or read_state(another):
        return False
    return name.casefold() != another.casefold()


def state_goal(words: Sequence[Word]) -> tuple[str, str] | None:
    """The one state a clause sends something to, with its preposition; None for none or several.

    "nach Belgien" and "in die Schweiz" are goals, "in der Schweiz" is none, and a Land ("nach
    Bayern") is none either: it lies in a state.
    """
    goals: dict[str, str] = {}
    for place, word in enumerate(words):
        state = read_state(word.text) if word.pos in ("PROPN", "NOUN", "X") else None
        if state is None or state.how != "name" or is_land(state.state):
            continue
        before = [w.text.casefold() for w in words[max(0, place - 2) : place]]
        if before[-1:] == ["nach"]:
            goals[state.state] = f"nach {word.text}"
        elif before[-2:-1] == ["in"] and before[-1] in _INTO - {"der"}:
            goals[state.state] = f"in {before[-1]} {word.text}"
    return next(iter(goals.items())) if len(goals) == 1 else None
