"""The second set of weights: who says what, by Quellenlage's rules and a head that learned it.

`quellenlage analyse PATH --attributor quellenlage_second:attribute`. The head learned from German
Wikinews quotations; data and weights are CC BY-NC-SA 4.0, for non-commercial use only.
"""

from quellenlage_second.attribute import attribute

__all__ = ["attribute"]
