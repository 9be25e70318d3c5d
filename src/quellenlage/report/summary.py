"""The summary: one event after another, what a reader should know first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quellenlage.model import Analysis, Claim, Lineage, Place, Story, StoryChange, own_voice_name
from quellenlage.report.claims import claim_lines
from quellenlage.report.differences import disagreements, drift_lines
from quellenlage.report.index import Index
from quellenlage.report.records import (
    ArticleLine,
    ClaimLine,
    Disagreement,
    KeyFigure,
    LineageLine,
    OpenQuestion,
    Reference,
    StorySummary,
    Summary,
)
from quellenlage.report.texts import Texts, texts

__all__ = ["article_line", "story_summary", "summary_records", "told"]

MOST_NAMED = 6
"""Articles named of those that a story took in."""
TITLE_LENGTH = 120
"""Characters of a first line that stands for a missing title."""


def summary_records(analysis: Analysis, *, lang: str = "de") -> Summary:
    """What a reader should know first, story by story, as records to print."""
    index, catalogue = Index(analysis), texts(lang)
    stories = [story_summary(story, index, catalogue) for story in told(analysis)]
    return Summary(lang=catalogue.lang, articles=len(analysis.articles), stories=stories)


def told(analysis: Analysis) -> list[Story]:
    """The stories, the largest first; articles of no story are one without a title of its own."""
    known = sorted(analysis.stories, key=lambda story: -len(story.articles))
    placed = {id for story in known for id in story.articles}
    rest = [article for article in analysis.articles if article.id not in placed]
    if not rest:
        return known
    title = rest[0].title or own_voice_name(rest[0])
    return [*known, Story(id="story-none", title=title, articles=[a.id for a in rest])]


def story_summary(story: Story, index: Index, texts: Texts) -> StorySummary:
    """One story: figures, articles by lineage, claims ranked, what disagrees, what is open."""
    own = [claim for claim in index.analysis.claims if claim.story == story.id]
    claims = claim_lines(own, index, texts)
    numbers = {claim.id: claim.number for claim in claims}
    differences = disagreements(numbers, index, texts)
    lineages = _lineages(story, index, texts)
    return StorySummary(
        id=story.id,
        title=story.title or _title(story, index),
        first=story.first,
        last=story.last,
        keywords=story.keywords,
        figures=_figures(lineages, claims, differences, texts),
        lineages=lineages,
        claims=claims,
        disagreements=differences,
        drifts=drift_lines(numbers, index, texts),
        open=_open(own, claims, texts),
        changes=[_change(change, index, texts) for change in story.changes],
    )


def _change(change: StoryChange, index: Index, texts: Texts) -> str:
    """When and why a story took articles in, or stayed apart from another, as a sentence."""
    other = next((s for s in index.analysis.stories if s.id == change.story), None)
    known = [id for id in change.articles if id in index.labels]
    return texts(
        f"story_change.{change.kind}_{change.rule}",
        day=texts.date(change.date),
        articles=texts.few((index.labels[id] for id in known), MOST_NAMED),
        story=(other.title or _title(other, index)) if other else "",
        words=texts.listing(change.words) or "–",
        likeness=texts.share(change.likeness),
        needed=texts.share(change.needed),
    )


def _title(story: Story, index: Index) -> str:
    """What stands for the title of a story whose articles have none."""
    return article_line(story.articles[0], index).title if story.articles else ""


def article_line(id: str, index: Index) -> ArticleLine:
    """An article as a line in a list."""
    article = index.articles[id]
    return ArticleLine(
        id=id,
        label=index.labels[id],
        title=article.title or _first_line(article.text),
        outlet=own_voice_name(article),
        outlet_known=article.outlet is not None,
        published=article.published,
        credits=article.credits,
        kind=article.kind,
    )


def _first_line(text: str) -> str:
    """What stands for the title of an article that has none."""
    line = text.strip().partition("\n")[0]
    return line if len(line) <= TITLE_LENGTH else f"{line[:TITLE_LENGTH].rsplit(' ', 1)[0]} …"


def _lineages(story: Story, index: Index, texts: Texts) -> list[LineageLine]:
    """The lineages of a story's articles, the largest first."""
    own = set(story.articles)
    found = [line for line in index.analysis.lineages if own.intersection(line.articles)]
    found.sort(key=lambda line: -len(line.articles))
    return [_lineage(line, own, index, texts) for line in found]


def _lineage(lineage: Lineage, own: set[str], index: Index, texts: Texts) -> LineageLine:
    articles = [id for id in lineage.articles if id in own]
    kind: str = lineage.kind if len(articles) > 1 else "single"
    if kind == "single" and len(articles) > 1:
        kind = "versions"
    borrowers = [b.article for b in lineage.borrowers if b.article in own]
    sentences = [texts(f"lineage_sentence.{kind}", articles=_named(articles, index, texts))]
    if borrowers:
        sentences.append(
            texts("lineage_sentence.borrowed", articles=_named(borrowers, index, texts))
        )
    return LineageLine(
        id=lineage.id,
        kind=kind,
        kind_text=texts(f"lineage.{kind}"),
        articles=[article_line(id, index) for id in articles],
        borrowers=[index.labels[id] for id in borrowers],
        sentence=" ".join(sentences),
        reason=_reason_of(articles, index, texts),
        references=_first_shared(articles, index),
    )


