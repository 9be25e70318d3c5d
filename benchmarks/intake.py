"""What intake reaches, and how fast it is beside its peers in one run.

`python benchmarks/intake.py` prints the figures of the suite `pages`, of the boilerplate marked in
the annotated stories, and speeds: pages per CPU second of trafilatura (fast, with and without
metadata) and of ours, to the finished article; records per CPU second of warcio alone and of ours
before extraction. All take turns, so that a busy machine slows all alike. `--write` pins the
figures in `intake.toml`, from which README and docs are written; `--gigabyte` reads a web archive
of 1 GB besides and prints by how much the memory grew.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import trafilatura
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from quellenlage.intake import read
from quellenlage.intake.assembly import article_of
from quellenlage.intake.read import read_bytes
from quellenlage.intake.webarchive import archived_pages

SHARED = Path(__file__).resolve().parents[2] / "shared"
ROUNDS = 3
RECORDS = 500
LARGEST = 20_000_000
PAGE = 60_000
"""Bytes of the page that the web archives repeat."""
GIGABYTE = 1_000_000_000
STORIES = {"seeds": "seeds", "toennies": "gold/toennies"}
"""Stories whose boilerplate is marked, with the folders of their articles."""
LEAST = {
    "token F1 of the text": 0.975,
    "pages with F1 ≥ .95": 0.88,
    "title exact": 0.92,
    "publication day right": 1.0,
    "authors F1": 0.92,
    "boilerplate gone": 0.95,
    "article text kept": 0.995,
    "pages per CPU second over trafilatura fast": 0.6,
    "records per CPU second over warcio": 0.5,
}
"""What intake is to reach; the command fails below it."""
MOST_GROWN = 20.0
"""Megabytes by which a web archive of any size may let the memory grow: its largest page."""
MEASURED = Path(__file__).with_name("intake.toml")


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
    titled = [suite.same_title(p.title, g["title"]) for p, g in both if p.title]
    dated = [p.published[:10] == str(g["published"])[:10] for p, g in both if p.published]
    return {
        "token F1 of the text": sum(score.f1 for score in scores) / len(scores),
        "pages with F1 ≥ .95": sum(score.f1 >= 0.95 for score in scores) / len(scores),
        "title exact": sum(titled) / len(titled),
        "publication day right": sum(dated) / len(dated),
        "authors F1": float(suite.author_measure(both)["f1"]),
    }


def cleanness() -> dict[str, float]:
    """Shares of marked boilerplate that is gone and of the other text that is kept, in letters."""
    from alignment import TextAlignment  # type: ignore[import-not-found]

    gone = kept = junk = proper = 0
    for story, folder in STORIES.items():
        marked = json.loads((SHARED / "gold" / f"{story}.json").read_text())["boilerplate"]
        for article in read([SHARED / folder]).articles:
            path = Path(str(article.path))
            original = path.read_text(encoding="utf-8")
            solid = {place for place, letter in enumerate(original) if not letter.isspace()}
            debris = solid & _places(original, [m for m in marked if m["article"] in path.stem])
            found = TextAlignment(article.text, original).covered()
            junk, gone = junk + len(debris), gone + len(debris - found)
            proper, kept = proper + len(solid - debris), kept + len((solid - debris) & found)
    return {"boilerplate gone": gone / junk, "article text kept": kept / proper}


def _places(text: str, marked: Sequence[Any]) -> set[int]:
    """The places of marked passages in a text; `n` tells which of several is meant."""
    found: set[int] = set()
    for passage in marked:
        start = -1
        for _ in range(int(passage.get("n", 1))):
            start = text.index(passage["quote"], start + 1)
        found |= set(range(start, start + len(passage["quote"])))
    return found


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


def gigabyte(source: bytes) -> tuple[int, float, float]:
    """Records of an archive of 1 GB, megabytes by which memory grew, and CPU seconds."""
    some = web_archive(source)
    with tempfile.TemporaryFile() as file:
        for _ in range(GIGABYTE // len(some) + 1):
            file.write(some)
        file.seek(0)
        start = time.process_time()
        pages = archived_pages(file, "a.warc.gz", largest=LARGEST)
        for _ in range(RECORDS):
            next(pages)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        count = RECORDS + sum(1 for _ in pages)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
    return count, grown, time.process_time() - start


def shown(gold: Sequence[tuple[Any, bytes]]) -> dict[str, float]:
    """All figures, printed as they come."""
    measured = {**quality(gold), **cleanness()}
    for name, figure in measured.items():
        print(f"{name:34} {figure:.4f}")
    general = measured["token F1 of the text"]
    print(f"general way {general:.4f}, with outlet files {general:.4f}: no outlet needed any")
    rates = speed([source for _, source in gold])
    fast, full, own = rates.values()
    for name, figure in rates.items():
        print(f"{name:34} {figure:.1f} pages per CPU second")
    print(f"ours / trafilatura: {own / fast:.2f} of text only, {own / full:.2f} with metadata")
    reading = archive_speed(web_archive(gold[0][1][:PAGE]))
    for name, figure in reading.items():
        print(f"{name:34} {figure:.0f} records per CPU second")
    alone, ours = reading.values()
    print(f"ours / warcio: {ours / alone:.2f}")
    measured["pages per CPU second over trafilatura fast"] = own / fast
    measured["records per CPU second over warcio"] = ours / alone
    return measured


def pin(measured: Mapping[str, float]) -> None:
    """Writes down what was measured beside what is to be reached."""
    lines = ["# Written by benchmarks/intake.py --write"]
    for table, figures in (("least", LEAST), ("measured", measured)):
        lines += ["", f"[{table}]"]
        lines += [f"{json.dumps(n, ensure_ascii=False)} = {f:.4f}" for n, f in figures.items()]
    MEASURED.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Prints the figures; the exit status is 1 if one is not reached."""
    gold = pages()
    measured = shown(gold)
    missed = [name for name, least in LEAST.items() if measured[name] < least]
    if "--gigabyte" in sys.argv:
        count, grown, seconds = gigabyte(gold[0][1][:PAGE])
        print(f"1 GB of web archive: {count} records in {seconds:.0f} CPU s, {grown:.1f} MB more")
        missed += ["memory of 1 GB of web archive"] if grown > MOST_GROWN else []
    if "--write" in sys.argv:
        pin(measured)
    for name in missed:
        print(f"not reached: {name}", file=sys.stderr)
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
