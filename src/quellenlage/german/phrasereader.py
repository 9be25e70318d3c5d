"""What the readers of speakers' phrases share, and states and bare names, which need no other.

Steps 6 and 7 of `speakerphrases`: "die USA", "Rom", "das britische ABC".
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from quellenlage.german.nominative import nominative
from quellenlage.german.offices import names_people
from quellenlage.german.phrase import Form, NameKinds, Phrase
from quellenlage.german.phraseshapes import of_state
from quellenlage.german.phrasewords import is_adjective, is_preposition, state_of
from quellenlage.german.references import is_word
from quellenlage.german.states import read_state

__all__ = ["BEFORE_OTHERS", "PhraseReader"]

_OF_ONE = frozenset({"das", "des", "dem"})
"""Determiners of one thing or man; behind them an unknown noun is a body, not people."""
BEFORE_OTHERS = frozenset(
    ["mit", "bei", "auf", "gegen", "über", "unter", "nach", "durch", "zwischen", "an", "um", "ohne"]
)
"""Prepositions behind a noun whose own noun is another's: "der Verdacht bei einem Abgeordneten"."""


class PhraseReader(ABC):
    """Reads states and bare names; `names` tells the kind of every name that the articles know."""

    def __init__(self, names: NameKinds) -> None:
        self._names = names

    @abstractmethod
    def read(self, words: Sequence[str]) -> Phrase:
        """The words of a phrase inside another one, by the whole cascade."""

    def _kind(self, name: str) -> str:
        return self._names.get(name) or self._names.get(name.removesuffix("s"), "")

    # 6. states
    def _state(self, core: Sequence[str]) -> Phrase | None:
        for length in range(min(4, len(core)), 0, -1):
            found = read_state(" ".join(core[:length]))
            if found and found.how != "adjective" and (length == len(core) or length > 1):
                return of_state(found.state, found.how == "seat")
        if found := read_state(core[0]) if core else None:
            behind = [word for word in core[1:] if not is_preposition(word)]
            if found.how in {"name", "seat"} and not behind:
                return of_state(found.state, found.how == "seat")
        return None

    # 7. anything else
    def _other(self, core: Sequence[str], determiner: str = "") -> Phrase:
        name = " ".join(core)
        state = state_of(core)
        if core and not any(word[:1].isupper() for word in core):
            if state and len(core) == 1:
                return of_state(state, False)
            return Phrase(text="", form="group", name=name, state=state)
        kind = self._kind(name)
        if core and is_word(core[-1], "group"):
            return Phrase(text="", form="group", name=core[-1], attributes=tuple(core[:-1]))
        if not kind and (found := self._described(core, state)):
            return found
        common = bool(core) and core[0][:1].islower()
        one = determiner in _OF_ONE and not names_people(core[-1])
        form: Form = "group" if common and not kind and not one else "name"
        name = name if kind else nominative(core, determiner)
        return Phrase(text="", form=form, name=name, state=state, attributes=tuple(core[:-1]))

    def _described(self, core: Sequence[str], state: str) -> Phrase | None:
        """A name with nothing but adjectives before it: "das britische ABC"."""
        place = next((i for i, word in enumerate(core) if not is_adjective(word, i)), 0)
        rest = core[place:]
        name = " ".join(rest)
        if not place or not (self._kind(name) == "ORG" or (len(rest) == 1 and name.isupper())):
            return None
        return Phrase(text="", form="name", name=name, state=state, sure=True)
