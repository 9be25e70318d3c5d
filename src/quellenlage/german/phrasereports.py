"""What somebody gave out, and papers whose name looks like it.

Step 2 of `speakerphrases`: "Schätzungen aus Seoul", "Polizeiangaben", "örtliche Medien".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from quellenlage.german.date_lexicon import tells_when
from quellenlage.german.institutions import Medium, find_institution, find_medium, looks_like_medium
from quellenlage.german.nominative import paper_nominative
from quellenlage.german.phrase import Form, Phrase
from quellenlage.german.phrasebodies import BodyReader
from quellenlage.german.phrasewords import (
    after_preposition,
    has_self,
    is_adjective,
    is_preposition,
    state_of,
)
from quellenlage.german.references import information_noun, is_word

__all__ = ["ReportReader"]

LONGEST_MASTHEAD = 4
"""Words of a paper's name that is known by its form only."""
_OF_STATES = frozenset({"body", "office"})
"""Forms whose state stands before them: "russische Regierungskreise"."""


class ReportReader(BodyReader):
    """Reads phrases with the noun of something told, by its owner."""

    # 2. what somebody gave out, and papers whose name looks like it
    def _paper(self, core: Sequence[str]) -> Phrase | None:
        name = " ".join(core)
        shaped = (len(core) > 1 or "-" in name) and looks_like_medium(name)
        shaped = shaped and len(core) <= LONGEST_MASTHEAD and not any(map(str.islower, core))
        if not name[:1].isupper() or not shaped or (information_noun(core[-1]) and len(core) > 2):
            return None
        known = find_medium(name) or Medium(paper_nominative(core), "outlet")
        return Phrase(text="", form="medium", name=known.name, medium=known)

    def _report(self, core: Sequence[str], main: Sequence[str]) -> Phrase | None:
        place = next((i for i, word in enumerate(core) if not is_adjective(word, i)), None)
        found = information_noun(core[place]) if place is not None else None
        if found is None or place is None:
            return None
        before, behind = core[:place], after_preposition(core[place + 1 :])
        if found.kind == "hearsay":
            return Phrase(text="", form="hearsay")
        state = state_of(before)
        if found.kind == "media":
            return self._media(core[place].lower(), before, core[place + 1 :], state)
        owner = self.read(behind) if behind and not tells_when(behind[0]) else None
        if found.owner:
            owner = owner or self._owner_in_compound(found.owner)
        if state and not owner:
            owner = Phrase(text="", form="state", name=state, state=state)
        elif state and owner and owner.form in _OF_STATES and not owner.state:
            owner = msgspec.structs.replace(owner, state=state)
        if (
            not owner
            and found.kind != "insiders"
            and main
            and (is_word(main[0], "determiner") or has_self(main))
        ):
            return Phrase(text="", form="anaphor", name="self" if has_self(main) else "")
        form: Form = "insiders" if found.kind == "insiders" else "report"
        return Phrase(text="", form=form, owner=owner, name=core[place], state=state)

    def _owner_in_compound(self, word: str) -> Phrase | None:
        """Whose "Polizeiangaben" are; a "Sonderbericht" (special report) is nobody's."""
        several = find_institution(word) is None and not self._kind(word) and self._body([word])
        owner = several or self.read([word])
        known = owner.form not in {"group", "name", "report"} or self._kind(word) == "ORG"
        return owner if known or word.isupper() else None

    def _media(self, noun: str, before: Sequence[str], behind: Sequence[str], state: str) -> Phrase:
        name = " ".join(word for word in behind if word[:1].isupper())
        if name and (medium := find_medium(name)):
            return Phrase(text="", form="medium", medium=medium, name=medium.name)
        if name and not is_preposition(behind[0]):
            kind: Literal["agency", "outlet"] = "agency" if "agentur" in noun else "outlet"
            return Phrase(text="", form="medium", medium=Medium(name, kind), name=name)
        if name and behind[0] in {"der", "des"}:
            house = f"{noun[:1].upper()}{noun[1:]} {behind[0]} {name}"
            return Phrase(text="", form="media", name=house, attributes=(name,))
        return Phrase(text="", form="media", name=noun, state=state, attributes=tuple(before))
