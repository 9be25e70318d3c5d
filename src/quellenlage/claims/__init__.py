"""Claims: what the articles of a story state, and what each statement rests on.

In go annotated articles with attributions and their chains, reuse, lineages and stories; out come
claims with their assertions, counts, status and history, and where they disagree or drift.

Three ideas: a sentence is cut into passages that state one thing each, and every passage has a
stance; passages that say the same in other words are one claim, by shared concepts, reuse and
figures; a claim is weighed by who is behind it, never by how many repeat it (`weighing`, which
needs nothing but assertions and sources).
"""

from quellenlage.claims.weigh import STAGE, weigh
from quellenlage.claims.weighing import Proposition, Scales

__all__ = ["STAGE", "Proposition", "Scales", "weigh"]
