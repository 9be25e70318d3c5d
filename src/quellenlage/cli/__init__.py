"""The command line: one file per command; joins the rooms, prints, sets exit codes."""

from quellenlage.cli.main import app, main

__all__ = ["app", "main"]
