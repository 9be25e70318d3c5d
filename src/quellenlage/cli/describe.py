"""`pipeline` and `schema`: what the tool says about itself."""

from __future__ import annotations

import json

import typer
from rich.table import Table

from quellenlage.cli.console import results
from quellenlage.model import json_schema
from quellenlage.pipeline import CHAIN, check

__all__ = ["pipeline", "schema"]


def pipeline() -> None:
    """Print the chain of stages: what each requires and gives."""
    check(CHAIN)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("stage", "version", "takes", "requires", "gives"):
        table.add_column(heading, overflow="fold")
    for stage in CHAIN:
        requires, gives = (", ".join(sorted(names)) for names in (stage.requires, stage.gives))
        table.add_row(stage.name, stage.version, stage.scope, requires, gives)
    results().print(table)


def schema() -> None:
    """Print the JSON Schema of the analysis."""
    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=1, sort_keys=True))
