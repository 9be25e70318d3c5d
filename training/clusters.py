"""Word clusters from the vectors of the archive (k-means): `python -m training.clusters`.

Writes a line for each word: the word and its cluster at each grain.
"""

from __future__ import annotations

import lzma
from pathlib import Path

import numpy as np
from gensim.models import KeyedVectors
from numpy.typing import NDArray

from training.vectors import VECTORS

__all__ = ["GRAINS", "main"]

WEIGHTS = Path("src/quellenlage/encoder/weights/clusters.tsv.xz")
GRAINS = ((2, 100), (2, 500), (2, 2000), (6, 600))
"""Window of the vectors and number of clusters."""
MOST_FREQUENT = 75_000
ROUNDS = 15
SEED = 20
Matrix = NDArray[np.float32]


def k_means(points: Matrix, count: int) -> NDArray[np.int64]:
    """The cluster of every point, by cosine; the centres start on frequent words."""
    random = np.random.default_rng(SEED)
    centres = points[random.choice(min(len(points), 20 * count), count, replace=False)].copy()
    labels = np.zeros(len(points), np.int64)
    for _ in range(ROUNDS):
        for start in range(0, len(points), 8192):
            part = slice(start, start + 8192)
            labels[part] = np.argmax(points[part] @ centres.T, axis=1)
        for cluster in range(count):
            members = points[labels == cluster]
            if len(members):
                centres[cluster] = members.sum(0)
        centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
    return labels


def main() -> None:
    """Writes the clusters of the most frequent words."""
    vectors = {
        w: KeyedVectors.load_word2vec_format(str(p), binary=True) for w, p in VECTORS.items()
    }
    words = vectors[2].index_to_key[:MOST_FREQUENT]
    columns = []
    for window, count in GRAINS:
        points = np.stack([vectors[window][word] for word in words]).astype(np.float32)
        points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
        columns.append(k_means(points, count))
    order = sorted(range(len(words)), key=lambda n: (columns[1][n], columns[0][n], columns[2][n]))
    with lzma.open(WEIGHTS, "wt", encoding="utf-8", preset=9) as out:
        for n in order:
            out.write("\t".join([words[n], *(str(column[n]) for column in columns)]) + "\n")


if __name__ == "__main__":
    main()
