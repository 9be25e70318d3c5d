"""What descends from what: copies, edits, rewordings, from ten articles to a hundred thousand.

In: articles with their sentences. Out: `Traced` – `reuse`, pairs of sentences that come from one,
and `lineages`, the articles that come from one text. Three ideas: rare features in an inverted
index say which sentences are worth comparing, so cost grows with data and matches, never with
pairs; what a sentence's neighbours match is evidence, so translations of one text are found and
independent reports of one event stay apart; what one outlet repeats everywhere is no reuse.
A collection that grows is held in a `LineageIndex`, where new articles cost what they cost alone.
"""

from quellenlage.lineage.growing import Added, LineageIndex
from quellenlage.lineage.trace import STAGE, Traced, trace

__all__ = ["STAGE", "Added", "LineageIndex", "Traced", "trace"]
