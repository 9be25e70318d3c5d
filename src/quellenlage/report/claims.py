"""Claims as lines of the report: ranked, with their certainty in words and who stands behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quellenlage.model import Assertion, Claim, own_voice_name
from quellenlage.report.index import Index
from quellenlage.report.records import ClaimLine, Holding, Reference
from quellenlage.report.texts import Texts

__all__ = ["AGAINST", "FOR", "OPEN", "claim_line", "claim_lines", "distinct", "is_plain", "ranked"]

FOR = ("asserts", "confirms", "expects", "conditional")
AGAINST = ("denies", "doubts")
OPEN = ("cannot_confirm",)
PLAIN = ("asserts", "confirms")
NAMED_AT_MOST = 4
"""Names in a sentence; more is not read but skipped."""
_WEIGHT = {"fact": 0, "forecast": 1, "demand": 2, "opinion": 3}


def ranked(claims: Iterable[Claim], index: Index) -> list[Claim]:
    """Claims by importance: carried by more articles, contested, said more often, said earlier."""
    order = {article.id: place for place, article in enumerate(index.analysis.articles)}

    def weight(claim: Claim) -> tuple[int, ...]:
        contested = claim.independent_against + claim.independent_open > 0
        first = claim.assertions[0] if claim.assertions else None
        place = (order[first.article], first.start) if first else (len(order), 0)
        said = len(claim.assertions)
        return (-claim.articles, -contested, _WEIGHT[claim.kind], -claim.lineages, -said, *place)

    return sorted(claims, key=weight)


def claim_lines(claims: Iterable[Claim], index: Index, texts: Texts) -> list[ClaimLine]:
    """The claims of a story as lines, ranked and numbered from 1."""
    order = ranked(claims, index)
    return [claim_line(claim, place, index, texts) for place, claim in enumerate(order, start=1)]


def claim_line(claim: Claim, number: int, index: Index, texts: Texts) -> ClaimLine:
    """A claim as a line of the report."""
    holdings = _holdings(claim, index, texts)
    unknown = _unknown_outlets(claim, index)
    sides = {side: _side(claim, side, index, texts) for side in ("support", "against", "open")}
    return ClaimLine(
        id=claim.id,
        number=number,
        text=claim.text,
        kind=claim.kind,
        kind_text=texts(f"kind.{claim.kind}"),
        status=claim.status,
        status_text=texts(f"status.{claim.status}"),
        support=claim.independent_support,
        against=claim.independent_against,
        open=claim.independent_open,
        articles=claim.articles,
        lineages=claim.lineages,
        families=max(0, claim.families - unknown),
        unknown_outlets=unknown,
        circular=claim.circular,
        first_hand=claim.first_hand,
        certainty=_certainty(claim, sides, index, texts),
        supporting=sides["support"],
        opposing=sides["against"],
        unconfirming=sides["open"],
        holdings=holdings,
        references=distinct(index.reference(assertion) for assertion in claim.assertions),
    )


def distinct(references: Iterable[Reference]) -> list[Reference]:
    """References without repeats of the same sentence, in order of the articles."""
    first: dict[tuple[str, int], Reference] = {}
    for reference in references:
        first.setdefault((reference.article, reference.sentence), reference)
    return list(first.values())


def is_plain(assertion: Assertion) -> bool:
    """Whether an article says something in its own voice, as a fact."""
    return assertion.stance in PLAIN and not assertion.chain and not assertion.hedged


def _side(claim: Claim, side: str, index: Index, texts: Texts) -> list[str]:
    """The names of the origins that were counted on a side."""
    stances = {"support": FOR, "against": AGAINST, "open": OPEN}[side]
    assertions = [a for a in claim.assertions if a.stance in stances]
    rule = claim.rules.get(f"independent_{side}", "")
    names = index.counted(rule, assertions, texts("word.anonymous"))
    return names or _origin_names(assertions, index)


def _origin_names(assertions: Sequence[Assertion], index: Index) -> list[str]:
    """The names of those whose word some assertions finally are."""
    return list(dict.fromkeys(index.source_name(index.origin(a)) for a in assertions))


def _unknown_outlets(claim: Claim, index: Index) -> int:
    """How many articles of a claim have no known outlet."""
    return sum(
        not (index.articles[id].outlet or index.articles[id].family)
        for id in {a.article for a in claim.assertions}
    )


def _holdings(claim: Claim, index: Index, texts: Texts) -> list[Holding]:
    """Who holds the claim and how; the same chain and stance once, with all its passages."""
    groups: dict[tuple[tuple[str, ...], str], list[Assertion]] = {}
    for assertion in claim.assertions:
        chain = tuple(assertion.chain) or (index.origin(assertion),)
        groups.setdefault((chain, assertion.stance), []).append(assertion)
    return [
        Holding(
            source=chain[-1],
            name=index.source_name(chain[-1]),
            body=index.body_name(chain[-1]),
            chain=[index.source_name(id) for id in chain],
            stance=stance,
            stance_text=texts(f"stance.{stance}"),
            references=distinct(index.reference(assertion) for assertion in found),
        )
        for (chain, stance), found in groups.items()
    ]


def _certainty(claim: Claim, sides: dict[str, list[str]], index: Index, texts: Texts) -> str:
    """How sure a claim is, in words: what it rests on, and who says otherwise."""
    support = texts.few(sides["support"], NAMED_AT_MOST) or texts("certainty.nobody")
    against = texts.few(sides["against"], NAMED_AT_MOST)
    sentences = [_first_sentence(claim, support, against, index, texts)]
    if claim.circular and claim.status != "asserted":
        sentences.insert(0, texts("certainty.circular_count", n=claim.articles))
    if against and claim.status in ("confirmed", "asserted", "unconfirmed", "expected"):
        sentences.append(texts("certainty.opposed", names=against))
    if sides["open"]:
        names = texts.few(sides["open"], NAMED_AT_MOST)
        sentences.append(texts("certainty.open", names=names))
    return " ".join(sentences)


def _first_sentence(claim: Claim, support: str, against: str, index: Index, texts: Texts) -> str:
    """What the status of a claim rests on."""
    backed = claim.independent_support > 0
    if claim.status == "confirmed":
        names = _origin_names([a for a in claim.assertions if a.stance == "confirms"], index)
        named = texts.few([n for n in names if n not in _own_names(claim, index)] or names, 3)
        return (
            texts("certainty.confirmed", names=named)
            if names
            else texts("certainty.confirmed_plain")
        )
    if claim.status == "disputed":
        return texts(
            "certainty.disputed", support=support, against=against or texts("certainty.nobody")
        )
    if claim.status == "denied":
        return texts("certainty.denied", against=against or texts("certainty.nobody"))
    if claim.status in ("unconfirmed", "expected"):
        key = claim.status if backed else f"{claim.status}_plain"
        return texts(f"certainty.{key}", support=support)
    return _asserted(claim, support, texts)


def _own_names(claim: Claim, index: Index) -> set[str]:
    """The names under which the articles of a claim speak themselves."""
    return {own_voice_name(index.articles[a.article]) for a in claim.assertions}


def _asserted(claim: Claim, support: str, texts: Texts) -> str:
    """What a claim rests on that is neither contested nor confirmed."""
    if claim.kind in ("opinion", "demand"):
        return texts(f"certainty.{claim.kind}", support=support)
    if claim.circular:
        return texts("certainty.circular", n=claim.articles, support=support)
    if claim.first_hand and claim.independent_support == 1:
        return texts("certainty.first_hand", support=support)
    if claim.independent_support > 1:
        return texts("certainty.several", n=claim.independent_support, support=support)
    if claim.independent_support == 0:
        return texts("certainty.none")
    return texts(
        "certainty.one" if claim.articles == 1 else "certainty.one_origin", support=support
    )
