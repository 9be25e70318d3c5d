"""Chains of links: who speaks, and on whose word, in passages written for this."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
from chains import FLOOR, chain_of, expected, rows


@pytest.mark.parametrize(
    ("text", "claim", "chain"),
    [pytest.param(row.text, row.claim, row.chain, id=row.id) for row in rows("tune")],
)
def test_a_chain_runs_from_the_one_who_speaks_to_the_one_whose_word_it_is(
    text: str, claim: str, chain: str
) -> None:
    assert chain_of(text, claim) == expected(chain)


def test_chains_that_were_set_aside_are_right_as_often_as_promised() -> None:
    aside = rows("aside")
    right = sum(chain_of(row.text, row.claim) == expected(row.chain) for row in aside)
    assert len(aside) > 100
    assert right / len(aside) >= FLOOR
