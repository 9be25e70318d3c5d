"""Who is who in a story: every speaker one `Source`, every link of a chain resolved.

In: an `Analysis` whose articles have attributions and names. Out: the same with its sources, the
chains of every attribution, and the source of every name that is one. Three ideas: a ledger per
story, in which two phrases are one source only on evidence; names that explain themselves are
entered before what points back is understood through them; each body's kind of noun says for whom
it speaks.
"""

from quellenlage.sources.resolve import STAGE, resolve

__all__ = ["STAGE", "resolve"]
