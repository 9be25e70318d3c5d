"""The table of the annotated stories, from invented figures."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

PATH = Path(__file__).resolve().parents[2] / "benchmarks" / "stories.py"


def module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("stories", PATH)
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_the_mean_is_that_of_the_stories_that_have_the_figure() -> None:
    found = {
        "one": {"summary": {"value": 0.5}, "claims": {"f1": 0.4}},
        "two": {"summary": {"value": 0.7}, "claims": {"f1": None}},
    }
    lines = module().table(found).splitlines()
    assert lines[1].split() == ["summary", "value", "0.500", "0.700", "0.600"]
    assert lines[2].split() == ["claims", "f1", "0.400", "–", "0.400"]
