"""Print how strong the arguments of a weighted bipolar graph are under three semantics."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from argmap.frameworks.strengths import files
from argmap.frameworks.strengths.solving import strengths

SEMANTICS = {"DF-QuAD": "df_quad", "QE": "quadratic_energy", "Euler": "euler"}


def main(arguments: list[str]) -> int:
    """Print the summary of the file that the only argument names; return 0, or 1 where it cannot be read whole."""
    file = files.read(Path(arguments[0]).read_bytes(), arguments[0])
    for finding in file.findings:
        sys.stderr.write(f"{finding}\n")
    if file.is_broken:
        return 1
    found = {title: strengths(file.graph, name) for title, name in SEMANTICS.items()}
    summary = {
        "schema": "qbaf-strengths/1",
        "acyclic": all(not each.circles for each in found.values()),
        "strengths": {title: each.by_argument for title, each in found.items()},
    }
    sys.stdout.write(json.dumps(summary, ensure_ascii=False) + "\n")
    return 0
