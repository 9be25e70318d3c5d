"""Outlets: which name a host stands for, and which house publishes it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quellenlage.german.tables import rows

__all__ = ["Outlet", "house_of", "houses_named", "outlet_of_host", "outlet_of_name"]

LONG_NAME = 10
"""Letters of a name in one word that is taken for an outlet without quotation marks
("Tagesspiegel"); shorter ones are words of the language too ("Zeit", "Welt", "Stern")."""


_QUOTED = re.compile(r"[„“\"»«‚']([^„“”\"»«‚‘'\n]{2,40})[“”\"«»‘']")
_WORD = re.compile(r"\w+(?:[.&-]\w+)*")
_ARTICLE = re.compile(r"^(?:der|die|das|den|dem|des)\s")
_ENDINGS = ("", "n", "r", "m", "s")
_ENDING = re.compile(r"(?<=\w\w\w)e[nrms]$")


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


def house_of(name: str) -> str:
    """Who publishes an outlet: its publisher family, if that is unknown the outlet itself."""
    outlet = outlet_of_name(name) or outlet_of_host(name)
    if outlet:
        return (outlet.family or outlet.name).casefold()
    return _like(name) or name.casefold()


def houses_named(text: str) -> frozenset[str]:
    """The houses whose outlets a text names: "sagte er der Süddeutschen Zeitung".

    A short name in one word counts only in quotation marks: „Welt“, not *die Welt*.
    """
    houses, free = _namings()
    quoted = (_uninflected(match.group(1)) for match in _QUOTED.finditer(text))
    found = {houses[name] for name in quoted if name in houses}
    words = _WORD.findall(text.casefold())
    for place in [place for place, word in enumerate(words) if word in free]:
        for name in free[words[place]]:
            if [_bare(word) for word in words[place + 1 : place + len(name)]] == list(name[1:]):
                found.add(houses[" ".join(name)])
    return frozenset(found)


@cache
def _namings() -> tuple[dict[str, str], dict[str, list[tuple[str, ...]]]]:
    """The house behind each name; the names that count without quotation marks, by first word."""
    houses: dict[str, str] = {}
    for name, others in rows("media", 2)[1:]:
        house = house_of(name)
        for spelling in (name, *filter(None, others.split("|"))):
            houses.setdefault(_uninflected(spelling), house)
    for outlet in _by_host().values():
        houses[_uninflected(outlet.name)] = house_of(outlet.name)
    free: dict[str, list[tuple[str, ...]]] = {}
    for name in houses:
        if " " in name or "." in name or len(name) >= LONG_NAME:
            words = tuple(name.split())
            for ending in _ENDINGS if words[0].endswith("e") else ("",):
                free.setdefault(words[0] + ending, []).append(words)
    return houses, free


def _like(name: str) -> str | None:
    """The house of an outlet called like a paper but for "Die" or "Online"."""
    bare = name.removeprefix("Die ").removeprefix("Der ")
    outlet = outlet_of_name(bare) or outlet_of_name(f"{bare} Online")
    return (outlet.family or outlet.name).casefold() if outlet else None


def _uninflected(name: str) -> str:
    """A name as the key it is known by: small letters, endings of adjectives and articles off."""
    words = _WORD.findall(_ARTICLE.sub("", name.casefold()))
    return " ".join(map(_bare, words))


def _bare(word: str) -> str:
    """A word without the ending of an adjective: "süddeutschen", "süddeutscher"."""
    return _ENDING.sub("e", word)


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
