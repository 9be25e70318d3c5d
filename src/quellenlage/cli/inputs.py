"""The options of the command line that tell how inputs are read."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from quellenlage.errors import InvalidCall
from quellenlage.intake import MAPPED, IntakeOptions, LinkOptions

__all__ = ["Kind", "intake_options"]


class Kind(StrEnum):
    """What articles are that do not say it themselves; all but reports are primary documents."""

    report = "report"
    release = "release"
    transcript = "transcript"
    post = "post"


def intake_options(
    *,
    kind: Kind | None,
    fields: Sequence[str],
    follow: bool | None,
    cache: Path | None,
    allow_private: bool,
) -> IntakeOptions:
    """The options of reading; raises `InvalidCall` for a field that is none."""
    mapped = dict(_pair(field) for field in fields)
    links = LinkOptions(allow_private=allow_private, cache=cache, follow=follow)
    return IntakeOptions(kind=kind.value if kind else None, fields=mapped, links=links)


def _pair(field: str) -> tuple[str, str]:
    """A field of ours and its name in the records: "text=Volltext"."""
    ours, sign, theirs = field.partition("=")
    if not sign or not theirs or ours not in MAPPED:
        known = ", ".join(sorted(MAPPED))
        raise InvalidCall(f"--field {field}: write NAME=COLUMN with NAME one of {known}.")
    return ours, theirs
