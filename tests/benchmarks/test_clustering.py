"""The benchmark of stories: its measure, its rivals, and the figures it holds us to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
import clustering
from quellenlage.model import Article

GOLD = {"a": "x", "b": "x", "c": "x", "d": "x", "e": "alone", "f": "y", "g": "y"}


def test_a_perfect_grouping_scores_one() -> None:
    assert clustering.b_cubed(GOLD, GOLD) == (1.0, 1.0, 1.0, 6)


def test_singletons_are_precise_and_recall_their_own_share() -> None:
    found = clustering.b_cubed(GOLD, {article: article for article in GOLD})
    assert found.precision == 1.0
    assert found.recall == pytest.approx((4 / 4 + 2 / 2) / 6)


def test_an_article_alone_that_is_put_with_others_costs_them_precision() -> None:
    found = clustering.b_cubed(GOLD, GOLD | {"e": "y"})
    assert found.precision == pytest.approx((4 + 2 * 2 / 3) / 6)
    assert found.recall == 1.0


def test_near_articles_are_one_group_of_dbscan_and_far_ones_are_apart() -> None:
    texts = ["Damm Deich Wasser", "Deich Wasser Dorf", "Wasser Dorf Boot", "Nashorn Zoo Gatter"]
    articles = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    found = clustering.dbscan(articles, clustering.likeness(articles), 0.7)
    assert found["0"] == found["1"] == found["2"] != found["3"]


@pytest.mark.skipif(
    not clustering.ARCHIVE.is_dir(), reason="the data folder is not beside this one"
)
@pytest.mark.parametrize("name", clustering.PERIODS)
def test_our_stories_reach_three_quarters_and_beat_tf_idf(name: str) -> None:
    pytest.importorskip("zstandard")
    periods = {
        each: clustering.read_period(each, clustering.ARCHIVE) for each in clustering.PERIODS
    }
    other = next(period for key, period in periods.items() if key != name)
    found = list(clustering.rows(periods[name], other).values())
    assert found[0].f1 >= 0.75
    assert found[0].f1 > max(rival.f1 for rival in found[1:])
