"""Two readings compared: row by row, and in figures."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given

import argmap
from argmap.analysis import Analysis
from argmap.comparison.compare import comparison
from argmap.comparison.rows import Subject, Verdict
from argmap.comparison.telling.readings import comparison_told
from argmap.errors import UnknownNameError
from argmap.model.statements import Statement

from ..tangles import tangles

A = """
nodes:
  close:
    recommendation: The road should be closed.
    because: [noise + crashes, {reason: air, id: by-air}]
    but: [trade]
  noise: {premise: It is much too loud there., cite: survey}
  crashes: {claim: There are many crashes., cite: [police, {source: press, stance: contradicts}]}
  air: {claim: The air is bad.}
  trade: {objection: Shops would lose customers.}
  calm: {claim: Some like it there., contradicts: noise}
"""
B = """
nodes:
  shut: {recommendation: The road should be closed., because: [loud, {reason: crash, unless: [fumes]}, trade]}
  loud: {claim: It is much too loud there., cite: survey}
  crash: {claim: There are many crashes., cite: [police, {source: press}]}
  fumes: {claim: The air is bad.}
  trade: {claim: Shops would lose customers.}
"""
TURNED = {Verdict.FINER_IN_A: Verdict.FINER_IN_B, Verdict.ONLY_IN_A: Verdict.ONLY_IN_B}
TURNED |= {other: one for one, other in TURNED.items()}


def told(found, subject):
    """Return the rows of a subject that are not the same, in short."""
    return {
        (" ".join(row.left), " ".join(row.right)): ", ".join(row.verdicts)
        for row in found.rows
        if row.subject is subject and not row.is_same
    }


def test_each_way_to_differ_is_told():
    """Kinds, polarity, linkage, targets, citations and what one alone has are told, each in a row."""
    found = argmap.compare(argmap.loads(A), argmap.loads(B))
    assert told(found, Subject.STATEMENT) == {
        ("noise", "loud"): "other kind",
        ("trade", "trade"): "other kind, other polarity",
        ("calm", ""): "only in A",
    }
    assert told(found, Subject.RELATION) == {
        ("noise + crashes -> close", "loud -> shut crash -> shut"): "other linkage",
        ("trade -| close", "trade -> shut"): "other polarity",
        ("air -> close", ""): "only in A",
        ("noise >< calm", ""): "only in A",
        ("", "fumes -x crash -> shut"): "only in B",
    }
    assert told(found, Subject.CITATION) == {
        ("crashes: press (contradicts, unverified)", "crash: press (unverified)"): "other ground"
    }
    assert not found.is_same


def test_agreement_is_that_of_coders():
    """Of five statements that both have, two differ in kind; of their twenty ordered pairs, four differ in relation."""
    figures = argmap.compare(argmap.loads(A), argmap.loads(B)).agreement
    assert (figures.kinds.units, figures.kinds.percent) == (5, pytest.approx(3 / 5))
    assert (figures.relations.units, figures.relations.percent) == (20, pytest.approx(18 / 20))
    assert figures.boundaries is None


def test_a_recommendation_that_only_one_has_is_told():
    """Of a recommendation without a counterpart it is told how it stands in the reading that has it."""
    more = A + "  pay: {recommendation: Cars should pay a toll., because: crashes}\n"
    found = argmap.compare(argmap.loads(B), argmap.loads(more))
    assert [(name, str(standing), is_right) for name, standing, is_right in found.lone] == [("pay", "rejected", True)]
    assert "pay is rejected in B; A has no such recommendation." in list(comparison_told(found, "a", "b"))


def test_an_unknown_basis_is_refused():
    """A basis that there is not is an error that names those there are."""
    m = argmap.loads(A)
    with pytest.raises(UnknownNameError, match="basis"):
        argmap.compare(m, m, basis="cite")
    with pytest.raises(UnknownNameError, match="basis"):
        argmap.diff(m, m, basis="cite")


def test_rows_can_be_put_into_a_data_frame():
    """The rows of a comparison and the changes of a diff are plain dicts by `argmap.rows`."""
    one, other = argmap.loads(A), argmap.loads(B)
    (first, *_) = argmap.rows(argmap.compare(one, other).rows)
    assert first["verdicts"] == ["same"]
    assert first["left"] == ["close"]
    assert argmap.rows(argmap.diff(one, other).changes)[0]["thing"] == "statement"


def test_readings_of_two_texts_are_noted():
    """Maps about different texts are compared all the same, and it is said that they may not belong together."""
    one, other = (argmap.loads(f"about: {name}\n{A}") for name in ("report", "memo"))
    assert argmap.compare(one, other).notes[0].startswith("A is about report, B about memo")


@given(m=tangles())
def test_a_reading_is_the_same_as_itself(m):
    """Compared to itself a map has no differences, and agreement is 1 where it is defined."""
    found = comparison(argmap.analyse(m), argmap.analyse(m))
    assert found.is_same
    assert found.differences == found.swings == ()
    for agreement in (found.agreement.kinds, found.agreement.relations):
        assert {agreement.percent, agreement.kappa, agreement.alpha} <= {None, 1}


@given(left=tangles(), right=tangles())
def test_counts_are_the_same_from_both_sides(left, right):
    """Changed round, there are as many rows of each verdict, finer and alone in the other reading, and like figures."""
    project = argmap.analyse(left).project
    there = comparison(Analysis(left, project), Analysis(right, project))
    back = comparison(Analysis(right, project), Analysis(left, project))
    for subject in (Subject.STATEMENT,):
        counts = [
            Counter(verdict for row in each.rows if row.subject is subject for verdict in row.verdicts)
            for each in (there, back)
        ]
        assert counts[0] == Counter({TURNED.get(verdict, verdict): n for verdict, n in counts[1].items()})
    assert there.agreement.kinds.percent == back.agreement.kinds.percent
    assert there.agreement.relations.units == back.agreement.relations.units


@given(left=tangles(), right=tangles())
def test_rows_have_everything_once(left, right):
    """Each statement and relation of both is in one row."""
    project = argmap.analyse(left).project
    found = comparison(Analysis(left, project), Analysis(right, project))
    statements = [row for row in found.rows if row.subject is Subject.STATEMENT]
    relations = [row for row in found.rows if row.subject is Subject.RELATION]
    assert sorted(name for row in statements for name in row.left) == sorted({s.id for s in left.statements})
    assert sum(len(row.left) for row in relations) == len(left.relations)
    assert sum(len(row.right) for row in relations) == len(right.relations)
    assert all(row.left or row.right for row in found.rows)
    assert isinstance(found.left.map.statements[0], Statement)
    assert all(swing.before is not swing.after for swing in found.swings)
