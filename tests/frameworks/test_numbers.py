"""Numbers from 0 to 1."""

from __future__ import annotations

from fractions import Fraction

import pytest

from argmap.errors import WrongNumberError
from argmap.frameworks.numbers import up_to_one


@pytest.mark.parametrize("number", [0, 1, 0.5, Fraction(1, 3)])
def test_any_number_from_0_to_1_is_one(number):
    """Whole numbers and fractions are numbers too."""
    assert up_to_one(number, "the probability of", "a") == float(number)


@pytest.mark.parametrize("number", [-0.1, 1.5, float("nan"), float("inf"), "0.5", None, True, 10**400])
def test_any_other_is_refused(number):
    """What is no number from 0 to 1 is one clear error, that is a `ValueError` too."""
    with pytest.raises(WrongNumberError, match="the probability of 'a' is a number from 0 to 1, and this is"):
        up_to_one(number, "the probability of", "a")
