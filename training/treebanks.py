"""Reads the two treebanks: surface words with part of speech and form of the verb."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.corpus import SHARED

__all__ = ["GSD", "PUD", "Token", "sentences"]

GSD = SHARED / "data" / "ud" / "de_gsd-ud-dev.conllu"
PUD = SHARED / "data" / "ud" / "de_pud-ud-test.conllu"

PUD_FORMS = {"VBC": "fin", "VB": "inf", "VBN": "part"}
"""What the tags of PUD say of verbs; GSD has those of STTS."""


class Token(NamedTuple):
    """A surface word: contracted words ("im") carry the reading of their first part."""

    form: str
    lemma: str
    pos: str
    xpos: str
    features: str

    @property
    def verb_form(self) -> str:
        """`fin`, `inf` or `part`, by the annotation; empty if it does not say."""
        tag = self.xpos
        if tag in PUD_FORMS:
            return PUD_FORMS[tag]
        if tag.endswith(("FIN", "IMP")):
            return "fin"
        if tag.endswith("INF") or tag == "VVIZU":
            return "inf"
        return "part" if tag.endswith("PP") else ""


def sentences(path: Path) -> Iterator[list[Token]]:
    """The sentences of a treebank as surface words."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        if rows:
            yield _surface(rows)


def _surface(rows: list[list[str]]) -> list[Token]:
    tokens: list[Token] = []
    covered = 0
    for number, row in enumerate(rows):
        id = row[0]
        if "-" in id:
            covered = int(id.split("-")[1])
            part = rows[number + 1]
            tokens.append(Token(row[1], part[2], part[3], part[4], part[5]))
        elif "." not in id and int(id) > covered:
            tokens.append(Token(row[1], row[2], row[3], row[4], row[5]))
    return tokens
