"""What each trained component brings: suites with it and without it.

`python benchmarks/components.py [SUITE…]` runs suites of the data folder with the whole chain, with
`--fast` (no encoder), and with the second set of weights (a distribution of its own, read from
`second/`), and prints the headline of each beside one another.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
SUITES = ("germeval-dev", "seeds", "toennies", "quotations-dev")
SECOND = Path(__file__).resolve().parents[1] / "second" / "src"
WAYS = {
    "with the encoder": "",
    "without (--fast)": " --fast",
    "second weights": " --attributor quellenlage_second:attribute",
}


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
    if not SHARED.is_dir():
        print(f"There is no data folder at {SHARED}; nothing was measured.", file=sys.stderr)
        return 2
    print(f"| suite | figure | {' | '.join(WAYS)} |\n|{' --- |' * (2 + len(WAYS))}")
    for suite in sys.argv[1:] or SUITES:
        rows = [headline(suite, options) for options in WAYS.values()]
        print(f"| {suite} | {rows[0][0]} | {' | '.join(f'{v:.3f}' for _, v in rows)} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
