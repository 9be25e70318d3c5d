"""Intake: bytes → articles. Boilerplate out, damage mended, nothing lost silently.

In: paths of files, folders and globs, links, or `-` for standard input. Out: an `Intake` of
articles and of problems, one sentence each, for what could not be read; or both one by one.

Three ideas: a reader per format makes a `Draft`, and one assembly makes articles of all of them;
what is cut goes to `removed`, what is mended to `repairs`, what is doubtful to `warnings`; which
rule gave a field stays in `provenance`.
"""

from quellenlage.intake.read import read, stream
from quellenlage.intake.records import Intake, IntakeOptions, LinkOptions, Problem
from quellenlage.intake.records_file import MAPPED

__all__ = ["MAPPED", "Intake", "IntakeOptions", "LinkOptions", "Problem", "read", "stream"]
