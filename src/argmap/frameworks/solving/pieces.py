"""Pieces of a framework that can be solved apart: what grounded labels leave open, cones, and what does not touch."""

from __future__ import annotations

from collections.abc import Sequence


def components(attackers: Sequence[Sequence[int]], attacked: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the groups of arguments that attacks join, whichever way they go; each rising.

    Example:
        >>> components([[], [], [0]], [[2], [], []])
        [[0, 2], [1]]
    """
    met = [False] * len(attackers)
    found = []
    for start in range(len(attackers)):
        if met[start]:
            continue
        met[start], group = True, [start]
        for index in group:
            for other in (*attackers[index], *attacked[index]):
                if not met[other]:
                    met[other] = True
                    group.append(other)
        found.append(sorted(group))
    return found
