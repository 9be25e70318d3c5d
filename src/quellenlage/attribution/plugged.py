"""An attributor of the user's own in the place of ours, by the same protocol."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import msgspec

from quellenlage.attribution.attribute import STAGE
from quellenlage.errors import InvalidCall
from quellenlage.model import Article, Attribution, Stage

__all__ = ["plugged"]


def plugged(place: str) -> Stage:
    """The stage that runs `package.module:function`, Article → list of Attribution."""
    module, _, name = place.partition(":")
    try:
        attributor: Callable[[Article], list[Attribution]] = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise InvalidCall(
            f"The attributor {place!r} could not be loaded; name it as package.module:function."
        ) from error

    def run(article: Article) -> Article:
        return msgspec.structs.replace(article, attributions=attributor(article))

    return msgspec.structs.replace(STAGE, version=f"{STAGE.version}+{place}", run=run)
