"""How a speaker is put into words: reads a noun phrase for who speaks and for whom.

"NATO-Generalsekretär Mark Rutte", "der Sprecher des Außenministeriums, Jan Holm", "Südkoreas
Geheimdienst", "Angaben des Unternehmens", "viele Experten", "ihm". The steps, first that fits:

1. a word that points back: pronoun, "demnach", "man";
2. what somebody gave out: its owner is read ("Schätzungen aus Seoul" → Seoul), or nobody is named;
3. a person's name, with the office before it or behind a comma;
4. a body with a name of its own, a medium or agency;
5. an office without a name ("ein Sprecher der Stadt"), or a noun that heads a body;
6. a state, by its name, capital or people;
7. anything else: a name if it begins with a capital letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from quellenlage.german.institutions import (
    BodyNoun,
    Institution,
    Medium,
    body_noun,
    find_institution,
    find_medium,
    looks_like_medium,
)
from quellenlage.german.offices import TITLES, Office, given_name_gender, office_noun
from quellenlage.german.references import information_noun, is_word, pronoun_genders
from quellenlage.german.states import PLURAL_STATES, read_state

__all__ = [
    "Form",
    "NameKinds",
    "Phrase",
    "acronym_behind",
    "antecedent",
    "joint_parts",
    "lead_of",
    "read_phrase",
    "trail_of",
    "words_of",
]

Form = Literal[
    "pronoun", "anaphor", "impersonal", "report", "insiders", "media", "hearsay", "person", "office",
    "institution", "medium", "body", "state", "group", "name",
]  # fmt: skip
NameKinds = dict[str, str]
"""Names known from the articles, as they stand there: PER, ORG, LOC or MISC."""

MOST_WORDS = 60
"""A longer span is no speaker's name; only this much of it is read."""
_WORD = re.compile(r"[^\W_]+(?:[.\-‐‑'’&/][^\W_]+)*\.?(?:-(?=\s))?|[(),;:]")
_QUOTES = re.compile(r"[\"„“”»«‚‘‹›]")
_PREPOSITIONS = frozenset(
    [
        "von",
        "vom",
        "der",
        "des",
        "in",
        "im",
        "aus",
        "bei",
        "beim",
        "für",
        "an",
        "am",
        "zu",
        "zum",
        "zur",
        "über",
        "um",
    ]
)
_ABOUT = frozenset(["über", "zu", "zum", "zur", "für", "um", "an", "am"])
_PLACE_PREPOSITIONS = frozenset(["in", "aus", "von", "im"])
_NAME_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "di",
        "da",
        "del",
        "della",
        "dos",
        "bin",
        "ibn",
        "al",
        "el",
        "zu",
        "zur",
        "le",
        "la",
    ]
)
_NAMED_KINDS = frozenset({"company", "bank"})
"""Kinds of bodies whose noun only describes: what they are called stands beside it."""
_PRESIDENCY = frozenset({"headofstate", "headofgovernment", "minister"})


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker as put into words."""

    text: str
    form: Form
    name: str = ""
    office: Office | None = None
    noun: BodyNoun | None = None
    institution: Institution | None = None
    medium: Medium | None = None
    state: str = ""
    seat: bool = False
    owner: Phrase | None = None
    acronym: str = ""
    party: str = ""
    genders: str = ""
    indefinite: bool = False
    possessive: bool = False
    sure: bool = False
    attributes: tuple[str, ...] = ()


def words_of(text: str) -> list[str]:
    """The words of a phrase, with commas and brackets; quotation marks aside."""
    return _WORD.findall(_QUOTES.sub(" ", text))[:MOST_WORDS]


def read_phrase(text: str, names: NameKinds | None = None) -> Phrase:
    """A speaker's span read for who speaks and for whom; every text gives something."""
    text = _last_line(text)
    words = words_of(text)
    clean = " ".join(_QUOTES.sub(" ", text).split())
    while words and (is_word(words[0], "particle") or words[0] in ",;:()"):
        words = words[1:]
    while words and (words[-1] in ",;:(" or is_word(words[-1], "particle")):
        words = words[:-1]
    return msgspec.structs.replace(_Reader(names or {}).read(words), text=clean)


