"""Web archives by warcio: one record at a time, so that a file of any size needs the same memory.

1. records that brought a page; 2. behind a broken record reading goes on at the next one; 3. a file
packed as a whole instead of record by record is unpacked as a stream.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from quellenlage.errors import UnreadableInput
from quellenlage.intake.addresses import told
from quellenlage.intake.records import Content, Problem

__all__ = ["archived_pages"]

PAGES = ("text/html", "application/xhtml", "text/plain")
KINDS = frozenset(["response", "resource"])
SOUND = ("200", "")
MOST_BREAKS = 100
"""Broken records after which a file is given up."""
BLOCK = 1_000_000
OVERLAP = 10
_BEGINNING = re.compile(rb"\x1f\x8b\x08[\x00\x04]|WARC/1\.[01]\r?\n")
BROKEN = (
    ArchiveLoadFailed, OSError, EOFError, ValueError, LookupError, TypeError, AttributeError,
    zlib.error,
)  # fmt: skip
"""What warcio raises or passes on at a broken record."""


class _Records(ArchiveIterator):  # type: ignore[misc]
    """Records whose warnings do not go to the screen."""

    INC_RECORD = ""


def archived_pages(
    stream: IO[bytes], shown: str, *, largest: int, breaks: int = MOST_BREAKS
) -> Iterator[Content | Problem]:
    """The pages of a web archive; a broken record is told, and what follows it is read.

    Raises `UnreadableInput` if the file is no web archive.
    """
    any_page = False
    start: int | None = 0
    for _ in range(breaks):
        records = _Records(stream)
        try:
            for record in records:
                if record.length is None:  # it would swallow all that follows
                    raise ArchiveLoadFailed("a record without its length")
                for page in _page(record, shown, largest):
                    any_page = True
                    yield page
            break
        except BROKEN as error:
            if "non-chunked" in str(error) and stream.seekable():
                stream.seek(0)
                yield from _unpacked(stream, shown, largest)
                return
            start = _next_record(stream, max(start or 0, records.offset) + 1)
            if start is None and not any_page:
                raise UnreadableInput("is a web archive without a page, or none") from error
            yield _problem(shown, "", "is a broken record")
        if start is None:
            break
    else:
        yield _problem(shown, "", f"and all behind it is given up after {breaks} broken records")
    if not any_page:
        raise UnreadableInput("is a web archive without a page, or none")


def _unpacked(stream: IO[bytes], shown: str, largest: int) -> Iterator[Content | Problem]:
    """The pages of a file packed as a whole, of which the first record was read before."""
    with gzip.GzipFile(fileobj=stream) as whole:
        records = iter(_Records(whole))
        try:
            next(records, None)
            for record in records:
                yield from _page(record, shown, largest)
        except BROKEN:
            yield _problem(shown, "", "is a broken record, and what follows it cannot be found")


def _next_record(stream: IO[bytes], start: int) -> int | None:
    """Goes to the next place behind a broken record where another begins, and tells it."""
    if not stream.seekable():
        return None
    stream.seek(start)
    place, before = start, b""
    while block := stream.read(BLOCK):
        window = before + block
        if match := _BEGINNING.search(window):
            found = place - len(before) + match.start()
            stream.seek(found)
            return found
        place += len(block)
        before = window[-OVERLAP:]
    return None


def _page(record: Any, shown: str, largest: int) -> Iterator[Content | Problem]:
    """The page a record brought, if it did."""
    if not _is_page(record):
        return
    address = told(str(record.rec_headers.get_header("WARC-Target-URI") or ""))
    data = record.content_stream().read(largest + 1)
    if len(data) > largest:
        yield _problem(shown, address, "is larger than the limit")
    elif data.strip():
        yield Content(shown, ".html", data, address, _charset(record))


def _problem(shown: str, address: str, reason: str) -> Problem:
    """The sentence about a record that was left out."""
    message = f"{shown}: {address or 'a record'} {reason}; left out."
    return Problem(path=shown, slug="unreadable-input", message=message)


def _is_page(record: Any) -> bool:
    """Whether a record is an answer that brought a page."""
    if record.rec_type not in KINDS:
        return False
    headers = record.http_headers
    if headers is None:
        media_type = str(record.rec_headers.get_header("Content-Type") or "")
        return record.rec_type == "resource" and media_type.casefold().startswith(PAGES)
    media_type = str(headers.get_header("Content-Type") or "text/html")
    return headers.get_statuscode() in SOUND and media_type.strip().casefold().startswith(PAGES)


def _charset(record: Any) -> str | None:
    """The character set an answer declares."""
    headers = record.http_headers
    declared = str(headers.get_header("Content-Type") or "") if headers else ""
    return declared.casefold().partition("charset=")[2].strip(" \"';").split(";")[0] or None
