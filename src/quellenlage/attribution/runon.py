"""Speech that runs on without a frame, sentence after sentence.

1. a sentence whose main clause stands in the Konjunktiv goes on with the speaker before it:
   "Sie sagte, es brenne. Die Straße sei gesperrt." (The street was closed, she said);
2. soll/sollen with an infinitive is hearsay of the source before: "Er soll geflohen sein" (he is
   said to have fled);
3. what happened to the one who has just spoken, in a form that may be Konjunktiv, is told by him:
   "Ihm entgingen täglich Aufträge" (he was losing orders every day);
4. the indicative ends it.
"""

from __future__ import annotations

from bisect import bisect_left

from quellenlage.attribution.clauses import Clause
from quellenlage.attribution.drafts import Draft, by_sentence
from quellenlage.attribution.reading import Range, Reading
from quellenlage.german.clause_words import (
    CONDITIONS,
    EXPERIENCERS,
    KNOWN_ARTICLES,
    PASSIVE,
    PLURAL_ENDING,
)
from quellenlage.german.morphology import may_be_subjunctive
from quellenlage.german.speech import speech_noun, words_with_part

__all__ = ["carry_speakers", "running_speech"]

NEAR = 3
"""A speaker is carried over at most this many sentences without speech of his own."""


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
            if source and _close(reading, source, number):
                _continue_source(reading, here, source)
            source = _last_speech(here) or source
            continue
        kind = _kind(reading, clauses.get(number, []), source, number)
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
        and _close(reading, source, number)
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


def _kind(reading: Reading, clauses: list[Clause], source: Draft | None, number: int) -> str:
    main = [clause for clause in clauses if clause.kind == "main"]
    if not main or (main[0] is clauses[0] and main[0].first_finite == main[0].start):
        return ""
    finite = main[0].finite
    moods = {reading.mood[place] for place in finite}
    if "sub1" in moods and "ind" not in moods:
        return "IndirectFreeIndirect"
    plain = [place for place in finite if reading.mood[place] == "ind"]
    alike = all(reading.low[place].endswith(PLURAL_ENDING) for place in plain)
    near = source is not None and _close(reading, source, number)
    told = near and source is not None and source.type in ("Indirect", "IndirectFreeIndirect")
    if alike and "sub2" in moods and told and not _conditional(reading, clauses):
        return "IndirectFreeIndirect"
    if near and source is not None and _befell_speaker(reading, main[0], source, number):
        return "IndirectFreeIndirect"
    hearsay = words_with_part("hearsay")
    if (
        source
        and _close(reading, source, number)
        and any(
            reading.lemma[place] in hearsay and not _planned(reading, main[0]) for place in finite
        )
    ):
        return "FreeIndirect"
    return ""


def _befell_speaker(reading: Reading, clause: Clause, source: Draft, number: int) -> bool:
    """Whether a clause tells what happened to the one who spoke in the sentence before (step 3)."""
    before = reading.sentence_of[source.end - 1]
    verb = clause.opener + 1
    return (
        bool(source.speaker)
        and before == number - 1
        and reading.paragraph[before] == reading.paragraph[number]
        and reading.low[clause.opener] in EXPERIENCERS
        and reading.pos[clause.opener] == "PRON"
        and clause.finite == [verb]
        and reading.low[verb].endswith(PLURAL_ENDING)
        and may_be_subjunctive(reading.low[verb])
    )


def _planned(reading: Reading, clause: Clause) -> bool:
    """Whether soll tells a plan, not hearsay: "soll gebaut werden" (is to be built)."""
    return reading.low[clause.end - 1] == PASSIVE


def _close(reading: Reading, source: Draft, number: int) -> bool:
    return number - reading.sentence_of[source.end - 1] <= NEAR


def _conditional(reading: Reading, clauses: list[Clause]) -> bool:
    """Whether a sentence sets a condition: "Sollte sich das bestätigen, wäre …" is own voice."""
    if clauses[0].kind == "main" and clauses[0].first_finite == clauses[0].start:
        return True
    return any(reading.low[clause.opener] in CONDITIONS for clause in clauses)


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
    for draft in drafts:
        if draft.speaker or not draft.rule.startswith(("direct/alone", "direct/colon")):
            continue
        at = bisect_left(starts, draft.start) - 1
        if at >= 0 and reading.sentence_of[draft.start] - reading.sentence_of[starts[at]] <= NEAR:
            draft.speaker, draft.origin = spoken[at].speaker, spoken[at]
