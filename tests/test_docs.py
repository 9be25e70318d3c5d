"""Every example in README and docs is run, in a folder with the invented story as `reports/`."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quellenlage.cli.demo import STORY
from quellenlage.intake import read

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "second" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
BLOCK = re.compile(r"^```(console|python|json)\n(.*?)^```", re.M | re.S)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
INLINE = re.compile(r"`quellenlage ([a-z]+)([^`\n]*)`")
RUN_ELSEWHERE = ("make ", "bash .ci/run", "pip ")
"""Commands that CI runs itself: they build the environment in which they would be run here."""
RUN = ("console", "python", "json")
"""Kinds of examples that are run; `text` is the form of a call, made from the command itself."""


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


@pytest.mark.parametrize("block", examples("json"))
def test_every_list_of_articles_in_the_docs_is_read(block: str, tmp_path: Path) -> None:
    told = json.loads(block)
    for entry in told:
        (tmp_path / entry["file"]).write_text("Das Amt hat die alte Brücke am Montag gesperrt.")
    (tmp_path / "meta.json").write_text(block, encoding="utf-8")
    articles = read([str(tmp_path)]).articles
    assert [a.outlet for a in articles] == [entry["outlet"] for entry in told]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_example_is_of_a_kind_that_nobody_runs(page: Path) -> None:
    generated = page.parent.name == "reference"
    kinds = {kind for kind, _ in FENCE.findall(page.read_text(encoding="utf-8"))}
    assert kinds - {*RUN, *(("text",) if generated else ())} == set()


def test_what_is_run_elsewhere_is_a_target_or_the_run_itself() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))
    called = {
        line.removeprefix("$ ").partition("  #")[0].strip()
        for page in PAGES
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.removeprefix("$ ").startswith(RUN_ELSEWHERE) and line.startswith("$ ")
    }
    assert {call.split()[1] for call in called if call.startswith("make ")} <= targets
    assert (ROOT / ".ci" / "run").is_file()


def test_a_command_named_in_a_sentence_has_the_options_named_with_it() -> None:
    reference = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    parts = re.split(r"^## ", reference, flags=re.M)
    known = {part.split()[0]: part for part in parts[1:]}
    unknown = [
        f"{page.name}: {command} {option}"
        for page in PAGES
        for command, rest in INLINE.findall(page.read_text(encoding="utf-8"))
        for option in re.findall(r"--[a-z-]+", rest) or [""]
        if command not in known or option not in known[command]
    ]
    assert unknown == []
