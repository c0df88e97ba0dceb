"""How time grows with input: each shape is doubled thrice, and the exponent printed (1 is linear, 2 quadratic).

    python benchmarks/growth.py                      every shape
    python benchmarks/growth.py --only 'yaml*'       those whose names match
    python benchmarks/growth.py --memory             the peak memory of a megabyte of each token of a grammar

Shapes are those of `growth_shapes.py`, each token of each grammar (`growth_tokens.py`), and maps of every form put
through all that takes a map (`growth_maps.py`). Times are CPU seconds of this process; the exponent is that of the last
two doublings. A shape is doubled until it takes long enough to be measured, and no more once it takes seconds.
"""

from __future__ import annotations

import argparse
import fnmatch
import gc
import math
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator

import growth_maps
import growth_shapes
import growth_tokens

MOST = 1.2
BUDGET = 5.0
"""CPU seconds for a shape, unless asked otherwise."""
ENOUGH = 0.04
"""Seconds; what is quicker shows the cost of starting, not growth."""
LARGEST = 1 << 21
"""Tokens; what is still quick there is no danger."""
MEGABYTE = 1 << 20
MOST_MEMORY = 1000

Work = Callable[[], object]
Make = Callable[[int], Work]


def taken(make: Make, budget: float) -> list[tuple[int, float]]:
    """Return sizes, doubling, and the seconds that each takes: four that can be measured, or what the budget allows."""
    measured: list[tuple[int, float]] = []
    size, spent = 4, 0.0
    while len(measured) < 4 and spent < budget and size <= LARGEST:
        seconds = cost(make(size))
        spent += seconds
        if seconds > ENOUGH or size * 2 > LARGEST:
            measured.append((size, seconds))
        size *= 2 if seconds > ENOUGH / 8 else 4
    return measured


def cost(work: Work) -> float:
    """Return the CPU seconds of a piece of work."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def exponent(measured: list[tuple[int, float]]) -> float:
    """Return the power of the size by which time grows, over the last two doublings.

    It is 0 for what is quick at the largest size, and infinite for what was too slow to be doubled once.
    """
    if not measured or measured[-1][1] < ENOUGH or (len(measured) == 1 and measured[0][0] * 2 > LARGEST):
        return 0
    if len(measured) == 1:
        return math.inf
    (small, short), (large, long) = measured[-3:][0], measured[-1]
    return math.log(long / short) / math.log(large / small)


def shapes(patterns: list[str]) -> Iterator[tuple[str, Make]]:
    """Return the shapes whose names match a pattern, or hold it as a word."""
    every: dict[str, Make] = {**growth_shapes.SHAPES, **growth_maps.shapes(), **growth_tokens.shapes()}
    for name, make in every.items():
        if not patterns or any(fnmatch.fnmatch(name, pattern) or pattern in name for pattern in patterns):
            yield name, make


def growth(name: str, make: Make, budget: float) -> str | None:
    """Print how time grows; return the line, if it is above the reach."""
    measured = taken(make, budget)
    power = exponent(measured)
    listed = "  ".join(f"{size:,}: {seconds:.2f} s" for size, seconds in measured)
    line = f"{'! ' if power > MOST else '  '}{power:5.2f}  {name:<60}  {listed}"
    print(line, flush=True)
    return line if power > MOST else None


def memory(name: str) -> str | None:
    """Print the peak memory of a megabyte of a token, in a process of its own; return the line, if it is too much."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        growth_tokens.megabyte(name, MEGABYTE)()
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    peak = used.ru_maxrss / 1000
    ill = peak > MOST_MEMORY or status
    end = f"  ended with {status}" if status else ""
    line = f"{'! ' if ill else '  '}{peak:7.0f} MB  {used.ru_utime:6.1f} s  {name}{end}"
    print(line, flush=True)
    return line if ill else None


def main() -> int:
    """Measure, print a line for each shape, and tell whether all are near enough to linear."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="PATTERN", action="append", default=[], help="only shapes of such names")
    parser.add_argument("--budget", type=float, default=BUDGET, help=f"CPU seconds for a shape (default: {BUDGET:g})")
    parser.add_argument("--memory", action="store_true", help="peak memory of a megabyte instead of growth")
    options = parser.parse_args()
    if options.memory:
        names = [name for name, _ in shapes(options.only) if name in growth_tokens.shapes()]
        lines = [memory(name) for name in names]
        reach = f"{MOST_MEMORY} MB"
    else:
        lines = [growth(name, make, options.budget) for name, make in shapes(options.only)]
        reach = str(MOST)
    above = [line for line in lines if line]
    print(f"\n{len(above)} of {len(lines)} above {reach}", *above, sep="\n")
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