def _reason_of(articles: Sequence[str], index: Index, texts: Texts) -> str:
    """Why articles are one text: how many sentences each two of them share."""
    members = set(articles)
    shared = Counter(
        frozenset((reuse.a.article, reuse.b.article))
        for reuse in index.analysis.reuse
        if {reuse.a.article, reuse.b.article} <= members
    )
    if not shared:
        return ""
    least, most = min(shared.values()), max(shared.values())
    sentences = texts.count("count.sentences", most)
    if len(shared) < len(members) * (len(members) - 1) // 2:
        return texts("lineage_reason.up_to", sentences=sentences)
    if least < most:
        sentences = texts("lineage_reason.range", least=least, sentences=sentences)
    key = "pair" if len(members) == 2 else "each"
    return texts(f"lineage_reason.{key}", sentences=sentences)


def _first_shared(articles: Sequence[str], index: Index) -> list[Reference]:
    """Where each of some articles first has a passage that another of them has too."""
    members = set(articles)
    first: dict[str, Place] = {}
    for reuse in index.analysis.reuse:
        if {reuse.a.article, reuse.b.article} <= members:
            for place in (reuse.a, reuse.b):
                first[place.article] = min(place, first.get(place.article, place))
    return [index.reference(first[id]) for id in articles if id in first]


def _named(articles: Iterable[str], index: Index, texts: Texts) -> str:
    """Articles by their label and outlet, in words."""
    names = [index.named(id, texts("word.article")) for id in articles]
    return texts.few(names, 6)


def _figures(
    lineages: Sequence[LineageLine],
    claims: Sequence[ClaimLine],
    differences: Sequence[Disagreement],
    texts: Texts,
) -> list[KeyFigure]:
    """The situation in a few numbers, each with a sentence."""
    articles = [article for lineage in lineages for article in lineage.articles]
    several = sum(claim.articles > 1 for claim in claims)
    figures: dict[str, tuple[int, dict[str, object]]] = {
        "articles": (len(articles), {"outlets": _outlets(articles, texts)}),
        "texts": (len(lineages), {}),
        "claims": (len(claims), {"several": several}),
        "circular": (sum(claim.circular for claim in claims), {}),
        "contested": (sum(claim.against > 0 for claim in claims), {}),
        "unconfirmed": (sum(claim.open > 0 for claim in claims), {}),
        "disagreements": (sum(_unexplained(d) for d in differences), {}),
    }
    return [
        KeyFigure(name=name, number=n, sentence=texts.count(f"figures.{name}", n, **values))
        for name, (n, values) in figures.items()
    ]


def _unexplained(difference: Disagreement) -> bool:
    """Whether reports differ in the matter itself and time does not explain it."""
    return difference.kind != "attribution" and not difference.resolved_by_time


def _outlets(articles: Sequence[ArticleLine], texts: Texts) -> str:
    """How many outlets the articles are from, as far as known, and how many are primary."""
    reports = [article for article in articles if article.kind == "report"]
    known = len({article.outlet for article in reports if article.outlet_known})
    unknown = sum(not article.outlet_known for article in reports)
    primary = len(articles) - len(reports)
    if not reports:
        return texts.count("outlets.only_primary", primary)
    if known:
        named = texts.count("outlets.known", known)
    else:
        named = texts("outlets.unknown_one" if unknown == 1 else "outlets.unknown")
    if known and unknown:
        named = texts.count("outlets.mixed", unknown, known=named)
    return texts.count("outlets.primary", primary, known=named) if primary else named


def _open(own: Sequence[Claim], lines: Sequence[ClaimLine], texts: Texts) -> list[OpenQuestion]:
    """The claims that are not settled, and why."""
    kinds = {claim.id: claim.kind for claim in own}
    questions = []
    for line in lines:
        if kinds[line.id] in ("opinion", "demand") or line.status in ("confirmed", "denied"):
            continue
        if reason := _reason(line, texts):
            questions.append(
                OpenQuestion(
                    claim=line.number, text=line.text, reason=reason, references=line.references
                )
            )
    return questions


def _reason(line: ClaimLine, texts: Texts) -> str:
    """Why a claim is not settled; empty if nobody says that it is not."""
    if line.unconfirming:
        return texts("open.cannot_confirm", names=texts.few(line.unconfirming, 3))
    if line.status == "expected" and line.supporting:
        return texts("open.expected", names=texts.few(line.supporting, 3))
    if line.status in ("disputed", "unconfirmed"):
        return texts(f"open.{line.status}")
    if line.status == "expected":
        return texts("open.expected_plain")
    return ""
