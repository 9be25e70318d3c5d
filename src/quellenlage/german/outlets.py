"""Outlets: which name a host stands for, and which house publishes it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from quellenlage.german.tables import rows

__all__ = ["Outlet", "outlet_of_host", "outlet_of_name"]


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
