"""Where the characters of a page stand, as PDFium says."""

from __future__ import annotations

import math
from collections.abc import Sequence
from ctypes import c_double
from itertools import accumulate
from typing import Any

from attrs import frozen

_TURNED = 0.1


@frozen
class Characters:
    """The characters of a page, by their offsets in its text.

    Attributes:
        page: PDFium's text of the page.
        units: For each character its offset in UTF-16, by which PDFium counts.
    """

    page: Any
    units: Sequence[int]

    @classmethod
    def of(cls, page: Any, text: str) -> Characters:
        """Return the characters of a page that has a text."""
        if not text or max(text) < "\U00010000":
            return cls(page, range(len(text)))
        return cls(page, list(accumulate((1 + (character > "\uffff") for character in text[:-1]), initial=0)))

    def corner(self, offset: int) -> tuple[float, float] | None:
        """Return the left and the upper end of a character; None where it stands nowhere."""
        index = self._index(offset)
        if index < 0:
            return None
        left, _, _, top = self.page.get_charbox(index)
        return left, top

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

    def _index(self, offset: int) -> int:
        from pypdfium2 import raw

        return raw.FPDFText_GetCharIndexFromTextIndex(self.page, self.units[offset])  # type: ignore[no-any-return]
