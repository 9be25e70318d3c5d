"""Noun phrases: where one begins and ends, and in which case it stands.

Case is read from the article ("dem Sender", to the station) and, for "der", from the ending of the
noun ("der Zeitung", to the paper; "der Sprecher", the spokesman).
"""

from __future__ import annotations

from quellenlage.attribution.reading import NOMINAL, Reading
from quellenlage.german.clause_words import (
    ACCUSATIVE,
    AMBIGUOUS_DATIVES,
    ATTACHING,
    BELONGING,
    DATIVE,
    DATIVE_PLURAL_ENDINGS,
    DETERMINERS,
    FEMININE_ENDINGS,
    GENITIVE,
    JOINERS,
    OF,
    PARTICIPLE_ENDINGS,
    PERSONAL_PRONOUNS,
    PLACES,
    PREPOSITIONS,
    PRONOUNS_OBJECT,
    PRONOUNS_SUBJECT,
    SUBJECT_ARTICLES,
    WHOLE_PRONOUNS,
)
from quellenlage.german.date_lexicon import tells_when

__all__ = ["dative", "not_subject", "phrase_end", "phrase_start"]

LONGEST_ATTRIBUTE = 12
"""An attribute before a noun has fewer words ("die zur Stadt gehörende")."""
SLASH = "/"
LONGEST_PHRASE = 30
"""No noun phrase is read further than this many words."""
_INSIDE = frozenset({"DET", "ADJ", "NUM"})


def _premodifiers(reading: Reading, place: int, limit: int) -> int:
    """The end of articles, numbers and adjectives before a noun."""
    pos, low = reading.pos, reading.low
    if place + 1 < limit and low[place] in DETERMINERS and low[place + 1] in PREPOSITIONS:
        place = _long_attribute(reading, place, limit)
    while place < limit and (
        pos[place] in _INSIDE
        or low[place] in DETERMINERS
        or (pos[place] == "ADV" and place + 1 < limit and pos[place + 1] in ("ADJ", "NUM"))
        or (reading.tokens[place] in "„»“\"'" and place + 1 < limit)
        or (
            pos[place] == "VERB"
            and not reading.finite[place]
            and low[place][-1:] in "erns"
            and place + 1 < limit
            and pos[place + 1] in ("NOUN", "ADJ", "PROPN")
        )
    ):
        place += 1
    return place


def _long_attribute(reading: Reading, place: int, limit: int) -> int:
    """The end of an attribute with a phrase of its own: "die in Bonn lebende Autorin"."""
    for at in range(place + 2, min(limit - 1, place + LONGEST_ATTRIBUTE)):
        low = reading.low[at]
        if reading.pos[at] == "PUNCT" or (reading.finite[at] and reading.pos[at] == "AUX"):
            break
        if (
            low.endswith(PARTICIPLE_ENDINGS)
            and not reading.tokens[at][:1].isupper()
            and reading.tokens[at + 1][:1].isupper()
            and low not in DETERMINERS
            and low not in PREPOSITIONS
        ):
            return at
    return place


def _core_end(reading: Reading, place: int, limit: int) -> int:
    """The end of a phrase without what hangs on its noun; `place` itself if there is none."""
    start, pos = place, reading.pos
    if reading.low[place] in WHOLE_PRONOUNS:
        return place + 1
    if reading.low[place] in PRONOUNS_SUBJECT and (
        place + 1 >= limit or pos[place + 1] not in ("NOUN", "ADJ", "PROPN")
    ):
        return place + 1
    place = _premodifiers(reading, place, limit)
    head = place
    while (
        _slashed(reading, place, head, limit)
        or _truncated(reading, place, limit)
        or (
            place < limit
            and not _dative_behind_name(reading, head, place)
            and (
                pos[place] in NOMINAL
                or pos[place] == "X"
                or (
                    place > head
                    and pos[place] == "NUM"
                    and (place + 1 >= limit or pos[place + 1] not in ("NOUN", "ADJ", "NUM"))
                )
                or (place > head and reading.passage_of[place] >= 0)
                or (
                    pos[place]
                    not in ("VERB", "AUX", "ADP", "PUNCT", "CCONJ", "SCONJ", "PRON", "ADV")
                    and reading.tokens[place][:1].isupper()
                )
            )
        )
    ):
        place += 2 if _truncated(reading, place, limit) else 1
    if place == head:
        return head if head > start and pos[head - 1] in ("NUM", "PRON", "ADJ", "DET") else start
    return place


def _truncated(reading: Reading, place: int, limit: int) -> bool:
    """Whether half a compound waits for the other: "das Bau- und Verkehrsamt"."""
    return (
        place + 2 < limit
        and reading.tokens[place].endswith("-")
        and reading.tokens[place][:1].isupper()
        and reading.low[place + 1] in JOINERS
        and reading.tokens[place + 2][:1].isupper()
    )


def _slashed(reading: Reading, place: int, head: int, limit: int) -> bool:
    """Whether a stroke joins two halves of a name: "CDU/CSU-Fraktion"."""
    return (
        head < place < limit - 1
        and reading.tokens[place] == SLASH
        and (reading.tokens[place + 1][:1].isupper())
    )


def _dative_behind_name(reading: Reading, head: int, place: int) -> bool:
    """Whether those spoken to follow a name: "sagte Thorn Journalisten" (told journalists)."""
    return (
        place > head
        and reading.pos[place - 1] == "PROPN"
        and reading.pos[place] == "NOUN"
        and reading.low[place].endswith(DATIVE_PLURAL_ENDINGS)
        and reading.low[place] != reading.lemma[place]
    )


