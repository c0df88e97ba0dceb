"""Figures that stand higher or lower than their line: exponents, indices and marks of notes."""

from __future__ import annotations

import re
from collections.abc import Callable

from argmap.sources.extract._linear import lowered, raised

_FIGURES = re.compile(r"[\d+\-−–]+")
_SMALLER = 0.85
_HIGHER, _LOWER = (0.15, 0.8), (-0.5, -0.06)
"""Of the size of the other letters: how far above and below them a small figure stands that is still on their line."""

Place = tuple[float, float]


def with_heights(text: str, place: Callable[[int], Place | None]) -> str:
    """Return a text in which small figures that are set higher or lower are raised and lowered figures.

    Args:
        text: Of a page or a line.
        place: Returns the height at which the character at an offset stands, and its size; None where it has none.

    Example:
        >>> places = {8: (3.6, 7.0), 9: (3.6, 7.0)}
        >>> with_heights("about 10-8 or 2019", lambda at: places.get(at, (0.0, 10.0)))
        'about 10⁻⁸ or 2019'
    """
    return _FIGURES.sub(lambda match: _figures(text, match, place), text)


def _figures(text: str, match: re.Match[str], place: Callable[[int], Place | None]) -> str:
    start, end = match.span()
    if not (any(map(str.isdigit, match[0])) or (end - start == 1 and start and text[start - 1].isalnum())):
        return match[0]
    figures = {at: found for at in range(start, end) if (found := place(at))}
    if not figures:
        return match[0]
    own = max(figures.values(), key=_size)
    before = _nearest(text, range(start - 1, start - 4, -1))
    after = _nearest(text, range(end, end + 5))
    if after is not None and not (text[after].isalnum() or text[after] in "(["):
        after = None
    beside = [found for at in (before, after) if at is not None and (found := place(at))]
    line, size = max([own, *(each for each in beside if abs(each[0] - own[0]) < max(each[1], own[1]))], key=_size)
    return "".join(_set(text[at], figures.get(at), line, size) for at in range(start, end))


def _size(place: Place) -> float:
    return place[1]


def _nearest(text: str, places: range) -> int | None:
    """Return the place of the character beside a figure, or beyond a blank or the end of a line."""
    return next((at for at in places if 0 <= at < len(text) and not text[at].isspace()), None)


def _set(character: str, place: Place | None, line: float, size: float) -> str:
    if place is None or place[1] >= _SMALLER * size:
        return character
    shift = (place[0] - line) / size
    if _HIGHER[0] < shift < _HIGHER[1]:
        return raised(character)
    return lowered(character) if _LOWER[0] < shift < _LOWER[1] else character
