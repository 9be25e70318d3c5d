"""Changes: when and why two stories were made one, or two that are alike were kept apart.

- *merged*: two stories were opened apart and resemble one another enough when all is read.
- *split*, by the rule *over*: an article resembles a story enough, but no article of it had
  appeared for days; the same subject a month later is another story.
- *split*, by the rule *unlike*: an article opened a story of its own though it came close to one.

A split that a later merge undid is not told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec

from quellenlage.german.spread import written_forms
from quellenlage.model import Article, StoryChange
from quellenlage.stories.vectors import Vector

__all__ = ["CLOSE", "Change", "shared_words", "told_changes", "written_forms_in"]

LEAD_LETTERS = 1_000
"""Letters of an article in which the written form of a word is looked for."""
MOST_WORDS = 5
"""Words named as what two stories share; more tell a reader no more."""
CLOSE = 0.75
"""Share of the bar from which on it is told that a story stayed apart: below it nobody would have
put the two together."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to a story while articles were read; stories and articles by their numbers.

    `one` is the story it is told of, `other` the one it was merged with or split from.
    """

    kind: str
    rule: str
    one: int
    other: int
    articles: tuple[int, ...]
    likeness: float
    bar: float
    words: tuple[str, ...]


def shared_words(one: Vector, other: Vector) -> tuple[str, ...]:
    """The words that two have in common and that make them most alike."""
    common = {word: value * other[word] for word, value in one.items() if word in other}
    return tuple(sorted(common, key=lambda word: (-common[word], word))[:MOST_WORDS])


def told_changes(
    changes: Sequence[Change],
    owner: Mapping[int, int],
    ids: Mapping[int, str],
    articles: Sequence[Article],
    written: Callable[[str], str],
) -> dict[int, list[StoryChange]]:
    """The changes that still hold when all is read, by the number of the story they are told of.

    `owner` is the story that took each in, `ids` are those of the stories that are left, `written`
    gives a word in the form in which it is mostly written.
    """
    told: dict[int, list[StoryChange]] = {}
    seen: set[tuple[int, int]] = set()
    for change in changes:
        one, other = owner[change.one], owner[change.other]
        pair = (min(one, other), max(one, other))
        if change.kind == "split" and (one == other or pair in seen):
            continue
        if change.kind == "split":
            seen.add(pair)
        told.setdefault(one, []).append(_told(change, ids[other], articles, written))
    return told


def _told(
    change: Change, other: str, articles: Sequence[Article], written: Callable[[str], str]
) -> StoryChange:
    """A change with its reason in words."""
    moved = [articles[number] for number in change.articles]
    days = sorted(article.published[:10] for article in moved if article.published)
    return StoryChange(
        kind="merged" if change.kind == "merged" else "split",
        rule=change.rule,
        date=days[0] if days else None,
        articles=[article.id for article in moved],
        story=other if change.kind == "split" else None,
        likeness=round(change.likeness, 3),
        needed=change.bar,
        words=[written(word) for word in change.words],
    )


def written_forms_in(articles: Sequence[Article]) -> Callable[[str], str]:
    """Gives a word in the form that these articles mostly write; read when first asked."""
    forms: dict[str, Counter[str]] = {}

    def written(word: str) -> str:
        if not forms:
            for article in articles:
                for plain, form in written_forms(article.text[:LEAD_LETTERS]):
                    forms.setdefault(plain, Counter())[form] += 1
        return forms[word].most_common(1)[0][0] if word in forms else word

    return written
