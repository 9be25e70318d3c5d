"""`analyse`: reports in, the Quellenlage out – the main job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from quellenlage import intake, pipeline, report
from quellenlage.cli.console import complain, note, progress, results
from quellenlage.cli.inputs import Kind, intake_options
from quellenlage.cli.output import check_writable, write_whole
from quellenlage.cli.summary import print_explanation, print_summary
from quellenlage.errors import OutputError
from quellenlage.model import Analysis, Article, to_json

__all__ = ["Language", "Outputs", "analyse", "analyse_and_write"]


class Language(StrEnum):
    """Languages of the interface."""

    de = "de"
    en = "en"


class Outputs(msgspec.Struct, frozen=True, kw_only=True):
    """Where results go besides the screen."""

    json: Path | None = None
    html: Path | None = None
    brief: Path | None = None
    csv: Path | None = None
    explain: str | None = None
    lang: Language = Language.de
    quiet: bool = False

    def files(self) -> list[Path]:
        """The single files that are to be written."""
        return [path for path in (self.json, self.html, self.brief) if path]


def analyse(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs or links; `-` is standard input.")
    ],
    json: Annotated[Path | None, typer.Option(help="Write the analysis as JSON.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write the report, one HTML file.")] = None,
    brief: Annotated[Path | None, typer.Option(help="Write the brief, one page Markdown.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write tables into this folder.")] = None,
    explain: Annotated[
        str | None,
        typer.Option(help="Show passages, chains and rules of a claim, by its number or its id."),
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of the interface.")] = Language.de,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes; without it, as many as pay.")
    ] = None,
    fast: Annotated[
        bool, typer.Option("--fast", help="Leave the encoder out: faster, fewer names found.")
    ] = False,
    without: Annotated[
        list[str] | None,
        typer.Option(help="Leave out a component (clusters, encoder, sequence, words) or stage."),
    ] = None,
    nlp: Annotated[
        str | None, typer.Option(help="A spaCy pipeline for parts of speech and names.")
    ] = None,
    attributor: Annotated[
        str | None, typer.Option(help="Another attributor: package.module:function.")
    ] = None,
    kind: Annotated[
        Kind | None, typer.Option(help="What articles are that do not say it themselves.")
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(help="Where a field stands in records: text=COLUMN; give it once for each."),
    ] = None,
    follow: Annotated[
        bool | None,
        typer.Option(help="Fetch articles that feeds and site maps only point to."),
    ] = None,
    cache: Annotated[
        Path | None, typer.Option(help="Keep fetched pages in this folder and ask for changes.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let links lead into private networks.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no summary.")] = False,
) -> None:
    """Read reports of one event and show what each claim rests on."""
    outputs = Outputs(
        json=json, html=html, brief=brief, csv=csv, explain=explain, lang=lang, quiet=quiet
    )
    reading = intake_options(
        kind=kind, fields=field or (), follow=follow, cache=cache, allow_private=allow_private
    )
    left_out = frozenset(without or ())
    options = pipeline.PipelineOptions(
        workers=workers, fast=fast, without=left_out, nlp=nlp, attributor=attributor
    )
    analyse_and_write(paths, outputs, options, reading)


def analyse_and_write(
    paths: Sequence[str],
    outputs: Outputs,
    options: pipeline.PipelineOptions,
    reading: intake.IntakeOptions | None = None,
) -> Analysis:
    """Reads, analyses, writes what is wanted and prints the summary."""
    for path in outputs.files():
        check_writable(path)
    taken = intake.read(paths, options=reading or intake.IntakeOptions())
    for problem in taken.problems:
        complain(problem.message)
    for article in taken.articles:
        _tell_language(article, outputs.quiet)
    with progress(outputs.quiet) as reporter:
        analysis = pipeline.run(taken.articles, options=options, progress=reporter)
    write_outputs(analysis, outputs)
    if outputs.explain:
        print_explanation(results(), analysis, outputs.explain, outputs.lang.value)
    elif not outputs.quiet:
        print_summary(results(), analysis, outputs.lang.value)
    return analysis


def _tell_language(article: Article, quiet: bool) -> None:
    """Says that an article is not German; what can be done with it is done."""
    foreign = [warning for warning in article.warnings if warning.code == "not_german"]
    if foreign and not quiet:
        complain(f"{article.path or article.id}: {foreign[0].message}; who says what is not read.")


def write_outputs(analysis: Analysis, outputs: Outputs) -> None:
    """Writes the files that are wanted, each whole or not at all."""
    lang = outputs.lang.value
    written: list[tuple[Path | None, Callable[[], bytes]]] = [
        (outputs.json, lambda: to_json(analysis)),
        (outputs.html, lambda: report.to_html(analysis, lang=lang).encode()),
        (outputs.brief, lambda: report.to_brief(analysis, lang=lang).encode()),
    ]
    for path, content in written:
        if path:
            write_whole(path, content())
            _tell(path, outputs.quiet)
    if outputs.csv:
        _write_tables(analysis, outputs.csv)
        _tell(outputs.csv, outputs.quiet)


def _write_tables(analysis: Analysis, folder: Path) -> None:
    """Writes the tables into a folder, which is made if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"Could not create the folder {folder}: {error.strerror}.") from error
    report.write_tables(analysis, folder)


def _tell(path: Path, quiet: bool) -> None:
    """Says where a result lies."""
    if not quiet:
        note(f"→ {path}")
