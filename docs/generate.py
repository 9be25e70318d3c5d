"""Writes the generated pages under docs/reference, or with --check refuses stale ones."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import typer.main
from typer.core import TyperCommand, TyperGroup, TyperOption

from quellenlage import errors
from quellenlage.cli import app
from quellenlage.model import json_schema
from quellenlage.pipeline import CHAIN

HERE = Path(__file__).resolve().parent
FLOORS = HERE.parent / "benchmarks" / "floors.toml"
NOTICE = "<!-- Written by docs/generate.py; change the code, then run `make docs`. -->\n\n"


def cli_page() -> str:
    """Every command with its options."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    parts = ["# Command line\n\n`quellenlage COMMAND --help` prints the same.\n"]
    parts += [command_section(name, command) for name, command in group.commands.items()]
    return "\n".join(parts)


def command_section(name: str, command: TyperCommand) -> str:
    """One command: what it does, how it is called, its options."""
    context = typer.Context(command, info_name=f"quellenlage {name}")
    usage = " ".join([f"quellenlage {name}", *command.collect_usage_pieces(context)])
    lines = [f"## {name}\n\n{command.help}\n\n```text\n{usage}\n```\n"]
    options = [p for p in command.params if isinstance(p, TyperOption) and not p.hidden]
    if options:
        lines.append("| option | meaning | default |\n| --- | --- | --- |")
        for option in options:
            default = "" if option.default in (None, False) else f"`{option.default}`"
            lines.append(f"| `{', '.join(option.opts)}` | {option.help or ''} | {default} |")
    return "\n".join(lines) + "\n"


def contract_page() -> str:
    """The records of the analysis, field by field, and the whole JSON Schema."""
    schema = json_schema()
    parts = [
        "# The analysis as JSON\n\n"
        "What `analyse … --json FILE` writes. Offsets are code points into `article.text`, end "
        "exclusive. `quellenlage schema` prints the JSON Schema.\n"
    ]
    parts += [record_section(name, part) for name, part in sorted(schema["$defs"].items())]
    text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True)
    parts.append(f'## JSON Schema\n\n??? note "The whole schema"\n\n{indented(text)}\n')
    return "\n".join(parts)


def record_section(name: str, definition: dict[str, Any]) -> str:
    """One record and its fields."""
    lines = [f"## {name}\n\n{definition.get('description', '')}\n"]
    lines.append("| field | type |\n| --- | --- |")
    for field, kind in definition.get("properties", {}).items():
        lines.append(f"| `{field}` | {type_words(kind)} |")
    return "\n".join(lines) + "\n"


def type_words(kind: dict[str, Any]) -> str:
    """A JSON Schema type in words."""
    if "$ref" in kind:
        name = kind["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(type_words(option) for option in kind["anyOf"])
    if "enum" in kind:
        return ", ".join(f"`{value}`" for value in kind["enum"])
    if kind.get("type") == "array":
        return f"list of {type_words(kind.get('items', {}))}"
    return str(kind.get("type", "anything"))


def indented(text: str) -> str:
    """A block of JSON, four blanks deep, as the contents of a collapsible note."""
    lines = ["```json", *text.splitlines(), "```"]
    return "\n".join(f"    {line}" for line in lines)


def stages_page() -> str:
    """The chain of stages."""
    rows = [
        f"| {stage.name} | {stage.version} | {stage.scope} | {names(stage.requires)} "
        f"| {names(stage.gives)} |"
        for stage in CHAIN
    ]
    head = "# Stages\n\nAs `quellenlage pipeline` prints them.\n\n"
    table = "| stage | version | takes | requires | gives |\n| --- | --- | --- | --- | --- |\n"
    return head + table + "\n".join(rows) + "\n"


def names(fields: frozenset[str]) -> str:
    """Field names, sorted."""
    return ", ".join(f"`{name}`" for name in sorted(fields))


def errors_page() -> str:
    """Every error a user can meet, and the exit codes."""
    rows = [
        f"| `{kind.slug}` | {kind.exit_code} | {(kind.__doc__ or '').splitlines()[0]} |"
        for kind in sorted(tree(errors.QuellenlageError), key=lambda kind: kind.slug)
    ]
    return (
        "# Errors and exit codes\n\n"
        "0 at least one article was analysed, the others became warnings · 1 a defect of ours · "
        "2 wrong call · 3 nothing could be read · 4 output could not be written · "
        "130 interrupted\n\n"
        "| slug | exit code | what it means |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n"
    )


def tree(root: type[errors.QuellenlageError]) -> list[type[errors.QuellenlageError]]:
    """A class of errors and all below it."""
    return [root] + [kind for child in root.__subclasses__() for kind in tree(child)]


def figures_page() -> str:
    """The pinned figures of the suites."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    lines = [
        "# Figures\n\nFloors that only rise: what the suites gave when they were last raised, by "
        "`python benchmarks/floors.py raise`.\n\n| suite | figure | floor |\n| --- | --- | --- |"
    ]
    for suite, pinned in floors.items():
        lines += [f"| {suite} | {name} | {v:.3f} |" for name, v in pinned["figures"].items()]
    return "\n".join(lines) + "\n"


PAGES = {
    "cli.md": cli_page,
    "contract.md": contract_page,
    "stages.md": stages_page,
    "errors.md": errors_page,
    "figures.md": figures_page,
}


def main() -> int:
    """Writes the pages, or checks that they are fresh."""
    stale = []
    for name, page in PAGES.items():
        path, text = HERE / "reference" / name, NOTICE + page()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale and "--check" in sys.argv:
        print(f"stale: {', '.join(stale)}; run `make docs`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
