"""The second set of weights: rules and head together, on invented sentences."""

import pytest

from quellenlage.annotation import annotate
from quellenlage.model import Article, Attribution
from quellenlage_second import attribute

SAID = "Der Damm halte, sagte Jens Holm am Montag in Lindhafen."


def attributed(text: str) -> list[Attribution]:
    return attribute(annotate(Article(id="a-1", text=text)))


def test_who_says_what_is_found() -> None:
    (one,) = attributed(SAID)
    assert [SAID[span.start : span.end] for span in one.speaker] == ["Jens Holm"]
    assert one.quote[0].start == 0
    assert one.type == "Indirect"


def test_what_nobody_says_is_no_quotation() -> None:
    assert attributed("Der Damm wurde 1931 gebaut und ist zwölf Meter hoch.") == []


def test_every_attribution_lies_in_the_text_and_has_a_rule() -> None:
    text = f"{SAID} Man habe alles geprüft. „Es gibt keinen Grund zur Sorge“, so Holm weiter."
    found = attributed(text)
    assert len(found) >= 2
    for one in found:
        assert one.rule
        for span in (*one.quote, *one.speaker, *one.cue, *one.frame):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize("text", ["", "A", "„", "- - -\n\n1 2 3"])
def test_what_is_hardly_a_text_has_no_attribution(text: str) -> None:
    assert attributed(text) == []


def test_the_same_text_gives_the_same_attributions() -> None:
    assert attributed(SAID) == attributed(SAID)
