"""A matrix as text: the claims by number, and a line for each piece of evidence, within the width of a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from argmap.cli.output import columns, visible
from argmap.evaluation.labels import Grade
from argmap.wording import counted, listed
from argmap.workflows.matrix.lines import Mark
from argmap.workflows.matrix.matrix import Matrix, Row
from argmap.workflows.matrix.writing import APART, feet

MOST_ROWS = 200
_NARROWEST = 40
_LONGEST = 400
_LEGEND = "+ for, - against, .. indirectly; ( ) no line that says so stands; . says nothing"
_CLOSING = "This shows what the map says. It declares no winner: counts are not weights."

_Line = tuple[str, Sequence[str]]
"""What stands at the left, and a cell for each claim; none for a heading."""


def told(matrix: Matrix, width: int) -> str:
    """Return a matrix as lines of text; where the claims do not fit beside each other, as several tables."""
    width = max(width, _NARROWEST)
    lines = list(_lines(matrix))
    label = min(max(columns(visible(left)) for left, cells in lines if cells), 2 * width // 5)
    blocks = [
        "\n".join(line for left, cells in lines for line in _row(visible(left), cells[start:end], sizes, label, width))
        for start, end, sizes in _blocks([cells for _, cells in lines if cells], width - label)
    ]
    head = "\n".join(_head(matrix, width))
    shown = blocks if matrix.rows else ["No evidence that counts speaks for or against any of them."]
    return "\n\n".join([head, *shown, "\n".join(_closing(matrix, width))]) + "\n"


def _head(matrix: Matrix, width: int) -> Iterator[str]:
    if matrix.question:
        yield from _wrapped(visible(matrix.question), width)
    numbers = [f"{at}  " for at in range(1, len(matrix.names) + 1)]
    indent = len(numbers[-1])
    for number, name, text in zip(numbers, matrix.names, matrix.texts, strict=True):
        first, *rest = _wrapped(visible(f"{name}: {text}"), width - indent)
        yield f"{number:>{indent}}{first}"
        yield from (f"{'':{indent}}{line}" for line in rest)
    if matrix.more:
        yield f"{counted(matrix.more, 'further claim')} left aside: name those to compare"
    if not matrix.exclusive:
        yield from _wrapped("Not every two of them contradict each other in the map: several may hold.", width)


def _lines(matrix: Matrix) -> Iterator[_Line]:
    yield "evidence", [str(at) for at in range(1, len(matrix.names) + 1)]
    for apart, group in groupby(matrix.rows[:MOST_ROWS], key=lambda row: row.apart):
        yield f"{APART[apart]}:", ()
        for row in group:
            yield f"  {_label(row)}", [_cell(row, at) for at in range(row.claims)]
    if len(matrix.rows) > MOST_ROWS:
        yield f"and {len(matrix.rows) - MOST_ROWS:,} more, in --csv, --json and --html", ()
    yield "", ()
    for word, counts in feet(matrix):
        yield word, list(map(str, counts))


def _closing(matrix: Matrix, width: int) -> Iterator[str]:
    if matrix.left_out:
        yield from _wrapped(visible(f"Left out, without a ground that counts: {listed(matrix.left_out)}."), width)
    if matrix.rows:
        yield from _wrapped(_LEGEND, width)
    yield from _wrapped(_CLOSING, width)


def _label(row: Row) -> str:
    return f"{row.name} ({Grade.ASSUMED})" if row.grade is Grade.ASSUMED else row.name


def _cell(row: Row, claim: int) -> str:
    marks = [_mark("+", row.pro(claim)), _mark("-", row.con(claim))]
    return " ".join(filter(None, marks)) or "."


def _mark(sign: str, mark: Mark | None) -> str:
    if mark is None:
        return ""
    said = sign if mark.direct else f"{sign}.."
    return said if mark.stands else f"({said})"


def _blocks(rows: Sequence[Sequence[str]], room: int) -> Iterator[tuple[int, int, list[int]]]:
    """Part columns of cells into as few tables as fit: the first and last column of each, and their widths."""
    sizes = [max(map(len, column)) + 2 for column in zip(*rows, strict=True)]
    start = 0
    for end in range(1, len(sizes) + 1):
        if end == len(sizes) or sum(sizes[start : end + 1]) > room:
            yield start, end, sizes[start:end]
            start = end


def _row(left: str, cells: Sequence[str], sizes: Sequence[int], label: int, width: int) -> Iterator[str]:
    indent = " " * (len(left) - len(left.lstrip()))
    first, *rest = (indent + line for line in _wrapped(left.lstrip(), (label if cells else width) - len(indent)))
    beside = "".join(f"  {cell:<{size - 2}}" for cell, size in zip(cells, sizes, strict=bool(cells)))
    yield f"{first}{' ' * (label - columns(first))}{beside}".rstrip()
    yield from rest


def _wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of some columns: after a space or a hyphen if there is one, else anywhere."""
    lines: list[str] = []
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    while columns(text) > width:
        end = next(at for at in range(1, len(text) + 1) if columns(text[: at + 1]) > width)
        near = max(text.rfind(" ", 0, end + 1), text.rfind("-", 0, end)) + 1
        end = near if near > end // 2 else end
        lines.append(text[:end].rstrip())
        text = text[end:].lstrip()
    return [*lines, text]
