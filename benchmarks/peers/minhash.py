"""The peer that `../lineage.py` measures: datasketch MinHashLSH over the words of whole articles.

Run in an environment of its own, `python minhash.py TEXTS N`: TEXTS is a file of JSON strings, one
text a line. 128 permutations, word 3-grams, threshold .5, one core. Prints one line of JSON.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path

from datasketch import MinHash, MinHashLSH

WORD = re.compile(r"\w+")
PERMUTATIONS = 128
THRESHOLD = 0.5
GRAM = 3


def sketch(text: str) -> MinHash:
    """The sketch of a text's word 3-grams."""
    words = WORD.findall(text.lower())
    grams = {" ".join(words[at : at + GRAM]) for at in range(max(1, len(words) - GRAM + 1))}
    found = MinHash(num_perm=PERMUTATIONS)
    found.update_batch([gram.encode() for gram in grams])
    return found


def main(path: Path, number: int) -> None:
    """Reads the texts, then times sketches, index and look-ups."""
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line) for _, line in zip(range(number), lines, strict=False)]
    wall, cpu = time.perf_counter(), time.process_time()
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    pairs = 0
    for at, text in enumerate(texts):
        found = sketch(text)
        pairs += len(index.query(found))
        index.insert(str(at), found)
    report = {
        "articles": len(texts),
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - cpu,
        "pairs": pairs,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "version": f"datasketch {version('datasketch')}",
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
