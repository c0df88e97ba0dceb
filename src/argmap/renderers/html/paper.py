"""How the picture of a page lies on a sheet of A4 when the page is printed."""

from __future__ import annotations

import re

_SIZE = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')
_ROOM = {"upright": (539, 700), "across": (785, 465)}
"""What the picture can take of a sheet, in points; `assets/page.css` says the same in millimetres."""
_LEAST, _TEXT = 6, 9


def sheet(svg: str) -> str:
    """Return which way a sheet is held so that a picture is largest on it.

    Example:
        >>> sheet('<svg viewBox="0.00 0.00 400.00 900.00">'), sheet("")
        ('upright', 'across')
    """
    return max(_ROOM, key=lambda held: (_scale(svg, held), held == "across"))


def is_small(svg: str) -> bool:
    """Tell whether the text of cards would be smaller than 6 points on a sheet.

    Example:
        >>> is_small('<svg viewBox="0.00 0.00 3000.00 900.00">'), is_small("")
        (True, False)
    """
    return _TEXT * _scale(svg, sheet(svg)) < _LEAST


def _scale(svg: str, held: str) -> float:
    found = _SIZE.search(svg)
    if not found:
        return 1
    return min(room / float(side) for room, side in zip(_ROOM[held], found.groups(), strict=True))
