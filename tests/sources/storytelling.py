"""Builds invented stories: texts in which the speakers are marked by square brackets.

"[Der Sprecher] sagte, X." is one attribution; "[Radio Fjord > der Sprecher]" cannot be written in
running text, so links of one attribution carry the same number: "[1: Radio Fjord] … [1: ihm]".
Joint speakers carry a letter too: "[1a: Peru] und [1b: Chile]".
"""

from __future__ import annotations

import re

import msgspec

from quellenlage.annotation import annotate
from quellenlage.model import (
    Analysis,
    Article,
    Attribution,
    Generator,
    Link,
    Source,
    Span,
    speaks_for,
)
from quellenlage.sources import resolve

_MARK = re.compile(r"\[(?:(\d+)([a-z]?): )?([^\]]*)\]")


def marked_article(marked: str, *, id: str = "a1", outlet: str | None = "Inselbote") -> Article:
    """An article from a text with marked speakers, annotated."""
    text = ""
    links: dict[int, list[tuple[str, Span]]] = {}
    last = 0
    for count, match in enumerate(_MARK.finditer(marked)):
        text += marked[last : match.start()]
        span = Span(len(text), len(text) + len(match.group(3)))
        text += match.group(3)
        last = match.end()
        number = int(match.group(1) or 1000 + count)
        joint = match.group(2)
        links.setdefault(number, []).append((joint, span))
    text += marked[last:]
    found = []
    for number, parts in links.items():
        chain: list[Link] = []
        for joint, span in parts:
            if joint and joint > "a":
                chain[-1] = Link(speakers=[*chain[-1].speakers, span], relay=chain[-1].relay)
            else:
                chain.append(Link(speakers=[span]))
        ends = chain[-1]
        chain = [Link(speakers=link.speakers, relay=link is not ends) for link in chain]
        place = parts[0][1]
        found.append(Attribution(id=f"{id}-{number}", type="Indirect", quote=[place], links=chain))
    article = annotate(Article(id=id, path=f"{id}.txt", outlet=outlet, text=text))
    return msgspec.structs.replace(article, attributions=found)


def told(*articles: Article) -> Analysis:
    """The analysis of one story, resolved."""
    return resolve(Analysis(generator=Generator(version="0"), created="", articles=list(articles)))


def chains(analysis: Analysis) -> list[list[str]]:
    """The chains of all attributions by name, in the order of the text."""
    names = {source.id: source.name for source in analysis.sources}
    return [
        [names[id] for id in chain]
        for article in analysis.articles
        for attribution in sorted(article.attributions, key=lambda a: a.quote[0])
        for chain in attribution.chains
    ]


def last_names(analysis: Analysis) -> list[str]:
    """Whose word each chain finally is."""
    return [chain[-1] for chain in chains(analysis)]


def source(analysis: Analysis, name: str) -> Source:
    """The source of this name."""
    return next(source for source in analysis.sources if source.name == name)


def body(analysis: Analysis, name: str) -> str:
    """The name of the body at the end of a source's chain of bodies."""
    by_id = {source.id: source for source in analysis.sources}
    return by_id[speaks_for(by_id, source(analysis, name).id)].name
