"""A clause said plainly: a main clause in the indicative, of its own subject, without frame.

1. Marks and joining words around the clause fall away, and a connective before its verb
   ("Allerdings war der Damm undicht" → "Der Damm war undicht").
2. A subordinate clause becomes a main clause: its verb moves from the end behind the first
   constituent ("dass der Damm undicht gewesen sei" → "Der Damm ist undicht gewesen"), and leaves a
   separable part where it was ("dass er zurücktrete" → "Er tritt zurück").
3. A clause that begins with its verb, because what stood before it was cut, gets its first
   constituent before it ("flossen etwa 200 Liter in den Fluss" → "Etwa 200 Liter flossen …").
4. Reported mood becomes indicative (`indicative`).

A step that is not certain leaves the clause undone: the caller takes another, or the original.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.german.clause_words import NEGATIONS, PRONOUNS_OBJECT
from quellenlage.german.constituents import constituent_end
from quellenlage.german.indicative import indicative_form, particle_of
from quellenlage.german.morphology import MODALS
from quellenlage.german.stance import clause_opener
from quellenlage.german.tables import word_set
from quellenlage.model import Word

__all__ = [
    "clause_at_issue",
    "is_frame_closer",
    "joined",
    "main_clause",
    "runs_together",
]

_QUOTES = frozenset("\"„“”»«‚‘'")
_ENDS = frozenset({"complement", "adverbial", "condition"})
_STATING = frozenset({"dass", "daß", "weil", "da", "nachdem", "wonach", "obwohl", "obgleich"})
"""Openers whose clause holds by itself; "wenn", "ob", "damit" state nothing without the rest."""
_AT_ISSUE = frozenset({"dass", "daß", "wonach", "ob"})
"""Openers of a clause that says what is denied, confirmed or left open."""
_TWOFOLD = frozenset({"während", "um", "ohne", "statt", "anstatt", "als", "wie"})
"""Openers that are prepositions too: "während der Nacht"."""
_TIGHT = frozenset(",.;:!?)")
_LIGHT = frozenset({"nicht", "auch", "ja", "wohl", "doch", "aber", "es"}) | NEGATIONS
_WEAK = PRONOUNS_OBJECT - {"ihr"}
_PARTING = frozenset({"coordinator", *_ENDS})
_FARTHEST_VERB = 12
"""Words before the verb of a main clause beyond which it was surely read wrong."""


def main_clause(
    words: Sequence[Word], *, reported: bool, before: Sequence[Word] = (), at_issue: bool = False
) -> str | None:
    """The words as one main clause in the indicative; None if it cannot be made for certain.

    `before` is what its sentence says before it, of which a clause behind "und" has its subject. A
    clause with "ob" states something only where it is what is `at_issue`.
    """
    kept, opener = _bare(words)
    if not kept or (_goes_on(words) and not kept[0].finite and _lists(before)):
        return None
    stating = _STATING | _AT_ISSUE if at_issue else _STATING
    if opener:
        ordered = _from_subordinate(kept) if opener in stating else None
    elif kept[0].finite and (_goes_on(words) or _states_before(before)):
        ordered = _with_subject(kept, before)
    else:
        ordered = _from_main(kept)
    if ordered is None or _has_first_person(ordered) or _lacks_infinitive(kept):
        return None
    forms = [
        part if isinstance(part, str) else indicative_form(part, reported=reported)
        for part in ordered
    ]
    known = [form for form in forms if form is not None]
    if len(known) < len(forms):
        return None
    return _sentence(known, ordered)


def clause_at_issue(words: Sequence[Word]) -> Sequence[Word] | None:
    """The clause that says what an answer is about: "bestritt, [dass das Tor offen war]", "[Ob das
    Tor offen war], ist unklar"."""
    for place, word in enumerate(words):
        opens = place == 0 or words[place - 1].text == ","
        if opens and word.text.casefold() in _AT_ISSUE:
            clause = words[place:]
            ends = (
                n
                for n, word in enumerate(clause)
                if word.text in ",;–" and clause[n - 1].finite and not _goes_on_to_do(clause[n:])
            )
            return clause[: next(ends, len(clause))]
    return None


def _goes_on_to_do(words: Sequence[Word]) -> bool:
    """Whether an infinitive goes on with a clause: "…, Schulden, die er hat, nicht zu zahlen"."""
    for word in words:
        if word.text == "zu":
            return True
        if word.finite and word.pos != "PUNCT":
            break
    return any(word.text == "zu" for word in words[-4:-1])


def _goes_on(words: Sequence[Word]) -> bool:
    """Whether a clause begins with "und" or a like word."""
    first = next((word for word in words if word.pos != "PUNCT"), None)
    return first is not None and clause_opener(first.text) == "coordinator"


