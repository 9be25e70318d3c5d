from __future__ import annotations

import msgspec
import pytest

from quellenlage.errors import StageError
from quellenlage.model import Article, Stage
from quellenlage.pipeline import CHAIN, PipelineOptions, check, run
from quellenlage.pipeline.chain import without
from quellenlage.pipeline.run import _guarded

ARTICLE = Article(id="a-1", text="Der Fluss steigt. Die Stadt sei vorbereitet, sagte Anna Roth.")


def broken(_: Article) -> Article:
    raise ValueError("no verb")


def test_the_chain_of_stages_fits_together() -> None:
    check(CHAIN)


def test_a_stage_without_its_needs_is_refused_before_any_text_is_read() -> None:
    with pytest.raises(StageError, match="requires"):
        check(CHAIN[1:])


def test_leaving_a_stage_out_leaves_out_what_needs_it() -> None:
    rest = {stage.name for stage in without(CHAIN, frozenset({CHAIN[0].name}))}
    assert CHAIN[0].name not in rest
    assert CHAIN[1].name not in rest


def test_a_stage_that_fails_on_an_article_leaves_a_warning_on_it() -> None:
    stage = Stage(
        name="broken",
        version="1",
        scope="article",
        requires=frozenset(),
        gives=frozenset(),
        run=broken,
    )
    after = _guarded(stage, ARTICLE)
    assert msgspec.structs.replace(after, warnings=[]) == ARTICLE
    assert [warning.code for warning in after.warnings] == ["stage-failed"]


def test_the_same_input_gives_the_same_analysis() -> None:
    options = PipelineOptions(created="2025-03-04T00:00:00+00:00")
    assert run([ARTICLE], options=options) == run([ARTICLE], options=options)


def test_two_processes_give_what_one_gives() -> None:
    articles = [msgspec.structs.replace(ARTICLE, id=f"a-{n}") for n in range(3)]
    one, two = (
        run(articles, options=PipelineOptions(created="x", workers=workers)) for workers in (1, 2)
    )
    assert one == two
