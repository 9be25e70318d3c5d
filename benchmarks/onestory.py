"""How long the claims of one large story take, after annotation.

`python benchmarks/onestory.py [--articles N] [--word WORD] [--keep FILE] [--profile]` takes the
first N articles of a month of the archive whose title names a word, reads them, and weighs them as
one story: passages, claims, discrepancies, drifts and timeline. The clock's and the processor's
seconds are printed with the number of assertions. `--keep` holds what stands before the claims.
"""

from __future__ import annotations

import argparse
import cProfile
import pickle
import pstats
import time
from pathlib import Path

import msgspec

from quellenlage.claims import STAGE, weigh
from quellenlage.model import Analysis, Article, Story
from quellenlage.pipeline import PipelineOptions, run
from speed import ARCHIVE, MONTH, archived

LONGEST = 900
"""Words of an article; a live ticker is no report."""


def articles(archive: Path, wanted: int, word: str) -> list[Article]:
    """Articles of the archive that name a word in their title."""
    found = [
        Article(id=f"a{number}", text=f"{title}\n\n{text}")
        for number, (title, text) in enumerate(archived(archive / MONTH))
        if word in title and len(text.split()) <= LONGEST
    ]
    return found[:wanted]


def read(archive: Path, wanted: int, word: str) -> Analysis:
    """The articles as one story, with all that stands before its claims."""
    options = PipelineOptions(workers=1, without=frozenset({STAGE.name}))
    analysis = run(articles(archive, wanted, word), options=options)
    whole = Story(id="story", title=word, articles=[a.id for a in analysis.articles])
    return msgspec.structs.replace(analysis, stories=[whole])


def main() -> None:
    """Command line: see the text at the top of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--archive", type=Path, default=ARCHIVE)
    parser.add_argument("--articles", type=int, default=200, metavar="N")
    parser.add_argument("--word", default="Corona")
    parser.add_argument("--keep", type=Path, metavar="FILE")
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    if given.keep and given.keep.is_file():
        analysis: Analysis = pickle.loads(given.keep.read_bytes())
    else:
        analysis = read(given.archive, given.articles, given.word)
        if given.keep:
            given.keep.write_bytes(pickle.dumps(analysis))
    profile = cProfile.Profile()
    if given.profile:
        profile.enable()
    clock, processor = time.perf_counter(), time.process_time()
    found = weigh(analysis)
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    profile.disable()
    assertions = sum(len(claim.assertions) for claim in found.claims)
    print(f"{len(analysis.articles)} articles, {assertions} assertions, {len(found.claims)} claims")
    print(f"{clock:.1f} s by the clock, {processor:.1f} s of the processor")
    if given.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
