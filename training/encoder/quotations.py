"""The quotations of Wikinews as labelled windows: `python -m training.encoder.quotations`.

For the second set of weights only: the corpus is CC BY-NC-SA 4.0. A window is a passage as the
head reads it at work. A token inside a quotation has its type (the outermost one's
if they are nested), others may be a speaker or a cue. The last hundred articles are set aside.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import zstandard

from quellenlage.encoder.passages import passages
from quellenlage.encoder.pieces import PieceTable
from training.corpus import SHARED
from training.encoder.labelled import Labelled

__all__ = ["SET_ASIDE", "main", "windows"]

QUOTES = SHARED / "data" / "wikinews-quotes" / "train.jsonl.zst"
PIECES = Path("src/quellenlage/encoder/weights/pieces.txt.xz")
TO = Path("training/build/quotations.json")
SET_ASIDE = 100
ROLES = ("speaker", "cue")


def documents(path: Path = QUOTES) -> Iterator[dict[str, Any]]:
    """The articles of a file, one at a time."""
    with path.open("rb") as stream, zstandard.ZstdDecompressor().stream_reader(stream) as plain:
        for line in io.TextIOWrapper(plain, encoding="utf-8"):
            yield json.loads(line)


def labels_of(document: dict[str, Any]) -> list[str]:
    """One label for every token of an article."""
    labels = ["O"] * len(document["tokens"])
    quotes = document["annotations"]
    for role in ROLES:
        for quote in quotes:
            _mark(labels, quote[role]["spans"], role)
    for quote in sorted(quotes, key=lambda one: len(one["quote"]["tokenIds"])):
        _mark(labels, quote["quote"]["spans"], quote["type"])
    return labels


def _mark(labels: list[str], spans: list[dict[str, int]], kind: str) -> None:
    for span in spans:
        labels[span["begin"]] = f"B-{kind}"
        labels[span["begin"] + 1 : span["end"]] = [f"I-{kind}"] * (span["end"] - span["begin"] - 1)


def windows(document: dict[str, Any], table: PieceTable) -> Iterator[Labelled]:
    """The sentences of an article in windows."""
    labels = labels_of(document)
    sentences = document["sentences"]
    for place in passages([sentence["tokens"] for sentence in sentences], table):
        own = sentences[place]
        words = [word for sentence in own for word in sentence["tokens"]]
        yield words, [labels[number] for sentence in own for number in sentence["tokenIds"]]


def main() -> None:
    """Writes the file."""
    table = PieceTable.read(PIECES)
    told = [list(windows(document, table)) for document in documents()]
    tasks = {
        "quotations": [row for rows in told[:-SET_ASIDE] for row in rows],
        "quotations-dev": [row for rows in told[-SET_ASIDE:] for row in rows],
    }
    TO.parent.mkdir(exist_ok=True)
    TO.write_text(json.dumps(tasks, ensure_ascii=False), "utf-8")
    print({name: len(rows) for name, rows in tasks.items()})


if __name__ == "__main__":
    main()
