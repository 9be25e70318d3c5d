from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quellenlage.cli import main
from quellenlage.cli.demo import STORY
from quellenlage.cli.expectations import findings, read_expected
from quellenlage.model import from_json


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quellenlage", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which `demo` left its results."""
    folder = tmp_path_factory.mktemp("demo") / "result"
    with pytest.raises(SystemExit) as ended:
        main(["demo", "--to", str(folder), "--quiet"])
    assert not ended.value.code
    return folder


def test_the_demo_leaves_analysis_report_brief_and_tables(demo: Path) -> None:
    assert {path.name for path in demo.iterdir()} == {
        "analysis.json",
        "report.html",
        "brief.md",
        "tables",
    }


def test_every_expected_finding_of_the_invented_story_holds(demo: Path) -> None:
    analysis = from_json((demo / "analysis.json").read_bytes())
    missing = [
        f"{found.kind}: {found.sentence}"
        for found in findings(read_expected(STORY), analysis)
        if not found.holds
    ]
    assert missing == []


def test_the_same_story_gives_the_same_bytes(tmp_path: Path) -> None:
    files = [str(path) for path in sorted(STORY.glob("*.txt"))]
    for name in ("a", "b"):
        out = str(tmp_path / name)
        done = run("analyse", *files, "--json", out, "-q", SOURCE_DATE_EPOCH="1741000000")
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_adding_an_article_renames_nothing_of_the_others(tmp_path: Path) -> None:
    files = [str(path) for path in sorted(STORY.glob("*.txt"))]
    ids = []
    for number, inputs in enumerate((files[:-1], files)):
        out = tmp_path / f"{number}.json"
        run("analyse", *inputs, "--json", str(out), "-q")
        ids.append({article["id"] for article in json.loads(out.read_text())["articles"]})
    assert ids[0] < ids[1]


def test_a_pipe_gets_no_colour_and_no_progress() -> None:
    done = run("analyse", str(STORY / "1-lindhafener-kurier.txt"))
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr


def test_quiet_prints_nothing() -> None:
    done = run("analyse", str(STORY / "1-lindhafener-kurier.txt"), "--quiet")
    assert (done.stdout, done.stderr) == ("", "")


def test_standard_input_is_an_article() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "quellenlage", "analyse", "-"],
        input="Der Fluss steigt weiter, sagte Hanne Dierks am Montag in Lindhafen.",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["analyse", "demo", "bench", "pipeline", "schema"])
def test_every_command_explains_itself(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert "--help" in done.stdout


def test_the_version_is_printed() -> None:
    assert run("--version").stdout.startswith("quellenlage ")
