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

from collections.abc import Sequence

import msgspec

from quellenlage.german.phrase import Form, NameKinds, Phrase
from quellenlage.german.phrasepersons import PersonReader
from quellenlage.german.phrasereports import ReportReader
from quellenlage.german.phraseshapes import (
    are_several,
    gender_by_article,
    is_mans,
    is_plural,
    pointer,
    with_brackets,
)
from quellenlage.german.phrasewords import (
    QUOTES,
    brackets,
    is_possessive,
    last_line,
    undetermined,
    words_of,
)
from quellenlage.german.references import is_word

__all__ = ["Form", "NameKinds", "Phrase", "read_phrase"]


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


class _Reader(ReportReader, PersonReader):
    """The cascade: the first reader that knows a phrase has it."""

    def read(self, words: Sequence[str]) -> Phrase:
        """The words of a phrase by the first step that fits."""
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
