"""Propositions: a claim in a sentence of its own, without its speaker.

The text is made from one passage, never from two: the one that asserts plainly in a main clause,
names most of what the claim's passages name, and is short. Its frame is left out; what was said
becomes a main clause in the indicative ("sie seien gereist" → "Sie sind gereist", they have
travelled). Where that is not certain for the best passage, the next best one speaks for the claim;
where it is certain for none, the best one stands as in its article, frame and all. An answer speaks
for a claim only where nothing else does; then what it answers is the claim, as a clause ("bestritt,
[dass das Tor offen war]") or a phrase ("bestritt [den Verkauf der Werft]").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from quellenlage.claims.answers import ANSWERS
from quellenlage.claims.features import Vector
from quellenlage.claims.passages import SAID_AS_INFINITIVE, Passage
from quellenlage.claims.stances import Holding
from quellenlage.german.answered import thing_answered
from quellenlage.german.propositions import (
    clause_at_issue,
    is_frame_closer,
    joined,
    main_clause,
    runs_together,
)
from quellenlage.german.rewordings import blamed, with_antecedent
from quellenlage.model import Article, Word, inside, within

__all__ = ["Wording", "proposition_text"]

_AGAINST = ANSWERS - {"confirms"}
GOOD_LENGTH = range(5, 26)
"""Words of a readable proposition."""
PLAIN = 0.6
"""What it adds that a passage makes a main clause for certain; a reader stumbles over all else."""
POINTING = 0.7
"""What it takes away that a passage begins with a pronoun, which means nothing without what stands
before it."""
GLUED = 0.8
"""What it takes away that two sentences run together in a passage; no reader follows."""
AT_ISSUE = 0.3
"""What it adds that an answer names in a clause what it answers; where nobody asserts the claim,
that clause is its only positive wording."""
MOST_TRIED = 12
"""Passages of a claim, the best first, of which a main clause is tried."""


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that may word its claim: what it says, and how it holds it."""

    passage: Passage
    vector: Vector
    held: Holding


def proposition_text(wordings: Sequence[Wording], article_of: Mapping[str, Article]) -> str:
    """The claim of some passages in one sentence."""
    made = [wording for wording in wordings if not _only_answers(wording)]
    wordings = made or wordings
    centre: dict[str, float] = {}
    for wording in wordings:
        for key, value in wording.vector.items():
            centre[key] = centre.get(key, 0.0) + value / len(wordings)
    fitness = [_fitness(wording, centre) for wording in wordings]
    order = sorted(range(len(wordings)), key=lambda place: (-fitness[place], place))
    clauses = {
        place: text
        for place in order[:MOST_TRIED]
        if (text := _plain(wordings[place], article_of[wordings[place].passage.article]))
    }
    best = max(order, key=lambda place: (fitness[place] + PLAIN * (place in clauses), -place))
    named = None if made or _at_issue(wordings[best]) else _thing(wordings, order)
    if named is not None:
        return named
    if best in clauses:
        return clauses[best]
    return _as_it_stands(wordings[best].passage, article_of[wordings[best].passage.article])


def _only_answers(wording: Wording) -> bool:
    """Whether a passage tells that something is denied or open, and not in a clause what it is."""
    if wording.held.formula:
        return True
    return wording.held.stance in _AGAINST and _at_issue(wording) is None


def _thing(wordings: Sequence[Wording], order: Sequence[int]) -> str | None:
    """What answers are about, by the first that names it in a phrase."""
    for place in order[:MOST_TRIED]:
        passage = wordings[place].passage
        if found := thing_answered(passage.words):
            return joined(found)
    return None


def _fitness(wording: Wording, centre: Vector) -> float:
    """How well a passage stands for its claim."""
    held, passage = wording.held, wording.passage
    content = [word for word in passage.content if word.pos != "PUNCT"]
    return (
        sum(value * centre.get(key, 0.0) for key, value in wording.vector.items())
        + 0.5 * (held.stance in ("asserts", "expects"))
        + 0.3 * (len(content) in GOOD_LENGTH)
        - 0.4 * passage.headline
        + AT_ISSUE * (_at_issue(wording) is not None)
        - POINTING * any(word.pos == "PRON" for word in content[:2])
        - GLUED * runs_together(passage.words)
        - 0.8 * held.formula
    )


