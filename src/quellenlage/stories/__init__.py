"""Stories: which articles tell the same event."""

from quellenlage.stories.grouping import STAGE, group

__all__ = ["STAGE", "group"]
