"""The brief: one page of Markdown, every sentence with the article and sentence it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quellenlage.model import Analysis
from quellenlage.report.claims import distinct
from quellenlage.report.records import ClaimLine, DriftLine, Holding, Reference, StorySummary
from quellenlage.report.summary import summary_records
from quellenlage.report.texts import Texts, texts

__all__ = ["to_brief"]

AT_MOST, AT_MOST_EACH = 4, 2
"""Entries of a section, and where several stories share the brief: six sections stay one page."""
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
    most = AT_MOST if len(stories) == 1 else AT_MOST_EACH
    parts = [line for story in stories[:STORIES] for line in _story(story, most, catalogue)]
    if len(stories) > STORIES:
        parts.append(f"*{catalogue.count('brief.stories', len(stories) - STORIES)}*")
    return "\n".join(parts).strip() + "\n"


def _story(story: StorySummary, most: int, texts: Texts) -> Iterator[str]:
    yield f"# {texts('brief.title', story=escaped(story.title))}\n"
    yield f"*{texts('brief.note')}*\n"
    if not story.claims:
        yield texts("brief.empty") + "\n"
    sections = {
        "established": _established(story.claims, texts),
        "one_origin": _sentences([c for c in story.claims if c.circular and not c.against], texts),
        "disputed": _disputed(story, texts),
        "open": _open(story, texts),
        "changed": _changed(story, texts),
        "texts": _shared(story),
    }
    for name, lines in sections.items():
        yield from _section(name, lines, most, texts)
    yield f"## {texts('brief.legend')}\n"
    yield from _articles(story, texts)


def _established(claims: Sequence[ClaimLine], texts: Texts) -> list[str]:
    """What is confirmed or has several origins; a sentence where claims are, but none such."""
    established = [claim for claim in claims if _is_established(claim)]
    established.sort(key=lambda claim: claim.status != "confirmed")
    none = [texts("brief.established_none")] if claims else []
    return _sentences(established, texts) or none


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


def _disputed(story: StorySummary, texts: Texts) -> list[str]:
    """Who says otherwise, and which figures, places and dates cannot all hold."""
    lines = []
    for claim in story.claims:
        against = [h for h in claim.holdings if h.stance in ("denies", "doubts")]
        if against and claim.status != "confirmed":
            lines.append(_contested(claim, against[:3], texts))
    for difference in story.disagreements:
        if difference.resolved_by_time or difference.kind in ("attribution", "status"):
            continue
        values = "; ".join(f"{escaped(v.value)} {cited(v.references)}" for v in difference.values)
        kind, text = difference.kind_text, escaped(difference.text.rstrip(". "))
        lines.append(texts("brief.values", kind=kind, text=text, values=values))
    return lines


def _contested(claim: ClaimLine, against: Sequence[Holding], texts: Texts) -> str:
    """A claim with who stands for it and who speaks against it, and where."""
    text = f"**{escaped(_sentence(claim.text))}**"
    if claim.circular:
        text += " " + texts("certainty.circular_count", n=claim.articles)
    said = (
        texts(
            "brief.against",
            name=escaped(holding.name),
            stance=holding.stance_text,
            refs=cited(holding.references),
        )
        for holding in against
    )
    return texts(
        "brief.disputed_sides" if claim.supporting else "brief.disputed_against",
        text=text,
        support=escaped(texts.few(claim.supporting, 3)),
        against="; ".join(said),
    )


def _open(story: StorySummary, texts: Texts) -> list[str]:
    """What is not settled: what somebody could not confirm, what nobody did, what is to come."""
    claims = {claim.number: claim for claim in story.claims}
    questions = sorted(story.open, key=lambda question: _urgency(claims[question.claim]))
    lines = []
    for question in questions:
        if claims[question.claim].status == "disputed" and not claims[question.claim].open:
            continue
        unsure = [h for h in claims[question.claim].holdings if h.stance == "cannot_confirm"]
        where = distinct(r for h in unsure for r in h.references) or question.references
        text, reason = escaped(_sentence(question.text)), escaped(question.reason)
        lines.append(f"**{text}** {reason} {cited(where)}")
    return lines


def _urgency(claim: ClaimLine) -> tuple[bool, bool]:
    """Open claims in the order of who left them open; expectations are open by nature."""
    return not claim.open, claim.status == "expected"


def _changed(story: StorySummary, texts: Texts) -> list[str]:
    """What changed on the way, a line for each claim: plain fact out of attribution first."""
    told = []
    for drift in sorted(story.drifts, key=lambda drift: not drift.hardening):
        changes = [_hardened(drift, texts)] if drift.hardening else []
        changes += _steps(drift, texts)
        if changes:
            text = escaped(drift.text.rstrip(". "))
            told.append(texts("brief.changes", text=text, changes="; ".join(changes)))
    return told


def _steps(drift: DriftLine, texts: Texts) -> list[str]:
    """The changes of a claim by what changes: `andere Zahl: 14 → 40 [3, 2] → 50 [5, 1]`."""
    chains: dict[str, str] = {}
    for step in drift.steps:
        if step.change in ("none", "attribution"):
            continue
        values: dict[str, object] = {
            "change": step.change_text,
            "before": escaped(step.before or "–"),
            "after": escaped(step.after or "–"),
            "refs": cited([step.reference]),
        }
        if step.change in chains:
            chains[step.change] += " " + texts("brief.next", **values)
        else:
            chains[step.change] = texts("brief.step", **values)
    return list(chains.values())


def _hardened(drift: DriftLine, texts: Texts) -> str:
    """Says in which article a claim became plain fact."""
    changed = [step for step in drift.steps if step.change != "none"]
    first = next((step for step in changed if step.plain), (changed or drift.steps)[-1])
    article = escaped(first.article, brackets=False)
    return texts("brief.hardened", article=article, refs=cited([first.reference]))


def _shared(story: StorySummary) -> list[str]:
    """Which articles are one text."""
    return [
        f"{escaped(lineage.sentence, brackets=False)} {cited(lineage.references)}".rstrip()
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


def _section(name: str, lines: Sequence[str], most: int, texts: Texts) -> Iterator[str]:
    """A heading and its first lines; nothing where there is nothing to say."""
    if not lines:
        return
    yield f"## {texts(f'brief.{name}')}\n"
    yield from (f"- {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"- {texts.count('brief.more', len(lines) - most)}"
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