def _states_before(before: Sequence[Word]) -> bool:
    """Whether a main clause stands before: "Der Hafen ist alt, hat aber keinen Kran"."""
    earlier, opener = _bare(before)
    states = bool(earlier) and not opener and not earlier[0].finite
    return states and any(word.finite for word in earlier)


def _lists(before: Sequence[Word]) -> bool:
    """Whether what stands before "und" is a member of a list: "Salz, Öl und Fisch"."""
    comma = max((n for n, word in enumerate(before) if word.text == ","), default=-1)
    member = before[comma + 1 :]
    return bool(member) and not any(word.finite for word in member)


def _with_subject(words: list[Word], before: Sequence[Word]) -> list[Part] | None:
    """A clause behind "und" with the subject that it shares with the clause before.

    Behind a colon somebody else may speak, of something else.
    """
    colon = max((n + 1 for n, word in enumerate(before) if word.text == ":"), default=0)
    earlier, opener = _bare(before[colon:])
    if not earlier or opener:
        return None
    end = constituent_end(earlier, 0)
    if end is None or end >= len(earlier) or not earlier[end].finite:
        return None
    plural = [verb.text.endswith("n") for verb in (earlier[end], words[0])]
    if earlier[0].pos in ("ADP", "ADV") or plural[0] != plural[1]:
        return None
    return [*earlier[:end], *words]


def joined(words: Sequence[Word]) -> str:
    """The words as they stand, as a sentence: first letter large, one final mark."""
    kept = [word for word in words if word.text not in _QUOTES]
    while kept and kept[0].pos == "PUNCT":
        kept = kept[1:]
    while kept and kept[-1].pos == "PUNCT":
        kept = kept[:-1]
    return _sentence([word.text for word in kept], kept)


def runs_together(words: Sequence[Word]) -> bool:
    """Whether two finite verbs follow without a mark or joining word: glued sentences."""
    parted = True
    for word in words:
        if word.pos in ("PUNCT", "CCONJ", "SCONJ") or clause_opener(word.text) in _PARTING:
            parted = True
        elif word.finite:
            if not parted:
                return True
            parted = False
    return False


def is_frame_closer(word: Word) -> bool:
    """Whether a word ends a phrase that names a source: "Berichten zufolge"."""
    return word.text.casefold() in ("zufolge", "nach")


Part = Word | str
"""A word of the clause, or what a rule put there."""


def _bare(words: Sequence[Word]) -> tuple[list[Word], str]:
    """Step 1: the clause without marks and joining words, and the word that subordinates it."""
    kept = [word for word in words if word.text not in _QUOTES]
    opener = ""
    while kept:
        text = kept[0].text.casefold()
        kind = clause_opener(text)
        if kept[0].pos == "PUNCT" or kind == "coordinator":
            kept = kept[1:]
        elif kind in _ENDS and not opener and not (text in _TWOFOLD and kept[0].pos == "ADP"):
            opener, kept = text, kept[1:]
        else:
            break
    while kept and kept[-1].pos in ("PUNCT", "CCONJ"):
        kept = kept[:-1]
    return _without_doubled_marks(kept), opener


def _without_doubled_marks(words: Sequence[Word]) -> list[Word]:
    """The words without the commas around what was cut between them."""
    kept: list[Word] = []
    for word in words:
        if word.text == "," and kept and kept[-1].text == ",":
            if not _closes_clause(kept[:-1]):
                kept.pop()
            continue
        kept.append(word)
    return kept


def _closes_clause(words: Sequence[Word]) -> bool:
    """Whether words end with a subordinate clause, which needs its comma."""
    last = next((n for n in range(len(words) - 1, -1, -1) if words[n].text == ","), None)
    if last is None or last + 1 >= len(words):
        return False
    return words[-1].finite and clause_opener(words[last + 1].text) is not None


def _from_main(words: list[Word]) -> list[Part] | None:
    """Step 3: the clause with one constituent before its verb."""
    verb = _second_verb(words)
    if verb is None:
        return None
    if verb and (words[verb - 1].text == "," or words[verb - 1].pos in ("VERB", "AUX")):
        return None
    if runs_together(words):
        return None
    if verb == 1 and words[0].text.casefold() in word_set("connectives"):
        return _fronted(words[1:])
    return _fronted(words) if verb == 0 else list(words)


def _second_verb(words: Sequence[Word]) -> int | None:
    """The place of the finite verb of the main clause; None if it is not near its front."""
    place = 0
    if words[0].finite:
        return 0
    while place < len(words):
        end = constituent_end(words, place)
        if end is None or end >= len(words):
            break
        if words[end].finite:
            return end
        place = end
        if place > _FARTHEST_VERB:
            break
    first = next((n for n, word in enumerate(words) if word.finite), None)
    if first is None or first > _FARTHEST_VERB or first == len(words) - 1 > 2:
        return None
    return first if all(word.text != "," for word in words[:first]) else None


