"""Laying parts on a sheet."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from argmap.renderers._diagram.sheet import Sheet, laid

SIZES = st.lists(st.tuples(st.floats(60, 3000), st.floats(30, 3000)), max_size=40)


@given(SIZES)
def test_parts_keep_clear_of_each_other(sizes):
    """Between any two parts there is the gap at least, and all lie on the sheet."""
    sheet = laid(sizes, 20)
    boxes = [(x, y, x + wide, y + high) for (x, y), (wide, high) in zip(sheet.corners, sizes, strict=True)]
    for one, other in combinations(boxes, 2):
        across = max(one[0], other[0]) - min(one[2], other[2])
        assert max(across, max(one[1], other[1]) - min(one[3], other[3])) >= 20 - 1e-6
    for left, top, right, bottom in boxes:
        assert 0 <= left <= right <= sheet.width + 1e-6
        assert 0 <= top <= bottom <= sheet.height + 1e-6


@given(SIZES.filter(bool))
def test_the_first_part_stands_where_reading_begins(sizes):
    """Whatever order fills the sheet best, the first part stands at its left upper corner."""
    assert laid(sizes, 20).corners[0] == (0, 0)


def test_the_order_is_kept_where_it_costs_little():
    """Parts alike stand in rows in their order; where that leaves a large hole, a part that fits it comes before."""
    assert laid([(500, 350)] * 4, 20).corners == ((0, 0), (520, 0), (0, 370), (520, 370))
    corners = laid([(470, 285), (1095, 250), (930, 625), (770, 420), (540, 240)], 20).corners
    assert corners[4][1] < corners[2][1]


def test_nothing_needs_no_sheet():
    """No parts lie on a sheet without size."""
    assert laid([], 20) == Sheet((), 0, 0)
