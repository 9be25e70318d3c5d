"""Words numbered in bulk are the words that the pattern finds one by one."""

from __future__ import annotations

import pytest

from quellenlage.lineage.lexicon import TOKEN, Lexicon

TEXTS = [
    "Die Brücke ist gesperrt, sagte der Bürgermeister.",
    "Am 3. Mai kamen 1.250,50 Euro zusammen, 19jährige zahlten 3a nichts.",
    "1.2.3 und 1..2 und 1,a und 12.",
    "7",
    "",
    "… – „",
    "covid19,5 ist a1.b2, x²y und ٣٤ auch 5٣",
    "STRASSE Straße ẞ",
    "😀 Emoji 😀10 1.5😀",
    "Ende.Anfang 10,",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_tokens_are_those_of_the_pattern(text: str) -> None:
    lexicon = Lexicon(100)
    numbers, sizes = lexicon.numbered([text])
    assert [lexicon.words[number] for number in numbers] == TOKEN.findall(text.lower())
    assert sizes.tolist() == [len(numbers)]


def test_no_token_reaches_from_one_text_into_the_next() -> None:
    lexicon = Lexicon(100)
    numbers, sizes = lexicon.numbered(["zum Preis von 1", "000 Euro", "", "Ende"])
    assert [lexicon.words[n] for n in numbers] == [
        "zum",
        "preis",
        "von",
        "1",
        "000",
        "euro",
        "ende",
    ]
    assert sizes.tolist() == [4, 2, 0, 1]


def test_a_word_keeps_its_number_from_batch_to_batch() -> None:
    lexicon = Lexicon(100)
    first, _ = lexicon.numbered(TEXTS)
    second, _ = lexicon.numbered(TEXTS[::-1])
    assert sorted(first.tolist()) == sorted(second.tolist())
    assert len(set(lexicon.words)) == len(lexicon.words)


def test_no_texts_have_no_words() -> None:
    numbers, sizes = Lexicon(100).numbered([])
    assert len(numbers) == len(sizes) == 0
