"""The analysis: everything found in a set of articles, and its JSON."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from quellenlage.model.article import Article
from quellenlage.model.story import (
    Claim,
    Discrepancy,
    Drift,
    Lineage,
    Place,
    Reuse,
    Source,
    Story,
    TimelineEntry,
    Version,
)

__all__ = ["SCHEMA", "Analysis", "Generator", "from_json", "json_schema", "to_json"]

SCHEMA = "quellenlage.analysis/1"


class Generator(msgspec.Struct, frozen=True, kw_only=True):
    """What made an analysis."""

    name: str = "quellenlage"
    version: str
    weights: str | None = None
    options: dict[str, Any] = {}


class Analysis(msgspec.Struct, frozen=True, kw_only=True):
    """Everything found in a set of articles; fields as in the analysis contract, version 1.

    `recurring` are the passages that an outlet repeats on its pages.
    """

    schema: str = SCHEMA
    generator: Generator
    created: str
    articles: list[Article] = []
    sources: list[Source] = []
    reuse: list[Reuse] = []
    lineages: list[Lineage] = []
    versions: list[Version] = []
    recurring: list[Place] = []
    stories: list[Story] = []
    claims: list[Claim] = []
    discrepancies: list[Discrepancy] = []
    drifts: list[Drift] = []
    timeline: list[TimelineEntry] = []


def to_json(analysis: Analysis) -> bytes:
    """The analysis as the contract's JSON, indented, UTF-8; the words of the articles stay out."""
    document = msgspec.to_builtins(analysis)
    for article in document["articles"]:
        del article["words"]
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def from_json(data: bytes) -> Analysis:
    """The analysis a JSON document holds; raises `msgspec.ValidationError` if it is none."""
    analysis = msgspec.json.decode(data, type=Analysis)
    if analysis.schema != SCHEMA:
        raise msgspec.ValidationError(f"expected schema {SCHEMA!r}, found {analysis.schema!r}")
    return analysis


def json_schema() -> dict[str, Any]:
    """The JSON Schema of what `to_json` writes."""
    schema = msgspec.json.schema(Analysis)
    definitions = schema["$defs"]
    definitions["Article"]["properties"].pop("words")
    definitions.pop("Word", None)
    for definition in definitions.values():
        properties = definition.get("properties", {})
        if definition["title"] != "Warning":
            definition["required"] = sorted(properties)
    return schema
