"""`demo`: the main job on the invented story that ships with the package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quellenlage.cli.analyse import Language, Outputs, analyse_and_write
from quellenlage.cli.console import note
from quellenlage.errors import OutputError
from quellenlage.pipeline import PipelineOptions

__all__ = ["STORY", "demo"]

STORY = Path(__file__).resolve().parent / "story"
"""Where the invented story lies."""


def demo(
    to: Annotated[Path, typer.Option(help="Folder for the results.")] = Path("demo-result"),
    lang: Annotated[Language, typer.Option(help="Language of the interface.")] = Language.de,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no summary.")] = False,
) -> None:
    """Run the main job on a small invented story and say where the results lie."""
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"Could not create the folder {to}: {error.strerror}.") from error
    outputs = Outputs(
        json=to / "analysis.json",
        html=to / "report.html",
        brief=to / "brief.md",
        csv=to / "tables",
        lang=lang,
        quiet=quiet,
    )
    inputs = [str(path) for path in sorted(STORY.glob("*.txt"))]
    analyse_and_write(inputs, outputs, PipelineOptions())
    if not quiet:
        note(f"Open {to / 'report.html'} in a browser to read the report.")
