"""Runs the trained components: sequence models over tokens, on the CPU.

In: one list of features for each token. Out: one label for each token. The weights lie beside this
module in `weights/`, each with a card that tells from what they were made and how to make them
again. A component whose weights are missing fails loudly when it is first used, never at import.
"""

from quellenlage.encoder.sequence import SequenceModel, weights_file

__all__ = ["SequenceModel", "weights_file"]
