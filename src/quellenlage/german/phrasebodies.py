"""Bodies and media as speakers: by a name of their own, a legal form, or the noun that heads them.

Steps 4 and 5 of `speakerphrases`: "Südkoreas Geheimdienst", "die Holmwerk AG", "der Holm-Konzern".
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.german.institutions import (
    BodyNoun,
    Medium,
    body_noun,
    find_institution,
    find_medium,
    is_legal_form,
    looks_like_medium,
)
from quellenlage.german.nominative import paper_nominative
from quellenlage.german.offices import office_noun
from quellenlage.german.phrase import Phrase
from quellenlage.german.phrasereader import BEFORE_OTHERS, PhraseReader
from quellenlage.german.phraseshapes import adjective_of_body, short_form
from quellenlage.german.phrasewords import (
    is_adjective,
    is_preposition,
    name_behind,
    name_end,
    place_state,
    state_of,
    state_of_prefix,
    undetermined,
)
from quellenlage.german.references import is_word
from quellenlage.german.states import read_state

__all__ = ["BodyReader"]

_NAMED_KINDS = frozenset({"company", "bank"})
"""Kinds of bodies whose noun only describes: what they are called stands beside it."""


class BodyReader(PhraseReader):
    """Reads phrases that name or describe a body."""

    # 4. bodies and media by name
    def _institution(self, core: Sequence[str]) -> Phrase | None:
        for length in range(min(6, len(core)), 0, -1):
            name = " ".join(core[:length])
            if length < len(core) and core[length][:1].isupper() and office_noun(core[length]):
                continue
            if found := find_institution(name):
                return Phrase(
                    text="", form="institution", name=found.name, institution=found,
                    genders=found.gender,
                )  # fmt: skip
            if medium := find_medium(name):
                return Phrase(text="", form="medium", name=medium.name, medium=medium)
        name = " ".join(core)
        if looks_like_medium(name) and not body_noun(core[0]):
            name = paper_nominative(core)
            return Phrase(text="", form="medium", name=name, medium=Medium(name, "outlet"))
        return None

    def _apposed(self, core: Sequence[str]) -> Phrase | None:
        """A name behind a comma: "das Institut für Fische, das Holm-Institut"."""
        if "," not in core:
            return None
        words = core[core.index(",") + 1 :]
        behind = undetermined(words)
        if not behind:
            return None
        if found := self._institution(behind):
            return found
        bare = core.index(",") == 1 and not find_institution(core[0])
        body = self._body(behind) if bare and words[0] != behind[0] else None
        return body if body and (body.owner or len(body.name.split()) > 1) else None

    def _firm(self, core: Sequence[str], determiner: str) -> Phrase | None:
        """A firm by its legal form, or a name that looks like a noun: "Holmwerk AG", "Holmwerk"."""
        place = next((i for i, word in enumerate(core) if i and is_legal_form(word)), 0)
        if place:
            end = place
            while end + 1 < len(core) and (is_legal_form(core[end + 1]) or core[end + 1] == "Co."):
                end += 1
            start = place
            while start and core[start - 1][:1].isupper() and not is_adjective(core[start - 1], 0):
                start -= 1
            noun = body_noun(core[start])
            start += bool(noun and noun.kind in _NAMED_KINDS and place - start > 1)
            name = " ".join(core[start : end + 1]).replace(" Co.", " & Co.")
            return Phrase(text="", form="name", name=name, sure=True) if start < place else None
        bare = len(core) == 1 and not is_word(determiner, "determiner") if core else False
        noun = body_noun(core[0]) if bare and self._names.get(core[0]) == "ORG" else None
        return self._other(core) if noun and noun.prefix else None

    def _body(self, core: Sequence[str]) -> Phrase | None:
        for place, word in enumerate(core):
            if word in BEFORE_OTHERS and place and core[place - 1][:1].isupper():
                return None
            if not word[:1].isupper() or is_preposition(word):
                continue
            pair = body_noun(" ".join(core[place : place + 2]))
            noun = pair if pair and not pair.prefix and " " in pair.noun else body_noun(word)
            if noun and noun is not pair and adjective_of_body(core, place):
                continue
            if noun and (place == 0 or not is_preposition(core[place - 1])):
                return self._read_body(core, place, noun, len(noun.noun.split()))
            if is_preposition(word.casefold()):
                return None
        return None

    def _read_body(self, core: Sequence[str], place: int, noun: BodyNoun, width: int) -> Phrase:
        before, behind = core[:place], name_behind(core[place + width :])
        acronym = behind[0] if len(behind) == 1 and short_form(behind[0]) else ""
        behind = [] if acronym else behind
        core = [*before, *core[place : place + width], *behind]
        state = state_of(before) or state_of_prefix(noun.prefix) or place_state(behind)
        seat = not state_of(before) and bool(place_state(behind))
        owner = None
        if behind and behind[0].casefold() in {"der", "des"} and len(behind) > 1:
            owner = self._institution(behind[1:])
        if name := self._own_name(core[place], noun, behind):
            return Phrase(
                text="", form="name", name=name, noun=noun, genders=noun.gender, sure=True
            )
        return Phrase(
            text="", form="body", noun=noun, state=state, seat=seat, owner=owner,
            name=" ".join(core), genders=noun.gender, acronym=acronym,
            attributes=tuple(before),
        )  # fmt: skip

    def _own_name(self, word: str, noun: BodyNoun, behind: Sequence[str]) -> str:
        """The name behind "die Firma", or before it in a compound: "der Holm-Konzern"."""
        if noun.kind in _NAMED_KINDS and len(behind) > 2 and behind[0] in {"der", "des"}:
            inner = self._body(behind[1:])
            return inner.name if inner and inner.form == "name" else ""
        if noun.kind in _NAMED_KINDS and behind and behind[0][:1].isupper():
            return " ".join(behind[: name_end(behind, 0)])
        first = word.split("-")[0]
        named = "-" in word and self._kind(first) == "ORG" and not read_state(first)
        return first if named and noun.kind in _NAMED_KINDS else ""
