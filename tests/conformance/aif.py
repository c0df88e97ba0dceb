"""Summarise a node set as argmap's own reader has it: its nodes and edges, and what leads through schemes to what."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from argmap.flaws import Flaws
from argmap.formats.graphs import _aif

SCHEMES = ("RA", "CA", "MA", "PA")


def summarise(found: _aif.NodeSet) -> dict[str, Any]:
    """Return the summary ``aif-summary/1``."""
    nodes = [(str(name), item.value) for item, name in found.nodes]
    edges = [(str(source), str(target)) for _, (source, target) in found.edges]
    types = {name: _aif.type_of(fields) for name, fields in reversed(nodes)}
    texts = {name: _aif.text_of(fields) for name, fields in reversed(nodes)}
    sources: dict[str, list[str]] = {}
    targets: dict[str, list[str]] = {}
    for source, target in edges:
        if source in types and target in types:
            sources.setdefault(target, []).append(source)
            targets.setdefault(source, []).append(target)
    schemes = [
        [name, types[name], [s for s in sources.get(name, ()) if types[s] == "I"], targets.get(name, [])]
        for name in types
        if types[name] in SCHEMES
    ]
    pairs = [(kind, source, target) for _, kind, starts, ends in schemes for source in starts for target in ends]
    ends_in = {kind: [[s, t] for k, s, t in pairs if k == kind and types[t] == "I"] for kind in SCHEMES}
    between = [[s, t, k] for k, s, t in pairs if types[t] in SCHEMES]
    is_undercut = [types[target] == "RA" and kind == "CA" for _, target, kind in between]
    return {
        "schema": "aif-summary/1",
        "nodes": len(nodes),
        "edges": len(edges),
        "counts": Counter(_aif.type_of(fields) for _, fields in nodes),
        "i_nodes": [name for name, fields in nodes if _aif.type_of(fields) == "I"],
        "duplicate_node_ids": len(nodes) - len(types),
        "dangling_edges": [list(ends) for ends in edges if not types.keys() >= set(ends)],
        "support": ends_in["RA"],
        "attack": ends_in["CA"],
        "rephrase": ends_in["MA"],
        "undercut": [each for each, is_one in zip(between, is_undercut, strict=True) if is_one],
        "other_scheme_target": [each for each, is_one in zip(between, is_undercut, strict=True) if not is_one],
        "schemes": schemes,
        "anchors": [
            [source, name, target, texts[name]]
            for name in types
            if types[name] == "YA"
            for source in sources.get(name, ())
            for target in targets.get(name, ())
        ],
    }


def main(arguments: list[str]) -> int:
    """Print the summary of a file."""
    (file,) = arguments
    found = _aif.read(Path(file).read_bytes().decode("utf-8-sig"), Flaws())
    sys.stdout.write(json.dumps(summarise(found), ensure_ascii=False) + "\n")
    return 0
