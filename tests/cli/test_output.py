from __future__ import annotations

from pathlib import Path

import pytest

from quellenlage.cli.output import check_writable, write_whole
from quellenlage.errors import OutputError


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", b"{}")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_full_disk_is_one_sentence() -> None:
    with pytest.raises(OutputError, match="Could not write /dev/full"):
        write_whole(Path("/dev/full"), b"x")


def test_what_stood_there_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "a.json"
    kept.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match="No space left"):
        write_whole(kept, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.json", b"old")]


def test_a_missing_folder_is_seen_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        check_writable(tmp_path / "none" / "a.json")
