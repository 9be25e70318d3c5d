"""Stance: how a passage holds its statement (GUIDE 4).

The first that fits:

1. *formula*: an if-clause with a word of proving ("Sollte sich das bestätigen", should that prove
   true) is conditional on what is to be confirmed, in the article's own voice.
2. *answers*: "nicht bestätigen", "keine Beweise" (no proof), "abzuwarten", "wissen noch nicht"
   cannot confirm; "bestreiten", "ist falsch" deny; "bezweifeln" doubts; "bestätigen" confirms.
3. *conditional*: whatever stands beside an if-clause or "in diesem Fall" (in that case); würde and
   könnte by themselves, "möglicherweise"; "warnen vor". With a word of estimating a könnte is
   *expects* ("nach Schätzungen könnten es hundert sein").
4. *hearsay*: "soll" with a perfect infinitive ("soll geflohen sein", is said to have fled) is
   asserted, hedged.
5. *expects*: "soll", "will", the future and words of expecting, unless the speaker decides about
   it himself: "Wir werden …"; "werde es nicht geben" (there will be none).
6. Everything else is asserted, hedged by "wohl", "offenbar", "dürfte".
"""

from __future__ import annotations

import msgspec

from quellenlage.claims.passages import Passage
from quellenlage.german.clause_mood import (
    assumes,
    confirmation,
    depends_on_condition,
    has_no_part,
    has_would,
    is_future,
    is_hearsay,
    is_likely,
    is_present_by_adverb,
    knows_now,
    main_part,
    may_bring,
    might,
    modals_of,
    rules_nothing_out,
    speaks_in_first_person,
    wonders,
)
from quellenlage.german.predicates import provides
from quellenlage.german.stance import Cue, cues_in
from quellenlage.model import Stance

__all__ = ["CONFIRMATION", "Holding", "holding"]

Cues = dict[str, Cue]


CONFIRMATION = "bestätigen"
"""The rule of what was confirmed or not: its negation belongs to the verb."""


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """The stance of a passage, the rule that told it, and whether the passage is a formula."""

    stance: Stance
    rule: str
    hedged: bool = False
    formula: bool = False


def holding(passage: Passage) -> Holding:
    """How a passage holds its statement."""
    cues = cues_in(passage.words)
    if passage.kind == "condition":
        return _condition(passage, cues)
    return (
        _answer(passage, cues)
        or _possible(passage, cues)
        or _expected(passage, cues)
        or _plain(passage, cues)
    )


def _condition(passage: Passage, cues: Cues) -> Holding:
    """Step 1."""
    proves = "proves" in cues or confirmation(passage.words) is not None
    return Holding(stance="conditional", rule="formula" if proves else "condition", formula=proves)


def _answer(passage: Passage, cues: Cues) -> Holding | None:
    """Step 2."""
    if confirmed := confirmation(passage.words):
        return Holding(stance=confirmed, rule=CONFIRMATION)  # type: ignore[arg-type]
    for stance in ("evidence", "confirms"):
        if stance in cues and cues[stance].negated:
            return Holding(stance="cannot_confirm", rule="no-evidence")
    if "unknown" in cues and cues["unknown"].negated and knows_now(passage.words):
        return Holding(stance="cannot_confirm", rule="not-known")
    if "cannot_confirm" in cues and not cues["cannot_confirm"].negated:
        return Holding(stance="cannot_confirm", rule=f"cue:{cues['cannot_confirm'].word}")
    if "doubts" in cues and not cues["doubts"].negated:
        return Holding(stance="doubts", rule=f"cue:{cues['doubts'].word}")
    if wonders(passage.words) or ("believe" in cues and cues["believe"].negated):
        return Holding(stance="doubts", rule="asks-himself")
    if has_no_part(passage.words):
        return Holding(stance="denies", rule="no-part-in-it")
    if "denies" in cues:
        if cues["denies"].negated:
            return Holding(stance="asserts", rule="denial-negated")
        return Holding(stance="denies", rule=f"cue:{cues['denies'].word}")
    if "confirms" in cues:
        return Holding(stance="confirms", rule=f"cue:{cues['confirms'].word}")
    return None


def _possible(passage: Passage, cues: Cues) -> Holding | None:
    """Steps 3 and 4."""
    words = main_part(passage.content or passage.words)
    if "conditional" in cues:
        return Holding(stance="conditional", rule=f"cue:{cues['conditional'].word}")
    if (passage.conditional or depends_on_condition(words)) and not provides(words):
        return Holding(stance="conditional", rule="under-a-condition")
    if is_hearsay(words):
        return Holding(stance="asserts", rule="hearsay", hedged=True)
    if might(words) and "estimate" in cues:
        return Holding(stance="expects", rule="estimate")
    if is_likely(words):
        return Holding(stance="expects", rule="likely", hedged=True)
    if might(words) or may_bring(words) or rules_nothing_out(words) or "possible" in cues_in(words):
        return Holding(stance="conditional", rule="possible", hedged=True)
    if has_would(words) and _is_literal(passage):
        return Holding(stance="conditional", rule="would")
    return None


def _is_literal(passage: Passage) -> bool:
    """Whether a passage stands as it was said, so that würde is no replaced Konjunktiv I."""
    return passage.attribution is None or passage.attribution.type == "Direct"


def _expected(passage: Passage, cues: Cues) -> Holding | None:
    """Step 5."""
    words = main_part(passage.content or passage.words)
    if "expects" in cues:
        return Holding(stance="expects", rule=f"cue:{cues['expects'].word}")
    future = is_future(words) or (has_would(words) and not is_present_by_adverb(words))
    planned = bool(modals_of(words) & {"sollen", "wollen"})
    if not future and not planned:
        return None
    if not assumes(words) and (speaks_in_first_person(words) or "negation" in cues):
        return Holding(stance="asserts", rule="commitment")
    return Holding(stance="expects", rule="future" if future else "planned")


def _plain(passage: Passage, cues: Cues) -> Holding:
    """Step 6."""
    modals = modals_of(passage.content or passage.words)
    hedged = "hedge" in cues or "dürfen:sub2" in modals or "estimate" in cues
    return Holding(stance="asserts", rule="hedged" if hedged else "plain", hedged=hedged)
