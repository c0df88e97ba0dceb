#!/usr/bin/env python3
"""Measure argmap, beside Python and Argdown where it is installed: `python benchmarks/run.py [--runs N] [ROW ...]`.

Every figure but those of `evaluate` is CPU time (user and system, child processes included) of a whole process, the
median of some runs; what is compared runs in turn. argmap's modules are compiled first, as they are once it is
installed, also where $PYTHONDONTWRITEBYTECODE is set. Argdown's command is looked for in $ARGDOWN and on PATH.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

import inputs

ARGMAP = str(Path(sys.executable).with_name("argmap"))
ARGDOWN = os.environ.get("ARGDOWN") or shutil.which("argdown")
Command = Sequence[str]


class Cost(NamedTuple):
    """What a process took: CPU seconds and peak memory in MB."""

    cpu: float
    memory: float


class Line(NamedTuple):
    """One line of the report: what was done, what it took (None where the peer is absent) and what it may take."""

    work: str
    value: float | None
    unit: str
    limit: float | None = None

    def __str__(self) -> str:
        if self.value is None:
            return f"  {self.work:<52} Argdown is not installed"
        line = f"  {self.work:<52} {self.value:>8.2f} {self.unit:<2}"
        if self.limit is None:
            return line
        return f"{line}  reach {self.limit:g}{'' if self.value <= self.limit else ': missed'}"


def once(command: Command, folder: Path) -> Cost:
    """Run a command to its end, out of sight; a failing one ends the benchmark with its words."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{errors.read().decode(errors='replace')}")
    kilo = 1e6 if sys.platform == "darwin" else 1e3
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / kilo)


def compare(folder: Path, runs: int, *commands: Command) -> list[Cost]:
    """Run commands in turn, once without counting; give the median cost of each."""
    for command in commands:
        once(command, folder)
    rounds = [[once(command, folder) for command in commands] for _ in range(runs)]
    return [Cost(*map(statistics.median, zip(*costs, strict=True))) for costs in zip(*rounds, strict=True)]


def beside_argdown(folder: Path, runs: int, ours: Command, *theirs: str) -> tuple[float, float | None]:
    """Return the CPU seconds of a command of ours, and what part it is of Argdown's."""
    if not ARGDOWN:
        return compare(folder, runs, ours)[0].cpu, None
    mine, other = compare(folder, runs, ours, [ARGDOWN, *theirs])
    return mine.cpu, mine.cpu / other.cpu


def start(folder: Path, runs: int) -> Iterator[Line]:
    """Measure the start of the command."""
    version = [ARGMAP, "--version"]
    mine, python = compare(folder, 3 * runs, version, [sys.executable, "-c", "pass"])
    yield Line("argmap --version ÷ python -c pass", mine.cpu / python.cpu, "×", 4)
    yield Line("argmap --version ÷ argdown --version", beside_argdown(folder, runs, version, "--version")[1], "×", 0.15)


def check(folder: Path, runs: int) -> Iterator[Line]:
    """Measure the check of a map of ordinary size."""
    graph = inputs.graph(60)
    file = inputs.write_project(inputs.document(graph), folder)
    (folder / "map.argdown").write_text(inputs.to_argdown(graph), encoding="utf-8")
    ours = [ARGMAP, "check", "--exit-zero", str(file)]
    seconds, part = beside_argdown(folder, 2 * runs, ours, "json", "map.argdown", "out")
    yield Line("check 60 statements with their sources", seconds, "s", 0.3)
    yield Line("the same ÷ argdown json", part, "×", 0.5)


