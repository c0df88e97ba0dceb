"""The fenced code blocks of a Markdown text, as CommonMark finds them, in quotes and lists too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from argmap import collector
from argmap.text import LineIndex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 100
"""So many quotes and lists may stand in each other; what is deeper holds no fence."""


@frozen
class Line:
    """A line inside a fence.

    Attributes:
        start: Offset of the line.
        inner: Offset after the marks of quotes, the indentation of list items, and that of the fence.
        end: Offset after the line end.
    """

    start: int
    inner: int
    end: int


@frozen
class Fence:
    """A fenced code block.

    Attributes:
        start: Offset of the fence that opens it.
        info: What stands after that fence.
        end: Offset after its last line, or after the opening fence where it has none.
        lines: The lines inside.
    """

    start: int
    info: str
    end: int
    lines: Sequence[Line]

    def content(self, text: str) -> str:
        """Return what stands inside."""
        return "".join(text[line.inner : line.end] for line in self.lines)

    def prefix(self, text: str) -> str:
        """Return what each line begins with."""
        return next((text[a.start : a.inner] for a in self.lines if text[a.inner : a.end].strip()), "")


def fences(text: str) -> Iterator[Fence]:
    r"""Go through the fenced code blocks of a text; one that is not closed ends with the text, or its quote or item.

    Example:
        >>> text = "- Rain:\n\n  ```argdown\n  [A]: a\n  ```\n"
        >>> [(fence.info, fence.content(text)) for fence in fences(text)]
        [('argdown', '[A]: a\n')]
    """
    with collector.paused():
        tokens = _parser().parse(text)
    lines = LineIndex(text)
    for token in tokens:
        if token.type == "fence" and token.map:
            yield _fence(token, token.map[0] + 1, lines)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.disable("reference")  # a paragraph until it ends, as in CommonMark's own parser; and quicker so
    return parser


def _fence(token: Token, number: int, lines: LineIndex) -> Fence:
    """Find a fence and its lines in the text: CommonMark's own content has other blanks for a tab that it splits."""
    start, end = _extent(lines, number)
    opening = lines.text.index(token.markup, start)
    inside = []
    for content in token.content.removesuffix("\n").split("\n") if token.content else ():
        number += 1
        start, end = _extent(lines, number)
        written = lines.line(number).replace("\0", "\ufffd")
        kept = len(content)
        while not written.endswith(content[len(content) - kept :]):
            kept -= 1
        inside.append(Line(start, start + len(written) - kept, end))
    return Fence(opening, token.info.strip(), end, inside)


def _extent(lines: LineIndex, number: int) -> tuple[int, int]:
    return lines.start(number), lines.start(number + 1) if number < len(lines) else len(lines.text)
