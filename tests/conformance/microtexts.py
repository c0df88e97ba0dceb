"""Print what an argument graph of arg-microtexts holds, as ``arggraph-summary/1``."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from argmap.flaws import Flaws
from argmap.formats._xml import decoded
from argmap.formats.annotated.microtexts.syntax import Graph, parse


def main(arguments: list[str]) -> None:
    """Read the file that is named."""
    graph = parse(Flaws(decoded(Path(arguments[0]).read_bytes())))
    adus = graph.each("adu")
    relations = _relations(graph)
    kinds = Counter(kind for kind, *_ in relations)
    sources = {edge.source for edge in graph.edges.values()}
    summary = {
        "schema": "arggraph-summary/1",
        **{name: graph.attributes.get(name) for name in ("id", "topic_id", "stance")},
        "edus": len(graph.each("edu")),
        "joints": len(graph.each("joint")),
        "adus": Counter(adu.type for adu in adus),
        "edge_types": Counter(edge.type for edge in graph.each("edge")),
        "roots": [adu.id for adu in adus if adu.id not in sources],
        "adu_text": {name: " ".join(each.text for each in segments) for name, segments in graph.segments.items()},
        "relations": relations,
        "support_like": kinds["sup"] + kinds["exa"],
        "attack_like": kinds["reb"] + kinds["und"],
        "undercuts": kinds["und"],
        "linked_premises": sum(edge.type == "add" for edge in graph.edges.values()),
    }
    sys.stdout.write(json.dumps(summary, ensure_ascii=False) + "\n")


def _relations(graph: Graph) -> list[tuple[str, list[str], str, str]]:
    added: dict[str, list[str]] = {}
    for edge in graph.edges.values():
        base = graph.base(edge) if edge.type == "add" else None
        if base:
            added.setdefault(base.id, []).append(edge.source)
    return [
        (
            edge.type,
            sorted([edge.source, *added.get(edge.id, [])]),
            "edge" if edge.target in graph.edges else "adu",
            edge.target,
        )
        for edge in graph.edges.values()
        if edge.type != "add"
    ]
