"""Which articles tell one event: our stories beside singletons, TF-IDF with DBSCAN, and one story.

`clustering.py [PERIOD…] [--archive FOLDER] [--json FILE]` groups the articles of the days that are
labelled in `benchmarks/gold/stories-PERIOD.json` and prints B-cubed precision, recall and F1 over
the articles whose labelled story has two or more. What is put with them counts against precision
whether it is measured or not. DBSCAN (two articles are enough for a group, which makes its groups
the connected parts of the graph of near articles) runs with the best distance of the other period,
and with the best of this one, which it could not know.
"""

from __future__ import annotations

import argparse
import io
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from quellenlage.model import Article
from quellenlage.stories import group

HERE = Path(__file__).resolve().parent
ARCHIVE = HERE.parents[1] / "shared" / "data" / "archive"
PERIODS = ("2020-12", "2020-09")
"""The first is that on which thresholds are chosen, the second that on which they are measured."""
DISTANCES = tuple(round(step / 50, 2) for step in range(20, 50))
"""Cosine distances that are tried for DBSCAN: 0.40 to 0.98."""
_WORD = re.compile(r"[^\W\d_]{2,}")

Labels = Mapping[str, Hashable]


class Score(NamedTuple):
    """B-cubed precision, recall and F1, and over how many articles."""

    precision: float
    recall: float
    f1: float
    articles: int


class Period(NamedTuple):
    """Some days of the archive, with the labelled story of each article."""

    name: str
    articles: list[Article]
    gold: dict[str, str]


def members(labels: Labels) -> dict[str, frozenset[str]]:
    """The articles of the group that each article is in."""
    groups: defaultdict[Hashable, set[str]] = defaultdict(set)
    for article, label in labels.items():
        groups[label].add(article)
    frozen = {label: frozenset(group) for label, group in groups.items()}
    return {article: frozen[label] for article, label in labels.items()}


def b_cubed(gold: Labels, found: Labels) -> Score:
    """B-cubed over the articles whose labelled story has two or more."""
    wanted, given = members(gold), members(found)
    measured = [article for article, story in wanted.items() if len(story) > 1]
    common = {a: len(wanted[a] & given[a]) for a in measured}
    precision = sum(common[a] / len(given[a]) for a in measured) / len(measured)
    recall = sum(common[a] / len(wanted[a]) for a in measured) / len(measured)
    f1 = 2 * precision * recall / (precision + recall)
    return Score(precision, recall, f1, len(measured))


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of one month of the archive."""
    zstandard = import_module("zstandard")
    with path.open("rb") as stream, zstandard.ZstdDecompressor().stream_reader(stream) as plain:
        for line in io.TextIOWrapper(plain, encoding="utf-8", newline="\n"):
            yield json.loads(line)


def read_period(name: str, archive: Path) -> Period:
    """The labelled days of one period."""
    gold = json.loads((HERE / "gold" / f"stories-{name}.json").read_text("utf-8"))
    stories: dict[str, str] = gold["articles"]
    days = [
        article(record)
        for record in lines(archive / f"{name}.jsonl.zst")
        if record["id"] in stories and gold["first"] <= record["date"][:10] <= gold["last"]
    ]
    if missing := len(stories) - len(days):
        raise SystemExit(f"{missing} articles of {name} are not in {archive}")
    return Period(name, days, stories)


def article(record: Mapping[str, Any]) -> Article:
    """An article of the archive, its title first."""
    title, body = (record["header"] or "").strip(), (record["article"] or "").strip()
    return Article(
        id=record["id"], title=title, text=f"{title}\n\n{body}", published=record["date"]
    )


def ours(articles: Sequence[Article]) -> Labels:
    """The stories of this program."""
    return {member: story.id for story in group(articles) for member in story.articles}


def singletons(articles: Sequence[Article]) -> Labels:
    """Every article alone."""
    return {one.id: one.id for one in articles}


def one_story(articles: Sequence[Article]) -> Labels:
    """All articles together."""
    return {one.id: "all" for one in articles}


def likeness(articles: Sequence[Article]) -> np.ndarray:
    """Cosines of TF-IDF vectors of all words, with the usual logarithms."""
    counts = [Counter(word.casefold() for word in _WORD.findall(one.text)) for one in articles]
    spread = Counter(word for words in counts for word in words)
    columns = {word: number for number, word in enumerate(spread)}
    rows, cols, values = [], [], []
    for row, words in enumerate(counts):
        for word, count in words.items():
            rows.append(row)
            cols.append(columns[word])
            rarity = math.log((1 + len(articles)) / (1 + spread[word])) + 1
            values.append((1 + math.log(count)) * rarity)
    matrix = csr_matrix((values, (rows, cols)), shape=(len(articles), len(columns)))
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    cosines: np.ndarray = (matrix @ matrix.T).toarray() / np.outer(lengths, lengths)
    return cosines


def dbscan(articles: Sequence[Article], cosines: np.ndarray, distance: float) -> Labels:
    """The groups of DBSCAN where two near articles make a group."""
    _, found = connected_components(csr_matrix(cosines >= 1 - distance), directed=False)
    return {one.id: int(label) for one, label in zip(articles, found, strict=True)}


def best_distance(period: Period) -> float:
    """The distance with which DBSCAN does best on a period."""
    cosines = likeness(period.articles)

    def f1(distance: float) -> float:
        return b_cubed(period.gold, dbscan(period.articles, cosines, distance)).f1

    return max(DISTANCES, key=f1)


def rows(period: Period, other: Period) -> dict[str, Score]:
    """What each way of grouping gives on a period."""
    cosines = likeness(period.articles)
    learnt, own = best_distance(other), best_distance(period)
    ways: dict[str, Callable[[], Labels]] = {
        "stories": lambda: ours(period.articles),
        "singletons": lambda: singletons(period.articles),
        "one story": lambda: one_story(period.articles),
        f"TF-IDF, DBSCAN {learnt}": lambda: dbscan(period.articles, cosines, learnt),
        f"TF-IDF, DBSCAN {own}, best here": lambda: dbscan(period.articles, cosines, own),
    }
    return {name: b_cubed(period.gold, way()) for name, way in ways.items()}


def shown(period: Period, found: Mapping[str, Score]) -> str:
    """The figures of a period as a table."""
    measured = next(iter(found.values())).articles
    head = f"{period.name}: {len(period.articles)} articles, {measured} in stories of two or more"
    body = [f"{name:32}{s.precision:9.3f}{s.recall:9.3f}{s.f1:9.3f}" for name, s in found.items()]
    return "\n".join([head, f"{'':32}{'P':>9}{'R':>9}{'F1':>9}", *body, ""])


def main() -> None:
    """Command line: see the top of the module."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("periods", nargs="*", choices=[*PERIODS, []], metavar="PERIOD")
    parser.add_argument("--archive", type=Path, default=ARCHIVE)
    parser.add_argument("--json", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    read = {name: read_period(name, arguments.archive) for name in PERIODS}
    results: dict[str, dict[str, Score]] = {}
    for name in arguments.periods or PERIODS:
        other = next(period for key, period in read.items() if key != name)
        results[name] = rows(read[name], other)
        print(shown(read[name], results[name]))
    if arguments.json:
        found = {k: {n: s._asdict() for n, s in v.items()} for k, v in results.items()}
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
