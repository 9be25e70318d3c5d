"""All annotated stories side by side: a change to the claims is taken only if it helps their mean.

`stories.py [--keep FOLDER] [--fresh] [STORY…]` analyses the two gold stories of the data folder
and those of `benchmarks/gold`, scores them with the scorers of the data folder, and prints one row
for each figure, one column for each story, and the mean. `--keep` holds what stands before the
claims are formed, so that a change to their room is measured in seconds; `--fresh` makes it anew.
"""

from __future__ import annotations

import argparse
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from quellenlage import intake, pipeline
from quellenlage.claims import STAGE, weigh
from quellenlage.model import Analysis

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
STORIES = {"seeds": SHARED / "gold", "toennies": SHARED / "gold"}
FIGURES = ("precision", "recall", "f1", "value")
ROWS = (
    "assertions", "claims", "claims, all", "stance", "stance, matched", "origin", "origin, matched",
    "status", "status, not asserted", "kind", "independent", "independent, matched",
    "over-counted, matched", "circular", "discrepancies", "discrepancy figure",
    "discrepancy place", "discrepancy date", "discrepancy status", "discrepancy attribution",
    "false figure discrepancies", "reuse", "reuse, typed", "lineages",
)  # fmt: skip


def gold_folders(out: Path, names: Sequence[str]) -> dict[str, Path]:
    """The stories and the folders their annotation lies in; those of the archive are written."""
    call = [sys.executable, str(HERE / "gold" / "materialise.py"), str(out)]
    written = subprocess.run(call, check=True, capture_output=True, text=True).stdout.split()
    known = STORIES | {Path(path).stem: out for path in written}
    return {name: folder for name, folder in known.items() if not names or name in names}


def annotated(name: str, folder: Path, keep: Path, *, fresh: bool) -> Analysis:
    """A story with all that stands before its claims, from where it is kept if it is."""
    kept = keep / f"{name}.pickle"
    if kept.is_file() and not fresh:
        found: Analysis = pickle.loads(kept.read_bytes())
        return found
    articles = folder.parent / "seeds" if name == "seeds" else folder / name
    taken = intake.read([articles])
    options = pipeline.PipelineOptions(workers=1, without=frozenset({STAGE.name}))
    analysis = pipeline.run(taken.articles, options=options)
    kept.write_bytes(pickle.dumps(analysis))
    return analysis


def measures(name: str, folder: Path, analysis: Analysis) -> dict[str, dict[str, Any]]:
    """What the scorers of the data folder say of an analysis."""
    sys.path.insert(0, str(SHARED / "bench"))
    scorer, goldfile = import_module("claims"), import_module("goldfile")
    story = goldfile.read_story(folder / f"{name}.json")
    report = scorer.score(story, msgspec.to_builtins(analysis))
    return {"summary": {"value": report.score}, **report.measures}


def table(found: dict[str, dict[str, dict[str, Any]]]) -> str:
    """The figures of all stories as lines, the mean of those that have one last."""
    lines = [f"{'':36}" + "".join(f"{name[:9]:>10}" for name in found) + f"{'mean':>10}"]
    for row in ("summary", *ROWS):
        for figure in FIGURES:
            values = [measured.get(row, {}).get(figure) for measured in found.values()]
            known = [value for value in values if value is not None]
            if known:
                cells = [f"{'–' if v is None else f'{v:.3f}':>10}" for v in values]
                mean = sum(known) / len(known)
                lines.append(f"{row + ' ' + figure:36}" + "".join(cells) + f"{mean:10.3f}")
    return "\n".join(lines)


def main() -> None:
    """Command line: see the text at the top of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="*", metavar="STORY")
    parser.add_argument("--keep", type=Path, help="folder for what stands before the claims")
    parser.add_argument("--fresh", action="store_true", help="make what is kept anew")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="quellenlage-stories-") as temporary:
        keep = arguments.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        folders = gold_folders(Path(temporary), arguments.stories)
        found = {
            name: measures(
                name, folder, weigh(annotated(name, folder, keep, fresh=arguments.fresh))
            )
            for name, folder in folders.items()
        }
    print(table(found))


if __name__ == "__main__":
    main()
