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


@frozen
class Origin:
    """Where a map or a source record was read from.

    Attributes:
        file: The path as the user named it; ``-`` for standard input, empty for a text given to `argmap.loads`.
        format: Name of the format it was read as.
        lines: The text and its line index.
        ignores: The comments that silence findings.
        findings: What reading it found.
        written: The text as its author wrote it, where reading had to mend it; line by line the same as `lines`.
        look: How its author asks for it to be drawn; None where nothing is asked for.
    """

    file: str
    format: str
    lines: LineIndex = field(repr=False)
    ignores: tuple[Ignore, ...] = ()
    findings: tuple[Finding, ...] = ()
    written: LineIndex | None = field(default=None, repr=False)
    look: Look | None = field(default=None, eq=False, repr=False)

    @property
    def shown(self) -> LineIndex:
        """Give the lines as their author knows them."""
        return self.lines if self.written is None else self.written