def load(folder: Path, runs: int) -> Iterator[Line]:
    """Measure loading, evaluating and checking large maps, and how the cost grows when the size doubles."""
    writers: tuple[tuple[str, Callable[[dict[str, object]], str], int, float], ...] = (
        ("yaml", inputs.to_yaml, 10_000, 2.5),
        ("json", json.dumps, 100_000, 6),
    )
    for suffix, write, size, limit in writers:
        commands = []
        for statements in (size // 2, size):
            file = folder / f"{statements}.{suffix}"
            file.write_text(write(inputs.document(inputs.graph(statements))), encoding="utf-8")
            commands.append([ARGMAP, "check", "--exit-zero", "--output-format", "concise", file.name])
        half, whole = compare(folder, max(1, runs // 2), *commands)
        yield Line(f"load, evaluate and check {size:,} statements, {suffix.upper()}", whole.cpu, "s", limit)
        yield Line("  its peak memory", whole.memory, "MB", 700)
        yield Line("  its cost ÷ that of half as many", whole.cpu / half.cpu, "×", 2.2)


def evaluation(_: Path, runs: int) -> Iterator[Line]:
    """Measure evaluating, without reading: what is supported and stands, weighed or not, and what it hangs on."""
    import evaluating

    size = 50_000
    plain, weighed = evaluating.plain(size), evaluating.weighed(size)
    stand = evaluating.least(runs, lambda: plain, evaluating.stand)
    yield Line(f"support and standing of {size:,} statements", stand, "s", 2)
    yield Line("  with one attack in ten weighed", evaluating.least(runs, lambda: weighed, evaluating.stand), "s", 2)
    yield Line("  in the eyes of two audiences", evaluating.least(runs, lambda: weighed, evaluating.seen), "s")
    fail = evaluating.least(runs, lambda: evaluating.stand(plain), evaluating.fail)
    yield Line(f"  all single points of failure, {len(plain.sources):,} sources", fail, "s", 1)


def draw(folder: Path, runs: int) -> Iterator[Line]:
    """Measure the picture of a large map."""
    graph = inputs.graph(1000)
    (folder / "map.yaml").write_text(inputs.to_yaml(inputs.document(graph)), encoding="utf-8")
    (folder / "map.argdown").write_text(inputs.to_argdown(graph), encoding="utf-8")
    ours = [ARGMAP, "render", "map.yaml", "--output", "map.svg"]
    seconds, part = beside_argdown(folder, max(1, runs // 2), ours, "map", "-f", "svg", "map.argdown", "out")
    yield Line("1,000 statements → SVG", seconds, "s")
    yield Line("the same ÷ argdown map -f svg", part, "×", 0.3)


def convert(folder: Path, runs: int) -> Iterator[Line]:
    """Measure the conversion of large Argdown files to JSON."""
    for size, limit in ((1_000, 0.25), (10_000, 0.25)):
        (folder / "map.argdown").write_text(inputs.to_argdown(inputs.graph(size)), encoding="utf-8")
        ours = [ARGMAP, "convert", "map.argdown", "map.json"]
        seconds, part = beside_argdown(folder, max(1, runs // 2), ours, "json", "map.argdown", "out")
        yield Line(f"{size:,} statements, Argdown → JSON", seconds, "s")
        yield Line("the same ÷ argdown json", part, "×", limit)
    (folder / "map.argdown").write_text(inputs.to_argdown(inputs.graph(100_000)), encoding="utf-8")
    whole = compare(folder, 1, [ARGMAP, "convert", "map.argdown", "map.json"])[0]
    yield Line("100,000 statements, Argdown → JSON", whole.cpu, "s", 6)
    yield Line("  its peak memory", whole.memory, "MB", 700)


def corpus(folder: Path, runs: int) -> Iterator[Line]:
    """Measure the building of a corpus of small maps by two workers, beside Dask, and how memory grows."""
    import corpora

    size, times = 20_000, max(1, runs // 3)
    for name, number in (("maps", size), ("half", size // 2)):
        corpora.write(folder / name, number)
    script = [sys.executable, str(Path(corpora.__file__)), "--tables"]
    out = (f"out-{number}" for number in count())

    def build(maps: str, tables: Sequence[str], *more: str) -> Command:
        return [*script, ",".join(tables), maps, *more]

    def measured(*commands: Command) -> list[Cost]:
        rounds = [[once([*command, next(out)], folder) for command in commands] for _ in range(times)]
        return [Cost(*map(statistics.median, zip(*costs, strict=True))) for costs in zip(*rounds, strict=True)]

    mine, dask, half = measured(
        build("maps", corpora.READING), build("maps", corpora.READING, "--dask"), build("half", corpora.READING)
    )
    labels, everything = measured(build("maps", corpora.LABELS), build("maps", (*corpora.LABELS, "findings")))
    again = once([*build("maps", corpora.READING), "out-0"], folder)
    yield Line(f"{size:,} small maps: reading and rows", mine.cpu, "s", 5)
    yield Line("  the largest process", mine.memory, "MB", 400)
    yield Line("  its memory ÷ that of half as many maps", mine.memory / half.memory, "×", 1.3)
    yield Line("  by Dask ÷ by processes", dask.cpu / mine.cpu, "×")
    yield Line("  with evaluation", labels.cpu, "s")
    yield Line("  with evaluation and checks", everything.cpu, "s")
    yield Line("  again, where nothing has changed", again.cpu, "s")


ROWS = {
    "start": start,
    "check": check,
    "load": load,
    "evaluate": evaluation,
    "draw": draw,
    "convert": convert,
    "corpus": corpus,
}


def main() -> None:
    """Measure the rows that are asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", metavar="ROW", nargs="*", help=f"{', '.join(ROWS)}; all of them if none is named")
    parser.add_argument("--runs", type=int, default=5, help="how often a small thing is run (default: 5)")
    options = parser.parse_args()
    if unknown := set(options.rows) - set(ROWS):
        parser.error(f"no such row: {', '.join(sorted(unknown))}; there is {', '.join(ROWS)}")
    package = importlib.util.find_spec("argmap")
    for place in package.submodule_search_locations or () if package else ():
        compileall.compile_dir(place, quiet=1)
    print(f"CPU time, medians; Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    for name in options.rows or ROWS:
        print(f"{name}")
        with tempfile.TemporaryDirectory(prefix="argmap-benchmark-") as folder:
            for line in ROWS[name](Path(folder), options.runs):
                print(line, flush=True)


if __name__ == "__main__":
    main()
