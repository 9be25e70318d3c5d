"""Stable ids: the same content gives the same id, on every machine and in every run."""

from __future__ import annotations

from hashlib import blake2b

__all__ = ["content_id"]


def content_id(prefix: str, *parts: object, length: int = 10) -> str:
    """An id made of a prefix and a digest of the parts, as in `c-4f1d0a99c2`."""
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=16).hexdigest()
    return f"{prefix}-{digest[:length]}"
