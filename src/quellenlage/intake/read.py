"""Inputs → articles: every file or link is read on its own; one that fails is told, not fatal.

Articles come as a stream: of an archive larger than memory only one article is held at a time.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from quellenlage.errors import NothingReadable, UnreadableInput
from quellenlage.intake.addresses import is_link, told
from quellenlage.intake.assembly import article_of
from quellenlage.intake.containers import contents, is_container, left_out
from quellenlage.intake.decoding import decode
from quellenlage.intake.formats import READABLE, drafts_of
from quellenlage.intake.links import Links, links_in
from quellenlage.intake.locate import STANDARD_INPUT, Found, locate
from quellenlage.intake.metadata import METADATA, folder_records
from quellenlage.intake.records import Content, Draft, Intake, IntakeOptions, Problem
from quellenlage.model import Article, content_id

__all__ = ["read", "read_bytes", "stream"]

FAILURES = (Exception,)
"""What a reader, or a library it rests on, can be led to by a file that is broken on purpose: told,
and no reason to end. Fuzzing led warcio and the e-mail parser to errors of five unlike kinds."""
DEEPEST = 2
"""Steps from a feed or an index of site maps to the article."""


def read(
    inputs: Sequence[str | Path],
    *,
    options: IntakeOptions = IntakeOptions(),  # noqa: B008
) -> Intake:
    """The articles under some inputs.

    Raises `InvalidCall` if nothing given exists, `NothingReadable` if nothing could be read.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    for item in stream(inputs, options=options):
        if isinstance(item, Article):
            articles.append(item)
        else:
            problems.append(item)
    if not articles:
        raise NothingReadable(_nothing(problems))
    return Intake(articles=_distinct(articles), problems=problems)


def stream(
    inputs: Sequence[str | Path],
    *,
    options: IntakeOptions = IntakeOptions(),  # noqa: B008
) -> Iterator[Article | Problem]:
    """The articles and problems one by one; raises `InvalidCall` if nothing given exists."""
    found, problems = locate(inputs, options=options)
    yield from problems
    with Links(options.links) as links:
        reader = _Reader(options, links)
        for item in found:
            yield from reader.guarded(item.shown, reader.of_file(item))


def read_bytes(
    data: bytes, path: str, *, record: Mapping[str, object] | None = None
) -> list[Draft]:
    """The drafts in a file's bytes; its name tells the format where the content does not."""
    return list(drafts_of(Content(path, path, data), record=record))


