"""Who speaks and who is spoken to: subjects before and behind a verb, joint speakers."""

from __future__ import annotations

from quellenlage.attribution.phrases import dative, not_subject, phrase_end
from quellenlage.attribution.reading import Range, Reading
from quellenlage.german.clause_words import (
    AS,
    BARE_PRONOUNS,
    CONVERSATIONS,
    DATIVE,
    DETERMINERS,
    ES,
    FOR,
    GENITIVE,
    HOW,
    INTERVIEW,
    INVERSIONS,
    JOINT,
    OBJECT_WORDS,
    PAIR_FILLERS,
    PAIRED,
    PREPOSITIONS,
    PRONOUNS_OBJECT,
    PRONOUNS_SUBJECT,
    THIS,
    TO_WHOM,
)

__all__ = ["addressee_in", "joint_speakers", "subject_after", "subject_before"]


def _skip_adjunct(reading: Reading, place: int, limit: int) -> int:
    """The end of an adverb or prepositional phrase at `place`; `place` if there is none."""
    pos, low = reading.pos[place], reading.low[place]
    if low in PREPOSITIONS or pos == "ADP":
        end = phrase_end(reading, place + 1, limit, attach=False)
        return max(end, place + 1)
    if pos in ("ADV", "PART", "SCONJ", "INTJ") or low in PRONOUNS_OBJECT or low == ES:
        return place + 1
    if pos == "ADJ" and (
        place + 1 >= limit or reading.pos[place + 1] not in ("NOUN", "PROPN", "ADJ")
    ):
        return place + 1
    return place


def _phrase_with_apposition(reading: Reading, start: int, limit: int, bound: int) -> int:
    """The end of a subject, with an apposition between commas: "Ada Weiß, Chefin der Bahn"."""
    end = phrase_end(reading, start, limit)
    if end > start and end + 1 < bound and reading.tokens[end] == ",":
        after = phrase_end(reading, end + 1, bound)
        if (
            after > end + 1
            and reading.low[end + 1] not in PRONOUNS_SUBJECT
            and not any(reading.finite[at] for at in range(end + 1, after))
            and (after >= bound or reading.tokens[after] in ",.:;")
        ):
            return after
    return end


def subject_after(reading: Reading, verb: int, limit: int, bound: int) -> Range | None:
    """The subject behind a verb ("sagte gestern [die Ministerin] in Bonn"), if there is one.

    `limit` ends the clause; an apposition may reach as far as `bound`.
    """
    place = verb + 1
    while place < limit:
        end = _skip_adjunct(reading, place, limit)
        if end > place:
            place = end
            continue
        end = _phrase_with_apposition(reading, place, limit, bound)
        if end == place:
            if reading.pos[place] in ("VERB", "AUX", "CCONJ") or reading.tokens[place] == ":":
                return None
            place += 1
        elif not_subject(reading, place, end) or (
            end == place + 1 and reading.low[place] in BARE_PRONOUNS
        ):
            place = end
        else:
            return place, end
    return None


def subject_before(reading: Reading, start: int, verb: int) -> Range | None:
    """The subject in front of a verb, if what stands there is one.

    "[Der Sprecher der Stadt, Jan Weiß], sagte" (the spokesman …) is; "Im Rathaus sagte" is not.
    """
    place = start + (start < verb and reading.low[start] == HOW)
    while place < verb and (
        reading.pos[place] in ("ADV", "CCONJ", "PART", "PUNCT")
        and not reading.finite[place]
        and not (verb == place + 1 and place > start and reading.tokens[place][:1].isupper())
    ):
        place += 1
    if place > start and reading.low[place - 1] in PAIRED:
        return place - 1, verb
    if place >= verb or reading.low[place] in PREPOSITIONS or reading.pos[place] == "ADP":
        return None
    if reading.low[place] == AS or reading.low[place] in OBJECT_WORDS:
        return None
    if reading.pos[place] == "ADJ" and place + 1 < verb and reading.pos[place + 1] == "ADV":
        return None
    end = phrase_end(reading, place, verb)
    if (
        end == place
        and reading.tokens[place][:1].isupper()
        and reading.pos[place] != "VERB"
        and (reading.low[place] not in DETERMINERS)
    ):
        end = place + 1
    if end == place or not_subject(reading, place, end):
        return None
    if end == place + 1 and reading.low[place] in THIS:
        return None
    if _plain_tail(reading, end, verb):
        return place, end
    tail = verb
    while tail > end and (
        reading.pos[tail - 1] in ("ADV", "PART") or reading.tokens[tail - 1] in ",–-"
    ):
        tail -= 1
    return place, tail


