"""Attacks gathered to a framework."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

from argmap.frameworks.framework import Framework


def gathered(names: Sequence[str], sources: Iterable[int], targets: Sequence[int], first: int = 0) -> Framework | None:
    """Return the framework of some attacks; None where one stands twice.

    Without a loop in Python, so that half a million attacks take little time.

    Args:
        names: The names of the arguments.
        sources: For each attack the index of the argument that attacks.
        targets: For each attack the index of the argument that it attacks, counted from ``first``.
        first: The number of the first argument among the targets.

    Example:
        >>> gathered(["a", "b"], [0], [1]).attackers, gathered(["a", "b"], [0, 0], [1, 1])
        (((), (0,)), None)
    """
    attackers: list[list[int]] = [[] for _ in range(first + len(names))]
    deque(map(list.append, map(attackers.__getitem__, targets), sources), maxlen=0)
    if sum(map(len, map(set, attackers))) < len(targets):
        return None
    del attackers[:first]
    deque(map(list.sort, attackers), maxlen=0)
    return Framework(tuple(names), tuple(map(tuple, attackers)))
