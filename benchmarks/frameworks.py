#!/usr/bin/env python3
"""Measure `argmap solve` on large frameworks: `python benchmarks/frameworks.py GENERATOR [--runs N] [--only WORD]`.

Figures are CPU seconds of whole processes, reading the file included, medians of the runs. The generator is a program
that writes random frameworks into a folder when it is called as `GENERATOR afs FOLDER --sizes 10000,100000`; it may
also be named in $FRAMEWORKS. The solver fudge is run in turn where $FUDGE names it; without it, what it took on a
machine like ours is the mark, where that is known.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from attrs import frozen

LARGE = (1000, 10_000, 100_000)


@frozen
class Row:
    """A question to a framework.

    Attributes:
        file: The framework, without its suffix.
        problem: The problem.
        argument: The argument that it is about, if it is about one.
        mark: CPU seconds that fudge 3.3.4 took; nought where that was not measured.
        reach: How much of what fudge takes is to be enough.
    """

    file: str
    problem: str
    argument: str = ""
    mark: float = 0.0
    reach: float = 1.5


ROWS = (
    Row("WS10000", "DC-PR", "4379", 0.98, 1.1),
    Row("WS10000", "DS-PR", "4379", 1.16, 1.1),
    Row("WS10000", "SE-PR", mark=1.2),
    Row("WS10000", "SE-ST", mark=0.05),
    Row("WS10000", "SE-SST", mark=2.3),
    Row("BA10000", "SE-ID", mark=5.0),
    Row("BA100000", "SE-PR"),
    Row("BA100000", "DS-PR", "17", 2.2, 1.1),
    Row("ER100000", "SE-GR"),
    Row("ER1000", "DS-PR", "749", 0.15, 1.1),
    Row("WS1000", "DS-PR", "3", 0.008, 1.1),
)


def cpu(command: list[str]) -> float:
    """Run a program and return the CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ours(file: str, row: Row) -> list[str]:
    """Return the command that asks argmap."""
    about = ["-a", row.argument] if row.argument else []
    return [sys.executable, "-m", "argmap", "solve", file, "-p", row.problem, *about]


def theirs(fudge: str, file: str, row: Row) -> list[str]:
    """Return the command that asks fudge, in the way of the competitions."""
    about = ["-a", row.argument] if row.argument else []
    return [fudge, "-p", row.problem, "-f", file, *about]


def measured(row: Row, file: str, fudge: str, runs: int) -> str:
    """Ask both in turn, and return a line of the table."""
    rounds = [(cpu(ours(file, row)), cpu(theirs(fudge, file, row)) if fudge else row.mark) for _ in range(runs)]
    mine, other = map(statistics.median, zip(*rounds, strict=True))
    line = f"{row.file:<10}{row.problem:<8}{mine:>8.2f}"
    if not other:
        return line
    missed = "" if mine <= row.reach * other else f"   reach {row.reach}: missed"
    return f"{line}{other:>8.2f}{mine / other:>8.2f}{missed}"


def main() -> None:
    """Write the frameworks, ask, and print medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("generator", nargs="?", default=os.environ.get("FRAMEWORKS"), help="program that writes them")
    parser.add_argument("--runs", type=int, default=3, help="how often each is run (default: 3)")
    parser.add_argument("--only", default="", help="part of the name of a framework or problem")
    options = parser.parse_args()
    if not options.generator:
        parser.error("name the program that writes the frameworks, or set $FRAMEWORKS")
    fudge = os.environ.get("FUDGE", "")
    with tempfile.TemporaryDirectory(prefix="argmap-benchmark-") as folder:
        sizes = ",".join(map(str, LARGE))
        command = [sys.executable, options.generator, "afs", folder, "--sizes", sizes]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        print(f"{'CPU seconds':<18}{'argmap':>8}{'fudge' if fudge else 'mark':>8}{'ratio':>8}")
        for row in ROWS:
            if options.only in f"{row.file} {row.problem}":
                print(measured(row, str(Path(folder) / f"{row.file}.af"), fudge, options.runs), flush=True)


if __name__ == "__main__":
    main()
