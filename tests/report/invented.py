"""An invented analysis, made by hand: a bridge closed in an invented town."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from quellenlage.model import (
    Analysis,
    Article,
    Assertion,
    AssertionReference,
    Attribution,
    Change,
    Claim,
    Discrepancy,
    Drift,
    DriftStep,
    Generator,
    HistoryEntry,
    Lineage,
    Link,
    Place,
    Removed,
    Repair,
    Reuse,
    Sentence,
    Source,
    Span,
    Story,
    TimelineEntry,
    Variant,
    Version,
    own_voice_source_id,
)
from quellenlage.model import Warning as Doubt

TEXTS = {
    "bote": "Brücke bei Altfurt hat Risse\n\nDie Brücke bei Altfurt habe 14 Risse, teilte das "
    "Bauamt am Montag mit. Die Stadt könne das nicht bestätigen.",
    "kurier": "Brücke in Altfurt gesperrt\n\nDas Bauamt teilte am Montag mit, die Brücke bei "
    "Altfurt habe vierzehn Risse. Die Stadt könne das nicht bestätigen.",
    "abend": "Altfurter Brücke zerbrochen\n\nDie Brücke bei Neufurt hat 40 Risse. Die Baufirma "
    "Stellwerk bestreitet das. Die Stadt bestätigte die Risse am Mittwoch.",
}
BAUAMT, STADT, FIRMA, AGENTUR = "s-bauamt", "s-stadt", "s-firma", "s-agentur"


def article(id: str, text: str, **fields: object) -> Article:
    """An article with its sentences marked by their full stops."""
    places = [m.span() for m in re.finditer(r"[^\s](?:[^.\n]|\n(?!\n))*\.?", text)]
    sentences = [Sentence(id=f"s{n}", start=a, end=b) for n, (a, b) in enumerate(places, start=1)]
    plain = Article(id=id, text=text, title=text.partition("\n")[0], sentences=sentences)
    return msgspec.structs.replace(plain, **fields)


def held(where: Article, words: str, stance: str = "asserts", **fields: object) -> Assertion:
    """An assertion in the passage with these words."""
    start = where.text.index(words)
    plain = Assertion(article=where.id, start=start, end=start + len(words), rule="plain")
    return msgspec.structs.replace(plain, stance=stance, **fields)


def place(where: Article, words: str) -> Place:
    """The passage with these words."""
    start = where.text.index(words)
    return Place(article=where.id, start=start, end=start + len(words))


def _articles() -> tuple[Article, Article, Article]:
    bote = article(
        "a-bote",
        TEXTS["bote"],
        path="1-bote.txt",
        outlet="Altfurter Bote",
        published="2031-05-05T18:00:00+02:00",
        credits=["nda"],
        removed=[Removed(kind="advertisement", text="WERBUNG")],
    )
    start = bote.text.index("Die Brücke bei Altfurt habe")
    quote = Attribution(
        id="q-1",
        type="Direct",
        quote=[Span(start, start + 37)],
        source=BAUAMT,
        links=[Link(speakers=[Span(start, start + 5)])],
        chains=[[AGENTUR, BAUAMT]],
    )
    bote = msgspec.structs.replace(bote, attributions=[quote])
    kurier = article(
        "a-kurier",
        TEXTS["kurier"],
        path="2-kurier.txt",
        outlet="Kurier",
        published="2031-05-06",
        repairs=[
            Repair(kind="missing_space", start=0, end=3, before="BrückeIn", after="Brücke in")
        ],
    )
    start = kurier.text.index("die Brücke bei")
    twin = msgspec.structs.replace(
        quote, id="q-2", type="Indirect", quote=[Span(start, start + 43)], chains=[[BAUAMT]]
    )
    kurier = msgspec.structs.replace(kurier, attributions=[twin])
    abend = article(
        "a-abend",
        TEXTS["abend"],
        path="3-abend.txt",
        published="2031-05-07",
        url="https://abend.example/bruecke",
        warnings=[Doubt(code="garbled-name", message="Neufurt?", start=45, end=52)],
    )
    return bote, kurier, abend


def analysis() -> Analysis:
    """The invented analysis: two articles of one text, a third that hardens and drifts."""
    bote, kurier, abend = _articles()
    claim = Claim(
        id="c-risse",
        story="story-1",
        text="Die Brücke bei Altfurt hat 14 Risse.",
        kind="fact",
        status="confirmed",
        assertions=[
            held(bote, "Die Brücke bei Altfurt habe 14 Risse", chain=[AGENTUR, BAUAMT]),
            held(bote, "Die Stadt könne das nicht", "cannot_confirm", chain=[STADT]),
            held(kurier, "die Brücke bei Altfurt habe vierzehn Risse", chain=[BAUAMT]),
            held(abend, "Altfurter Brücke zerbrochen", headline=True),
            held(abend, "Die Brücke bei Neufurt hat 40 Risse", "conditional", hedged=True),
            held(abend, "Die Baufirma Stellwerk bestreitet das", "denies", chain=[FIRMA]),
            held(abend, "Die Stadt bestätigte die Risse", "confirms", chain=[STADT]),
        ],
        origins=[BAUAMT, STADT, own_voice_source_id(abend), FIRMA],
        articles=3,
        lineages=2,
        families=3,
        independent=4,
        independent_support=2,
        independent_against=1,
        independent_open=1,
        circular=False,
        first_hand=False,
        rules={
            "status": "fact-confirmed-by-another",
            "independent_support": f"{BAUAMT}; {STADT}",
            "independent_against": FIRMA,
            "independent_open": STADT,
        },
        history=[
            HistoryEntry(date="2031-05-05", status="asserted", article="a-bote"),
            HistoryEntry(date="2031-05-07", status="confirmed", article="a-abend"),
        ],
    )
    circular = Claim(
        id="c-sperrung",
        story="story-1",
        text="Das Bauamt sperrt die Brücke.",
        kind="fact",
        status="asserted",
        assertions=[
            held(bote, "teilte das Bauamt am Montag mit", chain=[BAUAMT]),
            held(kurier, "Das Bauamt teilte am Montag mit", chain=[BAUAMT]),
        ],
        origins=[BAUAMT],
        articles=2,
        lineages=1,
        families=2,
        independent=1,
        independent_support=1,
        independent_against=0,
        independent_open=0,
        circular=True,
        first_hand=False,
        rules={"independent_support": BAUAMT, "circular": "one-origin-in-several-articles"},
    )
    return Analysis(
        generator=Generator(version="0"),
        created="2031-05-08T10:00:00+00:00",
        articles=[bote, kurier, abend],
        sources=[
            Source(id=BAUAMT, name="Bauamt Altfurt", kind="organisation"),
            Source(id=STADT, name="Stadt Altfurt", kind="state"),
            Source(id=FIRMA, name="Stellwerk", kind="organisation"),
            Source(id=AGENTUR, name="Nordagentur", kind="agency"),
        ],
        reuse=[
            Reuse(
                id="r-1",
                a=place(bote, "Die Brücke bei Altfurt habe 14 Risse"),
                b=place(kurier, "die Brücke bei Altfurt habe vierzehn Risse"),
                kind="edited",
                score=0.9,
            )
        ],
        lineages=[
            Lineage(id="l-1", articles=["a-bote", "a-kurier"], kind="edited"),
            Lineage(id="l-2", articles=["a-abend"], kind="single"),
        ],
        stories=[
            Story(id="story-1", title=bote.title or "", articles=["a-bote", "a-kurier", "a-abend"])
        ],
        claims=[circular, claim],
        discrepancies=[
            Discrepancy(
                id="d-1",
                kind="place",
                claims=["c-risse"],
                variants=[
                    Variant(
                        value="Altfurt", assertions=[AssertionReference(claim="c-risse", index=0)]
                    ),
                    Variant(
                        value="Neufurt", assertions=[AssertionReference(claim="c-risse", index=4)]
                    ),
                ],
            )
        ],
        drifts=[
            Drift(
                id="dr-1",
                claim="c-risse",
                hardening=True,
                steps=[
                    DriftStep(article="a-bote", assertion=0, change="none"),
                    DriftStep(
                        article="a-abend", assertion=4, change="figure", before="14", after="40"
                    ),
                ],
            )
        ],
        timeline=[
            TimelineEntry(
                date="2031-05-05",
                start="2031-05-05",
                end="2031-05-05",
                article="a-bote",
                span=Span(bote.text.index("am Montag"), bote.text.index("am Montag") + 9),
                claim="c-risse",
            )
        ],
    )


def revised() -> Analysis:
    """The invented analysis with a later version of its first article, and a note both repeat."""
    plain = analysis()
    note = "Mehr dazu lesen Sie morgen."
    first = plain.articles[0]
    bote = article(first.id, f"{first.text}\n\n{note}", path="1-bote.txt", outlet=first.outlet)
    text = bote.text.replace("14 Risse", "15 Risse").replace("teilte das Bauamt", "sagte das Amt")
    later = article("a-bote-2", text, path="4-bote.txt", outlet=first.outlet)
    bridge, notes = "Die Brücke bei Altfurt habe", [place(a, note) for a in (bote, later)]
    changes = [
        Change(
            kind="fact",
            before=place(bote, f"{bridge} 14 Risse, teilte das Bauamt am Montag mit."),
            after=place(later, f"{bridge} 15 Risse, sagte das Amt am Montag mit."),
        ),
        Change(
            kind="fact", before=place(bote, "Die Stadt könne das nicht bestätigen."), after=None
        ),
    ]
    return msgspec.structs.replace(
        plain,
        articles=[bote, *plain.articles[1:], later],
        versions=[Version(article=later.id, of=bote.id, kind="fact", changes=changes)],
        recurring=notes,
        lineages=[
            Lineage(id="l-1", articles=["a-bote", "a-kurier", later.id], kind="edited"),
            plain.lineages[1],
        ],
        stories=[
            msgspec.structs.replace(
                plain.stories[0], articles=[*plain.stories[0].articles, later.id]
            )
        ],
    )


def hostile(payload: str) -> Analysis:
    """The invented analysis with one text in every field that a stranger can fill."""
    plain = analysis()
    replace = msgspec.structs.replace
    articles = []
    for a in plain.articles:
        grown = a.text + "\n\n" + payload
        end = Sentence(id=f"s{len(a.sentences) + 1}", start=len(a.text) + 2, end=len(grown))
        articles.append(
            replace(
                a,
                text=grown,
                sentences=[*a.sentences, end],
                title=payload,
                outlet=payload + a.id,
                credits=[payload],
                url="javascript:" + payload,
                removed=[Removed(kind="other", text=payload)],
                warnings=[Doubt(code=payload, message=payload)],
            )
        )
    sources = [replace(s, name=payload + s.id, aliases=[payload]) for s in plain.sources]
    claims = [
        replace(c, text=payload, assertions=[replace(a, rule=payload) for a in c.assertions])
        for c in plain.claims
    ]
    discrepancies = [
        replace(d, variants=[replace(v, value=payload) for v in d.variants], note=payload)
        for d in plain.discrepancies
    ]
    drifts = [
        replace(d, steps=[replace(s, before=payload, after=payload) for s in d.steps])
        for d in plain.drifts
    ]
    return replace(
        plain,
        articles=articles,
        sources=sources,
        claims=claims,
        discrepancies=discrepancies,
        drifts=drifts,
        stories=[replace(s, title=payload, keywords=[payload]) for s in plain.stories],
        generator=Generator(version=payload, weights=payload),
    )


def many(count: int, name: str = "Blatt") -> Analysis:
    """An analysis of many articles that all copy one text."""
    plain = analysis()
    text = TEXTS["bote"]
    articles = [article(f"a-{n}", f"{text} Nr. {n}", outlet=f"{name} {n}") for n in range(count)]
    claim = msgspec.structs.replace(
        plain.claims[1],
        assertions=[
            held(a, "Die Brücke bei Altfurt habe 14 Risse", chain=[BAUAMT]) for a in articles
        ],
        articles=count,
        history=[],
    )
    pairs = list(pairwise(articles))
    words = "Die Stadt könne das nicht bestätigen."
    return msgspec.structs.replace(
        plain,
        articles=articles,
        claims=[claim],
        reuse=[
            Reuse(id=f"r-{a.id}", a=place(a, words), b=place(b, words), kind="verbatim", score=1.0)
            for a, b in pairs
        ],
        lineages=[Lineage(id="l-1", articles=[a.id for a in articles], kind="copy")],
        stories=[Story(id="story-1", title=name, articles=[a.id for a in articles])],
        discrepancies=[],
        drifts=[],
        timeline=[],
    )


def talkative(count: int) -> Analysis:
    """The invented analysis with many claims, all said in its first article."""
    plain = analysis()
    claims = [
        msgspec.structs.replace(plain.claims[0], id=f"c-{number}", assertions=[said], articles=1)
        for number, said in enumerate(plain.claims[0].assertions[:1] * count)
    ]
    return msgspec.structs.replace(plain, claims=[*plain.claims, *claims])


def empty() -> Analysis:
    """An analysis of one article in which nothing is claimed."""
    one = article("a-1", "Nur ein Satz.")
    return Analysis(generator=Generator(version="0"), created="2031-05-08", articles=[one])
