#!/usr/bin/env python3
"""Measure the Argdown reader by itself: `python benchmarks/argdown.py FILE ...` prints CPU seconds of each stage.

The files may be of any size; those of other programs' benchmarks do well. Every figure is the best of some runs.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from argmap.formats import argdown
from argmap.formats.argdown.meaning.interpretation import interpret
from argmap.formats.argdown.syntax.parser import parse
from argmap.formats.argdown.syntax.scanner import Scanner


def best(work: Callable[[], Any], runs: int) -> float:
    """Return the least CPU time that some work took."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _interpret(text: str) -> Any:
    return interpret(parse(text))


def main() -> None:
    """Measure the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    for file in given.files:
        text = file.read_text(encoding="utf-8")
        m = argdown.read(text, str(file))
        print(f"{file.name}: {len(text) / 1e6:.2f} MB, {len(m)} statements, {len(m.relations)} relations")
        stages: dict[str, Callable[[], Any]] = {
            "scan": Scanner(text).scan,
            "parse": partial(parse, text),
            "interpret": partial(_interpret, text),
            "read": partial(argdown.read, text, str(file)),
            "write": partial(argdown.write, m),
        }
        for name, work in stages.items():
            print(f"  {name:<12} {best(work, 1 if name == 'scan' else given.runs):7.3f} s")


if __name__ == "__main__":
    main()
