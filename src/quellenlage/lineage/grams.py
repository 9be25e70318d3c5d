"""Sentences as sets of letter sequences, stems and numbers: sparse rows, compared in bulk."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from quellenlage.lineage.passages import BATCH, Floats, Ints, Passages, distinct, scramble

__all__ = [
    "common",
    "figure_rows",
    "letter_rows",
    "row_sums",
    "stem_rows",
    "told_apart",
    "word_rows",
]

FAINT = 1e-6
"""Weight of a stem that stands in every sentence: none, but it is there."""
COLUMN_BITS = 22
COLUMNS = 1 << COLUMN_BITS
"""Columns that letter sequences are spread over; two sentences share one by accident in a few
hundred."""
BLOCK = 20_000
"""Sentences whose letters are worked on at a time; keeps the memory flat."""
RARE = 50
"""What stands in one of so many sentences, or fewer, has its full weight. In a collection about one
event the names in every second sentence say little of whether two sentences are one."""
FLOOR = 0.001
"""Weight of what stands in all sentences: almost none."""
PAIRS = 30_000
"""Pairs of rows compared at a time."""


def letter_rows(passages: Passages, numbers: Ints, length: int) -> csr_matrix:
    """Which sequences of so many letters stand in each of the sentences; one row a sentence."""
    blocks = [
        _letter_block(passages, numbers[at : at + BLOCK], length)
        for at in range(0, len(numbers), BLOCK)
    ]
    columns = np.concatenate([column for column, _ in blocks] or [np.zeros(0, np.int64)])
    sizes = np.concatenate([size for _, size in blocks] or [np.zeros(0, np.int64)])
    return _binary(columns, sizes, COLUMNS)


def _letter_block(passages: Passages, numbers: Ints, length: int) -> tuple[Ints, Ints]:
    """Columns of some sentences, ascending within each, and how many each has."""
    words = passages.words
    texts = [
        " " + " ".join([words[word] for word in passages.words_of(n)]) + " "
        for n in numbers.tolist()
    ]
    sizes = np.array([len(text) for text in texts], dtype=np.int64)
    letters = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    usable = max(0, len(letters) - length + 1)
    hashes = np.zeros(usable, dtype=np.uint64)
    for shift in range(length):
        hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + letters[shift : shift + usable]
    row = np.repeat(np.arange(len(texts)), sizes)[:usable]
    room = np.cumsum(sizes)[row] - np.arange(usable) >= length
    keys = (row[room] << COLUMN_BITS) | (
        scramble(hashes[room]) >> np.uint64(64 - COLUMN_BITS)
    ).astype(np.int64)
    keys = distinct(keys)
    return keys & (COLUMNS - 1), np.bincount(keys >> COLUMN_BITS, minlength=len(texts)).astype(
        np.int64
    )


def _binary(columns: Ints, sizes: Ints, width: int) -> csr_matrix:
    """A matrix of ones, given the columns of the rows one after the other."""
    ends = np.concatenate([[0], np.cumsum(sizes)])
    ones = np.ones(len(columns), dtype=np.float32)
    matrix = csr_matrix(
        (ones, columns.astype(np.int32, copy=False), ends), shape=(len(sizes), max(1, width))
    )
    matrix.has_sorted_indices = True
    return matrix


def stem_rows(passages: Passages) -> csr_matrix:
    """Which stems stand in each sentence; an entry is the stem's weight, the rarer the greater."""
    stems = passages.stems
    width = int(stems.max()) + 1 if len(stems) else 1
    columns = np.empty(len(passages.flat), dtype=np.int32)
    sizes = np.zeros(len(passages), dtype=np.int64)
    told = 0
    for begin in range(0, len(passages), BATCH):
        part, number = _stem_batch(passages, stems, width, begin)
        columns[told : told + len(part)] = part
        sizes[begin : begin + len(number)] = number
        told += len(part)
    columns = columns[:told]
    width = max(1, width)
    often = np.maximum(1, np.bincount(columns, minlength=width))
    weight = np.log(max(2, len(passages)) / often).astype(np.float32) + np.float32(FAINT)
    ends = np.concatenate([[0], np.cumsum(sizes)])
    rows = csr_matrix((weight[columns], columns, ends), shape=(len(sizes), width))
    rows.has_sorted_indices = True
    return rows


def figure_rows(passages: Passages, stems: csr_matrix) -> csr_matrix:
    """Which of the stems of some sentences are numbers; ones in a matrix of the same shape."""
    told = passages.figures[stems.indices]
    ends = np.concatenate([[0], np.cumsum(told)])[stems.indptr]
    columns = stems.indices[told]
    rows = csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=stems.shape)
    rows.has_sorted_indices = True
    return rows


def _stem_batch(
    passages: Passages, stems: NDArray[np.int32], width: int, begin: int
) -> tuple[NDArray[np.int32], Ints]:
    """Columns of some sentences, ascending within each, and how many each has."""
    ends = passages.offsets[begin : begin + BATCH + 1]
    found = stems[passages.flat[ends[0] : ends[-1]]].astype(np.int64)
    row = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    told = found >= 0
    keys = distinct(row[told] * width + found[told])
    sizes = np.bincount(keys // width, minlength=len(ends) - 1).astype(np.int64)
    return (keys % width).astype(np.int32), sizes


def word_rows(passages: Passages, numbers: Ints) -> csr_matrix:
    """How often each word stands in each of the sentences."""
    lengths = passages.lengths[numbers]
    ends = np.concatenate([[0], np.cumsum(lengths)])
    shift = np.repeat(passages.offsets[numbers] - ends[:-1], lengths)
    flat = passages.flat[np.arange(len(shift)) + shift]
    ones = np.ones(len(flat), dtype=np.float32)
    matrix = csr_matrix((ones, flat, ends), shape=(len(numbers), max(1, len(passages.words))))
    matrix.sum_duplicates()
    return matrix


def common(matrix: csr_matrix, left: Ints, right: Ints) -> Floats:
    """The sum of the smaller entries of two rows, for many pairs of rows."""
    result = np.zeros(len(left))
    for at in range(0, len(left), PAIRS):
        part = slice(at, at + PAIRS)
        shared = matrix[left[part]].minimum(matrix[right[part]])
        result[part] = np.asarray(shared.sum(axis=1)).ravel()
    return result


def told_apart(matrix: csr_matrix) -> csr_matrix:
    """The rows with every column weighed by how few rows have it: what all say tells nothing."""
    number = np.bincount(matrix.indices, minlength=matrix.shape[1])
    rows = np.arange(1, int(number.max(initial=1)) + 1, dtype=np.float32)
    share = np.maximum(1, np.float32(matrix.shape[0]) / rows)
    weight = np.minimum(1, np.log(share) / np.float32(np.log(RARE))) + np.float32(FLOOR)
    values = matrix.data * weight[number[matrix.indices] - 1]
    return csr_matrix((values, matrix.indices, matrix.indptr), shape=matrix.shape)


def row_sums(matrix: csr_matrix) -> Floats:
    """The sum of every row."""
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()
