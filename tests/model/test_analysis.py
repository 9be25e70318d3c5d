from __future__ import annotations

import json

import msgspec
import pytest

from quellenlage.model import (
    Analysis,
    Article,
    Generator,
    Word,
    content_id,
    from_json,
    json_schema,
    to_json,
)

WORD = Word(start=0, end=3, text="Der", lemma="der", pos="DET")
ANALYSIS = Analysis(
    generator=Generator(version="0"),
    created="2025-03-04T00:00:00+00:00",
    articles=[Article(id="a-1", text="Der Fluss steigt.", words=[WORD])],
)


def test_words_stay_out_of_the_json() -> None:
    assert "words" not in json.loads(to_json(ANALYSIS))["articles"][0]


def test_the_json_is_read_back_as_it_was_written() -> None:
    once = from_json(to_json(ANALYSIS))
    assert from_json(to_json(once)) == once


def test_another_schema_is_refused() -> None:
    other = to_json(ANALYSIS).replace(b"quellenlage.analysis/1", b"quellenlage.analysis/9")
    with pytest.raises(msgspec.ValidationError, match="expected schema"):
        from_json(other)


def test_the_schema_knows_all_fields_that_are_written_and_no_others() -> None:
    article = json.loads(to_json(ANALYSIS))["articles"][0]
    assert set(json_schema()["$defs"]["Article"]["properties"]) == set(article)


def test_an_id_depends_on_its_parts_alone() -> None:
    assert content_id("c", "a", 1) == content_id("c", "a", 1) != content_id("c", "a", 2)
