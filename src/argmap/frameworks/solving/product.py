"""Every way of choosing one from each of several sequences that are found as they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def product(choices: Sequence[Iterable[T]]) -> Iterator[tuple[T, ...]]:
    """Return each choice of one from each; the last changes first, and nothing is asked for before it is needed.

    Example:
        >>> list(product([iter("ab"), iter("cd")]))
        [('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd')]
        >>> from itertools import count
        >>> next(product([count(), count()]))
        (0, 0)
    """
    waiting = [iter(each) for each in choices]
    known: list[list[T]] = [[] for _ in choices]
    chosen = [0] * len(choices)
    if not all(_has(known[place], waiting[place], 0) for place in range(len(choices))):
        return
    while True:
        yield tuple(values[at] for values, at in zip(known, chosen, strict=True))
        place = len(choices) - 1
        while place >= 0 and not _has(known[place], waiting[place], chosen[place] + 1):
            chosen[place] = 0
            place -= 1
        if place < 0:
            return
        chosen[place] += 1


def _has(known: list[T], waiting: Iterator[T], at: int) -> bool:
    """Return whether there is such a one, asking for it if it is not known yet."""
    if at < len(known):
        return True
    for value in waiting:
        known.append(value)
        return True
    return False
