"""Inputs → articles: every file is read on its own, and one that fails is told, not fatal."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from quellenlage.errors import NothingReadable, UnreadableInput
from quellenlage.intake.archive import is_archive, members
from quellenlage.intake.assembly import article_of
from quellenlage.intake.decoding import decode
from quellenlage.intake.feed import looks_like_feed, read_feed
from quellenlage.intake.locate import READABLE, STANDARD_INPUT, Found, locate
from quellenlage.intake.mail import read_mail
from quellenlage.intake.metadata import folder_records, give_record
from quellenlage.intake.page import looks_like_page, read_page
from quellenlage.intake.plain import read_text
from quellenlage.intake.records import Draft, Intake, IntakeOptions, Problem
from quellenlage.intake.records_file import RECORD_FILES, read_records
from quellenlage.model import Article, content_id

__all__ = ["read", "read_bytes"]

PAGES = (".html", ".htm", ".xhtml")
MAILS = (".eml",)
MARKDOWN = (".md", ".markdown")


def read(
    inputs: Sequence[str | Path],
    *,
    options: IntakeOptions = IntakeOptions(),  # noqa: B008
) -> Intake:
    """The articles under some inputs.

    Raises `InvalidCall` if nothing given exists, `NothingReadable` if nothing could be read.
    """
    found, problems = locate(inputs, options=options)
    records: dict[Path, Mapping[str, Mapping[str, object]]] = {}
    articles: list[Article] = []
    for item in found:
        folder = item.file.parent
        if folder not in records:
            records[folder] = folder_records(folder)
        try:
            articles += _read_file(item, records[folder].get(item.file.name), options, problems)
        except UnreadableInput as error:
            problems.append(_problem(item.shown, str(error)))
        except (MemoryError, RecursionError, ArithmeticError, LookupError, ValueError) as error:
            problems.append(_problem(item.shown, f"could not be read ({type(error).__name__})"))
        except OSError as error:
            reason = "no permission" if isinstance(error, PermissionError) else error.strerror
            problems.append(_problem(item.shown, f"could not be opened ({reason})"))
    if not articles:
        raise NothingReadable(_nothing(problems))
    return Intake(articles=_distinct(articles), problems=problems)


def _problem(path: str, what: str) -> Problem:
    """The sentence about an input that was left out."""
    return Problem(path=path, slug="unreadable-input", message=f"{path} {what}; left out.")


def _nothing(problems: Sequence[Problem]) -> str:
    """Why nothing could be read."""
    if len(problems) == 1:
        return problems[0].message
    told = " ".join(problem.message for problem in problems[:3])
    return f"Nothing could be read. {told}".strip()


def _read_file(
    item: Found,
    record: Mapping[str, object] | None,
    options: IntakeOptions,
    problems: list[Problem],
) -> list[Article]:
    """The articles in a file; those of an archive's files each on their own."""
    data = _content(item, options)
    if not is_archive(data, item.shown):
        return [article_of(draft) for draft in read_bytes(data, item.shown, record=record)]
    found: list[Article] = []
    for member in members(data, endings=READABLE, largest=options.largest_file):
        shown = f"{item.shown}/{member.name}"
        try:
            if member.problem or not member.data.strip():
                raise UnreadableInput(member.problem or "is empty")
            found += [article_of(draft) for draft in read_bytes(member.data, shown)]
        except UnreadableInput as error:
            problems.append(_problem(shown, str(error)))
    return found


def _content(item: Found, options: IntakeOptions) -> bytes:
    """The bytes of a file, or of standard input; raises `UnreadableInput` if they are too many."""
    if item.shown == STANDARD_INPUT:
        data = sys.stdin.buffer.read(options.largest_file + 1)
        size = len(data)
    else:
        if not item.file.is_file():
            raise UnreadableInput("is no regular file")
        size = item.file.stat().st_size
        data = item.file.read_bytes() if size <= options.largest_file else b""
    if size > options.largest_file:
        limit = options.largest_file / 1_000_000
        raise UnreadableInput(f"is larger than the limit of {limit:g} MB")
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableInput("is empty")
    return data


def read_bytes(
    data: bytes, path: str, *, record: Mapping[str, object] | None = None
) -> list[Draft]:
    """The drafts in a file's bytes: 1. an e-mail, 2. records, 3. a feed, 4. a page, 5. a text."""
    name = path.casefold()
    if name.endswith(MAILS):
        return [read_mail(data, path)]
    decoded = decode(data)
    if name.endswith(RECORD_FILES):
        return read_records(decoded.text, path)
    if looks_like_feed(decoded.text):
        return read_feed(decoded.text, path)
    if name.endswith(PAGES) or looks_like_page(decoded.text):
        draft = read_page(decoded.text, path)
    else:
        draft = read_text(decoded.text, path, markdown=name.endswith(MARKDOWN))
    if record:
        known = Draft(path, "")
        give_record(known, record, rule="meta.json")
        draft.fields = {**draft.fields, **known.fields}
        draft.provenance = {**draft.provenance, **known.provenance}
    return [draft]


def _distinct(articles: Sequence[Article]) -> list[Article]:
    """The articles, each with an id of its own; the same article again gets a numbered one.

    Another text at the same canonical address is a version of the first.
    """
    seen: dict[str, int] = {}
    first: dict[str, Article] = {}
    found = []
    for article in articles:
        count = seen[article.id] = seen.get(article.id, 0) + 1
        id = article.id if count == 1 else content_id("a", article.id, count)
        original = first.setdefault(article.canonical_url or id, article)
        version = original.id if original is not article else None
        found.append(msgspec.structs.replace(article, id=id, version_of=version))
    return found
