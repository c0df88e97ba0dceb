#!/usr/bin/env python3
"""Measure pictures: `python benchmarks/pictures.py [--before FOLDER] FILE …`.

Files are SVG of ``argmap render``. With ``--before``, each is set beside the one of the same name in that folder.

=============  =======================================================================================================
``sheet``      width and height in points
``filled``     how much of the sheet cards cover
``crossings``  places at which two lines cross away from their ends; thin lines to costs, which say what outweighs
               them, are counted apart (``judging``)
``cards``      pairs of cards that overlap
``through``    cards that a line runs through, which it neither starts from nor arrives at
``labels``     words of lines and titles of sections that a line runs through which they do not belong to
``along``      lines that run along the border of a section
``length``     length of all lines, and of one line on average, in points
=============  =======================================================================================================
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
PARTS, NEAR, INSIDE, LETTER = 12, 12.0, 1.5, 0.5
BESIDE, LONG = 5.0, 40.0

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        """Return how much it covers."""
        return (self.right - self.left) * (self.bottom - self.top)

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Tell whether a point lies inside, or outside no farther than a margin."""
        x, y = point
        return self.left - margin < x < self.right + margin and self.top - margin < y < self.bottom + margin

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles overlap."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > INSIDE and min(self.bottom, other.bottom) - max(self.top, other.top) > INSIDE


class Line(NamedTuple):
    """An edge as many points, the rectangle around it, and whether it says what outweighs a cost."""

    points: list[Point]
    box: Box
    judges: bool

    @property
    def length(self) -> float:
        """Return how long it is."""
        return sum(dist(a, b) for a, b in pairwise(self.points))


class Picture(NamedTuple):
    """What was measured; see the table above."""

    sheet: str
    filled: float
    crossings: int
    judging: int
    cards: int
    through: int
    labels: int
    along: int
    length: float
    mean: float


def measured(svg: bytes) -> Picture:
    """Measure a picture."""
    root = ET.fromstring(svg)  # noqa: S314  (argmap wrote it)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    groups = [(group.get("class", "").split(), group) for group in root.iter(f"{SVG}g")]
    cards = [box for words, group in groups if words[:1] == ["node"] for box in _outline(group)]
    sections = [box for words, group in groups if words[:1] == ["cluster"] for box in _outline(group)]
    edges = {n: line for n, (words, group) in enumerate(groups) if words[:1] == ["edge"] for line in _lines(group)}
    labels = [
        (n, box)
        for n, (words, group) in enumerate(groups)
        if words[:1] in (["edge"], ["cluster"])
        for box in _texts(group)
    ]
    crossings = [0, 0]
    for one, other in combinations(edges.values(), 2):
        crossings[one.judges or other.judges] += _crossings(one, other)
    length = sum(line.length for line in edges.values())
    return Picture(
        f"{width:.0f} × {height:.0f}",
        sum(card.area for card in cards) / (width * height),
        crossings[False],
        crossings[True],
        sum(one.meets(other) for one, other in combinations(cards, 2)),
        sum(_runs_through(line, card) for line in edges.values() for card in cards if line.box.meets(card)),
        sum(any(box.holds(p) for p in line.points) for n, line in edges.items() for owner, box in labels if owner != n),
        sum(_runs_along(line, section) for line in edges.values() for section in sections),
        length,
        length / max(len(edges), 1),
    )


def _around(points: Sequence[Point]) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))


def _outline(group: ET.Element) -> Iterator[Box]:
    """Return the box around a card or section, of its outline alone."""
    outline = next((e for e in group.iter() if e.tag in (f"{SVG}path", f"{SVG}polygon", f"{SVG}ellipse")), None)
    if outline is None:
        return
    if outline.tag == f"{SVG}ellipse":
        x, y, across, down = (float(outline.get(name, 0)) for name in ("cx", "cy", "rx", "ry"))
        yield Box(x - across, y - down, x + across, y + down)
        return
    numbers = list(map(float, NUMBER.findall(outline.get("d") or outline.get("points") or "")))
    yield _around(list(zip(numbers[::2], numbers[1::2], strict=True)))


