"""The burdens of arguments round by round, and the order that follows (Amgoud & Ben-Naim 2013)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.frameworks.strengths.bipolar import BipolarGraph

_MOST_ROUNDS = 1_000
_MOST_WORK = 5_000_000  # arguments worked out in all
_QUIET = 3  # rounds in a row that tell no more apart; after one, only sums that were equal by chance could
_DIGITS = 9
"""To which burdens are compared."""


def rounds(graph: BipolarGraph) -> Iterator[list[float]]:
    """Go through the burdens of all arguments, round by round, without end; a linked reason has its worst premise's."""
    values = [1.0] * len(graph.arguments)
    while True:
        yield values
        values = [
            (max(values[each] for each in graph.linked[index]) if index in graph.linked else 1.0)
            + sum([1.0 / values[each] for each in attackers])
            for index, attackers in enumerate(graph.attackers)
        ]


def burdens(graph: BipolarGraph, most: int = 2) -> list[list[float]]:
    """Return the burdens of all arguments in round 0, 1 and so on.

    Example:
        >>> from argmap.frameworks.strengths.bipolar import BipolarGraph
        >>> burdens(BipolarGraph.of({"a": 1, "b": 1, "c": 1}, [("c", "b"), ("b", "a")]))
        [[1.0, 1.0, 1.0], [2.0, 2.0, 1.0], [1.5, 2.0, 1.0]]
    """
    return list(islice(rounds(graph), most + 1))


def classes(graph: BipolarGraph) -> tuple[list[int], bool]:
    """Rank the arguments by the first round in which their burdens differ.

    Returns:
        The class of each argument, 0 for those that rank highest; and whether rounds enough were compared: if not,
        arguments that are told as equal may differ in a later one.

    Example:
        >>> from argmap.frameworks.strengths.bipolar import BipolarGraph
        >>> classes(BipolarGraph.of({"a": 1, "b": 1, "c": 1}, [("c", "b"), ("b", "a")]))
        ([1, 2, 0], True)
    """
    size = len(graph.arguments)
    found = [0] * size
    most = min(_MOST_ROUNDS, _MOST_WORK // max(size, 1) + 1)
    quiet = number = 0
    for values in islice(rounds(graph), most):
        keys = [(place, round(value, _DIGITS)) for place, value in zip(found, values, strict=True)]
        places = {key: place for place, key in enumerate(sorted(set(keys)))}
        quiet = quiet + 1 if len(places) == number else 0
        number = len(places)
        found = [places[key] for key in keys]
        if quiet == _QUIET or number == size:
            return found, True
    return found, size == 0
