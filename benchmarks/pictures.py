#!/usr/bin/env python3
"""Measure pictures: how much of the sheet is filled, and how often edges cross: `python benchmarks/pictures.py FILE …`.

Files are SVG of ``argmap render``. A crossing is a place at which two edges cross away from their ends. Of thin lines
to costs, which say what outweighs them, crossings are counted apart.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
PARTS, NEAR = 12, 12.0

Point = tuple[float, float]


class Picture(NamedTuple):
    """What was measured: the sheet in points, the share that cards fill, and crossings without and of judgements."""

    width: float
    height: float
    filled: float
    crossings: int
    of_judgements: int


def measured(svg: bytes) -> Picture:
    """Measure a picture."""
    root = ET.fromstring(svg)  # noqa: S314  (argmap wrote it)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    groups = [(group.get("class", "").split(), group) for group in root.iter(f"{SVG}g")]
    cards = sum(_area(group) for words, group in groups if words[:1] == ["node"])
    edges = [("judgement" in words, _line(group)) for words, group in groups if words[:1] == ["edge"]]
    counts = [0, 0]
    for (one_judges, one), (other_judges, other) in combinations(edges, 2):
        counts[one_judges or other_judges] += _crossings(one, other)
    return Picture(width, height, cards / (width * height), *counts)


def _area(group: ET.Element) -> float:
    """Return the area of the box around a card, of its outline alone."""
    outline = next((e for e in group.iter() if e.tag in (f"{SVG}path", f"{SVG}polygon")), None)
    if outline is None:
        return 0.0
    numbers = list(map(float, NUMBER.findall(outline.get("d") or outline.get("points") or "")))
    return (max(numbers[::2]) - min(numbers[::2])) * (max(numbers[1::2]) - min(numbers[1::2]))


def _line(group: ET.Element) -> list[Point]:
    """Return an edge as a line of many points; Graphviz draws it as one path of cubic curves."""
    path = next(group.iter(f"{SVG}path"), None)
    numbers = list(map(float, NUMBER.findall(path.get("d", "")))) if path is not None else []
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    curves = [points[at : at + 4] for at in range(0, len(points) - 3, 3)]
    return points[:1] + [_on(curve, part / PARTS) for curve in curves for part in range(1, PARTS + 1)]


def _on(curve: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y


def _crossings(one: Sequence[Point], other: Sequence[Point]) -> int:
    if not one or not other or not _overlap(one, other):
        return 0
    ends = (one[0], one[-1], other[0], other[-1])
    return sum(all(abs(x - end[0]) + abs(y - end[1]) > NEAR for end in ends) for x, y in _meetings(one, other))


def _overlap(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return all(
        min(p[axis] for p in one) <= max(p[axis] for p in other)
        and min(p[axis] for p in other) <= max(p[axis] for p in one)
        for axis in (0, 1)
    )


def _meetings(one: Sequence[Point], other: Sequence[Point]) -> Iterator[Point]:
    for (a, b), (c, d) in ((first, second) for first in pairwise(one) for second in pairwise(other)):
        cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
        if cross:
            s = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross
            t = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / cross
            if 0 <= s < 1 and 0 <= t < 1:
                yield a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1])


def main(files: Sequence[str]) -> None:
    """Print a line for each picture."""
    print(f"{'sheet':>13}  {'filled':>6}  crossings  of judgements  file")
    for file in files:
        found = measured(Path(file).read_bytes())
        sheet = f"{found.width:.0f} × {found.height:.0f}"
        print(f"{sheet:>13}  {found.filled:6.1%}  {found.crossings:9}  {found.of_judgements:13}  {file}")


if __name__ == "__main__":
    main(sys.argv[1:])