def _fronted(words: list[Word]) -> list[Part] | None:
    """A clause that begins with its verb, with the first full constituent put before it."""
    start = 1
    while start < len(words) and words[start].text.casefold() in _WEAK | (_LIGHT - {"es"}):
        start += 1
    end = constituent_end(words, start)
    if end is None or end >= len(words) or (start > 1 and words[start].pos == "ADP"):
        return None
    front: list[Part] = list(words[start:end])
    verb = words[0]
    return [*front, verb, *words[1:start], *words[end:]]


def _from_subordinate(words: list[Word]) -> list[Part] | None:
    """Step 2: the clause with its verb behind its first constituent."""
    verb = _last_verb(words)
    if verb is None:
        return None
    start = 0
    while start < verb and words[start].text.casefold() in _WEAK | _LIGHT - {"es"}:
        start += 1
    end = constituent_end(words, start)
    if end is None or end > verb or any(word.finite for word in words[start:end][:1]):
        return None
    return [
        *words[start:end],
        *_split(words[verb])[:1],
        *words[:start],
        *words[end:verb],
        *_split(words[verb])[1:],
        *words[verb + 1 :],
    ]


def _last_verb(words: Sequence[Word]) -> int | None:
    """The place of the verb that ends a subordinate clause; None if it holds several clauses."""
    ends = [
        n
        for n, word in enumerate(words)
        if word.finite and (n + 1 == len(words) or words[n + 1].text in (",", ";", ":", "–"))
    ]
    own = [n for n in ends if not _in_relative(words, n)]
    others = [n for n, word in enumerate(words) if word.finite and n not in ends]
    return own[0] if len(own) == 1 and not others else None


def _in_relative(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb ends a clause of its own inside or behind the clause."""
    comma = next((n for n in range(verb - 1, -1, -1) if words[n].text == ","), None)
    if comma is None or comma + 1 >= len(words):
        return False
    first, second = words[comma + 1], words[min(comma + 2, len(words) - 1)]
    kinds = {clause_opener(first.text)}
    if first.pos == "ADP":
        kinds.add(clause_opener(second.text))
    return bool(kinds & {"relative", "complement", "adverbial", "condition"})


def _split(verb: Word) -> list[Part]:
    """A verb as it stands second, and its separable part if it has one."""
    part = particle_of(verb.text.casefold())
    if not part:
        return [verb]
    from_lemma = verb.lemma.casefold().removeprefix(part)
    rest = Word(
        start=verb.start + len(part),
        end=verb.end,
        text=verb.text[len(part) :],
        lemma=from_lemma,
        pos=verb.pos,
        finite=True,
        mood=verb.mood,
        tense=verb.tense,
    )
    return [rest, part]


def _has_first_person(parts: Sequence[Part]) -> bool:
    """Whether somebody speaks of himself, which nobody understands without the speaker."""
    return any(
        not isinstance(part, str)
        and part.text.casefold() in ("ich", "wir", "uns", "mich", "mir", "unser", "unsere")
        for part in parts
    )


def _lacks_infinitive(words: Sequence[Word]) -> bool:
    """Whether a modal lacks its infinitive, which stood behind an "und": "soll geflohen |"."""
    verbs = [word for word in words if word.pos in ("VERB", "AUX")]
    modals = [word for word in verbs if word.finite and word.lemma.lower() in MODALS]
    return bool(modals) and not any(
        word.text.lower() in (word.lemma.lower(), "sein") and word not in modals for word in verbs
    )


def _sentence(forms: Sequence[str], parts: Sequence[Part]) -> str:
    """Forms joined as in the text where neighbours stay neighbours, and ended by a full stop."""
    out = ""
    for place, form in enumerate(forms):
        before = parts[place - 1] if place else None
        here = parts[place]
        glued = (
            isinstance(before, Word) and isinstance(here, Word) and before.end == here.start
        ) or form in _TIGHT
        small = place and isinstance(here, Word) and here.pos not in ("NOUN", "PROPN", "X", "ADJ")
        lowered = form.lower() if small and _was_first(here, parts) else form
        out += lowered if not out or glued else f" {lowered}"
    out = out.strip(" ,;:–-")
    return f"{out[:1].upper()}{out[1:]}." if out else ""


def _was_first(part: Part, parts: Sequence[Part]) -> bool:
    """Whether a word began the clause before another was put there."""
    starts = [other.start for other in parts if isinstance(other, Word)]
    return isinstance(part, Word) and part.start == min(starts, default=-1)
