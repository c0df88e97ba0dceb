"""What comes next in a text, found in linear time: what closes nothing is looked for once, not at every opening."""

from __future__ import annotations

from argmap.formats.argdown.syntax import patterns


class NextMark:
    """The next offset of a mark; it must be asked for in ascending order."""

    def __init__(self, text: str, mark: str) -> None:
        self._text, self._mark, self._at = text, mark, -1

    def __call__(self, offset: int) -> int:
        """Return the first one at an offset or after it; the length of the text where there is none."""
        if self._at < offset:
            found = self._text.find(self._mark, offset)
            self._at = len(self._text) if found < 0 else found
        return self._at


class NextLineEnd:
    """The next end of a line; it must be asked for in ascending order."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, -1

    def __call__(self, offset: int) -> int:
        """Return the first one at an offset or after it; the length of the text where there is none."""
        if self._at < offset:
            found = patterns.LINE_END.search(self._text, offset)
            self._at = found.start() if found else len(self._text)
        return self._at
