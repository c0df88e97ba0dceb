"""Strongly connected components of a directed graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def strong_components(
    nodes: Iterable[int], successors: Sequence[Sequence[int]] | Mapping[int, Sequence[int]]
) -> list[list[int]]:
    """Find the strongly connected components of a directed graph, without recursion.

    Args:
        nodes: Where to look from.
        successors: For each node, the nodes it has an arc to.

    Returns:
        The components that can be reached, each after all those that it has arcs to (Tarjan 1972).

    Example:
        >>> strong_components(range(4), [[1], [2], [1], [0]])
        [[2, 1], [0], [3]]
    """
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    settled: set[int] = set()
    open_nodes: list[int] = []
    components: list[list[int]] = []
    for root in nodes:
        if root in order:
            continue
        order[root] = low[root] = len(order)
        open_nodes.append(root)
        work = [(root, iter(successors[root]))]
        while work:
            node, rest = work[-1]
            for following in rest:
                if following not in order:
                    order[following] = low[following] = len(order)
                    open_nodes.append(following)
                    work.append((following, iter(successors[following])))
                    break
                if following not in settled:
                    low[node] = min(low[node], order[following])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    component: list[int] = []
                    while not component or component[-1] != node:
                        component.append(open_nodes.pop())
                    settled.update(component)
                    components.append(component)
    return components
