"""ZIP archives, read in memory: nothing is unpacked to disk, so no path can leave a folder.

Limits hold against bombs: files in an archive, bytes of a file, bytes in all; an archive inside an
archive is left out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from quellenlage.errors import UnreadableInput

__all__ = ["Member", "is_archive", "members"]

MOST_MEMBERS = 100_000
LARGEST_TOTAL = 500_000_000
"""Bytes unpacked of one archive: a year of a large newsroom's texts."""


class Member(NamedTuple):
    """A file in an archive: its name, and its bytes or why there are none."""

    name: str
    data: bytes
    problem: str | None = None


def is_archive(data: bytes, path: str) -> bool:
    """Whether a file is named and made as a ZIP archive."""
    return path.casefold().endswith(".zip") and data.startswith(b"PK")


def members(data: bytes, *, endings: tuple[str, ...], largest: int) -> Iterator[Member]:
    """The files of an archive that have one of the endings, in order of their names."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableInput("is a broken ZIP archive") from error
    with archive:
        wanted = [
            info
            for info in archive.infolist()[:MOST_MEMBERS]
            if not info.is_dir() and info.filename.casefold().endswith(endings)
        ]
        total = 0
        for info in sorted(wanted, key=lambda info: info.filename):
            member = _member(archive, info, min(largest, LARGEST_TOTAL - total))
            total += len(member.data)
            yield member


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> Member:
    """One file; what its header says of its size is not believed."""
    try:
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
    except (zipfile.BadZipFile, RuntimeError, ValueError, OSError, EOFError, NotImplementedError):
        return Member(info.filename, b"", "is broken or locked in its archive")
    if len(data) > limit:
        return Member(info.filename, b"", "is larger than the limit")
    return Member(info.filename, data)
