"""Links: the chain from the one who speaks in the article to the one whose word it is.

1. the speaker is a link, joint speakers are one link with several spans;
2. "unter Berufung auf X", "X zitierend" in the frame add the one whose word it is;
3. "laut X" inside what Y says: [Y, X]; speech inside speech: the outer links come first;
4. "sagte A laut B": B passes on A's word: [B, A].
"""

from __future__ import annotations

from quellenlage.attribution.drafts import Draft, DraftLink
from quellenlage.attribution.frames import source_in_frame
from quellenlage.attribution.phrases import joint_speakers, phrase_end
from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.german.speech import words_with_part

__all__ = ["chain_links"]


def chain_links(reading: Reading, drafts: list[Draft]) -> None:
    """Sets the links of all drafts, those of enclosing speech included."""
    own = {id(draft): _own_links(reading, draft) for draft in drafts}
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        for number in range(
            reading.sentence_of[draft.start], reading.sentence_of[draft.end - 1] + 1
        ):
            by_sentence.setdefault(number, []).append(draft)
    for draft in drafts:
        near = by_sentence.get(reading.sentence_of[draft.start], [])
        outer = [one for one in near if one is not draft and _encloses(one, draft)]
        outer.sort(key=_size, reverse=True)
        links: list[DraftLink] = []
        for one in [*outer, draft]:
            for link in own[id(one)]:
                if all(link.speakers != known.speakers for known in links):
                    links.append(link)
        draft.links = links


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.quote)


def _encloses(outer: Draft, inner: Draft) -> bool:
    """Whether the frame and quote of one speech stand inside the quote of another."""
    places = inner.cue or inner.quote
    return (
        all(any(a <= first and last <= b for a, b in outer.quote) for first, last in places)
        and any(a <= inner.start < b for a, b in outer.quote)
        and _size(outer) > _size(inner)
    )


def _own_links(reading: Reading, draft: Draft) -> list[DraftLink]:
    links: list[DraftLink] = []
    for speaker in draft.speaker[:1]:
        links.append(_link(reading, source_in_frame(reading, speaker)))
    for place in _resting_on(reading, draft):
        if links:
            links[-1].relay = True
        links.append(_link(reading, place))
    return links


def _link(reading: Reading, speaker: Range) -> DraftLink:
    speakers = joint_speakers(reading, speaker)
    return DraftLink(speakers, anonymous=_anonymous(reading, speaker), relay=False)


def _anonymous(reading: Reading, speaker: Range) -> bool:
    """Whether a speaker is left unnamed: "Berichten zufolge", "ein Insider", "aus Regierungskreisen"."""
    words = words_with_part("anonymous")
    nouns = [
        reading.lemma[place] for place in range(*speaker) if reading.pos[place] in NOMINAL
    ]
    if not nouns or any(reading.pos[place] == "PROPN" for place in range(*speaker)):
        return False
    return any(nouns[0] == word or (len(word) > 4 and nouns[0].endswith(word)) for word in words)


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
