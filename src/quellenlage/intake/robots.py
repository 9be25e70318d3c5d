"""robots.txt by RFC 9309: whether a page may be fetched, and how long to pause between two.

1. the groups that name us, else those for all; 2. of their rules that match, the longest decides,
and on equal length the one that allows; 3. without a rule everything is allowed.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

__all__ = ["Robots", "parse"]

LARGEST = 500_000
"""Characters read of a robots.txt; the standard asks for at least that many bytes."""
MOST_STARS = 20
"""Stars in a rule beyond which it is not understood: matching them takes time without bound."""


class Robots(NamedTuple):
    """The rules for us: path patterns, each with whether it allows; seconds between requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    pause: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether the path of an address may be fetched."""
        path = unquote(path)
        matching = [rule for rule in self.rules if _matches(rule[0], path)]
        return max(matching, key=lambda rule: (len(rule[0]), rule[1]), default=("", True))[1]


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern with `*` and a closing `$` fits the beginning of a path."""
    ended = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    for number, part in enumerate(others, 1):
        if ended and number == len(others):
            return path.endswith(part) and len(path) - len(part) >= place
        place = path.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return not ended or place == len(path)


def parse(text: str, *, agent: str) -> Robots:
    """The rules a robots.txt has for an agent."""
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    in_rules = False
    for line in text[:LARGEST].splitlines():
        field, sign, value = line.partition("#")[0].partition(":")
        field, value = field.strip().casefold(), value.strip()
        if not sign:
            continue
        if field == "user-agent":
            names = [] if in_rules else names
            in_rules = False
            names.append(re.split(r"[/\s]", value.casefold())[0])
            groups.setdefault(names[-1], [])
        elif field in ("allow", "disallow", "crawl-delay"):
            in_rules = True
            for name in names:
                groups[name].append((field, value))
    return _rules(groups.get(agent.casefold(), groups.get("*", [])))


def _rules(lines: list[tuple[str, str]]) -> Robots:
    """The rules among the lines of a group."""
    rules = tuple(
        (unquote(value), field == "allow")
        for field, value in lines
        if field != "crawl-delay" and value and value.count("*") <= MOST_STARS
    )
    delays = [value for field, value in lines if field == "crawl-delay"]
    pause = next((float(value) for value in delays if re.fullmatch(r"\d{1,4}(\.\d+)?", value)), 0.0)
    return Robots(rules, pause)
