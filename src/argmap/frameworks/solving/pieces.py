"""Pieces of a framework that can be solved apart: what grounded labels leave open, cones, and what does not touch."""

from __future__ import annotations

from collections.abc import Sequence


def cone(attackers: Sequence[Sequence[int]], start: int) -> list[int]:
    """Return an argument and all from which attacks lead to it, rising.

    Example:
        >>> cone([[1], [], [0]], 0)
        [0, 1]
    """
    met, found = {start}, [start]
    for index in found:
        for attacker in attackers[index]:
            if attacker not in met:
                met.add(attacker)
                found.append(attacker)
    return sorted(found)


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
