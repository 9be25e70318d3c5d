"""A floor that only rises: pinned benchmark figures, and the gate that holds them.

`floors.py check [SUITE…]` runs suites and compares, `floors.py raise` pins better figures,
`floors.py lower SUITE ROW FIGURE VALUE --because WHY` is the only way down.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
FLOORS = HERE / "floors.toml"
SLACK = 0.003
"""What a figure may fall without being held to have fallen: the encoder's sums round differently on
other processors, and one name in six hundred sentences is .002; nothing else is absorbed."""

Floors = dict[str, dict[str, Any]]


def digest(suite: str, shared: Path) -> str:
    """A digest of the names and contents of the files that a suite reads."""
    total = blake2b(digest_size=8)
    for path in sorted(_files(suite, shared)):
        total.update(path.name.encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def _files(suite: str, shared: Path) -> Iterator[Path]:
    """The data files of a suite: those of a corpus, or a story's annotation and articles."""
    folders = {
        "quotations-dev": "data/wikinews-quotes",
        "krauts": "data/krauts",
        "germeval-dev": "data/germeval14",
        "sentences": "data/ud",
        "pages": "data/pages",
        "twins": "data/twins",
        "reuse": "data/reuse",
    }
    if suite in folders:
        yield from (path for path in (shared / folders[suite]).rglob("*") if path.is_file())
        return
    yield shared / "gold" / f"{suite}.json"
    articles = shared / suite if suite == "seeds" else shared / "gold" / suite
    yield from (path for path in articles.rglob("*") if path.is_file())


def read(path: Path) -> Floors:
    """The floors a file pins, by suite."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def write(floors: Floors, path: Path) -> None:
    """Pins floors in a file."""
    lines = ["# Written by benchmarks/floors.py; see README.md beside this file."]
    for suite, pinned in floors.items():
        lines += ["", f"[{_quoted(suite)}]", f'digest = "{pinned["digest"]}"']
        lines += [f"quick = {str(pinned.get('quick', False)).lower()}"]
        lines += [f"lowered = {json.dumps(pinned['lowered'])}"] if pinned.get("lowered") else []
        lines += [f"[{_quoted(suite)}.figures]"]
        lines += [f"{_quoted(name)} = {value}" for name, value in pinned["figures"].items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(name: str) -> str:
    """A TOML key."""
    return json.dumps(name, ensure_ascii=False)


def measure(suite: str, shared: Path) -> dict[str, Any]:
    """The measures of a suite, measured now."""
    with tempfile.TemporaryDirectory(prefix="floors-") as folder:
        out = Path(folder) / "report.json"
        runner = shared / "bench" / "run.py"
        command = f"{sys.executable} -m quellenlage"
        call = [sys.executable, str(runner), suite, "--command", command, "--json", str(out)]
        subprocess.run(call, check=True)
        report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return report


def figure(report: dict[str, Any], name: str) -> float:
    """A figure by its name: `score`, or `row / figure`."""
    if name == "score":
        return float(report["score"])
    row, _, column = name.partition(" / ")
    return float(report["measures"][row][column])


def falls(pinned: dict[str, Any], report: dict[str, Any], found: str) -> list[str]:
    """What is wrong with a suite's figures against its floors; empty if nothing is."""
    wrong = []
    if pinned["digest"] != found:
        wrong.append(f"the data changed (digest {found}, pinned {pinned['digest']})")
    for name, floor in pinned["figures"].items():
        value = figure(report, name)
        if value < floor - SLACK:
            wrong.append(f"{name} fell to {value:.4f}, its floor is {floor:.4f}")
    return wrong


def raised(pinned: dict[str, Any], report: dict[str, Any], found: str) -> dict[str, Any]:
    """The floors of a suite, each at least as high as before."""
    figures = {
        name: max(floor, round(figure(report, name), 4))
        for name, floor in pinned["figures"].items()
    }
    return {**pinned, "digest": found, "figures": figures}


def lowered(pinned: dict[str, Any], name: str, value: float, because: str) -> dict[str, Any]:
    """The floors of a suite with one lowered, and the reason beside it."""
    if not because.strip():
        raise SystemExit("A floor is lowered only with a reason: --because “…”.")
    note = f"{name} from {pinned['figures'][name]} to {value}: {because}"
    figures = {**pinned["figures"], name: value}
    return {**pinned, "figures": figures, "lowered": [*pinned.get("lowered", []), note]}


def check(suites: Sequence[str], *, quick: bool) -> int:
    """Measures and compares; the exit status."""
    floors = read(FLOORS)
    wanted = [
        suite
        for suite, pinned in floors.items()
        if suite in suites or (not suites and (pinned.get("quick") or not quick))
    ]
    status = 0
    for suite in wanted:
        wrong = falls(floors[suite], measure(suite, SHARED), digest(suite, SHARED))
        for sentence in wrong:
            print(f"{suite}: {sentence}", file=sys.stderr)
        status = status or bool(wrong)
    print(f"{len(wanted)} suites measured, floors {'broken' if status else 'kept'}")
    return status


def raise_floors(suites: Sequence[str]) -> int:
    """Measures and pins what got better; the exit status."""
    floors = read(FLOORS)
    for suite in suites or floors:
        floors[suite] = raised(floors[suite], measure(suite, SHARED), digest(suite, SHARED))
    write(floors, FLOORS)
    return 0


def main() -> int:
    """Command line: see the module's first lines."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check")
    checking.add_argument("suites", nargs="*")
    checking.add_argument("--quick", action="store_true", help="only the suites marked quick")
    commands.add_parser("raise").add_argument("suites", nargs="*")
    lowering = commands.add_parser("lower")
    for name in ("suite", "figure"):
        lowering.add_argument(name)
    lowering.add_argument("value", type=float)
    lowering.add_argument("--because", required=True)
    given = parser.parse_args()
    if not SHARED.is_dir():
        print(f"floors: skipped, there is no data folder {SHARED.name} beside the checkout")
        return int("CI" in os.environ)
    if given.command == "check":
        return check(given.suites, quick=given.quick)
    if given.command == "raise":
        return raise_floors(given.suites)
    floors = read(FLOORS)
    floors[given.suite] = lowered(floors[given.suite], given.figure, given.value, given.because)
    write(floors, FLOORS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
