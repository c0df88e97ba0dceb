"""Summarise SADFace as argmap's own reader has it: its atoms, how often each scheme stands there, and what it joins."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from argmap.flaws import Flaws
from argmap.formats.graphs._sadface import FRAME


def summarise(text: str) -> dict[str, Any]:
    """Return the summary ``sadface-summary/1``: of each scheme, every pair of an atom that leads in and one led to."""
    nodes, edges, _ = FRAME.parsed(text, Flaws())
    kinds = {fields["id"]: fields.get("type") for fields, _ in nodes}
    atoms = {fields["id"]: fields.get("text", "") for fields, _ in nodes if fields.get("type") == "atom"}
    names = {fields["id"]: fields.get("name", "") for fields, _ in nodes if fields.get("type") == "scheme"}
    ends = [(fields["source_id"], fields["target_id"]) for fields, _ in edges]
    into: dict[str, list[str]] = {}
    for source, target in ends:
        into.setdefault(target, []).append(source)
    return {
        "schema": "sadface-summary/1",
        "nodes": len(nodes),
        "edges": len(edges),
        "atoms": atoms,
        "schemes": Counter(names.values()),
        "pairs": [
            [names[scheme], source, target]
            for scheme, target in ends
            if scheme in names and target in kinds
            for source in into.get(scheme, ())
            if source in atoms
        ],
        "dangling_edges": [list(pair) for pair in ends if not kinds.keys() >= set(pair)],
    }


def main(arguments: list[str]) -> int:
    """Print the summary of a file."""
    (file,) = arguments
    sys.stdout.write(json.dumps(summarise(Path(file).read_bytes().decode("utf-8-sig")), ensure_ascii=False) + "\n")
    return 0
