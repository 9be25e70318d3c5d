"""News agencies as credits name them: "(dpa/afp)" under a report."""

from __future__ import annotations

from functools import cache

from quellenlage.german.tables import rows

__all__ = ["agency_codes", "agency_of"]


@cache
def agency_codes() -> dict[str, str]:
    """Every spelling of an agency in small letters, with the code we write for it."""
    codes: dict[str, str] = {}
    for code, written, others, _ in rows("agencies", 4):
        for spelling in (code, *filter(None, others.split("|"))):
            if spelling in codes:
                raise ValueError(f"agencies.tsv: {spelling!r} stands for two agencies")
            codes[spelling] = written
    return codes


def agency_of(name: str) -> str | None:
    """The code of the agency that a name means, if it means one."""
    return agency_codes().get(" ".join(name.casefold().split()))
