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
    Page.WIDE: (540.0, 960.0),
}
_MARGIN, _FOOT = 30.0, 16.0
LEAST, _SPARE, _STEPS = 0.7, 0.02, 15  # the texts of statements have 10 points

Size = tuple[float, float]


@frozen
class Paper:
    """A sheet of paper, in points.

    Attributes:
        width: How wide it is.
        height: How high it is.
    """

    width: float
    height: float

    @property
    def line(self) -> int:
        """Return how long a line of text may be at any scale."""
        return int(self.room(1)[0])

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
        scale: How large they are, 1 at most: body text has so many times 10 points.
        corners: The left upper corner of each, in their own points.
    """

    scale: float
    corners: tuple[Size, ...]


def papers(page: Page) -> tuple[Paper, ...]:
    """Return a size of paper both ways, as it is mostly used first."""
    short, long = _SIZES[page]
    upright, lying = Paper(short, long), Paper(long, short)
    return (lying,) if page is Page.WIDE else (lying, upright)


def fits(paper: Paper, sizes: Sequence[Size]) -> Fit | None:
    """Set parts on a page as large as they can be; None where their text would be too small."""
    scales = (1 - (1 - LEAST) * step / _STEPS for step in range(_STEPS + 1))
    return next((fit for scale in scales if (fit := _fit(paper, sizes, scale))), None)


def is_room(paper: Paper, sizes: Sequence[Size]) -> bool:
    """Tell whether parts fit on a page with some room to spare."""
    return _fit(paper, sizes, LEAST + _SPARE) is not None


def _fit(paper: Paper, sizes: Sequence[Size], scale: float) -> Fit | None:
    width, height = paper.room(scale)
    if max((wide for wide, _ in sizes), default=0) > width:
        return None
    sheet = filled(sizes, range(len(sizes)), width, GAP)
    return Fit(scale, sheet.corners) if sheet.height <= height else None


def squeezed(paper: Paper, sizes: Sequence[Size]) -> Fit:
    """Set parts on a page that they do not fit on, smaller than can be read well."""
    scale = LEAST
    while (fit := _fit(paper, sizes, scale)) is None:
        scale *= 0.95
    return fit


def packed(paper: Paper, sizes: Sequence[Size], kin: Sequence[object] = ()) -> list[list[int]]:
    """Divide parts among pages, each on the first one that has room for it.

    Args:
        paper: The paper.
        sizes: How wide and high each part is.
        kin: What each part is a part of; parts of one thing keep their order.

    Returns:
        The places of the parts of each page.
    """
    pages: list[list[int]] = []
    last: dict[object, int] = {}
    for place, whole in enumerate(kin or range(len(sizes))):
        first = last.get(whole, 0)
        found = (n for n in range(first, len(pages)) if is_room(paper, [sizes[each] for each in (*pages[n], place)]))
        last[whole] = next(found, len(pages))
        if last[whole] == len(pages):
            pages.append([])
        pages[last[whole]].append(place)
    return pages
