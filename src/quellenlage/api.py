"""The same in Python: `from quellenlage import analyse`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quellenlage import intake, pipeline
from quellenlage.errors import NothingReadable
from quellenlage.model import Analysis

__all__ = ["analyse"]


def analyse(
    *paths: str | Path,
    options: pipeline.PipelineOptions | None = None,
    reading: intake.IntakeOptions | None = None,
) -> Analysis:
    """The analysis of the reports under some paths; raises `NothingReadable` if there are none."""
    inputs: Sequence[str | Path] = paths
    taken = intake.read(inputs, options=reading or intake.IntakeOptions())
    if not taken.articles:
        raise NothingReadable("; ".join(problem.message for problem in taken.problems))
    return pipeline.run(taken.articles, options=options)
