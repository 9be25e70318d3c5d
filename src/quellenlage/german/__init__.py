"""The language pack for German: the only room that knows a German word.

In: text. Out: sentences, words with their readings (mood of the verb above all), names, dates,
figures. Rules where rules are sure (sentences, mood, dates, figures), trained components where
examples beat rules (parts of speech, names). What a linguist would edit is in `data/`, one entry a
line. Other rooms have their word lists here too, each behind a small module of its own.
"""

from quellenlage.german.morphology import MODALS
from quellenlage.german.pack import GERMAN, GERMAN_FAST, GermanPack, LanguagePack
from quellenlage.german.reading import COMPONENTS, ENCODER
from quellenlage.german.sentences import split_sentences
from quellenlage.german.spacy_pack import SpacyPack
from quellenlage.german.tagging import lemma_of
from quellenlage.german.tokens import split_tokens

__all__ = [
    "COMPONENTS",
    "ENCODER",
    "GERMAN",
    "GERMAN_FAST",
    "MODALS",
    "GermanPack",
    "LanguagePack",
    "SpacyPack",
    "lemma_of",
    "split_sentences",
    "split_tokens",
]
