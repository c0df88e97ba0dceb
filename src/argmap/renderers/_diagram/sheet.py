"""How a large map is laid on a sheet: its sections apart from each other, in columns, as in a newspaper.

Edges that cross a whole map are what makes it unreadable. So in a large map each section is drawn by itself; what it
takes from another section is a small card that refers there. The sections stand in their order, in as many columns as
bring the sheet nearest to the shape of paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log

from attrs import frozen

from argmap.model.document import ArgumentMap
from argmap.renderers._diagram.steps import Plan

_LEVEL_WIDTH, _SECTION_MARGIN, _GAP = 300, 50, 16
_PAPER = 2**0.5


@frozen
class Column:
    """Sections that stand one under the other.

    Attributes:
        roots: The nodes at the column's near side.
        start: How far that side is from the sheet's, in levels.
    """

    roots: tuple[str, ...]
    start: int


def top_sections(m: ArgumentMap) -> dict[str, str | None]:
    """Return the outermost group that each statement stands in, by the statement's id; None where it stands in none."""
    parents = {group.id: group.parent for group in m.groups}
    tops: dict[str | None, str | None] = {None: None}
    for group in parents:
        path = [group]
        while path[-1] not in tops and (parent := parents[path[-1]]) in parents and parent not in path:
            path.append(parent)
        tops |= dict.fromkeys(path, tops.get(path[-1], path[-1]))
    return {s.id: tops.get(s.group) for s in m.statements}


def columns(plan: Plan, sections: Mapping[str, str | None], heights: Mapping[str, float]) -> tuple[Column, ...]:
    """Divide the sections into columns.

    Args:
        plan: What is drawn.
        sections: The section of each node, in the order of the sections.
        heights: How high each node is, in points.
    """
    level = _levels(plan)
    stacks: dict[str | None, dict[int, float]] = {section: {} for section in sections.values()}
    for node, section in sections.items():
        stack = stacks[section]
        stack[level[node]] = stack.get(level[node], _SECTION_MARGIN) + heights[node] + _GAP
    sizes = {section: (max(stack.values()), max(stack) + 1) for section, stack in stacks.items()}
    starts = divide(list(sizes.values()))
    bounds = [*starts, len(sizes)]
    names, found, start = list(sizes), [], 0
    for first, end in pairwise(bounds):
        inside = set(names[first:end])
        found.append(Column(tuple(root for root in plan.roots if sections[root] in inside), start))
        start += max(depth for _, depth in list(sizes.values())[first:end])
    return tuple(found)


def breadth(plan: Plan) -> int:
    """Return how many nodes stand side by side where they are most."""
    return max(Counter(_levels(plan).values()).values(), default=0)


def divide(sizes: Sequence[tuple[float, int]]) -> list[int]:
    """Divide sections, in their order, into the columns that bring the sheet nearest to the shape of A paper.

    Args:
        sizes: Height in points and depth in levels of each section.

    Returns:
        The place of the first section of each column.

    Example:
        >>> divide([(900, 4), (800, 4), (1100, 4), (700, 4)])
        [0, 2]
    """
    total = sum(height for height, _ in sizes)
    tallest = max((height for height, _ in sizes), default=0)
    best, nearest = [0], float("inf")
    for count in range(1, len(sizes) + 1):
        widest = (
            _LEVEL_WIDTH * total / (total / count + tallest + _SECTION_MARGIN) ** 2
        )  # or wider, and so are all after
        if log(widest / _PAPER) > nearest:
            break
        starts = _fill(sizes, total, count)
        parts = [sizes[first:end] for first, end in pairwise([*starts, len(sizes)])]
        width = sum(max(depth for _, depth in part) * _LEVEL_WIDTH for part in parts)
        height = max(sum(height for height, _ in part) for part in parts)
        distance = abs(log(width / height / _PAPER))
        if distance < nearest:
            best, nearest = starts, distance
    return best


def _fill(sizes: Sequence[tuple[float, int]], total: float, count: int) -> list[int]:
    """Fill at most so many columns, the highest of them as low as can be."""
    low, high, best = total / count, total, [0]
    while high - low > _SECTION_MARGIN:
        limit = (low + high) / 2
        starts, room, highest = [0], limit, 0.0
        for place, (height, _) in enumerate(sizes):
            if height > room and place > starts[-1]:
                starts.append(place)
                room = limit
            room -= height
            highest = max(highest, limit - room)
        if len(starts) <= count and highest <= limit:
            best, high = starts, limit
        else:
            low = limit
    return best


def _levels(plan: Plan) -> dict[str, int]:
    """Return the longest way from each node to a root; a ring is cut where it was entered."""
    tails: dict[str, list[tuple[str, int]]] = {}
    waits = dict.fromkeys(plan.order, 0)
    for head, tail, length in plan.links:
        tails.setdefault(head, []).append((tail, length))
        waits[tail] += 1
    level = dict.fromkeys(plan.order, 0)
    done: set[str] = set()
    for start in sorted(plan.order, key=lambda node: waits[node] > 0):
        waiting = [] if start in done else [start]
        while waiting:
            node = waiting.pop()
            done.add(node)
            for tail, length in tails.get(node, ()):
                waits[tail] -= 1
                if tail not in done:
                    level[tail] = max(level[tail], level[node] + length)
                    if not waits[tail]:
                        waiting.append(tail)
    return level
