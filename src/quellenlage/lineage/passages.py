"""Articles as passages: their sentences as rows of word numbers, ready to be compared in bulk."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from quellenlage.german.sentences import split_sentences
from quellenlage.lineage.lexicon import TOKEN, Lexicon
from quellenlage.model import Article, Placed

__all__ = [
    "BATCH",
    "TOKEN",
    "Floats",
    "Ints",
    "Passages",
    "day_of",
    "distinct",
    "passages_of",
    "scramble",
    "sentences_of",
    "stem_of",
    "tokens",
]

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

HOME = ZoneInfo("Europe/Berlin")
"""Where a time without a zone is meant."""
BATCH = 100_000
"""Sentences worked on at a time where numbers for every word are needed; keeps the memory flat."""
LETTERS_AT_ONCE = 1_000_000
"""Letters whose words are numbered at a time."""
STEM = 6
"""Letters kept of a word, so that inflected forms are one feature ("Soldaten", "Soldatinnen")."""
SHORTEST = 4
"""Letters of the shortest word that is a feature; shorter ones are mostly function words."""
PLAUSIBLE = (datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
"""Times outside are those of a clock that was never set (1970) and count as none."""


def tokens(text: str) -> list[str]:
    """The word tokens of a text, in lower case."""
    return TOKEN.findall(text.lower())


def day_of(published: str | None) -> float:
    """The time of publication in days, NaN where there is none that can be true."""
    if not published:
        return float("nan")
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return float("nan")
    moment = moment if moment.tzinfo else moment.replace(tzinfo=HOME)
    if not PLAUSIBLE[0] <= moment <= PLAUSIBLE[1]:
        return float("nan")
    return moment.timestamp() / 86_400


@dataclass(frozen=True)
class Passages:
    """The sentences of all articles, in order of time; parallel arrays, one entry a sentence.

    `flat[offsets[n]:offsets[n + 1]]` are the word numbers of sentence n; `first[a]` is the first
    sentence of article a, `first[a + 1]` the one behind its last.
    """

    articles: Sequence[Article]
    days: Floats
    article: Ints
    start: Ints
    end: Ints
    flat: NDArray[np.int32]
    offsets: Ints
    first: Ints
    words: list[str]

    def __len__(self) -> int:
        return len(self.article)

    @cached_property
    def lengths(self) -> Ints:
        """Number of words of every sentence."""
        return np.diff(self.offsets)

    @cached_property
    def digests(self) -> NDArray[np.uint64]:
        """A number for every sentence that is equal where all words are."""
        parts = [
            self._digests(begin, min(begin + BATCH, len(self)))
            for begin in range(0, len(self), BATCH)
        ]
        return np.concatenate([*parts, np.zeros(0, np.uint64)])

    def _digests(self, begin: int, end: int) -> NDArray[np.uint64]:
        """The same for some of the sentences."""
        ends = self.offsets[begin : end + 1]
        flat = self.flat[ends[0] : ends[-1]].astype(np.uint64)
        place = np.arange(len(flat)) - np.repeat(ends[:-1] - ends[0], np.diff(ends))
        mixed = scramble(flat + (place.astype(np.uint64) << np.uint64(32)))
        sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)])
        at = ends - ends[0]
        return np.asarray(sums[at[1:]] - sums[at[:-1]], dtype=np.uint64)

    @cached_property
    def ranks(self) -> Ints:
        """The place of every article's id among all ids."""
        ids = [article.id for article in self.articles]
        result = np.empty(len(ids), dtype=np.int64)
        result[np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)] = np.arange(
            len(ids)
        )
        return result

    @cached_property
    def stems(self) -> NDArray[np.int32]:
        """For every word its stem's number; -1 for words that tell nothing."""
        known: defaultdict[str, int] = defaultdict(count().__next__)
        return np.array(
            [known[stem] if (stem := stem_of(word)) else -1 for word in self.words], dtype=np.int32
        )

    @cached_property
    def figures(self) -> NDArray[np.bool_]:
        """For every stem whether it is a number."""
        found = np.zeros(int(self.stems.max(initial=0)) + 1, dtype=bool)
        found[self.stems[[word[0].isdigit() for word in self.words]]] = True
        return found

    def words_of(self, number: int) -> list[int]:
        """The word numbers of a sentence."""
        found: list[int] = self.flat[self.offsets[number] : self.offsets[number + 1]].tolist()
        return found

    def text_of(self, number: int) -> str:
        """A sentence as it stands."""
        text: str = self.articles[self.article[number]].text
        start, end = int(self.start[number]), int(self.end[number])
        return text[start:end]


def stem_of(word: str) -> str:
    """The beginning of a word, a number as it is; empty for short words."""
    if word[0].isdigit():
        return word
    return word[:STEM] if len(word) >= SHORTEST else ""


def distinct(values: Ints) -> Ints:
    """The different values, ascending; sorts, which for many is far faster than a hash table."""
    ordered = np.sort(values)
    fresh = np.ones(len(ordered), dtype=bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return ordered[fresh]


def scramble(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spreads numbers over all 64 bits (the finaliser of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(values ^ (values >> np.uint64(31)), dtype=np.uint64)


def passages_of(articles: Sequence[Article], *, until: float = np.inf) -> Passages:
    """The sentences of the articles, in order of time; undated articles stand last.

    What claims to be later than `until`, in days, counts as undated.
    """
    days = np.array([day_of(article.published) for article in articles], dtype=np.float64)
    days[days > until] = np.nan
    order = np.argsort(np.where(np.isnan(days), np.inf, days), kind="stable")
    ordered = [articles[number] for number in order]
    lexicon = Lexicon(sum(len(article.text) for article in ordered))
    starts, ends, first = (array("i") for _ in range(3))
    first.append(0)
    flat, sizes = array("i"), array("i")
    for batch in _batches(ordered):
        texts: list[str] = []
        for article in batch:
            sentences, text = sentences_of(article), article.text
            starts.extend([sentence.start for sentence in sentences])
            ends.extend([sentence.end for sentence in sentences])
            texts += [text[sentence.start : sentence.end] for sentence in sentences]
            first.append(len(starts))
        words, number = lexicon.numbered(texts)
        flat.frombytes(words.tobytes())
        sizes.frombytes(number.astype(np.int32).tobytes())
    return Passages(
        articles=ordered,
        days=days[order],
        article=_ints(np.repeat(np.arange(len(ordered)), np.diff(first))),
        start=_ints(starts),
        end=_ints(ends),
        flat=np.frombuffer(flat, dtype=np.int32) if flat else np.zeros(0, dtype=np.int32),
        offsets=np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64),
        first=_ints(first),
        words=lexicon.words,
    )


def _batches(articles: Sequence[Article]) -> Iterator[list[Article]]:
    """The articles in order, so many at a time that they have about `LETTERS_AT_ONCE`."""
    batch: list[Article] = []
    letters = 0
    for article in articles:
        batch.append(article)
        letters += len(article.text)
        if letters >= LETTERS_AT_ONCE:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch


def sentences_of(article: Article) -> Sequence[Placed]:
    """The sentences of an article: those marked in it, or else those found now."""
    return article.sentences or split_sentences(article.text)


def _ints(values: Any) -> Ints:
    return np.asarray(values, dtype=np.int64)
