"""Files out: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from quellenlage.errors import OutputError

__all__ = ["check_writable", "write_whole"]


def check_writable(path: Path) -> None:
    """Fails before any work is done if a file could not be written there."""
    folder = path.parent
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file to write to.")
    if not folder.is_dir():
        raise OutputError(f"The folder {folder} does not exist; create it or name another file.")
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise OutputError(f"No permission to write {path}; choose another place.")


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file whole: on any failure what stood there before still stands there."""
    if path.exists() and not path.is_file():  # a device such as /dev/stdout or /dev/full
        _write_device(path, data)
        return
    temporary = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise OutputError(_reason(path, error)) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _write_device(path: Path, data: bytes) -> None:
    """Writes to something that is not a regular file."""
    try:
        with path.open("wb") as device:
            device.write(data)
    except OSError as error:
        raise OutputError(_reason(path, error)) from error


def _reason(path: Path, error: OSError) -> str:
    """One sentence: what could not be written, and why."""
    why = error.strerror or error
    return f"Could not write {path}: {why}; free some space or choose another place."


def _umask() -> int:
    """The process's file mode mask."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
