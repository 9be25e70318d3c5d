"""What stands around a figure or place and tells what it is: a rate, a limit, a direction."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.german.states import is_land, read_state
from quellenlage.model import Figure, Mention, Word

__all__ = ["direction_of", "is_rate_or_limit", "state_goal"]

_PER = frozenset({"pro", "je"})
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
_WITHIN = 4
"""Words around a figure among which the word stands that makes it a rate or limit."""


def is_rate_or_limit(words: Sequence[Word], figure: Figure) -> bool:
    """Whether a figure is a rate or limit: "50 je 100.000 Einwohner", "die Grenze von 50"."""
    before = [w for w in words if w.end <= figure.start][-_WITHIN:]
    after = [w for w in words if w.start >= figure.end][:_WITHIN]
    return (
        any(w.lemma.casefold() in _LIMITS for w in before)
        or any(w.text.casefold() in _PER for w in after[:2])
        or any(w.text.casefold() in _PER for w in before[-1:])
    )


def direction_of(words: Sequence[Word], mentions: Sequence[Mention]) -> str | None:
    """The one goal a clause names: "nach Belgien", "in die Schweiz"; None for none or several."""
    goals = []
    for mention in mentions:
        if mention.label != "LOC":
            continue
        before = [w for w in words if w.end <= mention.start][-3:]
        texts = [w.text.casefold() for w in before]
        name = " ".join(w.text for w in words if mention.start <= w.start < mention.end)
        if texts[-1:] == ["nach"]:
            goals.append(f"nach {name}")
        elif len(texts) > 1 and texts[-2] == "in" and texts[-1] in _INTO - {"der"}:
            goals.append(f"in {before[-1].text} {name}")
    return goals[0] if len(set(goals)) == 1 else None


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
