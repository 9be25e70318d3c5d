"""The command line as a whole: joins the commands, and turns errors into exit codes.

0 at least one article was analysed · 2 wrong call · 3 nothing could be read · 4 output could not be
written · 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from quellenlage.cli.analyse import analyse
from quellenlage.cli.bench import bench
from quellenlage.cli.console import complain
from quellenlage.cli.demo import demo
from quellenlage.cli.describe import pipeline, schema
from quellenlage.errors import UserError
from quellenlage.version import VERSION

__all__ = ["app", "main"]

INTERRUPTED = 130
WRONG_CALL = 2

app = typer.Typer(
    name="quellenlage",
    help="Shows what the claims in many reports of one event rest on.",
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
app.command()(analyse)
app.command()(demo)
app.command()(bench)
app.command()(pipeline)
app.command()(schema)


def _show_version(wanted: bool) -> None:
    """Prints the version and ends."""
    if wanted:
        typer.echo(f"quellenlage {VERSION}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Shows what the claims in many reports of one event rest on."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits; every error a user can meet is one sentence."""
    try:
        wanted = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
        code = app(args=wanted, prog_name="quellenlage", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except UserError as error:
        complain(str(error))
        sys.exit(error.exit_code)
    except typer.TyperException as error:
        message = error.format_message().replace("Value error, ", "").rstrip(". ")
        complain(f"{message}. `quellenlage --help` shows what there is.")
        sys.exit(WRONG_CALL)
    except (KeyboardInterrupt, typer.Abort):
        complain("Interrupted; nothing was written.")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
