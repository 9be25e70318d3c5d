"""Each component can be left out, and then nothing changes but what it tells."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from quellenlage.cli import main
from quellenlage.encoder import Encoder, Head, SequenceModel
from quellenlage.errors import InvalidCall
from quellenlage.german.features import FormScores
from quellenlage.model import Article, Mention
from quellenlage.pipeline import PipelineOptions, run

TEXT = (
    "Der Damm in Lindhafen halte, sagte Jens Holm vom Wasserwerk Nord am 4. März.\n\n"
    "Hanne Dierks (Bündnis Hafen) widerspricht; 30 Helfer der Firma Kornmann & Söhne seien da.\n\n"
    "Beide Städte haben wiederholt die Existenz des Damms bestritten."
)
ARTICLE = Article(id="a-1", text=TEXT, published="2025-03-05")
WORDS = TEXT.split()


def read(*without: str, fast: bool = False, workers: int = 1) -> Article:
    """The article as it is read without some components."""
    options = PipelineOptions(without=frozenset(without), fast=fast, workers=workers)
    (article,) = run([ARTICLE], options=options).articles
    return article


def names(mentions: list[Mention]) -> list[str]:
    return [TEXT[name.start : name.end] for name in mentions]


@pytest.mark.parametrize("component", ["clusters", "sequence"])
def test_what_tells_names_changes_no_word_date_or_figure(component: str) -> None:
    whole, less = read(), read(component)
    assert less.words == whole.words
    assert (less.dates, less.figures) == (whole.dates, whole.figures)


def test_what_the_encoder_tells_of_words_changes_no_name() -> None:
    whole, less = read(), read("words")
    assert less.mentions == whole.mentions
    assert less.words == read("encoder").words
    assert less.words != whole.words


def test_leaving_out_the_encoder_is_the_fast_way() -> None:
    assert read("encoder") == read(fast=True)
    assert names(read("encoder").mentions) != names(read().mentions)


def test_without_the_sequence_model_the_encoder_alone_tells_the_names() -> None:
    article, head, told = read("sequence"), Head("names"), []
    for sentence in article.sentences:
        words = [w for w in article.words if sentence.start <= w.start < sentence.end]
        (vectors,) = Encoder().read([[word.text for word in words]])
        labels = head.best(head.scores(vectors))
        told += [w.start for w, label in zip(words, labels, strict=True) if label[:2] == "B-"]
    assert {name.start for name in article.mentions} <= set(told)
    assert "Jens Holm" in names(article.mentions)


def test_without_both_there_are_no_names() -> None:
    assert read("encoder", "sequence").mentions == []


def test_without_clusters_a_word_counts_by_its_form_alone() -> None:
    model = SequenceModel("names.crfsuite")
    blind, seeing = (FormScores(model, clusters=clusters)([WORDS]) for clusters in (False, True))
    assert not np.allclose(blind, seeing)
    unknown = [["Qwxlhafen", "Zzprt"]]
    assert np.allclose(*(FormScores(model, clusters=seen)(unknown) for seen in (False, True)))


def test_other_processes_leave_out_the_same() -> None:
    assert read("encoder", workers=2) == read("encoder")
    assert read("sequence", workers=2) == read("sequence")


def test_the_analysis_tells_what_was_left_out() -> None:
    options = PipelineOptions(without=frozenset({"sequence", "clusters"}))
    told = run([ARTICLE], options=options).generator.options
    assert told is not None
    assert told["without"] == ["clusters", "sequence"]


def test_a_name_of_nothing_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(InvalidCall, match=r"'rules'.*clusters, encoder, sequence, words.*claims"):
        PipelineOptions(without=frozenset({"rules"}))


def test_the_command_line_refuses_it_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["analyse", str(tmp_path / "a.txt"), "--without", "encoder", "--without", "rules"])
    assert ended.value.code == 2
    said = capsys.readouterr().err.strip()
    assert said.startswith("quellenlage: There is no 'rules' to leave out")
    assert len(said.splitlines()) == 1
