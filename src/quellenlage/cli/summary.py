"""What the terminal shows: the summary of an analysis, and why one claim stands as it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quellenlage.model import Analysis
from quellenlage.report import explain, summary_records
from quellenlage.report.records import (
    ArticleLine,
    ClaimLine,
    Disagreement,
    Explanation,
    LineageLine,
    Reference,
    StorySummary,
    Witness,
)
from quellenlage.report.texts import Texts, texts

__all__ = ["print_explanation", "print_summary"]

MOST_ARTICLES = 12
MOST_CLAIMS = 12
MOST_DISAGREEMENTS = 8
MOST_REFERENCES = 4
MOST_NAMES = 4
MOST_CHANGES = 4
"""What fits a screen or two; the report and the JSON have all of it."""
STATUS_STYLES = {
    "confirmed": "green",
    "disputed": "yellow",
    "denied": "red",
    "unconfirmed": "yellow",
    "expected": "cyan",
}


def print_summary(console: Console, analysis: Analysis, lang: str) -> None:
    """Prints what a reader should know first, story by story."""
    catalogue = texts(lang)
    for story in summary_records(analysis, lang=lang).stories:
        _print_story(console, story, catalogue)


def _print_story(console: Console, story: StorySummary, texts: Texts) -> None:
    """One event: numbers, texts, claims, disagreements, open questions."""
    console.rule(Text(story.title, style="bold"), align="left")
    period = " – ".join(dict.fromkeys(texts.date(day) for day in (story.first, story.last) if day))
    if period:
        _line(console, Text(period, style="dim"))
    for figure in story.figures:
        if figure.number or figure.name == "claims":
            _line(console, Text(f"{texts.number(figure.number)} {figure.sentence}"))
    for sentence in story.changes[:MOST_CHANGES]:
        _line(console, Text(sentence, style="dim"))
    _print_rest(console, len(story.changes) - MOST_CHANGES, texts)
    _heading(console, texts("page.lineage"))
    _print_lineages(console, story.lineages, texts)
    _heading(console, texts("page.claims"))
    if not story.claims:
        _line(console, Text(texts("page.no_claims")))
    for claim in story.claims[:MOST_CLAIMS]:
        _print_claim(console, claim, texts)
    _print_rest(console, len(story.claims) - MOST_CLAIMS, texts)
    _print_disagreements(console, story.disagreements, texts)


def _print_lineages(console: Console, lineages: Sequence[LineageLine], texts: Texts) -> None:
    """The texts that several articles carry, each with a sentence; then those of their own."""
    for lineage in lineages:
        if len(lineage.articles) > 1:
            _line(console, Text(lineage.sentence, style="bold"))
            _print_articles(console, lineage.articles, texts)
    alone = [article for line in lineages if len(line.articles) == 1 for article in line.articles]
    if alone:
        _line(console, Text(texts("terminal.alone"), style="bold"))
        _print_articles(console, sorted(alone, key=lambda a: a.label), texts)


def _print_articles(console: Console, articles: Sequence[ArticleLine], texts: Texts) -> None:
    """The first articles, a line each."""
    for article in articles[:MOST_ARTICLES]:
        when = texts.date(article.published) if article.published else ""
        outlet = article.outlet if article.outlet_known else ""
        primary = texts(f"article_kind.{article.kind}") if article.kind != "report" else ""
        facts = " · ".join(filter(None, (outlet, primary, when, "/".join(article.credits))))
        _line(console, Text.assemble(f"{article.label}  {article.title}  ", (facts, "dim")), 4)
    _print_rest(console, len(articles) - MOST_ARTICLES, texts)


def _print_claim(console: Console, claim: ClaimLine, texts: Texts) -> None:
    """A claim: its text, what it rests on, who stands where."""
    status = (claim.status_text, STATUS_STYLES.get(claim.status, "default"))
    _line(console, Text.assemble((f"{claim.number}. ", "dim"), (claim.text, "bold")))
    _line(console, Text.assemble(status, " · ", _carried(claim, texts)), 5)
    sides = (
        ("page.support", claim.support, claim.supporting),
        ("page.against", claim.against, claim.opposing),
        ("page.open", claim.open, claim.unconfirming),
    )
    counted = [
        f"{texts(key)} {number}" + (f" ({texts.few(names, MOST_NAMES)})" if names else "")
        for key, number, names in sides
        if number or names or key == "page.support"
    ]
    _line(console, Text(" · ".join(counted)), 5)
    _line(console, Text(f"{_places(claim.references)}  {claim.id}", style="dim"), 5)


def _carried(claim: ClaimLine, texts: Texts) -> str:
    """How many articles and texts carry a claim, and whether that is a circle."""
    parts = [texts(f"kind.{claim.kind}")] if claim.kind != "fact" else []
    parts.append(texts.count("count.articles", claim.articles))
    if claim.articles > 1:
        parts.append(texts.count("count.lineages", claim.lineages))
    if claim.circular:
        parts.append(texts("terminal.circular"))
    if claim.first_hand:
        parts.append(texts("page.first_hand"))
    return " · ".join(parts)


def _print_disagreements(console: Console, found: Sequence[Disagreement], texts: Texts) -> None:
    """Where reports disagree, with the values that stand against one another."""
    if not found:
        return
    _heading(console, texts("page.differences"))
    for disagreement in found[:MOST_DISAGREEMENTS]:
        _line(console, Text(disagreement.sentence))
        for value in disagreement.values:
            names = texts.few(value.names, MOST_NAMES)
            said = f"{value.value} – {names}" if names else value.value
            _line(console, Text.assemble(said, "  ", (_places(value.references), "dim")), 5)
    _print_rest(console, len(found) - MOST_DISAGREEMENTS, texts)


def _print_rest(console: Console, rest: int, texts: Texts) -> None:
    """How much is not shown here."""
    if rest > 0:
        _line(console, Text(texts.count("brief.more", rest), style="dim"))


def print_explanation(console: Console, analysis: Analysis, claim: str, lang: str) -> None:
    """Prints every passage of a claim with chain, stance and rule, and what was counted."""
    found, catalogue = explain(analysis, claim, lang), texts(lang)
    _print_claim(console, found.claim, catalogue)
    for witness in found.witnesses:
        _print_witness(console, witness)
    _print_counted(console, found, catalogue)


def _print_witness(console: Console, witness: Witness) -> None:
    """One passage: where, on whose word, how held, by which rule."""
    passage = witness.passage
    chain = " → ".join(dict.fromkeys([witness.outlet, *witness.chain, witness.origin]))
    marks = "".join(f" · {mark}" for mark in witness.marks)
    text = Text.assemble(
        (f"{passage.reference} ", "dim"), passage.before, (passage.marked, "bold"), passage.after
    )
    _line(console, text)
    _line(console, Text(f"{chain} · {witness.stance_text}{marks}"), 5)
    if witness.rule_text:
        _line(console, Text(witness.rule_text, style="dim"), 5)


def _print_counted(console: Console, found: Explanation, texts: Texts) -> None:
    """The rules behind the numbers, the carriers, and how the status moved."""
    table = Table.grid(padding=(0, 2))
    for name, rule in found.rules:
        table.add_row(Text(name, style="bold"), Text(rule))
    carriers = " · ".join("+".join(carrier) for carrier in found.carriers)
    table.add_row(Text(texts("page.carriers"), style="bold"), Text(carriers))
    for date, status, reference in found.history:
        table.add_row(Text(date), Text(f"{status} {reference}"))
    console.print(Padding(table, (1, 0, 0, 2), expand=False))


def _places(references: Iterable[Reference]) -> str:
    """Where it stands, the first few places."""
    known = list(dict.fromkeys(str(reference) for reference in references))
    more = f" +{len(known) - MOST_REFERENCES}" if len(known) > MOST_REFERENCES else ""
    return " ".join(known[:MOST_REFERENCES]) + more


def _heading(console: Console, words: str) -> None:
    """A heading after an empty line."""
    console.print()
    console.print(Text(words, style="bold underline"))


def _line(console: Console, text: Text, indent: int = 2) -> None:
    """One paragraph, indented."""
    console.print(Padding(text, (0, 0, 0, indent), expand=False))
