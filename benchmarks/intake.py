"""How fast intake is beside its peers in one run: trafilatura on pages, warcio on web archives.

`python benchmarks/intake.py` prints pages per CPU second of trafilatura (fast, with and without
metadata) and of ours, text, title and the rest on the suite `pages`, and records per CPU second of
warcio alone and of ours before extraction. The three take turns page by page, so that a busy
machine slows all alike.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import trafilatura
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from quellenlage.intake.assembly import article_of
from quellenlage.intake.read import read_bytes
from quellenlage.intake.webarchive import archived_pages

SHARED = Path(__file__).resolve().parents[2] / "shared"
ROUNDS = 3
RECORDS = 500
LARGEST = 20_000_000


def timed(work: Callable[[], object]) -> float:
    """The CPU seconds that a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def pages() -> list[tuple[Any, bytes]]:
    """The pages of the suite, each with what it should yield."""
    sys.path.insert(0, str(SHARED / "bench"))
    import pages as suite  # type: ignore[import-not-found]

    return [(page, suite.page_bytes(page.file)) for page in suite.read_gold(SHARED / "data/pages")]


def speed(sources: Sequence[bytes]) -> dict[str, float]:
    """Pages per CPU second, the fastest of some rounds for each page."""
    ways: dict[str, Callable[[bytes], object]] = {
        "trafilatura fast, text only": lambda page: trafilatura.extract(page, fast=True),
        "trafilatura fast, with metadata": lambda page: trafilatura.extract(
            page, fast=True, with_metadata=True, output_format="json"
        ),
        "ours, to the finished article": lambda page: [
            article_of(draft) for draft in read_bytes(page, "a.html")
        ],
    }
    total = dict.fromkeys(ways, 0.0)
    for source in sources:
        for name, way in ways.items():
            total[name] += min(timed(lambda: way(source)) for _ in range(ROUNDS))  # noqa: B023
    return {name: len(sources) / seconds for name, seconds in total.items()}


def quality(gold: Sequence[tuple[Any, bytes]]) -> dict[str, float]:
    """What the suite says of the articles; no rule of ours names an outlet."""
    import pages as suite

    found = []
    for page, source in gold:
        article = article_of(read_bytes(source, page.name)[0])
        found.append({name: getattr(article, name) for name in ("text", "title", "published")})
        found[-1]["authors"] = article.authors
    scores = [suite.word_scores(page, got) for (page, _), got in zip(gold, found, strict=True)]
    both = [(page, got) for (page, _), got in zip(gold, found, strict=True)]
    return {
        "text F1": sum(score.f1 for score in scores) / len(scores),
        "pages ≥ .95": sum(score.f1 >= 0.95 for score in scores) / len(scores),
        "title": sum(suite.same_title(p.title, g["title"]) for p, g in both if p.title) / len(both),
        "authors F1": float(suite.author_measure(both)["f1"]),
    }


def web_archive(source: bytes) -> bytes:
    """A web archive that holds a page many times."""
    written = io.BytesIO()
    writer = WARCWriter(written, gzip=True)
    for number in range(RECORDS):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                f"https://warnebote.example/{number}",
                "response",
                payload=io.BytesIO(source),
                http_headers=headers,
            )
        )
    return written.getvalue()


def archive_speed(archive: bytes) -> dict[str, float]:
    """Records per CPU second of warcio's own reading and of ours, the fastest of some rounds."""

    def alone() -> None:
        for record in ArchiveIterator(io.BytesIO(archive)):
            record.content_stream().read()

    def ours() -> None:
        for _ in archived_pages(io.BytesIO(archive), "a.warc.gz", largest=LARGEST):
            pass

    ways = {"warcio alone": alone, "ours, before extraction": ours}
    return {n: RECORDS / min(timed(way) for _ in range(ROUNDS)) for n, way in ways.items()}


def main() -> None:
    """Prints the figures."""
    gold = pages()
    for name, figure in quality(gold).items():
        print(f"{name:34} {figure:.4f}   (general way, no outlet files)")
    rates = speed([source for _, source in gold])
    fast, full, own = rates.values()
    for name, figure in rates.items():
        print(f"{name:34} {figure:.1f} pages per CPU second")
    print(f"ours / trafilatura: {own / fast:.2f} of text only, {own / full:.2f} with metadata")
    reading = archive_speed(web_archive(gold[0][1][:60_000]))
    for name, figure in reading.items():
        print(f"{name:34} {figure:.0f} records per CPU second")
    alone, ours = reading.values()
    print(f"ours / warcio: {ours / alone:.2f}")


if __name__ == "__main__":
    main()
