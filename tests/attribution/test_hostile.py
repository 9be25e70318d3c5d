"""What is no article: lists, tickers, poems, English, marks that never close. Nothing may break."""

from __future__ import annotations

import time

import pytest

from quellenlage.annotation import annotate
from quellenlage.attribution import STAGE
from quellenlage.model import Analysis, Article, Generator
from quellenlage.sources import resolve

SENTENCE = "Die Sprecherin der Werft teilte mit, das Schiff sei am Montag ausgelaufen. "
TEXTS = {
    "empty": "",
    "space": " \n\n\t ",
    "one word": "Nein",
    "one mark": "„",
    "list": "\n".join(f"- Punkt {n}: Tor {n} geschlossen" for n in range(200)),
    "ticker": "\n\n".join(
        f"{n % 24:02}:{n % 60:02} Uhr: Polizei: Straße {n} gesperrt, sagt ein Sprecher"
        for n in range(300)
    ),
    "interview": "\n\n".join(
        ["Frage: Was geschah am Montag?", "Marten: Das Tor war offen, und ich sah niemanden."] * 60
    ),
    "poem": "Der Mond ging auf\nüber dem Wald\nund schwieg.\n\n" * 100,
    "table": "\n".join("\t".join([f"Ort {n}", f"{n * 13}", "12,5 %", "–"]) for n in range(500)),
    "english": "The mayor said the bridge was closed. “We had no choice,” she added. " * 40,
    "mixed": "The minister said: „Wir warten ab“, and he left. Er sagte, it was too late. " * 40,
    "open to the end": "Er sagte: „" + SENTENCE * 60,
    "closed without opening": SENTENCE * 20 + "“ sagte er. " + SENTENCE * 20,
    "marks of five kinds": "»„“”\"‚‘'« " * 300,
    "capitals": SENTENCE.upper() * 40,
    "no capitals": SENTENCE.lower() * 40,
    "soft hyphens": SENTENCE.replace("e", "e\u00ad") * 40,
    "emoji": "🙂 Die Stadt 🚒 sagte 🔥: „Alles 👍🏽 gut“ 👨‍👩‍👧‍👦. " * 60,
    "right to left": "\u202bDie Stadt\u202c teilte \u200fmit\u200e, es sei zu. מֹשֶׁה: „שלום“. " * 60,
    "no full stop": "sagte der Sprecher und die Stadt und der Kreis " * 400,
    "only commas": "sagte, dass, " * 1500,
    "brackets": "((((Stadt (LBA) (SPD))))) " * 300,
    "one long word": "Donaudampfschiff" * 2000,
    "zero bytes": "Die Stadt\x00 sagte\x00, es\x07 sei gut. " * 50,
}


def read(text: str) -> Analysis:
    """The analysis of a text, as far as the sources."""
    article = STAGE.run(annotate(Article(id="x", path="x.txt", text=text)))
    return resolve(Analysis(generator=Generator(version="0"), created="", articles=[article]))


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_breaks_it_and_every_span_lies_in_the_text(name: str) -> None:
    text = TEXTS[name]
    article = read(text).articles[0]
    for found in article.attributions:
        spans = [*found.quote, *found.speaker, *found.cue, *found.frame, *found.addressee]
        spans += [span for link in found.links for span in link.speakers]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(SENTENCE, id="sentences"),
        pytest.param("„" + SENTENCE, id="marks-that-open-only"),
        pytest.param("sagte, dass, der Sprecher der Stadt und ", id="no-sentence-ends"),
        pytest.param("Ole Varn (LBA), Chef der Holm AG, ", id="names"),
        pytest.param("- Punkt: Tor geschlossen\n", id="list"),
        pytest.param("8:05 Uhr: Polizei: Straße gesperrt, sagt ein Sprecher\n\n", id="ticker"),
        pytest.param("Ort\t13\t12,5 %\t–\n", id="table"),
        pytest.param("🙂 Die Stadt 🚒 sagte: „Alles 👍🏽 gut“. ", id="emoji"),
        pytest.param(SENTENCE.upper(), id="capitals"),
        pytest.param(SENTENCE.replace("e", "e\u00ad"), id="soft-hyphens"),
        pytest.param("\u202bDie Stadt\u202c teilte \u200fmit\u200e, ja. ", id="right-to-left"),
    ],
)
def test_time_grows_with_the_length_and_not_with_its_square(unit: str) -> None:
    def seconds(words: int) -> float:
        text = unit * (words // len(unit.split()))
        started = time.process_time()
        read(text)
        return time.process_time() - started

    read(unit)
    short, long = seconds(500), seconds(4_000)
    assert long < 3 * 8 * short + 1.0


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("capitals", "letter_case", id="capitals"),
        pytest.param("no capitals", "letter_case", id="no-capitals"),
        pytest.param("table", "no_sentences", id="table"),
        pytest.param("list", "no_sentences", id="list"),
        pytest.param("ticker", "no_sentences", id="ticker"),
    ],
)
def test_a_doubtful_result_carries_a_warning(name: str, code: str) -> None:
    assert code in {warning.code for warning in read(TEXTS[name]).articles[0].warnings}


@pytest.mark.parametrize("name", ["poem", "english", "interview"])
def test_who_speaks_in_no_words_of_speech_is_not_made_up(name: str) -> None:
    assert read(TEXTS[name]).articles[0].attributions == []


def test_an_ordinary_text_carries_none() -> None:
    assert read(SENTENCE * 20).articles[0].warnings == []


@pytest.mark.nightly
def test_two_hundred_thousand_words_are_read_in_minutes() -> None:
    started = time.process_time()
    analysis = read(SENTENCE * (200_000 // len(SENTENCE.split())))
    assert len(analysis.articles[0].attributions) > 10_000
    assert time.process_time() - started < 300
