"""Blanks, the parts of a text that are kept, and what an edit is."""

from __future__ import annotations

import re
from bisect import bisect_right

from argmap.formats.argdown.syntax import tokens as t

BLANKS = " \t"
BREAK = re.compile(r"\r\n|\n|\r")
AT_MARGIN = frozenset({t.NUMBER, t.ORDERED, t.BULLET, t.INFERENCE_START})

Edit = tuple[int, int, str]
"""Where a part of the text begins and ends, and what replaces it."""


class Kept:
    """The parts of a text that stay as they are: comments, data, front matter, and the marks of headings."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def holds(self, offset: int) -> bool:
        """Tell whether a character is inside one."""
        return offset < self.end_before(offset, inside=True)

    def end_before(self, offset: int, *, inside: bool = False) -> int:
        """Return the end of the last one that begins before an offset, or at it; 0 where there is none."""
        number = bisect_right(self._starts, offset) - 1
        end = self._spans[number][1] if number >= 0 else 0
        return end if inside else min(end, offset)


def blanks_before(text: str, end: int, first: int = 0) -> int:
    """Return where the blanks before an offset begin; one after a backslash does not count."""
    start = end
    while start > first and text[start - 1] in BLANKS:
        start -= 1
    return start + 1 if start < end and text[start - 1 : start] == "\\" else start


def blanks_after(text: str, start: int) -> int:
    """Return where the blanks after an offset end."""
    end = start
    while end < len(text) and text[end] in BLANKS:
        end += 1
    return end
