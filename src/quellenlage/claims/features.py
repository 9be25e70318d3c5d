"""Features: what a passage says, as weighted concepts, names, figures and days.

A concept counts by its rarity among the passages of the story. A compound also counts for the
listed word, or the concept of the story, that it ends or begins with ("Fleischfabrik": *firma*).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from quellenlage.claims.passages import Passage
from quellenlage.german.concepts import compound_concepts, concept_of, event_of
from quellenlage.german.predicates import is_epithet, is_purpose
from quellenlage.german.stance import (
    is_content,
    is_manner,
    is_negative,
    is_stance_verb,
    is_stance_word,
    verb_lemmas,
)
from quellenlage.german.value_context import direction_of
from quellenlage.model import Article, DateExpression, Figure, Mention, Span, Word, within

__all__ = ["Features", "Vector", "features_of", "letter_vectors", "vectors"]

PART_WEIGHT = 0.5
"""What the part of a compound counts, against the whole word."""
LEAST_RARITY = 0.3
"""What a concept counts that nearly every passage of the story has; without it two short passages
made of nothing but such concepts would have nothing to compare."""

RUN = 4
"""Letters of a run; the best of 3, 4 and 5 on pairs of wordings."""

Vector = Mapping[str, float]


class Features(msgspec.Struct, frozen=True, kw_only=True):
    """What one passage says; `concepts` holds shares from 0 to 1."""

    passage: Passage
    concepts: dict[str, float]
    predicates: frozenset[str]
    names: frozenset[str]
    figures: tuple[Figure, ...]
    days: frozenset[str]
    additional: bool
    negated: bool
    named: frozenset[int]
    goal: str | None


def features_of(passage: Passage, article: Article, places: Set[str] = frozenset()) -> Features:
    """What a passage says, before it is compared with others; `places` are names of places."""
    place = Span(passage.start, passage.end)
    words = [w for w in passage.content if _tells(w, passage)]
    return Features(
        passage=passage,
        concepts=_concepts(words, passage),
        predicates=_predicates(words, passage),
        names=frozenset(
            _name(article, m) for m in within(article.mentions, place) if _said(m, passage)
        ),
        figures=tuple(f for f in within(article.figures, place) if f.noun or f.unit or _big(f)),
        days=frozenset(_days(within(article.dates, place), passage)),
        negated=is_negative(passage.content),
        named=frozenset(
            w.start
            for m in within(article.mentions, place)
            for w in passage.words
            if m.start <= w.start < m.end
        ),
        additional=any(
            w.text.casefold() in ("weitere", "weiteren", "weiterer") for w in passage.content
        ),
        goal=direction_of(passage.content, places),
    )


def _tells(word: Word, passage: Passage) -> bool:
    """Whether a word is of what a passage says, and not only of how somebody holds it."""
    held = is_stance_word(word) or is_manner(word, passage.content)
    return is_content(word) and not held


def _big(figure: Figure) -> bool:
    return (figure.low or figure.high or 0) >= 10


def _said(item: Mention | DateExpression, passage: Passage) -> bool:
    """Whether something stands in the statement and not in the frame around it."""
    return not any(w.start <= item.start < w.end for w in passage.frame)


def _days(dates: Iterable[DateExpression], passage: Passage) -> set[str]:
    return {d.value for d in dates if d.type == "DATE" and len(d.value) >= 10 and _said(d, passage)}


def _name(article: Article, mention: Mention) -> str:
    """A name as it is compared: its source if known, else its letters."""
    if mention.source:
        return mention.source
    return article.text[mention.start : mention.end].casefold().removesuffix("s")


def _concepts(words: Sequence[Word], passage: Passage) -> dict[str, float]:
    verbs = set(verb_lemmas(passage.content))
    found: dict[str, float] = {}
    for word in words:
        lemma = word.lemma
        if word.pos == "VERB" and word.finite:
            longer = [v for v in verbs if v.endswith(lemma.casefold()) and v != lemma.casefold()]
            lemma = longer[0] if longer else lemma
        concept = concept_of(lemma, word.pos)
        known = concept.startswith(("=", "@")) or word.pos not in ("NOUN", "PROPN")
        parts = () if known else compound_concepts(lemma)
        if len(parts) > 1:
            found.update(dict.fromkeys(parts, 1.0))
            continue
        found[concept] = 1.0
        for part in parts or (() if known else _pieces(lemma)):
            found.setdefault(part, PART_WEIGHT)
    return found


def _predicates(words: Sequence[Word], passage: Passage) -> frozenset[str]:
    """The concepts of what is said to happen: verbs, not epithets nor what something is for."""
    verbs = set(verb_lemmas(passage.content))
    places = {id(word): place for place, word in enumerate(passage.content)}
    found = set()
    for word in words:
        place = places[id(word)]
        if word.pos != "VERB" or is_epithet(passage.content, place):
            continue
        if is_purpose(passage.content, place):
            continue
        lemma = word.lemma.casefold()
        longer = [v for v in verbs if v.endswith(lemma) and v != lemma and word.finite]
        lemma = longer[0] if longer else lemma
        if not is_stance_verb(lemma):
            found.add(concept_of(lemma, "VERB"))
    return frozenset(found or _nominal_events(words))


def _nominal_events(words: Sequence[Word]) -> set[str]:
    """What happens by nouns, where the verb only says how it is held: "bestritt den Einsatz"."""
    return {event for word in words if word.pos == "NOUN" and (event := event_of(word.lemma))}


def _pieces(lemma: str) -> list[str]:
    """The concepts of the pieces of a word with hyphens."""
    pieces = [piece for piece in lemma.split("-") if len(piece) > 2]
    return [concept_of(piece, "NOUN") for piece in pieces] if len(pieces) > 1 else []


def vectors(features: Sequence[Features]) -> list[Vector]:
    """Each passage as a vector of length one; concepts count by their rarity in the story."""
    return _weighted([f.concepts for f in features])


def letter_vectors(features: Sequence[Features]) -> list[Vector]:
    """Each passage as a vector of its runs of letters, for compounds and inflections."""
    return _weighted([_runs(f.passage) for f in features])


def _runs(passage: Passage) -> Mapping[str, float]:
    words = [w for w in passage.content if _tells(w, passage)]
    text = f" {' '.join(word.text.casefold() for word in words)} "
    counts: Counter[str] = Counter(text[i : i + RUN] for i in range(len(text) - RUN + 1))
    return {run: float(count) for run, count in counts.items()}


def _weighted(extended: Sequence[Mapping[str, float]]) -> list[Vector]:
    """Vectors of length one in which what is rare in the story counts most."""
    spread: Counter[str] = Counter()
    for concepts in extended:
        spread.update(concepts.keys())
    total = len(extended)
    rarity = {
        concept: max(LEAST_RARITY, math.log((total + 1) / (count + 0.5)) / math.log(total + 2))
        for concept, count in spread.items()
    }
    return [
        _normalised({c: share * rarity[c] for c, share in concepts.items()})
        for concepts in extended
    ]


def _normalised(vector: dict[str, float]) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {key: value / length for key, value in vector.items()} if length else {}
