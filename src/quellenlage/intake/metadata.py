"""What is told beside a text: `meta.json`, front matter, the fields of records."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from quellenlage.errors import UnreadableInput
from quellenlage.german.outlets import outlet_of_host, outlet_of_name
from quellenlage.intake.records import Draft

__all__ = ["METADATA", "folder_records", "give_outlet", "give_record", "moment"]

FIELDS = {
    "title": ("title", "headline", "header"),
    "url": ("url", "link", "source_url"),
    "published": ("published", "date_publish", "publishing_date", "date", "datePublished"),
    "modified": ("modified", "date_modify", "updated", "dateModified"),
    "section": ("section", "ressort", "category"),
    "language": ("language", "lang"),
    "kind": ("kind",),
}
"""Our field: the names under which it comes, best first."""
METADATA = "meta.json"
"""The file beside others that tells what their text does not."""
KINDS = ("report", "release", "transcript", "post")
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//(?:[^/@\s]*@)?([^/:?#\s]+)|^([\w.-]+\.[a-z]{2,})$")
_GERMAN_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\D{1,6}(\d{1,2})[:.](\d\d))?")


def folder_records(folder: Path) -> dict[str, Mapping[str, object]]:
    """The records of a folder's `meta.json` by file name; empty without one.

    A list of objects with `file`, or an object from file names to objects. Raises `UnreadableInput`
    if there is one that is neither.
    """
    file = folder / METADATA
    if not file.is_file():
        return {}
    try:
        data = json.loads(file.read_bytes())
    except (ValueError, RecursionError) as error:
        raise UnreadableInput("is no JSON") from error
    if isinstance(data, dict):
        named = data.values() and all(isinstance(value, dict) for value in data.values())
        data = [{"file": name, **record} for name, record in data.items()] if named else None
    if not isinstance(data, list):
        raise UnreadableInput("is no list of objects with `file`")
    return {
        str(record["file"]): record
        for record in data
        if isinstance(record, dict) and record.get("file")
    }


def give_record(draft: Draft, record: Mapping[str, object], *, rule: str) -> None:
    """Sets the fields that a record knows."""
    for name, keys in FIELDS.items():
        value = next((record[key] for key in keys if _is_text(record.get(key))), None)
        if value is None:
            continue
        text = " ".join(str(value).split())
        if name in ("published", "modified"):
            draft.give(name, moment(text), rule)
        elif name != "kind" or text in KINDS:
            draft.give(name, text, rule)
    authors = record.get("authors") or record.get("author")
    if isinstance(authors, str):
        authors = re.split(r"\s*[,;]\s*|\s+und\s+", authors)
    if isinstance(authors, list):
        draft.give("authors", [str(name) for name in authors if _is_text(name)], rule)
    if _is_text(record.get("outlet")):
        give_outlet(draft, str(record["outlet"]), rule=rule)
    if draft.fields.get("url"):
        give_outlet(draft, str(draft.fields["url"]), rule=f"{rule}, address")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def give_outlet(draft: Draft, name: str, *, rule: str) -> None:
    """Sets outlet and family by a name, host or address, as the list of outlets knows them."""
    match = _HOST.match(name.strip().casefold())
    host = (match.group(1) or match.group(2)) if match else None
    outlet = outlet_of_host(host) if host else outlet_of_name(name)
    if outlet:
        draft.give("outlet", outlet.name, rule)
        if outlet.name == draft.fields.get("outlet"):
            draft.give("family", outlet.family, "list of outlets")
    elif host:
        draft.give("outlet", host.removeprefix("www."), rule)
    else:
        draft.give("outlet", " ".join(name.split()), rule)


def moment(text: str) -> str | None:
    """A date or time as ISO 8601; nothing if it is none."""
    text = text.strip()
    try:
        if len(text) <= 10:
            return datetime.fromisoformat(text).date().isoformat()
        return datetime.fromisoformat(text.replace("Z", "+00:00")).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    if match := _GERMAN_DATE.search(text):
        day, month, year, hour, minute = match.groups()
        try:
            if hour is None:
                return datetime(int(year), int(month), int(day)).date().isoformat()
            return datetime(int(year), int(month), int(day), int(hour), int(minute)).isoformat()
        except ValueError:
            return None
    return None
