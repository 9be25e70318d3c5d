"""Every error a user can meet, drawn as one tree.

Each branch has a slug (its paragraph in `docs/errors.md`) and an exit code. Whatever derives from
`UserError` is shown as one sentence without a traceback; anything else is a defect of ours.
"""

from __future__ import annotations

__all__ = [
    "InputError",
    "InvalidCall",
    "NothingReadable",
    "OutputError",
    "QuellenlageError",
    "StageError",
    "UnreadableInput",
    "UserError",
]


class QuellenlageError(Exception):
    """Root of the tree; `slug` names it on the error page, `exit_code` is the exit status."""

    slug = "internal"
    exit_code = 1


class StageError(QuellenlageError):
    """The chain of stages does not fit together: something is required that no stage gives."""

    slug = "stage-chain"


class UserError(QuellenlageError):
    """An error whose message alone tells the user what is wrong, where, and what to do."""

    slug = "user"


class InvalidCall(UserError):
    """The call itself is wrong: a path that does not exist, options that exclude one another."""

    slug = "wrong-call"
    exit_code = 2


class InputError(UserError):
    """Something about an input; the run goes on with the others."""

    slug = "input"
    exit_code = 3


class UnreadableInput(InputError):
    """One input could not be read as an article; it becomes a warning if others could."""

    slug = "unreadable-input"


class NothingReadable(InputError):
    """No input could be read as an article."""

    slug = "nothing-readable"


class OutputError(UserError):
    """A result could not be written; no half-written file is left behind."""

    slug = "output"
    exit_code = 4
