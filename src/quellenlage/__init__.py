"""Shows what the claims in many reports of one event rest on."""

from quellenlage.version import VERSION as __version__

__all__ = ["__version__"]
