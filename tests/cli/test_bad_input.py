"""Bad input gets one clear sentence and an exit code, and loses nothing else."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from quellenlage.cli import main

GOOD = (
    "Der Fluss steigt\n\nDie Stadt Lindhafen sei vorbereitet, sagte Bürgermeisterin Hanne Dierks.\n"
)
BAD = "quellenlage: "


class Ended(msgspec.Struct):
    """How a call ended."""

    code: int
    out: str
    err: str

    def complaints(self) -> list[str]:
        return [line for line in self.err.splitlines() if line.startswith(BAD)]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Calls the command line in this process."""

    def run(*arguments: str | Path) -> Ended:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Ended(int(ended.value.code or 0), captured.out, captured.err)

    return run


UNREADABLE = [
    pytest.param("empty.txt", b"", id="an empty file"),
    pytest.param("blank.txt", b" \n\n ", id="a file of blanks"),
    pytest.param("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, id="an image"),
    pytest.param("paper.txt", b"%PDF-1.7\n" + bytes(range(256)) * 9, id="a PDF"),
    pytest.param("binary.txt", bytes(range(256)) * 40, id="a binary file"),
]


@pytest.mark.parametrize(("name", "content"), UNREADABLE)
def test_what_is_no_text_alone_ends_with_three(
    name: str, content: bytes, tmp_path: Path, call: Callable[..., Ended]
) -> None:
    (tmp_path / name).write_bytes(content)
    ended = call("analyse", tmp_path / name)
    assert ended.code == 3
    assert len(ended.complaints()) == 1
    assert name in ended.err


@pytest.mark.parametrize(("name", "content"), UNREADABLE)
def test_what_is_no_text_does_not_harm_the_good_file_beside_it(
    name: str, content: bytes, tmp_path: Path, call: Callable[..., Ended]
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(GOOD)
    ended = call("analyse", tmp_path, "--json", tmp_path / "out.json")
    assert ended.code == 0
    assert name in ended.err
    assert len(json.loads((tmp_path / "out.json").read_text())["articles"]) == 1


def test_a_missing_path_is_a_wrong_call(tmp_path: Path, call: Callable[..., Ended]) -> None:
    ended = call("analyse", tmp_path / "none.txt")
    assert ended.code == 2
    assert "none.txt" in ended.err
    assert len(ended.complaints()) == 1


def test_a_folder_with_nothing_readable_ends_with_three(
    tmp_path: Path, call: Callable[..., Ended]
) -> None:
    ended = call("analyse", tmp_path)
    assert ended.code == 3
    assert len(ended.complaints()) == 1


@pytest.mark.parametrize(
    "encoding", ["latin-1", "cp1252", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_other_encodings_are_read(
    encoding: str, tmp_path: Path, call: Callable[..., Ended]
) -> None:
    (tmp_path / "a.txt").write_bytes((GOOD * 3).encode(encoding))
    assert call("analyse", tmp_path / "a.txt", "--json", tmp_path / "out.json").code == 0
    assert (
        "Bürgermeisterin" in json.loads((tmp_path / "out.json").read_text())["articles"][0]["text"]
    )


def test_broken_utf8_is_read_and_warned_about(tmp_path: Path, call: Callable[..., Ended]) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD.encode() * 3 + b" \xc3\x28 und mehr \xff Text.")
    assert call("analyse", tmp_path / "a.txt", "--json", tmp_path / "out.json").code == 0
    article = json.loads((tmp_path / "out.json").read_text())["articles"][0]
    assert article["warnings"] or article["repairs"]


def test_an_english_article_is_taken_in_and_marked(
    tmp_path: Path, call: Callable[..., Ended]
) -> None:
    text = (
        "The river is rising, and the town said on Monday that it had prepared for the flood. " * 5
    )
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b.txt").write_text(GOOD)
    assert call("analyse", tmp_path, "--json", tmp_path / "out.json").code == 0
    articles = json.loads((tmp_path / "out.json").read_text())["articles"]
    marked = next(article for article in articles if article["path"].endswith("a.txt"))
    assert marked["language"] == "en"
    assert marked["warnings"]


def article_of(text: str, folder: Path, call: Callable[..., Ended]) -> dict[str, Any]:
    """The only article of an analysis."""
    (folder / "a.txt").write_text(text)
    assert call("analyse", folder / "a.txt", "--json", folder / "out.json").code == 0
    (found,) = json.loads((folder / "out.json").read_text())["articles"]
    return dict(found)


def test_a_quotation_mark_that_never_closes_is_warned_about(
    tmp_path: Path, call: Callable[..., Ended]
) -> None:
    found = article_of("Hanne Dierks sagte: „Der Fluss steigt. " + GOOD * 9, tmp_path, call)
    assert "unbalanced_quote" in {warning["code"] for warning in found["warnings"]}


def test_soft_hyphens_hide_no_speaker(tmp_path: Path, call: Callable[..., Ended]) -> None:
    plain = article_of(GOOD, tmp_path, call)
    parted = article_of(GOOD.replace("er", "er\u00ad"), tmp_path, call)
    assert len(plain["attributions"]) == len(parted["attributions"]) == 1


def test_one_word_is_an_article_in_which_nobody_speaks(
    tmp_path: Path, call: Callable[..., Ended]
) -> None:
    assert article_of("Hochwasser", tmp_path, call)["attributions"] == []


def test_an_article_of_one_sentence_is_an_article(
    tmp_path: Path, call: Callable[..., Ended]
) -> None:
    (tmp_path / "a.txt").write_text("Der Fluss steigt, sagte Hanne Dierks.")
    assert call("analyse", tmp_path / "a.txt").code == 0


def test_the_same_article_twice_is_one_lineage(tmp_path: Path, call: Callable[..., Ended]) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(
            GOOD + "\nDas Wasser erreichte am Montag die alte Brücke.\n" * 3
        )
    assert call("analyse", tmp_path, "--json", tmp_path / "out.json").code == 0
    found = json.loads((tmp_path / "out.json").read_text())
    assert len({article["id"] for article in found["articles"]}) == 2
    assert len(found["lineages"]) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission_is_one_sentence(tmp_path: Path, call: Callable[..., Ended]) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "a.txt").chmod(0)
    ended = call("analyse", tmp_path / "a.txt")
    assert ended.code == 3
    assert "permission" in ended.err


@pytest.mark.parametrize("option", ["--json", "--brief", "--html"])
def test_a_full_disk_ends_with_four(
    option: str, tmp_path: Path, call: Callable[..., Ended]
) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    ended = call("analyse", tmp_path / "a.txt", option, "/dev/full")
    assert ended.code == 4
    assert len(ended.complaints()) == 1


def test_a_missing_output_folder_ends_with_four(tmp_path: Path, call: Callable[..., Ended]) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    ended = call("analyse", tmp_path / "a.txt", "--json", tmp_path / "none" / "out.json")
    assert ended.code == 4
    assert not (tmp_path / "none").exists()


def test_an_unknown_option_is_a_wrong_call(call: Callable[..., Ended]) -> None:
    assert call("analyse", "--colour").code == 2


def test_an_unknown_claim_is_a_wrong_call(tmp_path: Path, call: Callable[..., Ended]) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    ended = call("analyse", tmp_path / "a.txt", "--explain", "c-none")
    assert ended.code == 2
    assert "c-none" in ended.err


def test_fifty_megabytes_are_refused_or_read_within_a_minute(
    tmp_path: Path, call: Callable[..., Ended]
) -> None:
    (tmp_path / "big.txt").write_bytes(GOOD.encode() * (50_000_000 // len(GOOD.encode())))
    (tmp_path / "good.txt").write_text(GOOD)
    started = time.monotonic()
    ended = call("analyse", tmp_path, "--json", tmp_path / "out.json")
    assert ended.code == 0
    assert "big.txt" in ended.err
    assert time.monotonic() - started < 60


def _hear_interrupts() -> None:
    """A job in the background of a shell ignores them, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _hears(pid: int) -> bool:
    """Whether Python listens to interrupts already: on a busy machine its start takes a while."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return True
    caught = re.search(r"SigCgt:\s*(\w+)", status.read_text())
    return bool(caught and int(caught.group(1), 16) >> (signal.SIGINT - 1) & 1)


@pytest.mark.parametrize("seconds", [0.5, 1, 1.5, 4])
def test_an_interrupt_ends_with_130_and_leaves_no_file(seconds: float, tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(GOOD * 60)
    out = tmp_path / "out.json"
    command = [sys.executable, "-m", "quellenlage", "analyse", str(tmp_path), "--json", str(out)]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        text=True,
        preexec_fn=_hear_interrupts,
    )
    while not _hears(process.pid):
        time.sleep(0.01)
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert process.returncode == 130
    assert not out.exists()
