"""Article → the same article with its sentences, words, names, dates and figures marked.

In: `article.text`, its language and its date. Out: the same article with more in it. The language
pack does the work; a language without one gets plain sentences and a warning, never an error.
"""

from functools import partial

import msgspec

from quellenlage.annotation.annotate import PACKS, annotate, packs
from quellenlage.model import Stage

__all__ = ["PACKS", "STAGE", "annotate", "packs", "stage"]

STAGE = Stage(
    name="annotation",
    version="1",
    scope="article",
    requires=frozenset({"article.text", "article.published"}),
    gives=frozenset(
        {
            "article.sentences",
            "article.words",
            "article.mentions",
            "article.dates",
            "article.figures",
        }
    ),
    run=annotate,
)


def stage(*, left_out: frozenset[str] = frozenset(), nlp: str | None = None) -> Stage:
    """The stage without some components, or with a spaCy pipeline of the user's own."""
    return msgspec.structs.replace(
        STAGE, run=partial(annotate, by=packs(left_out=left_out, nlp=nlp))
    )
