"""The fenced code blocks of a Markdown text, as CommonMark finds them, in quotes and lists too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from argmap import collector
from argmap.text import LineIndex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 100
"""So many quotes and lists may stand in each other; what is deeper holds no fence."""


class Line(NamedTuple):
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
    rows = list(LineIndex(text.replace("\0", "\ufffd")))  # as the parser sees them
    for token in tokens:
        if token.type == "fence" and token.map:
            yield _fence(token, lines, rows)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.disable("reference")  # a paragraph until it ends, as in CommonMark's own parser; and quicker so
    return parser


def _fence(token: Token, lines: LineIndex, rows: Sequence[str]) -> Fence:
    """Find a fence and its lines in the text: CommonMark's own content has other blanks for a tab that it splits."""
    number = token.map[0] if token.map else 0
    start = lines.start(number + 1)
    opening = lines.text.index(token.markup, start)
    start += len(rows[number])
    inside = []
    for content in token.content.removesuffix("\n").split("\n") if token.content else ():
        number += 1
        end = start + len(rows[number])
        inside.append(Line(start, start + _marks(rows[number].rstrip("\r\n"), content), end))
        start = end
    return Fence(opening, token.info.strip(), start, inside)


def _marks(row: str, content: str) -> int:
    """Return how much of a line stands before its content; of the blanks of a split tab none is in the line."""
    while not row.endswith(content):
        content = content[1:]
    return len(row) - len(content)
