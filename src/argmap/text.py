"""Places in a text: spans of offsets, and the lines and columns that people read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, pairwise

from attrs import field, frozen

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


@frozen
class Span:
    """A half-open range of code points in a file's text.

    Attributes:
        start: Offset of the first code point, counted from 0.
        end: Offset after the last code point.
    """

    start: int
    end: int


@frozen
class Position:
    """A place as an editor shows it.

    Attributes:
        line: Counted from 1.
        column: Counted in code points from 1.
    """

    line: int
    column: int


@frozen
class LineIndex:
    r"""A text and where its lines begin; ``\n``, ``\r\n`` and ``\r`` end a line.

    Attributes:
        text: The whole text, with its own line ends.

    Example:
        >>> lines = LineIndex("title: A\nnodes:\n")
        >>> lines.position(9)
        Position(line=2, column=1)
        >>> lines.line(1)
        'title: A'
        >>> lines.extent(2)
        (9, 15)
    """

    text: str = field(repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]
        return list(accumulate((len(line) + 1 for line in self.text.split("\n")[:-1]), initial=0))

    def __len__(self) -> int:
        """Return the number of lines; a text that ends with a line end has an empty last line."""
        return len(self._starts)

    def __iter__(self) -> Iterator[str]:
        """Go through the lines, each with its line end."""
        return (self.text[start:end] for start, end in pairwise([*self._starts, len(self.text)]))

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset (in code points; one past the end is allowed)."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def start(self, line: int) -> int:
        """Return the offset at which a line begins; lines count from 1."""
        return self._starts[line - 1]

    def line(self, number: int) -> str:
        """Return a line without its line end; lines count from 1."""
        return self.text[slice(*self.extent(number))]

    def extent(self, number: int) -> tuple[int, int]:
        """Return the offsets at which a line begins and ends, without its line end; lines count from 1."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end
