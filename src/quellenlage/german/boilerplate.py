"""What debris of news pages looks like: phrases, picture credits, language marks."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import simplemma

from quellenlage.german.tables import rows

__all__ = [
    "boilerplate_phrases",
    "credit_words",
    "glued_words",
    "known_word",
    "known_word_small",
    "open_words",
    "page_debris",
    "picture_credit",
    "sentence_openers",
]

GLUED_WORDS = ["was", "eine", "einen", "einem", "eines", "aber", "dass", "oder", "sind", "wurde", "wurden", "nicht", "auch", "haben", "für", "mit", "wie", "wenn", "weil", "sie", "sei", "seien", "sich"]
"""Words that get glued to the word before them and end no German word.

"Soldatenwas" (soldiers-what). In 1,500 articles of the archive none of them is the end of an
unknown but sound word whose beginning is known; "ein", "der", "sein", "er", "im" are.
"""


@cache
def boilerplate_phrases(where: str) -> tuple[tuple[str, str], ...]:
    """Phrases that tell debris by where they stand, each with the kind of debris."""
    found = [row for row in rows("boilerplate", 4) if row[1] == where]
    if not found:
        raise ValueError(f"boilerplate.tsv knows no phrases for {where!r}")
    return tuple((row[2], row[0]) for row in sorted(found, key=lambda row: -len(row[2])))


@cache
def credit_words(kind: str) -> frozenset[str]:
    """Words around credits of one kind: `picture`, `source`, `language`."""
    return frozenset(row[0] for row in rows("credits", 3) if row[1] == kind)


@cache
def picture_credit() -> re.Pattern[str]:
    """Matches the credit at the end of a caption: "Ein Damm Bild: Varn/Bildbund"."""
    words = "|".join(sorted(map(re.escape, credit_words("picture")), key=len, reverse=True))
    maker = r"[^.!?\n]{2,80}"
    return re.compile(rf"(?:(?:^|[\s(\[|])(?:{words})\s?:\s|©\s?)({maker})[)\]]?\.?\s*$")


def glued_words() -> tuple[str, ...]:
    """Function words that are found glued to the word before them."""
    return tuple(sorted(GLUED_WORDS, key=len, reverse=True))


@cache
def open_words() -> frozenset[str]:
    """Words after which a sentence must go on: "das / Friedrich-Institut"."""
    return frozenset(
        ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen", "keinem", "keiner", "in", "im", "an", "am", "auf", "aus", "bei", "beim", "bis", "durch", "für", "gegen", "hinter", "mit", "nach", "neben", "ohne", "über", "um", "unter", "von", "vom", "vor", "wegen", "während", "zu", "zum", "zur", "zwischen", "seit", "und", "oder", "aber", "sowie", "dass", "weil", "wenn", "als", "wie", "ob", "rund", "etwa", "mehr", "seine", "seinen", "seinem", "seiner", "ihre", "ihren", "ihrem", "ihrer", "diese", "diesen", "diesem", "dieser", "dieses"]
    )


@cache
def sentence_openers() -> frozenset[str]:
    """Capitalised words that open a sentence and end no CamelCase name: "zurückDas"."""
    return frozenset(
        ["Das", "Der", "Die", "Den", "Dem", "Des", "Ein", "Eine", "Einen", "Es", "Er", "Wir", "Ich", "Auch", "Nach", "Am", "Im", "Bei", "Zu", "Zum", "Zur", "Mit", "Für", "Auf", "Aus", "Als", "Wie", "Wenn", "Was", "Wer", "Doch", "Aber", "Denn", "Seit", "Vor", "Unter", "Über", "Um", "Von", "Laut", "So", "Diese", "Dieser", "Dieses", "Damit", "Dabei", "Dazu", "Nun", "Noch", "Nur", "Sollte", "Sollten"]
    )


@lru_cache(maxsize=50_000)
def known_word(word: str) -> bool:
    """Whether a word is in the dictionary, written small where it opens a sentence."""
    return any(simplemma.is_known(form, "de") for form in {word, word.lower()})


def known_word_small(word: str) -> bool:
    """Whether a word is one that is written small: "Inzwischen" is, "Risiko" is not."""
    lemma: str = simplemma.lemmatize(word.lower(), "de")
    return lemma[:1].islower() and simplemma.is_known(word.lower(), "de")


@cache
def page_debris() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of paragraphs of news pages that are not the article, each with its kind."""
    return tuple((re.compile(row[1]), row[0]) for row in rows("boilerplate_pages", 3))
