"""Outlets: which name a host stands for, and which house publishes it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from quellenlage.german.tables import rows

__all__ = ["Outlet", "house_of", "names_house", "outlet_of_host", "outlet_of_name"]

LONG_NAME = 10
"""Letters of a name in one word that is taken for an outlet without quotation marks
("Tagesspiegel"); shorter ones are words of the language too ("Zeit", "Welt", "Stern")."""


_ARTICLE = re.compile(r"^(?:der|die|das)\s")


class Outlet(NamedTuple):
    """A title, and the publisher family it belongs to where that is known."""

    name: str
    family: str | None


def outlet_of_host(host: str) -> Outlet | None:
    """The outlet behind a host, by the longest listed domain: `www.zeit.de` is `zeit.de`."""
    labels = host.casefold().strip(".").split(".")
    known = _by_host()
    names = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((known[name] for name in names if name in known), None)


def outlet_of_name(name: str) -> Outlet | None:
    """The outlet of a name, spelling in capitals or small letters alike."""
    return _by_name().get(" ".join(name.casefold().split()))


@lru_cache(4_096)
def house_of(name: str) -> str:
    """Who publishes an outlet: its publisher family, if that is unknown the outlet itself."""
    outlet = outlet_of_name(name) or outlet_of_host(name)
    if outlet:
        return (outlet.family or outlet.name).casefold()
    return _like(name) or name.casefold()


def names_house(text: str, house: str) -> bool:
    """Whether a text names an outlet of a house: "sagte er der Süddeutschen Zeitung".

    A short name in one word counts only in quotation marks: „Welt“, not *die Welt*.
    """
    pattern = _naming(house)
    return pattern is not None and pattern.search(text) is not None


@cache
def _naming(house: str) -> re.Pattern[str] | None:
    """A pattern of the names of a house's outlets as texts write them; none if none is known."""
    inner = sorted({_inflected(name) for name in _names().get(house, ())}, key=len, reverse=True)
    if not inner:
        return None
    free = [name for name in inner if r"\s" in name or "." in name or len(name) >= LONG_NAME]
    quoted = rf"[„“\"»«‚'](?:[Dd](?:ie|er|as)\s)?(?:{'|'.join(inner)})[“”\"«»‘']"
    plain = rf"|\b(?:{'|'.join(free)})(?!\w)" if free else ""
    return re.compile(quoted + plain, re.IGNORECASE)


@cache
def _names() -> dict[str, set[str]]:
    """The names under which outlets of each house are known."""
    names: dict[str, set[str]] = {}
    for name, others in rows("media", 2)[1:]:
        names.setdefault(house_of(name), set()).update((name, *filter(None, others.split("|"))))
    for outlet in _by_host().values():
        names.setdefault(house_of(outlet.name), set()).add(outlet.name)
    return names


def _inflected(name: str) -> str:
    """A pattern for a name in any case: "Süddeutschen Zeitung"."""
    *adjectives, noun = _ARTICLE.sub("", name.casefold()).split()
    ending = r"e[nrms]?"
    inflected = [re.sub(r"e$", ending, re.escape(word)) for word in adjectives]
    return r"\s".join([*inflected, re.escape(noun)])


def _like(name: str) -> str | None:
    """The house of an outlet called like a paper but for "Die" or "Online"."""
    bare = name.removeprefix("Die ").removeprefix("Der ")
    outlet = outlet_of_name(bare) or outlet_of_name(f"{bare} Online")
    return (outlet.family or outlet.name).casefold() if outlet else None


@cache
def _by_host() -> dict[str, Outlet]:
    """The outlets by host; raises `ValueError` if a host stands twice."""
    known: dict[str, Outlet] = {}
    for name, hosts, family, _ in rows("outlets", 4):
        for host in hosts.split(","):
            if host in known:
                raise ValueError(f"outlets.tsv: {host} stands twice")
            known[host] = Outlet(name, family or None)
    return known


@cache
def _by_name() -> dict[str, Outlet]:
    """The outlets by name in small letters."""
    return {outlet.name.casefold(): outlet for outlet in _by_host().values()}
