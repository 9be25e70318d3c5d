"""Persons as speakers, with the office before their name or behind a comma.

Step 3 of `speakerphrases`: "NATO-Generalsekretär Mark Rutte", "der Sprecher des Zolls, Ole Varn".
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quellenlage.german.institutions import body_noun
from quellenlage.german.offices import TITLES, given_name_gender, office_noun
from quellenlage.german.phrase import Phrase
from quellenlage.german.phraseoffices import OfficeReader
from quellenlage.german.phrasewords import is_common, name_end

__all__ = ["PersonReader"]


class PersonReader(OfficeReader):
    """Reads phrases that hold the name of a person."""

    # 3. persons
    def _person(self, core: Sequence[str]) -> Phrase | None:
        place = self._person_place(core)
        if not place:
            return None
        first, last = place
        if self._is_owner(core, first, last):
            return None
        name = " ".join(word for word in core[first:last] if word not in TITLES)
        if not name:
            return None
        rest = [*core[:first], *core[last:]]
        while rest and rest[0] == ",":
            rest = rest[1:]
        rest = rest if not self._to_medium(core[last:]) else list(core[:first])
        described = self._office([word for word in rest if word != ","]) if rest else None
        gender = given_name_gender(name.split()[0]) or ""
        if not described:
            owner = None if self._to_medium(core[last:]) else self._affiliation(core[last:])
            return Phrase(text="", form="person", name=name, genders=gender, owner=owner)
        return msgspec.structs.replace(
            described, form="person", name=name, genders=gender or described.genders
        )

    def _is_owner(self, core: Sequence[str], first: int, last: int) -> bool:
        """Whether a name is only of him whose people speak: "Holms Ärzte", "ein Anwalt Holms"."""
        name = core[first]
        if last != first + 1 or not name.endswith("s") or given_name_gender(name):
            return False
        behind = next((word for word in core[last:] if word[:1].isupper()), "")
        if behind:
            return office_noun(behind) is not None
        base = name.removesuffix("s")
        known = any(other.split()[-1:] == [base] for other, k in self._names.items() if k == "PER")
        return known and first > 0 and office_noun(core[first - 1]) is not None

    def _affiliation(self, behind: Sequence[str]) -> Phrase | None:
        """The body behind a name: "Dr. Holm von Fjordwerft"."""
        if len(behind) > 1 and behind[0].casefold() in {"von", "vom", "der", "des"}:
            return msgspec.structs.replace(self.read(behind[1:]), sure=True)
        return None

    def _to_medium(self, behind: Sequence[str]) -> bool:
        """Whether a paper stands behind a name: to it one speaks, seldom for it.

        "sagte Holm der Inselzeitung", "wird Holm von der Inselzeitung zitiert".
        """
        if len(behind) < 2 or behind[0].casefold() not in {"von", "vom", "der", "dem"}:
            return False
        return self.read(behind[1:]).form in {"medium", "media"}

    def _person_place(self, core: Sequence[str]) -> tuple[int, int] | None:
        """Where in the words the person's name stands."""
        for length in range(min(5, len(core)), 0, -1):
            for first in range(len(core) - length + 1):
                name = " ".join(core[first : first + length])
                if self._kind(name) == "PER":
                    last = first + length
                    if all(map(given_name_gender, core[first:last])):
                        last = max(last, name_end(core, first))
                    return self._widened(core, first, last)
        for first, word in enumerate(core[:-1]):
            if word[:1].isupper() and given_name_gender(word) and not self._kind(word):
                last = name_end(core, first)
                if last > first + 1:
                    return first, last
        return self._after_office(core)

    def _widened(self, core: Sequence[str], first: int, last: int) -> tuple[int, int]:
        """A known surname with the given name before it, which the articles do not know."""
        while first > 0 and given_name_gender(core[first - 1]):
            first -= 1
        return first, last

    def _after_office(self, core: Sequence[str]) -> tuple[int, int] | None:
        """A run of capitalised words behind an office or title, or behind whose office it is.

        "Präsident Ole Varn", "der Sprecher des Zolls Ole Varn", "die Leiterin des Zolls, Eva Holm".
        """
        office = False
        for place, word in enumerate(core[:-1]):
            title = word in TITLES or (word[:1].isupper() and office_noun(word) is not None)
            owner = office and (word == "," or (word.endswith("s") and body_noun(word) is not None))
            office = office or title
            first = place + 1
            if not (title or owner) or not core[first][:1].isupper() or core[first] in TITLES:
                continue
            last = name_end(core, first)
            known = any(is_common(word) for word in core[first:last])
            long_enough = last > first + (0 if title else 1)
            if long_enough and not known and self._kind(" ".join(core[first:last])) != "ORG":
                return first, last
        return None
