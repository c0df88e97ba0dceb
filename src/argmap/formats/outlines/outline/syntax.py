"""The syntax of Markdown outlines: headings and the bullets of nested lists, told by their indentation alone.

A list may nest as deep as it likes, so no parser of Markdown reads it. Fenced blocks, quotations and tables are passed
over; a paragraph below a bullet, indented with it and after an empty line, is a note on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field, frozen

from argmap.text import LineIndex, Span

BULLET = re.compile(r"\A([ \t]*+)([-*+]|\d{1,9}[.)])([ \t]++)(\S.*)")
_HEADING = re.compile(r"\A {0,3}(#{1,6})[ \t]++(.*)")
RULE = re.compile(r"\A {0,3}(?:([-*_])[ \t]*+)(?:\1[ \t]*+){2,}+\Z")
FENCE = re.compile(r"\A[ \t]*+(`{3,}|~{3,})")
TASK = re.compile(r"\[[ xX]\][ \t]+")


@frozen
class Line:
    """A heading, a bullet, or a paragraph that is neither.

    Attributes:
        level: Of a heading, 1 to 6; 0 for what is none.
        depth: Of a bullet, from 0; -1 for what is none.
        bullet: Its sign.
        text: On one line.
        note: The paragraphs below a bullet.
        task: Whether it had a box to tick.
        span: Where it stands.
    """

    level: int
    depth: int
    bullet: str
    text: str
    note: str = ""
    task: bool = False
    span: Span = field(default=Span(0, 0), eq=False, repr=False)


def heading(row: str) -> tuple[int, str] | None:
    """Return the level and the text of a heading, without the signs that may close it; None for another row.

    Example:
        >>> heading("## Rain ##"), heading("# C#"), heading("#rain")
        ((2, 'Rain'), (1, 'C#'), None)
    """
    match = _HEADING.match(row)
    if match is None:
        return None
    text = match[2].rstrip()
    bare = text.rstrip("#")
    return len(match[1]), bare.rstrip() if bare[-1:] in ("", " ", "\t") else text


def parse(text: str) -> tuple[Line, ...]:
    r"""Read an outline.

    Example:
        >>> [(line.level, line.depth, line.text) for line in parse("# Rain\n\n- It rains,\n  I think\n  + It drips\n")]
        [(1, -1, 'Rain'), (0, 0, 'It rains, I think'), (0, 1, 'It drips')]
    """
    return tuple(_Scanner(LineIndex(text)).scan())


@define
class _Scanner:
    """Goes through the rows of a text.

    Attributes:
        begun: Where the paragraph or bullet begins that is being read, what kind it is, and its rows so far.
        indents: The columns at which the bullets above begin, and those at which their texts do.
    """

    lines: LineIndex
    begun: tuple[int, str, bool] | None = None
    rows: list[str] = field(factory=list)
    note: list[str] = field(factory=list)
    indents: list[tuple[int, int]] = field(factory=list)
    fence: str = ""
    end: int = 0

    def scan(self) -> Iterator[Line]:
        """Return the lines, each once it has ended."""
        blanks = 0
        for number, line in enumerate(self.lines, 1):
            row = line.rstrip("\r\n").expandtabs(4)
            if self._in_fence(row) or not row.strip():
                blanks += 1
                continue
            start, end = self.lines.extent(number)
            place = Span(start + len(line) - len(line.lstrip()), end)
            yield from self._row(row, place, blanks)
            blanks = 0
        yield from self._close()

    def _in_fence(self, row: str) -> bool:
        match = FENCE.match(row)
        if self.fence:
            if match and match[1].startswith(self.fence) and row.strip() == match[1]:
                self.fence = ""
            return True
        self.fence = match[1] if match else ""
        return bool(match)

    def _row(self, row: str, place: Span, blanks: int) -> Iterator[Line]:
        head, bullet = heading(row), BULLET.match(row)
        column = len(row) - len(row.lstrip())
        if head:
            yield from self._close()
            self.indents.clear()
            yield Line(head[0], -1, "", head[1], span=place)
        elif RULE.match(row):
            yield from self._close()
        elif bullet:
            yield from self._close()
            self._open(bullet, place)
        elif self.indents and column >= self.indents[-1][1] and self.begun and self.begun[2]:
            below = row[self.indents[-1][1] :].rstrip()
            if blanks or self.note:
                below = below.removeprefix("\\")
                self.note += [*[""] * (blanks if self.note else 0), below]
            else:
                self.rows.append(row.strip())
            self.end = place.end
        elif self.begun and not blanks and not self.note:
            self.rows.append(row.strip())
            self.end = place.end
        else:
            yield from self._close()
            self.indents.clear()
            self.begun, self.rows, self.end = (place.start, "", False), [row.strip()], place.end

    def _open(self, bullet: re.Match[str], place: Span) -> None:
        column = len(bullet[1])
        while self.indents and self.indents[-1][0] > column:
            self.indents.pop()
        if self.indents and column < self.indents[-1][1] and column < self.indents[-1][0] + 2:
            self.indents.pop()
        self.indents.append((column, len(bullet[1]) + len(bullet[2]) + min(len(bullet[3]), 4)))
        self.begun, self.rows, self.end = (place.start, bullet[2], True), [bullet[4].strip()], place.end

    def _close(self) -> Iterator[Line]:
        if self.begun is None:
            return
        start, bullet, is_bullet = self.begun
        text = " ".join(self.rows)
        task = TASK.match(text) if is_bullet else None
        depth = len(self.indents) - 1 if is_bullet else -1
        text, note = text[task.end() :] if task else text, "\n".join(self.note).strip()
        yield Line(0, depth, bullet, text, note, bool(task), Span(start, self.end))
        self.begun, self.note = None, []
