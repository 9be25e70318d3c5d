"""Tables: one CSV file for each kind of finding, for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from quellenlage.errors import OutputError
from quellenlage.model import Analysis, Article, Place, Span

__all__ = ["TABLES", "tables", "write_tables"]

Row = Sequence[object]
_FORMULA = ("=", "+", "@", "\t", "\r")
"""A spreadsheet runs a cell that begins so as a formula; an apostrophe before it stops that."""


def tables(analysis: Analysis) -> dict[str, str]:
    """The content of each table as CSV, by its name."""
    return {name: _csv(rows(analysis)) for name, rows in TABLES.items()}


def write_tables(analysis: Analysis, folder: str | Path) -> None:
    """Writes the tables into a folder, each file whole; raises `OutputError` if one cannot be."""
    place = Path(folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(f"Could not create the folder {place}: {reason}.") from error
    for name, content in tables(analysis).items():
        _write(place / f"{name}.csv", content)


def _write(path: Path, content: str) -> None:
    """Writes beside the file and renames, so that nothing half-written stays."""
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(path)
    except OSError as error:
        reason = error.strerror or error
        advice = "free some space or choose another place"
        raise OutputError(f"Could not write {path}: {reason}; {advice}.") from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _csv(rows: Iterable[Row]) -> str:
    """Rows as CSV with comma and UTF-8; lists joined by `; `."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    # A lone surrogate from a broken input cannot be written as UTF-8.
    written = value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
    if isinstance(written, str) and written.startswith(_FORMULA):
        return f"'{written}"
    return written


def _articles(analysis: Analysis) -> Iterator[Row]:
    fields = ["id", "path", "url", "outlet", "family", "title", "published", "modified", "kind"]
    fields += ["access", "language", "credits"]
    counted = ["sentences", "removed", "repairs", "warnings"]
    yield [*fields, "lineage", *counted]
    lineage = {id: line.id for line in analysis.lineages for id in line.articles}
    for a in analysis.articles:
        counts = [len(getattr(a, name)) for name in counted]
        yield [*(getattr(a, name) for name in fields), lineage.get(a.id), *counts]


def _sources(analysis: Analysis) -> Iterator[Row]:
    yield ["id", "name", "kind", "aliases", "body"]
    for s in analysis.sources:
        yield [s.id, s.name, s.kind, s.aliases, s.body]


def _claims(analysis: Analysis) -> Iterator[Row]:
    counts = ["articles", "lineages", "families", "independent", "independent_support"]
    counts += ["independent_against", "independent_open", "circular", "first_hand"]
    yield ["id", "story", "text", "kind", "status", "origins", *counts]
    for c in analysis.claims:
        values = [getattr(c, name) for name in counts]
        yield [c.id, c.story, c.text, c.kind, c.status, c.origins, *values]


def _assertions(analysis: Analysis) -> Iterator[Row]:
    fields = ["article", "start", "end", "chain", "attribution", "stance", "hedged", "formula"]
    fields += ["framing", "headline", "uttered", "rule"]
    yield ["claim", "index", *fields, "text"]
    articles = _by_id(analysis)
    for claim in analysis.claims:
        for number, a in enumerate(claim.assertions):
            text = articles[a.article].text[a.start : a.end]
            yield [claim.id, number, *(getattr(a, name) for name in fields), text]


def _attributions(analysis: Analysis) -> Iterator[Row]:
    plain = ["id", "type", "medium", "source", "rule"]
    yield ["article", *plain, "quote", "speaker", "cue", "chains", "text"]
    for article in analysis.articles:
        for a in article.attributions:
            chains = [" > ".join(chain) for chain in a.chains]
            quote, speaker, cue = (_spans(spans) for spans in (a.quote, a.speaker, a.cue))
            text = " … ".join(article.text[span.start : span.end] for span in a.quote)
            values = [getattr(a, name) for name in plain]
            yield [article.id, *values, quote, speaker, cue, chains, text]


def _spans(spans: Iterable[Span]) -> list[str]:
    return [f"{span.start}-{span.end}" for span in spans]


def _reuse(analysis: Analysis) -> Iterator[Row]:
    sides = [f"{side}_{name}" for side in "ab" for name in ("article", "start", "end", "text")]
    yield ["id", "kind", "score", "direction", *sides]
    articles = _by_id(analysis)

    def side(place: Place) -> list[object]:
        text = articles[place.article].text[place.start : place.end]
        return [place.article, place.start, place.end, text]

    for r in analysis.reuse:
        yield [r.id, r.kind, r.score, r.direction, *side(r.a), *side(r.b)]


def _discrepancies(analysis: Analysis) -> Iterator[Row]:
    yield ["id", "kind", "claims", "value", "assertions", "resolved_by_time", "note"]
    for d in analysis.discrepancies:
        for variant in d.variants:
            where = [f"{r.claim}:{r.index}" for r in variant.assertions]
            yield [d.id, d.kind, d.claims, variant.value, where, d.resolved_by_time, d.note]


def _by_id(analysis: Analysis) -> dict[str, Article]:
    return {article.id: article for article in analysis.articles}


TABLES: dict[str, Callable[[Analysis], Iterator[Row]]] = {
    "articles": _articles,
    "sources": _sources,
    "claims": _claims,
    "assertions": _assertions,
    "attributions": _attributions,
    "reuse": _reuse,
    "discrepancies": _discrepancies,
}
"""What the tables are called and what gives their rows, the heading first."""
