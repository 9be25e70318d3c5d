"""What the cheaper ways to names bring, in pipelines of spaCy: `python -m training.spacy_trial`.

Strict F1 on the last 600 sentences of GermEval, their tokens given, after learning from the first
4,500: a small convolutional network that starts from nothing, one that sees word vectors of the
archive (`training.corpus`, then `training.vectors 2`, make them), and one whose weights come from
`spacy pretrain` on sentences of the archive. One thread, seeded; names of ways as arguments.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import spacy
from gensim.models import KeyedVectors
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.pretrain import pretrain
from spacy.util import fix_random_seed, load_config, load_model_from_config, minibatch
from spacy.vectors import Vectors
from thinc.api import Config

from training.corpus import TOKENS
from training.encoder.scores import strict_f1
from training.names import TRAINING_SENTENCES, Labelled, sentences
from training.vectors import VECTORS

__all__ = ["main"]

BUILD = TOKENS.parent / "spacy"
RAW, KNOWN = BUILD / "raw.jsonl", BUILD / "vectors"
EVERY = 30
"""Of so many sentences of the archive, one is pretrained on."""
PASSES = 1
"""How often it is read; once takes six minutes."""
LINE = range(5, 80)
"""Tokens of a sentence that is read; shorter ones are headings and debris, longer ones tables."""
ROUNDS = 10
"""How often the labelled sentences are read; no sentence that is measured chooses the round."""
BATCH = 16
"""Sentences of a step; 32 and 64 take as long."""
DROPOUT = 0.2
SEED = 20
_DIGIT = re.compile(r"\d")
SHAPE = f"""
[system]
seed = {SEED}

[nlp]
lang = "de"
pipeline = ["tok2vec", "ner"]

[components]

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.HashEmbedCNN.v2"
width = 96
depth = 4
embed_size = 2000
window_size = 1
maxout_pieces = 3
subword_features = true
pretrained_vectors = false

[components.ner]
factory = "ner"

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true

[components.ner.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
upstream = "tok2vec"

[training]

[training.optimizer]
@optimizers = "Adam.v1"
use_averages = true
"""


def config_of(*, vectors: bool, pretrained: Path | None = None) -> Config:
    """The pipeline, with or without word vectors, its lower part from nothing or from a file."""
    config = Config().from_str(SHAPE)
    config["components"]["tok2vec"]["model"]["pretrained_vectors"] = vectors
    config["initialize"] = {"vectors": str(KNOWN) if vectors else None}
    filled: Config = spacy.blank("de").config.merge(config)
    ways = load_config(Path(spacy.__file__).parent / "default_config_pretraining.cfg")
    filled = filled.merge(ways)
    filled["paths"]["raw_text"] = str(RAW)
    filled["pretraining"]["max_epochs"] = PASSES
    filled["initialize"]["init_tok2vec"] = str(pretrained) if pretrained else None
    return filled


def with_vectors() -> Config:
    """A network from nothing that also sees the archive's vectors, written as spaCy reads them."""
    known = KeyedVectors.load_word2vec_format(str(VECTORS[2]), binary=True)
    nlp = spacy.blank("de")
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=known.vectors, keys=known.index_to_key
    )
    nlp.to_disk(KNOWN)
    print(f"word vectors: {len(known.index_to_key)} of {known.vector_size} numbers", flush=True)
    return config_of(vectors=True)


def after_pretraining() -> Config:
    """A network that first guessed the first and last letters of hidden words of the archive."""
    words = write_raw()
    started = time.process_time()
    pretrain(config_of(vectors=False).interpolate(), BUILD)
    minutes = (time.process_time() - started) / 60
    print(f"pretrained {PASSES} times on {words} words ({minutes:.1f} minutes)", flush=True)
    return config_of(vectors=False, pretrained=BUILD / "model-last.bin")


def write_raw() -> int:
    """Writes the sentences to pretrain on; tells how many words they have."""
    words = 0
    with TOKENS.open(encoding="utf-8") as lines, RAW.open("w", encoding="utf-8") as out:
        for line in islice(lines, 0, None, EVERY):
            if (size := len(line.split())) in LINE:
                words += size
                out.write(json.dumps({"text": line.strip()}, ensure_ascii=False) + "\n")
    return words


def examples(nlp: Language, rows: Sequence[Labelled]) -> list[Example]:
    """Labelled sentences as spaCy learns from them; digits are 0, as in the archive's lines."""
    return [
        Example(Doc(nlp.vocab, words=plain(words)), Doc(nlp.vocab, plain(words), ents=labels))
        for words, labels in rows
    ]


def plain(words: Sequence[str]) -> list[str]:
    """Words with their digits as 0."""
    return [_DIGIT.sub("0", word) for word in words]


def learned(config: Config, rows: Sequence[Labelled]) -> Language:
    """A pipeline that learned from labelled sentences; the same ones give the same weights."""
    fix_random_seed(SEED)
    nlp = load_model_from_config(config, auto_fill=True)
    seen = examples(nlp, rows)
    optimizer = nlp.initialize(lambda: seen)
    order = random.Random(SEED)
    for _ in range(ROUNDS):
        order.shuffle(seen)
        for batch in minibatch(seen, BATCH):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)
    with nlp.use_params(optimizer.averages):
        return nlp.from_bytes(nlp.to_bytes())


def told(nlp: Language, rows: Sequence[Labelled]) -> Iterator[list[str]]:
    """The labels in IOB2 that a pipeline gives the sentences."""
    for doc in nlp.pipe(Doc(nlp.vocab, words=plain(words)) for words, _ in rows):
        yield [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc]


def print_way(name: str, rows: Sequence[Labelled]) -> None:
    """Prints what a way reaches, and the minutes of computing that its learning took."""
    started = time.process_time()
    nlp = learned(WAYS[name](), rows[:TRAINING_SENTENCES])
    minutes = (time.process_time() - started) / 60
    rest = rows[TRAINING_SENTENCES:]
    score = strict_f1([labels for _, labels in rest], list(told(nlp, rest)))
    print(f"spaCy, {name}: {score:.4f} ({minutes:.1f} minutes)", flush=True)


WAYS: dict[str, Callable[[], Config]] = {
    "nothing": lambda: config_of(vectors=False),
    "vectors": with_vectors,
    "pretrained": after_pretraining,
}
"""How a pipeline starts."""


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("ways", nargs="*", choices=[*WAYS, []], help="all without it")
    ways = parser.parse_args().ways or WAYS
    BUILD.mkdir(parents=True, exist_ok=True)
    rows = sentences()
    for name in ways:
        print_way(name, rows)


if __name__ == "__main__":
    main()
