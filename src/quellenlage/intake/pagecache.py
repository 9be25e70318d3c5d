"""Pages kept in a folder, with what a server needs to tell whether they changed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

__all__ = ["Kept", "PageCache"]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it was fetched; `address` is where redirects led."""

    address: str
    data: bytes
    media_type: str = ""
    charset: str | None = None
    etag: str = ""
    changed: str = ""

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it changed."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.changed}
        return {name: value for name, value in found.items() if value}


class PageCache:
    """A folder of pages by their addresses; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, address: str) -> Kept | None:
        """The page kept for an address, if it can be read."""
        if self._folder is None:
            return None
        try:
            return msgspec.msgpack.decode(self._file(address).read_bytes(), type=Kept)
        except (OSError, msgspec.MsgspecError):
            return None

    def keep(self, address: str, page: Kept) -> None:
        """Keeps a page, whole or not at all; a full disk costs only the next fetch."""
        if self._folder is None or not page.conditions():
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.msgpack.encode(page))
            Path(name).replace(self._file(address))

    def _file(self, address: str) -> Path:
        """The file of an address, named by a digest so that no address names a path."""
        assert self._folder is not None
        return self._folder / f"{hashlib.sha256(address.encode()).hexdigest()[:32]}.page"
