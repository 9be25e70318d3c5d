"""Shows what the claims in many reports of one event rest on.

`analyse(path, …)` gives the `Analysis`; `quellenlage.model` says what stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quellenlage.version import VERSION as __version__  # noqa: N811

if TYPE_CHECKING:
    from quellenlage.api import analyse

__all__ = ["__version__", "analyse"]


def __getattr__(name: str) -> Any:
    """`analyse`, loaded when it is first asked for: the rooms behind it take half a second."""
    if name == "analyse":
        from quellenlage.api import analyse

        return analyse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
