"""The pages of a PDF as PDFium reads them: their lines, and where these stand."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Any

from attrs import frozen

from argmap.sources.extract.pdf.characters import Characters
from argmap.sources.extract.pdf.direction import in_order, is_right_to_left
from argmap.sources.extract.pdf.heights import with_heights

_CONTROLS = re.compile("[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f\uffff]")
_NUMBER_OF_NOTE = re.compile(r"((?:^|(?<=[.:;!?)] ))[⁰¹²³⁴-⁹]+)(?=[^\W\d_]{2})")
_STRUCK = re.compile("\u0338 ?([^\\w\\s])")
_FEW = 20
_BLANK = 0.19
"""Of the size of a letter: the least gap between two words."""
_LARGE = 0.5
_DEPTH = 3
_SAME_LINE = 3.0
_GAP, _LONG = 0.03, 0.15
"""Of the width of a page: what parts columns, and what is no number of a table."""


@frozen
class Line:
    """A line of a page.

    Attributes:
        text: What it says.
        left: Where it begins, as part of the width of the page.
        top: Where it stands, as part of the height, counted from above.
        turned: Whether it does not run from left to right.
    """

    text: str
    left: float
    top: float
    turned: bool = False


@frozen
class Page:
    """A page.

    Attributes:
        lines: Its lines, in the order of reading that the file has.
        pictured: Whether it shows pictures or drawings in place of words.
        fields: What was filled into its forms, or written onto it.
        beside: How many of its lines are made of two that stand far from each other, as in columns.
    """

    lines: tuple[Line, ...] = ()
    pictured: bool = False
    fields: tuple[str, ...] = ()
    beside: int = 0

    @property
    def text(self) -> str:
        """Its lines."""
        return "\n".join(line.text for line in self.lines)


def read_page(page: Any) -> Page:
    """Read a page of PDFium."""
    textpage = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    width, height = max(right - left, 1), max(top - bottom, 1)
    characters = Characters.of(textpage)
    lines: list[Line] = []
    at = 0
    for line in with_heights(characters.text, characters.baseline).splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        at += len(line)
        corner = characters.corner(start) if line.strip() else None
        if corner:
            turned = page.get_rotation() == 0 and characters.is_turned(start)
            shown = _as_read(line.rstrip(), characters, at - len(line)) if is_right_to_left(line) else line
            shown = _NUMBER_OF_NOTE.sub(r"\1 ", negated(_CONTROLS.sub("", shown).rstrip()))
            lines.append(Line(shown, (corner[0] - left) / width, (top - corner[1]) / height, turned))
        elif lines and lines[-1].text:
            lines.append(Line("", lines[-1].left, lines[-1].top))
    few = sum(map(str.isalnum, characters.text)) < _FEW
    pictured = few and _is_pictured(page, width * height, empty=not characters.text.strip())
    return Page(tuple(lines), pictured, _fields(page), _beside(textpage, width))


def negated(line: str) -> str:
    r"""Return a line with the sign for *not* of each stroke that LaTeX sets before the sign it strikes through.

    Example:
        >>> negated("a \u0338= b, x \u0338\u2208 M, y \u0338z")
        'a ≠ b, x ∉ M, y \u0338z'
    """
    return _STRUCK.sub(lambda found: unicodedata.normalize("NFC", f"{found[1]}\u0338"), line)


def _as_read(line: str, characters: Characters, start: int) -> str:
    place = characters.baseline(start)
    return in_order(line, lambda at: characters.span(start + at), _BLANK * place[1] if place else 0)


def _beside(textpage: Any, width: float) -> int:
    """Return how many long stretches of text follow a long one on the same line, after a gap."""
    stretches = [textpage.get_rect(number) for number in range(textpage.count_rects())]
    return sum(
        abs(a[1] - b[1]) < _SAME_LINE and b[0] - a[2] > _GAP * width and min(a[2] - a[0], b[2] - b[0]) > _LONG * width
        for a, b in pairwise(stretches)
    )


def _is_pictured(page: Any, area: float, *, empty: bool) -> bool:
    """Return whether a page without words shows anything, or one with few words a large picture."""
    from pypdfium2 import raw

    if empty:
        return raw.FPDFPage_CountObjects(page) > 0  # type: ignore[no-any-return]
    boxes = (each.get_bounds() for each in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH))
    return any((right - left) * (top - bottom) > _LARGE * area for left, bottom, right, top in boxes)


def _fields(page: Any) -> tuple[str, ...]:
    """Return what was filled into the forms of a page, or written onto it."""
    from pypdfium2 import raw

    keys = {raw.FPDF_ANNOT_WIDGET: b"V", raw.FPDF_ANNOT_FREETEXT: b"Contents"}
    found = []
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if annotation:
            key = keys.get(raw.FPDFAnnot_GetSubtype(annotation))
            found.append(_string(annotation, key) if key else "")
            raw.FPDFPage_CloseAnnot(annotation)
    return tuple(text for text in found if any(map(str.isalnum, text)) and text != "Off")


def _string(annotation: Any, key: bytes) -> str:
    import ctypes

    from pypdfium2 import raw

    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = ctypes.create_string_buffer(size)
    units = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFAnnot_GetStringValue(annotation, key, units, size)
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")
