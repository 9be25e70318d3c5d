"""What stands around a speaker's span: the office before a name, the party behind it."""

from __future__ import annotations

import re

from quellenlage.german.institutions import find_institution
from quellenlage.german.phrasewords import undetermined, words_of
from quellenlage.german.speakerphrases import NameKinds, read_phrase
from quellenlage.german.states import read_state

__all__ = ["acronym_behind", "antecedent", "joint_parts", "lead_of", "trail_of"]

_LEAD_END = r"(?:[A-ZÄÖÜ][\w\-]*|Dr\.|Prof\.)(?:\s\([\w.\- ]{2,20}\))?,?\s+$"
_MAY_LEAD = re.compile(_LEAD_END)
"""Most names have nothing in capitals before them: that is seen in a tenth of the time."""
_LEAD = re.compile(
    r"(?:^|(?<=[\s„\"(]))(?:(?:[Dd]er|[Dd]ie|[Dd]es|[Dd]em|[Dd]en|[Ee]ine?[rnms]?|[a-zäöüß-]+(?:e|er|en))\s+)?"
    r"(?:(?:[A-ZÄÖÜ][\w\-]*|Dr\.|Prof\.|des|der|von|für|in|im|vom|und|an|am)\s+){0,8}" + _LEAD_END
)
_TRAIL = re.compile(
    r"^\s?\([^()]{2,30}\)|^,\s(?:[a-zäöüß]+\s){0,3}[A-ZÄÖÜ][^,.;:\"“”„()]{3,80}(?=[,.])"
)


def lead_of(before: str) -> str:
    """What stands right before a name and can belong to it: "der Sprecher der Stadt, "."""
    found = _MAY_LEAD.search(before) and _LEAD.search(before)
    return found.group() if found and "\n\n" not in found.group() else ""


def _is_party(name: str) -> bool:
    """Whether a short form is that of a party, which behind a name is no short form of it."""
    found = find_institution(name)
    return found is not None and found.kind == "party"


def trail_of(behind: str) -> str:
    """What stands right behind a name and can belong to it: " (SPD)", ", Leiterin des Museums"."""
    found = _TRAIL.match(behind)
    return found.group() if found and "\n\n" not in found.group() else ""


_JOINT = re.compile(r",\s+(?!(?:der|die|das)\s[a-zäöü]+\s)|\s+(?:und|sowie|als auch)\s+")
_NAMING = frozenset({"person", "institution", "medium", "state", "media"})


LEAST_COMMAS = 2
"""Commas of a list without "und"; one may part a name from what explains it."""


def joint_parts(text: str, names: NameKinds | None = None) -> list[tuple[int, int]]:
    """Where the joint speakers of a span stand in it; one if it names but one.

    "Die USA und die NATO" are two, "Bundesamt für Migration und Flüchtlinge" is one: every part
    must name somebody by itself, and without "und" only a list of states is parted, as in the
    heading "Peru, Chile, Kuba warnen".
    """
    whole = [(0, len(text))]
    marks = list(_JOINT.finditer(text))
    listed = all("," in mark.group() for mark in marks)
    if len(marks) < (LEAST_COMMAS if listed else 1):
        return whole
    if find_institution(" ".join(undetermined(words_of(text)))) or read_state(text):
        return whole
    if any(text[: mark.start()].endswith("-") for mark in marks):
        return whole
    cuts = [0, *(place for mark in marks for place in mark.span()), len(text)]
    parts = list(zip(cuts[::2], cuts[1::2], strict=True))
    phrases = [read_phrase(text[start:end], names) for start, end in parts]
    if listed:
        return parts if all(phrase.form == "state" for phrase in phrases) else whole
    named = all(phrase.form in _NAMING for phrase in phrases)
    groups = all(phrase.form == "office" and not phrase.owner for phrase in phrases)
    return parts if named or groups else whole


_SHORT_BEHIND = re.compile(r"^\s?\(?([A-ZÄÖÜ]{2,6})\)")


def acronym_behind(behind: str) -> str:
    """The short form in brackets right behind a name: " (NIS) in Seoul"."""
    found = _SHORT_BEHIND.match(behind)
    return found.group(1) if found and not _is_party(found.group(1)) else ""


_ANTECEDENT = re.compile(
    r"((?:\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[rnms]?)\s)(?:[a-zäöüß\-]+\s){0,2}[A-ZÄÖÜ][\w\-]+"
    r"(?:\s[A-ZÄÖÜ][\w\-]+)?|[A-ZÄÖÜ][\w\-]+(?:\s[A-ZÄÖÜ][\w\-]+)?)(?:\s[a-zäöüß]{2,9})?\s?,\s?$"
)


def antecedent(before: str) -> str:
    """The noun phrase right before a comma, to which a relative pronoun points."""
    found = _ANTECEDENT.search(before)
    return found.group(1) if found else ""
