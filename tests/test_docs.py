"""Every example in README and docs is run, in a folder with the invented story as `reports/`."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quellenlage.cli.demo import STORY

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "second" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```", re.M | re.S)
RUN_ELSEWHERE = ("make ", "bash .ci/run", "git ", "python benchmarks/", "pip ", "cd ")
"""Commands that CI runs itself, or that build the environment they would be run in."""


def examples(kind: str) -> list[object]:
    """The examples of a kind, each with the page it stands on."""
    found: list[object] = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = [body for name, body in BLOCK.findall(text) if name == kind]
        for number, body in enumerate(blocks):
            found.append(pytest.param(body, id=f"{page.relative_to(ROOT)}:{number}"))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with reports in it, and `.venv/bin` where the examples look for it."""
    shutil.copytree(STORY, tmp_path / "reports")
    (tmp_path / ".venv").symlink_to(Path(sys.prefix))
    return tmp_path


@pytest.mark.parametrize("block", examples("console"))
def test_every_console_example_runs(block: str, folder: Path) -> None:
    for line in block.splitlines():
        command = line.removeprefix("$ ").partition("  #")[0].strip()
        if line.startswith("$ ") and not command.startswith(RUN_ELSEWHERE):
            path = f"{Path(sys.prefix) / 'bin'}{os.pathsep}{os.environ['PATH']}"
            done = subprocess.run(
                shlex.split(command),
                cwd=folder,
                env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "second" / "src")},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("block", examples("python"))
def test_every_python_example_runs(block: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
