"""What tracing an archive costs: time against a near-duplicate tool, growth with size, memory.

`python benchmarks/lineage.py [--sizes 5000 10000 20000 all] [--figure docs/lineage-cost.svg]`

Every measure runs in a process of its own on one core, ours and the peer's in turn, so that a busy
machine slows both; processor seconds are told beside the wall clock. Articles are split into
sentences in memory before the clock starts. The peer (datasketch MinHashLSH, 128 permutations, word
3-grams) is installed into `build/peers`. passim needs Java and a cluster's worth of memory for the
same: where there is no Java it is left out, and the output says so.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ARCHIVE = HERE.parents[1] / "shared" / "data" / "archive"
BUILD = HERE.parent / "build"
PEERS = BUILD / "peers"
KEPT = BUILD / "archive-articles.msgpack"
SAMPLED = BUILD / "lineage-sample.jsonl"
PEER = "datasketch==2.0.0"
SIZES = ("5000", "10000", "20000", "all")
ROUND = timedelta(days=400)
"""How much earlier the archive is repeated where more articles are wanted than it has."""
MONTHS = (("2020-06", 3), ("2020-02", 12))
"""First month and number of months whose cost is compared: four times as many, and about four times
as many articles; the archive's first months are thin."""
ADDED = 100
"""Articles added to an index when the cost of adding is measured."""


def records(folder: Path, number: int | None) -> Iterator[dict[str, Any]]:
    """The first articles of an archive, in order of its files, which are months."""
    import zstandard

    left = number
    for path in sorted(folder.glob("*.jsonl.zst")):
        with path.open("rb") as packed, zstandard.ZstdDecompressor().stream_reader(packed) as plain:
            for line in io.TextIOWrapper(plain, encoding="utf-8"):
                if left is not None and left <= 0:
                    return
                left = None if left is None else left - 1
                yield json.loads(line)


def text_of(record: dict[str, Any]) -> str:
    """Title first, then the text."""
    return f"{(record['header'] or '').strip()}\n\n{(record['article'] or '').strip()}\n"


def articles(number: int | None) -> list[Any]:
    """The first articles as the product holds them, in sentences; kept for the next call."""
    import msgspec

    from quellenlage.model import Article

    if not KEPT.exists():
        BUILD.mkdir(exist_ok=True)
        KEPT.write_bytes(b"".join(map(_packed, records(ARCHIVE, None))))
    decoder = msgspec.msgpack.Decoder(Article)
    found: list[Any] = []
    with KEPT.open("rb") as packed:
        while (head := packed.read(4)) and (number is None or len(found) < number):
            found.append(decoder.decode(packed.read(int.from_bytes(head))))
    return found


def _packed(record: dict[str, Any]) -> bytes:
    """A record as an article, packed behind its length."""
    import msgspec

    from quellenlage.german import split_sentences
    from quellenlage.model import Article, Sentence

    text = text_of(record)
    sentences = [Sentence(id="", start=span.start, end=span.end) for span in split_sentences(text)]
    article = Article(
        id=record["id"],
        url=record["url"],
        outlet=record["source"],
        published=record["date"],
        text=text,
        sentences=sentences,
    )
    packed = msgspec.msgpack.encode(article)
    return len(packed).to_bytes(4) + packed


def measure(number: int | None, *, sample: bool = False) -> dict[str, Any]:
    """Traces so many articles in this process."""
    return traced(articles(number), sample=sample)