_LEAD = re.compile(
    r"(?:^|(?<=[\s„\"(]))(?:(?:[Dd]er|[Dd]ie|[Dd]es|[Dd]em|[Dd]en|[Ee]ine?[rnms]?|[a-zäöüß-]+(?:e|er|en))\s+)?"
    r"(?:(?:[A-ZÄÖÜ][\w.\-]*|des|der|von|für|in|im|vom|und|an|am)\s+){0,8}"
    r"(?:[A-ZÄÖÜ][\w.\-]*(?:\s\([\w.\- ]{2,20}\))?,?)\s+$"
)
_TRAIL = re.compile(
    r"^\s?\([^()]{2,30}\)|^,\s(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][^,.;:\"“”„()]{3,80}(?=[,.])"
)


def lead_of(before: str) -> str:
    """What stands right before a name and can belong to it: "der Sprecher der Stadt, "."""
    found = _LEAD.search(before)
    return found.group() if found and "\n\n" not in found.group() else ""


def find_institution_party(name: str) -> bool:
    """Whether a short form is that of a party, which behind a name is no short form of it."""
    found = find_institution(name)
    return found is not None and found.kind == "party"


def trail_of(behind: str) -> str:
    """What stands right behind a name and can belong to it: " (SPD)", ", Leiterin des Museums"."""
    found = _TRAIL.match(behind)
    return found.group() if found and "\n\n" not in found.group() else ""


_JOINT = re.compile(r",\s+(?!(?:der|die|das)\s[a-zäöü]+\s)|\s+(?:und|sowie|als auch)\s+")
_NAMING = frozenset({"person", "institution", "medium", "state", "media"})


def joint_parts(text: str, names: NameKinds | None = None) -> list[tuple[int, int]]:
    """Where the joint speakers of a span stand in it; one if it names but one.

    "Die USA und die NATO" are two, "Bundesamt für Migration und Flüchtlinge" is one: every part must
    name somebody by itself, and without "und" nothing is parted.
    """
    whole = [(0, len(text))]
    marks = list(_JOINT.finditer(text))
    if not marks or all("," in mark.group() for mark in marks):
        return whole
    if find_institution(" ".join(_undetermined(words_of(text)))) or read_state(text):
        return whole
    cuts = [0, *(place for mark in marks for place in mark.span()), len(text)]
    parts = list(zip(cuts[::2], cuts[1::2], strict=True))
    phrases = [read_phrase(text[start:end], names) for start, end in parts]
    named = all(phrase.form in _NAMING for phrase in phrases)
    groups = all(phrase.form == "office" and not phrase.owner for phrase in phrases)
    return parts if named or groups else whole


_SHORT_BEHIND = re.compile(r"^\s?\(?([A-ZÄÖÜ]{2,6})\)")


def acronym_behind(behind: str) -> str:
    """The short form in brackets right behind a name: " (NIS) in Seoul"."""
    found = _SHORT_BEHIND.match(behind)
    return found.group(1) if found and not find_institution_party(found.group(1)) else ""


def _last_line(text: str) -> str:
    """A phrase without a heading glued before it: what begins anew with "Der", "Die", "Das"."""
    return re.split(r"\n+(?=(?:Der|Die|Das|Ein|Eine)\s)", text)[-1]


_ANTECEDENT = re.compile(
    r"((?:\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[rnms]?)\s)(?:[a-zäöüß\-]+\s){0,2}[A-ZÄÖÜ][\w\-]+"
    r"(?:\s[A-ZÄÖÜ][\w\-]+)?|[A-ZÄÖÜ][\w\-]+(?:\s[A-ZÄÖÜ][\w\-]+)?)(?:\s[a-zäöüß]{2,9})?\s?,\s?$"
)


def antecedent(before: str) -> str:
    """The noun phrase right before a comma, to which a relative pronoun points."""
    found = _ANTECEDENT.search(before)
    return found.group(1) if found else ""


