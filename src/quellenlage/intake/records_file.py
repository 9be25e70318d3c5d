"""Record files: JSON, JSON lines and CSV, one article a record.

1. the text of a record; 2. its other fields, by the names that news-please, Fundus and trafilatura
write; 3. a record without text is none.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

from quellenlage.errors import UnreadableInput
from quellenlage.intake.metadata import give_outlet, give_record
from quellenlage.intake.records import Draft

__all__ = ["RECORD_FILES", "read_records"]

RECORD_FILES = (".json", ".jsonl", ".ndjson", ".csv")
TEXTS = ("text", "maintext", "plaintext", "body", "article", "content", "raw_text")
LISTS = ("articles", "items", "records", "data")
OUTLETS = ("source_domain", "sitename", "publisher", "source")
LARGEST_FIELD = 10_000_000
MOST_COLUMNS = 1_000


def read_records(text: str, path: str) -> list[Draft]:
    """The drafts of a record file; raises `UnreadableInput` if it holds no article."""
    if path.casefold().endswith(".csv"):
        records = _from_csv(text)
    elif path.casefold().endswith(".json"):
        records = _from_json(text)
    else:
        records = _from_lines(text)
    drafts = [draft for record in records if (draft := _draft(record, path))]
    if not drafts:
        raise UnreadableInput("holds no record with a text")
    return drafts


def _from_json(text: str) -> Iterator[Mapping[str, object]]:
    """The records of a JSON document: a list, an object with a list, or one record."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        yield from _from_lines(text)
        return
    if isinstance(data, dict):
        lists = [data[key] for key in LISTS if isinstance(data.get(key), list)]
        data = lists[0] if lists and not _text(data) else [data]
    if isinstance(data, list):
        yield from (record for record in data if isinstance(record, dict))


def _from_lines(text: str) -> Iterator[Mapping[str, object]]:
    """The records of JSON lines; a broken line is left out."""
    for line in text.splitlines():
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield record


def _from_csv(text: str) -> Iterator[Mapping[str, object]]:
    """The records of a table with a header line, parted by comma, semicolon or tab."""
    header = text.split("\n", 1)[0]
    separator = max(",;\t", key=header.count)
    if header.count(separator) > MOST_COLUMNS:
        raise UnreadableInput(f"has more than {MOST_COLUMNS} columns")
    limit = csv.field_size_limit(LARGEST_FIELD)
    try:
        yield from csv.DictReader(io.StringIO(text), delimiter=separator, restkey="")
    except csv.Error as error:
        raise UnreadableInput(f"is no table that could be read ({error})") from error
    finally:
        csv.field_size_limit(limit)


def _text(record: Mapping[str, object]) -> str:
    """The text of a record; Fundus' body is an object with summary and sections."""
    for key in TEXTS:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            return value
    body = record.get("body")
    return "\n\n".join(_strings(body, 6)) if isinstance(body, dict) else ""


def _strings(value: object, depth: int) -> Iterator[str]:
    """All strings in an object, in order."""
    if isinstance(value, str):
        yield value
    elif depth and isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item, depth - 1)


def _draft(record: Mapping[str, object], path: str) -> Draft | None:
    """The draft of a record, if it has a text."""
    text = _text(record)
    if not text:
        return None
    draft = Draft(path, text.replace("\r\n", "\n").replace("\r", "\n"), lines=True)
    give_record(draft, record, rule="record")
    source = record.get("source")
    if isinstance(source, str) and source.startswith(("http://", "https://")):
        draft.give("url", source, "record")
        give_outlet(draft, source, rule="record, address")
    for key in OUTLETS:
        if isinstance(name := record.get(key), str) and name.strip():
            give_outlet(draft, name, rule="record")
    return draft
