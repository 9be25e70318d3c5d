from __future__ import annotations

import pytest

from quellenlage.model import Span, covering, hull, inside, overlap, within

ITEMS = [Span(0, 3), Span(3, 7), Span(10, 12)]


@pytest.mark.parametrize(
    ("a", "b", "common"),
    [
        pytest.param(Span(0, 3), Span(3, 7), 0, id="touching passages share nothing"),
        pytest.param(Span(0, 5), Span(3, 7), 2, id="overlapping passages share the overlap"),
        pytest.param(Span(0, 9), Span(3, 7), 4, id="a passage inside another is shared whole"),
    ],
)
def test_overlap_counts_common_characters(a: Span, b: Span, common: int) -> None:
    assert overlap(a, b) == overlap(b, a) == common


def test_within_gives_only_items_that_lie_wholly_inside() -> None:
    assert list(within(ITEMS, Span(0, 11))) == ITEMS[:2]


def test_covering_finds_the_item_of_an_offset_and_none_in_a_gap() -> None:
    assert covering(ITEMS, 6) == Span(3, 7)
    assert covering(ITEMS, 8) is None


def test_hull_is_the_shortest_passage_around_all() -> None:
    assert hull(ITEMS) == Span(0, 12)
    assert inside(Span(3, 7), hull(ITEMS))
