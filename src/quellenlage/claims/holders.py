"""Holders: whose attitude or answer a passage reports where nobody is quoted.

"Die Firma will das Werk schließen" (the firm wants to close the plant), "Das Land ist besorgt" (is
worried), "Der Verein wies das zurück" (rejected it): the subject is the source, though the article
quotes no word of it (GUIDE 3).
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.claims.answers import ANSWERS
from quellenlage.claims.passages import Passage
from quellenlage.claims.stances import Holding
from quellenlage.german.stance import holds_attitude
from quellenlage.model import Article, Mention, Span, Word, within

__all__ = ["holder"]

_NOT_SUBJECT = frozenset({"ADP"})
REACH = 3
"""Words before a name among which a preposition keeps it from being the subject: "bei der Bank"."""


def holder(passage: Passage, held: Holding, article: Article) -> str | None:
    """The source whose attitude or answer an unquoted passage reports; None if it is none's."""
    if passage.attribution is not None or held.formula:
        return None
    if held.stance not in ANSWERS and not holds_attitude(passage.words):
        return None
    names = within(article.mentions, Span(passage.start, passage.end))
    verb = next((word.start for word in passage.words if word.finite), None)
    for name in names:
        if name.source and name.label in ("PER", "ORG", "LOC") and _is_subject(name, passage.words):
            return name.source if verb is None or _beside(name, verb, passage.words) else None
    return None


def _is_subject(name: Mention, words: Sequence[Word]) -> bool:
    """Whether no preposition or genitive article stands before a name."""
    before = [word for word in words if word.end <= name.start][-REACH:]
    while before and before[0].pos in ("VERB", "AUX", "PUNCT"):
        before = before[1:]
    near = before[-2:]
    return not any(word.pos in _NOT_SUBJECT for word in near)


def _beside(name: Mention, verb: int, words: Sequence[Word]) -> bool:
    """Whether the name stands before the finite verb, or soon behind it."""
    between = [word for word in words if verb < word.start < name.start]
    return name.start < verb or len(between) <= REACH
