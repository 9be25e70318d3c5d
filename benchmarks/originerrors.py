"""The wrong origins of the gold stories by class: whose word an assertion is, and why we miss it.

Every matched assertion whose chain ends with another source than in gold falls in the first class
that fits. Own voice against somebody's word is told by whether an attribution lies on the passage
or before it; two chains by what their links have in common; else by kind and body of the sources
and by the words that named ours.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from quellenlage.claims import weigh
from quellenlage.model import Analysis
from stories import SHARED, annotated

NEAR = 600
"""Characters before a passage in which the word that runs on in it was given."""
UNKNOWN = "Unbestimmt"
"""How the names of sources begin that stand for somebody nobody could be found for."""
POINTERS = frozenset("er sie es ihm ihr ihnen dieser diese dieses der die das wir ich man".split())


class Miss(NamedTuple):
    """A matched assertion with the wrong origin: its story, class, passage and both chains."""

    story: str
    kind: str
    passage: str
    gold: tuple[str, ...]
    ours: tuple[str, ...]
    rule: str


def misses(name: str, folder: Path, keep: Path, *, fresh: bool) -> tuple[int, list[Miss]]:
    """The number of matched assertions of a story, and those whose origin is wrong."""
    sys.path.insert(0, str(SHARED / "bench"))
    story = import_module("goldfile").read_story(folder / f"{name}.json")
    return of_story(name, story, weigh(annotated(name, folder, keep, fresh=fresh)))


def of_story(name: str, story: Any, analysis: Analysis) -> tuple[int, list[Miss]]:
    """The same, of a story that is read and an analysis that is made."""
    assertions, origins = import_module("assertions"), import_module("origins")
    built = msgspec.to_builtins(analysis)
    view = import_module("analysed").AnalysedStory(story, built)
    names = origins.SourceNames(view, built)
    predicted = assertions.predicted_assertions(view, built)
    pairs = assertions.match_assertions(story, predicted, names).pairs
    told = _Told(name, story, built, names)
    found = [told.miss(gold, ours) for gold, ours in pairs if not _right(names, gold, ours)]
    return len(pairs), found


def _right(names: Any, gold: Any, ours: Any) -> bool:
    return bool(names.same_origin(gold, ours.located.article, ours.chain))


class _Told:
    """What gold and the analysis of one story tell about their sources and attributions."""

    def __init__(self, name: str, story: Any, built: Mapping[str, Any], names: Any) -> None:
        self._name, self._story, self._same = name, story, names
        self._sources = {source["id"]: source for source in built["sources"]}
        self._claims = {claim["id"]: claim for claim in built["claims"]}
        self._articles = {article["id"]: article for article in built["articles"]}

    def miss(self, gold: Any, ours: Any) -> Miss:
        """A wrong origin with its class."""
        assertion = self._claims[ours.claim]["assertions"][ours.index]
        article = self._articles[assertion["article"]]
        said = {one["id"]: one for one in article["attributions"]}.get(assertion["attribution"])
        return Miss(
            self._name,
            self._kind(gold, ours, assertion, article, said),
            article["text"][assertion["start"] : assertion["end"]],
            gold.chain,
            tuple(self._sources[id]["name"] for id in ours.chain),
            said["rule"] if said else assertion["rule"],
        )

    def _kind(
        self, gold: Any, ours: Any, assertion: Any, article: Any, said: Mapping[str, Any] | None
    ) -> str:
        if not ours.chain:
            return self._unheard(gold, ours, assertion, article)
        if not gold.chain:
            rule = said["rule"].split("/")[0].split("(")[0] if said else "no attribution"
            return f"own voice in gold, somebody's here: {rule}"
        if self._is(gold.chain[-1], ours.chain[:-1]):
            return "chain: a link too long"
        if any(self._is(one, ours.chain[-1:]) for one in gold.chain[:-1]):
            return "chain: a link too short"
        return self._other(gold.chain[-1], self._sources[ours.chain[-1]], article, said)

    def _unheard(self, gold: Any, ours: Any, assertion: Any, article: Any) -> str:
        start, end = assertion["start"], assertion["end"]
        spoken = [(one["quote"][0]["start"], one) for one in article["attributions"]]
        inside = [one for _, one in spoken if any(_overlaps(q, start, end) for q in one["quote"])]
        if inside:
            return "own voice here, somebody's in gold: attributed, but not this passage"
        before = [one for at, one in spoken if start - NEAR <= at < start and one["chains"]]
        if any(self._is(gold.chain[-1], chain[-1:]) for one in before for chain in one["chains"]):
            return "own voice here, somebody's in gold: his word runs on"
        return "own voice here, somebody's in gold: nothing attributed"

    def _other(
        self, gold: str, ours: Mapping[str, Any], article: Any, said: Mapping[str, Any] | None
    ) -> str:
        if ours["name"].startswith(UNKNOWN):
            return "source: pointed to, nobody found"
        body = self._sources.get(ours["body"] or "")
        if body and self._is(gold, [body["id"]]):
            return "source: one who speaks for the body, not the body"
        if self._is_house(gold, ours):
            return "source: the body, not the one who speaks for it"
        spans = said["links"][-1]["speakers"] if said and said["links"] else []
        words = " ".join(article["text"][one["start"] : one["end"]] for one in spans)
        if words.casefold() in POINTERS:
            return "source: a pronoun, the wrong one found"
        if ours["kind"] == "anonymous":
            return "source: unnamed here, known in gold"
        if words and not any(word in words for word in ours["name"].split()):
            return "source: a description, the wrong one found"
        return "source: somebody else"

    def _is_house(self, gold: str, ours: Mapping[str, Any]) -> bool:
        """Whether gold's source is one of ours that speaks for the one we found."""
        return any(
            source["body"] == ours["id"] and self._is(gold, [source["id"]])
            for source in self._sources.values()
        )

    def _is(self, gold: str, chain: Sequence[str]) -> bool:
        """Whether gold's source is among some of ours."""
        known = import_module("names")
        wanted = self._story.names(gold)
        return any(
            known.same_source(wanted, [self._sources[id]["name"], *self._sources[id]["aliases"]])
            for id in chain
        )


def _overlaps(span: Mapping[str, int], start: int, end: int) -> bool:
    return span["start"] < end and start < span["end"]


def table(found: Mapping[str, tuple[int, list[Miss]]]) -> str:
    """The classes with their number in each story, the largest first."""
    counts = Counter(miss.kind for _, wrong in found.values() for miss in wrong)
    heads = "".join(f"{name[:9]:>10}" for name in found)
    lines = [f"{'':62}{heads}{'together':>10}"]
    matched = [number for number, _ in found.values()]
    wrong = [len(misses) for _, misses in found.values()]
    rows = [("matched assertions", matched), ("wrong origin", wrong)]
    for kind, _ in counts.most_common():
        each = [sum(miss.kind == kind for miss in misses) for _, misses in found.values()]
        rows.append((kind, each))
    lines += [f"{kind:62}" + "".join(f"{n:10}" for n in (*each, sum(each))) for kind, each in rows]
    return "\n".join(lines)
