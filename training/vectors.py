"""Word vectors of the archive (skip-gram, two windows): `python -m training.vectors`."""

from __future__ import annotations

import sys

from gensim.models import Word2Vec
from gensim.models.word2vec import LineSentence

from training.corpus import TOKENS

__all__ = ["DIMENSIONS", "VECTORS"]

DIMENSIONS = 64
EPOCHS = 2
MIN_COUNT = 12
SEED = 20
VECTORS = {window: TOKENS.parent / f"vectors-{window}.bin" for window in (2, 6)}


def main() -> None:
    """Trains one set of vectors for each window; one thread, so that it is repeatable."""
    windows = [int(argument) for argument in sys.argv[1:]] or list(VECTORS)
    for window in windows:
        model = Word2Vec(
            LineSentence(str(TOKENS)),
            vector_size=DIMENSIONS,
            window=window,
            min_count=MIN_COUNT,
            sg=1 if window < 4 else 0,
            negative=6,
            sample=1e-4,
            epochs=EPOCHS if window < 4 else EPOCHS + 2,
            workers=1,
            seed=SEED,
        )
        model.wv.save_word2vec_format(str(VECTORS[window]), binary=True)


if __name__ == "__main__":
    main()
