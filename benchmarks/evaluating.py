"""What evaluating takes, without reading: CPU seconds in this process, the least of some runs."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from time import process_time
from typing import TypeVar

import inputs

from argmap import collector
from argmap.evaluation.audiences import Audience
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.verdict import Evaluation
from argmap.formats.json import FORMAT
from argmap.model.document import ArgumentMap

_T = TypeVar("_T")
CITATIONS_PER_SOURCE = 6.7
"""So many that 50,000 statements have 2,500 sources."""


def plain(size: int) -> ArgumentMap:
    """Return a map that nobody weighed."""
    return _read(inputs.document(inputs.graph(size), CITATIONS_PER_SOURCE))


def weighed(size: int) -> ArgumentMap:
    """Return the same map with weighed attacks and two orders of values."""
    return _read(inputs.weighed(inputs.document(inputs.graph(size), CITATIONS_PER_SOURCE)))


def _read(content: dict[str, object]) -> ArgumentMap:
    return FORMAT.of_text(json.dumps(content), "map.json")


def stand(m: ArgumentMap) -> Evaluation:
    """Find out whether each statement is supported, and whether it stands."""
    evaluation = evaluate(m)
    _ = evaluation.standings
    return evaluation


def seen(m: ArgumentMap) -> None:
    """Find out what stands in the eyes of each audience."""
    for order in m.orders:
        _ = Audience.of(m, order, {}).evaluation.standings


def fail(evaluation: Evaluation) -> None:
    """Find out which sources, statements and steps every supported statement cannot do without."""
    needs = evaluation.solution.needs
    _ = needs.needed_sources, needs.nearest, needs.begging


def least(runs: int, make: Callable[[], _T], work: Callable[[_T], object]) -> float:
    """Return what some work takes on what is made for it anew each time."""
    found = []
    for _ in range(runs):
        made = make()
        gc.collect()
        with collector.paused():
            start = process_time()
            work(made)
            found.append(process_time() - start)
    return min(found)
