"""Dividing a sheet into columns."""

from __future__ import annotations

from itertools import pairwise
from math import log

from hypothesis import given
from hypothesis import strategies as st

from argmap.renderers._diagram import sheet
from argmap.renderers._diagram.sheet import divide

SIZES = st.lists(st.tuples(st.floats(60, 3000), st.integers(1, 9)), min_size=1, max_size=60)


def off_paper(sizes, starts):
    """Return how far columns are from the shape of paper."""
    parts = [sizes[first:end] for first, end in pairwise([*starts, len(sizes)])]
    width = sum(max(depth for _, depth in part) * sheet._LEVEL_WIDTH for part in parts)
    return abs(log(width / max(sum(height for height, _ in part) for part in parts) / 2**0.5))


@given(SIZES)
def test_no_number_of_columns_is_nearer_to_paper(sizes):
    """Numbers of columns that are not tried, as too many, are no nearer to the shape of paper than the one chosen."""
    total = sum(height for height, _ in sizes)
    every = [sheet._fill(sizes, total, count) for count in range(1, len(sizes) + 1)]
    assert off_paper(sizes, divide(sizes)) == min(off_paper(sizes, starts) for starts in every)
