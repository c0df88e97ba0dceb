"""Agreement on categories, against the worked examples of those who proposed the coefficients."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.comparison.agreement.coefficients import Agreement, alpha, alpha_of_two, kappa

BINARY = "0100000010", "1110010000"
"""Krippendorff 2011, section A: two observers, no missing values."""
NOMINAL = "aabbdcccedda", "babbbcccedd" + "d"
"""Krippendorff 2011, section B."""
MISSING = "123321412***", "123322412" + "5*3", "*3332342251*", "12332441251*"
"""Krippendorff 2011, section C: four observers, with missing values."""
VALUES = st.lists(st.tuples(*[st.sampled_from("abc")] * 2), max_size=12)


def units(rows):
    """Turn the rows of coders into units; a star is a missing value."""
    return [tuple(None if value == "*" else value for value in unit) for unit in zip(*rows, strict=True)]


@pytest.mark.parametrize(("rows", "published"), [(BINARY, 0.095), (NOMINAL, 0.692), (MISSING, 0.743)])
def test_alpha_is_that_of_the_published_examples(rows, published):
    """Alpha of the worked examples of Krippendorff 2011, A to C, is what is printed there."""
    assert round(alpha(units(rows)), 3) == published


def test_kappa_is_that_of_the_published_example():
    """Kappa of the first example of Cohen 1960 (table 1, of three categories) is 0.492, where 0.70 agree."""
    shares = {("a", "a"): 88, ("a", "b"): 14, ("a", "c"): 18, ("b", "a"): 10, ("b", "b"): 40, ("b", "c"): 10}
    shares |= {("c", "a"): 2, ("c", "b"): 6, ("c", "c"): 12}
    assert Agreement.of(shares).percent == pytest.approx(0.70)
    assert kappa(shares) == pytest.approx(0.492, abs=0.0005)


@given(VALUES)
def test_alpha_of_two_is_alpha(values):
    """Counted by pairs, alpha is what it is unit by unit."""
    assert alpha_of_two(Counter(values)) == pytest.approx(alpha(values)) or alpha(values) is None


@given(VALUES)
def test_agreement_does_not_hang_on_who_comes_first(values):
    """The coefficients are the same with the coders changed round, and never more than 1."""
    one, other = Agreement.of(Counter(values)), Agreement.of(Counter((b, a) for a, b in values))
    for figure, mirrored in ((one.percent, other.percent), (one.kappa, other.kappa), (one.alpha, other.alpha)):
        assert figure == (None if mirrored is None else pytest.approx(mirrored))
        assert figure is None or figure <= 1


@given(VALUES)
def test_who_agrees_throughout_has_one(values):
    """Where both gave each unit the same value, all are 1, or undefined as there was but one value or no unit."""
    same = Agreement.of(Counter((a, a) for a, _ in values))
    assert same.percent == (1 if values else None)
    assert same.kappa == same.alpha == (1 if len({a for a, _ in values}) > 1 else None)
