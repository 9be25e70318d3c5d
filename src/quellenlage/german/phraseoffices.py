"""Offices as speakers, and whose they are: "ein Sprecher der Stadt", "US-Verteidigungsminister".

Step 5 of `speakerphrases`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from quellenlage.german.institutions import body_noun, find_institution
from quellenlage.german.offices import Office, office_noun
from quellenlage.german.phrase import Phrase
from quellenlage.german.phrasereader import BEFORE_OTHERS, PhraseReader
from quellenlage.german.phrasewords import is_possessive, is_preposition, owner_words, state_of
from quellenlage.german.states import read_state

__all__ = ["OfficeReader"]

_OF_HOUSES = frozenset(
    {"spokesperson", "chief", "employee", "citizen", "lawyer", "partner", "insider", "expert"}
)
"""Classes of offices that a paper or agency can have."""
_PRESIDENCY = frozenset({"headofstate", "headofgovernment", "minister"})


class OfficeReader(PhraseReader):
    """Reads phrases with the noun of an office or role."""

    # 5. offices and head nouns
    def _office(self, core: Sequence[str]) -> Phrase | None:
        for place, word in enumerate(core):
            if not word[:1].isupper() and not re.match(r"\d+-J", word):
                if word in BEFORE_OTHERS and place and core[place - 1][:1].isupper():
                    return None
                continue
            office = office_noun(word)
            if not office:
                if body_noun(word) or (find_institution(word) and place == 0):
                    return None
                continue
            return self._read_office(core, place, office)
        return None

    def _read_office(self, core: Sequence[str], place: int, office: Office) -> Phrase:
        before, behind = core[:place], owner_words(core[place + 1 :])
        owner = self._owner(behind) if behind else None
        state = state_of(before)
        party = ""
        prefix = office.prefix.rstrip("-")
        if prefix:
            prefix_state, prefix_owner = self._prefix(prefix)
            state = state or prefix_state
            if (
                prefix_owner
                and prefix_owner.institution
                and prefix_owner.institution.kind == "party"
            ):
                party = prefix_owner.name
            owner = owner or prefix_owner
        if owner and owner.form == "medium" and office.kind not in _OF_HOUSES:
            owner = None  # "sagte [der Minister der Bild]": to whom, not whose
        if owner and owner.form == "state" and not owner.noun:
            state, owner = state or owner.state, None
        return Phrase(
            text="", form="office", office=office, state=state, owner=owner, party=party,
            genders=office.gender, attributes=tuple(before),
            possessive=any(map(is_possessive, before)),
        )  # fmt: skip

    def _owner(self, behind: Sequence[str]) -> Phrase:
        """Whose an office is; of "der Virologie an der Charité" the body that has a name."""
        owner = self.read(behind)
        if owner.form in {"name", "group"} and self._kind(owner.name) != "ORG":
            for place, word in enumerate(behind[:-1]):
                if is_preposition(word):
                    inner = self.read(behind[place + 1 :])
                    if inner.form in {"institution", "body", "medium"}:
                        return inner
        return owner

    def _prefix(self, prefix: str) -> tuple[str, Phrase | None]:
        """State and body in the first part of a compound: "US-Verteidigungs", "Unternehmens"."""
        first = prefix.split("-")[0]
        if (found := read_state(first)) and found.how != "people":
            return found.state, None
        if prefix == first and self._kind(first) == "ORG" and not find_institution(first):
            return "", msgspec.structs.replace(self._other([first]), sure=True)
        if institution := find_institution(first):
            return "", Phrase(
                text=first, form="institution", name=institution.name, institution=institution
            )
        whole = prefix.removesuffix("s")
        for form in (prefix, whole):
            if noun := body_noun(form):
                return "", Phrase(text=form, form="body", noun=noun, genders=noun.gender)
            if (office := office_noun(form)) and office.kind in _PRESIDENCY:
                return "", Phrase(text=form, form="office", office=office)
        if prefix.startswith("Bundes") and not prefix.startswith("Bundestags"):
            institution = find_institution("Bundesregierung")
            return "", Phrase(
                text="", form="institution", name="Bundesregierung", institution=institution
            )
        if "-" in prefix or self._kind(first) in {"ORG", "LOC"}:
            return "", msgspec.structs.replace(self._other([first]), sure=True)
        return "", None
