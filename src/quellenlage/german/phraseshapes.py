"""Shapes of a speaker's words: plural or one, whose gender, what brackets hold, what points back.

Small questions about the words of one noun phrase; `speakerphrases` asks them in its order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from quellenlage.german.institutions import BodyNoun, body_noun, find_institution
from quellenlage.german.numbers import number_word
from quellenlage.german.offices import Office
from quellenlage.german.phrase import Phrase
from quellenlage.german.phrasewords import is_adjective
from quellenlage.german.references import is_word, pronoun_genders
from quellenlage.german.states import PLURAL_STATES, read_state

__all__ = [
    "adjective_of_body",
    "are_several",
    "gender_by_article",
    "is_mans",
    "is_one",
    "is_plural",
    "of_state",
    "pointer",
    "short_form",
    "with_brackets",
]


def adjective_of_body(core: Sequence[str], place: int) -> bool:
    """Whether what looks like a body's noun is an adjective: "der Zentrale Nachrichtendienst"."""
    ends = core[place].endswith(("e", "en", "er", "es"))
    return ends and place + 1 < len(core) and body_noun(core[place + 1]) is not None


def short_form(word: str) -> bool:
    """Whether a word behind a body's noun is its short form: "das Rechenzentrum RZN"."""
    return word.isupper() and word.isalpha() and 2 <= len(word) <= 6 and not read_state(word)


def pointer(words: Sequence[str]) -> Phrase | None:
    """1. A word that points back."""
    text = " ".join(words)
    if is_word(text, "anaphor"):
        return Phrase(text=text, form="anaphor")
    if len(words) == 1 and is_word(text, "impersonal"):
        return Phrase(text=text, form="impersonal")
    if len(words) == 1 and (genders := pronoun_genders(text)):
        return Phrase(text=text, form="pronoun", genders=genders)
    return None


def with_brackets(phrase: Phrase, bracketed: Sequence[str]) -> Phrase:
    """A party or short form in brackets: "(SPD)", "(NIS)"."""
    short = next((word for word in bracketed if sum(map(str.isupper, word)) > 1), "")
    name = " ".join(bracketed)
    institution = find_institution(name) if name else None
    if phrase.form in {"person", "office"}:
        party = institution.name if institution and institution.kind == "party" else ""
        return msgspec.structs.replace(phrase, party=party or phrase.party)
    if phrase.form in {"body", "name", "institution"} and short.isalnum():
        return msgspec.structs.replace(phrase, acronym=short)
    return phrase


def of_state(state: str, seat: bool) -> Phrase:
    """The phrase that means a state, or its government by the capital."""
    genders = "p" if state in PLURAL_STATES else "n"
    return Phrase(text="", form="state", name=state, state=state, seat=seat, genders=genders)


_DATIVE_PLURAL = re.compile(r"ern$|[äöüÄÖÜ]\w*en$|innen$")
"""Behind "den": "den Ärzten", "den Sprechern"; "den Präsidenten" is left to be one or several."""


def is_plural(phrase: Phrase, core: Sequence[str], article: str) -> bool:
    """Whether an office without a name is that of several: "die Prüfer", "Politikerinnen"."""
    if any(word.lower().endswith("innen") for word in core):
        return True
    bare = bool(core) and core[0].casefold() == article
    several = article == "die" and phrase.office is not None and phrase.office.gender == "m"
    several = several or (article == "den" and bool(_DATIVE_PLURAL.search(core[-1])))
    strong = core[0].endswith("er") and len(core) > 1 and is_adjective(core[0], 0)
    woman = phrase.office is not None and core[-1].endswith(("in", "frau"))
    if strong or (woman and phrase.office and phrase.office.gender == "f"):
        return False
    return several or (bare and phrase.genders != "p" and core[0][:1].isupper())


def are_several(noun: BodyNoun, main: Sequence[str], core: Sequence[str]) -> bool:
    """Whether bodies are named as a crowd: "Fischereivereine", "26 verschiedene Labors"."""
    number = main[0].isdigit() or (number_word(main[0]) or 0) > 1
    if len(main) > len(core) and not is_word(main[0], "indefinite") and not number:
        return False
    head = next((word for word in core if body_noun(word)), "")
    if noun.gender == "p" or not head or core[-1] != head:
        return False
    counted = number or (is_word(main[0], "indefinite") and not is_one(main[0]))
    singular = head.lower().endswith(noun.noun.lower())
    return counted or (not singular and head.lower().endswith(("e", "en", "er", "ern")))


def is_one(word: str) -> bool:
    """Whether a determiner is of one: "ein", "einer", "kein"."""
    return word.lower().lstrip("k").startswith("ein") and not word.lower().startswith("einig")


def is_mans(office: Office, core: Sequence[str], determiner: str) -> bool:
    """Whether an office in -e is a man's: "der Gesandte"; "die Gesandte" is a woman."""
    ends = any(word.lower().endswith(office.noun.lower().removesuffix("r")) for word in core)
    return office.gender == "f" and ends and determiner.lower() in {"der", "dem", "des", "ein"}


def gender_by_article(phrase: Phrase, article: str) -> str:
    """ "der Vorsitzende" is a man although the form is a woman's too."""
    if phrase.genders == "p":
        return "p"
    if phrase.form == "office" and article in {"der", "ein", "dem", "des"} and phrase.office:
        ends = phrase.text.endswith("in")
        return "m" if phrase.office.noun.endswith("er") and not ends else phrase.genders
    return phrase.genders
