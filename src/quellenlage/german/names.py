"""Names: persons, organisations, places and others, as whole tokens, the outermost ones.

A compound that only contains a name ("Berlin-Besuch") and a word derived from one ("deutsche") are
none: the model has labels of their own for them, which are dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from quellenlage.encoder import SequenceModel
from quellenlage.german.features import sequence_features
from quellenlage.model import Mention, Word

__all__ = ["find_names", "name_features"]

_MODEL = SequenceModel("names.crfsuite")
_LABELS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "OTH": "MISC"}


def name_features(
    forms: Sequence[str], tags: Sequence[str], known: frozenset[str] | None = None
) -> list[list[str]]:
    """The features of every word of a sentence, given its forms and parts of speech."""
    features = sequence_features(forms, known)
    for index, row in enumerate(features):
        row.append("p:" + tags[index])
        if index:
            row.append("-p:" + tags[index - 1])
        if index + 1 < len(tags):
            row.append("+p:" + tags[index + 1])
    return features


def find_names(words: Sequence[Word]) -> list[Mention]:
    """The names in the words of one sentence."""
    if not words:
        return []
    forms, tags = [word.text for word in words], [word.pos for word in words]
    labels = _MODEL.label(name_features(forms, tags, _MODEL.known))
    return mentions_of(words, labels)


def mentions_of(words: Sequence[Word], labels: Sequence[str]) -> list[Mention]:
    """The names that labels in IOB2 notation mark; labels that are no names are dropped."""
    found = []
    index = 0
    while index < len(labels):
        kind = labels[index].removeprefix("B-")
        last = index + 1
        if labels[index].startswith("B-"):
            while last < len(labels) and labels[last] == f"I-{kind}":
                last += 1
            if kind in _LABELS:
                label = cast('Literal["PER", "ORG", "LOC", "MISC"]', _LABELS[kind])
                found.append(
                    Mention(start=words[index].start, end=words[last - 1].end, label=label)
                )
        index = last
    return found
