"""Words: part of speech, lemma, and the reading of finite verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

import simplemma

from quellenlage.encoder import SequenceModel
from quellenlage.german.features import FormScores
from quellenlage.german.morphology import irregular_lemma, read_finite
from quellenlage.model import Span, Word

__all__ = ["lemma_of", "read_labelled", "read_words"]

_TAGGER = SequenceModel("tagger.crfsuite")
_SCORES = FormScores(_TAGGER)
_MARKS = frozenset("ADP DET PRON CCONJ SCONJ PART PUNCT NUM X SYM".split())
_SURE_FINITE = frozenset(
    "ist sind war waren hat hatte hatten wäre wären hätte hätten würde würden wurde wurden sei "
    "seien könne könnte könnten müsse müsste müssten dürfe dürfte dürften solle wolle möge".split()
)
"""Forms that are a finite verb wherever they stand ("sei" aside from the imperative)."""
_FINAL = frozenset(".!?…")
_NOMINAL = frozenset({"NOUN", "PROPN"})
_OBJECTS = frozenset({"NOUN", "PROPN", "DET", "NUM"})
_ICH = frozenset(("ich", "Ich", "du", "Du"))
_PARTING = frozenset({"PUNCT", "CCONJ", "SCONJ"})
_AUXILIARIES = frozenset({"haben", "sein", "werden"})
_CLAUSE_OPENERS = frozenset('„“”"»«‚,;:–—-(')


def read_words(text: str, sentences: Sequence[Sequence[Span]]) -> list[list[Word]]:
    """The words of the sentences of one article, given their tokens."""
    forms = [[text[token.start : token.end] for token in tokens] for tokens in sentences]
    labels = iter(_TAGGER.best(_SCORES(forms), [len(own) for own in forms]))
    return [
        read_labelled(own, tokens, list(islice(labels, len(own))))
        for own, tokens in zip(forms, sentences, strict=True)
    ]


def read_labelled(
    forms: Sequence[str], tokens: Sequence[Span], labels: Sequence[str]
) -> list[Word]:
    """The words of one sentence, given what stands there and labels like `VERB.fin`."""
    if not forms:
        return []
    labels = _with_participles(forms, _with_heading_verb(forms, labels))
    words = []
    ich = any(form in _ICH for form in forms)
    for index, (token, form) in enumerate(zip(tokens, forms, strict=True)):
        pos, lemma, finite = _reading(form, labels[index], not index)
        mood = tense = ""
        if finite:
            mood, tense = read_finite(
                form,
                lemma,
                with_ich=ich and _beside_ich(forms, index),
                first=_opens(forms, index),
            )
        words.append(
            Word(
                start=token.start,
                end=token.end,
                text=form,
                lemma=lemma,
                pos=pos,
                finite=finite,
                mood=mood,
                tense=tense,
            )
        )
    return words


def _with_heading_verb(forms: Sequence[str], labels: Sequence[str]) -> Sequence[str]:
    """The labels of a heading whose verb was taken for a participle: "Sturm zerstört Brücke".

    A participle without an ending stands before no noun, so between two nouns it is the verb.
    """
    if forms[-1] in _FINAL or any(label.endswith(".fin") for label in labels):
        return labels
    for index in range(1, len(forms) - 1):
        before, label, after = labels[index - 1], labels[index], labels[index + 1]
        participle = label in ("ADJ", "ADV", "VERB.part") and _in_third_person(forms[index])
        if participle and before in _NOMINAL and after in _OBJECTS:
            return [*labels[:index], "VERB.fin", *labels[index + 1 :]]
    return labels


def _with_participles(forms: Sequence[str], labels: Sequence[str]) -> Sequence[str]:
    """The labels with a participle where a clause that has its auxiliary ends with a finite verb.

    "Dänemark hat Helfer entsandt": one clause has one finite verb.
    """
    mended = list(labels)
    auxiliary = False
    for index, label in enumerate(labels):
        if label in _PARTING or forms[index] in _CLAUSE_OPENERS:
            auxiliary = False
        elif label == "AUX.fin" and lemma_of(forms[index], "AUX", True) in _AUXILIARIES:
            auxiliary = True
        elif auxiliary and label == "VERB.fin" and forms[index].endswith(("t", "en")):
            closes = index + 1 == len(labels) or labels[index + 1] in _PARTING
            mended[index] = "VERB.part" if closes else label
    return mended


def _in_third_person(form: str) -> bool:
    """Whether a form is the stem of its verb with -t, and so may be finite: "zerstört"."""
    lemma = lemma_of(form, "VERB")
    stem = lemma.removesuffix("n").removesuffix("e")
    return form.islower() and stem != lemma and form in (stem + "t", stem + "et")


@lru_cache(60_000)
def _reading(form: str, label: str, first: bool) -> tuple[str, str, bool]:
    """Part of speech, lemma, and whether a form is finite, by the label that the model gave it."""
    pos, _, verb_form = label.partition(".")
    if form.lower() in _SURE_FINITE and (pos not in ("VERB", "AUX") or verb_form != "fin"):
        pos, verb_form = ("AUX", "fin") if form.islower() or first else (pos, verb_form)
    finite = verb_form == "fin"
    return pos, lemma_of(form, pos, finite), finite


def _beside_ich(forms: Sequence[str], index: int) -> bool:
    """Whether *ich* or *du* stands within three words of a verb ("habe ich", "weil ich … habe")."""
    around = [*forms[max(0, index - 3) : index], *forms[index + 1 : index + 3]]
    return any(form in _ICH for form in around)


def _opens(forms: Sequence[str], index: int) -> bool:
    """Whether a word opens its sentence or clause."""
    return index == 0 or forms[index - 1] in _CLAUSE_OPENERS


@lru_cache(60_000)
def lemma_of(form: str, pos: str, finite: bool = False) -> str:
    """The dictionary form of a word; the word itself where the dictionary has none."""
    if pos == "PUNCT" or not form[0].isalpha():
        return form
    if pos in ("VERB", "AUX"):
        if finite and (lemma := irregular_lemma(form.lower())):
            return lemma
        found = str(simplemma.lemmatize(form.lower(), lang="de"))
        return found.lower()
    found = str(simplemma.lemmatize(form, lang="de"))
    if pos in ("NOUN", "PROPN"):
        return found[:1].upper() + found[1:] if form[:1].isupper() else found
    return found.lower() if pos in _MARKS or pos in ("ADJ", "ADV") else found
