"""`bench`: the figures, measured again."""

from __future__ import annotations

import shlex
import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from quellenlage import intake, pipeline
from quellenlage.cli.console import results
from quellenlage.cli.demo import STORY
from quellenlage.cli.expectations import findings, read_expected
from quellenlage.errors import InvalidCall

__all__ = ["bench"]

SUITES = ("seeds", "toennies", "quotations-dev", "krauts", "germeval-dev", "sentences", "twins")
"""What is run on a data folder if no suite is named."""
MISSED = 1
"""Exit status if an expected finding is missing."""


def bench(
    suites: Annotated[list[str] | None, typer.Argument(help="Suites of the data folder.")] = None,
    data: Annotated[
        Path | None, typer.Option(help="A folder with bench/run.py, data/ and gold/.")
    ] = None,
) -> None:
    """Measure the tool: on the invented story, or with --data on the suites of a data folder."""
    if data is None:
        if suites:
            raise InvalidCall("Suites need --data FOLDER, a folder with bench/run.py in it.")
        raise typer.Exit(_on_the_invented_story())
    runner = data / "bench" / "run.py"
    if not runner.is_file():
        raise InvalidCall(f"There is no {runner}; --data needs a folder with bench/run.py in it.")
    failed = [suite for suite in suites or SUITES if not _run_suite(runner, suite)]
    if failed:
        raise typer.Exit(MISSED)


def _run_suite(runner: Path, suite: str) -> bool:
    """Runs one suite; whether it ran to its end."""
    command = f"{shlex.quote(sys.executable)} -m quellenlage"
    sys.stdout.flush()
    call = [sys.executable, str(runner), suite, "--command", command]
    return subprocess.run(call, check=False).returncode == 0


def _on_the_invented_story() -> int:
    """Prints which expected findings hold; the exit status."""
    articles = intake.read([str(path) for path in sorted(STORY.glob("*.txt"))]).articles
    started = time.perf_counter()
    analysis = pipeline.run(articles)
    seconds = time.perf_counter() - started
    found = findings(read_expected(STORY), analysis)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("", "finding", "holds"):
        table.add_column(heading)
    for finding in found:
        table.add_row(finding.kind, finding.sentence, "yes" if finding.holds else "NO")
    console = results()
    console.print(table)
    right = sum(finding.holds for finding in found)
    console.print(
        f"{right} of {len(found)} findings hold · {len(articles)} articles, {seconds:.2f} s"
    )
    return 0 if right == len(found) else MISSED
