"""What the verbs of a clause tell: future, hearsay, conditions, who is bound by what he says."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.german.clause_words import QUESTION_WORDS
from quellenlage.german.stance import clause_opener, cues_in, is_negation, verb_lemmas
from quellenlage.model import Word

__all__ = [
    "asks",
    "assumes",
    "commits",
    "confirmation",
    "depends_on_condition",
    "goes_on_by",
    "has_no_part",
    "has_past_infinitive",
    "has_would",
    "is_future",
    "is_hearsay",
    "is_likely",
    "is_present_by_adverb",
    "knows_now",
    "main_part",
    "may_bring",
    "might",
    "modals_of",
    "opens_question",
    "rules_nothing_out",
    "speaks_in_first_person",
    "wonders",
]

_MODALS = frozenset({"können", "müssen", "sollen", "dürfen", "wollen", "mögen"})
_WILL = frozenset({"wird", "werden", "werde", "wirst", "werdet", "werd"})
_WOULD = frozenset({"würde", "würden", "würdest"})
_NOW = frozenset({"nun", "jetzt", "derzeit", "gerade", "momentan", "aktuell", "bereits", "schon"})
_STATES = frozenset(
    {"haben", "sein", "bestehen", "gehören", "stammen", "liegen", "geben", "stehen"}
)
"""Infinitives that after "soll" are hearsay: "soll Kontakte haben" (is said to have contacts)."""
_COMMITMENTS = frozenset(
    "ankündigen zusagen versprechen zusichern planen beabsichtigen vorhaben".split()
)
_OWN = frozenset("unser unsere unserem unseren unserer unseres mein meine meinem meinen".split())
_ASKING = frozenset("fragen wissen klären verraten prüfen untersuchen herausfinden".split())
_BRINGING = frozenset("führen bedeuten auslösen bringen verursachen gefährden bewirken".split())
_ASSUMING = frozenset({"ausgehen", "glauben", "annehmen", "vermuten"})
_CASES = frozenset({"fall", "falle", "umständen", "bedingung"})
_ELSE = frozenset({"sonst", "ansonsten", "andernfalls", "gegebenenfalls"})


def modals_of(words: Sequence[Word]) -> set[str]:
    """The finite modals of a clause; "dürfte" is `dürfen:sub2`."""
    found = set()
    for word in words:
        lemma = word.lemma.casefold()
        if word.pos in ("AUX", "VERB") and lemma in _MODALS and (word.finite or lemma == "sollen"):
            found.add(f"{lemma}:sub2" if word.mood == "sub2" and lemma == "dürfen" else lemma)
    return found


def is_hearsay(words: Sequence[Word]) -> bool:
    """Whether "soll" tells what others say: with a perfect infinitive or a state.

    "soll geflohen sein" (is said to have fled), "soll Kontakte haben"; "soll gebaut werden" is a
    plan.
    """
    if "sollen" not in modals_of(words):
        return False
    spoken = [word for word in words if word.pos != "PUNCT"]
    stative = bool(spoken) and spoken[-1].text.casefold() in _STATES
    return stative or has_past_infinitive(words) or _ends_in_participle(spoken)


def _ends_in_participle(words: Sequence[Word]) -> bool:
    """Whether the "haben" of a perfect stands behind an "und": "soll Akten gestohlen |"."""
    last = words[-1] if words else None
    return (
        last is not None
        and last.pos == "VERB"
        and not last.finite
        and last.text.casefold() != last.lemma.casefold()
        and not any(word.lemma.casefold() == "werden" for word in words)
    )


def has_past_infinitive(words: Sequence[Word]) -> bool:
    """Whether a clause has a perfect infinitive: "geflohen sein", "gemeldet haben"."""
    spoken = [word for word in words if word.pos != "PUNCT"]
    return any(
        word.text.casefold() in ("haben", "sein")
        and place > 0
        and _looks_past(spoken[place - 1].text.casefold())
        for place, word in enumerate(spoken)
    )


def _looks_past(text: str) -> bool:
    return text in ("worden", "gewesen", "gehabt") or text.endswith(("t", "en"))


def is_future(words: Sequence[Word]) -> bool:
    """Whether a clause is in the future: werden and an infinitive ("wird kommen").

    With a participle it is the passive of the present ("wird gebaut", is being built).
    """
    return _with_infinitive(words, _WILL)


def has_would(words: Sequence[Word]) -> bool:
    """Whether a clause has würde and an infinitive ("würde helfen", would help)."""
    return _with_infinitive(words, _WOULD)


def _with_infinitive(words: Sequence[Word], forms: frozenset[str]) -> bool:
    auxiliaries = [word for word in words if word.finite and word.text.casefold() in forms]
    return bool(auxiliaries) and any(
        _is_infinitive(words, place)
        for place, word in enumerate(words)
        if not any(word is auxiliary for auxiliary in auxiliaries)
    )


def _is_infinitive(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    text = word.text.casefold()
    if word.pos not in ("VERB", "AUX") or word.finite or not text.endswith("n"):
        return False
    if place and words[place - 1].text.casefold() in ("zu", "um"):
        return False
    return text == word.lemma.casefold() and text != "worden"


def may_bring(words: Sequence[Word]) -> bool:
    """Whether a clause says what something can bring about: "könne zu Engpässen führen"."""
    lemmas = {word.lemma.casefold() for word in words if not word.finite}
    return any(w.finite and w.lemma == "können" for w in words) and bool(lemmas & _BRINGING)


def is_likely(words: Sequence[Word]) -> bool:
    """Whether a clause holds something to come for likely: "wird wahrscheinlich eingesetzt"."""
    likely = any(word.lemma.casefold() in ("wahrscheinlich", "vermutlich") for word in words)
    return likely and any(
        word.finite and word.lemma.casefold() in ("werden", "können") and word.tense != "past"
        for word in words
    )


def main_part(words: Sequence[Word]) -> list[Word]:
    """The words without relative clauses and questions in it, whose mood is their own."""
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.text == ",":
            parts.append([])
        parts[-1].append(word)
    kept = [part for number, part in enumerate(parts) if not number or not _is_aside(part)]
    return [word for part in kept for word in part]


def _is_aside(part: Sequence[Word]) -> bool:
    """Whether a part behind a comma is a relative clause or an embedded question."""
    inner = [word for word in part if word.pos != "PUNCT"]
    finite = [place for place, word in enumerate(inner) if word.finite]
    if not finite:
        return False
    first = inner[1] if inner[0].pos == "ADP" and len(inner) > 1 else inner[0]
    if first.text.casefold() in QUESTION_WORDS:  # behind it may stand "und welche nicht"
        return finite[0] > 1
    return finite[-1] >= len(inner) - 2 and clause_opener(first.text) == "relative"


def might(words: Sequence[Word]) -> bool:
    """Whether a clause only says what might be: "könnte"."""
    return any(w.finite and w.lemma == "können" and w.mood == "sub2" for w in words)


def rules_nothing_out(words: Sequence[Word]) -> bool:
    """Whether a clause says that something may be: "nicht auszuschließen", "schloss nicht aus"."""
    return "ausschliessen" in verb_lemmas(words) and any(map(is_negation, words))


def assumes(words: Sequence[Word]) -> bool:
    """Whether somebody only assumes: "Wir gehen davon aus, dass es regnen wird" decides nothing."""
    return not _ASSUMING.isdisjoint(verb_lemmas(words))


def has_no_part(words: Sequence[Word]) -> bool:
    """Whether somebody says that he has nothing to do with something."""
    texts = [word.text.casefold() for word in words if word.pos != "PUNCT"]
    return any(
        texts[place : place + 3] == ["nichts", "zu", "tun"] for place in range(len(texts) - 2)
    )


def is_present_by_adverb(words: Sequence[Word]) -> bool:
    """Whether a clause says itself that it is about now: "nun", "derzeit"."""
    return any(word.text.casefold() in _NOW for word in words)


def speaks_in_first_person(words: Sequence[Word]) -> bool:
    """Whether somebody speaks about himself: "Wir werden …", "… werde ich nicht"."""
    for place, word in enumerate(words):
        if word.text.casefold() in ("ich", "wir"):
            near = words[max(0, place - 1) : place + 2]
            if any(other.finite and other.pos in ("AUX", "VERB") for other in near):
                return True
    return False


def commits(rule: str, words: Sequence[Word]) -> bool:
    """Whether a passage is about the speaker's own plans or things: "sagte Hilfe zu", "unser Werk".

    `rule` is the one that told its stance.
    """
    if rule == "commitment" or rule.removeprefix("cue:") in _COMMITMENTS:
        return True
    return any(word.lemma.casefold() in _OWN or word.text.casefold() in _OWN for word in words)


KNOWING = "wissen"


def asks(words: Sequence[Word]) -> bool:
    """Whether a clause leaves open what a question behind it asks: "es bleibe abzuwarten, was"."""
    open_cues = {"cannot_confirm", "unknown"} & cues_in(words).keys()
    return bool(open_cues or _ASKING & set(verb_lemmas(words)))


def knows_now(words: Sequence[Word]) -> bool:
    """Whether a verb of knowing is in the present: who *did not know* something leaves nothing open
    now ("er habe das nicht gewusst")."""
    return any(word.lemma == KNOWING and word.finite and word.tense != "past" for word in words)


def opens_question(word: Word) -> bool:
    """Whether a word can open a question: "was", "wie", "welche"."""
    return word.text.casefold() in QUESTION_WORDS


def goes_on_by(word: Word) -> bool:
    """Whether a question word may go on with what was said: "…, was er bestritt", "…, womit er"."""
    return word.text.casefold().startswith(("was", "wo"))


def wonders(words: Sequence[Word]) -> bool:
    """Whether somebody asks himself how far: "fragen sich, inwieweit das hilft"."""
    texts = [word.text.casefold() for word in words]
    asks = [n for n, word in enumerate(words) if word.lemma.casefold() == "fragen" and word.finite]
    himself = any("sich" in {w.text.casefold() for w in _around(words, n)} for n in asks)
    return himself and ("ob" in texts or "inwieweit" in texts or "sehr" in texts)


def depends_on_condition(words: Sequence[Word]) -> bool:
    """Whether a clause names what it depends on: "falls", "in diesem Fall", "sonst".

    Not a condition: "auch wenn" (although), "wenn es um … geht" (as to).
    """
    texts = [word.text.casefold() for word in words]
    for place, text in enumerate(texts):
        if clause_opener(text) == "condition" and not _is_concession(texts, place):
            return True
        if text in _CASES and place and texts[place - 1] in (
            "diesem", "dem", "im", "diesen", "solchen", "einem"
        ):  # fmt: skip
            return True
        if text in _ELSE and place <= 1:
            return True
    return False


def _is_concession(texts: Sequence[str], place: int) -> bool:
    before = texts[place - 1] if place else ""
    after = texts[place + 1 : place + 3]
    return (
        before in ("auch", "selbst", "sogar") or after[:2] == ["es", "um"] or after[:1] == ["auch"]
    )


def confirmation(words: Sequence[Word]) -> str | None:
    """What "bestätigen" says of the claim beside it.

    "bestätigte die Lieferung" `confirms`; under a negation `cannot_confirm`; a suspicion that "sich
    bestätigt" is confirmed, one that does not is denied; "wurden bestätigt" only counts cases.
    """
    verbs = [
        p for p, w in enumerate(words) if w.lemma.casefold() == "bestätigen" and w.pos != "ADJ"
    ]
    if not verbs:
        return None
    part = _around(words, verbs[0])
    texts = {word.text.casefold() for word in part}
    negated = any(is_negation(word) for word in part)
    if "sich" in texts:
        return "denies" if negated else ("" if "sehe" in texts or "sieht" in texts else "confirms")
    if negated:
        return "cannot_confirm"
    passive = any(word.lemma.casefold() == "werden" for word in part)
    return "" if passive else "confirms"


def _around(words: Sequence[Word], place: int) -> Sequence[Word]:
    """The words between the commas around a place."""
    first = next((p + 1 for p in range(place, -1, -1) if words[p].text == ","), 0)
    last = next((p for p in range(place, len(words)) if words[p].text == ","), len(words))
    return words[first:last]
