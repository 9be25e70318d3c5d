"""The cast of an article: every speaker's span and every name, read, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

import msgspec

from quellenlage.german.references import is_relative
from quellenlage.german.speakercontext import (
    acronym_behind,
    antecedent,
    joint_parts,
    lead_of,
    trail_of,
)
from quellenlage.german.speakerphrases import NameKinds, Phrase, read_phrase
from quellenlage.model import Article, Attribution, Link, Span, covering
from quellenlage.sources.names import person_name
from quellenlage.sources.unmarked import unmarked_names

__all__ = ["Cast", "Role", "links_of", "read_cast"]

LEAD = 90
"""Characters before a name in which its office is looked for: "der Sprecher des … in Rom, "."""
TRAIL = 90
"""Characters behind it: "(SPD)", ", Leiter der Abteilung …"."""


@dataclass(frozen=True, slots=True)
class Role:
    """A span read: what the words say, and whether it speaks there."""

    span: Span
    sentence: int
    phrase: Phrase
    speaker: bool
    label: str = ""


@dataclass
class Cast:
    """An article with its roles in the order of the text, and the names it knows.

    `parts` has the joint speakers that one span of a link holds.
    """

    article: Article
    names: NameKinds
    roles: list[Role] = field(default_factory=list)
    parts: dict[Span, list[Span]] = field(default_factory=dict)
    _read: dict[str, Phrase] = field(default_factory=dict)

    def phrase(self, text: str) -> Phrase:
        """The words of a span read; those that an article repeats are read once."""
        if (found := self._read.get(text)) is None:
            found = self._read[text] = read_phrase(text, self.names)
        return found

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence in which an offset lies; lines serve where there are none."""
        sentences = self.article.sentences
        if not sentences:
            return self.article.text.count(". ", 0, offset) + self.article.text.count(
                "\n", 0, offset
            )
        found = covering(sentences, offset)
        if found is not None:
            return self._numbers[found.id]
        return sum(1 for sentence in sentences if sentence.end <= offset)

    def __post_init__(self) -> None:
        self._numbers = {s.id: number for number, s in enumerate(self.article.sentences)}


def links_of(attribution: Attribution) -> list[Link]:
    """The links of an attribution; the speaker is one where there are none."""
    if attribution.links or not attribution.speaker:
        return attribution.links
    return [Link(speakers=attribution.speaker)]


def read_cast(article: Article, known: NameKinds) -> Cast:
    """The roles of an article; `known` are the names of the story."""
    cast = Cast(article, known)
    speakers = {
        span for a in article.attributions for link in links_of(a) for span in link.speakers
    }
    for span in speakers:
        offsets = joint_parts(article.text[span.start : span.end], known)
        cast.parts[span] = [Span(span.start + a, span.start + b) for a, b in offsets]
        cast.roles += [_role(cast, part, speaker=True) for part in cast.parts[span]]
    spoken = _joined(speakers)
    marked: list[Span] = []
    for mention in article.mentions:
        span = Span(mention.start, mention.end)
        name = " ".join(article.text[span.start : span.end].split())
        label = known.get(name) or (
            "ORG" if mention.label == "ORG" else known.get(person_name(name))
        )
        if label in ("PER", "ORG") and not _touches(spoken, span):
            cast.roles.append(_role(cast, span, speaker=False, label=label))
            marked.append(span)
    taken = _joined([*spoken, *marked])
    for span, label in unmarked_names(article.text, known):
        if not _touches(taken, span):
            cast.roles.append(_role(cast, span, speaker=False, label=label))
    cast.roles.sort(key=lambda role: (role.span.start, role.span.end))
    return cast


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


def _touches(spans: Sequence[Span], span: Span) -> bool:
    place = bisect_left(spans, span.end, key=attrgetter("start"))
    return place > 0 and spans[place - 1].end > span.start


def _role(cast: Cast, span: Span, *, speaker: bool, label: str = "") -> Role:
    text = cast.article.text
    phrase = cast.phrase(text[span.start : span.end])
    if phrase.form == "pronoun" and is_relative(phrase.text):
        nouns = antecedent(text[max(0, span.start - LEAD) : span.start])
        phrase = _with_text(cast.phrase(nouns), "") if nouns else phrase
    if phrase.form in {"institution", "body", "name"} and not phrase.acronym:
        behind = acronym_behind(text[span.end : span.end + TRAIL])
        phrase = msgspec.structs.replace(phrase, acronym=behind) if behind else phrase
    if phrase.form in {"person", "name"} and not phrase.office:
        phrase = _in_context(cast, span, phrase)
    return Role(span, cast.sentence_at(span.start), phrase, speaker, label)


def _in_context(cast: Cast, span: Span, phrase: Phrase) -> Phrase:
    """The phrase of a bare name, with the office that stands before or behind it."""
    text = cast.article.text
    lead = lead_of(text[max(0, span.start - LEAD) : span.start])
    trail = trail_of(text[span.end : span.end + TRAIL])
    if not lead and not trail:
        return phrase
    wider = cast.phrase(f"{lead}{text[span.start : span.end]}{trail}")
    same = wider.form == "person" and phrase.name in wider.name
    if same and (phrase.form == "person" or wider.office):
        return _with_text(wider, phrase.text)
    if phrase.form == "name" and wider.form == "body" and phrase.name in wider.name.split():
        return _with_text(wider, wider.text)
    return phrase


def _with_text(phrase: Phrase, text: str) -> Phrase:
    return msgspec.structs.replace(phrase, text=text)
