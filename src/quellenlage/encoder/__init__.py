"""Runs the trained components on the CPU: the encoder with its heads, and sequence models.

In: the tokens of sentences, or one list of features for each token. Out: one vector or one label
for each token. The weights lie beside this module in `weights/`, each with a card that tells from
what they were made and how to make them again. A component whose weights are missing fails loudly
when it is first used, never at import.
"""

from quellenlage.encoder.network import Encoder, Head
from quellenlage.encoder.passages import passages
from quellenlage.encoder.sequence import SequenceModel, weights_file

__all__ = ["WEIGHTS", "Encoder", "Head", "SequenceModel", "passages", "weights_file"]

WEIGHTS = "default-2026-11"
"""The name of the set of weights, as it stands in every analysis."""
