"""Where a map or a source record was read from, and what reading it found."""

from __future__ import annotations

from attrs import field, frozen

from argmap.model.findings import Finding
from argmap.model.look import Look
from argmap.text import LineIndex, Span


@frozen
class Ignore:
    """A comment that silences findings on its line: ``# argmap: ignore[AM101]``.

    Attributes:
        codes: The codes it names; empty for all.
        span: The comment.
    """

    codes: tuple[str, ...]
    span: Span

    @classmethod
    def of(cls, written: str | None, span: Span) -> Ignore:
        """Read what stands between the brackets: codes or names, with commas between them."""
        return cls(tuple(code.strip().upper() for code in (written or "").split(",") if code.strip()), span)


@frozen
class Block:
    """The part of a file that holds a map, where the file may hold several.

    Attributes:
        number: Which of the maps in the file it is, counted from 1.
        first: The line in which it begins, counted from 1.
        last: The line in which it ends.
        within: Name of the format of the whole file.
    """

    number: int
    first: int
    last: int
    within: str


@frozen
class Origin:
    """Where a map or a source record was read from.

    Attributes:
        file: The path as the user named it; ``-`` for standard input, empty for a text given to `argmap.loads`.
        format: Name of the format that the map is written in.
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
    def file_format(self) -> str:
        """Return the name of the format that the whole file is read as."""
        return self.block.within if self.block else self.format

    @property
    def start(self) -> int:
        """Return the offset at which the map begins."""
        return self.lines.start(self.block.first) if self.block else 0

    def holds(self, line: int) -> bool:
        """Tell whether a line of the file is one of the map's."""
        return self.block is None or self.block.first <= line <= self.block.last
