"""The report: an analysis as something people read.

In: an `Analysis`. Out: records to print (`summary_records`, `explain`), one page of Markdown
(`to_brief`), one self-contained HTML file (`to_html`), tables (`write_tables`). Two ideas: what is
said is worked out as plain records first and only then set in type, and every sentence leads to
the passages it comes from. All texts of the interface stand in `texts/`, German and English.
"""

from quellenlage.report.brief import to_brief
from quellenlage.report.explaining import explain
from quellenlage.report.html import to_html
from quellenlage.report.records import (
    ArticleLine,
    ClaimLine,
    Disagreement,
    DriftLine,
    Explanation,
    Holding,
    KeyFigure,
    LineageLine,
    OpenQuestion,
    Passage,
    Reference,
    Step,
    StorySummary,
    Summary,
    Value,
    Witness,
)
from quellenlage.report.summary import summary_records
from quellenlage.report.tables import write_tables

__all__ = [
    "ArticleLine",
    "ClaimLine",
    "Disagreement",
    "DriftLine",
    "Explanation",
    "Holding",
    "KeyFigure",
    "LineageLine",
    "OpenQuestion",
    "Passage",
    "Reference",
    "Step",
    "StorySummary",
    "Summary",
    "Value",
    "Witness",
    "explain",
    "summary_records",
    "to_brief",
    "to_html",
    "write_tables",
]
