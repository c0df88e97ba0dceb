"""Many pairs of readings: matched by name or text, and pooled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.comparison.agreement.coefficients import Agreement
from argmap.comparison.agreement.figures import Cuts
from argmap.comparison.agreement.unitizing import Unit
from argmap.comparison.pooling import Pool, matched
from argmap.comparison.telling.readings import pool_told

NAMES = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([None, "s", "t", "u"]))


@given(NAMES, NAMES)
def test_each_map_is_matched_once_or_left_over(left, right):
    """Every map is in one pair or has no counterpart; what has one name is a pair, and others are about one text."""
    pairs, ones, others = matched(left, right)
    assert sorted([*(one for one, _ in pairs), *ones]) == sorted(left)
    assert sorted([*(other for _, other in pairs), *others]) == sorted(right)
    for one, other in pairs:
        assert one == other or left[one] == right[other] is not None
    assert {name for name in left if name in right} == {one for one, other in pairs if one == other}


def test_several_maps_about_one_text_are_not_matched_by_it():
    """A text that two maps of one reader are about tells nothing."""
    assert matched({"a": "s", "b": "s"}, {"x": "s"}) == ([], ["a", "b"], ["x"])


def test_pooled_figures_are_those_of_all_counts_together():
    """Over two pairs, what is counted adds up: two of three kinds agree."""
    one = argmap.loads("nodes: {a: {claim: It rained all day.}, b: {premise: It was cold.}}")
    other = argmap.loads("nodes: {a: {premise: It rained all day.}, b: {premise: It was cold.}}")
    two = argmap.loads("nodes: {c: {claim: The wells ran dry.}}")
    pool = Pool()
    pool.add("one", "one", argmap.compare(one, other))
    pool.add("two", "zwei", argmap.compare(two, two))
    kinds = {("claim", "premise"): 1, ("premise", "premise"): 1, ("claim", "claim"): 1}
    assert pool.figures.kinds == Agreement.of(kinds)
    assert pool.figures.boundaries is None
    lines = list(pool_told(pool))
    assert lines[0].split() == ["map", "statements", "shared", "kinds", "relations", "boundaries", "conclusions"]
    assert lines[2].split()[:3] == ["two", "|", "zwei"]


def test_texts_follow_each_other():
    """Boundaries are pooled as if one text followed the other."""
    texts = [Cuts(10, (Unit(0, 4, "a"),), (Unit(0, 4, "a"),)), Cuts(5, (), (Unit(2, 5, "b"),))]
    joined = Cuts.joined(texts)
    assert joined == Cuts(15, (Unit(0, 4, "a"),), (Unit(0, 4, "a"), Unit(12, 15, "b")))
    assert joined.agreement.binary == pytest.approx(0.598, abs=0.0005)  # 1 - 6 / ((900 - 19² - 11²) / (30 - 60 / 30))
    assert Cuts.joined([]) is None
