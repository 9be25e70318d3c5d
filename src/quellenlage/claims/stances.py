"""Stance: how a passage holds its statement (GUIDE 4).

The first that fits:

1. *formula*: an if-clause with a word of proving ("Sollte sich das bestätigen", should that prove
   true) is conditional on what is to be confirmed, in the article's own voice.
2. *cannot-confirm*: a confirming word or a noun of evidence under a negation ("keine Beweise", no
   proof), "abzuwarten", "unklar", "wissen noch nicht, ob" (do not know yet whether).
3. *denies*, *doubts*, *confirms*: by their cues ("bestreiten", "bezweifeln", "bestätigen").
4. *conditional*: würde, wäre, könnte beside an if-clause; bare könnte and "möglicherweise"; "warnen
   vor". With a word of estimating it is *expects* ("nach Schätzungen könnten es hundert sein").
5. *hearsay*: "soll" with a perfect infinitive ("soll geflohen sein", is said to have fled) is
   asserted, hedged; other "soll", "will", future and words of expecting are *expects*, unless the
   speaker decides about it himself ("Wir werden nicht nachgeben", we shall not give in).
6. Everything else is asserted, hedged by "wohl", "offenbar", "dürfte".
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quellenlage.claims.passages import Passage
from quellenlage.german.stance import (
    cues_in,
    has_past_infinitive,
    is_future,
    modals_of,
    speaks_in_first_person,
    wonders,
)
from quellenlage.model import Stance, Word

__all__ = ["Holding", "holding"]


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """The stance of a passage, the rule that told it, and whether the passage is a formula."""

    stance: Stance
    rule: str
    hedged: bool = False
    formula: bool = False


def holding(passage: Passage) -> Holding:
    """How a passage holds its statement."""
    words = passage.words
    cues = cues_in(words)
    if passage.kind == "condition":
        proves = "proves" in cues or "confirms" in cues
        return Holding(
            stance="conditional", rule="formula" if proves else "condition", formula=proves
        )
    return (
        _answer(passage, cues)
        or _possible(passage, cues)
        or _expected(passage, cues)
        or _plain(passage, cues)
    )


def _answer(passage: Passage, cues: dict[str, str]) -> Holding | None:
    """Steps 2 and 3: what answers a claim somebody made."""
    negated = "negation" in cues
    if negated and ("confirms" in cues or "evidence" in cues):
        return Holding(stance="cannot_confirm", rule="confirmation-negated")
    if negated and "unknown" in cues:
        return Holding(stance="cannot_confirm", rule="not-known")
    if "cannot_confirm" in cues:
        return Holding(stance="cannot_confirm", rule=f"cue:{cues['cannot_confirm']}")
    if "doubts" in cues or wonders(passage.words):
        return Holding(stance="doubts", rule=f"cue:{cues.get('doubts', 'sich fragen')}")
    if "denies" in cues:
        if negated:
            return Holding(stance="cannot_confirm", rule="denial-negated")
        return Holding(stance="denies", rule=f"cue:{cues['denies']}")
    if "confirms" in cues:
        return Holding(stance="confirms", rule=f"cue:{cues['confirms']}")
    return None


def _possible(passage: Passage, cues: dict[str, str]) -> Holding | None:
    """Step 4."""
    words = passage.content or passage.words
    if "conditional" in cues:
        return Holding(stance="conditional", rule=f"cue:{cues['conditional']}")
    moods = {word.mood for word in words if word.finite}
    if passage.conditional and "sub2" in moods:
        return Holding(stance="conditional", rule="under-a-condition")
    might = any(word.finite and word.lemma == "können" and word.mood == "sub2" for word in words)
    if might and "estimate" in cues:
        return Holding(stance="expects", rule="estimate")
    if might or "possible" in cues:
        return Holding(stance="conditional", rule="possible", hedged=True)
    return None


def _expected(passage: Passage, cues: dict[str, str]) -> Holding | None:
    """Step 5."""
    words = passage.content or passage.words
    modals = modals_of(words)
    if "sollen" in modals and has_past_infinitive(words):
        return Holding(stance="asserts", rule="hearsay", hedged=True)
    committed = speaks_in_first_person(words)
    if "expects" in cues:
        return Holding(stance="expects", rule=f"cue:{cues['expects']}")
    if is_future(words) and not committed:
        return Holding(stance="expects", rule="future")
    if modals & {"sollen", "wollen"} and not committed:
        return Holding(stance="expects", rule="planned")
    return None


def _plain(passage: Passage, cues: dict[str, str]) -> Holding:
    """Step 6."""
    modals = modals_of(passage.content or passage.words)
    hedged = "hedge" in cues or "dürfen:sub2" in modals or "estimate" in cues
    return Holding(stance="asserts", rule="hedged" if hedged else "plain", hedged=hedged)


def finite_verbs(words: Sequence[Word]) -> list[Word]:
    """The finite verbs of a passage."""
    return [word for word in words if word.finite]
