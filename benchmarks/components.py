"""What each trained component brings: suites with it and without it.

`python benchmarks/components.py [SUITE…] [--way NAME…]` runs suites of the data folder with the
whole chain, without each component (`--without`), and with the second set of weights (a
distribution of its own, read from `second/`), and prints the headline of each, a row for each way.
Two minutes or more for each way; `--way` runs some of them only.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
SUITES = ("germeval-dev", "seeds", "toennies", "quotations-dev")
SECOND = Path(__file__).resolve().parents[1] / "second" / "src"
WAYS = {
    "everything": "",
    "without clusters": " --without clusters",
    "without sequence": " --without sequence",
    "without encoder": " --without encoder",
    "without words": " --without words",
    "second weights": " --attributor quellenlage_second:attribute",
}
"""Options of `analyse`, by the name of the way."""


def headline(suite: str, options: str) -> tuple[str, float]:
    """The name of a suite's headline figure and its value, with some options of `analyse`."""
    with tempfile.TemporaryDirectory() as folder:
        out, command = Path(folder) / "out.json", Path(folder) / "quellenlage"
        command.write_text(
            f'#!/bin/sh\nPYTHONPATH="{SECOND}:$PYTHONPATH" '
            f'exec "{sys.executable}" -m quellenlage "$@"{options}\n',
            encoding="utf-8",
        )
        command.chmod(0o755)
        call = [sys.executable, "run.py", suite, "--command", str(command), "--json", str(out)]
        subprocess.run(call, cwd=SHARED / "bench", check=True, stdout=subprocess.DEVNULL)
        found = json.loads(out.read_text(encoding="utf-8"))
    return str(found["headline"]), float(found["score"])


def main() -> int:
    """Prints the table; ends with 2 where there is no data folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("suites", nargs="*", default=list(SUITES))
    parser.add_argument("--way", action="append", choices=WAYS, help="all of them without it")
    given = parser.parse_args()
    if not SHARED.is_dir():
        print(f"There is no data folder at {SHARED}; nothing was measured.", file=sys.stderr)
        return 2
    print(f"| way | {' | '.join(given.suites)} |\n| --- |{' ---: |' * len(given.suites)}")
    names: dict[str, str] = {}
    for way in given.way or WAYS:
        print(f"| {way} |", end="", flush=True)
        for suite in given.suites:
            names[suite], value = headline(suite, WAYS[way])
            print(f" {value:.3f} |", end="", flush=True)
        print(flush=True)
    print("\nFigures:", "; ".join(f"{suite}: {name}" for suite, name in names.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
