"""Direct speech: which quoted passages are somebody's words, and whose.

1. a passage that a verb of saying or ", so X" takes as a whole: the roles are its;
2. a passage behind a colon, with or without a verb: "Ministerin Weiß: „…“";
3. a passage inside indirect speech: the roles of that speech, if it is more than a scare quote;
4. a passage inside the clause of a verb of saying or naming: "nannte das „falsch“";
5. a passage that is a sentence of its own: the speaker of the speech before it goes on.

Titles, names and scare quotes are none of these.
"""

from __future__ import annotations

from quellenlage.attribution.clauses import Clause
from quellenlage.attribution.cues import Cue
from quellenlage.attribution.drafts import Draft, by_sentence
from quellenlage.attribution.indirect import speaker_and_relays
from quellenlage.attribution.marks import Passage
from quellenlage.attribution.nested import joined, length_of, name_like, nested
from quellenlage.attribution.phrases import phrase_end
from quellenlage.attribution.reading import NOMINAL, Range, Reading
from quellenlage.attribution.speakers import addressee_in
from quellenlage.attribution.subjects import speaker_of_cue, subject_of
from quellenlage.german.clause_words import (
    AS,
    DETERMINERS,
    FOR,
    OF,
    PEOPLE,
    PREPOSITIONS,
    TITLE_ENDINGS,
    TITLE_VERBS,
)
from quellenlage.german.speech import is_thing

__all__ = ["direct_speech"]

SENTENCE_LENGTH = 5
"""A passage of as many words is speech; most shorter ones are names or scare quotes."""
SHORTEST_SENTENCE = 3
"""Words of the shortest passage that is speech where it stands as a sentence of its own."""
_ENDS = frozenset(".!?…")


def direct_speech(
    reading: Reading,
    clauses: dict[int, list[Clause]],
    cues: dict[int, list[Cue]],
    drafts: list[Draft],
) -> list[Draft]:
    """All direct speech; drafts whose quote is a passage are taken out of `drafts`."""
    found: list[Draft] = []
    touching = by_sentence(reading, drafts)
    converted: set[int] = set()
    for passage in reading.passages:
        sentence = reading.sentence_of[passage.start]
        near = [
            draft
            for number in range(sentence, reading.sentence_of[passage.end - 1] + 1)
            for draft in touching.get(number, [])
            if id(draft) not in converted
        ]
        whole = _taken_whole(reading, passage, near)
        if whole:
            if length_of(reading, passage) < 2 and not _ends_as_sentence(reading, passage):
                continue
            converted.add(id(whole))
            found.append(_converted(reading, whole, passage))
            continue
        draft = (
            _behind_colon(reading, passage, sentence, clauses, cues)
            or _named_in_frame(reading, passage, sentence, near, clauses, cues)
            or nested(reading, passage, sentence, near)
            or joined(reading, passage, found)
            or _any_verb_behind(reading, passage, clauses)
            or _in_clause(reading, passage, sentence, clauses, cues)
            or _alone(reading, passage, sentence, found)
        )
        if draft:
            found.append(draft)
    drafts[:] = [draft for draft in drafts if id(draft) not in converted]
    return found


def _ends_as_sentence(reading: Reading, passage: Passage) -> bool:
    return reading.tokens[passage.content[1] - 1] in _ENDS


def _taken_whole(reading: Reading, passage: Passage, drafts: list[Draft]) -> Draft | None:
    """The draft whose quote is the passage, or the part of it in one sentence."""
    first, last = passage.start, passage.end
    for draft in drafts:
        for start, end in draft.quote[:1]:
            inside = min(end, last) - max(start, first)
            if (
                inside > 0
                and inside >= 0.9 * (end - start) - 1
                and (
                    start >= first - 1
                    and inside >= 0.9 * (min(last, _stop(reading, start)) - max(first, start)) - 1
                )
            ):
                return draft
    return None


def _stop(reading: Reading, place: int) -> int:
    return reading.sentences[reading.sentence_of[place]][1]


def _converted(reading: Reading, draft: Draft, passage: Passage) -> Draft:
    quote: list[Range] = [(passage.start, passage.end)]
    frame = [
        (max(start, passage.end) if start >= passage.start else start, end)
        for start, end in draft.frame
    ]
    return Draft(
        type="Direct",
        quote=quote,
        rule=f"direct/{draft.rule}",
        sentence=draft.sentence,
        speaker=draft.speaker,
        cue=draft.cue,
        frame=[place for place in frame if place[1] > place[0]],
        addressee=draft.addressee,
        medium="Speech" if draft.medium in ("SW", "ST") else draft.medium,
        relays=draft.relays,
    )


