"""Every rule that tells a stance is named in the words of the interface."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quellenlage import claims
from quellenlage.report.texts import texts

RULE = re.compile(r"(?:rule=|^RULE = |^CONFIRMATION = )\"([a-zäöü-]+)\"", re.MULTILINE)


def rules() -> set[str]:
    room = Path(claims.__file__).parent
    return {name for file in room.glob("*.py") for name in RULE.findall(file.read_text("utf-8"))}


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_rule_of_a_stance_has_its_words(lang: str) -> None:
    known = texts(lang)
    assert len(rules()) > 15
    assert [rule for rule in sorted(rules()) if f"rule_text.{rule}" not in known] == []
