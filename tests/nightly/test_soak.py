"""Two hundred articles in one go: time, memory and size stay within bounds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quellenlage.cli.demo import STORY

pytestmark = pytest.mark.nightly

ARTICLES = 200
MOST_SECONDS = 120
MOST_MEMORY = 1 << 30
MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=sys.stderr).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""
"""Runs a command and prints its peak in KiB: a child of the tests counts what they hold, too."""
TOWNS = ("Altfurt", "Neufurt", "Lindhafen", "Tondern", "Warnau", "Ahrau", "Seebruck", "Holmstedt")


def test_two_hundred_articles_take_two_minutes_and_a_gigabyte_at_most(tmp_path: Path) -> None:
    originals = [path.read_text(encoding="utf-8") for path in sorted(STORY.glob("*.txt"))]
    for number in range(ARTICLES):
        text = originals[number % len(originals)].replace("Lindhafen", TOWNS[number % len(TOWNS)])
        (tmp_path / f"{number:03}.txt").write_text(text.replace("2.400", f"{number + 2}.400"))
    report = tmp_path / "out.html"
    command = [sys.executable, "-m", "quellenlage", "analyse", str(tmp_path), "--html", str(report)]
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command], capture_output=True, env=os.environ, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert time.monotonic() - started < MOST_SECONDS
    assert int(done.stdout.split()[-1]) * 1024 < MOST_MEMORY
    assert report.stat().st_size < 6_000_000