def _behind_colon(
    reading: Reading,
    passage: Passage,
    sentence: int,
    clauses: dict[int, list[Clause]],
    cues: dict[int, list[Cue]],
) -> Draft | None:
    """ "Ministerin Weiß: „…“", also where the colon ends a sentence."""
    colon = passage.start - 1
    if colon < 1 or reading.tokens[colon] != ":":
        return None
    if length_of(reading, passage) < SENTENCE_LENGTH and not _ends_as_sentence(reading, passage):
        return None
    home = reading.sentence_of[colon]
    start = reading.sentences[home][0]
    speaker: Range | None = None
    cue: list[Range] = []
    relays: list[Range] = []
    here = clauses[home]
    found = [one for one in cues.get(home, []) if one.verb_at < colon and one.finite >= 0]
    found = [one for one in found if here[one.clause].kind == "main"] or found
    if found:
        speaker, relays = speaker_and_relays(reading, here, found[-1], colon)
        cue = found[-1].places
        if speaker and reading.low[speaker[0]] == PEOPLE:
            speaker = None
    else:
        end = phrase_end(reading, start, colon)
        speaker = (start, end) if end >= colon - 3 and end > start else None
        verbs = [
            (n, one.finite[0])
            for n, one in enumerate(here)
            if one.kind == "main" and one.finite and one.finite[0] < colon
        ]
        if speaker is None and verbs:
            speaker = subject_of(reading, here, verbs[0][0], verbs[0][1], colon)
        speaker = speaker if speaker and not _thing(reading, speaker) else None
    return Draft(
        type="Direct",
        quote=[(passage.start, passage.end)],
        rule="direct/colon",
        sentence=sentence,
        speaker=[speaker] if speaker else [],
        cue=cue,
        frame=[(start, colon + 1)],
        medium="Speech",
        relays=relays,
    )


def _thing(reading: Reading, phrase: Range) -> bool:
    """Whether what stands before a colon never speaks: "Die Kapazitäten reichten nicht: „…“"."""
    nouns = [place for place in range(*phrase) if reading.pos[place] in NOMINAL]
    return bool(nouns) and reading.pos[nouns[0]] == "NOUN" and is_thing(reading.lemma[nouns[0]])


def _named_in_frame(
    reading: Reading,
    passage: Passage,
    sentence: int,
    drafts: list[Draft],
    clauses: dict[int, list[Clause]],
    cues: dict[int, list[Cue]],
) -> Draft | None:
    """A passage with a verb of its own inside a frame: "Laut Radio nannte Holm das „Unsinn“"."""
    around = [draft for draft in drafts if draft.covers(passage.start)]
    if not around or not all(draft.rule.startswith("frame/") for draft in around):
        return None
    return _in_clause(reading, passage, sentence, clauses, cues)


def _any_verb_behind(
    reading: Reading, passage: Passage, clauses: dict[int, list[Clause]]
) -> Draft | None:
    """A sentence in marks before a frame with any other verb: "„…“, strich sie heraus"."""
    if length_of(reading, passage) < SENTENCE_LENGTH:
        return None
    home = reading.sentence_of[passage.end - 1]
    here = clauses.get(home, [])
    for at, clause in enumerate(here):
        if clause.start in (passage.end, passage.end + 1) and clause.kind == "main":
            verb = clause.finite[0]
            speaker = (
                subject_of(reading, here, at, verb, clause.end) if verb == clause.start else None
            )
            if speaker is None or speaker[0] < verb or clause.lead not in ("", ","):
                return None
            return Draft(
                type="Direct",
                quote=[(passage.start, passage.end)],
                rule="direct/any-verb",
                sentence=home,
                speaker=[speaker],
                cue=[(verb, verb + 1)],
                frame=[(passage.end, clause.end)],
                medium="Speech",
            )
    return None


