#!/usr/bin/env python3
"""Measure strengths beside other programs: `python benchmarks/strengths.py [--nodes N] [--runs N]`.

A graph without circles is solved under DF-QuAD and quadratic energy, and figures are CPU seconds of that alone, medians
of some runs in turn. Uncertainpy and QBAF-Py run in environments of their own, whose Pythons are named in $UNCERTAINPY
and $QBAF; without them only argmap is measured. The sums of all strengths are compared, so that all solve the same.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

OURS = """
from argmap.frameworks.strengths.files import read
from argmap.frameworks.strengths.solving import strengths
graph = read(open(file, encoding="utf-8").read(), file).graph
begun = time.process_time()
total = sum(strengths(graph, {"df_quad": "df_quad", "qe": "quadratic_energy"}[semantics]).values)
done = time.process_time()
"""
UNCERTAINPY = """
import uncertainpy.gradual as grad
modular = grad.semantics.modular
made = {
    "df_quad": (modular.ProductAggregation(), modular.LinearInfluence(conservativeness=1)),
    "qe": (modular.SumAggregation(), modular.QuadraticMaximumInfluence(conservativeness=1)),
}[semantics]
graph = grad.BAG(file)
begun = time.process_time()
grad.algorithms.computeStrengthValues(graph, *made)
done = time.process_time()
total = sum(argument.strength for argument in graph.arguments.values())
"""
QBAF = """
from qbaf import QBAFramework
facts = [line.rstrip(").\\n").split("(", 1) for line in open(file, encoding="utf-8")]
facts = [(kind, *rest.split(", ")) for kind, rest in facts]
names, scores = zip(*[(name, float(score)) for kind, name, score in facts if kind == "arg"])
attacks, supports = ([(a, b) for each, a, b in facts if each == kind] for kind in ("att", "sup"))
model = {"df_quad": "DFQuAD_model", "qe": "QuadraticEnergy_model"}[semantics]
graph = QBAFramework(list(names), list(scores), attacks, supports, disjoint_relations=False, semantics=model)
begun = time.process_time()
total = sum(graph.final_strengths.values())
done = time.process_time()
"""
HEAD = "import sys, time\nfile, semantics = sys.argv[1:]\n"
FOOT = "print(done - begun, total)\n"
SEMANTICS = {"df_quad": "DF-QuAD", "qe": "quadratic energy"}


def bag(size: int) -> str:
    """Return facts on a graph without circles; the same size always gives the same."""
    chance = random.Random(size)
    facts = [f"arg(a{number}, {chance.random():.3f})." for number in range(size)]
    for number in range(1, size):
        targets = {chance.randrange(max(0, number - 1000), number) for _ in range(chance.choice((1, 1, 2)))}
        facts += [f"{chance.choice(('att', 'sup'))}(a{number}, a{target})." for target in sorted(targets)]
    return "\n".join(facts) + "\n"


def once(python: str, program: str, file: Path, semantics: str) -> tuple[float, float]:
    """Solve the graph of a file; return the CPU seconds, and the sum of the strengths."""
    command = [python, "-c", HEAD + program + FOOT, str(file), semantics]
    seconds, total = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(total)


def main() -> None:
    """Measure all in turn, and print medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=100_000, help="size of the graph (default: 100000)")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run (default: 5)")
    options = parser.parse_args()
    programs = [("argmap", sys.executable, OURS)]
    peers = (("Uncertainpy", "UNCERTAINPY", UNCERTAINPY), ("QBAF-Py", "QBAF", QBAF))
    programs += [(title, os.environ[variable], program) for title, variable, program in peers if variable in os.environ]
    with tempfile.TemporaryDirectory(prefix="argmap-benchmark-") as folder:
        file = Path(folder, "graph.bag")
        file.write_text(bag(options.nodes), encoding="utf-8")
        print(f"{options.nodes:,} arguments, CPU seconds of solving")
        for semantics, title in SEMANTICS.items():
            runs = [
                [once(python, program, file, semantics) for _, python, program in programs] for _ in range(options.runs)
            ]
            totals = {round(total, 3) for run in runs for _, total in run}
            same = "" if len(totals) == 1 else f"  they differ: the sums are {sorted(totals)}"
            print(f"  {title}{same}")
            for (name, _, _), figures in zip(programs, zip(*runs, strict=True), strict=True):
                print(f"    {name:<12}{statistics.median(seconds for seconds, _ in figures):>8.3f}")


if __name__ == "__main__":
    main()
