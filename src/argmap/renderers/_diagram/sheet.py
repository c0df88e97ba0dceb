"""How parts of a picture that stand apart are laid on a sheet of the shape of paper.

Lines that cross a whole map are what makes it unreadable. So where sections are drawn apart, each is laid out by
itself; what it takes from another section is a small card that refers there. The first part stands where reading
begins; the others follow in their order, unless two in each other's place fill the sheet better. Each is set as high up
as it fits, and of all widths of the sheet the one is taken that makes the picture largest on paper.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Any

from attrs import frozen

from argmap.renderers._diagram.steps import Plan

_PAPER = 2**0.5
GAP, _MARGIN = 18.0, 14.0
_WIDTHS, _FEW_WIDTHS, _TRIES = 24, 6, 1_000
_NARROW, _RIBBON = 4, 1.5  # cards side by side, at most and for each level
_WORTH = 0.99  # a swap must make the sheet smaller by this
_ID = re.compile(r'(?<=[\[\t ])id="([^"]*)"')
_POINT = re.compile(r"(-?[\d.]{1,24}(?:e[+-]?\d{1,3})?),(-?[\d.]{1,24}(?:e[+-]?\d{1,3})?)")


@frozen
class Sheet:
    """Where parts stand.

    Attributes:
        corners: The left upper corner of each, in points from the sheet's own, downwards.
        width: Of the sheet, in points.
        height: Of the sheet, in points.
    """

    corners: tuple[tuple[float, float], ...]
    width: float
    height: float

    @property
    def side(self) -> float:
        """Return the height of the smallest sheet of the shape of paper that holds it."""
        return max(self.width / _PAPER, self.height)


def laid(sizes: Sequence[tuple[float, float]], gap: float) -> Sheet:
    """Lay parts on the sheet of whose widths tried the picture is largest on paper.

    Args:
        sizes: Width and height of each part, in points.
        gap: The room between two, in points.

    Example:
        >>> laid([(500, 400), (500, 400), (500, 400), (500, 400)], 20).corners
        ((0.0, 0.0), (520.0, 0.0), (0.0, 420.0), (520.0, 420.0))
    """
    wide = max((width for width, _ in sizes), default=0.0)
    square = sqrt(_PAPER * sum((width + gap) * (height + gap) for width, height in sizes))
    tried = max(_FEW_WIDTHS, _WIDTHS - len(sizes) // 10)
    widths = dict.fromkeys(max(wide, square * (1 + step / tried)) for step in range(tried))

    def best(order: Sequence[int]) -> Sheet:
        return min((filled(sizes, order, width, gap) for width in widths), key=lambda sheet: sheet.side)

    order, sheet = list(range(len(sizes))), best(range(len(sizes)))
    for one, other in _swaps(sizes):
        order[one], order[other] = order[other], order[one]
        if (found := best(order)).side < sheet.side * _WORTH:
            sheet = found
        else:
            order[one], order[other] = order[other], order[one]
    return sheet


def _swaps(sizes: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Return the pairs of parts to try in each other's place, the first one aside; the more parts, the nearer pairs."""
    reach = _TRIES // max(len(sizes), 1) ** 2
    for distance in range(1, min(reach, len(sizes) - 1)):
        yield from ((one, one + distance) for one in range(1, len(sizes) - distance))


def filled(sizes: Sequence[tuple[float, float]], order: Sequence[int], width: float, gap: float) -> Sheet:
    """Set parts in an order on a sheet of a width, each as high up as it fits, and there to the left.

    The lower edge of what is set is kept as steps: from each place to the next one, how far down the sheet is taken.
    """
    steps, corners = [(0.0, 0.0)], {}
    for part in order:
        wide, high = sizes[part]
        y, x = min(
            (max(y for _, y in steps[place : bisect_left(steps, (x + wide + gap,))]), x)
            for place, (x, _) in enumerate(steps)
            if not x or x + wide <= width
        )
        corners[part] = x, y
        after = [step for step in steps if step[0] > x + wide + gap]
        resumed = x + wide + gap, steps[-len(after) - 1][1]
        steps = [*(step for step in steps if step[0] < x), (x, y + high + gap), resumed, *after]
    ends = [(x + sizes[part][0], y + sizes[part][1]) for part, (x, y) in corners.items()] or [(0.0, 0.0)]
    right, low = (max(values) for values in zip(*ends, strict=True))
    return Sheet(tuple(corners[part] for part in range(len(sizes))), right, low)