def _texts(group: ET.Element) -> Iterator[Box]:
    """Return about the boxes of the words of an edge or the title of a section."""
    for text in group.iter(f"{SVG}text"):
        size, words = float(text.get("font-size", 14)), (text.text or "").strip()
        wide, x, y = len(words) * size * LETTER, float(text.get("x", 0)), float(text.get("y", 0))
        left = {"middle": x - wide / 2, "end": x - wide}.get(text.get("text-anchor", ""), x)
        yield Box(left, y - 0.7 * size, left + wide, y)


def _lines(group: ET.Element) -> Iterator[Line]:
    """Return an edge as a line of many points; Graphviz draws it as one path of cubic curves."""
    path = next(group.iter(f"{SVG}path"), None)
    numbers = list(map(float, NUMBER.findall(path.get("d", "")))) if path is not None else []
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    curves = [points[at : at + 4] for at in range(0, len(points) - 3, 3)]
    points = points[:1] + [_on(curve, part / PARTS) for curve in curves for part in range(1, PARTS + 1)]
    if points:
        yield Line(points, _around(points), "judgement" in group.get("class", ""))


def _on(curve: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, curve, strict=True)) for axis in (0, 1))
    return x, y


def _runs_through(line: Line, card: Box) -> bool:
    ends = (line.points[0], line.points[-1])
    return not any(card.holds(end, NEAR) for end in ends) and any(card.holds(p, -INSIDE) for p in line.points)


def _runs_along(line: Line, section: Box) -> bool:
    """Tell whether a line keeps near to a side of a section for long."""
    run = 0.0
    for a, b in pairwise(line.points):
        down = section.top < a[1] < section.bottom and any(
            max(abs(a[0] - side), abs(b[0] - side)) < BESIDE for side in (section.left, section.right)
        )
        across = section.left < a[0] < section.right and any(
            max(abs(a[1] - side), abs(b[1] - side)) < BESIDE for side in (section.top, section.bottom)
        )
        run = run + dist(a, b) if down or across else 0.0
        if run > LONG:
            return True
    return False


def _crossings(one: Line, other: Line) -> int:
    if not (
        max(one.box.left, other.box.left) <= min(one.box.right, other.box.right)
        and max(one.box.top, other.box.top) <= min(one.box.bottom, other.box.bottom)
    ):
        return 0
    ends = (one.points[0], one.points[-1], other.points[0], other.points[-1])
    found = _meetings(one.points, other.points)
    return sum(all(abs(x - end[0]) + abs(y - end[1]) > NEAR for end in ends) for x, y in found)


def _meetings(one: Sequence[Point], other: Sequence[Point]) -> Iterator[Point]:
    for (a, b), (c, d) in ((first, second) for first in pairwise(one) for second in pairwise(other)):
        cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
        if cross:
            s = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross
            t = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / cross
            if 0 <= s < 1 and 0 <= t < 1:
                yield a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1])


def _told(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.1%}" if 0 < value < 1 else f"{value:.0f}"


def _row(found: Sequence[Picture], name: str) -> str:
    """Return a line of the table; of a picture before and after, both where they differ."""
    cells = (" → ".join(dict.fromkeys(map(_told, values))) for values in zip(*found, strict=True))
    widths = (11, 6, 9, 7, 5, 7, 6, 5, 6, 4) if len(found) == 1 else (25, 13, 9, 9, 7, 9, 7, 7, 15, 9)
    return "  ".join([*(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)), name])


def _total(found: Sequence[Picture]) -> Picture:
    """Add pictures up; of shares and of lengths of a line, take the mean."""
    sums = [sum(values) for values in list(zip(*found, strict=True))[1:]]
    return Picture._make(["", sums[0] / len(found), *sums[1:-1], sums[-1] / len(found)])


def main(files: Sequence[Path], before: Path | None) -> None:
    """Print a line for each picture, and one for all."""
    rows = [[measured(file.read_bytes()) for file in ((before / one.name, one) if before else (one,))] for one in files]
    head = _row([Picture._make(Picture._fields)] * len(rows[0]), "file")
    print(head)
    for found, file in zip(rows, files, strict=True):
        print(_row(found, file.name))
    print(_row([_total(found) for found in zip(*rows, strict=True)], "all"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--before", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    main(arguments.files, arguments.before)
