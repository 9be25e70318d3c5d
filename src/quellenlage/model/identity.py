"""Stable ids: the same content gives the same id, on every machine and in every run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import PurePath

from quellenlage.model.article import Article
from quellenlage.model.story import Source

__all__ = [
    "content_id",
    "outlet_source_id",
    "own_voice_name",
    "own_voice_source_id",
    "speaks_for",
]

_NUMBERED = re.compile(r"(\d+)(?:[_\-.]|$)")


def content_id(prefix: str, *parts: object, length: int = 10) -> str:
    """An id made of a prefix and a digest of the parts, as in `c-4f1d0a99c2`."""
    digest = blake2b("\x1f".join(map(str, parts)).encode(), digest_size=16).hexdigest()
    return f"{prefix}-{digest[:length]}"


def own_voice_name(article: Article) -> str:
    """The origin of what an article says in its own voice: its outlet, or "Artikel NAME".

    NAME is the number that the file's name begins with, else the name without its ending.
    """
    if article.outlet:
        return article.outlet
    stem = PurePath(article.path or article.url or article.id).stem or article.id
    number = _NUMBERED.match(stem)
    return f"Artikel {number.group(1) if number else stem}"


def outlet_source_id(name: str) -> str:
    """The id of an outlet or agency as a source; spelling in capitals or not is one."""
    return content_id("s", "outlet", " ".join(name.casefold().split()))


def own_voice_source_id(article: Article) -> str:
    """The id of the `Source` that stands for an article's own voice."""
    return outlet_source_id(own_voice_name(article))


def speaks_for(sources: Mapping[str, Source], id: str) -> str:
    """The id of the body at the end of a source's chain of bodies; its own if it has none.

    A spokeswoman speaks for her ministry, the ministry for its state: what two sources say rests
    on one body if this is the same for both.
    """
    seen = {id}
    while (source := sources.get(id)) and source.body and source.body not in seen:
        id = source.body
        seen.add(id)
    return id
