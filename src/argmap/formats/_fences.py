"""The fenced code blocks of a Markdown text, as CommonMark 0.31 finds them, in quotes and lists too.

What begins no block that could hold a fence is read roughly: of HTML, only comments hide one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field, frozen

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r" {0,3}(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t\r\n]|\Z)")
_OPENING = re.compile(r"( {0,3})(`{3,}(?=[^`\r\n]*(?:[\r\n]|\Z))|~{3,})[ \t]*([^\r\n]*)")
_CLOSING = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*(?=[\r\n]|\Z)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})(?=[\r\n]|\Z)")
_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t\r\n]|\Z)")
_COMMENT = re.compile(r" {0,3}<!--")
_BLANK = re.compile(r"[ \t]*(?=[\r\n]|\Z)")
_TAB = 4
_QUOTED = -1
_DEEPEST = 100


@frozen
class Line:
    """A line inside a fence.

    Attributes:
        start: Offset of the line.
        inner: Offset behind the marks of quotes, the indentation of list items, and that of the fence.
        end: Offset behind the line end.
    """

    start: int
    inner: int
    end: int


@define
class Fence:
    """A fenced code block.

    Attributes:
        start: Offset of the fence that opens it.
        info: What stands behind that fence.
        mark: The fence itself.
        indent: How far that fence is indented.
        depth: In how many quotes and list items it stands.
        end: Offset behind its last line, or behind the opening fence where it has none.
        lines: The lines inside.
    """

    start: int
    info: str
    mark: str
    indent: int
    depth: int
    end: int
    lines: list[Line] = field(factory=list)

    def content(self, text: str) -> str:
        """Give what stands inside."""
        return "".join(text[line.inner : line.end] for line in self.lines)

    def prefix(self, text: str) -> str:
        """Give what each line begins with."""
        return next((text[a.start : a.inner] for a in self.lines if text[a.inner : a.end].strip()), "")


def fences(text: str) -> Iterator[Fence]:
    r"""Give the fenced code blocks of a text; one that is not closed ends with the text, or with its quote or item.

    Example:
        >>> text = "- Rain:\n\n  ```argdown\n  [A]: a\n  ```\n"
        >>> [(fence.info, fence.content(text)) for fence in fences(text)]
        [('argdown', '[A]: a\n')]
    """
    reader = _Reader(text)
    place = 0
    while place < len(text):
        found = _LINE.match(text, place)
        end = found.end() if found else len(text)
        closed = reader.take(place, end)
        if closed:
            yield closed
        place = end
    if reader.fence:
        yield reader.fence


@define
class _Reader:
    """Where a reader of Markdown stands between two lines."""

    text: str
    containers: list[int] = field(factory=list)
    fence: Fence | None = None
    in_paragraph: bool = False
    in_comment: bool = False
    line: int = 0

    def take(self, start: int, end: int) -> Fence | None:
        """Take a line; give the fence that it closes."""
        self.line = start
        place, depth = self._enter(start)
        closed = None
        if self.fence:
            if depth >= self.fence.depth:
                return self._inside(start, place, end)
            closed, self.fence = self.fence, None
        if depth < len(self.containers):
            if self.in_paragraph and not self._begins_block(place):
                return closed
            del self.containers[depth:]
            self.in_paragraph = self.in_comment = False
        if self.in_comment:
            self.in_comment = self.text.find("-->", place, end) < 0
            return closed
        self._begin(self._open_containers(place), end)
        return closed

    def _enter(self, place: int) -> tuple[int, int]:
        """Go into the quotes and list items that a line belongs to; give its place there and their number."""
        for depth, container in enumerate(self.containers):
            if container == _QUOTED:
                found = _QUOTE.match(self.text, place)
                if not found:
                    return place, depth
                place = found.end()
            else:
                behind, width = self._blanks(place, container)
                if width < container and not _BLANK.match(self.text, behind):
                    return place, depth
                place = behind
        return place, len(self.containers)

    def _inside(self, start: int, place: int, end: int) -> Fence | None:
        """Take a line inside the open fence."""
        fence = self.fence
        if fence is None:
            return None
        closing = _CLOSING.match(self.text, place)
        if closing and closing[1].startswith(fence.mark):
            self.fence = None
            return fence
        inner, _ = self._blanks(place, fence.indent)
        fence.lines.append(Line(start, inner, end))
        fence.end = end
        return None

    def _blanks(self, place: int, most: int) -> tuple[int, int]:
        """Pass blanks of a width at most; give the place behind them and their width."""
        width = 0
        while width < most and place < len(self.text) and self.text[place] in " \t":
            column = len(self.text[self.line : place].expandtabs(_TAB)) if self.text[place] == "\t" else -1
            width += _TAB - column % _TAB if column >= 0 else 1
            place += 1
        return place, width

    def _begins_block(self, place: int) -> bool:
        patterns = (_BLANK, _QUOTE, _ITEM, _OPENING, _RULE, _HEADING, _COMMENT)
        return any(pattern.match(self.text, place) for pattern in patterns)

    def _open_containers(self, place: int) -> int:
        """Open the quotes and list items that begin here; give the place inside."""
        while len(self.containers) < _DEEPEST:
            quote = _QUOTE.match(self.text, place)
            item = None if quote or _RULE.match(self.text, place) else self._item(place)
            if quote:
                self.containers.append(_QUOTED)
                place = quote.end()
            elif item:
                behind, width = self._blanks(item.end(), _TAB + 1)
                if width > _TAB or _BLANK.match(self.text, behind):
                    behind, width = self._blanks(item.end(), 1)[0], 1
                self.containers.append(item.end() - place + width)
                place = behind
            else:
                break
            self.in_paragraph = False
        return place

    def _item(self, place: int) -> re.Match[str] | None:
        """Give the mark of a list item; within a paragraph only of one that may interrupt it."""
        found = _ITEM.match(self.text, place)
        if found and self.in_paragraph:
            is_first = found[0].strip() in ("-", "+", "*", "1.", "1)")
            return found if is_first and not _BLANK.match(self.text, found.end()) else None
        return found

    def _begin(self, place: int, end: int) -> None:
        """Take what a line begins inside its quotes and list items."""
        text = self.text
        _, width = self._blanks(place, _TAB)
        opening = _OPENING.match(text, place)
        if opening and width < _TAB:
            info = opening[3].strip()
            self.fence = Fence(opening.start(2), info, opening[2], len(opening[1]), len(self.containers), end)
            self.in_paragraph = False
        elif _COMMENT.match(text, place):
            self.in_comment = text.find("-->", place, end) < 0
            self.in_paragraph = False
        elif _BLANK.match(text, place) or _HEADING.match(text, place) or _RULE.match(text, place):
            self.in_paragraph = False
        else:
            self.in_paragraph = self.in_paragraph or width < _TAB
