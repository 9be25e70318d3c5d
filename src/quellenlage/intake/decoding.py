"""Bytes → characters: byte order mark, UTF-8, UTF-16, else Windows-1252; what no text is, is told.

1. a byte order mark names the encoding; 2. UTF-8 if it decodes; 3. UTF-16 without a mark, known by
its zero bytes; 4. broken UTF-8, of which the odd bytes are read as Windows-1252; 5. Windows-1252.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from quellenlage.errors import UnreadableInput

__all__ = ["Decoded", "decode"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP archive",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"BZh": "a bzip2 archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"RIFF": "a media file",
    b"OggS": "a media file",
    b"ID3": "a media file",
    b"II*\x00": "a TIFF image",
    b"SQLite format": "a database",
}
SAMPLE = 4096
MOST_CONTROL = 0.02
"""Share of control characters in a text: a form feed now and then is none of a binary file."""
LEAST_ZEROS = 0.3
"""Share of zero bytes at even or odd places by which Latin text in UTF-16 is known."""


class Decoded(NamedTuple):
    """A text, its encoding, and whether single bytes had to be guessed (as lone surrogates)."""

    text: str
    encoding: str
    broken: bool = False


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The characters of a file; raises `UnreadableInput` if it holds no text."""
    for signature, what in SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableInput(f"is {what}, not a text")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(Decoded(data.decode(encoding, "replace").lstrip("\ufeff"), encoding))
    return _checked(_unmarked(data, declared))


def _unmarked(data: bytes, declared: str | None) -> Decoded:
    """A text without byte order mark."""
    if (wide := _wide(data[:SAMPLE])) is not None:
        return Decoded(data.decode(wide, "replace"), wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (text := _as_declared(data, declared)) is not None:
        return Decoded(text, declared)
    lenient = data.decode("utf-8", "surrogateescape")
    odd = sum("\udc80" <= letter <= "\udcff" for letter in lenient)
    sound = sum(letter > "\x7f" for letter in lenient) - odd
    if sound >= odd:
        return Decoded(lenient, "utf-8", broken=True)
    return Decoded(data.decode("cp1252", "replace"), "cp1252")


def _as_declared(data: bytes, declared: str) -> str | None:
    """The text in the encoding its page declares, if that is one and fits."""
    if declared.casefold().replace("_", "-") in {"utf-8", "utf8"}:
        return None
    try:
        return data.decode(declared)
    except (LookupError, ValueError):
        return None


def _wide(sample: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, known by the zero bytes of Latin letters."""
    pairs = len(sample) // 2
    if not pairs:
        return None
    if sample[1::2].count(0) > LEAST_ZEROS * pairs and sample[::2].count(0) < 0.05 * pairs:
        return "utf-16-le"
    if sample[::2].count(0) > LEAST_ZEROS * pairs and sample[1::2].count(0) < 0.05 * pairs:
        return "utf-16-be"
    return None


def _checked(decoded: Decoded) -> Decoded:
    """The text, if its beginning looks like one."""
    sample = decoded.text[:SAMPLE]
    control = sum(letter < " " and letter not in "\t\n\r\f\v" for letter in sample)
    if control > MOST_CONTROL * len(sample):
        raise UnreadableInput("is a binary file, not a text")
    if not decoded.text.strip():
        raise UnreadableInput("is empty")
    return decoded
