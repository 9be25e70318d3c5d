"""Settled words: what no neighbour can overturn is the same in the best row of the sentence."""

from itertools import product

import numpy as np

from quellenlage.encoder.settled import most_regained, runs_between

LABELS, SENTENCES = 3, [4, 1, 0, 6]


def best_row(scores: np.ndarray, steps: np.ndarray) -> list[int]:
    """The best labels of a sentence, all of them tried."""
    places = range(len(scores))

    def worth(row: list[int]) -> float:
        own = sum(scores[place, row[place]] for place in places)
        return float(own + sum(steps[row[place], row[place + 1]] for place in places[:-1]))

    return max(map(list, product(range(LABELS), repeat=len(scores))), key=worth)


def test_runs_between_settled_words_have_the_best_labels_of_the_sentence() -> None:
    for seed in range(40):
        draw = np.random.default_rng(seed)
        steps = draw.normal(size=(LABELS, LABELS))
        scores = draw.normal(size=(sum(SENTENCES), LABELS)) * draw.choice([1, 3, 9])
        runs = runs_between(scores, SENTENCES, steps, most_regained(steps))
        found = scores.argmax(1)
        begin = 0
        for size in runs.sizes:
            own = slice(begin, begin + size)
            found[runs.places[own]] = best_row(runs.scores[own], steps)
            begin += size
        ends = np.cumsum(SENTENCES)
        whole = [best_row(part, steps) for part in np.split(scores, ends[:-1])]
        assert found.tolist() == [label for row in whole for label in row]


def test_without_steps_every_word_is_settled() -> None:
    steps = np.zeros((LABELS, LABELS))
    scores = np.array([[1.0, 0.0, 0.5], [0.0, 2.0, 1.0]])
    assert len(runs_between(scores, [2], steps, most_regained(steps)).places) == 0


def test_two_labels_that_are_level_settle_nothing() -> None:
    steps = np.zeros((LABELS, LABELS))
    scores = np.array([[1.0, 1.0, 0.0]])
    assert runs_between(scores, [1], steps, most_regained(steps)).places.tolist() == [0]
