"""Rebuilds the article files of gold stories, which are kept here as spans without text.

`python materialise.py OUT [--archive FOLDER] [STORY.json…]` writes for every story `OUT/NAME.json`,
`OUT/NAME/ID.txt` (title, blank line, text, line break) and `OUT/NAME/meta.json`. An article whose
text is not the one that was annotated (by its SHA-256) stops the run. The result can be scored:
`run.py NAME --gold OUT`.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import zstandard

SCHEMA = "quellenlage.gold/1"
HERE = Path(__file__).resolve().parent
ARCHIVE = HERE.parents[2] / "shared" / "data" / "archive"

Record = dict[str, Any]


class MismatchError(Exception):
    """The archive does not hold what was annotated."""


def stories(paths: Iterable[Path]) -> list[Record]:
    """The gold stories among some JSON files."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    return [record for record in records if record.get("schema") == SCHEMA]


def months(records: Iterable[Record]) -> dict[str, set[str]]:
    """The ids of the articles wanted of every month of the archive."""
    wanted: dict[str, set[str]] = {}
    for record in records:
        for article in record["articles"]:
            wanted.setdefault(article["archive"], set()).add(article["id"])
    return wanted


def lines(path: Path) -> Iterator[Record]:
    """The articles of one month."""
    with path.open("rb") as stream, zstandard.ZstdDecompressor().stream_reader(stream) as plain:
        for line in io.TextIOWrapper(plain, encoding="utf-8", newline="\n"):
            yield json.loads(line)


def archived(archive: Path, wanted: dict[str, set[str]]) -> dict[str, Record]:
    """The wanted articles of the archive, by id."""
    found: dict[str, Record] = {}
    for month, ids in sorted(wanted.items()):
        path = archive / f"{month}.jsonl.zst"
        found |= {record["id"]: record for record in lines(path) if record["id"] in ids}
    return found


def raw_text(source: Record) -> str:
    """Title first, then the text, as the annotation counts its characters."""
    title, body = (source["header"] or "").strip(), (source["article"] or "").strip()
    return f"{title}\n\n{body}\n"


def checked(article: Record, found: dict[str, Record]) -> str:
    """The text of an article, if it is the one that was annotated."""
    if article["id"] not in found:
        raise MismatchError(
            f"article {article['id']} is not in {article['archive']} of the archive"
        )
    text = raw_text(found[article["id"]])
    if hashlib.sha256(text.encode()).hexdigest() != article["sha256"]:
        raise MismatchError(f"article {article['id']} has another text than the one annotated")
    return text


def metadata(article: Record, source: Record) -> Record:
    """What a reader of a feed would know of an article besides its text."""
    return {
        "file": Path(article["file"]).name,
        "url": source["url"],
        "outlet": source["source"],
        "published": source["date"],
        "title": (source["header"] or "").strip(),
    }


def write_story(record: Record, found: dict[str, Record], out: Path) -> Path:
    """Writes a story with its articles and returns the path of the story."""
    folder = out / record["story"]
    folder.mkdir(parents=True, exist_ok=True)
    for article in record["articles"]:
        (out / article["file"]).write_bytes(checked(article, found).encode())
        article["title"] = (found[article["id"]]["header"] or "").strip()
        article["url"] = found[article["id"]]["url"]
    about = [metadata(article, found[article["id"]]) for article in record["articles"]]
    write_json(folder / "meta.json", about)
    return write_json(out / f"{record['story']}.json", record)


def write_json(path: Path, value: Any) -> Path:
    """Writes a JSON value, readable, and returns the path."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def main() -> int:
    """Command line: see the text at the top of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("stories", type=Path, nargs="*", help="story files (default: all here)")
    parser.add_argument("--archive", type=Path, default=ARCHIVE, help="folder of the archive")
    arguments = parser.parse_args()
    records = stories(arguments.stories or sorted(HERE.glob("*.json")))
    try:
        found = archived(arguments.archive, months(records))
        for record in records:
            print(write_story(record, found, arguments.out))
    except (MismatchError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
