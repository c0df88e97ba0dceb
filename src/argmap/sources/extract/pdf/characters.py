"""Where the characters of a page stand, as PDFium says."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from ctypes import c_double
from itertools import accumulate
from typing import Any

from attrs import frozen

_TURNED = 0.1
_BREAK = re.compile(r"(?<=\S)[^\S\r\n]*(\r\n)[^\S\r\n]*(?=\S)")
_SMALLER = 0.85
_NEAR, _LEVEL, _BLANK = 0.8, 0.2, 0.15
"""Of the size of a letter: how far from it a smaller one stands on its line, and one of its size; and a blank."""


@frozen
class Characters:
    """The characters of a page, by their offsets in its text.

    Attributes:
        page: PDFium's text of the page.
        text: The text.
        units: For each character its offset in UTF-16, by which PDFium counts.
    """

    page: Any
    text: str
    units: Sequence[int]

    @classmethod
    def of(cls, page: Any) -> Characters:
        """Return the characters of a page, without the line ends that PDFium puts beside raised and lowered figures."""
        text = page.get_text_range()
        lengths = (1 + (character > "\uffff") for character in text[:-1])
        found = cls(page, text, list(accumulate(lengths, initial=0)))
        new: dict[int, str] = {}
        for match in _BREAK.finditer(text):
            between = found._between(match.start() - 1, match.end())
            if between is not None:
                has_blank = match.end() - match.start() > len("\r\n")
                new |= {match.start(1): "" if has_blank else between, match.start(1) + 1: ""}
        kept = [at for at in range(len(text)) if new.get(at) != ""]
        return cls(page, "".join(new.get(at, text[at]) for at in kept), [found.units[at] for at in kept])

    def _between(self, before: int, after: int) -> str | None:
        """Return what parts two characters of one line, a blank or nothing; None where a line ends between them."""
        first, second = self.baseline(before), self.baseline(after)
        if first is None or second is None or not (size := max(first[1], second[1])):
            return None
        is_smaller = min(first[1], second[1]) < _SMALLER * size
        gap = (self._box(after)[0] - self._box(before)[2]) / size
        if abs(first[0] - second[0]) > (_NEAR if is_smaller else _LEVEL) * size or abs(gap) > _NEAR:
            return None
        goes_on = is_smaller and second[1] == size and self.text[after].isalnum()
        return " " if goes_on and gap > _BLANK else ""

    def corner(self, offset: int) -> tuple[float, float] | None:
        """Return the left and the upper end of a character; None where it stands nowhere."""
        if self._index(offset) < 0:
            return None
        left, _, _, top = self._box(offset)
        return left, top

    def span(self, offset: int) -> tuple[float, float] | None:
        """Return the left and the right end of the room that a character takes; None where it stands nowhere."""
        index = self._index(offset)
        if index < 0:
            return None
        left, _, right, _ = self.page.get_charbox(index, loose=True)
        return left, right

    def baseline(self, offset: int) -> tuple[float, float] | None:
        """Return the height at which a character stands, and its size; None where it stands nowhere."""
        from pypdfium2 import raw

        index = self._index(offset)
        if index < 0:
            return None
        x, y, matrix = c_double(), c_double(), raw.FS_MATRIX()
        raw.FPDFText_GetCharOrigin(self.page, index, x, y)
        raw.FPDFText_GetMatrix(self.page, index, matrix)
        return y.value, raw.FPDFText_GetFontSize(self.page, index) * math.hypot(matrix.b, matrix.d)

    def is_turned(self, offset: int) -> bool:
        """Return whether a character does not stand upright."""
        from pypdfium2 import raw

        return abs(math.sin(raw.FPDFText_GetCharAngle(self.page, self._index(offset)))) > _TURNED

    def _box(self, offset: int) -> tuple[float, float, float, float]:
        return self.page.get_charbox(self._index(offset))  # type: ignore[no-any-return]

    def _index(self, offset: int) -> int:
        from pypdfium2 import raw

        return raw.FPDFText_GetCharIndexFromTextIndex(self.page, self.units[offset])  # type: ignore[no-any-return]
