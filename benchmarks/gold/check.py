"""Checks what is kept here against the articles: spans, references, and that no text is in it.

`python check.py [--archive FOLDER] [--bench FOLDER]` ends with status 1 if a span lies outside its
article, a chain or discrepancy leads nowhere, ten words of an article stand in a row in a file of
this folder, or what follows by rule from the annotation (counts, circular, status; the scorers'
`tests/goldrules.py`) is stored otherwise.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from materialise import ARCHIVE, HERE, Record, archived, checked, months, stories, write_story

BENCH = HERE.parents[2] / "shared" / "bench"
WORDS_IN_A_ROW = 10
"""So many words of an article in a row are its text, and do not belong here."""
WORD = re.compile(r"\w+")
TEXT_FILES = ("*.json", "*.md", "*.py", "second/*.json")


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of ten words of a text."""
    words = WORD.findall(text.lower())
    return {tuple(words[at : at + WORDS_IN_A_ROW]) for at in range(len(words) - WORDS_IN_A_ROW + 1)}


def spans(value: Any) -> Iterator[Record]:
    """Every marked passage of a story."""
    if isinstance(value, dict):
        if "start" in value and "article" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from spans(item)


def dangling(record: Record, texts: dict[str, str]) -> Iterator[str]:
    """Spans, sources and claims that lead nowhere."""
    for span in spans(record):
        if not 0 <= span["start"] < span["end"] <= len(texts[span["article"]]):
            yield f"span {span['start']}-{span['end']} is outside article {span['article']}"
    known = {source["name"] for source in record["sources"]}
    sizes = {claim["id"]: len(claim["assertions"]) for claim in record["claims"]}
    for claim in record["claims"]:
        for item in claim["assertions"]:
            yield from (f"no source {link}" for link in item["chain"] if link not in known)
    for found in (*record["discrepancies"], *record["discrepancies_other"]):
        for variant in found["variants"]:
            for one in variant["assertions"]:
                if one["index"] >= sizes.get(one["claim"], 0):
                    yield f"{found['id']}: no assertion {one['index']} of {one['claim']}"


def quoted(texts: Iterable[str]) -> Iterator[str]:
    """Files of this folder in which ten words of an article stand in a row."""
    known = set[tuple[str, ...]]().union(*map(runs, texts))
    for path in (path for pattern in TEXT_FILES for path in sorted(HERE.glob(pattern))):
        for run in sorted(runs(path.read_text(encoding="utf-8")) & known):
            yield f"{path.name}: {' '.join(run)}"


def against_rules(record: Record, path: Path, bench: Path) -> Iterator[str]:
    """Counts and statuses that do not follow from the annotation."""
    sys.path[:0] = [str(bench), str(bench / "tests")]
    from goldfile import read_story  # type: ignore[import-not-found]
    from goldrules import COUNTS, GoldRules  # type: ignore[import-not-found]

    rules = GoldRules(record, read_story(path))
    for claim in record["claims"]:
        counts = rules.counts(claim)
        if any(claim[name] != counts[name] for name in COUNTS):
            yield f"{claim['id']}: counts should be {counts}"
        if claim["status"] not in rules.statuses(claim):
            yield f"{claim['id']}: status {claim['status']} is against the stances"


def problems(archive: Path, bench: Path) -> Iterator[str]:
    """All that is wrong with the stories here."""
    paths = [*sorted(HERE.glob("*.json")), *sorted(HERE.glob("second/*.json"))]
    records = stories(paths)
    found = archived(archive, months(records))
    every: dict[str, str] = {}
    for record in records:
        texts = {article["id"]: checked(article, found) for article in record["articles"]}
        every |= texts
        yield from (f"{record['story']}: {problem}" for problem in dangling(record, texts))
        with tempfile.TemporaryDirectory() as folder:
            path = write_story(record, found, Path(folder))
            wrong = list(against_rules(record, path, bench))
        yield from (f"{record['story']}: {problem}" for problem in wrong)
    yield from quoted(every.values())


def main() -> int:
    """Command line: see the text at the top of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--archive", type=Path, default=ARCHIVE, help="folder of the archive")
    parser.add_argument("--bench", type=Path, default=BENCH, help="folder of the scorers")
    arguments = parser.parse_args()
    sys.dont_write_bytecode = True
    found = list(problems(arguments.archive, arguments.bench))
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
