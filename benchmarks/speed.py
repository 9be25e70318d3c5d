"""How many articles of 400 words one core reads in a second, stage by stage.

`python benchmarks/speed.py [--archive FOLDER] [--articles N] [--fast] …` takes N articles of
350 to 450 words from a month of the archive (without one, invented text of that length) and counts
the processor's time, not the clock's, so that neighbours on the machine disturb little. Stages:
annotation, attribution, and sources with every article as a story of its own, which is their worst
case. The second column is the block of articles that went best, which is how an idle machine would
do: neighbours slow a core down even where only its own time is counted. The memory is the highest
the process ever held.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import json
import os
import pstats
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("OMP_NUM_THREADS", "1")

import zstandard

from quellenlage.annotation import annotate, packs
from quellenlage.attribution import STAGE as ATTRIBUTION
from quellenlage.model import Analysis, Article, Generator
from quellenlage.sources import resolve

ARCHIVE = Path(__file__).resolve().parents[2] / "shared" / "data" / "archive"
MONTH = "2020-05.jsonl.zst"
SHORTEST, LONGEST = 350, 450
BLOCK = 20
"""Articles measured together; the best block is the one that neighbours disturbed least."""
INVENTED = (
    "Die Stadt Ahrau hat am Montag den Hafen gesperrt, wie ein Sprecher der Polizei mitteilte. "
    "„Wir prüfen alle Tanks“, sagte Bürgermeisterin Jule Marten (SPD). Der Betreiber Nordkahn wies "
    "die Vorwürfe zurück; nach Angaben des Landesbauamts (LBA) liefen rund 300 Liter aus. "
)

Given = TypeVar("Given")
Made = TypeVar("Made")


def texts(archive: Path, wanted: int) -> list[str]:
    """Titles and texts of articles of about 400 words."""
    path = archive / MONTH
    if not path.is_file():
        return [INVENTED * 10] * wanted
    found: list[str] = []
    for title, text in archived(path):
        if SHORTEST <= len(text.split()) <= LONGEST:
            found.append(f"{title}\n\n{text}")
        if len(found) == wanted:
            break
    return found


def archived(path: Path) -> Iterator[tuple[str, str]]:
    """Title and text of every article of a month of the archive."""
    with path.open("rb") as stream, zstandard.ZstdDecompressor().stream_reader(stream) as plain:
        for line in io.TextIOWrapper(plain, encoding="utf-8", newline="\n"):
            record = json.loads(line)
            yield (record["header"] or "").strip(), (record["article"] or "").strip()


def measured(
    stage: Callable[[Given], Made], given: Sequence[Given]
) -> tuple[list[float], list[Made]]:
    """The seconds of the processor for each block of articles, and what the stage made."""
    made: list[Made] = []
    seconds = []
    for start in range(0, len(given), BLOCK):
        started = time.process_time()
        made += [stage(one) for one in given[start : start + BLOCK]]
        seconds.append(time.process_time() - started)
    return seconds, made


def resolved(article: Article) -> Analysis:
    """One article as a story of its own, its sources resolved."""
    return resolve(Analysis(generator=Generator(version="0"), created="", articles=[article]))


def main() -> int:
    """Command line: see the text at the top of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--archive", type=Path, default=ARCHIVE)
    parser.add_argument("--articles", type=int, default=200, help="a multiple of 20")
    parser.add_argument("--profile", choices=["annotation", "attribution", "sources"])
    parser.add_argument("--fast", action="store_true", help="without the encoder")
    arguments = parser.parse_args()
    mark = partial(annotate, by=packs(left_out=frozenset({"encoder"} if arguments.fast else ())))
    articles = [
        Article(id=f"a{number}", text=text)
        for number, text in enumerate(texts(arguments.archive, arguments.articles))
    ]
    resolved(ATTRIBUTION.run(mark(articles[0])))
    seconds: dict[str, list[float]] = {}
    profile = cProfile.Profile()
    given: list[Article] = articles
    for name, stage in (("annotation", mark), ("attribution", ATTRIBUTION.run)):
        if arguments.profile == name:
            profile.enable()
        seconds[name], given = measured(stage, given)
        profile.disable()
    if arguments.profile == "sources":
        profile.enable()
    seconds["sources"], _ = measured(resolved, given)
    profile.disable()
    together = [sum(block) for block in zip(*seconds.values(), strict=True)]
    print(f"{'articles/s':12} {'all':>8} {'best':>8}")
    for name, spent in (*seconds.items(), ("together", together)):
        print(f"{name:12} {len(articles) / sum(spent):8.1f} {BLOCK / min(spent):8.1f}")
    print(f"memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MiB")
    if arguments.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    return 0


if __name__ == "__main__":
    sys.exit(main())
