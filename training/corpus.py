"""The raw archive as lines of tokens, a sentence a line, digits as 0: `python -m training.corpus`.

Only unsupervised use of the archive is made: counts, vectors, clusters.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import zstandard

from quellenlage.german.sentences import split_sentences
from quellenlage.german.tokens import split_tokens

__all__ = ["ARCHIVE", "SHARED", "TOKENS", "articles", "token_lines"]

SHARED = Path(__file__).resolve().parents[2] / "shared"
ARCHIVE = SHARED / "data" / "archive"
TOKENS = Path(__file__).resolve().parent / "build" / "archive-tokens.txt"
_DIGIT = re.compile(r"\d")


def articles() -> Iterator[str]:
    """Title and text of every article of the archive, in order of time."""
    for path in sorted(ARCHIVE.glob("*.jsonl.zst")):
        with path.open("rb") as file:
            stream = zstandard.ZstdDecompressor().stream_reader(file)
            for line in io.TextIOWrapper(stream, "utf-8"):
                record = json.loads(line)
                text = record["article"].strip().replace("\n", "\n\n")
                yield f"{record['header'].strip()}\n\n{text}".replace("\u00ad", "")


def token_lines(text: str) -> Iterator[str]:
    """The sentences of a text, their tokens parted by a space."""
    for sentence in split_sentences(text):
        tokens = (text[t.start : t.end] for t in split_tokens(text, sentence))
        yield _DIGIT.sub("0", " ".join(token.replace(" ", "") for token in tokens))


def main() -> None:
    """Writes the lines; a line that was written before (reprints, debris) is left out."""
    TOKENS.parent.mkdir(exist_ok=True)
    seen: set[int] = set()
    with TOKENS.open("w", encoding="utf-8") as out:
        for text in articles():
            for line in token_lines(text):
                key = hash(line)
                if key not in seen:
                    seen.add(key)
                    out.write(line + "\n")


if __name__ == "__main__":
    main()
