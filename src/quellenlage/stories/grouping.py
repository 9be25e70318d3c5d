"""Which articles tell one event.

1. Articles in order of time each join the story whose articles they resemble most on average, if
   they resemble them enough and it is not over; else they open one.
2. Stories that resemble one another that much on average join.

What was merged, and what was kept apart though alike, is told with its reason (`changes`).

Stories are looked up by their most telling words and their days (`lookup`), so that an article is
only compared with the few that share one. A small set that was given together is believed to be one
story more readily.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from quellenlage.german.spread import written_forms
from quellenlage.model import Analysis, Article, Stage, Story, content_id
from quellenlage.stories.changes import (
    CLOSE,
    Change,
    shared_words,
    told_changes,
    written_forms_in,
)
from quellenlage.stories.lookup import OVER_AFTER, Lookup
from quellenlage.stories.vectors import Vector, cosine, signature, vector

__all__ = ["STAGE", "group"]

KEYWORDS = 8
KEYWORD_LETTERS = 8_000
"""Letters of an article in which the written form of a keyword is looked for."""


class Measure(NamedTuple):
    """How articles are compared: by how many of their words, and from which cosine on."""

    words: int
    alike: float


STREAM = Measure(words=150, alike=0.12)
"""The event stands in the first words. Both are chosen on the annotated days of December 2020:
B-cubed F1 .87, and never below .81 from .10 to .14; .81 with 400 words. September gives .92."""
TOGETHER = Measure(words=400, alike=0.08)
"""The same for a small set given together, whose articles somebody chose: whole texts are compared.
Five annotated stories stay whole up to .2, and any two of them apart down to .06."""
SMALL_SET = 30
"""Articles up to which a set is small."""


class _Draft:
    """A story while it is being put together; `total` is the sum of its articles' vectors."""

    def __init__(self, article: int, words: Vector, day: date | None) -> None:
        self.articles = [article]
        self.total = dict(words)
        self.first = self.last = day

    def likeness(self, words: Vector, count: int = 1) -> float:
        """The mean cosine of the story's articles and some others, given as the sum of theirs."""
        return cosine(words, self.total) / (len(self.articles) * count)

    def add(self, articles: Iterable[int], words: Vector, *days: date | None) -> None:
        """Takes articles in."""
        self.articles += articles
        for word, value in words.items():
            self.total[word] = self.total.get(word, 0.0) + value
        known = [day for day in (self.first, self.last, *days) if day]
        self.first, self.last = min(known, default=None), max(known, default=None)

    def is_over(self, first: date | None, last: date | None) -> bool:
        """Whether more than some days lie between the story and others."""
        if self.first is None or self.last is None or first is None or last is None:
            return False
        return max((first - self.last).days, (self.first - last).days) > OVER_AFTER


def group(articles: Sequence[Article]) -> list[Story]:
    """The stories that some articles tell; every article is in exactly one."""
    measure = TOGETHER if len(articles) <= SMALL_SET else STREAM
    order = sorted(range(len(articles)), key=lambda n: (articles[n].published or "~", n))
    lookup = Lookup(undated=any(_day(article) is None for article in articles))
    drafts, splits = _joined_in_time(articles, order, lookup, measure)
    owner, merges = _joined_together(drafts, lookup, measure)
    alive = {number: draft for number, draft in enumerate(drafts) if owner[number] == number}
    found = {number: _story(draft, articles, measure) for number, draft in alive.items()}
    ids = {number: story.id for number, story in found.items()}
    told = told_changes([*merges, *splits], owner, ids, articles, written_forms_in(articles))
    stories = [
        msgspec.structs.replace(story, changes=told.get(number, []))
        for number, story in found.items()
    ]
    return sorted(stories, key=lambda story: (story.first or "~", story.id))


def _joined_in_time(
    articles: Sequence[Article], order: Sequence[int], lookup: Lookup, measure: Measure
) -> tuple[list[_Draft], list[Change]]:
    """Step 1; also the stories that were opened though one was near."""
    drafts: list[_Draft] = []
    splits: list[Change] = []
    for number in order:
        words, day = vector(articles[number], measure.words), _day(articles[number])
        telling = signature(words)
        found = {c: drafts[c].likeness(words) for c in lookup.near(telling, day, day)}
        likeness = {c: found[c] for c in found if not drafts[c].is_over(day, day)}
        best = max(likeness, key=lambda c: (likeness[c], -c), default=None)
        if best is not None and likeness[best] >= measure.alike:
            drafts[best].add([number], words, day)
        else:
            best = len(drafts)
            if (split := _split(best, number, words, drafts, found, measure)) is not None:
                splits.append(split)
            drafts.append(_Draft(number, words, day))
        lookup.file(best, telling, day)
    return drafts, splits


