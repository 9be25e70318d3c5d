"""Stages: what turns articles into an analysis, each declaring what it requires and gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import msgspec

__all__ = ["Stage"]


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """A named step of the chain.

    `scope` says what `run` takes: `article` one `Article` and gives the same article with more in
    it; `analysis` the `Analysis` so far and gives it with more in it. `requires` and `gives` name
    fields: `article.text`, `article.sentences`, `sources`, `claims`, …
    """

    name: str
    version: str
    scope: Literal["article", "analysis"]
    requires: frozenset[str]
    gives: frozenset[str]
    run: Callable[[Any], Any]
