"""Runs the chain: stages of one article on all cores, stages of the whole analysis after them."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec

from quellenlage.encoder import WEIGHTS
from quellenlage.errors import InvalidCall, UserError
from quellenlage.german import COMPONENTS, ENCODER
from quellenlage.model import Analysis, Article, Generator, Stage, Warning
from quellenlage.pipeline.chain import CHAIN, chain_of, check, without
from quellenlage.version import VERSION

__all__ = ["PipelineOptions", "Progress", "run"]

WORTH_A_POOL = 24
"""Articles from which on starting further processes pays: a process takes about a second to start
and load its components, an article a twentieth of that."""
CHUNK = 8
"""Articles handed to a process at once; small enough that the bar moves."""

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how many units are done, and how many there are."""


class PipelineOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to run: processes (none: as many as pay), without the encoder, with a spaCy pipeline or
    an attributor of the user's own, trained components and stages left out by their names, the
    time to write down; raises `InvalidCall` for a name that is none."""

    workers: int | None = None
    fast: bool = False
    nlp: str | None = None
    attributor: str | None = None
    without: frozenset[str] = frozenset()
    created: str | None = None

    def __post_init__(self) -> None:
        """Fails if there is nothing of a name that is to be left out."""
        stages = [stage.name for stage in CHAIN]
        if unknown := sorted(self.without.difference(COMPONENTS, stages)):
            raise InvalidCall(
                f"There is no {unknown[0]!r} to leave out; there are the components "
                f"{', '.join(COMPONENTS)} and the stages {', '.join(stages)}."
            )

    def components(self) -> dict[str, Any]:
        """What `chain_of` asks for."""
        left_out = self.without.intersection(COMPONENTS)
        left_out |= {ENCODER} if self.fast else set()
        return {"left_out": left_out, "nlp": self.nlp, "attributor": self.attributor}

    def told(self) -> dict[str, Any]:
        """What the analysis tells of them."""
        own = {"fast": self.fast, "nlp": self.nlp, "attributor": self.attributor}
        return {"without": sorted(self.without), **own}


def run(
    articles: Sequence[Article],
    *,
    options: PipelineOptions | None = None,
    progress: Progress | None = None,
) -> Analysis:
    """The analysis of some articles; a stage that fails on one leaves a warning on that one."""
    options = options or PipelineOptions()
    chain = chain_of(**options.components())
    chain = without(chain, options.without)
    check(chain)
    report = progress or _silent
    per_article = [stage for stage in chain if stage.scope == "article"]
    together = [stage for stage in chain if stage.scope == "analysis"]
    read = _read_articles(articles, per_article, options, report)
    analysis = Analysis(
        generator=Generator(version=VERSION, weights=WEIGHTS, options=options.told()),
        created=options.created or now(),
        articles=read,
    )
    for number, stage in enumerate(together):
        report(stage.name, number, len(together))
        analysis = stage.run(analysis)
    report("done", len(together), len(together))
    return analysis


def now() -> str:
    """The present time in UTC, or that of SOURCE_DATE_EPOCH, which makes runs repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.isoformat(timespec="seconds")


def _silent(stage: str, done: int, total: int) -> None:
    """Reports nothing."""


def _read_articles(
    articles: Sequence[Article], stages: Sequence[Stage], options: PipelineOptions, report: Progress
) -> list[Article]:
    """All articles, with what the stages of one article mark in them."""
    names = tuple(stage.name for stage in stages)
    label = names[0] if names else "articles"
    done = []
    read = partial(_read_article, names=names, components=options.components())
    with _mapping(len(articles), options.workers) as mapped:
        for article in mapped(read, articles):
            done.append(article)
            report(label, len(done), len(articles))
    return done


@contextmanager
def _mapping(
    count: int, workers: int | None
) -> Iterator[Callable[[Callable[[Article], Article], Sequence[Article]], Iterable[Article]]]:
    """A `map` on as many processes as pay for so many articles."""
    wanted = workers or ((os.cpu_count() or 1) if count >= WORTH_A_POOL else 1)
    if wanted == 1:
        yield map
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(wanted, mp_context=context)
    try:
        yield lambda function, items: pool.map(function, items, chunksize=CHUNK)
    finally:
        pool.shutdown(cancel_futures=True)


def _read_article(
    article: Article, *, names: Sequence[str], components: Mapping[str, Any]
) -> Article:
    """One article through the stages named, in order."""
    stages = {stage.name: stage for stage in chain_of(**components)}
    for name in names:
        article = _guarded(stages[name], article)
    return article


def _guarded(stage: Stage, article: Article) -> Article:
    """The article after a stage, or as it was with a warning that the stage failed on it."""
    try:
        result: Article = stage.run(article)
    except UserError:
        raise
    except Exception as error:
        message = f"stage {stage.name} failed and was left out: {type(error).__name__}: {error}"
        warning = Warning(code="stage-failed", message=message)
        return msgspec.structs.replace(article, warnings=[*article.warnings, warning])
    return result
