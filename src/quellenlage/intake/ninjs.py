"""IPTC ninjs, versions 1 to 3: news objects in JSON, as agencies deliver them.

2 and 3 have lists (`headlines`, `bodies`), 1 has single fields (`headline`, `body_html`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quellenlage.intake.markup import plain_text
from quellenlage.intake.metadata import give_outlet, moment
from quellenlage.intake.records import Draft

__all__ = ["is_ninjs", "read_ninjs"]

PLAIN_BODIES = ("body_text", "body_xhtml", "body_html")
MAIN_ROLES = ("main", "body", "")


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Whether a record is a ninjs object."""
    standard = record.get("standard")
    if isinstance(standard, dict) and str(standard.get("name", "")).casefold() == "ninjs":
        return True
    has_body = isinstance(record.get("bodies"), list) or any(
        name in record for name in PLAIN_BODIES
    )
    return "uri" in record and has_body


def read_ninjs(record: Mapping[str, Any], path: str) -> Draft:
    """The draft of a ninjs object; its text may be empty."""
    draft = Draft(path, _body(record), lines=True)
    rule = "ninjs"
    draft.give("title", _main(record.get("headlines")) or _line(record.get("headline")), rule)
    created = (record.get(key) for key in ("firstcreated", "contentcreated", "versioncreated"))
    draft.give("published", next(filter(None, (moment(_line(v)) for v in created)), None), rule)
    draft.give("modified", moment(_line(record.get("versioncreated"))), rule)
    draft.give("language", _line(record.get("language")), rule)
    draft.give("authors", list(_authors(record)), rule)
    draft.give("url", _address(record), rule)
    subjects = record.get("subjects") or record.get("subject")
    draft.give("section", next(_names(subjects), None), rule)
    for key in ("infosources", "infosource"):
        for name in _names(record.get(key)):
            give_outlet(draft, name, rule=rule)
    if holder := _line(record.get("copyrightholder")):
        give_outlet(draft, holder, rule=rule)
    return draft


def _body(record: Mapping[str, Any]) -> str:
    """The text: the main body among several, plain text before markup."""
    bodies = [body for body in record.get("bodies") or [] if isinstance(body, dict)]
    bodies.sort(key=lambda body: (_role(body), "plain" not in _line(body.get("contenttype"))))
    values = [body.get("value") for body in bodies] + [record.get(name) for name in PLAIN_BODIES]
    return next((plain_text(value) for value in values if isinstance(value, str) and value), "")


def _role(part: Mapping[str, Any]) -> int:
    """Where a part stands by its role: the main one first."""
    role = _line(part.get("role")).casefold()
    return MAIN_ROLES.index(role) if role in MAIN_ROLES else len(MAIN_ROLES)


def _main(parts: object) -> str:
    """The value of the main part of a list."""
    found = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    return next((_line(part.get("value")) for part in sorted(found, key=_role)), "")


def _authors(record: Mapping[str, Any]) -> Iterator[str]:
    """The authors: people before bylines, which may be sentences."""
    people = record.get("people") or record.get("person") or []
    for person in people if isinstance(people, list) else []:
        if isinstance(person, dict) and "author" in _line(person.get("rel")).casefold():
            yield _line(person.get("name"))
    bylines = record.get("bylines")
    values = bylines if isinstance(bylines, list) else [record.get("byline")]
    for value in values:
        text = (
            _line(value.get("value") or value.get("byline"))
            if isinstance(value, dict)
            else _line(value)
        )
        if text:
            yield text


def _address(record: Mapping[str, Any]) -> str:
    """The address of the article on the web."""
    links = [record.get("url"), record.get("uri")]
    return next((_line(link) for link in links if _line(link).startswith("http")), "")


def _names(parts: object) -> Iterator[str]:
    """The names of a list of things."""
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, dict) and _line(part.get("name")):
            yield _line(part.get("name"))


def _line(value: object) -> str:
    """A value in one line, if it is a text."""
    return " ".join(value.split()) if isinstance(value, str) else ""
