"""Why a claim stands as it does: every passage, chain, stance and rule, and what was counted."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.errors import InvalidCall
from quellenlage.model import Analysis, Assertion, Claim, own_voice_name
from quellenlage.report.claims import claim_line, ranked
from quellenlage.report.index import Index
from quellenlage.report.records import Explanation, Reference, Witness
from quellenlage.report.summary import told
from quellenlage.report.texts import Texts, texts

__all__ = ["explain", "explanation", "witness"]

_MARKS = ("hedged", "formula", "framing", "headline")


def explain(analysis: Analysis, wanted: str, lang: str = "de") -> Explanation:
    """Why a claim stands as it does, named by its number in the summary or its id.

    The beginning of an id will do if only one claim has it; numbers are those of the first story.
    """
    index, catalogue = Index(analysis), texts(lang)
    numbered = [
        (number, claim)
        for story in told(analysis)
        for number, claim in enumerate(
            ranked([claim for claim in analysis.claims if claim.story == story.id], index), start=1
        )
    ]
    found = [pair for pair in numbered if wanted in (pair[1].id, str(pair[0]))][:1]
    found = found or [pair for pair in numbered if wanted and pair[1].id.startswith(wanted)]
    if len(found) != 1:
        raise InvalidCall(_unknown(wanted, numbered))
    number, claim = found[0]
    return explanation(claim, number, index, catalogue)


def _unknown(wanted: str, numbered: Sequence[tuple[int, Claim]]) -> str:
    """That no claim goes by that name, and which ones there are."""
    if not numbered:
        return f"There is no claim {wanted!r}: no claim was found in these articles."
    known = ", ".join(f"{number} ({claim.id})" for number, claim in numbered[:3])
    return f"There is no claim {wanted!r}; give a number or id of the summary, such as {known}."


def explanation(claim: Claim, number: int, index: Index, texts: Texts) -> Explanation:
    """Why a claim stands as it does."""
    return Explanation(
        claim=claim_line(claim, number, index, texts),
        witnesses=[witness(assertion, index, texts) for assertion in claim.assertions],
        carriers=_carriers(claim, index),
        rules=_rules(claim, index, texts),
        history=[
            (
                texts.date(entry.date),
                texts(f"status.{entry.status}"),
                _first(claim, entry.article, index),
            )
            for entry in claim.history
        ],
    )


def witness(assertion: Assertion, index: Index, texts: Texts) -> Witness:
    """One assertion as evidence."""
    article = index.articles[assertion.article]
    return Witness(
        passage=index.passage(assertion),
        outlet=own_voice_name(article),
        chain=[index.source_name(id) for id in assertion.chain],
        origin=index.source_name(index.origin(assertion)),
        stance=assertion.stance,
        stance_text=texts(f"stance.{assertion.stance}"),
        marks=[texts(f"mark.{name}") for name in _MARKS if getattr(assertion, name)],
        uttered=assertion.uttered,
        rule=assertion.rule,
        rule_text=_rule_text(assertion.rule, texts),
    )


def _rule_text(rule: str, texts: Texts) -> str:
    """What a rule says, in words; a rule of a cue names the cue."""
    name, _, cue = rule.partition(":")
    key = f"rule_text.{name}"
    if key not in texts:
        return texts("rule_text.cue", cue=rule) if rule else ""
    return texts(key, cue=cue) if cue else texts(key)


def _first(claim: Claim, article: str, index: Index) -> Reference:
    """Where an article first speaks of a claim."""
    return index.reference(next(a for a in claim.assertions if a.article == article))


def _carriers(claim: Claim, index: Index) -> list[list[str]]:
    """The claim's articles put together where they are one voice: one text, house or credit."""
    groups: list[tuple[set[str], list[str]]] = []
    for id in dict.fromkeys(assertion.article for assertion in claim.assertions):
        ties, members = _ties(id, index), [id]
        for known in [group for group in groups if group[0] & ties]:
            groups.remove(known)
            ties, members = ties | known[0], known[1] + members
        groups.append((ties, members))
    return [[index.labels[id] for id in members] for _, members in groups]


def _ties(id: str, index: Index) -> set[str]:
    """What makes an article one voice with others."""
    article = index.articles[id]
    lineage = index.lineage_of.get(id)
    house = (article.family or article.outlet or id).casefold()
    credits = {f"credit {credit.casefold()}" for credit in article.credits}
    return credits | {f"house {house}", f"text {lineage.id if lineage else id}"}


def _rules(claim: Claim, index: Index, texts: Texts) -> list[tuple[str, str]]:
    """What was decided about the claim, and the rule or the origins that decided it."""
    told = []
    for field, rule in claim.rules.items():
        if not rule or f"rule.{field}" not in texts:
            continue
        if field.startswith("independent_"):
            rule = texts.listing(index.counted(rule, claim.assertions, texts("word.anonymous")))
        elif f"rule_text.{rule}" in texts:
            rule = texts(f"rule_text.{rule}")
        told.append((texts(f"rule.{field}"), rule))
    return told
