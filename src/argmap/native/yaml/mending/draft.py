"""A text under repair: its lines may change, never their number, so every span leads back to the text as written."""

from __future__ import annotations

import re
from functools import cached_property, reduce
from itertools import accumulate, islice

from attrs import define, field

from argmap.text import Edit, LineIndex, OffsetMap, Span

_BLOCK = re.compile(r"(?:^|[:\-][ \t]+)[|>][+\-\d]{0,2}[ \t]*(?:#.*)?$")
_BRACKET = re.compile(r"[ ]*(?:[^\s#:]+:[ \t]+)?[\[{]")
_NO_ENTRY = ("", "\n", "\r", "\t", "#", "]", "}", ",")


@define
class Draft:
    r"""The lines of a text, and what was changed in them. Lines and columns count from 0.

    Attributes:
        written: The text as its author wrote it.

    Example:
        >>> draft = Draft(LineIndex("title: a: b\nnodes: {}\n"))
        >>> draft.replace(0, 7, 11, '"a: b"')
        >>> draft.text()
        'title: "a: b"\nnodes: {}\n'
        >>> draft.written_span(0, 7, 13), draft.offsets().back(Span(16, 18))
        (Span(start=7, end=11), Span(start=14, end=16))
    """

    written: LineIndex
    _lines: list[str] = field(init=False)
    _edits: dict[int, list[Edit]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self._lines = list(self.written)

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._lines)

    def line(self, number: int) -> str:
        """Return a line as it now is, without its line end."""
        return self._lines[number].rstrip("\r\n")

    def indent(self, number: int) -> int:
        """Return by how many spaces a line is indented."""
        line = self._lines[number]
        return len(line) - len(line.lstrip(" "))

    def is_blank(self, number: int) -> bool:
        """Tell whether a line holds nothing, or only a comment."""
        return self._lines[number].lstrip()[:1] in ("", "#")

    def text(self, first: int = 0, last: int | None = None) -> str:
        """Return the lines from one to before another."""
        return "".join(islice(self._lines, first, last))

    def find(self, first: int, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset in the text that begins with a line."""
        for number in range(first, len(self._lines)):
            if offset < len(self._lines[number]):
                return number, offset
            offset -= len(self._lines[number])
        return len(self._lines) - 1, len(self._lines[-1])

    def edits(self, number: int) -> int:
        """Tell how often a line was changed."""
        return len(self._edits.get(number, ()))

    def replace(self, number: int, start: int, end: int, new: str) -> None:
        """Change a part of a line."""
        line = self._lines[number]
        self._lines[number] = line[:start] + new + line[end:]
        self._edits.setdefault(number, []).append(Edit(Span(start, end), new))

    def written_span(self, number: int, start: int, end: int) -> Span:
        """Return the span of the text as written that a part of a line of the draft stands for."""
        begin = self.written.start(number + 1)
        span = self._offsets(number).back(Span(start, end))
        return Span(begin + span.start, begin + span.end)

    def offsets(self) -> OffsetMap:
        """Return the map from the text as written to the draft."""
        starts = [0, *accumulate(map(len, self._lines))]
        before, after = [0], [0]
        for number in sorted(self._edits):
            line = self._offsets(number)
            before += (self.written.start(number + 1) + offset for offset in line.before[1:])
            after += (starts[number] + offset for offset in line.after[1:])
        return OffsetMap(before, after)

    def _offsets(self, number: int) -> OffsetMap:
        """Return the map of one line; each edit is one of the line as the edits before left it."""
        return reduce(OffsetMap.then, (OffsetMap.of([edit]) for edit in self._edits.get(number, ())), OffsetMap())

    def piece(self, number: int, first: int) -> int:
        """Return the line at which the piece around a line starts: a top-level key, or an entry of one."""
        while number > first and not self._starts_piece(number):
            number -= 1
        return number

    def next_piece(self, number: int) -> int:
        """Return the line at which the piece after the one that starts at a line starts."""
        number += 1
        while number < len(self._lines) and not self._starts_piece(number):
            number += 1
        return number

    def _starts_piece(self, number: int) -> bool:
        return (
            self.indent(number) <= self.step
            and self._lines[number].lstrip(" ")[:1] not in _NO_ENTRY
            and not self._lines[number].startswith(("---", "..."))
            and number not in self._inner
        )

    @cached_property
    def step(self) -> int:
        """By how much the first indented line is indented."""
        steps = (self.indent(number) for number in range(len(self._lines)) if not self.is_blank(number))
        return next((step for step in steps if step), 0)

    @cached_property
    def _inner(self) -> frozenset[int]:
        """The lines inside block texts, and inside brackets that a piece opens and leaves open in its line."""
        found: list[int] = []
        block = bracket = -1
        for number in range(len(self._lines)):
            line, indent = self.line(number), self.indent(number)
            if block >= 0 and (indent > block or not line.strip()):
                found.append(number)
                continue
            block = indent if _BLOCK.search(line) else -1
            if bracket >= 0:
                found.append(number)
                if indent <= bracket and line.lstrip()[:1] in ("]", "}"):
                    bracket = -1
            elif (
                indent <= self.step and _BRACKET.match(line) and sum(map(line.count, "[{")) > sum(map(line.count, "]}"))
            ):
                bracket = indent
        return frozenset(found)
