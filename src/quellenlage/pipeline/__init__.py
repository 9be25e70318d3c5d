"""The stages in order, on one core or on all.

In: articles from intake. Out: the `Analysis`. Two ideas: each stage declares what it requires and
gives, and the chain is checked before the first text is read; stages of one article run in
parallel and can fail only on that article, stages of the whole analysis run after them.
"""

from quellenlage.pipeline.chain import CHAIN, check
from quellenlage.pipeline.run import PipelineOptions, Progress, run

__all__ = ["CHAIN", "PipelineOptions", "Progress", "check", "run"]
