"""The versions of one article: what a later one says otherwise, in the matter or in its wording."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from quellenlage.model import Change, Place, Version
from quellenlage.report.differing import Piece, differing
from quellenlage.report.index import Index
from quellenlage.report.records import Reference
from quellenlage.report.texts import Texts

__all__ = ["Revised", "VersionLine", "versions"]

VERSIONS = 20
"""Versions of a story that are shown with their changes."""
CHANGES = 20
"""Changes shown of one version, those in the matter first."""


class Revised(msgspec.Struct, frozen=True, kw_only=True):
    """One passage before and after; None where it is new or gone."""

    kind: str
    kind_text: str
    before: Reference | None
    after: Reference | None
    old: list[Piece]
    new: list[Piece]


class VersionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A later version of an article, and a sentence that says whether the matter changed."""

    article: str
    of: str
    kind: str
    kind_text: str
    sentence: str
    changes: list[Revised]
    more: int


def versions(articles: Sequence[str], index: Index, texts: Texts) -> list[VersionLine]:
    """The later versions among some articles, each beside the one before it."""
    own = set(articles)
    found = [v for v in index.analysis.versions if v.article in own and v.of in own]
    return [_version(version, index, texts) for version in found[:VERSIONS]]


def _version(version: Version, index: Index, texts: Texts) -> VersionLine:
    changes = sorted(version.changes, key=lambda change: change.kind != "fact")
    kind = version.kind if changes else "same"
    before, after = (index.named(id, texts("word.article")) for id in (version.of, version.article))
    return VersionLine(
        article=version.article,
        of=version.of,
        kind=kind,
        kind_text=texts(f"version.{kind}"),
        sentence=texts(f"version_sentence.{kind}", before=before, after=after),
        changes=[_revised(change, index, texts) for change in changes[:CHANGES]],
        more=max(0, len(changes) - CHANGES),
    )


def _revised(change: Change, index: Index, texts: Texts) -> Revised:
    """A change as two passages with what differs; a passage that is new or gone as it stands."""
    old, new = _text(change.before, index), _text(change.after, index)
    if change.before and change.after:
        left, right = differing(old, new)
    else:
        left, right = ([Piece(text=text, differs=False)] if text else [] for text in (old, new))
    kind = change.kind if change.before and change.after else "new" if change.after else "gone"
    return Revised(
        kind=change.kind,
        kind_text=texts(f"version_change.{kind}"),
        before=index.reference(change.before) if change.before else None,
        after=index.reference(change.after) if change.after else None,
        old=left,
        new=right,
    )


def _text(place: Place | None, index: Index) -> str:
    return index.articles[place.article].text[place.start : place.end] if place else ""
