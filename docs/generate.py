"""Writes the generated pages, the figures in README and report; --check refuses stale ones."""

from __future__ import annotations

import inspect
import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer.main
from typer.core import TyperCommand, TyperGroup, TyperOption

from quellenlage import errors
from quellenlage.cli import app
from quellenlage.model import json_schema
from quellenlage.pipeline import CHAIN

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FLOORS = ROOT / "benchmarks" / "floors.toml"
README = ROOT / "README.md"
INTAKE = ROOT / "benchmarks" / "intake.toml"
CARDS = ROOT / "src" / "quellenlage" / "encoder" / "weights"
MEASURED = ROOT / "src" / "quellenlage" / "report" / "measured.toml"
BEGIN = "<!-- figures: written by docs/generate.py from benchmarks/floors.toml -->"
BEGIN_INTAKE = "<!-- intake: written by docs/generate.py from benchmarks/intake.toml -->"
END_INTAKE = "<!-- end of intake -->"
END = "<!-- end of figures -->"
BRANCHES = (errors.QuellenlageError, errors.UserError, errors.InputError)
"""Branches of the tree of errors that nobody meets themselves."""
SUITES = {
    "seeds": "five real reports of one event, annotated by written rules",
    "toennies": "seven reports of another event, annotated by written rules",
    "quotations-dev": "who says what: German Wikinews quotation corpus, dev",
    "krauts": "dates: KRAUTS, Die Zeit and Dolomiten",
    "germeval-dev": "names: GermEval 2014, last 600 sentences",
    "sentences": "sentence ends: Universal Dependencies, PUD and GSD dev",
    "pages": "48 saved news pages",
    "twins": "two translations of one text, among 626 disturbed articles",
    "reuse": "text reuse: two weeks of an archive, compared exhaustively",
}
HEADLINES = {
    "seeds": "mean of 14 figures",
    "toennies": "mean of 14 figures",
    "quotations-dev": "F1 of quotes, speakers, cues, frames",
    "krauts": "F1 of extent and value",
    "germeval-dev": "strict F1",
    "sentences": "F1 of boundaries",
    "pages": "F1 of the text's words",
    "twins": "F1 of aligned sentences",
    "reuse": "F1 of article pairs",
}
STORIES = ("seeds", "toennies")
"""The stories the report's own error rates are taken from."""
JUDGEMENTS = {
    "chains": "origin / value",
    "stances": "stance / f1",
    "claims": "claims / f1",
    "status": "status / value",
    "independent": "independent / value",
    "circular": "circular / f1",
    "reuse": "reuse / f1",
    "lineages": "lineages / f1",
    "discrepancies": "discrepancies / f1",
}
"""The kinds of judgement the report speaks of, each with the row that measures it."""
WORDS = {
    "chains": "whose word it finally is",
    "stances": "how a passage holds its claim (F1)",
    "claims": "which passages are one claim (F1)",
    "status": "status of a claim, matched strictly",
    "independent": "exact number of independent origins",
    "circular": "circular reporting (F1)",
    "reuse": "sentences taken over (F1)",
    "lineages": "articles of one text (F1)",
    "discrepancies": "where reports disagree (F1)",
}
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
    lines = [f"## {name}\n\n{inspect.cleandoc(definition.get('description', ''))}\n"]
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
    kinds = [k for k in tree(errors.QuellenlageError) if k not in BRANCHES]
    parts = [
        "# Errors and exit codes\n\n"
        "| code | meaning |\n| --- | --- |\n"
        "| 0 | at least one article was analysed; inputs that could not be read are told |\n"
        "| 1 | a defect of ours, or `bench` found a finding missing |\n"
        "| 2 | wrong call |\n| 3 | nothing could be read |\n"
        "| 4 | output could not be written |\n| 130 | interrupted; nothing was written |\n\n"
        "An error is one sentence on standard error that begins with `quellenlage:`. Files are "
        "written whole or not at all.\n"
    ]
    parts += [
        f"## {kind.slug}\n\nExit code {kind.exit_code}. {inspect.cleandoc(kind.__doc__ or '')}\n"
        for kind in sorted(kinds, key=lambda kind: kind.slug)
    ]
    return "\n".join(parts)


def tree(root: type[errors.QuellenlageError]) -> list[type[errors.QuellenlageError]]:
    """A class of errors and all below it."""
    return [root] + [kind for child in root.__subclasses__() for kind in tree(child)]


