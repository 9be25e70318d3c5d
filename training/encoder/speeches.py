"""Debates of the Bundestag as labelled windows: `python -m training.encoder.speeches`.

SpkAtt (CC BY-SA 4.0) marks in speeches what is said (`Message`), by whom (`Source`) and with which
word (`Cue`); here they are a quotation, its speaker and its cue, as `training.encoder.quotations`
has them. The dev part is set aside.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quellenlage.encoder.pieces import PieceTable
from training.corpus import SHARED
from training.encoder.quotations import PIECES, documents, windows

__all__ = ["TO", "main"]

SPEECHES = SHARED / "data" / "spkatt"
TO = Path("training/build/speeches.json")
ROLES = {"quote": "Message", "speaker": "Source", "cue": "Cue"}


def spans(numbers: Iterable[int]) -> list[dict[str, int]]:
    """The runs of consecutive numbers, their ends exclusive."""
    found: list[dict[str, int]] = []
    for number in sorted(numbers):
        if found and found[-1]["end"] == number:
            found[-1]["end"] += 1
        else:
            found.append({"begin": number, "end": number + 1})
    return found


def as_article(speech: dict[str, Any]) -> dict[str, Any]:
    """A speech in the form of an article of the quotation corpus."""
    number: dict[str, int] = {}
    sentences = []
    for sentence in speech["Sentences"]:
        ids = range(len(number), len(number) + len(sentence["Tokens"]))
        for place, id in enumerate(ids):
            number[f"{sentence['SentenceId']}:{place}"] = id
        sentences.append({"tokens": sentence["Tokens"], "tokenIds": list(ids)})
    events = []
    for event in speech["Annotations"]:
        ids_of = {role: [number[id] for id in event[name]] for role, name in ROLES.items()}
        roles = {role: {"spans": spans(ids), "tokenIds": ids} for role, ids in ids_of.items()}
        events.append({"type": "Message", **roles})
    return {"tokens": list(number), "sentences": sentences, "annotations": events}


def main() -> None:
    """Writes the file."""
    table = PieceTable.read(PIECES)
    tasks = {
        name: [
            row
            for speech in documents(SPEECHES / file)
            for row in windows(as_article(speech), table)
        ]
        for name, file in (("quotations", "train.jsonl.zst"), ("quotations-dev", "dev.jsonl.zst"))
    }
    TO.parent.mkdir(exist_ok=True)
    TO.write_text(json.dumps(tasks, ensure_ascii=False), "utf-8")
    print({name: len(rows) for name, rows in tasks.items()})


if __name__ == "__main__":
    main()