def _plain_tail(reading: Reading, end: int, verb: int) -> bool:
    """Whether only adverbs stand between a phrase and the verb."""
    return all(reading.pos[place] in ("ADV", "PART", "PUNCT") for place in range(end, verb))


def addressee_in(reading: Reading, start: int, end: int, subject: Range | None) -> Range | None:
    """The one spoken to: a dative phrase, or "gegenüber X", "im Interview mit X"."""
    place = start
    while place < end:
        if subject and subject[0] <= place < subject[1]:
            place = subject[1]
            continue
        low = reading.low[place]
        if low == TO_WHOM and place + 1 < end:
            after = phrase_end(reading, place + 1, end)
            if after > place + 1:
                return place + 1, after
        if low in CONVERSATIONS and place > start and INTERVIEW in reading.low[place - 1]:
            after = phrase_end(reading, place + 1, end)
            if after > place + 1:
                return place + 1, after
        if low in PREPOSITIONS or reading.pos[place] == "ADP":
            place = max(phrase_end(reading, place + 1, end), place + 1)
            continue
        if reading.pos[place] in ("DET", "PRON") or low in DATIVE:
            after = phrase_end(reading, place, end)
            if after > place and dative(reading, place, after):
                return place, after
            place = max(after, place + 1)
            continue
        place += 1
    return None


def joint_speakers(reading: Reading, place: Range) -> list[Range]:
    """The speakers in a phrase, one range for each: "die USA, Südkorea und ihre Partner"."""
    start, end = place
    cuts = [
        at
        for at in range(start + 1, end - 1)
        if reading.low[at] in JOINT and reading.passage_of[at] < 0
        and not reading.tokens[at - 1].endswith("-")
        and not _in_bracket(reading, start, at)
    ]  # fmt: skip
    low = reading.low
    if low[start] in INVERSIONS:
        closers = INVERSIONS[low[start]]
        middle = next((at for at in range(start + 1, end) if low[at] in closers), -1)
        if middle > 0:
            second = middle + 2 if low[middle + 1] in PAIR_FILLERS else middle + 1
            return [(start + 1, middle), (second, end)]
    if not cuts or not _whole_phrases(reading, start, cuts[-1], end):
        return [place]
    parts, first = [], start
    for at in range(start + 1, cuts[-1]):
        if (reading.tokens[at] == "," and reading.passage_of[at] < 0) or at in cuts:
            parts.append((first, at))
            first = at + 1
    parts += [(first, cuts[-1]), (cuts[-1] + 1, end)]
    kept = [part for part in parts if part[1] > part[0] and _names_somebody(reading, part)]
    return kept or [place]


def _names_somebody(reading: Reading, part: Range) -> bool:
    """Whether a joined part has a noun or pronoun: "mehrfach" has none."""
    return any(reading.pos[at] in ("NOUN", "PROPN", "PRON", "X", "NUM") for at in range(*part)) or (
        reading.tokens[part[1] - 1][:1].isupper()
    )


def _in_bracket(reading: Reading, start: int, place: int) -> bool:
    return "(" in reading.tokens[start:place] and ")" not in reading.tokens[start:place]


def _whole_phrases(reading: Reading, start: int, cut: int, end: int) -> bool:
    """Whether und joins speakers, not parts of a name ("Ministerium für Bau und Umwelt")."""
    after = reading.low[cut + 1]
    if after in DETERMINERS and after not in GENITIVE:
        return True
    between = reading.low[start:cut]
    if after in ("der", "die") or any(word in ("für", "der", "des", "von") for word in between[1:]):
        return after in ("der", "die") and FOR not in between
    return reading.pos[cut + 1] in ("PROPN", "NOUN", "ADJ", "NUM")
