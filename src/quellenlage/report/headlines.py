"""What stands out beside the claims: headlines that say more than their text, texts not seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from quellenlage.model import Article, Assertion, own_voice_name
from quellenlage.report.claims import distinct, is_plain
from quellenlage.report.index import Index
from quellenlage.report.records import ClaimLine, Passage, Reference
from quellenlage.report.texts import Texts

__all__ = ["Overstated", "Unseen", "overstated", "unseen"]

_WEAKER = ("expects", "conditional", "doubts", "denies", "cannot_confirm")


class Overstated(msgspec.Struct, frozen=True, kw_only=True):
    """A headline that states plainly what its text attributes or leaves open."""

    claim: int
    outlet: str
    headline: Passage
    text: Passage
    sentence: str


class Unseen(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet or agency that articles name as theirs, whose own text is not among them."""

    name: str
    sentence: str
    articles: list[str]
    references: list[Reference]


def overstated(lines: Sequence[ClaimLine], index: Index, texts: Texts) -> list[Overstated]:
    """Headlines in plain own voice over texts that hold the same claim more carefully."""
    found = []
    for line in lines:
        by_article: dict[str, list[Assertion]] = defaultdict(list)
        for assertion in index.claims[line.id].assertions:
            by_article[assertion.article].append(assertion)
        for id, assertions in by_article.items():
            heads = [a for a in assertions if a.headline and a.stance == "asserts" and is_plain(a)]
            body = [a for a in assertions if not a.headline]
            if heads and body and not any(is_plain(a) for a in body):
                found.append(_overstated(id, heads[0], body[0], line, index, texts))
    return found


def _overstated(
    id: str, head: Assertion, body: Assertion, line: ClaimLine, index: Index, texts: Texts
) -> Overstated:
    if body.stance in _WEAKER:
        stance = texts(f"stance.{body.stance}")
        sentence = texts("headline.weaker", stance=stance)
    elif body.chain:
        sentence = texts("headline.attributed", name=index.source_name(body.chain[-1]))
    else:
        sentence = texts("headline.hedged")
    return Overstated(
        claim=line.number,
        outlet=own_voice_name(index.articles[id]),
        headline=index.passage(head),
        text=index.passage(body),
        sentence=sentence,
    )


def unseen(articles: Sequence[str], index: Index, texts: Texts) -> list[Unseen]:
    """Outlets and agencies that are named or credited while their own text was not read."""
    read = {own_voice_name(index.articles[id]).casefold() for id in articles}
    named: dict[str, list[Reference]] = defaultdict(list)
    credited: dict[str, list[str]] = defaultdict(list)
    for id in articles:
        article = index.articles[id]
        for credit in article.credits:
            credited[credit].append(index.labels[id])
        for name, reference in _media_named(article, index):
            named[name].append(reference)
    found = [
        _unseen(name, credited.get(name, []), named.get(name, []), texts)
        for name in dict.fromkeys([*credited, *named])
        if name.casefold() not in read
    ]
    return sorted(found, key=lambda u: -len(u.articles))


def _media_named(article: Article, index: Index) -> list[tuple[str, Reference]]:
    """The outlets and agencies in an article's chains, with the passages they are named for."""
    found = []
    for attribution in article.attributions:
        if not attribution.quote:
            continue
        ids = {id for chain in attribution.chains for id in chain}
        for id in sorted(ids):
            source = index.sources.get(id)
            if source and source.kind in ("outlet", "agency"):
                found.append((source.name, index.at(article, attribution.quote[0].start)))
    return found


def _unseen(name: str, credited: list[str], named: list[Reference], texts: Texts) -> Unseen:
    labels = list(dict.fromkeys([*credited, *(r.label for r in named)]))
    key = "credited" if credited else "named"
    return Unseen(
        name=name,
        sentence=texts.count(f"unseen.{key}", len(labels)),
        articles=labels,
        references=distinct(named)[:6],
    )