def _in_clause(
    reading: Reading,
    passage: Passage,
    sentence: int,
    clauses: dict[int, list[Clause]],
    cues: dict[int, list[Cue]],
) -> Draft | None:
    """A passage as object or complement: "nannte den Plan „einen Irrweg“"."""
    here = clauses.get(sentence, [])
    at = next((n for n, one in enumerate(here) if one.start <= passage.start < one.end), -1)
    for cue in cues.get(sentence, []):
        if cue.clause != at or not _takes_passage(reading, cue, passage):
            continue
        speaker = speaker_of_cue(reading, here, cue)
        if speaker is None or reading.low[speaker[0]] == PEOPLE:
            continue
        if speaker[0] <= passage.start < speaker[1] or _is_title(reading, cue, speaker):
            continue
        first, end = reading.sentences[sentence]
        clause = here[at]
        addressee = addressee_in(reading, clause.start, passage.start, speaker)
        body_end = reading.body_end((first, end))
        frame = [(first, passage.start), (passage.end, max(min(clause.end, body_end), passage.end))]
        return Draft(
            type="Direct",
            quote=[(passage.start, passage.end)],
            rule="direct/in-clause",
            sentence=sentence,
            speaker=[speaker] if speaker else [],
            cue=cue.places,
            frame=[place for place in frame if place[1] > place[0]],
            addressee=[addressee] if addressee else [],
            medium="Speech" if cue.verb.medium in ("SW", "ST") else cue.verb.medium,
        )
    return None


def _takes_passage(reading: Reading, cue: Cue, passage: Passage) -> bool:
    """Whether the verb of a clause takes a passage in it as somebody's words."""
    takes, before = cue.verb.takes, passage.start - 1
    if "attitude" in takes:
        return False
    if reading.low[before] == AS and cue.verb_at != before:
        return "naming" in takes or "object" in takes
    length, titled = length_of(reading, passage), _titled(reading, passage)
    if length >= SENTENCE_LENGTH:
        return not titled
    naming = not takes.isdisjoint({"naming", "naming-for"})
    if naming or not OF.isdisjoint(cue.verb.prepositions):
        named = reading.pos[before] in NOMINAL and name_like(reading, passage)
        return not named and not _in_phrase(reading, before)
    return length >= 2 and "quote" in takes and not name_like(reading, passage) and not titled


def _titled(reading: Reading, passage: Passage) -> bool:
    """Whether a passage begins like a title: with a capital, and without a finite verb."""
    first, _ = passage.content
    capital = reading.tokens[first][:1].isupper()
    return capital and not _has_verb(reading, passage) and not _ends_as_sentence(reading, passage)


def _in_phrase(reading: Reading, before: int) -> bool:
    """Whether a passage stands in a prepositional phrase: "mit dem „Deutschlandfunk“"."""
    low = reading.low
    if low[before] in DETERMINERS and before:
        before -= 1
    return low[before] in PREPOSITIONS and low[before] not in OF and low[before] != FOR


def _is_title(reading: Reading, cue: Cue, speaker: Range) -> bool:
    """ "Der Titel lautet „…“" is a name, not speech."""
    return cue.verb.lemma in TITLE_VERBS and any(
        reading.lemma[place].endswith(TITLE_ENDINGS) for place in range(*speaker)
    )


def _alone(reading: Reading, passage: Passage, sentence: int, found: list[Draft]) -> Draft | None:
    """A passage that is a sentence, or several: it goes on with the speaker before."""
    first, _ = reading.sentences[sentence]
    if length_of(reading, passage) < SENTENCE_LENGTH and not _whole_sentence(reading, passage):
        return None
    opens = passage.start <= first + 1
    before = found[-1] if found else None
    near = before is not None and sentence - reading.sentence_of[before.end - 1] <= 2
    if not _has_verb(reading, passage):
        return None
    return Draft(
        type="Direct",
        quote=[(passage.start, passage.end)],
        rule="direct/alone",
        sentence=sentence,
        speaker=before.speaker if before and near else [],
        frame=before.frame if before and near and opens else [],
        cue=before.cue if before and near and opens else [],
        medium="Speech",
    )


def _whole_sentence(reading: Reading, passage: Passage) -> bool:
    """Whether a passage is a short sentence with its own mark: "„Da müssen wir reagieren.“"."""
    first, _ = reading.sentences[reading.sentence_of[passage.start]]
    return (
        passage.start == first
        and length_of(reading, passage) >= SHORTEST_SENTENCE
        and _ends_as_sentence(reading, passage)
    )


def _has_verb(reading: Reading, passage: Passage) -> bool:
    first, last = passage.content
    return any(reading.finite[place] for place in range(first, last))
