"""Components of the user's own in the place of ours: a spaCy pipeline, an attributor, none."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from quellenlage.errors import InvalidCall
from quellenlage.model import Article, Attribution, Span
from quellenlage.pipeline import PipelineOptions, run

TEXT = "Hanne Dierks widerspricht. Der Damm halte, sagte Jens Holm am Montag in Lindhafen."
ARTICLE = Article(id="a-1", text=TEXT)


def everything_is_said(article: Article) -> list[Attribution]:
    """An attributor that takes every sentence for a quotation."""
    return [
        Attribution(
            id=f"q{number}",
            type="Indirect",
            quote=[Span(sentence.start, sentence.end)],
            rule="everything",
        )
        for number, sentence in enumerate(article.sentences)
    ]


def names(options: PipelineOptions) -> list[str]:
    (article,) = run([ARTICLE], options=options).articles
    assert {warning.code for warning in article.warnings} == {"undated"}
    return [article.text[name.start : name.end] for name in article.mentions]


@pytest.fixture
def pipeline(tmp_path: Path) -> str:
    """A spaCy pipeline that knows one name and no part of speech."""
    nlp = spacy.blank("de")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Jens Holm"}])
    nlp.to_disk(tmp_path / "own")
    return str(tmp_path / "own")


def test_a_spacy_pipeline_tells_the_names(pipeline: str) -> None:
    assert names(PipelineOptions(nlp=pipeline)) == ["Jens Holm"]


def test_what_a_blank_pipeline_does_not_tell_is_told_by_ours(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "blank")
    assert "Hanne Dierks" in names(PipelineOptions(nlp=str(tmp_path / "blank")))


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(InvalidCall, match="de_core_news_none"):
        run([ARTICLE], options=PipelineOptions(nlp="de_core_news_none"))


def test_without_the_encoder_names_are_found_too() -> None:
    assert "Jens Holm" in names(PipelineOptions(fast=True))


def test_another_attributor_takes_the_place_of_ours() -> None:
    options = PipelineOptions(attributor=f"{__name__}:everything_is_said")
    (article,) = run([ARTICLE], options=options).articles
    assert [found.rule for found in article.attributions] == ["everything", "everything"]


def test_an_attributor_that_is_not_there_is_named() -> None:
    with pytest.raises(InvalidCall, match="nowhere:nothing"):
        run([ARTICLE], options=PipelineOptions(attributor="nowhere:nothing"))
