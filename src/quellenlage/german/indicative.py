"""A clause said plainly: Konjunktiv to indicative, a subordinate clause to a main clause.

"dass sie verlegt worden seien" (that they had been moved) becomes "Sie sind verlegt worden." Only
forms whose indicative is certain are changed; where the new place of the verb cannot be told, the
clause keeps its order.
"""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.model import Word

__all__ = ["indicative_text"]

_INDICATIVE = {
    "sei": "ist", "seien": "sind", "habe": "hat", "hätten": "haben", "hätte": "hat",
    "werde": "wird", "könne": "kann", "könnten": "können", "müsse": "muss", "müssten": "müssen",
    "solle": "soll", "dürfe": "darf", "wolle": "will", "möge": "mag", "wisse": "weiß",
    "gebe": "gibt", "gehe": "geht", "komme": "kommt", "stehe": "steht", "liege": "liegt",
    "bleibe": "bleibt", "halte": "hält", "lasse": "lässt", "nehme": "nimmt", "sehe": "sieht",
    "gelte": "gilt", "finde": "findet", "mache": "macht", "brauche": "braucht",
    "handele": "handelt", "handle": "handelt",
    "bestehe": "besteht", "befinde": "befindet", "würden": "werden",
}  # fmt: skip
"""Forms of Konjunktiv with their indicative. "könnten" and "hätten" only replace a Konjunktiv I
that looks like the indicative if the clause is reported, which the caller's clause is."""
_OPENERS = frozenset(
    {"dass", "daß", "und", "aber", "doch", "denn", "weil", "da", "nachdem", "wonach"}
)
_FINAL = frozenset({"dass", "daß", "weil", "da", "nachdem", "wonach"})
_QUOTES = frozenset("\"„“”»«‚‘'")


def indicative_text(words: Sequence[Word], text: str) -> str:
    """The words as a sentence in the indicative, first letter large, with a full stop."""
    kept = [word for word in words if word.text not in _QUOTES]
    final = False
    while kept and (kept[0].text.casefold() in _OPENERS or kept[0].pos == "PUNCT"):
        final = final or kept[0].text.casefold() in _FINAL
        kept = kept[1:]
    while kept and kept[-1].pos == "PUNCT":
        kept = kept[:-1]
    if not kept:
        return ""
    forms = [_plain(word) for word in kept]
    order = _main_order(kept) if final else list(range(len(kept)))
    return _sentence([forms[place] for place in order], [kept[place] for place in order], text)


def _plain(word: Word) -> str:
    if word.finite and word.mood in ("sub1", "sub2"):
        return _INDICATIVE.get(word.text.casefold(), word.text)
    return word.text


def _main_order(words: Sequence[Word]) -> list[int]:
    """The places of the words with the final verb moved behind the first noun phrase."""
    places = list(range(len(words)))
    verb = next((p for p in reversed(places) if words[p].finite), None)
    if verb is None or verb < len(words) - 2:
        return places
    first = next(
        (
            p
            for p, word in enumerate(words[: verb - 1])
            if word.pos in ("NOUN", "PROPN", "PRON")
            and words[p + 1].pos not in ("NOUN", "PROPN", "CCONJ", "PUNCT")
            and words[p + 1].text.casefold() not in ("der", "des", "von", "vom", "bis")
        ),
        None,
    )
    if first is None:
        return places
    places.remove(verb)
    return [*places[: first + 1], verb, *places[first + 1 :]]


def _sentence(forms: Sequence[str], words: Sequence[Word], text: str) -> str:
    """Forms joined as in the text, where neighbours stay neighbours."""
    out = ""
    for place, form in enumerate(forms):
        if place:
            before = words[place - 1]
            glued = before.end == words[place].start or words[place].text in ",.;:!?)"
            out += "" if glued else " "
        out += form
    out = out.strip(" ,;:–-")
    return f"{out[:1].upper()}{out[1:]}." if out else ""
