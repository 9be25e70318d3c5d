from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
import floors

PINNED: dict[str, Any] = {"digest": "d", "figures": {"score": 0.5, "joint / f1": 0.4}}
REPORT: dict[str, Any] = {"score": 0.5, "measures": {"joint": {"f1": 0.4}}}


def worse(**figures: float) -> dict[str, Any]:
    return {"score": figures.get("score", 0.5), "measures": {"joint": {"f1": 0.4}}}


def test_a_kept_floor_is_no_fall() -> None:
    assert floors.falls(PINNED, REPORT, "d") == []


def test_a_figure_below_its_floor_is_a_fall() -> None:
    assert floors.falls(PINNED, worse(score=0.49), "d") == [
        "score fell to 0.4900, its floor is 0.5000"
    ]


def test_other_data_are_a_fall() -> None:
    assert len(floors.falls(PINNED, REPORT, "e")) == 1


def test_raising_never_lowers() -> None:
    assert floors.raised(PINNED, worse(score=0.3), "d")["figures"]["score"] == 0.5
    assert floors.raised(PINNED, worse(score=0.7), "d")["figures"]["score"] == 0.7


def test_lowering_needs_a_reason_and_keeps_it() -> None:
    with pytest.raises(SystemExit):
        floors.lowered(PINNED, "score", 0.4, " ")
    kept = floors.lowered(PINNED, "score", 0.4, "the scorer changed")["lowered"]
    assert kept == ["score from 0.5 to 0.4: the scorer changed"]


def test_floors_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    pinned = {"a-b": {**PINNED, "quick": True}}
    floors.write(pinned, tmp_path / "floors.toml")
    assert floors.read(tmp_path / "floors.toml") == pinned
