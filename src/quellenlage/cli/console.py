"""Where the command line speaks: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from quellenlage.pipeline import Progress as Reporter

__all__ = ["complain", "note", "progress", "results"]

WIDTH_WHEN_PIPED = 100
"""Characters a line when nobody says how wide the screen is."""


def results() -> Console:
    """The console for results: coloured on a screen, plain in a pipe or with NO_COLOR."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else WIDTH_WHEN_PIPED
    return Console(width=width, highlight=False, emoji=False)


def _aside() -> Console:
    """The console for notes, warnings and progress."""
    return Console(stderr=True, highlight=False, emoji=False, soft_wrap=True)


def note(message: str) -> None:
    """Tells something that is no result."""
    _aside().print(message, markup=False)


def complain(message: str) -> None:
    """Tells what went wrong, in one sentence."""
    _aside().print(f"quellenlage: {message}", markup=False, style="red")


@contextmanager
def progress(quiet: bool) -> Iterator[Reporter | None]:
    """A bar on standard error while something takes its time; nothing when quiet or piped."""
    console = _aside()
    if quiet or not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task("…", total=None)

        def report(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total)

        yield report
