"""Who says what, on whose word.

In goes an annotated article, out come its attributions: what is quoted, who speaks, by which words
one sees it, and the links of the chain as they stand in the text.

Three ideas: a sentence is cut into clauses, and verbs, phrases and nouns of saying take clauses;
quotation marks make direct speech of what they took; the Konjunktiv carries a speaker on until the
indicative returns. Every attribution names the rule that made it.
"""

from quellenlage.attribution.attribute import STAGE, attribute
from quellenlage.attribution.plugged import plugged

__all__ = ["STAGE", "attribute", "plugged"]
