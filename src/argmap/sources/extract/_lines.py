"""Writing a text in blocks: breaks come between what is written, and the widest counts."""

from __future__ import annotations

import re

from attrs import define, field

_SPACE = re.compile(r"\s+")
_RANK = {"": 0, " ": 1, "\n": 2, "\n\n": 4}
_TAIL = 60


@define
class Lines:
    r"""A text that grows.

    Attributes:
        parts: What was written.
        gap: The break before what is written next.
        tail: The end of what was written.
        breaks: The weight of the breaks so far.
        quiet: Whether a cell or an item has begun, in which no break comes before the first word.

    Example:
        >>> lines = Lines()
        >>> for word in ("One", " two  three"):
        ...     lines.write(word)
        >>> lines.part("\n\n")
        >>> lines.write(" Next")
        >>> lines.text()
        'One two three\n\nNext'
    """

    parts: list[str] = field(factory=list)
    gap: str = ""
    tail: str = ""
    breaks: int = 0
    quiet: bool = False

    def write(self, text: str) -> None:
        """Write words, with one blank where they have any white space."""
        folded = _SPACE.sub(" ", text)
        inner = folded.strip(" ")
        if folded[:1] == " " and not self.gap:
            self.gap = " "
        if inner:
            self._append(inner)
            self.gap = " " if folded[-1] == " " else ""

    def write_as_it_stands(self, text: str) -> None:
        """Write words with their white space."""
        if text:
            self._append(text.replace("\f", " "))
            self.gap = ""

    def part(self, gap: str) -> None:
        """Break before what comes next, at least so much; a cell does not begin with a break."""
        if not self.quiet and _RANK[gap] > _RANK[self.gap]:
            self.gap = gap

    def line(self) -> None:
        """Begin a line; after a line that has just begun, leave one empty."""
        if not self.quiet:
            self.gap = "\n\n" if "\n" in self.gap else "\n"

    def text(self) -> str:
        """Return the text so far."""
        return "".join(self.parts)

    def before(self) -> str:
        """Return the end of the line so far."""
        return "" if "\n" in self.gap else self.tail + self.gap

    def _append(self, text: str) -> None:
        self.breaks += weight(self.gap)
        if self.parts:
            self.parts.append(self.gap)
        self.parts.append(text)
        self.tail = (self.tail[-_TAIL:] + self.gap + text[-_TAIL:])[-_TAIL:]
        self.quiet = False


def weight(gap: str) -> int:
    """Return how much a break parts: a blank nothing, an empty line as much as three ends of lines."""
    return max(0, _RANK[gap] - 1)
