"""The page as records: everything the HTML report shows, before it is set in type."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quellenlage.model import Analysis, Article
from quellenlage.report.answers import Answers, Matrix, answers, matrix
from quellenlage.report.comparison import Comparison, QuotedTwice, comparisons, quoted_twice
from quellenlage.report.dates import Dated, dated
from quellenlage.report.explaining import explanation
from quellenlage.report.findings import Finding, findings, flags, leads
from quellenlage.report.graph import Graph, graph
from quellenlage.report.headlines import Overstated, Unseen, overstated, unseen
from quellenlage.report.index import Index
from quellenlage.report.reading import Reading, reading
from quellenlage.report.records import Explanation, StorySummary
from quellenlage.report.recurring import Repeated, repeated
from quellenlage.report.summary import story_summary, told
from quellenlage.report.texts import Texts
from quellenlage.report.versions import VersionLine, versions

__all__ = ["Condition", "Mended", "Page", "StoryPage", "page"]

EXPLAINED = 250
"""Claims of a story shown with all their passages; the others as a line."""
FIRST = 12
"""Claims shown at once; the others unfold."""
AT_ALL = 500
"""Claims of the whole page shown with their passages: 200 articles stay a few megabytes."""
LEAST = 4
"""Claims shown of a story where the larger ones have used up the page."""
DIFFERENCES = 60
"""Differences and ways of claims shown of a story, each."""
CONDITIONS = 60
"""Articles whose repairs are listed."""
EACH = 20
"""Repairs, removals or warnings listed of one article."""


class StoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """One story with all that is shown of it."""

    anchor: str
    summary: StorySummary
    leads: dict[str, str]
    findings: list[Finding]
    flags: dict[int, list[str]]
    first: list[Explanation]
    others: list[Explanation]
    shown: int
    unexplained: int
    answers: list[Answers]
    matrix: Matrix
    headlines: list[Overstated]
    unseen: list[Unseen]
    versions: list[VersionLine]
    comparisons: list[Comparison]
    quotations: list[QuotedTwice]
    timeline: list[Dated]
    graph: Graph


class Mended(msgspec.Struct, frozen=True, kw_only=True):
    """Something removed, repaired or doubted in an article."""

    kind: str
    before: str
    after: str
    note: str


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """In what condition an article came in."""

    article: str
    label: str
    sentence: str
    removed: list[Mended]
    repaired: list[Mended]
    warned: list[Mended]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report."""

    lang: str
    title: str
    created: str
    version: str
    weights: str
    stories: list[StoryPage]
    articles: list[Reading]
    conditions: list[Condition]
    repeated: list[Repeated]


def page(analysis: Analysis, texts: Texts) -> Page:
    """Everything the report shows, as records."""
    index = Index(analysis)
    stories: list[StoryPage] = []
    left = AT_ALL
    for number, story in enumerate(told(analysis), start=1):
        most = min(EXPLAINED, max(left, LEAST))
        stories.append(_story(number, story_summary(story, index, texts), most, index, texts))
        left -= stories[-1].shown
    lines = {story.anchor: story.summary.claims[: story.shown] for story in stories}
    return Page(
        lang=texts.lang,
        title=_title(stories, texts),
        created=texts.date(analysis.created[:16]),
        version=f"{analysis.generator.name} {analysis.generator.version}",
        weights=analysis.generator.weights or "",
        stories=stories,
        articles=reading(lines, index, texts),
        conditions=_conditions(analysis.articles, index, texts),
        repeated=repeated(index, texts),
    )


def _title(stories: Sequence[StoryPage], texts: Texts) -> str:
    """What the page is called: its story, or how many there are."""
    if len(stories) == 1:
        return stories[0].summary.title
    if not stories:
        return texts("page.no_story")
    return texts("page.several", n=len(stories))


def _story(number: int, summary: StorySummary, most: int, index: Index, texts: Texts) -> StoryPage:
    articles = [article.id for line in summary.lineages for article in line.articles]
    explained = [
        explanation(index.claims[line.id], line.number, index, texts)
        for line in summary.claims[:most]
    ]
    numbers = {line.id: line.number for line in summary.claims}
    anchor = f"k{number}"
    found = findings(summary, texts)
    compared = comparisons(articles, index, texts)
    anchors = {(c.a, c.b): f"{anchor}-{c.anchor}" for c in compared}
    return StoryPage(
        anchor=anchor,
        summary=summary,
        leads=leads(summary, anchor, len(explained)),
        findings=found,
        flags=flags(found),
        first=explained[:FIRST],
        others=explained[FIRST:],
        shown=len(explained),
        unexplained=len(summary.claims) - len(explained),
        answers=answers(summary.claims, index, texts),
        matrix=matrix(summary.claims, index, texts),
        headlines=overstated(summary.claims, index, texts),
        unseen=unseen(articles, index, texts),
        versions=versions(articles, index, texts),
        comparisons=compared,
        quotations=quoted_twice(articles, index, texts),
        timeline=dated(articles, numbers, index, texts),
        graph=graph(summary.lineages, anchors, index, texts("word.unknown_outlet")),
    )


def _conditions(articles: Sequence[Article], index: Index, texts: Texts) -> list[Condition]:
    """The articles of which something was removed, repaired or doubted."""
    touched = [a for a in articles if a.removed or a.repairs or a.warnings]
    return [_condition(article, index, texts) for article in touched[:CONDITIONS]]


def _condition(article: Article, index: Index, texts: Texts) -> Condition:
    removed = [
        Mended(kind=texts(f"removed.{r.kind}"), before=r.text[:300], after="", note="")
        for r in article.removed[:EACH]
    ]
    repaired = [
        Mended(kind=texts(f"repair.{r.kind}"), before=r.before[:80], after=r.after[:80], note="")
        for r in article.repairs[:EACH]
    ]
    warned = [
        Mended(
            kind=_doubt(w.code, texts),
            before=_warned(article, w.start, w.end),
            after="",
            note=w.message[:300],
        )
        for w in article.warnings[:EACH]
    ]
    counts = {
        "removed": len(article.removed),
        "repaired": len(article.repairs),
        "warned": len(article.warnings),
    }
    return Condition(
        article=article.id,
        label=index.labels[article.id],
        sentence=" · ".join(texts.count(f"condition.{k}", n) for k, n in counts.items() if n),
        removed=removed,
        repaired=repaired,
        warned=warned,
    )


def _doubt(code: str, texts: Texts) -> str:
    """What a warning's code says in words; an unknown one as it is."""
    key = f"doubt.{code.replace('-', '_')}"
    return texts(key) if key in texts else code


def _warned(article: Article, start: int | None, end: int | None) -> str:
    """The passage that is doubted."""
    if start is None or end is None:
        return ""
    return article.text[start : min(end, start + 200)]
