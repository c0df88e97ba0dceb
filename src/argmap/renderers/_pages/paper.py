"""Sizes of paper, and what fits on a page of it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from argmap.renderers import Page
from argmap.renderers._diagram.sheet import GAP, filled

_SIZES = {
    Page.A4: (595.28, 841.89),
    Page.A3: (841.89, 1190.55),
    Page.LETTER: (612.0, 792.0),
}
_SLIDE = 960.0, 540.0
_MARGIN, _FOOT = 30.0, 16.0
_READ, _SHOWN = (0.7, 1.0), (1.2, 1.6)  # the texts of statements have 10 points
_SPARE, _STEPS = 0.02, 15

Size = tuple[float, float]


@frozen
class Paper:
    """A sheet of paper, in points.

    Attributes:
        width: How wide it is.
        height: How high it is.
        least: How large a picture on it is at least, for its text to be read.
        most: How large it is at most.
    """

    width: float
    height: float
    least: float = _READ[0]
    most: float = _READ[1]

    @property
    def line(self) -> int:
        """Return how long a line of text may be at any scale."""
        return int(self.room(self.most)[0])

    def room(self, scale: float) -> Size:
        """Return the width and height that a picture at a scale may have, in its own points."""
        return (self.width - 2 * _MARGIN) / scale, (self.height - 2 * _MARGIN - _FOOT) / scale

    def corner(self, scale: float) -> Size:
        """Return where it begins, in its own points from the left upper corner of the sheet."""
        return _MARGIN / scale, _MARGIN / scale

    def foot(self, scale: float) -> Size:
        """Return where the middle of the line at the foot of the page is, likewise."""
        return self.width / 2 / scale, (self.height - _MARGIN) / scale


@frozen
class Fit:
    """Parts of a picture on a page.

    Attributes:
        scale: How large they are: body text has so many times 10 points.
        corners: The left upper corner of each, in their own points.
    """

    scale: float
    corners: tuple[Size, ...]


def papers(page: Page) -> tuple[Paper, ...]:
    """Return a size of paper both ways, as it is mostly used first; slides only lie, and have larger text."""
    if page is Page.WIDE:
        return (Paper(*_SLIDE, *_SHOWN),)
    short, long = _SIZES[page]
    return Paper(long, short), Paper(short, long)


def fits(paper: Paper, sizes: Sequence[Size]) -> Fit | None:
    """Set parts on a page as large as they can be; None where their text would be too small."""
    span = paper.most - paper.least
    scales = (paper.most - span * step / _STEPS for step in range(_STEPS + 1))
    return next((fit for scale in scales if (fit := fitted(paper, sizes, scale))), None)


def is_room(paper: Paper, sizes: Sequence[Size]) -> bool:
    """Tell whether parts fit on a page with some room to spare."""
    return fitted(paper, sizes, paper.least + _SPARE) is not None


def fitted(paper: Paper, sizes: Sequence[Size], scale: float) -> Fit | None:
    """Set parts on a page at a scale; None where they do not fit."""
    width, height = paper.room(scale)
    if max((wide for wide, _ in sizes), default=0) > width:
        return None
    sheet = filled(sizes, range(len(sizes)), width, GAP)
    return Fit(scale, sheet.corners) if sheet.height <= height else None


def squeezed(paper: Paper, sizes: Sequence[Size]) -> Fit:
    """Set parts on a page that they do not fit on, smaller than can be read well."""
    scale = paper.least
    while (fit := fitted(paper, sizes, scale)) is None:
        scale *= 0.95
    return fit
