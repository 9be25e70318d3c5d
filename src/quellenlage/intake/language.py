"""Which language a text is in: German unless a good deal of text says otherwise."""

from __future__ import annotations

import functools
import re
from typing import Any

__all__ = ["language_of", "told_language"]

GERMAN = "de"
SHORTEST_TOLD = 120
"""Characters: of shorter texts the identifier takes names and headlines for other languages."""
SAMPLE = 1500
LEAST_SURE = 0.9
CANDIDATES = [
    "de", "en", "fr", "it", "es", "pt", "nl", "da", "sv", "no", "pl", "cs", "sk", "hu", "ro", "bg",
    "hr", "sl", "sr", "el", "tr", "ru", "uk", "ar", "fa", "he", "zh", "ja", "ko", "fi", "et", "lv",
    "lt", "lb",
]  # fmt: skip
"""Languages news in a German desk's inbox is written in; fewer candidates, fewer mistakes."""
LONG_CODES = {"deu": GERMAN, "ger": GERMAN}
"""ISO 639-2: what press databases write."""
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def told_language(field: str) -> str | None:
    """The language that a field names by a code: "de-DE", "de_AT" and "ger" are "de"."""
    match = _CODE.fullmatch(field.strip())
    code = match.group(1).casefold() if match else None
    return LONG_CODES.get(code, code) if code else None


@functools.cache
def _identifier() -> Any:
    """The identifier, read once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(CANDIDATES)
    return identifier


def language_of(text: str) -> str:
    """The language of a text as BCP-47; German if it is short or nothing else is sure."""
    if len(text) < SHORTEST_TOLD:
        return GERMAN
    language, probability = _identifier().classify(text[:SAMPLE])
    return str(language) if probability >= LEAST_SURE else GERMAN
