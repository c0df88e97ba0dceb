"""What makes a conclusion stand otherwise: the smallest sets of differences, found and proved."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

import argmap
from argmap.analysis import Analysis
from argmap.comparison.compare import comparison
from argmap.comparison.diff import difference
from argmap.comparison.differences.swings import MOST_SETS, swings
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis

from .variants import variants

A = """
nodes:
  adopt: {recommendation: Adopt it., because: [safe, cheap], but: [{reason: ugly, outweighed-by: [safe, cheap]}]}
  safe: {claim: It is safe., because: [{reason: tested, unless: [once]}, seen]}
  cheap: {claim: It is cheap., cite: bill}
  ugly: {objection: It is ugly., cite: poll}
  tested: {evidence: It was tested., cite: lab}
  seen: {evidence: It was seen to be safe., cite: press}
  once: {objection: It was tested once., cite: lab}
"""
B = A.replace("outweighed-by: [safe, cheap]", "outweighed-by: safe").replace(
    "safe., because: [{reason: tested, unless: [once]}, seen]", "safe., because: [tested, seen], but: [once]"
)


def found(a, b):
    """Return the differences of two maps, and what makes their conclusions stand otherwise."""
    both = argmap.compare(argmap.loads(a), argmap.loads(b))
    return both, both.swings


def test_two_differences_that_only_work_together_are_found_together():
    """Neither weighing otherwise nor striking at the claim flips the recommendation, both together do."""
    both, (swing,) = found(A, B)
    assert (swing.left, str(swing.before), str(swing.after)) == ("adopt", "accepted", "undecided")
    assert swing.complete
    (both_needed,) = swing.sets
    assert [both.differences[number].left for number in both_needed] == [
        "ugly -| adopt (outweighed by safe, cheap)",
        "once -x tested -> safe",
    ]


def test_either_of_two_that_only_work_together_flips_it_back():
    """Changed round, each of the two differences alone is enough."""
    _, (back,) = found(B, A)
    assert (str(back.before), str(back.after), back.sets) == ("undecided", "accepted", ((0,), (1,)))


def test_what_stands_alike_has_no_set():
    """A conclusion that stands the same in both readings is not asked for."""
    assert found(A, A)[1] == ()
    assert found(A, A.replace("cite: press", "cite: papers"))[1] == ()


def test_a_search_that_is_cut_short_says_so_and_has_a_set_with_nothing_to_spare():
    """With little work to spend no set is called the smallest, and each difference of the one that is told counts."""
    both, _ = found(A, B)
    (swing,) = swings(both.union, both.conclusions[:1], Basis.DECLARED, most=25)
    assert not swing.complete
    assert swing.tried == 1
    (told,) = swing.sets
    for less in combinations(told, len(told) - 1):
        assert evaluate(*both.union.taking(less)).standings["adopt"] is not swing.after


def test_a_search_without_any_work_finds_nothing_and_says_so():
    """Where not even one set can be tried, none is told."""
    both, _ = found(A, B)
    (swing,) = swings(both.union, both.conclusions[:1], Basis.DECLARED, most=0)
    assert (swing.sets, swing.complete, swing.tried) == ((), False, 0)


@pytest.mark.parametrize("make", [comparison, difference])
@given(pair=variants())
def test_the_sets_are_all_of_the_smallest(make, pair, tmp_path_factory):
    """Of every conclusion that stands otherwise, the sets are all of the least size that do it: by brute force."""
    project = argmap.Project(tmp_path_factory.getbasetemp())
    both = make(*(Analysis(m, project) for m in pair))
    number = len(both.differences)
    for swing in both.swings if number <= 7 else ():
        smallest = next(
            (
                sets
                for size in range(number + 1)
                if (
                    sets := {
                        each
                        for each in combinations(range(number), size)
                        if evaluate(*both.union.taking(each)).standings.get(swing.left) is swing.after
                    }
                )
            ),
            set(),
        )
        assert set(swing.sets) == smallest or (len(smallest) > MOST_SETS and set(swing.sets) < smallest)
        assert swing.complete
