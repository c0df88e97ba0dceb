"""Agreement on boundaries, against the worked example of Krippendorff 2019."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.comparison.agreement.unitizing import Unit, alpha_of_units, apart

ALEX = "0-7:1 7-13:2 30-32:5 32-37:6 37-44:6 44-60:7"
PAUL = "0-7:1 7-13:3 13-21:5 32-44:6"
SUZAN = "0-7:1 7-13:4 13-21:5 32-37:6 37-41:6 41-44:6"
LENGTH = 30
UNITS = st.lists(
    st.builds(
        lambda start, size, value: Unit(start, start + size, value),
        st.integers(0, 29),
        st.integers(1, 9),
        st.sampled_from("ab"),
    ),
    max_size=6,
).map(lambda units: apart(units, LENGTH))


def units(words):
    """Read units such as ``0-7:1``."""
    return [Unit(*map(int, each.split(":")[0].split("-")), each.split(":")[1]) for each in words.split()]


def test_alpha_is_that_of_the_published_example():
    """Alpha of Krippendorff 2019, figure 12.11 (three observers, 60 characters): uα is 0.510, and |uα is 0.413."""
    observers = [units(each) for each in (ALEX, PAUL, SUZAN)]
    assert alpha_of_units(observers, 60, valued=True) == pytest.approx(0.510, abs=0.0005)
    assert alpha_of_units(observers, 60) == pytest.approx(0.413, abs=0.001)


@given(UNITS, UNITS)
def test_alpha_does_not_hang_on_who_comes_first(one, other):
    """Alpha is the same with the coders changed round, at most 1, and 1 for who agrees throughout, if it is defined."""
    for valued in (False, True):
        alpha = alpha_of_units([one, other], LENGTH, valued=valued)
        mirrored = alpha_of_units([other, one], LENGTH, valued=valued)
        assert alpha == (None if mirrored is None else pytest.approx(mirrored))
        assert alpha is None or alpha <= 1
        assert alpha_of_units([one, one], LENGTH, valued=valued) in (None, 1)


@given(UNITS)
def test_units_that_are_apart_stay_as_they_are(one):
    """What does not overlap is left as it is, and of what does, no two overlap."""
    assert apart(one, LENGTH) == one
    assert all(before.end <= after.start for before, after in pairwise(one))


def test_alpha_of_nothing_is_undefined():
    """Without a unit, without a text, or where each found the whole text one unit, there is nothing to tell apart."""
    whole = [Unit(0, LENGTH, "a")]
    assert alpha_of_units([[], []], LENGTH) is None
    assert alpha_of_units([[], []], 0) is None
    assert alpha_of_units([whole, whole], LENGTH) is None