def figures_page() -> str:
    """The pinned figures of the suites."""
    floors = pinned_floors()
    parts = [
        "# Figures\n\nFloors that only rise: what the suites gave when they were last raised by "
        "`python benchmarks/floors.py raise`; a change that falls below one does not land. Each "
        "table is one suite. F1 is the harmonic mean of precision and recall; 1 is perfect.\n"
    ]
    for suite, pinned in floors.items():
        parts.append(f"## {suite}\n\n{SUITES[suite]}. Headline: {HEADLINES[suite]}.\n")
        rows = [f"| {name} | {value:.3f} |" for name, value in pinned["figures"].items()]
        parts.append("| figure | floor |\n| --- | ---: |\n" + "\n".join(rows) + "\n")
        if pinned.get("lowered"):
            parts.append("Lowered: " + "; ".join(pinned["lowered"]) + ".\n")
    return "\n".join(parts)


def pinned_floors() -> dict[str, dict[str, Any]]:
    """The floors of every suite that was measured, as pinned."""
    pinned = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {suite: own for suite, own in pinned.items() if own["figures"]["score"]}


def headline_table() -> str:
    """The headline figure of every suite, for the README."""
    rows = [
        f"| {SUITES[suite]} (`{suite}`) | {HEADLINES[suite]} | {pinned['figures']['score']:.2f} |"
        for suite, pinned in pinned_floors().items()
    ]
    return "| measured on | figure | at least |\n| --- | --- | ---: |\n" + "\n".join(rows)


def judgement_table() -> str:
    """How often each kind of judgement is right on the annotated stories, for the README."""
    pinned = pinned_floors()
    lines = [f"| judgement | {' | '.join(f'`{s}`' for s in STORIES)} |", "| --- | ---: | ---: |"]
    for name, row in JUDGEMENTS.items():
        found = [pinned[story]["figures"].get(row) for story in STORIES]
        cells = " | ".join("–" if figure is None else f"{figure:.2f}" for figure in found)
        lines.append(f"| {WORDS[name]} | {cells} |")
    return "\n".join(lines)


def intake_table() -> str:
    """What intake reaches on pages and annotated stories, for README and docs."""
    pinned = tomllib.loads(INTAKE.read_text(encoding="utf-8"))
    rows = [
        f"| {name} | {least:.3f} | {pinned['measured'][name]:.4f} |"
        for name, least in pinned["least"].items()
    ]
    return "| intake | to reach | reached |\n| --- | ---: | ---: |\n" + "\n".join(rows)


def with_figures(readme: str) -> str:
    """The README with its table of figures as the floors have it."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit("README.md has no place for the table of figures.")
    tables = "\n\n".join([headline_table(), judgement_table(), intake_table()])
    return f"{before}{begin}\n{tables}\n{end}{after}"


def with_intake(page: str) -> str:
    """The page on intake with its table of figures as they were measured last."""
    before, begin, rest = page.partition(BEGIN_INTAKE)
    _, end, after = rest.partition(END_INTAKE)
    if not (begin and end):
        raise SystemExit("docs/intake.md has no place for the table of figures.")
    return f"{before}{begin}\n\n{intake_table()}\n\n{end}{after}"


def measured_judgements() -> str:
    """What the report says about its own error rate, one entry for each kind of judgement."""
    pinned = pinned_floors()
    floors = [pinned[story]["figures"] for story in STORIES]
    lines = ["# Written by docs/generate.py from benchmarks/floors.toml: F1 or share, one a story."]
    lines += ["", "[[judgement]]", 'name = "quotes"']
    lines.append(f"figures = [{pinned['quotations-dev']['figures']['score']}]")
    for name, row in JUDGEMENTS.items():
        found = [figures[row] for figures in floors if row in figures]
        lines += ["", "[[judgement]]", f'name = "{name}"', f'row = "{row}"', f"figures = {found}"]
    return "\n".join(lines) + "\n"


def card_page(path: Path) -> Callable[[], str]:
    """The card of a set of weights, as it lies beside them."""
    return lambda: path.read_text(encoding="utf-8")


PAGES = {
    "cli.md": cli_page,
    "contract.md": contract_page,
    "stages.md": stages_page,
    "errors.md": errors_page,
    "figures.md": figures_page,
    **{f"card-{path.stem}.md": card_page(path) for path in sorted(CARDS.glob("*.md"))},
}


def written() -> dict[Path, str]:
    """Every generated file with what should stand in it."""
    files = {HERE / "reference" / name: NOTICE + page() for name, page in PAGES.items()}
    files[README] = with_figures(README.read_text(encoding="utf-8"))
    files[HERE / "intake.md"] = with_intake((HERE / "intake.md").read_text(encoding="utf-8"))
    files[MEASURED] = measured_judgements()
    return files


def main() -> int:
    """Writes the files, or checks that they are fresh."""
    stale = []
    for path, text in written().items():
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.name)
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale and "--check" in sys.argv:
        print(f"stale: {', '.join(stale)}; run `make docs`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
