"""Text files and Markdown: front matter off, the rest as it stands.

Front matter is a block between two lines of three hyphens at the top, one `name: value` a line;
it names what a `meta.json` names.
"""

from __future__ import annotations

import re

from quellenlage.intake.metadata import give_record
from quellenlage.intake.records import Draft

__all__ = ["read_text"]

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"\s*([A-Za-z_][\w-]*)\s*:\s*(.*?)\s*")
LONGEST_FRONT_MATTER = 20_000
_MARKUP = (
    (re.compile(r"^#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE), r"\n\1\n"),
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)"), ""),
    (re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{1,500}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"^[ \t]*(?:>|[-*+])[ \t]+", re.MULTILINE), ""),
)


def read_text(text: str, path: str | None, *, markdown: bool = False) -> Draft:
    """The draft of a text file."""
    body = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n\n")
    draft = Draft(path, body.replace("\u2028", "\n").replace("\u2029", "\n\n"), lines=True)
    front = _FRONT.match(draft.text[:LONGEST_FRONT_MATTER])
    if front and (pairs := _pairs(front.group(1))):
        draft.text = draft.text[front.end() :]
        give_record(draft, dict(pairs), rule="front matter")
    if markdown:
        for pattern, plain in _MARKUP:
            draft.text = pattern.sub(plain, draft.text)
    return draft


def _pairs(block: str) -> list[tuple[str, object]]:
    """The names and values of front matter; nothing if a line is neither pair nor list item."""
    pairs: list[tuple[str, object]] = []
    for line in block.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line.lstrip().startswith("- ") and pairs:
            name, value = pairs[-1]
            items = [*value] if isinstance(value, list) else []
            pairs[-1] = (name, [*items, _bare(line.lstrip()[2:])])
        elif match := _PAIR.fullmatch(line):
            pairs.append((match.group(1), _value(match.group(2))))
        else:
            return []
    return pairs


def _value(text: str) -> object:
    """A value: a list in square brackets, or a string."""
    if text.startswith("[") and text.endswith("]"):
        return [_bare(part) for part in text[1:-1].split(",") if part.strip()]
    return _bare(text)


def _bare(text: str) -> str:
    """A string without the quotes around it."""
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