def traced(read: list[Any], *, sample: bool = False) -> dict[str, Any]:
    """Traces articles, with what it costs."""
    from pairsread import draw
    from quellenlage.lineage import trace

    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, cpu = time.perf_counter(), time.process_time()
    found = trace(read)
    took = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    if sample:
        draw(read, found.reuse, SAMPLED)
    return {
        "articles": len(read),
        **took,
        "pairs": len({(edge.a.article, edge.b.article) for edge in found.reuse}),
        "edges": len(found.reuse),
        "lineages": len(found.lineages),
        "texts_mb": held // 1024,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def before(read: list[Any], number: int) -> list[Any]:
    """The last so many articles; where there are too few, these again, each time earlier."""
    import msgspec

    rounds = (-(at // len(read)) for at in range(len(read) - number, len(read)))
    return [
        msgspec.structs.replace(
            article,
            id=f"{article.id}-{earlier}",
            url=f"{article.url}-{earlier}",
            published=_earlier(article.published, earlier),
        )
        for earlier, article in zip(rounds, _last(read, number), strict=True)
    ]


def _last(read: list[Any], number: int) -> Iterator[Any]:
    """So many articles that end with the last one, from the front again where there are too few."""
    return (read[at % len(read)] for at in range(len(read) - number, len(read)))


def _earlier(published: str, rounds: int) -> str:
    """A time as many rounds earlier."""
    return (datetime.fromisoformat(published) - rounds * ROUND).isoformat()


def measure_months(first: str, number: int) -> dict[str, Any]:
    """Traces consecutive months in this process."""
    year, month = map(int, first.split("-"))
    months = {
        f"{year + (month - 1 + n) // 12}-{(month - 1 + n) % 12 + 1:02}" for n in range(number)
    }
    return traced([a for a in articles(None) if (a.published or "")[:7] in months])


def measure_adding(number: int | None) -> dict[str, Any]:
    """Adds the archive's last articles to an index of so many before them, in this process.

    What is added and what stands near it in time is the same for every size.
    """
    from quellenlage.lineage import LineageIndex

    read = articles(None)
    read, new = read[:-ADDED], read[-ADDED:]
    known = before(read, len(read) if number is None else number)
    index = LineageIndex()
    cpu = time.process_time()
    index.remember(known)
    filled = time.process_time() - cpu
    wall, cpu = time.perf_counter(), time.process_time()
    edges = sum(len(index.add([article]).reuse) for article in new)
    return {
        "articles": len(known),
        "filling_cpu": filled,
        "cpu_per_article": (time.process_time() - cpu) / ADDED,
        "wall_per_article": (time.perf_counter() - wall) / ADDED,
        "edges": edges,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def peer_python() -> Path:
    """The interpreter of the peer's environment, made where it is missing."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        venv.create(PEERS, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", PEER], check=True)
    return python


def texts_file(number: int | None) -> Path:
    """The texts for the peer, one JSON string a line."""
    path = BUILD / "archive-texts.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for record in records(ARCHIVE, number):
            out.write(json.dumps(text_of(record), ensure_ascii=False) + "\n")
    return path


def run(command: list[str | Path]) -> dict[str, Any]:
    """What a measuring process prints; one thread for the libraries it uses."""
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, **one})
    report: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return report


def row(name: str, report: dict[str, Any]) -> None:
    """Prints a report as a line."""
    cells = [
        f"{key} {value:.3g}" if isinstance(value, float) else f"{key} {value}"
        for key, value in report.items()
    ]
    print(f"{name}: " + ", ".join(cells), flush=True)


def compare(sizes: list[str]) -> list[dict[str, Any]]:
    """Ours and the peer's figures for every size, in turn."""
    BUILD.mkdir(exist_ok=True)
    python, texts = peer_python(), texts_file(None)
    found: list[Any] = []
    for size in sizes:
        number = "1000000000" if size == "all" else size
        ours = run([sys.executable, __file__, "--measure", size])
        peer = run([python, HERE / "peers" / "minhash.py", texts, number])
        found.append({"ours": ours, "peer": peer})
        row("quellenlage", ours)
        row("datasketch", peer)
    return found


def compare_months() -> None:
    """Prints what more months cost against fewer."""
    few, many = (
        run([sys.executable, __file__, "--months", "--measure", f"{first}+{number}"])
        for first, number in MONTHS
    )
    row("few months", few)
    row("many months", many)
    months = MONTHS[1][1] / MONTHS[0][1]
    times = {key: many[key] / few[key] for key in ("articles", "cpu", "wall")}
    print(
        f"{months:g}× the months, {times['articles']:.2f}× the articles: "
        f"{times['cpu']:.2f}× processor, {times['wall']:.2f}× wall"
    )


def grown(found: list[dict[str, Any]]) -> None:
    """Prints how the cost grows with size, and how it stands to the peer's."""
    first, last = found[0]["ours"], found[-1]["ours"]
    times = last["articles"] / first["articles"]
    print(f"{times:.2f}× the articles: {last['cpu'] / first['cpu']:.2f}× the processor time")
    peer = found[-1]["peer"]
    print(
        f"against datasketch: {last['cpu'] / peer['cpu']:.2f}× processor, "
        f"{last['wall'] / peer['wall']:.2f}× wall"
    )
    if shutil.which("java") is None:
        print("passim was left out: there is no Java")


def figure(found: list[dict[str, Any]], path: Path) -> None:
    """Draws processor seconds against articles, both tools."""
    from costfigure import drawn

    series = {
        name: [(pair[key]["articles"], pair[key]["cpu"]) for pair in found]
        for name, key in (("Quellenlage", "ours"), ("datasketch", "peer"))
    }
    path.write_text(drawn(series), encoding="utf-8")


def main() -> None:
    """Command line: see the module's first lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", nargs="+", default=list(SIZES))
    parser.add_argument("--figure", type=Path)
    parser.add_argument("--adding", action="store_true", help="only the cost of adding to an index")
    parser.add_argument("--months", action="store_true", help="only 3 months against 12")
    parser.add_argument("--sample", action="store_true", help="only draw pairs for reading")
    parser.add_argument("--verdicts", action="store_true", help="only count what was read")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.verdicts:
        from pairsread import verdicts

        print(verdicts())
        sys.exit()
    if not ARCHIVE.is_dir():
        sys.exit("lineage: there is no archive in the data folder beside the checkout")
    if given.measure and given.months:
        first, number = given.measure.split("+")
        print(json.dumps(measure_months(first, int(number))))
    elif given.measure:
        size = None if given.measure == "all" else int(given.measure)
        report = measure_adding(size) if given.adding else measure(size, sample=size is None)
        print(json.dumps(report))
    elif given.sample:
        row("drawn", measure(None, sample=True))
    elif given.months:
        compare_months()
    elif given.adding:
        for size in given.sizes:
            row("adding", run([sys.executable, __file__, "--measure", size, "--adding"]))
    else:
        found = compare(given.sizes)
        grown(found)
        if given.figure:
            figure(found, given.figure)


if __name__ == "__main__":
    main()
