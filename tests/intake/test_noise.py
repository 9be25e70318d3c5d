"""Noise and repetition: whatever the bytes, an article or a sentence, in bounded time."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.intake.fuzzing import FOUND, tried, ways
from tests.intake.make_examples import EXAMPLES, MADE
from tests.intake.test_hostile import SOUND, outcome

from quellenlage.errors import UnreadableInput
from quellenlage.intake import read
from quellenlage.intake.assembly import article_of
from quellenlage.intake.read import read_bytes

SMALL = 150_000
"""Characters of a page that repeats one thing: time that grows with the square shows there."""
NOISE = int(os.environ.get("QUELLENLAGE_FUZZ_SECONDS", "60"))
"""Seconds of noise for each format at night; 600 before a release."""
PATTERNS = {
    "paragraphs": f"<p>{SOUND}</p>",
    "links": f"<a href='/x'>{SOUND}</a>",
    "lists": f"<ul><li><a href='/x'>{SOUND}</a></li><li>b</li></ul>",
    "nested": "<div class='teaser article'>",
    "headings": f"<h2>{SOUND}</h2><p>x.</p>",
    "rows": f"<tr><td>{SOUND}</td></tr>",
    "breaks": "Der Deich<br>",
    "entities": "&amp;&#x41;",
    "quotations": f"<blockquote><p>{SOUND}</p></blockquote>",
    "unclosed": f"<p>{SOUND}<b><i>",
    "data": '<script type=\'application/ld+json\'>{"@type":"NewsArticle"}</script>',
    "names": f"<p class='{'image-' * 40}x'>{SOUND}</p>",
}
FUZZED = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", PATTERNS)
def test_a_page_that_repeats_one_thing_takes_seconds_at_most(name: str, tmp_path: Path) -> None:
    body = PATTERNS[name] * (SMALL // len(PATTERNS[name]))
    (tmp_path / "a.html").write_text(f"<html><title>Deich</title><body><h1>Deich</h1>{body}")
    start = time.process_time()
    assert outcome(tmp_path / "a.html")
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wort " * 200_000, id="no-punctuation"),
        pytest.param("a,b." * 100_000, id="punctuation"),
        pytest.param("„" * 50_000, id="quotes"),
        pytest.param("[" * 50_000, id="brackets"),
        pytest.param("und\n" * 50_000, id="lines"),
        pytest.param("🙂" * 50_000, id="emoji"),
        pytest.param('Er sagte."Wir ' * 10_000, id="straight-quotes"),
    ],
)
def test_a_long_odd_text_takes_seconds_at_most(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    start = time.process_time()
    assert read([tmp_path]).articles
    assert time.process_time() - start < 10


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_or_a_sentence(data: bytes) -> None:
    for name in ("a.txt", "a.html", "a.md"):
        try:
            drafts = read_bytes(data, name)
        except UnreadableInput:
            continue
        for draft in drafts:
            article = article_of(draft)
            for repair in article.repairs:
                assert article.text[repair.start : repair.end] == repair.after


@settings(max_examples=200, deadline=None)
@given(st.text('aA ä.,"„“\n-&;Ã¼dasDer1[]()xX|', max_size=300))
def test_repairs_are_always_placed_on_what_they_made(text: str) -> None:
    for draft in read_bytes(("x" + text).encode(), "a.txt"):
        article = article_of(draft)
        for repair in article.repairs:
            assert article.text[repair.start : repair.end] == repair.after


@pytest.mark.parametrize("name", sorted(set(MADE) - {"links.txt"}))
def test_an_example_with_flipped_bytes_is_read_or_told(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    whole = (EXAMPLES / name).read_bytes()
    for _ in range(4):
        _flipped(whole, chance, tmp_path / name)
        assert outcome(tmp_path / name)


def _flipped(whole: bytes, chance: random.Random, file: Path) -> None:
    """Writes a file with some bytes changed."""
    data = bytearray(whole)
    for _ in range(chance.choice((1, 5, 50))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    file.write_bytes(bytes(data))


@pytest.mark.nightly
@pytest.mark.parametrize("name", sorted(set(MADE) - {"links.txt"}))
def test_every_reader_survives_a_night_of_noise(name: str, tmp_path: Path) -> None:
    chance = random.Random(f"{name} at night")
    whole = (EXAMPLES / name).read_bytes()
    ends = time.monotonic() + NOISE
    while time.monotonic() < ends:
        _flipped(whole, chance, tmp_path / name)
        assert outcome(tmp_path / name)


@pytest.mark.parametrize("ending", sorted({"".join(Path(name).suffixes) for name in MADE}))
def test_any_bytes_of_any_format_are_read_or_told(
    ending: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("any") / f"a{ending}"

    @FUZZED
    @given(st.binary(max_size=300))
    def check(data: bytes) -> None:
        file.write_bytes(data)
        assert outcome(file)

    check()


@pytest.mark.parametrize("file", sorted(FOUND.iterdir()), ids=lambda file: file.name)
def test_what_fuzzing_found_is_read_or_told(file: Path) -> None:
    reader = next(
        name for name in sorted(ways(), key=len, reverse=True) if file.name.startswith(name)
    )
    assert tried(reader, file.read_bytes()) == ""


def test_every_reader_reads_what_its_fuzzing_begins_with() -> None:
    for reader, found in ways().items():
        for number, (_, seeds) in enumerate(found):
            assert [tried(reader, bytes([number]) + seed) for seed in seeds] == [""] * len(seeds)
