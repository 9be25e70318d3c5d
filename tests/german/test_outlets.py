"""Outlets and their houses: every row has a source, titles of one family are one house."""

from __future__ import annotations

from collections import defaultdict

from quellenlage.german.outlets import house_of, outlet_of_host
from quellenlage.german.tables import rows


def test_every_outlet_has_a_host_and_a_source() -> None:
    for name, hosts, _, source in rows("outlets", 4):
        assert name and hosts and source, name


def test_titles_of_one_family_are_one_house() -> None:
    houses: defaultdict[str, set[str]] = defaultdict(set)
    for name, _, family, _ in rows("outlets", 4):
        if family:
            houses[family].add(house_of(name))
    assert max(map(len, houses.values())) == 1
    assert len({house for (house,) in houses.values()}) == len(houses)


def test_an_outlet_that_is_not_listed_is_its_own_house() -> None:
    assert house_of("Lindhafener Bote") == "lindhafener bote"
    assert house_of("Lindhafener Bote") != house_of("Warne-Kurier")


def test_a_host_below_a_listed_one_is_that_outlet() -> None:
    outlet = outlet_of_host("www.zeit.de")
    assert outlet is not None and outlet.family == "Zeitverlag"
