"""RIS, what press databases write: two letters, two blanks, a hyphen, and what they say.

A record runs from `TY` to `ER`. Text stands in `AB`, `N2` or `N1`, lines without a mark go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quellenlage.errors import UnreadableInput
from quellenlage.intake.metadata import give_outlet, moment
from quellenlage.intake.records import Draft

__all__ = ["looks_like_ris", "read_ris"]

_MARK = re.compile(r"^([A-Z][A-Z0-9])  ?-(?: (.*))?$")
_START = re.compile(r"\A[\s\ufeff]*(?:\d{1,6}\.\s*)?TY  ?- ")
TEXTS = ("AB", "N2", "N1", "T3")
TITLES = ("TI", "T1", "CT")
OUTLETS = ("JO", "T2", "JF", "PB", "JA", "BT")
DATES = ("DA", "Y1", "PY")
AUTHORS = ("AU", "A1")
_DATE = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")


def looks_like_ris(text: str) -> bool:
    """Whether a text is a file of RIS records."""
    return bool(_START.match(text[:500]))


def read_ris(text: str, path: str) -> list[Draft]:
    """The drafts of a RIS file; raises `UnreadableInput` if no record has a text."""
    drafts = [draft for record in _records(text) if (draft := _draft(record, path)).text.strip()]
    if not drafts:
        raise UnreadableInput("holds no record with a text")
    return drafts


def _records(text: str) -> Iterator[dict[str, list[str]]]:
    """The records, each with the values of its marks."""
    record: dict[str, list[str]] = {}
    last = ""
    for line in text.splitlines():
        match = _MARK.match(line.rstrip())
        if match is None:
            if last and record:
                record[last][-1] += f"\n{line}"
        elif match.group(1) == "ER":
            yield record
            record, last = {}, ""
        else:
            last = match.group(1)
            record.setdefault(last, []).append(match.group(2) or "")
    if record:
        yield record


def _draft(record: dict[str, list[str]], path: str) -> Draft:
    """The draft of a record."""
    texts = ("\n".join(record[mark]).strip() for mark in TEXTS if mark in record)
    draft = Draft(path, next(filter(None, texts), ""), lines=True)
    draft.give("title", _first(record, TITLES), "RIS")
    dates = (moment(_date(_first(record, (mark,)))) for mark in DATES)
    draft.give("published", next(filter(None, dates), None), "RIS")
    names = [name for mark in AUTHORS for name in record.get(mark, []) if name.strip()]
    draft.give("authors", [_turned(name) for name in names], "RIS")
    draft.give("url", _first(record, ("UR", "L2")), "RIS")
    draft.give("language", _first(record, ("LA",)), "RIS")
    draft.give("section", _first(record, ("SE",)), "RIS")
    if outlet := _first(record, OUTLETS):
        give_outlet(draft, outlet, rule="RIS")
    return draft


def _first(record: dict[str, list[str]], marks: tuple[str, ...]) -> str:
    """The first value of some marks, in one line."""
    values = (" ".join(value.split()) for mark in marks for value in record.get(mark, []))
    return next(filter(None, values), "")


def _date(text: str) -> str:
    """A date written with strokes, with hyphens: "2021/03/04/" is 2021-03-04."""
    match = _DATE.match(text)
    return "-".join(part.zfill(2) for part in match.groups()) if match else text


def _turned(name: str) -> str:
    """A name with the family name first, as it is spoken: "Warn, Ada" is Ada Warn."""
    last, comma, first = " ".join(name.split()).partition(", ")
    return f"{first} {last}" if comma else last