class _Reader:
    """Reads the words of one phrase; `names` tells what kind of name the articles know."""

    def __init__(self, names: NameKinds) -> None:
        self._names = names

    def read(self, words: Sequence[str]) -> Phrase:
        if not words:
            return Phrase(text="", form="name")
        if found := _pointer(words):
            return found
        main, bracketed = _brackets(words)
        indefinite = is_word(main[0], "indefinite") if main else False
        article = main[0].casefold() if main else ""
        possessive = _is_possessive(main[0]) if main else False
        core = _undetermined(main)
        phrase = (
            self._paper(core)
            or self._report(core, main)
            or self._person(core)
            or self._institution(core)
            or self._apposed(core)
            or self._office(core)
            or self._body(core)
            or self._state(core)
            or self._other(core)
        )
        phrase = _with_brackets(phrase, bracketed)
        genders = _gender_by_article(phrase, article)
        return msgspec.structs.replace(
            phrase,
            indefinite=indefinite or phrase.indefinite,
            possessive=possessive or phrase.possessive,
            genders=genders,
        )

    # 2. what somebody gave out, and papers whose name looks like it
    def _paper(self, core: Sequence[str]) -> Phrase | None:
        name = " ".join(core)
        shaped = (len(core) > 1 or "-" in name) and looks_like_medium(name)
        if not name[:1].isupper() or not shaped or information_noun(core[-1]) and len(core) > 2:
            return None
        known = find_medium(name) or Medium(name, "outlet")
        return Phrase(text="", form="medium", name=known.name, medium=known)

    def _report(self, core: Sequence[str], main: Sequence[str]) -> Phrase | None:
        place = next((i for i, word in enumerate(core) if not _is_adjective(word, i)), None)
        found = information_noun(core[place]) if place is not None else None
        if found is None or place is None:
            return None
        before, behind = core[:place], _after_preposition(core[place + 1 :])
        if found.kind == "hearsay":
            return Phrase(text="", form="hearsay")
        state = _state_of(before)
        if found.kind == "media":
            return self._media(core[place].lower(), before, core[place + 1 :], state)
        owner = self.read(behind) if behind else None
        if found.owner:
            owner = self.read([found.owner]) if not owner else owner
        elif state and not owner:
            owner = Phrase(text="", form="state", name=state, state=state)
        if (
            not owner
            and found.kind != "insiders"
            and main
            and (is_word(main[0], "determiner") or _has_self(main))
        ):
            return Phrase(text="", form="anaphor", name="self" if _has_self(main) else "")
        form: Form = "insiders" if found.kind == "insiders" else "report"
        return Phrase(text="", form=form, owner=owner, name=core[place], state=state)

    def _media(self, noun: str, before: Sequence[str], behind: Sequence[str], state: str) -> Phrase:
        name = " ".join(word for word in behind if word[:1].isupper())
        if name and (medium := find_medium(name)):
            return Phrase(text="", form="medium", medium=medium, name=medium.name)
        if name and not _is_preposition(behind[0]):
            kind: Literal["agency", "outlet"] = "agency" if "agentur" in noun else "outlet"
            return Phrase(text="", form="medium", medium=Medium(name, kind), name=name)
        return Phrase(text="", form="media", name=noun, state=state, attributes=tuple(before))

    # 3. persons
    def _person(self, core: Sequence[str]) -> Phrase | None:
        place = self._person_place(core)
        if not place:
            return None
        first, last = place
        name = " ".join(word for word in core[first:last] if word not in TITLES)
        if not name:
            return None
        rest = [*core[:first], *core[last:]]
        while rest and rest[0] == ",":
            rest = rest[1:]
        described = self._office([word for word in rest if word != ","]) if rest else None
        gender = given_name_gender(name.split()[0]) or ""
        if not described:
            owner = self._affiliation(core[last:])
            return Phrase(text="", form="person", name=name, genders=gender, owner=owner)
        return msgspec.structs.replace(
            described, form="person", name=name, genders=gender or described.genders
        )

    def _affiliation(self, behind: Sequence[str]) -> Phrase | None:
        """The body behind a name: "Dr. Holm von Fjordwerft"."""
        if len(behind) > 1 and behind[0].casefold() in {"von", "vom", "der", "des"}:
            return msgspec.structs.replace(self.read(behind[1:]), sure=True)
        return None

    def _person_place(self, core: Sequence[str]) -> tuple[int, int] | None:
        """Where in the words the person's name stands."""
        for length in range(min(5, len(core)), 0, -1):
            for first in range(len(core) - length + 1):
                name = " ".join(core[first : first + length])
                if self._kind(name) == "PER":
                    return self._widened(core, first, first + length)
        for first, word in enumerate(core[:-1]):
            if word[:1].isupper() and given_name_gender(word) and not self._kind(word):
                last = _name_end(core, first)
                if last > first + 1:
                    return first, last
        return self._after_office(core)

    def _kind(self, name: str) -> str:
        return self._names.get(name) or self._names.get(name.removesuffix("s"), "")

    def _widened(self, core: Sequence[str], first: int, last: int) -> tuple[int, int]:
        """A known surname with the given name before it, which the articles do not know."""
        while first > 0 and given_name_gender(core[first - 1]):
            first -= 1
        return first, last

    def _after_office(self, core: Sequence[str]) -> tuple[int, int] | None:
        """A run of capitalised words right behind an office or title: "Präsident Ole Varn"."""
        for place, word in enumerate(core[:-1]):
            title = word in TITLES or (word[:1].isupper() and office_noun(word))
            first = place + 1
            if not title or not core[first][:1].isupper() or core[first] in TITLES:
                continue
            last = _name_end(core, first)
            known = any(_is_common(word) for word in core[first:last])
            if last > first and not known and self._kind(" ".join(core[first:last])) != "ORG":
                return first, last
        return None

    # 4. bodies and media by name
    def _institution(self, core: Sequence[str]) -> Phrase | None:
        for length in range(min(6, len(core)), 0, -1):
            name = " ".join(core[:length])
            if length < len(core) and core[length][:1].isupper() and office_noun(core[length]):
                continue
            if found := find_institution(name):
                return Phrase(
                    text="", form="institution", name=found.name, institution=found,
                    genders=found.gender,
                )  # fmt: skip
            if medium := find_medium(name):
                return Phrase(text="", form="medium", name=medium.name, medium=medium)
        name = " ".join(core)
        if looks_like_medium(name) and not body_noun(core[0]):
            return Phrase(text="", form="medium", name=name, medium=Medium(name, "outlet"))
        return None

    def _apposed(self, core: Sequence[str]) -> Phrase | None:
        """A name of its own behind a comma: "das Bundesinstitut für Fische, das …-Institut"."""
        if "," not in core:
            return None
        behind = _undetermined(core[core.index(",") + 1 :])
        return self._institution(behind) if behind else None

    # 5. offices and head nouns
    def _office(self, core: Sequence[str]) -> Phrase | None:
        for place, word in enumerate(core):
            if not word[:1].isupper() and not re.match(r"\d+-J", word):
                continue
            office = office_noun(word)
            if not office:
                if body_noun(word) or (find_institution(word) and place == 0):
                    return None
                continue
            return self._read_office(core, place, office)
        return None

    def _read_office(self, core: Sequence[str], place: int, office: Office) -> Phrase:
        before, behind = core[:place], _owner_words(core[place + 1 :])
        owner = self._owner(behind) if behind else None
        state = _state_of(before)
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
        if owner and owner.form == "state" and not owner.noun:
            state, owner = state or owner.state, None
        return Phrase(
            text="", form="office", office=office, state=state, owner=owner, party=party,
            genders=office.gender, attributes=tuple(before),
            possessive=any(map(_is_possessive, before)),
        )  # fmt: skip

    def _owner(self, behind: Sequence[str]) -> Phrase:
        """Whose an office is; of "der Virologie an der Charité" the body that has a name."""
        owner = self.read(behind)
        if owner.form in {"name", "group"} and self._kind(owner.name) != "ORG":
            for place, word in enumerate(behind[:-1]):
                if _is_preposition(word):
                    inner = self.read(behind[place + 1 :])
                    if inner.form in {"institution", "body", "medium"}:
                        return inner
        return owner

    def _prefix(self, prefix: str) -> tuple[str, Phrase | None]:
        """State and body in the first part of a compound: "US-Verteidigungs", "Unternehmens"."""
        first = prefix.split("-")[0]
        if (found := read_state(first)) and found.how != "people":
            return found.state, None
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

    def _body(self, core: Sequence[str]) -> Phrase | None:
        for place, word in enumerate(core):
            if not word[:1].isupper() or _is_preposition(word):
                continue
            pair = body_noun(" ".join(core[place : place + 2]))
            noun = pair if pair and not pair.prefix and " " in pair.noun else body_noun(word)
            if noun and (place == 0 or not _is_preposition(core[place - 1])):
                return self._read_body(core, place, noun, len(noun.noun.split()))
            if _is_preposition(word.casefold()):
                return None
        return None

    def _read_body(self, core: Sequence[str], place: int, noun: BodyNoun, width: int) -> Phrase:
        before, behind = core[:place], _name_behind(core[place + width :])
        core = [*before, *core[place : place + width], *behind]
        state = _state_of(before) or _state_of_prefix(noun.prefix) or _place_state(behind)
        seat = not _state_of(before) and bool(_place_state(behind))
        owner = None
        if behind and behind[0].casefold() in {"der", "des"} and len(behind) > 1:
            owner = self._institution(behind[1:])
        if name := self._own_name(core[place], noun, behind):
            return Phrase(
                text="", form="name", name=name, noun=noun, genders=noun.gender, sure=True
            )
        return Phrase(
            text="", form="body", noun=noun, state=state, seat=seat, owner=owner,
            name=" ".join(core), genders=noun.gender,
            attributes=tuple(before),
        )  # fmt: skip

    def _own_name(self, word: str, noun: BodyNoun, behind: Sequence[str]) -> str:
        """The name behind "die Firma", or before it in a compound: "der Holm-Konzern"."""
        if noun.kind in _NAMED_KINDS and len(behind) > 2 and behind[0] in {"der", "des"}:
            inner = self._body(behind[1:])
            return inner.name if inner and inner.form == "name" else ""
        if noun.kind in _NAMED_KINDS and behind and behind[0][:1].isupper():
            return " ".join(behind[: _name_end(behind, 0)])
        first = word.split("-")[0]
        named = "-" in word and self._kind(first) == "ORG" and not read_state(first)
        return first if named else ""

    # 6. states
    def _state(self, core: Sequence[str]) -> Phrase | None:
        for length in range(min(4, len(core)), 0, -1):
            found = read_state(" ".join(core[:length]))
            if found and found.how != "adjective" and (length == len(core) or length > 1):
                return _of_state(found.state, found.how == "seat")
        if found := read_state(core[0]) if core else None:
            behind = [word for word in core[1:] if not _is_preposition(word)]
            if found.how in {"name", "seat"} and not behind:
                return _of_state(found.state, found.how == "seat")
        return None

    # 7. anything else
    def _other(self, core: Sequence[str]) -> Phrase:
        name = " ".join(core)
        state = _state_of(core)
        if core and not any(word[:1].isupper() for word in core):
            if state and len(core) == 1:
                return _of_state(state, False)
            return Phrase(text="", form="group", name=name, state=state)
        kind = self._kind(name)
        common = bool(core) and core[0][:1].islower()
        form: Form = "group" if common and not kind else "name"
        return Phrase(text="", form=form, name=name, state=state, attributes=tuple(core[:-1]))


