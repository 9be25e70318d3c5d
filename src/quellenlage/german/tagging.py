"""Words: part of speech, lemma, and the reading of finite verbs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import simplemma
from numpy.typing import NDArray
from simplemma.strategies import DictionaryLookupStrategy

from quellenlage.encoder import Head, SequenceModel
from quellenlage.german.morphology import irregular_lemma, read_finite
from quellenlage.model import Span, Word

__all__ = ["TAGGER", "Tagged", "lemma_of", "read_labelled", "tag", "tag_fast"]

TAGGER = SequenceModel("tagger.crfsuite")
_HEAD = Head("words", "words.npz")
SECOND = 0.2
"""Weight of the sequence model where the encoder is heard. On 257 sentences of the treebanks the F1
of finite verbs is .989 at 0, .992 at .15, .991 at .3, .988 at .4 (`training.encoder.words`)."""
CLEAR = 0.65
"""How sure the sequence model must be of every word, whether it is a finite verb, for a sentence to
be clear. In 75 articles of the archive 57 of 100 pieces are read for their names; this makes it 64,
and of the words that the encoder would read otherwise 74 of 100 are met instead of 56; at .7 it is
66 and 77, at .8 72 and 85, at .9 80 and 93."""
LEAST = 1e-4
"""Added to likelihoods before their logarithm: nothing is impossible."""
_DICTIONARY = DictionaryLookupStrategy()
_MARKS = frozenset("ADP DET PRON CCONJ SCONJ PART PUNCT NUM X SYM".split())
_SURE_FINITE = frozenset(
    "ist sind war waren hat hatte hatten wäre wären hätte hätten würde würden wurde wurden sei "
    "seien kann konnte konnten könne könnte könnten muss musste mussten müsse müsste müssten darf "
    "durfte durften dürfe dürfte dürften soll solle sollte sollten wolle möge".split()
)
"""Forms that are a finite verb wherever they stand ("sei" aside from the imperative)."""
_FINAL = frozenset(".!?…")
_NOMINAL = frozenset({"NOUN", "PROPN"})
_OBJECTS = frozenset({"NOUN", "PROPN", "DET", "NUM"})
_ICH = frozenset(("ich", "Ich", "du", "Du"))
_PARTING = frozenset({"PUNCT", "CCONJ", "SCONJ"})
_AUXILIARIES = frozenset({"haben", "sein", "werden"})
_MODAL_INFINITIVES = frozenset("dürfen können mögen müssen sollen wollen".split())
_ADJECTIVE_ENDINGS = frozenset({"e", "er", "es", "em"})
"""Those that no infinitive has."""
_CLAUSE_OPENERS = frozenset('„“”"»«‚,;:–—-(')


class Tagged(NamedTuple):
    """What was told of the words of one sentence."""

    labels: list[str]
    """Parts of speech, those of verbs with their form, as in `VERB.fin`."""
    chances: NDArray[np.float64]
    """(words, labels): how likely the sequence model holds each of its labels."""

    @property
    def clear(self) -> bool:
        """Whether the sequence model is sure which words are finite verbs."""
        finite = self.chances[:, _finite()].sum(1)
        return not len(finite) or bool(np.maximum(finite, 1 - finite).min() >= CLEAR)

    def with_encoder(self, vectors: NDArray[np.float32]) -> Tagged:
        """The same, told by the encoder, whose vectors are given, and a little by the sequence
        model, which sees the letters of rare words better."""
        scores = (1 - SECOND) * _HEAD.scores(vectors)
        scores += SECOND * np.log(self.chances[:, _columns()] + LEAST).astype(np.float32)
        return self._replace(labels=_HEAD.best(scores))


@cache
def _columns() -> list[int]:
    """Where the sequence model has the labels of the head, which both learned from one set."""
    return [TAGGER.labels.index(label) for label in _HEAD.labels]


@cache
def _finite() -> NDArray[np.bool_]:
    """(labels,): which labels of the sequence model are finite verbs."""
    return np.array([label.endswith(".fin") for label in TAGGER.labels])


def tag(scores: NDArray[np.float64], sizes: Sequence[int]) -> list[Tagged]:
    """What the sequence model tells of the words of one article, given what it sees of them (words,
    labels), and how many each sentence has."""
    parts = np.split(TAGGER.chances(scores, sizes), np.cumsum(sizes[:-1])) if sizes else []
    return list(map(Tagged, TAGGER.told(scores, sizes), parts))


def tag_fast(scores: NDArray[np.float64], sizes: Sequence[int]) -> list[list[str]]:
    """Its labels alone, in half the time."""
    return TAGGER.told(scores, sizes)


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

    "Dänemark hat Helfer entsandt": one clause has one finite verb. In "hätte warnen müssen" the
    last one is an infinitive.
    """
    if "AUX.fin" not in labels:
        return labels
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
        elif auxiliary and label == "AUX.fin" and forms[index] in _MODAL_INFINITIVES:
            mended[index] = "AUX.inf"
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
    lemma = lemma_of(form, pos, finite)
    if pos == "VERB" and _is_adjective(form.lower(), lemma):
        return "ADJ", lemma, False
    return pos, lemma, finite


def _is_adjective(form: str, lemma: str) -> bool:
    """Whether a form taken for a verb is an adjective with its ending: "massenhafte" has the lemma
    "massenhaft", all verbs have one in -n."""
    ending = form.removeprefix(lemma)
    return not lemma.endswith("n") and ending != form and ending in _ADJECTIVE_ENDINGS


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
        small = form.lower()
        found = _looked_up(small).lower()
        return small if small.endswith("en") and not found.endswith("n") else found
    found = _looked_up(form)
    if pos in ("NOUN", "PROPN"):
        return found[:1].upper() + found[1:] if form[:1].isupper() else found
    return found.lower() if pos in _MARKS or pos in ("ADJ", "ADV") else found


def _looked_up(form: str) -> str:
    """What simplemma makes of a form: the dictionary, which it asks first in German, has five of
    six forms, and answers alone in a third of the time."""
    found = _DICTIONARY.get_lemma(form, "de")
    return str(found or simplemma.lemmatize(form, lang="de"))
