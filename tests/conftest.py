"""What all tests share: the data folder beside the checkout, where there is one, and quiet to
measure time in."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds, gold and data; without it the test is skipped, in CI it fails."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail("the shared data folder is missing in CI")
        pytest.skip("needs the shared data folder beside the checkout")
    return SHARED


@pytest.fixture
def steady() -> Iterator[None]:
    """While a test measures time, nothing that others hold is looked through for garbage."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
