"""What debris of news pages looks like: phrases, picture credits, language marks."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import simplemma

from quellenlage.german.tables import rows

__all__ = [
    "boilerplate_phrases",
    "closing_words",
    "credit_words",
    "glued_words",
    "known_word",
    "known_word_small",
    "markup_kind",
    "open_words",
    "page_debris",
    "picture_credit",
    "sentence_openers",
    "tells_of_author",
]


@cache
def boilerplate_phrases(where: str) -> tuple[tuple[str, str], ...]:
    """Phrases that tell debris by where they stand, each with the kind of debris."""
    found = [row for row in rows("boilerplate", 4) if row[1] == where]
    if not found:
        raise ValueError(f"boilerplate.tsv knows no phrases for {where!r}")
    return tuple((row[2], row[0]) for row in sorted(found, key=lambda row: -len(row[2])))


@cache
def credit_words(kind: str) -> frozenset[str]:
    """Words around credits of one kind: `picture`, `source`, `language`, `author`."""
    return frozenset(row[0] for row in rows("credits", 3) if row[1] == kind)


@cache
def picture_credit() -> re.Pattern[str]:
    """Matches the credit at the end of a caption: "Ein Damm Bild: Varn/Bildbund"."""
    words = "|".join(sorted(map(re.escape, credit_words("picture")), key=len, reverse=True))
    maker = r"[^.!?\n]{2,80}"
    return re.compile(rf"(?:(?:^|[\s(\[|])(?:{words})\s?:\s|©\s?)({maker})[)\]]?\.?\s*$")


@cache
def glued_words() -> tuple[str, ...]:
    """Function words that get glued to the word before them, the longest first.

    In 1,500 articles of a news archive none of them is the end of a sound word that is in no
    dictionary and whose beginning is; "ein", "der", "er" and "im" are.
    """
    return tuple(sorted(_joints("glued"), key=len, reverse=True))


def _joints(place: str) -> frozenset[str]:
    """Words by where they stand at a joint: `glued`, `open`, `opener`, `closing`."""
    found = frozenset(row[0] for row in rows("boilerplate_joints", 3) if row[1] == place)
    if not found:
        raise ValueError(f"boilerplate_joints.tsv knows no words for {place!r}")
    return found


@cache
def open_words() -> frozenset[str]:
    """Words after which a sentence must go on: "das / Friedrich-Institut"."""
    return _joints("open")


@cache
def closing_words() -> frozenset[str]:
    """Verbs that end a clause and look like an attribute: "verhindern zu wollen / Der Rat"."""
    return _joints("closing")


@cache
def sentence_openers() -> frozenset[str]:
    """Capitalised words that open a sentence and end no CamelCase name: "zurückDas"."""
    return _joints("opener")


@lru_cache(maxsize=50_000)
def known_word(word: str) -> bool:
    """Whether a word is in the dictionary, written small where it opens a sentence."""
    return word.isprintable() and any(
        simplemma.is_known(form, "de") for form in {word, word.lower()}
    )


def known_word_small(word: str) -> bool:
    """Whether a word is one that is written small: "Inzwischen" is, "Risiko" is not."""
    if not word.isprintable():  # odd bytes, which the dictionary cannot look up
        return False
    lemma: str = simplemma.lemmatize(word.lower(), "de")
    return lemma[:1].islower() and simplemma.is_known(word.lower(), "de")


@cache
def page_debris() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of paragraphs of news pages that are not the article, each with its kind."""
    return tuple((re.compile(row[1]), row[0]) for row in rows("boilerplate_pages", 3))


def tells_of_author(text: str, name: str) -> bool:
    """Whether a paragraph opens with who an author is: "Die Reporterin Ada Warn ist …"."""
    verbs = "|".join(sorted(credit_words("author")))
    opening = rf"(?:\W*\w+ ){{0,4}}{re.escape(name)}\b.{{0,40}} (?:{verbs}) "
    return re.match(opening, text) is not None


_INNER_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NAME_JOINT = re.compile(r"[\s_:./]+|-{2,}")


@cache
def _markup_names() -> re.Pattern[str]:
    """Matches a class name or id that tells debris; the group that matched tells its kind."""
    kinds: dict[str, list[str]] = {}
    for kind, words, _ in rows("page_markup", 3):
        kinds.setdefault(kind, []).append(words)
    options = (f"(?P<{kind}>{'|'.join(words)})" for kind, words in kinds.items())
    return re.compile(rf"(?:^|[ -])(?:{'|'.join(options)})(?=$|[ -])")


@lru_cache(maxsize=20_000)
def markup_kind(names: str) -> str | None:
    """The kind of debris that the class names and id of an element tell: "media-info" a caption."""
    folded = " ".join(
        _NAME_JOINT.sub("-", _INNER_CAPITAL.sub("-", name)).casefold() for name in names.split()
    )
    match = _markup_names().search(folded)
    return match.lastgroup if match else None