def _bracket_end(reading: Reading, place: int, limit: int) -> int:
    """The end of a short bracket that begins at `place` ("(SPD)"), else `place`."""
    for end in range(place + 1, min(limit, place + 8)):
        if reading.tokens[end] == ")":
            return end + 1
        if reading.finite[end]:
            break
    return place


def _quoted_name_end(reading: Reading, place: int, limit: int) -> int:
    """The end of a short name in quotation marks that begins at `place`."""
    passage = reading.passage_at(place)
    if passage and passage.start == place and passage.end <= limit and passage.end - place <= 7:
        return passage.end
    return place


def phrase_end(reading: Reading, start: int, limit: int, attach: bool = True) -> int:
    """The end of the noun phrase that begins at `start`; `start` if none begins there.

    Genitives, brackets, names in marks, "von …" and joined phrases belong to it, other
    prepositional phrases if `attach` and the noun before is no name.
    """
    limit = min(limit, start + LONGEST_PHRASE)
    if start >= limit:
        return start
    place = _quoted_name_end(reading, start, limit)
    if place == start:
        place = _core_end(reading, start, limit)
    if place == start or (place == start + 1 and reading.low[start] in PERSONAL_PRONOUNS):
        return place
    while place < limit:
        after = _extension(reading, start, place, limit, attach)
        if after == place:
            break
        place = after
    return place


def _extension(reading: Reading, start: int, place: int, limit: int, attach: bool) -> int:
    low, pos = reading.low[place], reading.pos
    token = reading.tokens[place]
    if token == "(":
        return _bracket_end(reading, place, limit)
    if reading.passage_of[place] >= 0:
        return _quoted_name_end(reading, place, limit)
    if place + 1 >= limit:
        return place
    if low in GENITIVE and pos[place - 1] == "NOUN":
        end = _core_end(reading, place, limit)
        return end if end > place + 1 else place
    if low in OF or (attach and low in ATTACHING and _attaches(reading, place)):
        end = _core_end(reading, place + 1, limit)
        return end if end > place + 1 else place
    if low in JOINERS:
        return _joined(reading, place, limit)
    return place


def _attaches(reading: Reading, place: int) -> bool:
    """Whether a prepositional phrase belongs to the noun before it: "die Regierung in Lomé"."""
    if reading.pos[place - 1] != "NOUN":
        return False
    if reading.low[place] in BELONGING:
        return place + 1 < len(reading.pos) and reading.pos[place + 1] != "NUM"
    return (
        place + 1 < len(reading.pos)
        and reading.pos[place + 1] == "PROPN"
        and reading.low[place] in PLACES
    )


def _joined(reading: Reading, place: int, limit: int) -> int:
    """The end of a second phrase joined by und, unless it is the subject of another verb."""
    if reading.low[place + 1] in PREPOSITIONS or reading.low[place + 1] in PRONOUNS_SUBJECT:
        return place
    end = _core_end(reading, place + 1, limit)
    if end == place + 1 or (end < limit and reading.finite[end] and end + 1 < limit):
        return place
    return end


def phrase_start(reading: Reading, end: int, floor: int) -> int:
    """Where the noun phrase that ends at `end` begins ("[ersten Angaben] zufolge")."""
    pos, place = reading.pos, end
    while place > floor and (
        pos[place - 1] in NOMINAL
        or pos[place - 1] in _INSIDE
        or pos[place - 1] == "X"
        or reading.low[place - 1] in DETERMINERS
        or (reading.passage_of[place - 1] >= 0 and reading.tokens[place - 1] != "„")
        or reading.low[place - 1] in ("des", *OF)
        or (reading.tokens[place - 1] == "„" and reading.passage_of[place] >= 0)
    ):
        place -= 1
    if place < end and reading.low[place] in OF:
        place += 1
    if (
        place + 1 < end
        and reading.low[place] in DETERMINERS
        and reading.low[place + 1] in DETERMINERS
    ):
        place += 1
    return place


def dative(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase stands in the dative, as far as its article and noun tell."""
    low = reading.low[start]
    if low in DATIVE:
        return True
    if low == "den":
        return reading.low[end - 1].endswith("n") and reading.pos[end - 1] == "NOUN"
    if low in AMBIGUOUS_DATIVES:
        return _feminine(reading, start, end)
    return False


def _feminine(reading: Reading, start: int, end: int) -> bool:
    for place in range(start + 1, end):
        if reading.pos[place] == "NOUN":
            return reading.low[place].endswith(FEMININE_ENDINGS)
        if reading.low[place] in GENITIVE:
            break
    return False


def _tells_when(reading: Reading, start: int, end: int) -> bool:
    """Whether all nouns of a phrase are of time: "vergangene Woche"; "Die Woche" may be a paper."""
    nouns = [reading.tokens[at] for at in range(start, end) if reading.pos[at] in NOMINAL]
    named = end == start + 2 and reading.low[start] in SUBJECT_ARTICLES
    return bool(nouns) and not named and all(map(tells_when, nouns))


def not_subject(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase cannot be the subject: accusative or dative by its form, or tells when."""
    low = reading.low[start]
    if _tells_when(reading, start, end):
        return True
    if low == "den":
        return True
    return low in ACCUSATIVE or low in PRONOUNS_OBJECT or dative(reading, start, end)
