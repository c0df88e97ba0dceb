"""Text as it grows, with a break between its blocks however many of them are empty."""

from __future__ import annotations

from attrs import define, field

_RANK = {"": 0, "\t": 1, "\n": 2, "\n\n": 3}


@define
class Text:
    """Text that is being put together.

    Attributes:
        boxes: Texts that float beside the paragraph that is being read, to stand after it.
        length: How many pieces there are.
        due: The break before the next piece.
    """

    boxes: list[str] = field(factory=list)
    length: int = 0
    due: str = ""
    _pieces: list[str] = field(factory=list)

    def write(self, text: str) -> None:
        """Go on with a text, after the break that is due; never with an empty one."""
        if text:
            if self.length:
                self._pieces.append(self.due)
            self._pieces.append(text)
            self.length += 1
            self.due = ""

    def part(self, separator: str) -> None:
        """Ask for a break before what comes next; of several, the widest counts."""
        self.due = max(self.due, separator, key=_RANK.__getitem__)

    def end_cell(self, length: int, due: str) -> None:
        """End a cell of a table that began at such a length, with such a break due; the next follows on its line."""
        self.due = "\t" if self.length > length else due

    def put_boxes(self, separator: str) -> None:
        """Write the texts that float beside the paragraph that has ended."""
        for box in self.boxes:
            self.part(separator)
            self.write(box)
        self.boxes.clear()
        self.part(separator)

    def whole(self) -> str:
        """Return all of it."""
        return "".join(self._pieces)