def _split(
    opened: int,
    article: int,
    words: Vector,
    drafts: Sequence[_Draft],
    likeness: Mapping[int, float],
    measure: Measure,
) -> Change | None:
    """Why an article opened a story of its own beside the one it resembles most; None if far."""
    nearest = max(likeness, key=lambda c: (likeness[c], -c), default=None)
    if nearest is None or likeness[nearest] < CLOSE * measure.alike:
        return None
    return Change(
        kind="split",
        rule="over" if likeness[nearest] >= measure.alike else "unlike",
        one=opened,
        other=nearest,
        articles=(article,),
        likeness=likeness[nearest],
        bar=measure.alike,
        words=shared_words(words, drafts[nearest].total),
    )


def _joined_together(
    drafts: list[_Draft], lookup: Lookup, measure: Measure
) -> tuple[dict[int, int], list[Change]]:
    """Step 2: each story in turn takes in the one it resembles most, until none is near enough.

    Told are the story that each belongs to now, and what was merged.
    """
    gone: dict[int, int] = {}
    merges: list[Change] = []
    for number, draft in enumerate(drafts):
        while number not in gone:
            near = lookup.near(signature(draft.total), draft.first, draft.last, {*gone, number})
            likeness = {
                c: draft.likeness(drafts[c].total, len(drafts[c].articles))
                for c in near
                if not draft.is_over(drafts[c].first, drafts[c].last)
            }
            best = max(likeness, key=lambda c: (likeness[c], -c), default=None)
            if best is None or likeness[best] < measure.alike:
                break
            taken = drafts[best]
            merges.append(_merge(number, best, draft, taken, likeness[best], measure))
            draft.add(taken.articles, taken.total, taken.first, taken.last)
            gone[best] = number
    return {number: _root(gone, number) for number in range(len(drafts))}, merges


def _merge(
    number: int, other: int, draft: _Draft, taken: _Draft, likeness: float, measure: Measure
) -> Change:
    """That one story took in another; told of the smaller part, whichever it is."""
    smaller = min(taken.articles, draft.articles, key=len)
    return Change(
        kind="merged",
        rule="alike",
        one=number,
        other=other,
        articles=tuple(smaller),
        likeness=likeness,
        bar=measure.alike,
        words=shared_words(draft.total, taken.total),
    )


def _root(gone: Mapping[int, int], number: int) -> int:
    """The story that a story belongs to now."""
    while number in gone:
        number = gone[number]
    return number


def _day(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _story(draft: _Draft, articles: Sequence[Article], measure: Measure) -> Story:
    """A story with the title of its most typical article and the words that tell it."""
    known = [articles[number] for number in sorted(draft.articles)]
    days = sorted(day for article in known if (day := _day(article)))
    typical = _typical([one for one in known if one.title], draft.total, measure)
    return Story(
        id=content_id("story", known[0].id),
        title=typical.title or "" if typical else "",
        articles=[article.id for article in known],
        first=days[0].isoformat() if days else None,
        last=days[-1].isoformat() if days else None,
        keywords=_keywords(known, draft.total),
    )


def _typical(titled: Sequence[Article], total: Vector, measure: Measure) -> Article | None:
    """The article that is most like all of them together."""
    if len(titled) < 2:
        return titled[0] if titled else None
    return max(titled, key=lambda one: (cosine(vector(one, measure.words), total), one.id))


def _keywords(articles: Sequence[Article], total: Vector) -> list[str]:
    """The words that tell most about a story, in the form most often written."""
    wanted = signature(total)[:KEYWORDS]
    forms: dict[str, Counter[str]] = {word: Counter() for word in wanted}
    for article in articles:
        for plain, written in written_forms(article.text[:KEYWORD_LETTERS]):
            if plain in forms:
                forms[plain][written] += 1
    return [forms[word].most_common(1)[0][0] if forms[word] else word for word in wanted]


def _run(analysis: Analysis) -> Analysis:
    return msgspec.structs.replace(analysis, stories=group(analysis.articles))


STAGE = Stage(
    name="stories",
    version="3",
    scope="analysis",
    requires=frozenset({"article.text", "article.published"}),
    gives=frozenset({"stories"}),
    run=_run,
)
