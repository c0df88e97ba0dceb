#!/usr/bin/env python3
"""Measure reading and writing AIF beside arguebuf: `python benchmarks/graphs.py [--nodes N] [--runs N]`.

Figures are CPU seconds of a process: those of reading and writing alone, and those of the whole with its imports.
arguebuf runs in an environment of its own, whose Python is named in $ARGUEBUF; without it only argmap is measured.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

OURS = """
import sys, time
start = time.process_time()
from argmap.formats.graphs import aif
from argmap.formats.graphs import _aif_reading, _aif_writing
def read(file): return aif.read(open(file, encoding="utf-8").read(), file)
def write(m, file): open(file, "w", encoding="utf-8").write(aif.write(m).text)
"""
THEIRS = """
import sys, time
start = time.process_time()
import arguebuf
def read(file): return arguebuf.load.file(file)
def write(m, file): arguebuf.dump.file(m, file, config=arguebuf.dump.Config(format=arguebuf.dump.Format.AIF))
"""
RUN = """
imported = time.process_time()
m = read(sys.argv[1])
done = time.process_time()
write(m, sys.argv[2])
end = time.process_time()
print(done - imported, end - done, end)
"""


def node_set(size: int) -> dict[str, object]:
    """Return a node set with as many statements as inferences and conflicts; the same size always gives the same."""
    chance = random.Random(size)
    stamp = {"timestamp": "2024-05-01 10:00:00"}
    nodes: list[dict[str, str]] = []
    edges: list[dict[str, str | None]] = []
    half = size // 2
    for number in range(half):
        text = f"Statement {number} says that something has happened in town {chance.randrange(1000)}."
        nodes.append({"nodeID": str(number), "text": text, "type": "I", **stamp})
    for number in range(half, size):
        kind, text = chance.choice([*[("RA", "Default Inference")] * 3, ("CA", "Default Conflict")])
        nodes.append({"nodeID": str(number), "text": text, "type": kind, **stamp})
        source = 1 + number % (half - 1)
        for start, end in ((source, number), (number, chance.randrange(source))):
            name = str(len(edges) + 1)
            edges.append({"edgeID": name, "fromID": str(start), "toID": str(end), "formEdgeID": None})
    return {"nodes": nodes, "edges": edges, "locutions": []}


def once(python: str, program: str, folder: Path) -> tuple[float, ...]:
    """Run a program on the file in a folder; return the CPU seconds of reading, of writing, and of the whole."""
    command = [python, "-c", program + RUN, str(folder / "in.json"), str(folder / "out.json")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return tuple(map(float, done.stdout.split()))


def main() -> None:
    """Measure both in turn, and print medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=10_000, help="size of the node set (default: 10000)")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run (default: 5)")
    options = parser.parse_args()
    programs = [("argmap", sys.executable, OURS)]
    if peer := os.environ.get("ARGUEBUF"):
        programs.append(("arguebuf", peer, THEIRS))
    with tempfile.TemporaryDirectory(prefix="argmap-benchmark-") as name:
        folder = Path(name)
        (folder / "in.json").write_text(json.dumps(node_set(options.nodes), indent=2), encoding="utf-8")
        for _, python, program in programs:
            once(python, program, folder)
        rounds = [[once(python, program, folder) for _, python, program in programs] for _ in range(options.runs)]
    medians = [tuple(map(statistics.median, zip(*runs, strict=True))) for runs in zip(*rounds, strict=True)]
    print(f"AIF of {options.nodes:,} nodes, CPU seconds: reading, writing, the whole process")
    for (title, _, _), figures in zip(programs, medians, strict=True):
        print(f"  {title:<10}" + "".join(f"{figure:>8.3f}" for figure in figures))
    if len(medians) > 1:
        ratios = [mine / theirs for mine, theirs in zip(*medians, strict=True)]
        missed = "" if max(ratios[:2]) <= LIMIT else ": missed"
        print(f"  {'ratio':<10}" + "".join(f"{ratio:>8.2f}" for ratio in ratios) + f"   reach {LIMIT}{missed}")


LIMIT = 0.5

if __name__ == "__main__":
    main()
