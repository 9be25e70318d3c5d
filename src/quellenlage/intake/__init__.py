"""Intake: bytes → articles. Boilerplate out, damage mended, nothing lost silently.

In: paths of files, folders and globs, or `-` for standard input. Out: an `Intake` of articles and
of problems, one sentence each, for what could not be read.

Three ideas: a reader per format makes a `Draft`, and one assembly makes articles of all of them;
what is cut goes to `removed`, what is mended to `repairs`, what is doubtful to `warnings`; which
rule gave a field stays in `provenance`.
"""

from quellenlage.intake.read import read
from quellenlage.intake.records import Intake, IntakeOptions, Problem

__all__ = ["Intake", "IntakeOptions", "Problem", "read"]