class _Reader:
    """Reads files and links; remembers what a folder's `meta.json` says, and what was fetched."""

    def __init__(self, options: IntakeOptions, links: Links) -> None:
        self._options = options
        self._links = links
        self._records: dict[Path, Mapping[str, Mapping[str, object]]] = {}
        self._fetched: set[str] = set()

    def guarded(
        self, shown: str, items: Iterator[Article | Problem]
    ) -> Iterator[Article | Problem]:
        """The items of an input; what breaks becomes a problem."""
        try:
            yield from items
        except UnreadableInput as error:
            yield left_out(shown, str(error))
        except OSError as error:
            reason = "no permission" if isinstance(error, PermissionError) else error.strerror
            yield left_out(shown, f"could not be opened ({reason})")
        except FAILURES as error:
            yield left_out(shown, f"could not be read ({type(error).__name__})")

    def of_file(self, item: Found) -> Iterator[Article | Problem]:
        """The articles of a file, a link, or standard input."""
        if is_link(item.shown):
            yield from self.of_link(item.link or item.shown, fetched=True)
        elif item.shown != STANDARD_INPUT and is_container(item.shown):
            if not item.file.is_file():
                raise UnreadableInput("is no regular file")
            with item.file.open("rb") as file:
                yield from self._of_container(file, item.shown)
        else:
            if item.shown != STANDARD_INPUT:
                yield from self.guarded(str(item.file.parent / METADATA), self._note(item))
            content = Content(item.shown, item.shown, _bytes(item, self._options))
            yield from self._of_content(content, record=self._record(item))

    def of_link(
        self, link: str, *, fetched: bool, depth: int = 0, hint: Draft | None = None
    ) -> Iterator[Article | Problem]:
        """The articles behind a link, each link once."""
        if link in self._fetched:
            return
        self._fetched.add(link)
        content = self._links.content(link)
        if is_container(content.name):
            yield from self._of_container(io.BytesIO(content.data), content.name)
            return
        yield from self._of_content(content, fetched=fetched, depth=depth, hint=hint)

    def _of_container(self, file: io.IOBase, shown: str) -> Iterator[Article | Problem]:
        """The articles of an archive's files, each on its own."""
        inside = contents(file, shown, endings=READABLE, options=self._options)  # type: ignore[arg-type]
        for content in inside:
            if isinstance(content, Problem):
                yield content
            else:
                yield from self.guarded(content.shown, self._of_content(content))

    def _of_content(
        self,
        content: Content,
        *,
        record: Mapping[str, object] | None = None,
        fetched: bool = False,
        depth: int = 0,
        hint: Draft | None = None,
    ) -> Iterator[Article | Problem]:
        """The articles in the bytes of a file; those of a list of links are fetched."""
        if not content.data.strip(b"\x00 \t\r\n"):
            raise UnreadableInput("is empty")
        if links := self._listed(content):
            for link in links:
                yield from self.guarded(told(link), self.of_link(link, fetched=True))
            return
        for draft in drafts_of(content, record=record, fields=self._options.fields):
            if draft.pointer and self._follows(fetched) and depth < DEEPEST:
                yield from self._followed(draft, depth)
            elif draft.text.strip() or not draft.pointer:
                yield self._article(draft, hint)

    def _listed(self, content: Content) -> list[str]:
        """The links of a list of them."""
        if content.url or b"://" not in content.data[:4_000]:
            return []
        try:
            return links_in(decode(content.data).text)
        except UnreadableInput:
            return []

    def _follows(self, fetched: bool) -> bool:
        """Whether articles that are only pointed to are fetched."""
        follow = self._options.links.follow
        return fetched if follow is None else follow

    def _followed(self, draft: Draft, depth: int) -> Iterator[Article | Problem]:
        """The article an entry points to; if it cannot be had, what the entry itself says."""
        link = str(draft.pointer)
        try:
            found = list(self.of_link(link, fetched=True, depth=depth + 1, hint=draft))
        except FAILURES as error:
            told_of = str(error) if isinstance(error, UnreadableInput) else "could not be read"
            yield left_out(told(link), told_of)
            found = []
            if draft.text.strip():
                yield self._article(draft, None)
        yield from found

    def _article(self, draft: Draft, hint: Draft | None) -> Article:
        """The article of a draft, with what the entry that pointed to it and the options tell."""
        if hint is not None:
            for name in ("title", "published", "section", "authors"):
                draft.give(name, hint.fields.get(name), hint.provenance.get(name, "feed"))
        draft.give("kind", self._options.kind, "option")
        return article_of(draft)

    def _note(self, item: Found) -> Iterator[Problem]:
        """Reads the `meta.json` of a file's folder, once; nothing comes of it but its error."""
        folder = item.file.parent
        if folder not in self._records:
            self._records[folder] = {}
            self._records[folder] = folder_records(folder)
        yield from ()

    def _record(self, item: Found) -> Mapping[str, object] | None:
        """What the `meta.json` of a file's folder says of it."""
        return self._records.get(item.file.parent, {}).get(item.file.name)


def _bytes(item: Found, options: IntakeOptions) -> bytes:
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
    return data


def _nothing(problems: Sequence[Problem]) -> str:
    """Why nothing could be read."""
    if len(problems) == 1:
        return problems[0].message
    told_of = " ".join(problem.message for problem in problems[:3])
    return f"Nothing could be read. {told_of}".strip()


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
