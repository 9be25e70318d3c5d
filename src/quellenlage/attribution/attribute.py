"""The cascade: from the words of an article to its attributions.

For every sentence
1. clauses and verbs of saying;
2. indirect speech of the verbs (`verb/…`);
3. frame phrases (`frame/…`);
4. das, dies pointing back to the sentence before (`pointing/…`);
5. nouns that take a clause (`noun/…`).
Then over the whole article
6. direct speech (`direct/…`), which takes over drafts of 2 and 3 that are quoted passages;
7. reported speech (`reported/…`) where a sentence has no attribution yet;
8. speech that runs on (`run-on/…`);
9. speech or writing, by who speaks;
10. links.
"""

from __future__ import annotations

import msgspec

from quellenlage.attribution.clauses import Clause, clauses_of
from quellenlage.attribution.cues import Cue, cues_in
from quellenlage.attribution.direct import direct_speech
from quellenlage.attribution.doubts import doubts_of
from quellenlage.attribution.drafts import Draft, by_sentence
from quellenlage.attribution.frames import framed_speech
from quellenlage.attribution.indirect import indirect_speech
from quellenlage.attribution.links import chain_links
from quellenlage.attribution.media import settle_media
from quellenlage.attribution.nested import nested_in_running_speech
from quellenlage.attribution.nominal import nominal_speech
from quellenlage.attribution.pointing import pointing_speech, reported_before
from quellenlage.attribution.reading import Reading
from quellenlage.attribution.reported import reported_speech
from quellenlage.attribution.runon import carry_speakers, running_speech
from quellenlage.attribution.unmarked import (
    block_speech,
    first_person_speech,
    same_words_again,
)
from quellenlage.model import Article, Attribution, Link, Span, Stage, content_id

__all__ = ["STAGE", "attribute"]

VERSION = "1"


def attribute(article: Article) -> list[Attribution]:
    """Who says what in an article, in the order of the text."""
    reading = Reading(article)
    drafts = _drafts(reading)
    chain_links(reading, drafts)
    drafts.sort(key=lambda draft: (draft.start, -draft.end, draft.type))
    return [_attribution(reading, draft) for draft in drafts]


def _drafts(reading: Reading) -> list[Draft]:
    clauses: dict[int, list[Clause]] = {}
    cues: dict[int, list[Cue]] = {}
    idle: dict[int, list[Cue]] = {}
    drafts: list[Draft] = []
    for number, sentence in enumerate(reading.sentences):
        pieces = clauses[number] = clauses_of(reading, sentence)
        found = cues[number] = cues_in(reading, pieces)
        spoken, idle[number] = indirect_speech(reading, number, pieces, found)
        spoken += framed_speech(reading, number, pieces, spoken)
        spoken += pointing_speech(reading, number, pieces, found)
        spoken += nominal_speech(reading, number, pieces, spoken)
        drafts += spoken
    drafts += direct_speech(reading, clauses, cues, drafts)
    taken = by_sentence(reading, drafts)
    for number in range(len(reading.sentences)):
        drafts += reported_speech(
            reading, number, clauses[number], idle[number], taken.get(number, [])
        )
    carry_speakers(reading, drafts)
    drafts += block_speech(reading, clauses, cues, by_sentence(reading, drafts))
    drafts += first_person_speech(reading, drafts)
    running = running_speech(reading, clauses, drafts)
    reported_before(reading, clauses, idle, running)
    drafts += nested_in_running_speech(reading, running, drafts)
    drafts += running
    carry_speakers(reading, drafts)
    same_words_again(reading, drafts)
    settle_media(reading, drafts)
    return drafts


def _attribution(reading: Reading, draft: Draft) -> Attribution:
    spans = reading.spans(draft.quote)
    return Attribution(
        id=content_id("q", reading.article.id, draft.type, draft.rule, *_flat(spans)),
        type=draft.type,
        quote=spans,
        speaker=reading.spans(draft.speaker),
        cue=reading.spans(draft.cue),
        frame=reading.spans(draft.frame),
        addressee=reading.spans(draft.addressee),
        medium=draft.medium,
        rule=draft.rule,
        links=[
            Link(speakers=reading.spans(link.speakers), anonymous=link.anonymous, relay=link.relay)
            for link in draft.links
        ],
    )


def _flat(spans: list[Span]) -> list[str]:
    return [str(span) for span in spans]


def _run(article: Article) -> Article:
    return msgspec.structs.replace(
        article,
        attributions=attribute(article),
        warnings=[*article.warnings, *doubts_of(article)],
    )


STAGE = Stage(
    name="attribution",
    version=VERSION,
    scope="article",
    requires=frozenset({"article.sentences", "article.words", "article.mentions"}),
    gives=frozenset({"article.attributions"}),
    run=_run,
)
"""Attribution as a stage of the chain."""
