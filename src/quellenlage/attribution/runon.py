"""Speech that runs on without a frame, sentence after sentence.

"Sie sagte, es brenne. Die Straße sei gesperrt." (The street was closed, she said.) Which sentences
go on is told by their mood (`goingon`); those that follow one another are one attribution. It has
the speaker before it, who is not himself spoken of in another's speech.
"""

from __future__ import annotations

from bisect import bisect_left

from quellenlage.attribution.clauses import Clause
from quellenlage.attribution.drafts import Draft, by_sentence
from quellenlage.attribution.goingon import NEAR, is_close, kind_of
from quellenlage.attribution.reading import Range, Reading
from quellenlage.german.clause_words import (
    KNOWN_ARTICLES,
)
from quellenlage.german.speech import speech_noun

__all__ = ["carry_speakers", "running_speech"]


def running_speech(
    reading: Reading, clauses: dict[int, list[Clause]], drafts: list[Draft]
) -> list[Draft]:
    """Sentences in the Konjunktiv or with hearsay verbs, joined where they follow one another."""
    taken = by_sentence(reading, drafts)
    found: list[Draft] = []
    source: Draft | None = None
    for number in range(len(reading.sentences)):
        here = taken.get(number)
        if here:
            if source and _reports_speech(reading, clauses.get(number, []), here, source, number):
                found.append(_draft(reading, number, "IndirectFreeIndirect", source))
            if source and is_close(reading, source, number):
                _continue_source(reading, here, source)
            source = _last_speech(here) or source
            continue
        after = bool(found) and found[-1].end == reading.sentences[number][0]
        running = after and found[-1].type == "IndirectFreeIndirect"
        kind = kind_of(reading, clauses.get(number, []), source, number, running=running)
        if not kind:
            continue
        if _joins(reading, found, kind, number):
            found[-1].quote = [(found[-1].quote[0][0], reading.sentences[number][1])]
            continue
        draft = _draft(reading, number, kind, source)
        found.append(draft)
    return found


def _continue_source(reading: Reading, here: list[Draft], source: Draft) -> None:
    """Lets "den Angaben zufolge" go on with the chain before: nobody new gave them out."""
    for draft in here:
        if not draft.rule.startswith("frame/") or not draft.speaker:
            continue
        first, last = draft.speaker[0]
        noun = speech_noun(reading.lemma[last - 1])
        known = last == first + 2 and reading.low[first] in KNOWN_ARTICLES
        if noun and known and draft.sentence != source.sentence:
            draft.origin = source


def _reports_speech(
    reading: Reading, clauses: list[Clause], here: list[Draft], source: Draft, number: int
) -> bool:
    """Whether a verb of saying itself stands in the Konjunktiv: "Sie frage sich, ob …".

    The sentence goes on with the speaker before, who tells what somebody said.
    """
    main = next((clause for clause in clauses if clause.kind == "main"), None)
    return (
        main is not None
        and is_close(reading, source, number)
        and reading.mood[main.finite[0]] == "sub1"
        and all(
            draft.sentence == number
            and draft.rule.startswith("verb/")
            and any(a <= main.finite[0] < b for a, b in draft.frame)
            for draft in here
        )
    )


def _last_speech(drafts: list[Draft]) -> Draft | None:
    """Who spoke last in a sentence: not one who is spoken of inside another's speech."""
    known = [draft for draft in drafts if draft.speaker] or [d for d in drafts if d.cue]
    outer = [draft for draft in known if not any(_inside(draft, other) for other in known)]
    return max(
        outer or known,
        key=lambda draft: draft.start if not draft.rule.startswith("direct/nested") else -1,
        default=None,
    )


def _inside(draft: Draft, other: Draft) -> bool:
    """Whether the verb and speaker of one speech stand in the quote of another."""
    places = [first for first, _ in [*draft.cue, *draft.speaker]]
    return draft is not other and bool(places) and all(map(other.covers, places))


def _joins(reading: Reading, found: list[Draft], kind: str, number: int) -> bool:
    return bool(found) and found[-1].type == kind and found[-1].end == reading.sentences[number][0]


def _draft(reading: Reading, number: int, kind: str, source: Draft | None) -> Draft:
    quote: list[Range] = [reading.sentences[number]]
    return Draft(
        type="IndirectFreeIndirect" if kind == "IndirectFreeIndirect" else "FreeIndirect",
        quote=quote,
        rule="run-on/konjunktiv" if kind == "IndirectFreeIndirect" else "run-on/hearsay",
        sentence=number,
        speaker=source.speaker if source else [],
        medium=source.medium if source else "SW",
        origin=source,
    )


def carry_speakers(reading: Reading, drafts: list[Draft]) -> None:
    """Gives quotations that stand alone the speaker of the speech before them."""
    alone = [
        draft
        for draft in drafts
        if not draft.speaker and draft.rule.startswith(("direct/alone", "direct/colon"))
    ]
    if not alone:
        return
    taken = by_sentence(reading, drafts)
    spoken = sorted(
        (
            draft
            for draft in drafts
            if draft.speaker
            and not draft.rule.startswith(("frame/", "noun/"))
            and not any(_inside(draft, other) for other in taken.get(draft.sentence, []))
        ),
        key=lambda draft: draft.speaker[0],
    )
    starts = [draft.speaker[0][0] for draft in spoken]
    for draft in alone:
        at = bisect_left(starts, draft.start) - 1
        if at >= 0 and reading.sentence_of[draft.start] - reading.sentence_of[starts[at]] <= NEAR:
            draft.speaker, draft.origin = spoken[at].speaker, spoken[at]