def _pointer(words: Sequence[str]) -> Phrase | None:
    """1. A word that points back."""
    text = " ".join(words)
    if is_word(text, "anaphor"):
        return Phrase(text=text, form="anaphor")
    if len(words) == 1 and is_word(text, "impersonal"):
        return Phrase(text=text, form="impersonal")
    if len(words) == 1 and (genders := pronoun_genders(text)):
        return Phrase(text=text, form="pronoun", genders=genders)
    return None


def _brackets(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words outside and inside brackets."""
    main: list[str] = []
    inside: list[str] = []
    depth = 0
    for word in words:
        if word in "()":
            depth = 1 if word == "(" else 0
        else:
            (inside if depth else main).append(word)
    return main, inside


def _with_brackets(phrase: Phrase, bracketed: Sequence[str]) -> Phrase:
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


def _is_adjective(word: str, place: int) -> bool:
    """Whether a word can be an adjective before a noun; the first may have a capital letter."""
    if word[:1].islower():
        return True
    found = read_state(word) if place == 0 else None
    return found is not None and found.how == "adjective"


def _undetermined(words: Sequence[str]) -> list[str]:
    """The words without the determiners, particles and possessives they begin with."""
    core = list(words)
    while len(core) > 1 and (
        is_word(core[0], "determiner")
        or is_word(core[0], "indefinite")
        or is_word(core[0], "particle")
        or _is_possessive(core[0])
        or core[0] in ",;:"
    ):
        core = core[1:]
    return core


def _is_possessive(word: str) -> bool:
    small = word.casefold()
    return any(
        small == f"{stem}{ending}"
        for stem in ("mein", "sein", "ihr", "unser", "unsr", "euer", "eur", "dein")
        for ending in ("", "e", "er", "en", "em", "es")
        if is_word(stem, "possessive") or stem in {"unsr", "eur", "dein"}
    )


def _has_self(words: Sequence[str]) -> bool:
    return any(word.casefold().startswith("eigen") for word in words[:2])


def _is_preposition(word: str) -> bool:
    return word.casefold() in _PREPOSITIONS and word[:1].islower()


def _after_preposition(words: Sequence[str]) -> list[str]:
    """What follows an information noun, if it names an owner: "der Polizei", "aus Seoul"."""
    rest = list(words)
    if not rest or rest[0] in ",;:" or (rest[0][:1].islower() and not _opens_owner(rest[0])):
        return []
    if rest[0] in _ABOUT:
        return []
    while rest and _is_preposition(rest[0]) and len(rest) > 1 and rest[0] not in {"der", "des"}:
        rest = rest[1:]
    return rest


def _name_behind(behind: Sequence[str]) -> list[str]:
    """What stands behind a body's noun and can belong to its name; nothing after a figure or verb."""
    kept: list[str] = []
    for word in behind:
        small = word[:1].islower()
        if word[:1].isdigit() or word == "," or (small and not _opens_owner(word)):
            break
        kept.append(word)
    while kept and kept[-1][:1].islower():
        kept = kept[:-1]
    return kept


def _opens_owner(word: str) -> bool:
    return (
        _is_preposition(word)
        or is_word(word, "determiner")
        or is_word(word, "indefinite")
        or _is_possessive(word)
        or bool(read_state(word))
        or word.endswith(("er", "en"))
    )


def _owner_words(words: Sequence[str]) -> list[str]:
    """What follows an office and names whose it is; up to a comma."""
    rest = list(words)
    if "," in rest:
        rest = rest[: rest.index(",")]
    if not rest or not (rest[0][:1].isupper() or _opens_owner(rest[0])):
        return []
    while rest and _is_preposition(rest[0]) and rest[0] not in {"der", "des"} and len(rest) > 1:
        rest = rest[1:]
    return rest


def _name_end(core: Sequence[str], start: int) -> int:
    """Where a name that begins before or at `start` ends."""
    end = start
    while end < len(core):
        word = core[end]
        particle = word in _NAME_PARTICLES and end + 1 < len(core) and core[end + 1][:1].isupper()
        if particle and word in {"von", "der", "zu", "zur"} and end > start:
            break
        if not particle and not word[:1].isupper():
            break
        if word[:1].isupper() and _is_common(word) and end > start:
            break
        end += 1
    return end


def _is_common(word: str) -> bool:
    """Whether a capitalised word is a noun we know, and so no part of a person's name."""
    noun = body_noun(word)
    return bool(
        (noun and (not noun.prefix or "-" in word))
        or information_noun(word)
        or office_noun(word)
        or read_state(word)
    )


def _state_of(words: Sequence[str]) -> str:
    """The state that an adjective or genitive among the words names."""
    for word in reversed(words):
        if found := read_state(word):
            return found.state
        if "-" in word and (found := read_state(word.split("-")[0])):
            return found.state
    return ""


def _state_of_prefix(prefix: str) -> str:
    found = read_state(prefix.split("-")[0]) if prefix else None
    return found.state if found and found.how in {"name", "adjective"} else ""


def _place_state(behind: Sequence[str]) -> str:
    """The state by a place behind the noun: "in Seoul", "von Norwegen", "der Ukraine"."""
    for place, word in enumerate(behind[:-1]):
        if word.casefold() in _PLACE_PREPOSITIONS or word.casefold() in {"der", "des"}:
            for length in (2, 1):
                found = read_state(" ".join(behind[place + 1 : place + 1 + length]))
                if found and found.how in {"name", "seat"}:
                    return found.state
    found = read_state(behind[0]) if behind else None
    return found.state if found and found.how == "name" else ""


def _of_state(state: str, seat: bool) -> Phrase:
    genders = "p" if state in PLURAL_STATES else "n"
    return Phrase(text="", form="state", name=state, state=state, seat=seat, genders=genders)


def _gender_by_article(phrase: Phrase, article: str) -> str:
    """ "der Vorsitzende" is a man although the form is a woman's too."""
    if phrase.form == "office" and article in {"der", "ein", "dem", "des"} and phrase.office:
        ends = phrase.text.endswith("in")
        return "m" if phrase.office.noun.endswith("er") and not ends else phrase.genders
    return phrase.genders
