"""Why articles are one lineage, in words."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage.german.tables import rows

__all__ = ["lineage_reason", "versions_reason"]


def lineage_reason(
    *, matched: int, total: int, ordered: bool, reworded: bool, credits: Sequence[str]
) -> str:
    """The reason in words: "14 von 17 Sätzen in gleicher Reihenfolge, dpa in beiden genannt"."""
    wording = {row[0]: row[1] for row in rows("lineage_reasons", 3)}
    reason = wording["ordered" if ordered else "unordered"].format(matched=matched, total=total)
    if reworded:
        reason += wording["reworded"]
    if credits:
        reason += wording["credit"].format(credits=", ".join(credits))
    return reason


def versions_reason(number: int) -> str:
    """The reason where all articles are versions of one: "3 Fassungen eines Artikels"."""
    wording = {row[0]: row[1] for row in rows("lineage_reasons", 3)}
    return wording["versions"].format(number=number) if number > 1 else ""
