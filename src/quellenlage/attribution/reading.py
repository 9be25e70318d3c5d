"""An article as columns of words: what every rule looks at.

A rule asks for the lower-case form, lemma, part of speech, finiteness and mood at a place; columns
of plain lists answer that faster than records. Places are word numbers, ranges are end-exclusive.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from quellenlage.attribution.marks import Passage, quoted_passages
from quellenlage.german.clause_words import (
    AUXILIARIES,
    INFLECTED_ENDINGS,
    MISTAGGED_ADJECTIVE,
    PARTICIPLE_PREFIX,
    PREPOSITIONS,
    SHORTLY,
    SHORTLY_BEFORE,
)
from quellenlage.german.speech import speech_verbs, spoken_forms, verbs_by_base
from quellenlage.model import Article, Span

__all__ = ["NOMINAL", "Range", "Reading"]

LONGEST_SENTENCE = 300
"""A sentence of more words (a table, a list without marks) is read in pieces: time stays linear."""

Range = tuple[int, int]
"""First word and the word after the last one."""

NOMINAL = frozenset({"NOUN", "PROPN"})
_FINAL = frozenset(".!?…")
_OFTEN_WRONG = frozenset({"VERB", "ADP", "ADJ", "ADV"})
_WRONG_FORMS = frozenset({SHORTLY, MISTAGGED_ADJECTIVE})
"""Parts of speech and forms whose tags are looked at again; all others stay as they are."""


class Reading:
    """The words of one article in columns, its sentences, paragraphs and quoted passages."""

    __slots__ = (
        "article",
        "depth",
        "finite",
        "lemma",
        "low",
        "mood",
        "paragraph",
        "passage_of",
        "passages",
        "pos",
        "sentence_of",
        "sentences",
        "text",
        "tokens",
        "words",
    )

    def __init__(self, article: Article) -> None:
        words = article.words
        self.article = article
        self.text = article.text
        self.words = words
        self.tokens = [word.text for word in words]
        self.low = [token.lower() for token in self.tokens]
        spoken = spoken_forms()
        self.lemma = [
            spoken.get(low) or word.lemma.lower() for low, word in zip(self.low, words, strict=True)
        ]
        self.pos = [word.pos for word in words]
        self.finite = [word.finite for word in words]
        self.mood = [word.mood for word in words]
        self._mend_tags()
        self.sentences, self.sentence_of = self._sentences()
        self.paragraph = self._paragraphs()
        self.passages = quoted_passages(
            self.tokens, self._paragraph_ranges(), self.sentence_of, self._glued
        )
        self.passage_of = self._passage_numbers()

    def _mend_tags(self) -> None:
        """Mends mistakes of taggers that cost whole clauses.

        "unterstütze" and "NATO-Sprecherin" are no prepositions; "bekannt" alone is no verb;
        "hatte" far from its participle is an auxiliary all the same.
        """
        for place, (pos, low) in enumerate(zip(self.pos, self.low, strict=True)):
            if pos not in _OFTEN_WRONG and low not in _WRONG_FORMS:
                continue
            if pos == "VERB" and self._noun_as_verb(place):
                self.pos[place], self.finite[place], self.mood[place] = "NOUN", False, ""
            elif pos == "ADP" and self.tokens[place][:1].isupper() and low not in PREPOSITIONS:
                self.pos[place] = "NOUN"
            elif pos == "ADP" and len(low) > 6 and low.endswith("e") and low not in PREPOSITIONS:
                self.pos[place], self.finite[place], self.mood[place] = "VERB", True, "sub1"
            elif pos == "VERB" and self.lemma[place] in AUXILIARIES:
                self.pos[place] = "AUX"
            elif low == SHORTLY and self.low[place + 1 : place + 2] in SHORTLY_BEFORE:
                self.pos[place] = "ADV"
            elif pos in ("ADJ", "ADV") and self._verb_as_adjective(place):
                self.pos[place] = "VERB"
                if not self._regular_participle(place):
                    self.finite[place], self.mood[place] = True, "ind"
            elif low == MISTAGGED_ADJECTIVE:
                self.pos[place], self.finite[place], self.mood[place] = "ADJ", False, ""

    def _verb_as_adjective(self, place: int) -> bool:
        """Whether a verb of saying was tagged as an adjective: "Das gab Weiß bekannt"."""
        low, lemma = self.low[place], self.lemma[place]
        return (
            low != lemma
            and low == self.tokens[place]
            and not low.endswith(INFLECTED_ENDINGS)
            and (lemma in speech_verbs() or lemma in verbs_by_base())
        )

    def _regular_participle(self, place: int) -> bool:
        """Whether a form can be a participle without ge: "behauptet", "befürchtet"."""
        stem = self.lemma[place].removesuffix("n").removesuffix("e")
        return self.low[place] in (stem + "t", stem + "et") or self.low[place].startswith(
            PARTICIPLE_PREFIX
        )

    def _noun_as_verb(self, place: int) -> bool:
        """Whether what was tagged as a verb is a compound with a capital ("SPD-Innenexperte")."""
        token = self.tokens[place]
        return "-" in token and token[:1].isupper()

    def _sentences(self) -> tuple[list[Range], list[int]]:
        starts = [word.start for word in self.words]
        ranges: list[Range] = []
        sentence_of = [0] * len(starts)
        for sentence in self.article.sentences:
            first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            for start in range(first, last, LONGEST_SENTENCE):
                end = min(last, start + LONGEST_SENTENCE)
                sentence_of[start:end] = [len(ranges)] * (end - start)
                ranges.append((start, end))
        return ranges, sentence_of

    def _paragraphs(self) -> list[int]:
        """The number of each sentence's paragraph."""
        numbers: list[int] = []
        end = 0
        for first, last in self.sentences:
            start = self.words[first].start
            broken = bool(numbers) and "\n" in self.text[end:start]
            numbers.append((numbers[-1] if numbers else 0) + broken)
            end = self.words[last - 1].end
        return numbers

    def _glued(self, place: int) -> bool:
        """Whether no white space stands before a word."""
        if place == 0:
            return False
        between = self.text[self.words[place - 1].end : self.words[place].start]
        return not any(sign.isspace() for sign in between)

    def _paragraph_ranges(self) -> list[Range]:
        ranges: list[Range] = []
        for number, (first, last) in zip(self.paragraph, self.sentences, strict=True):
            if number == len(ranges):
                ranges.append((first, last))
            else:
                ranges[-1] = (ranges[-1][0], last)
        return ranges

    def _passage_numbers(self) -> list[int]:
        """For each word the number of the quoted passage it stands in, marks included; else -1."""
        numbers = [-1] * len(self.words)
        for number, passage in enumerate(self.passages):
            numbers[passage.start : passage.end] = [number] * (passage.end - passage.start)
        return numbers

    def passage_at(self, place: int) -> Passage | None:
        """The quoted passage a word stands in, if any."""
        number = self.passage_of[place]
        return self.passages[number] if number >= 0 else None

    def span(self, place: Range) -> Span:
        """The characters of a range of words."""
        return Span(self.words[place[0]].start, self.words[place[1] - 1].end)

    def spans(self, places: Iterable[Range]) -> list[Span]:
        """The characters of ranges of words; empty ranges are left out."""
        return [self.span(place) for place in places if place[1] > place[0]]

    def body_end(self, sentence: Range) -> int:
        """Where a sentence ends without its final mark."""
        first, last = sentence
        while last > first + 1 and self.tokens[last - 1] in _FINAL:
            last -= 1
        return last

    def is_heading(self, number: int) -> bool:
        """Whether a sentence has no final mark."""
        first, last = self.sentences[number]
        return self.tokens[last - 1] not in _FINAL and not any(
            token in _FINAL for token in self.tokens[max(first, last - 2) : last]
        )

    def strip(self, place: Range, marks: frozenset[str] = frozenset(",;:–-—")) -> Range:
        """A range without loose marks at its ends."""
        first, last = place
        while first < last and self.tokens[first] in marks:
            first += 1
        while last > first and self.tokens[last - 1] in marks:
            last -= 1
        return first, last
