"""A speaker as put into words: the record that reading a noun phrase gives."""

from __future__ import annotations

from typing import Literal

import msgspec

from quellenlage.german.institutions import BodyNoun, Institution, Medium
from quellenlage.german.offices import Office

__all__ = ["Form", "NameKinds", "Phrase"]

Form = Literal[
    "pronoun", "anaphor", "impersonal", "report", "insiders", "media", "hearsay", "person",
    "office", "institution", "medium", "body", "state", "group", "name",
]  # fmt: skip
NameKinds = dict[str, str]
"""Names known from the articles, as they stand there: PER, ORG, LOC or MISC."""


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
