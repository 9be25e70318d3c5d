"""Stories: which articles tell the same event.

In go articles, out come stories, every article in exactly one. Two ideas: an article is what its
headline and first words name that news seldom names; and a story goes on only while articles keep
coming, so that the same subject a month later is another story.
"""

from quellenlage.stories.grouping import STAGE, group

__all__ = ["STAGE", "group"]
