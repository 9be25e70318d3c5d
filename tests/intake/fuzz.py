"""Fuzzes a reader, led by coverage: `python -m tests.intake.fuzz READER [SECONDS [FOLDER]]`.

Needs atheris (`requirements/nightly.lock`). What breaks a reader goes into the folder, one file for
each place in the code; without one into `tests/intake/found`, where it is a test.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

INSTRUMENTED = ["quellenlage.intake", "pypdf", "docx", "warcio", "email", "zipfile", "tarfile"]
LONGEST = 20_000

with atheris.instrument_imports(include=INSTRUMENTED, enable_loader_override=False):
    from tests.intake.fuzzing import FOUND, tried, ways_of


def main() -> None:
    """Fuzzes until the time is up; prints and keeps what broke, once for each place."""
    reader, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "600"
    kept = Path(sys.argv[3]) if len(sys.argv) > 3 else FOUND
    corpus = Path(tempfile.mkdtemp(prefix=f"fuzz-{reader}-"))
    for number, (_, seeds) in enumerate(ways_of(reader)):
        for place, seed in enumerate(seeds):
            (corpus / f"{number}-{place}").write_bytes(bytes([number]) + seed)
    kept.mkdir(parents=True, exist_ok=True)
    known: set[str] = set()

    def one(data: bytes) -> None:
        told_of = tried(reader, data) if data else ""
        key = told_of.partition(": ")[0]
        if key and key not in known:
            known.add(key)
            print(f"\n{reader}: {told_of}", flush=True)
            (kept / f"{reader}-{len(known)}").write_bytes(data)

    limits = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=60"]
    quiet = ["-rss_limit_mb=2500", "-print_final_stats=1", f"-artifact_prefix={kept}/"]
    atheris.Setup([sys.argv[0], *limits, *quiet, str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