def composed(source: str, graphs: Sequence[Mapping[str, Any]]) -> str:
    """Return a graph in DOT with the place of everything in it, for Graphviz to draw as it is.

    Args:
        source: The graph; whatever has a place has an id.
        graphs: Its parts, as Graphviz has laid out each by itself.
    """
    sheet = laid([size(graph) for graph in graphs], GAP)
    return placed(source, graphs, sheet.corners, sheet.height)


def placed(
    source: str, graphs: Sequence[Mapping[str, Any]], corners: Sequence[tuple[float, float]], height: float
) -> str:
    """Put the place of everything into a graph in DOT.

    Args:
        source: The graph; whatever has a place has an id.
        graphs: Its parts, as Graphviz has laid out each by itself.
        corners: The left upper corner of each, in points from that of the whole, downwards.
        height: Of the whole, in points.
    """
    places: dict[str, str] = {}
    for graph, (x, y) in zip(graphs, corners, strict=True):
        left, _, _, top = _bounds(graph)
        places |= _placed(graph, x - left, height - y - top)

    def place(found: re.Match[str]) -> str:
        return f"{found[0]} {places[found[1]]}" if found[1] in places else found[0]

    return _ID.sub(place, source)


def read(parts: str) -> Iterator[dict[str, Any]]:
    """Read graphs in Graphviz's JSON, one after the other."""
    decoder, at = json.JSONDecoder(), 0
    while (at := parts.find("{", at)) >= 0:
        graph, at = decoder.raw_decode(parts, at)
        yield graph


def size(graph: Mapping[str, Any]) -> tuple[float, float]:
    """Return how wide and high a part is, in points."""
    left, bottom, right, top = _bounds(graph)
    return right - left, top - bottom


def _bounds(graph: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """Return the left, lower, right and upper end of a part; a section that is seen, and has an id, has a margin."""
    left, bottom, right, top = map(float, graph["bb"].split(","))
    margin = _MARGIN if "id" in graph and graph.get("style") != "invis" else 0.0
    return left - margin, bottom - margin, right + margin, top + margin


def _placed(graph: Mapping[str, Any], x: float, y: float) -> dict[str, str]:
    """Return the attributes by which everything in a part has its place when the part is moved, by its id."""

    def moved(points: str) -> str:
        return _POINT.sub(lambda found: f"{float(found[1]) + x:.2f},{float(found[2]) + y:.2f}", points)

    places = {}
    section = dict(graph, bb=",".join(map(str, _bounds(graph))))
    for item in (section, *graph.get("objects", ()), *graph.get("edges", ())):
        found = {name: item[name] for name in ("pos", "bb", "lp") if item.get(name)}
        if found and "id" in item:
            places[item["id"]] = " ".join(f'{name}="{moved(points)}"' for name, points in found.items())
    return places


def is_narrow(plan: Plan) -> bool:
    """Tell whether few enough nodes stand side by side for a picture from top to bottom."""
    return _extent(plan)[0] <= _NARROW


def ribbon(plan: Plan) -> Iterator[str]:
    """Say where a picture from top to bottom would be a ribbon: many more nodes side by side than levels."""
    broad, levels = _extent(plan)
    if broad > max(_NARROW, _RIBBON * levels):
        yield f"a ribbon, as up to {broad} cards stand side by side: --direction rl suits this map better"


def _extent(plan: Plan) -> tuple[int, int]:
    """Return how many nodes stand side by side where they are most, and on how many levels they stand."""
    levels = Counter(_levels(plan).values())
    return max(levels.values(), default=0), len(levels)


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
