"""The contents of one file → drafts: which reader it is for, by its name and by what it holds.

1. an e-mail; 2. a PDF or Word document; 3. Parquet; 4. records; 5. NewsML-G2; 6. a feed or site
map; 7. RIS; 8. a page; 9. a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quellenlage.intake.decoding import decode
from quellenlage.intake.documents import DOCUMENTS, read_document
from quellenlage.intake.feed import looks_like_feed, looks_like_sitemap, read_feed, read_sitemap
from quellenlage.intake.mail import read_mail
from quellenlage.intake.metadata import give_outlet, give_record
from quellenlage.intake.newsml import looks_like_newsml, read_newsml
from quellenlage.intake.page import looks_like_page, read_page
from quellenlage.intake.plain import read_text
from quellenlage.intake.records import Content, Draft
from quellenlage.intake.records_file import RECORD_FILES, read_parquet, read_records
from quellenlage.intake.ris import looks_like_ris, read_ris

__all__ = ["READABLE", "drafts_of"]

PAGES = (".html", ".htm", ".xhtml")
MAILS = (".eml",)
MARKDOWN = (".md", ".markdown")
PARQUET = (".parquet",)
TEXTS = (".txt", ".text", *MARKDOWN, *PAGES, ".jsonl", ".ndjson", ".rss", ".atom", ".ris")
READABLE = (*TEXTS, *MAILS, *DOCUMENTS)
"""Endings that are taken from folders and archives; a file named by itself is tried in any case."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,40})", re.I)
DECLARATION = 4_096
"""Bytes at the top of a page in which its character set must be declared."""


def drafts_of(
    content: Content,
    *,
    record: Mapping[str, object] | None = None,
    fields: Mapping[str, str] | None = None,
) -> Iterable[Draft]:
    """The drafts in the bytes of a file; raises `UnreadableInput` if there are none."""
    name, shown, data = content.name.casefold(), content.shown, content.data
    if name.endswith(MAILS):
        return [read_mail(data, shown)]
    if name.endswith(DOCUMENTS):
        return [_described(read_document(data, shown, name=name), content, record)]
    if name.endswith(PARQUET):
        return read_parquet(data, shown, fields=fields or {})
    declared = _CHARSET.search(data[:DECLARATION])
    charset = content.charset or (
        declared.group(1).decode("ascii", "replace") if declared else None
    )
    text = decode(data, declared=charset).text
    if name.endswith(RECORD_FILES):
        return read_records(text, shown, name=name, fields=fields or {})
    for looks_like, read_all in (
        (looks_like_newsml, read_newsml),
        (looks_like_feed, read_feed),
        (looks_like_sitemap, read_sitemap),
        (looks_like_ris, read_ris),
    ):
        if looks_like(text):
            return read_all(text, shown)
    if name.endswith(PAGES) or looks_like_page(text):
        return [_described(read_page(text, shown), content, record)]
    draft = read_text(text, shown, markdown=name.endswith(MARKDOWN))
    return [_described(draft, content, record)]


def _described(draft: Draft, content: Content, record: Mapping[str, object] | None) -> Draft:
    """A draft with what stands beside its file, and the address it came from."""
    if record:
        known = Draft(draft.path, "")
        give_record(known, record, rule="meta.json")
        draft.fields = {**draft.fields, **known.fields}
        draft.provenance = {**draft.provenance, **known.provenance}
    if content.url:
        draft.give("url", content.url, "address it was fetched from")
        give_outlet(draft, content.url, rule="address it was fetched from")
    return draft
