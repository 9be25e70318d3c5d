"""Files that hold files: ZIP, tar, gzip, web archives. Read as a stream, nothing unpacked to disk.

1. `.warc`, `.warc.gz`: every successful answer that is a page or text; 2. `.wacz`: the web
archives in it; 3. `.zip`, `.tar` packed or not: the files of readable kinds, archives left out;
4. `.gz`: the one file in it. Limits hold against bombs: what is unpacked is counted, what a header
says of its size is not believed.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from quellenlage.errors import UnreadableInput
from quellenlage.intake.records import Content, IntakeOptions, Problem

__all__ = ["CONTAINERS", "contents", "is_container", "left_out"]

MOST_MEMBERS = 100_000
MOST_BREAKS_PACKED = 5
"""Broken records of a web archive in a ZIP file: to look past one it is unpacked from its start."""
WEB_ARCHIVES = (".warc", ".warc.gz", ".arc", ".arc.gz")
ZIPS = (".zip",)
WACZ = (".wacz",)
TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
GZIPS = (".gz",)
CONTAINERS = (*WEB_ARCHIVES, *WACZ, *ZIPS, *TARS, *GZIPS)
BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError, RuntimeError, ValueError,
    NotImplementedError, LookupError,
)  # fmt: skip
"""What the libraries raise for archives that are broken or locked."""


def is_container(name: str) -> bool:
    """Whether a file is named as one that holds files."""
    return name.casefold().endswith(CONTAINERS)


def left_out(path: str, reason: str) -> Problem:
    """The sentence about an input that was left out."""
    return Problem(path=path, slug="unreadable-input", message=f"{path} {reason}; left out.")


def contents(
    stream: IO[bytes], shown: str, *, endings: tuple[str, ...], options: IntakeOptions
) -> Iterator[Content | Problem]:
    """The files in a container, and a problem for each that cannot be read.

    Raises `UnreadableInput` where the container itself is broken or too large.
    """
    name = shown.casefold()
    endings = tuple(ending for ending in endings if ending not in CONTAINERS)
    try:
        if name.endswith(WEB_ARCHIVES):
            yield from _web_archive(stream, shown, options)
        elif name.endswith(WACZ):
            yield from _wacz(stream, shown, options)
        elif name.endswith(ZIPS):
            yield from _zip(stream, shown, endings, options)
        elif name.endswith(TARS):
            yield from _tar(stream, shown, endings, options)
        else:
            yield _gzip(stream, shown, options)
    except BROKEN as error:
        raise UnreadableInput("is a broken archive") from error


class _Counted(io.RawIOBase):
    """A stream that gives no more than some bytes in all."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._stream, self._left = stream, most

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Reads; raises `UnreadableInput` beyond the limit."""
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableInput("holds more than the limit for an archive")
        buffer[: len(data)] = data
        return len(data)


def _web_archive(
    stream: IO[bytes], shown: str, options: IntakeOptions, **limits: int
) -> Iterator[Content | Problem]:
    """The pages of a web archive; the library is loaded for the first one only."""
    from quellenlage.intake.webarchive import archived_pages

    yield from archived_pages(stream, shown, largest=options.largest_file, **limits)


def _zip(
    stream: IO[bytes], shown: str, endings: tuple[str, ...], options: IntakeOptions
) -> Iterator[Content | Problem]:
    """The files of a ZIP archive in order of their names."""
    left = options.largest_total
    with zipfile.ZipFile(stream) as archive:
        infos = [
            info
            for info in archive.infolist()[:MOST_MEMBERS]
            if info.filename and not info.is_dir()
        ]
        for info in sorted(infos, key=lambda info: info.filename):
            if is_container(info.filename):
                yield _nested(shown, info.filename)
            if not info.filename.casefold().endswith(endings):
                continue
            if left <= 0:
                raise UnreadableInput("holds more than the limit for an archive")
            try:
                with archive.open(info) as file:
                    data = file.read(min(left, options.largest_file) + 1)
            except BROKEN:
                yield left_out(f"{shown}/{info.filename}", "is broken or locked in its archive")
                continue
            left -= len(data)
            yield _member(shown, info.filename, data, options)


def _tar(
    stream: IO[bytes], shown: str, endings: tuple[str, ...], options: IntakeOptions
) -> Iterator[Content | Problem]:
    """The regular files of a tar archive as they come; links are left out."""
    unpacked = io.BufferedReader(_Counted(_unpacked(stream, shown), options.largest_total))
    with tarfile.open(fileobj=unpacked, mode="r|") as archive:
        for number, info in enumerate(archive):
            if number >= MOST_MEMBERS:
                raise UnreadableInput(f"holds more than {MOST_MEMBERS} files")
            if info.isreg() and is_container(info.name):
                yield _nested(shown, info.name)
            if not info.isreg() or not info.name.casefold().endswith(endings):
                continue
            file = archive.extractfile(info)
            data = file.read(options.largest_file + 1) if file else b""
            yield _member(shown, info.name, data, options)


def _unpacked(stream: IO[bytes], shown: str) -> IO[bytes]:
    """The stream without its packing, by the ending of its name."""
    import bz2
    import lzma

    name = shown.casefold()
    if name.endswith((".gz", ".tgz")):
        return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]
    if name.endswith(("bz2",)):
        return bz2.BZ2File(stream)
    return lzma.LZMAFile(stream) if name.endswith("xz") else stream


def _member(shown: str, name: str, data: bytes, options: IntakeOptions) -> Content | Problem:
    """A file of an archive, or why it is left out."""
    inside = _inside(shown, name)
    if len(data) > options.largest_file:
        return left_out(inside, "is larger than the limit")
    return Content(inside, name, data) if data.strip() else left_out(inside, "is empty")


def _nested(shown: str, name: str) -> Problem:
    """The sentence about an archive in an archive."""
    return left_out(_inside(shown, name), "is an archive in an archive")


def _inside(shown: str, name: str) -> str:
    """The path of a file in an archive, without what climbs out of it."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join([shown, *(part for part in parts if part not in ("..", "/"))])


def _gzip(stream: IO[bytes], shown: str, options: IntakeOptions) -> Content:
    """The one file in a gzip archive."""
    with gzip.GzipFile(fileobj=stream) as file:
        data = file.read(options.largest_file + 1)
    if len(data) > options.largest_file:
        raise UnreadableInput(
            f"is larger than the limit of {options.largest_file / 1_000_000:g} MB"
        )
    return Content(shown, shown[: -len(".gz")], data)


def _wacz(stream: IO[bytes], shown: str, options: IntakeOptions) -> Iterator[Content | Problem]:
    """The pages of the web archives in a WACZ file."""
    with zipfile.ZipFile(stream) as archive:
        names = [name for name in archive.namelist() if name.casefold().endswith(WEB_ARCHIVES)]
        if not names:
            raise UnreadableInput("is a WACZ file without a web archive")
        for name in sorted(names)[:MOST_MEMBERS]:
            info = archive.getinfo(name)
            packed = info.compress_type != zipfile.ZIP_STORED
            if packed and info.file_size > options.largest_total:
                yield left_out(f"{shown}/{name}", "is larger unpacked than the limit")
                continue
            with archive.open(info) as file:
                yield from _web_archive(file, shown, options, breaks=MOST_BREAKS_PACKED)
