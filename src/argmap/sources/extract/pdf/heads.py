"""Running heads: the lines at the upper and lower edge of pages that return from page to page, and their numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from argmap.sources.extract.pdf.pages import Line, Page

_EDGE = 0.12
_FEWEST_PAGES = 3
_LONGEST = 12
"""Words of a running head; a longer line is a line of the text."""
_PROSE = 80
"""Words on half of the pages, at least; slides have fewer, and no sentence runs on over them."""
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")


def heads(pages: Sequence[Page]) -> frozenset[tuple[int, Line]]:
    """Return the running heads of a text that runs on over its pages, each with the number of its page.

    A line is one if at least three pages in a row, or every second page, have it at the same height, near the edge,
    whatever the figures in it.
    """
    lengths = sorted(len(page.text.split()) for page in pages)
    if len(pages) < _FEWEST_PAGES or lengths[len(pages) // 2] < _PROSE:
        return frozenset()
    places: dict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in filter(_can_be_one, page.lines):
            places[_NUMBER.sub("#", line.text.casefold()), round(line.top * 100)].append((number, line))
    runs = (run for found in places.values() for run in _runs(found))
    return frozenset(each for run in runs if len({number for number, _ in run}) >= _FEWEST_PAGES for each in run)


def _can_be_one(line: Line) -> bool:
    at_edge = not _EDGE < line.top < 1 - _EDGE
    return at_edge and not line.turned and 0 < len(line.text.split()) <= _LONGEST


def _runs(found: Sequence[tuple[int, Line]]) -> Iterator[list[tuple[int, Line]]]:
    """Part the pages of a line where it is missing on two of them, one after the other."""
    run: list[tuple[int, Line]] = []
    for each in found:
        if run and each[0] - run[-1][0] > 2:
            yield run
            run = []
        run.append(each)
    yield run
