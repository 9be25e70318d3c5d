"""Links: the chain from the one who speaks in the article to the one whose word it is.

1. the speaker is a link, joint speakers are one link with several spans;
2. "unter Berufung auf X", "X zitierend" in the frame add the one whose word it is;
3. "laut X" inside what Y says: [Y, X]; speech inside speech: the outer links come first;
4. "sagte A laut B": B passes on A's word: [B, A].
"""

from __future__ import annotations

from functools import cache

from quellenlage.attribution.drafts import Draft, DraftLink, by_sentence
from quellenlage.attribution.frames import source_in_frame
from quellenlage.attribution.phrases import phrase_end
from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.attribution.speakers import joint_speakers
from quellenlage.german.clause_words import (
    GENITIVE,
    SINGULAR_DEFINITE,
)
from quellenlage.german.speech import outlet_names, words_with_part

__all__ = ["chain_links", "is_medium"]

SHORTEST_HEAD = 4
"""Letters of a word for a paper or station that compounds are known by."""


def chain_links(reading: Reading, drafts: list[Draft]) -> None:
    """Sets the links of all drafts, those of enclosing speech included."""
    _clip_frames(reading, drafts)
    own = {id(draft): _own_links(reading, draft) for draft in drafts}
    touching = by_sentence(reading, drafts)
    for draft in drafts:
        near = touching.get(reading.sentence_of[draft.start], [])
        outer = [one for one in near if one is not draft and _encloses(one, draft)]
        outer.sort(key=_size, reverse=True)
        links: list[DraftLink] = []
        for one in [*outer, draft]:
            for link in own[id(one)]:
                if all(link.speakers != known.speakers for known in links):
                    links.append(link)
        draft.links = [
            DraftLink(
                link.speakers,
                anonymous=link.anonymous,
                relay=after < len(links) and (link.relay or is_medium(reading, link.speakers[0])),
            )
            for after, link in enumerate(links, 1)
        ]


def _clip_frames(reading: Reading, drafts: list[Draft]) -> None:
    """Cuts from the frame of speech inside speech what belongs to the frame around it."""
    touching = by_sentence(reading, drafts)
    for inner in drafts:
        if not inner.frame or not inner.cue or inner.type not in ("Indirect", "Reported"):
            continue
        cue = inner.cue[0][0]
        for outer in touching.get(inner.sentence, []):
            if outer is inner or outer.type != "Indirect":
                continue
            floor = next((a for a, b in outer.quote if a <= cue < b), 0)
            inner.frame = [(max(a, floor), b) for a, b in inner.frame if b > max(a, floor)]


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.quote)


def _encloses(outer: Draft, inner: Draft) -> bool:
    """Whether the frame and quote of one speech stand inside the quote of another."""
    places = inner.cue or inner.quote
    return (
        all(any(a <= first and last <= b for a, b in outer.quote) for first, last in places)
        and any(a <= inner.start < b for a, b in outer.quote)
        and (_size(outer), _frames(outer)) > (_size(inner), _frames(inner))
    )


def _frames(draft: Draft) -> bool:
    """Whether a draft comes from a frame phrase: with as wide a quote it is the outer one."""
    return draft.rule.startswith("frame/")


def _own_links(reading: Reading, draft: Draft) -> list[DraftLink]:
    if draft.origin is not None and (
        draft.origin.speaker == draft.speaker or draft.rule.startswith("frame/")
    ):
        return _own_links(reading, draft.origin)
    links = [_link(reading, relay) for relay in draft.relays]
    for link in links:
        link.relay = True
    if draft.speaker:
        links.append(_link(reading, source_in_frame(reading, draft.speaker[0])))
    for place in _resting_on(reading, draft):
        if links:
            links[-1].relay = True
        links.append(_link(reading, place))
    return links


def _link(reading: Reading, speaker: Range) -> DraftLink:
    speakers = joint_speakers(reading, speaker)
    return DraftLink(speakers, anonymous=_anonymous(reading, speaker), relay=False)


def _anonymous(reading: Reading, speaker: Range) -> bool:
    """Whether a speaker is left unnamed: "Berichten zufolge", "ein Insider"."""
    start, end = speaker
    nouns = [place for place in range(start, end) if reading.pos[place] in NOMINAL]
    if not nouns or any(reading.pos[place] == "PROPN" for place in nouns[1:]):
        return False
    lemma = reading.lemma[nouns[0]]
    unnamed = words_with_part("unnamed")
    if reading.low[start] in SINGULAR_DEFINITE and lemma not in unnamed:
        return False
    if lemma in words_with_part("anonymous"):
        return (
            nouns[0] + 1 >= end or reading.low[nouns[0] + 1] not in GENITIVE or (lemma in unnamed)
        )
    return reading.low[nouns[0]].endswith(tuple(words_with_part("unnamed-ending")))


def is_medium(reading: Reading, speaker: Range) -> bool:
    """Whether a speaker is a paper, station or agency."""
    relays = words_with_part("relay")
    names = outlet_names()
    for place in range(*speaker):
        lemma = reading.lemma[place]
        if reading.tokens[place] in names or lemma in relays:
            return True
        if reading.pos[place] in NOMINAL and lemma.endswith(_relay_heads()):
            return True
    return False


@cache
def _relay_heads() -> tuple[str, ...]:
    """The relays that a compound can end with: "Inselzeitung"."""
    return tuple(word for word in words_with_part("relay") if len(word) >= SHORTEST_HEAD)


def _resting_on(reading: Reading, draft: Draft) -> list[Range]:
    """ "unter Berufung auf X", "mit Verweis auf X" in the frame or the quote's sentence."""
    words = words_with_part("resting-on")
    found: list[Range] = []
    for first, last in draft.frame:
        for place in range(first, last - 2):
            if reading.low[place] in words and reading.low[place + 1] == "auf":
                end = phrase_end(reading, place + 2, last)
                if end > place + 2:
                    found.append((place + 2, end))
    return found
