"""Where a map or a source record was read from, and what reading it found."""

from __future__ import annotations

import re

from attrs import field, frozen

from argmap.model.findings import Finding
from argmap.model.look import Look
from argmap.text import LineIndex, Span

_BLOCK_NAME = re.compile(r"(.+\.(?:md|markdown))#([1-9][0-9]{0,8})", re.IGNORECASE | re.DOTALL)


@frozen
class Ignore:
    """A comment that silences findings on its line: ``# argmap: ignore[AM101]``.

    Attributes:
        codes: The codes it names; empty for all.
        span: The comment.
    """

    codes: tuple[str, ...]
    span: Span


@frozen
class Block:
    """A fenced block of a Markdown file that holds a map.

    Attributes:
        number: Which of the maps in the file it is, counted from 1.
        first: The line in which it begins, after its fence, counted from 1.
        last: The line in which it ends.
    """

    number: int
    first: int
    last: int


@frozen
class Origin:
    """Where a map or a source record was read from.

    Attributes:
        file: The path as the user named it; ``-`` for standard input, empty for a text given to `argmap.loads`.
        format: Name of the format it was read as.
        lines: The text as its author wrote it, and its line index.
        ignores: The comments that silence findings.
        findings: What reading it found.
        look: How its author asks for it to be drawn; None where nothing is asked for.
        block: The part of the file that the map stands in; None where it is the whole file.
    """

    file: str
    format: str
    lines: LineIndex = field(repr=False)
    ignores: tuple[Ignore, ...] = ()
    findings: tuple[Finding, ...] = ()
    look: Look | None = field(default=None, eq=False, repr=False)
    block: Block | None = None

    @property
    def name(self) -> str:
        """Return the name by which a user names the map: the file, and the number of the block in it."""
        return f"{self.file}#{self.block.number}" if self.block else self.file

    @property
    def start(self) -> int:
        """Return the offset at which the map begins."""
        return self.lines.start(self.block.first) if self.block else 0

    def holds(self, line: int) -> bool:
        """Tell whether a line of the file is one of the map's."""
        return self.block is None or self.block.first <= line <= self.block.last


def split_name(name: str) -> tuple[str, int | None]:
    """Return the file that the name of a map stands for, and the number of the block in it, if it names one.

    Example:
        >>> split_name("page.md#2"), split_name("page.md"), split_name("map#2.yaml")
        (('page.md', 2), ('page.md', None), ('map#2.yaml', None))
    """
    found = _BLOCK_NAME.fullmatch(name)
    return (found[1], int(found[2])) if found else (name, None)
