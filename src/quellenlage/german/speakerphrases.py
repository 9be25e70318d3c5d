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
    Medium,
    body_noun,
    find_institution,
    find_medium,
    is_legal_form,
    looks_like_medium,
)
from quellenlage.german.nominative import nominative, paper_nominative
from quellenlage.german.offices import (
    TITLES,
    Office,
    given_name_gender,
    names_people,
    office_noun,
)
from quellenlage.german.phrase import Form, NameKinds, Phrase
from quellenlage.german.phraseshapes import (
    adjective_of_body,
    are_several,
    gender_by_article,
    is_mans,
    is_plural,
    of_state,
    pointer,
    short_form,
    with_brackets,
)
from quellenlage.german.phrasewords import (
    QUOTES,
    after_preposition,
    brackets,
    has_self,
    is_adjective,
    is_common,
    is_possessive,
    is_preposition,
    last_line,
    name_behind,
    name_end,
    owner_words,
    place_state,
    state_of,
    state_of_prefix,
    undetermined,
    words_of,
)
from quellenlage.german.references import information_noun, is_word
from quellenlage.german.states import read_state

__all__ = ["Form", "NameKinds", "Phrase", "read_phrase"]


LONGEST_MASTHEAD = 4
"""Words of a paper's name that is known by its form only."""
_NAMED_KINDS = frozenset({"company", "bank"})
"""Kinds of bodies whose noun only describes: what they are called stands beside it."""
_BEFORE_OTHERS = frozenset(
    ["mit", "bei", "auf", "gegen", "über", "unter", "nach", "durch", "zwischen", "an", "um", "ohne"]
)
"""Prepositions behind a noun whose own noun is another's: "der Verdacht bei einem Abgeordneten"."""
_OF_ONE = frozenset({"das", "des", "dem"})
"""Determiners of one thing or man; behind them an unknown noun is a body, not people."""
_PRESIDENCY = frozenset({"headofstate", "headofgovernment", "minister"})


def read_phrase(text: str, names: NameKinds | None = None) -> Phrase:
    """A speaker's span read for who speaks and for whom; every text gives something."""
    text = last_line(text)
    words = words_of(text)
    clean = " ".join(QUOTES.sub(" ", text).split())
    while words and (is_word(words[0], "particle") or words[0] in ",;:()"):
        words = words[1:]
    while words and (words[-1] in ",;:(" or is_word(words[-1], "particle")):
        words = words[:-1]
    return msgspec.structs.replace(_Reader(names or {}).read(words), text=clean)


