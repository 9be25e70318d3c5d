"""The texts of the interface, German and English, from `texts/*.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["LANGUAGES", "Texts", "texts"]

LANGUAGES = ("de", "en")
"""The languages of the interface; each is a file of the same keys."""

_FOLDER = Path(__file__).resolve().parent / "texts"


class Texts:
    """A catalogue of sentences by dotted key, as in `certainty.circular`."""

    def __init__(self, lang: str, catalogue: Mapping[str, Any]) -> None:
        self.lang = lang
        self._texts = dict(_flat(catalogue, ""))

    def __contains__(self, key: str) -> bool:
        """Whether there is a text of this key."""
        return key in self._texts

    def keys(self) -> set[str]:
        """All keys; the languages have the same."""
        return set(self._texts)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key with its blanks filled in; braces in the values stay as they are."""
        text = self._texts[key]
        return text.format(**values) if values else text

    def count(self, key: str, n: int, **values: object) -> str:
        """The text of a key in singular or plural."""
        return self(f"{key}.{'one' if n == 1 else 'other'}", n=self.number(n), **values)

    def number(self, n: int) -> str:
        """A whole number with the language's thousands separator."""
        return f"{n:,}".replace(",", "." if self.lang == "de" else ",") if n >= 10000 else str(n)

    def share(self, figure: float) -> str:
        """A share between 0 and 1 with two digits."""
        return f"{figure:.2f}".replace(".", "," if self.lang == "de" else ".")

    def listing(self, names: Iterable[str]) -> str:
        """Names as a list in words: `A, B und C`."""
        known = list(dict.fromkeys(names))
        if len(known) < 2:
            return "".join(known)
        return f"{', '.join(known[:-1])} {self('word.and')} {known[-1]}"

    def few(self, names: Iterable[str], most: int) -> str:
        """The first names as a list in words, and how many more there are."""
        known = list(dict.fromkeys(names))
        if len(known) <= most + 1:
            return self.listing(known)
        rest = self("word.more", n=len(known) - most)
        return self.listing([", ".join(known[:most]), rest])

    def date(self, iso: str | None) -> str:
        """An ISO date or date-time as people of the language write it."""
        if not iso:
            return self("word.undated")
        day, _, time = iso.partition("T")
        parts = day.split("-")
        if self.lang != "de" or len(parts) != 3 or not all(part.isdigit() for part in parts):
            return f"{day} {time[:5]}".strip()
        year, month, date = parts
        written = f"{int(date)}.{int(month)}.{year}"
        return f"{written}, {time[:5]} Uhr" if time else written


@cache
def texts(lang: str) -> Texts:
    """The catalogue of a language; German for one we have no texts in."""
    known = lang if lang in LANGUAGES else LANGUAGES[0]
    with (_FOLDER / f"{known}.toml").open("rb") as file:
        return Texts(known, tomllib.load(file))


def _flat(catalogue: Mapping[str, Any], path: str) -> Iterable[tuple[str, str]]:
    """All texts of a nested catalogue with their dotted keys."""
    for key, value in catalogue.items():
        if isinstance(value, str):
            yield f"{path}{key}", value
        else:
            yield from _flat(value, f"{path}{key}.")
