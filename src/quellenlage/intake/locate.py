"""Where the inputs are: files, folders read recursively, globs, standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from quellenlage.errors import InvalidCall
from quellenlage.intake.addresses import is_link, told
from quellenlage.intake.containers import CONTAINERS
from quellenlage.intake.formats import READABLE
from quellenlage.intake.records import IntakeOptions, Problem

__all__ = ["STANDARD_INPUT", "Found", "locate"]

STANDARD_INPUT = "-"
FROM_FOLDERS = (*READABLE, *CONTAINERS)


class Found(NamedTuple):
    """A file to read and the path by which the user knows it, or a link without its password."""

    file: Path
    shown: str
    link: str | None = None


def locate(
    inputs: Sequence[str | Path], *, options: IntakeOptions
) -> tuple[list[Found], list[Problem]]:
    """The files that inputs mean, each once; raises `InvalidCall` if none of them exists."""
    found: list[Found] = []
    problems: list[Problem] = []
    for given in inputs:
        files = list(_files(str(given), problems))
        if len(files) > options.most_files:
            files = files[: options.most_files]
            message = f"{given}: more than {options.most_files} files; the rest was left out."
            problems.append(Problem(path=str(given), slug="too-many-files", message=message))
        found += files
    missing = [problem for problem in problems if problem.slug == "missing-path"]
    if inputs and missing and not found and len(missing) == len(problems):
        raise InvalidCall(missing[0].message)
    each = {item.link or item.file.absolute(): item for item in reversed(found)}
    return list(each.values())[::-1], problems


def _files(given: str, problems: list[Problem]) -> Iterator[Found]:
    """The files that one input means."""
    path = Path(given)
    if is_link(given):
        yield Found(path, told(given), given)
        return
    if given == STANDARD_INPUT:
        yield Found(path, given)
        return
    try:
        if path.is_dir():
            yield from _in_folder(path, problems)
        elif path.exists():
            yield Found(path, given)
        elif matches := _matches(given):
            for match in matches:
                yield from _files(match, problems)
        else:
            message = f"{given}: there is no such file or folder."
            problems.append(Problem(path=given, slug="missing-path", message=message))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not allowed"
        message = f"{given}: could not be opened ({reason})."
        problems.append(Problem(path=given, slug="unreadable-input", message=message))


def _matches(given: str) -> list[str]:
    """The paths a glob means, in order; itself is no match for a glob without signs."""
    return sorted(glob.glob(given, recursive=True)) if glob.has_magic(given) else []  # noqa: PTH207


def _in_folder(folder: Path, problems: list[Problem]) -> Iterator[Found]:
    """The readable files of a folder and those below it, hidden ones left out, in order."""

    def refused(error: OSError) -> None:
        message = f"{error.filename}: the folder could not be opened ({error.strerror})."
        problems.append(Problem(path=str(error.filename), slug="unreadable-input", message=message))

    count = len(problems)
    any_file = False
    for root, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(FROM_FOLDERS):
                any_file = True
                file = Path(root, name)
                yield Found(file, str(file))
    if not any_file and len(problems) == count:
        message = f"{folder}: the folder holds no text or HTML file."
        problems.append(Problem(path=str(folder), slug="nothing-readable", message=message))