class _Reader:
    """Reads the words of one phrase; `names` tells what kind of name the articles know."""

    def __init__(self, names: NameKinds) -> None:
        self._names = names

    def read(self, words: Sequence[str]) -> Phrase:
        if not words:
            return Phrase(text="", form="name")
        if found := pointer(words):
            return found
        main, bracketed = brackets(words)
        indefinite = is_word(main[0], "indefinite") if main else False
        article = main[0].casefold() if main else ""
        possessive = is_possessive(main[0]) if main else False
        core = undetermined(main)
        phrase = (
            self._paper(core)
            or self._report(core, main)
            or self._person(core)
            or self._institution(core)
            or self._apposed(core)
            or self._office(core)
            or self._firm(core, article)
            or self._body(core)
            or self._state(core)
            or self._other(core, article)
        )
        if phrase.form == "body" and phrase.noun and are_several(phrase.noun, main, core):
            phrase = Phrase(text="", form="group", name=core[-1], genders="p")
        phrase = with_brackets(phrase, bracketed)
        if phrase.form == "office" and is_plural(phrase, core, article):
            phrase = msgspec.structs.replace(phrase, genders="p")
        elif phrase.form == "office" and phrase.office and is_mans(phrase.office, core, main[0]):
            office = msgspec.structs.replace(phrase.office, gender="m")
            phrase = msgspec.structs.replace(phrase, office=office, genders="m")
        genders = gender_by_article(phrase, article)
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
        owner = self.read(behind) if behind else None
        if found.owner:
            owner = owner or self._owner_in_compound(found.owner)
        elif state and not owner:
            owner = Phrase(text="", form="state", name=state, state=state)
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
        rest = rest if not self._to_medium(core[last:]) else list(core[:first])
        described = self._office([word for word in rest if word != ","]) if rest else None
        gender = given_name_gender(name.split()[0]) or ""
        if not described:
            owner = None if self._to_medium(core[last:]) else self._affiliation(core[last:])
            return Phrase(text="", form="person", name=name, genders=gender, owner=owner)
        return msgspec.structs.replace(
            described, form="person", name=name, genders=gender or described.genders
        )

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

    def _kind(self, name: str) -> str:
        return self._names.get(name) or self._names.get(name.removesuffix("s"), "")

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
            name = paper_nominative(core)
            return Phrase(text="", form="medium", name=name, medium=Medium(name, "outlet"))
        return None

    def _apposed(self, core: Sequence[str]) -> Phrase | None:
        """A name behind a comma: "das Institut für Fische, das Holm-Institut"."""
        if "," not in core:
            return None
        words = core[core.index(",") + 1 :]
        behind = undetermined(words)
        if not behind:
            return None
        if found := self._institution(behind):
            return found
        bare = core.index(",") == 1 and not find_institution(core[0])
        body = self._body(behind) if bare and words[0] != behind[0] else None
        return body if body and (body.owner or len(body.name.split()) > 1) else None

    # 5. offices and head nouns
    def _office(self, core: Sequence[str]) -> Phrase | None:
        for place, word in enumerate(core):
            if not word[:1].isupper() and not re.match(r"\d+-J", word):
                if word in _BEFORE_OTHERS and place and core[place - 1][:1].isupper():
                    return None
                continue
            office = office_noun(word)
            if not office:
                if body_noun(word) or (find_institution(word) and place == 0):
                    return None
                continue
            return self._read_office(core, place, office)
        return None

    def _read_office(self, core: Sequence[str], place: int, office: Office) -> Phrase:
        before, behind = core[:place], owner_words(core[place + 1 :])
        owner = self._owner(behind) if behind else None
        state = state_of(before)
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
            possessive=any(map(is_possessive, before)),
        )  # fmt: skip

    def _owner(self, behind: Sequence[str]) -> Phrase:
        """Whose an office is; of "der Virologie an der Charité" the body that has a name."""
        owner = self.read(behind)
        if owner.form in {"name", "group"} and self._kind(owner.name) != "ORG":
            for place, word in enumerate(behind[:-1]):
                if is_preposition(word):
                    inner = self.read(behind[place + 1 :])
                    if inner.form in {"institution", "body", "medium"}:
                        return inner
        return owner

    def _prefix(self, prefix: str) -> tuple[str, Phrase | None]:
        """State and body in the first part of a compound: "US-Verteidigungs", "Unternehmens"."""
        first = prefix.split("-")[0]
        if (found := read_state(first)) and found.how != "people":
            return found.state, None
        if prefix == first and self._kind(first) == "ORG" and not find_institution(first):
            return "", msgspec.structs.replace(self._other([first]), sure=True)
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

    def _firm(self, core: Sequence[str], determiner: str) -> Phrase | None:
        """A firm by its legal form, or a name that looks like a noun: "Holmwerk AG", "Holmwerk"."""
        place = next((i for i, word in enumerate(core) if i and is_legal_form(word)), 0)
        if place:
            end = place
            while end + 1 < len(core) and (is_legal_form(core[end + 1]) or core[end + 1] == "Co."):
                end += 1
            start = place
            while start and core[start - 1][:1].isupper() and not is_adjective(core[start - 1], 0):
                start -= 1
            noun = body_noun(core[start])
            start += bool(noun and noun.kind in _NAMED_KINDS and place - start > 1)
            name = " ".join(core[start : end + 1]).replace(" Co.", " & Co.")
            return Phrase(text="", form="name", name=name, sure=True) if start < place else None
        bare = len(core) == 1 and not is_word(determiner, "determiner") if core else False
        noun = body_noun(core[0]) if bare and self._names.get(core[0]) == "ORG" else None
        return self._other(core) if noun and noun.prefix else None

    def _body(self, core: Sequence[str]) -> Phrase | None:
        for place, word in enumerate(core):
            if word in _BEFORE_OTHERS and place and core[place - 1][:1].isupper():
                return None
            if not word[:1].isupper() or is_preposition(word):
                continue
            pair = body_noun(" ".join(core[place : place + 2]))
            noun = pair if pair and not pair.prefix and " " in pair.noun else body_noun(word)
            if noun and noun is not pair and adjective_of_body(core, place):
                continue
            if noun and (place == 0 or not is_preposition(core[place - 1])):
                return self._read_body(core, place, noun, len(noun.noun.split()))
            if is_preposition(word.casefold()):
                return None
        return None

    def _read_body(self, core: Sequence[str], place: int, noun: BodyNoun, width: int) -> Phrase:
        before, behind = core[:place], name_behind(core[place + width :])
        acronym = behind[0] if len(behind) == 1 and short_form(behind[0]) else ""
        behind = [] if acronym else behind
        core = [*before, *core[place : place + width], *behind]
        state = state_of(before) or state_of_prefix(noun.prefix) or place_state(behind)
        seat = not state_of(before) and bool(place_state(behind))
        owner = None
        if behind and behind[0].casefold() in {"der", "des"} and len(behind) > 1:
            owner = self._institution(behind[1:])
        if name := self._own_name(core[place], noun, behind):
            return Phrase(
                text="", form="name", name=name, noun=noun, genders=noun.gender, sure=True
            )
        return Phrase(
            text="", form="body", noun=noun, state=state, seat=seat, owner=owner,
            name=" ".join(core), genders=noun.gender, acronym=acronym,
            attributes=tuple(before),
        )  # fmt: skip

    def _own_name(self, word: str, noun: BodyNoun, behind: Sequence[str]) -> str:
        """The name behind "die Firma", or before it in a compound: "der Holm-Konzern"."""
        if noun.kind in _NAMED_KINDS and len(behind) > 2 and behind[0] in {"der", "des"}:
            inner = self._body(behind[1:])
            return inner.name if inner and inner.form == "name" else ""
        if noun.kind in _NAMED_KINDS and behind and behind[0][:1].isupper():
            return " ".join(behind[: name_end(behind, 0)])
        first = word.split("-")[0]
        named = "-" in word and self._kind(first) == "ORG" and not read_state(first)
        return first if named and noun.kind in _NAMED_KINDS else ""

    # 6. states
    def _state(self, core: Sequence[str]) -> Phrase | None:
        for length in range(min(4, len(core)), 0, -1):
            found = read_state(" ".join(core[:length]))
            if found and found.how != "adjective" and (length == len(core) or length > 1):
                return of_state(found.state, found.how == "seat")
        if found := read_state(core[0]) if core else None:
            behind = [word for word in core[1:] if not is_preposition(word)]
            if found.how in {"name", "seat"} and not behind:
                return of_state(found.state, found.how == "seat")
        return None

    # 7. anything else
    def _other(self, core: Sequence[str], determiner: str = "") -> Phrase:
        name = " ".join(core)
        state = state_of(core)
        if core and not any(word[:1].isupper() for word in core):
            if state and len(core) == 1:
                return of_state(state, False)
            return Phrase(text="", form="group", name=name, state=state)
        kind = self._kind(name)
        if core and is_word(core[-1], "group"):
            return Phrase(text="", form="group", name=core[-1], attributes=tuple(core[:-1]))
        if not kind and (found := self._described(core, state)):
            return found
        common = bool(core) and core[0][:1].islower()
        one = determiner in _OF_ONE and not names_people(core[-1])
        form: Form = "group" if common and not kind and not one else "name"
        name = name if kind else nominative(core, determiner)
        return Phrase(text="", form=form, name=name, state=state, attributes=tuple(core[:-1]))

    def _described(self, core: Sequence[str], state: str) -> Phrase | None:
        """A name with nothing but adjectives before it: "das britische ABC"."""
        place = next((i for i, word in enumerate(core) if not is_adjective(word, i)), 0)
        rest = core[place:]
        name = " ".join(rest)
        if not place or not (self._kind(name) == "ORG" or (len(rest) == 1 and name.isupper())):
            return None
        return Phrase(text="", form="name", name=name, state=state, sure=True)