def _plain(wording: Wording, article: Article) -> str | None:
    """The passage without its frame as a main clause; None if that is not certain."""
    passage = wording.passage
    if wording.held.formula:
        return None
    if (asked := _at_issue(wording)) is not None:
        return main_clause(asked, reported=True, at_issue=True)
    if (whole := _completed(passage, article)) is not None:
        return main_clause(whole, reported=False)
    words = passage.words if _acts(passage) else passage.content
    if len(words) < len(passage.words) and not _is_cut_cleanly(passage):
        return None
    sentence = within(article.words, article.sentences[passage.sentence])
    attribution = passage.attribution
    reported = attribution is not None and attribution.type != "Direct"
    return main_clause(
        words,
        reported=reported and wording.held.stance != "conditional",
        before=[word for word in sentence if word.end <= passage.start],
    )


def _completed(passage: Passage, article: Article) -> Sequence[Word] | None:
    """A relative clause or an infinitive of blame, with what it lacks from its sentence."""
    sentence = within(article.words, article.sentences[passage.sentence])
    if passage.kind == "relative":
        return with_antecedent(
            passage.words, [word for word in sentence if word.end <= passage.start]
        )
    attribution = passage.attribution
    if attribution is None or attribution.rule != SAID_AS_INFINITIVE:
        return None
    clause = [word for word in passage.words if any(inside(word, q) for q in attribution.quote)]
    frame = [w for w in sentence if not any(inside(w, spoken) for spoken in attribution.speaker)]
    return blamed(frame, clause) if clause else None


def _at_issue(wording: Wording) -> Sequence[Word] | None:
    """What an answer is about, where it says so: "bestritt, | dass das Tor offen war"."""
    answers = wording.held.stance in ANSWERS
    return clause_at_issue(wording.passage.words) if answers else None


def _acts(passage: Passage) -> bool:
    """Whether the verb of a passage is that of the one who speaks: "sprach von einem Weckruf"."""
    cues = passage.attribution.cue if passage.attribution else []
    return any(word.finite and inside(word, cue) for word in passage.content for cue in cues)


def _is_cut_cleanly(passage: Passage) -> bool:
    """Whether what was cut leaves a whole clause.

    It does if commas or the ends of the passage bound it, or if it is a phrase with a preposition
    ("Laut Polizei | flossen …"); a subject that was cut leaves none ("[Der Rat] nannte das …").
    """
    kept = {word.start for word in passage.content}
    stretch: list[Word] = []
    before: Word | None = None
    for word in passage.words:
        opens = before is None and word.pos == "PUNCT"  # "[Die Chefin, Jule Marten,] nannte …"
        if word.start not in kept or (stretch and opens):
            stretch.append(word)
            continue
        if stretch and not _may_go(stretch, before, word):
            return False
        stretch, before = [], word
    return True


def _may_go(stretch: Sequence[Word], before: Word | None, after: Word) -> bool:
    """Whether words can be cut between two others."""
    marks = ("PUNCT",)
    bounded = before is None or before.pos in marks or stretch[0].pos in marks
    closed = after.pos in marks or stretch[-1].pos in marks
    phrase = stretch[0].pos in ("ADP", "ADV", "SCONJ") or is_frame_closer(stretch[-1])
    left_open = before is None and after.finite
    return phrase or (bounded and closed and not left_open)


def _as_it_stands(passage: Passage, article: Article) -> str:
    """The passage as in its article; the whole sentence where the passage is no main clause."""
    words: Sequence[Word] = passage.words
    spoken = [word for word in words if word.pos != "PUNCT"]
    whole = passage.kind == "main" and not spoken[0].finite
    if not whole or not any(word.finite for word in spoken):
        words = within(article.words, article.sentences[passage.sentence])
    return joined(words)
