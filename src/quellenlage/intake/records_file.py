"""Record files: JSON, JSON lines, CSV and Parquet, one article a record.

1. the names the user maps; 2. the names that news-please, Fundus and trafilatura write; 3. ninjs
objects and JSON Feeds by readers of their own; 4. a record without text is none.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quellenlage.errors import UnreadableInput
from quellenlage.intake.feed import is_json_feed, read_json_feed
from quellenlage.intake.metadata import give_outlet, give_record
from quellenlage.intake.ninjs import is_ninjs, read_ninjs
from quellenlage.intake.records import Draft

__all__ = ["MAPPED", "RECORD_FILES", "read_parquet", "read_records"]

RECORD_FILES = (".json", ".jsonl", ".ndjson", ".csv", ".tsv")
TEXTS = ("text", "maintext", "plaintext", "body", "article", "content", "raw_text")
FIRST = ("summary", "headline")
"""Keys of Fundus' body that open it or a section, wherever a writer put them."""
LISTS = ("articles", "items", "records", "data", "results")
OUTLETS = ("source_domain", "sitename", "publisher", "source")
DESCRIBED = ("title", "url", "outlet", "published", "modified", "authors", "section", "language")
MAPPED = frozenset(["text", "kind", *DESCRIBED])
"""Fields for which a user can name the column of a record."""
LARGEST_FIELD = 10_000_000
MOST_COLUMNS = 1_000
BATCH = 500
Record = Mapping[str, Any]


def read_records(text: str, path: str, *, name: str, fields: Mapping[str, str]) -> list[Draft]:
    """The drafts of a record file; raises `UnreadableInput` if it holds no article."""
    folded = name.casefold()
    if folded.endswith((".csv", ".tsv")):
        return _drafts(_from_csv(text), path, fields)
    if folded.endswith(".json"):
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            data = None
        if isinstance(data, dict) and is_json_feed(data):
            return read_json_feed(data, path)
        if data is not None:
            return _drafts(_from_json(data), path, fields)
    return _drafts(_from_lines(text), path, fields)


def read_parquet(data: bytes, path: str, *, fields: Mapping[str, str]) -> Iterator[Draft]:
    """The drafts of a Parquet file, read some rows at a time."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise UnreadableInput(
            "needs the reader of Parquet: pip install 'quellenlage[parquet]'"
        ) from error
    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        if file.metadata.num_columns > MOST_COLUMNS:
            raise UnreadableInput(f"has more than {MOST_COLUMNS} columns")
        for batch in file.iter_batches(batch_size=BATCH):
            rows = ({k: _said(v) for k, v in row.items()} for row in batch.to_pylist())
            yield from (draft for row in rows if (draft := _draft(row, path, fields)))
    except (ArrowException, OSError, ValueError) as error:
        raise UnreadableInput("is a broken Parquet file") from error


def _said(value: object) -> object:
    """A value as a record file would write it: times as ISO 8601."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _drafts(records: Iterable[Record], path: str, fields: Mapping[str, str]) -> list[Draft]:
    """The drafts of the records that have a text."""
    drafts = [draft for record in records if (draft := _draft(record, path, fields))]
    if not drafts:
        raise UnreadableInput("holds no record with a text")
    return drafts


def _from_json(data: object) -> Iterator[Record]:
    """The records of a JSON document: a list, an object with a list, or one record."""
    if isinstance(data, dict):
        lists = [data[key] for key in LISTS if isinstance(data.get(key), list)]
        data = lists[0] if lists and not _text(data) and not is_ninjs(data) else [data]
    if isinstance(data, list):
        yield from (record for record in data if isinstance(record, dict))


def _from_lines(text: str) -> Iterator[Record]:
    """The records of JSON lines; a broken line is left out."""
    for line in text.splitlines():
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield record


def _from_csv(text: str) -> Iterator[Record]:
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


def _text(record: Record) -> str:
    """The text of a record; Fundus' body is an object with summary and sections."""
    for key in TEXTS:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            return value
    body = record.get("body")
    return "\n\n".join(_strings(body, 6)) if isinstance(body, dict) else ""


def _strings(value: object, depth: int) -> Iterator[str]:
    """All strings in an object, in order, what opens an article first."""
    if isinstance(value, str):
        yield value
    elif depth and isinstance(value, dict | list):
        if isinstance(value, dict):
            value = [value[key] for key in sorted(value, key=lambda key: key not in FIRST)]
        for item in value:
            yield from _strings(item, depth - 1)


def _draft(record: Record, path: str, fields: Mapping[str, str]) -> Draft | None:
    """The draft of a record, if it has a text."""
    record = {**record, **{ours: record.get(theirs) for ours, theirs in fields.items()}}
    if is_ninjs(record):
        draft = read_ninjs(record, path)
        return draft if draft.text.strip() else None
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
