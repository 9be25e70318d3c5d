"""The brief: one page of Markdown, every sentence with the article and sentence it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quellenlage.model import Analysis
from quellenlage.report.claims import distinct
from quellenlage.report.records import ClaimLine, DriftLine, Reference, StorySummary
from quellenlage.report.summary import summary_records
from quellenlage.report.texts import Texts, texts

__all__ = ["to_brief"]

AT_MOST = 5
"""Entries of a section: with six sections of five, the brief stays a page."""
REFERENCES = 4
"""References after a sentence."""
ARTICLES = 12
"""Articles listed at the end; with more the list would be longer than the brief."""
STORIES = 5
"""Stories told in one brief."""
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BLOCK = re.compile(r"^(\s*)([-+>]|\d+[.)])(?=\s)")


def to_brief(analysis: Analysis, lang: str = "de") -> str:
    """One page: what is established by whom, rests on one origin, is disputed, open or changed."""
    catalogue = texts(lang)
    stories = summary_records(analysis, lang=lang).stories
    parts = [line for story in stories[:STORIES] for line in _story(story, catalogue)]
    return "\n".join(parts).strip() + "\n"


def _story(story: StorySummary, texts: Texts) -> Iterator[str]:
    yield f"# {texts('brief.title', story=escaped(story.title))}\n"
    yield f"*{texts('brief.note')}*\n"
    if not story.claims:
        yield texts("brief.empty") + "\n"
    else:
        yield from _claims(story.claims, texts)
        yield from _disputed(story, texts)
        yield from _section("open", _open(story, texts), texts)
        yield from _section("changed", _changed(story, texts), texts)
    yield from _section("texts", _shared(story), texts)
    yield f"## {texts('brief.legend')}\n"
    yield from _articles(story, texts)


def _claims(claims: Sequence[ClaimLine], texts: Texts) -> Iterator[str]:
    """What is established, and what many articles have from one."""
    established = [claim for claim in claims if _is_established(claim)]
    lines = _sentences(established, texts) or [texts("brief.established_none")]
    yield from _section("established", lines, texts)
    yield from _section("one_origin", _sentences([c for c in claims if c.circular], texts), texts)


def _is_established(claim: ClaimLine) -> bool:
    """Whether a fact is confirmed, or several independent origins carry it and none denies it."""
    if claim.kind != "fact":
        return False
    carried = claim.status == "asserted" and claim.support > 1 and not claim.against
    return claim.status == "confirmed" or (carried and not claim.open)


def _sentences(claims: Iterable[ClaimLine], texts: Texts) -> list[str]:
    """Each claim with its certainty and where it stands."""
    return [
        texts(
            "brief.says",
            text=f"**{escaped(_sentence(claim.text))}**",
            certainty=escaped(claim.certainty),
            refs=cited(claim.references),
        )
        for claim in claims
    ]


def _disputed(story: StorySummary, texts: Texts) -> Iterator[str]:
    """Who says otherwise, and which figures, places and dates cannot all hold."""
    lines = []
    for claim in story.claims:
        against = [h for h in claim.holdings if h.stance in ("denies", "doubts")]
        if not against or claim.status == "confirmed":
            continue
        said = "; ".join(
            f"{escaped(h.name)}: {h.stance_text} {cited(h.references)}" for h in against[:3]
        )
        lines.append(f"**{escaped(_sentence(claim.text))}** {said}.")
    for difference in story.disagreements:
        if difference.resolved_by_time or difference.kind in ("attribution", "status"):
            continue
        values = "; ".join(f"{escaped(v.value)} {cited(v.references)}" for v in difference.values)
        kind, text = difference.kind_text, escaped(difference.text.rstrip(". "))
        lines.append(texts("brief.values", kind=kind, text=text, values=values))
    yield from _section("disputed", lines, texts)


def _open(story: StorySummary, texts: Texts) -> list[str]:
    """What is not settled: first what somebody could not confirm, then the rest."""
    claims = {claim.number: claim for claim in story.claims}
    questions = sorted(story.open, key=lambda question: not claims[question.claim].open)
    lines = []
    for question in questions:
        if claims[question.claim].status == "disputed" and not claims[question.claim].open:
            continue
        unsure = [h for h in claims[question.claim].holdings if h.stance == "cannot_confirm"]
        where = distinct(r for h in unsure for r in h.references) or question.references
        text, reason = escaped(_sentence(question.text)), escaped(question.reason)
        lines.append(f"**{text}** {reason} {cited(where)}")
    return lines


def _changed(story: StorySummary, texts: Texts) -> list[str]:
    """What changed on the way: plain fact out of attribution first."""
    lines = []
    for drift in story.drifts:
        steps = [step for step in drift.steps if step.change not in ("none", "attribution")]
        if drift.hardening:
            lines.append(_hardened(drift, texts))
        lines += [
            texts(
                "brief.step",
                text=escaped(drift.text.rstrip(". ")),
                change=step.change_text,
                before=escaped(step.before or "–"),
                after=escaped(step.after or "–"),
                refs=cited([step.reference]),
            )
            for step in steps
        ]
    return lines


def _hardened(drift: DriftLine, texts: Texts) -> str:
    """Says in which article a claim became plain fact."""
    changed = [step for step in drift.steps if step.change != "none"]
    first = next((step for step in changed if step.plain), (changed or drift.steps)[-1])
    return texts(
        "brief.hardened",
        text=escaped(drift.text.rstrip(". ")),
        article=f"{texts('word.article')} {first.reference.label}",
        refs=cited([first.reference]),
    )


def _shared(story: StorySummary) -> list[str]:
    """Which articles are one text."""
    return [
        escaped(lineage.sentence, brackets=False)
        for lineage in story.lineages
        if len(lineage.articles) > 1
    ]


def _articles(story: StorySummary, texts: Texts) -> Iterator[str]:
    """The articles with their labels."""
    articles = sorted((a for line in story.lineages for a in line.articles), key=lambda a: a.label)
    for article in articles[:ARTICLES]:
        outlet = article.outlet if article.outlet_known else texts("word.unknown_outlet")
        date = texts.date(article.published)
        yield f"- [{article.label}] {escaped(article.title)} – {escaped(outlet)}, {date}"
    if len(articles) > ARTICLES:
        yield f"- {texts('word.more', n=len(articles) - ARTICLES)}"


def _section(name: str, lines: Sequence[str], texts: Texts) -> Iterator[str]:
    """A heading and its first lines; nothing where there is nothing to say."""
    if not lines:
        return
    yield f"## {texts(f'brief.{name}')}\n"
    yield from (f"- {line}" for line in lines[:AT_MOST])
    if len(lines) > AT_MOST:
        yield f"- {texts.count('brief.more', len(lines) - AT_MOST)}"
    yield ""


def cited(references: Sequence[Reference]) -> str:
    """References in a row, the first few."""
    more = " …" if len(references) > REFERENCES else ""
    return " ".join(map(str, references[:REFERENCES])) + more


def escaped(text: str, *, brackets: bool = True) -> str:
    """Text of others as plain words in Markdown: one line, no markup, no HTML."""
    line = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    if not brackets:  # labels such as [3] stay readable; a link still cannot come about
        line = line.replace("\\[", "[").replace("\\]", "]").replace("](", "\\](")
    return _BLOCK.sub(r"\1\\\2", line)


def _sentence(text: str) -> str:
    """A claim's text with a full stop."""
    return text if text.rstrip().endswith((".", "!", "?", "…")) else f"{text.rstrip()}."
