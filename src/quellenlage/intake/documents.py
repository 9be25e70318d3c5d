"""PDF and Word documents, by pypdf and python-docx: the extra `documents`.

1. the document's own title, author and date; 2. its paragraphs; tables cell by cell. A PDF's lines
are joined to paragraphs as those of any text set to a measure.
"""

from __future__ import annotations

import io
import logging
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from quellenlage.errors import UnreadableInput
from quellenlage.intake.records import Draft

__all__ = ["DOCUMENTS", "read_document"]

DOCUMENTS = (".pdf", ".docx")
MOST_PAGES = 1_000
MOST_CHARACTERS = 20_000_000
LARGEST_UNPACKED = 200_000_000
"""Bytes of a Word document unpacked: pictures included, longer ones are no news."""


def read_document(data: bytes, path: str, *, name: str) -> Draft:
    """The draft of a document; raises `UnreadableInput` if it has no text or no reader is there."""
    reader = _pdf if name.casefold().endswith(".pdf") else _docx
    try:
        draft = reader(data, path)
    except ImportError as error:
        kind = name.rpartition(".")[2].upper()
        raise UnreadableInput(
            f"needs the reader of {kind} files: pip install 'quellenlage[documents]'"
        ) from error
    except UnreadableInput:
        raise
    except Exception as error:  # both libraries raise whatever a broken file leads them to
        raise UnreadableInput("is a broken document") from error
    if not draft.text.strip():
        raise UnreadableInput("is a document without a text; perhaps it is a picture of one")
    return draft


def _pdf(data: bytes, path: str) -> Draft:
    """The draft of a PDF."""
    import pypdf

    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # it tells every oddity of a file
    document = pypdf.PdfReader(io.BytesIO(data))
    if document.is_encrypted and not document.decrypt(""):
        raise UnreadableInput("is locked with a password")
    draft = Draft(path, "\n\n".join(_pages(document)), lines=True)
    about = document.metadata
    if about:
        draft.give("title", _line(about.title), "document")
        draft.give("authors", [_line(about.author)] if _line(about.author) else [], "document")
        draft.give("published", _day(about.creation_date), "date of the document")
    return draft


def _pages(document: Any) -> Iterator[str]:
    """The texts of a PDF's pages, as far as the limits go."""
    left = MOST_CHARACTERS
    for number in range(min(len(document.pages), MOST_PAGES)):
        text = document.pages[number].extract_text()[:left]
        left -= len(text)
        yield text
        if left <= 0:
            return


def _docx(data: bytes, path: str) -> Draft:
    """The draft of a Word document."""
    import docx

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > LARGEST_UNPACKED:
            raise UnreadableInput("is larger unpacked than the limit")
    document = docx.Document(io.BytesIO(data))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n\n".join(part for part in [*paragraphs, *cells] if part.strip())
    draft = Draft(path, text[:MOST_CHARACTERS])
    about = document.core_properties
    draft.give("title", _line(about.title), "document")
    draft.give("authors", [_line(about.author)] if _line(about.author) else [], "document")
    draft.give("published", _day(about.created), "date of the document")
    return draft


def _line(value: object) -> str:
    """A property in one line."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _day(value: object) -> str | None:
    """A date of a document as ISO 8601."""
    return value.isoformat() if isinstance(value, datetime) else None
