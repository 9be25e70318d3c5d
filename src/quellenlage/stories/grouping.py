"""Which articles tell one event.

1. Articles in order of time each join the story whose articles they resemble most on average, if
   they resemble them enough and it is not over; else they open one.
2. Stories that resemble one another that much on average join.

Stories are looked up by their most telling words, so that an article is only compared with the few
that share one. A small set that was given together is believed to be one story more readily.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from quellenlage.german.spread import written_forms
from quellenlage.model import Analysis, Article, Stage, Story, content_id
from quellenlage.stories.vectors import MOST_LETTERS, Vector, cosine, signature, vector

__all__ = ["STAGE", "group"]

ALIKE = 0.12
"""Mean cosine from which on articles tell one event: the best on the days of December 2020 that
are annotated (B-cubed F1 .78); on those of September it gives .86."""
ALIKE_TOGETHER = 0.08
"""The same for a small set given together; the loosest pair of five annotated stories has .13."""
SMALL_SET = 30
"""Articles up to which a set is small: somebody chose them."""
OVER_AFTER = 5
"""Days without an article after which a story is over."""
WIDEST_POSTING = 60
"""Stories that share a word beyond which it is no way to look them up."""
KEYWORDS = 8


class _Draft:
    """A story while it is being put together; `total` is the sum of its articles' vectors."""

    def __init__(self, article: int, words: Vector, day: date | None) -> None:
        self.articles = [article]
        self.total = dict(words)
        self.last = day

    def likeness(self, words: Vector, count: int = 1) -> float:
        """The mean cosine of the story's articles and some others, given as the sum of theirs."""
        return cosine(words, self.total) / (len(self.articles) * count)

    def add(self, articles: Iterable[int], words: Vector, day: date | None) -> None:
        """Takes articles in."""
        self.articles += articles
        for word, value in words.items():
            self.total[word] = self.total.get(word, 0.0) + value
        days = [known for known in (self.last, day) if known]
        self.last = max(days, default=None)


def group(articles: Sequence[Article]) -> list[Story]:
    """The stories that some articles tell; every article is in exactly one."""
    threshold = ALIKE_TOGETHER if len(articles) <= SMALL_SET else ALIKE
    order = sorted(range(len(articles)), key=lambda n: (articles[n].published or "~", n))
    drafts, postings = _joined_in_time(articles, order, threshold)
    alive = _joined_together(drafts, postings, threshold)
    found = [_story(sorted(draft.articles), articles, draft.total) for draft in alive]
    return sorted(found, key=lambda story: (story.first or "~", story.id))


def _joined_in_time(
    articles: Sequence[Article], order: Sequence[int], threshold: float
) -> tuple[list[_Draft], dict[str, set[int]]]:
    """Step 1."""
    drafts: list[_Draft] = []
    postings: defaultdict[str, set[int]] = defaultdict(set)
    for number in order:
        words, day = vector(articles[number]), _day(articles[number])
        telling = signature(words)
        best = _best(drafts, _candidates(postings, telling), words, day)
        if best is not None and drafts[best].likeness(words) >= threshold:
            drafts[best].add([number], words, day)
        else:
            best = len(drafts)
            drafts.append(_Draft(number, words, day))
        for word in telling:
            postings[word].add(best)
    return drafts, postings


def _candidates(postings: dict[str, set[int]], telling: Iterable[str]) -> set[int]:
    found: set[int] = set()
    for word in telling:
        stories = postings.get(word, set())
        if len(stories) <= WIDEST_POSTING:
            found |= stories
    return found


def _best(
    drafts: Sequence[_Draft], candidates: Iterable[int], words: Vector, day: date | None
) -> int | None:
    """The story that an article resembles most, of those that are not over."""
    open_ones = [c for c in candidates if not _is_over(drafts[c].last, day)]
    return max(open_ones, key=lambda c: (drafts[c].likeness(words), -c), default=None)


def _is_over(last: date | None, day: date | None) -> bool:
    return last is not None and day is not None and abs((day - last).days) > OVER_AFTER


def _joined_together(
    drafts: list[_Draft], postings: dict[str, set[int]], threshold: float
) -> list[_Draft]:
    """Step 2: each story in turn takes in the one it resembles most, until none is near enough."""
    gone: set[int] = set()
    for number, draft in enumerate(drafts):
        while number not in gone:
            near = _candidates(postings, signature(draft.total)) - gone - {number}
            likeness = {
                c: draft.likeness(drafts[c].total, len(drafts[c].articles))
                for c in near
                if not _is_over(drafts[c].last, draft.last)
            }
            best = max(likeness, key=lambda c: (likeness[c], -c), default=None)
            if best is None or likeness[best] < threshold:
                break
            draft.add(drafts[best].articles, drafts[best].total, drafts[best].last)
            gone.add(best)
    return [draft for number, draft in enumerate(drafts) if number not in gone]


def _day(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _story(members: Sequence[int], articles: Sequence[Article], total: Vector) -> Story:
    """A story with the title of its most typical article and the words that tell it."""
    known = [articles[number] for number in members]
    days = sorted(day for article in known if (day := _day(article)))
    titled = [article for article in known if article.title]
    typical = max(
        titled, key=lambda article: (cosine(vector(article), total), article.id), default=None
    )
    return Story(
        id=content_id("story", known[0].id),
        title=typical.title or "" if typical else "",
        articles=[article.id for article in known],
        first=days[0].isoformat() if days else None,
        last=days[-1].isoformat() if days else None,
        keywords=_keywords(known, total),
    )


def _keywords(articles: Sequence[Article], total: Vector) -> list[str]:
    """The words that tell most about a story, in the form most often written."""
    wanted = signature(total)[:KEYWORDS]
    forms: dict[str, Counter[str]] = {word: Counter() for word in wanted}
    for article in articles:
        for plain, written in written_forms(article.text[:MOST_LETTERS]):
            if plain in forms:
                forms[plain][written] += 1
    return [forms[word].most_common(1)[0][0] if forms[word] else word for word in wanted]


def _run(analysis: Analysis) -> Analysis:
    return msgspec.structs.replace(analysis, stories=group(analysis.articles))


STAGE = Stage(
    name="stories",
    version="1",
    scope="analysis",
    requires=frozenset({"article.text", "article.published"}),
    gives=frozenset({"stories"}),
    run=_run,
)
