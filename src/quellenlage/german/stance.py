"""Stance cues: the words that tell how a statement is held, and what they do to it.

"bestätigen" confirms, under "nicht" it cannot confirm; "bestreiten" denies; "voraussichtlich"
expects; "wohl" hedges. The entries, each with an example, are in `data/stance_cues.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from quellenlage.german.tables import rows
from quellenlage.model import Word

__all__ = [
    "clause_opener",
    "cue_of",
    "cues_in",
    "has_cue",
    "has_past_infinitive",
    "is_content",
    "is_future",
    "is_negated",
    "is_stance_word",
    "modals_of",
    "speaks_in_first_person",
    "verb_lemmas",
    "wonders",
]

_PARTICLES = frozenset(
    [
        "ab",
        "an",
        "auf",
        "aus",
        "bei",
        "ein",
        "fest",
        "heim",
        "her",
        "hin",
        "los",
        "mit",
        "nach",
        "vor",
        "vorher",
        "voraus",
        "weg",
        "zu",
        "zurück",
        "zusammen",
        "infrage",
        "bevor",
        "wider",
        "heraus",
        "hinaus",
        "hervor",
        "weiter",
        "herunter",
    ]
)
"""Separable verb particles: "wies … zurück" is *zurückweisen*."""


@cache
def _cues() -> dict[tuple[str, str], str]:
    return {(word.casefold(), kind): stance for word, kind, stance, _ in rows("stance_cues", 4)[1:]}


@cache
def _openers() -> dict[str, str]:
    return {word: kind for word, kind, _ in rows("clause_openers", 3)}


def clause_opener(word: str) -> str | None:
    """What a clause that begins with a word is to the one before; None if the word opens none."""
    return _openers().get(word.casefold())


def verb_lemmas(words: Sequence[Word]) -> list[str]:
    """The verbs of a clause, separated particles put back: "weist das zurück" → zurückweisen."""
    particles = [w.text.casefold() for w in words if w.text.casefold() in _PARTICLES]
    found = []
    for word in words:
        if word.pos not in ("VERB", "AUX"):
            continue
        lemma = word.lemma.casefold()
        found.append(lemma)
        if word.finite:
            found += [particle + lemma for particle in particles]
    return found


def cue_of(words: Sequence[Word], stances: Iterable[str]) -> str | None:
    """The first of some stances for which a cue stands in a clause."""
    held = cues_in(words)
    return next((stance for stance in stances if stance in held), None)


def has_cue(words: Sequence[Word], stance: str) -> bool:
    """Whether a clause has a cue for a stance."""
    return stance in cues_in(words)


def cues_in(words: Sequence[Word]) -> dict[str, str]:
    """The stances for which a clause has cues, each with the cue."""
    cues = _cues()
    found: dict[str, str] = {}
    for lemma in verb_lemmas(words):
        if stance := cues.get((lemma, "verb")):
            found.setdefault(stance, lemma)
    for word in words:
        forms = {word.lemma.casefold(), word.text.casefold()}
        for kind in ("noun", "adjective", "adverb", "particle", "subordinator"):
            for form in forms:
                if stance := cues.get((form, kind)):
                    found.setdefault(stance, form)
    return found


def is_negated(words: Sequence[Word]) -> bool:
    """Whether a clause has a negation: nicht, kein, nie, weder."""
    return "negation" in cues_in(words)


_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def is_content(word: Word) -> bool:
    """Whether a word says something by itself: no modal, auxiliary, pronoun or mark."""
    return word.pos in _CONTENT and word.lemma.casefold() not in _EMPTY


_EMPTY = frozenset(
    [
        "sein",
        "haben",
        "werden",
        "können",
        "müssen",
        "sollen",
        "dürfen",
        "wollen",
        "mögen",
        "lassen",
        "geben",
        "machen",
        "tun",
        "gehen",
        "kommen",
        "anderer",
        "andere",
        "weit",
        "weiter",
    ]
)
"""Verbs and adjectives that say little by themselves: "es gibt", "weitere"."""


def modals_of(words: Sequence[Word]) -> set[str]:
    """The finite modals of a clause; "dürfte" is `dürfen:sub2`."""
    found = set()
    for word in words:
        lemma = word.lemma.casefold()
        if word.pos in ("AUX", "VERB") and lemma in _MODALS and (word.finite or lemma == "sollen"):
            found.add(f"{lemma}:sub2" if word.mood == "sub2" and lemma == "dürfen" else lemma)
    return found


_MODALS = frozenset({"können", "müssen", "sollen", "dürfen", "wollen", "mögen"})


def has_past_infinitive(words: Sequence[Word]) -> bool:
    """Whether a clause ends in a perfect infinitive: "geflohen sein", "gemeldet haben"."""
    texts = [word.text.casefold() for word in words if word.pos != "PUNCT"]
    return any(
        text in ("haben", "sein") and place and _looks_past(texts[place - 1])
        for place, text in enumerate(texts)
    )


def _looks_past(text: str) -> bool:
    return text in ("worden", "gewesen", "gehabt") or text.endswith(("t", "en"))


def is_future(words: Sequence[Word]) -> bool:
    """Whether a clause is in the future: werden and an infinitive ("wird kommen").

    With a participle it is the passive of the present ("wird gebaut", is being built).
    """
    will = [w for w in words if w.finite and w.lemma == "werden" and w.mood != "sub2"]
    would = [w for w in words if w.finite and w.text.casefold() in ("würde", "würden")]
    if not will and not would:
        return False
    return any(
        w.pos in ("VERB", "AUX") and not w.finite and w.text.casefold() == w.lemma.casefold()
        for w in words
        if w.lemma != "werden" or w.text.casefold() == "werden"
    ) and any(
        w.pos in ("VERB", "AUX")
        and not w.finite
        and w.text.casefold() == w.lemma.casefold()
        and w not in will
        for w in words
    )


def speaks_in_first_person(words: Sequence[Word]) -> bool:
    """Whether somebody speaks about himself: "Wir werden …", "Ich will …"."""
    return any(word.text.casefold() in ("ich", "wir") for word in words)


def wonders(words: Sequence[Word]) -> bool:
    """Whether somebody asks himself: "fragen sich, wie sehr das hilft"."""
    texts = [word.text.casefold() for word in words]
    return "sich" in texts and any(
        word.lemma.casefold() == "fragen" and word.finite for word in words
    )


def is_stance_word(word: Word) -> bool:
    """Whether a word only tells how a statement is held: "bestätigen", "voraussichtlich"."""
    cues = _cues()
    forms = (word.lemma.casefold(), word.text.casefold())
    return any(
        (form, kind) in cues for form in forms for kind in ("verb", "noun", "adverb")
    ) and not any(cues.get((form, "verb")) in _EVENTFUL for form in forms)


_EVENTFUL = frozenset({"expects"})
"""Stances whose verbs are also events of their own: "ankündigen", "planen"."""
