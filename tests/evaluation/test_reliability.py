"""How likely statements stand where sources may fail, against a brute-force look at every set of sources."""

from __future__ import annotations

from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import UnknownNameError, WrongNumberError
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import UNGRANTED, Standing
from argmap.evaluation.reliability import Outlook
from argmap.frameworks.chances import weighing

from .drawn import Graded, circles, drawn, maps, trade_offs, with_grades

SOURCES = ("s1", "s2", "s3")
CHANCES = st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0])
WEIGHED = st.fixed_dictionaries({}, optional=dict.fromkeys(SOURCES, CHANCES))


def by_hand(evaluation, sources, statement):
    """Return how likely a statement has each standing, and is supported, from every set of sources that fail."""
    standings, supported = dict.fromkeys(Standing, 0.0), 0.0
    for holding in product([True, False], repeat=len(sources)):
        choices = list(zip(sources.items(), holding, strict=True))
        weight = prod(p if holds else 1 - p for (_, p), holds in choices)
        verdict = evaluation.without(*(name for (name, _), holds in choices if not holds)).after[statement]
        standings[verdict.standing] += weight
        supported += weight * verdict.supported
    return standings, supported


def told(chances):
    """Return the same of what is to be tested."""
    return {standing: each.value for standing, each in chances.standings.items()}, chances.supported.value


@given(graded=with_grades(maps() | circles() | trade_offs()), sources=WEIGHED, basis=st.sampled_from(UNGRANTED))
def test_every_set_of_sources_that_may_fail_counts_as_likely_as_it_is(graded: Graded, sources, basis) -> None:
    """On any map, each probability is the sum over all sets of sources that fail of re-evaluating without these."""
    m, grades = graded
    evaluation = evaluate(m, grades, basis)
    outlook = Outlook.of(evaluation, sources)
    for statement in outlook:
        standings, supported = by_hand(evaluation, sources, statement)
        assert told(outlook[statement])[0] == pytest.approx(standings)
        assert told(outlook[statement])[1] == pytest.approx(supported)


@given(graded=with_grades(maps() | trade_offs()), sources=WEIGHED)
def test_a_source_matters_by_what_it_changes(graded: Graded, sources) -> None:
    """Where a source holds, or fails, a statement is as likely accepted as with that source certain, or failing."""
    evaluation = evaluate(*graded)
    outlook = Outlook.of(evaluation, sources)
    for statement in outlook:
        for each in outlook[statement].influences:
            ends = [Outlook.of(evaluation, {**sources, each.source: p})[statement] for p in (1.0, 0.0)]
            assert (each.holds, each.fails) == pytest.approx(tuple(end.accepted.value for end in ends))


@given(m=maps(attacks=False), sources=WEIGHED, more=WEIGHED)
def test_without_attacks_more_reliable_sources_never_harm(m, sources, more) -> None:
    """In a map without attacks each statement is accepted as likely as supported, and likelier with better sources."""
    better = {name: max(p, more.get(name, p)) for name, p in sources.items()}
    outlook, brighter = (Outlook.of(evaluate(m), each) for each in (sources, better))
    for statement in outlook:
        accepted, supported = outlook[statement].accepted.value, outlook[statement].supported.value
        assert accepted == pytest.approx(supported)
        assert brighter[statement].accepted.value >= accepted - 1e-12
        assert all(each.difference >= -1e-12 for each in outlook[statement].influences)


@given(graded=with_grades(maps() | trade_offs()), sources=WEIGHED)
def test_draws_keep_to_their_intervals(graded: Graded, sources) -> None:
    """With a fixed seed the exact values lie within the intervals, or near by, and what matters is as large."""
    outlook = Outlook.of(evaluate(*graded), sources)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weighing.Weighing, "in_table", lambda *_: None)
        patch.setattr(weighing.Weighing, "in_diagrams", lambda *_: None)
        estimates = Outlook.of(evaluate(*graded), sources, draws=1000, seed=5)
        for statement in outlook:
            exact, estimate = outlook[statement], estimates[statement]
            assert sum(each.value for each in estimate.standings.values()) == pytest.approx(1)
            for standing, chance in estimate.standings.items():
                slack = chance.high - chance.low
                assert chance.low - slack <= exact.standings[standing].value <= chance.high + slack
            for one, other in zip(exact.influences, estimate.influences, strict=True):
                assert one.difference == pytest.approx(other.difference, abs=0.12) or one.source != other.source


def test_a_common_source_is_drawn_once() -> None:
    """Two reasons from one source are no more likely to hold than that source (W11)."""
    m = drawn("P: s1\nQ: s1\nP -> C\nQ -> C")
    assert Outlook.of(evaluate(m), {"s1": 0.7})["C"].accepted.value == pytest.approx(0.7)


def test_an_objection_that_may_fall_lets_a_statement_rise() -> None:
    """What is rejected where all sources hold is accepted as likely as the objection's source fails."""
    chances = Outlook.of(evaluate(drawn("P: s1\nO: s2\nP -> C\nO -| C")), {"s2": 0.6})["C"]
    assert chances.standing is Standing.REJECTED
    assert (chances.accepted.value, chances.standings[Standing.REJECTED].value) == pytest.approx((0.4, 0.6))
    assert [(each.source, each.difference) for each in chances.influences] == [("s2", pytest.approx(-1))]
    assert chances.certain == ("s1",)


def test_a_reason_outweighs_only_while_its_source_holds() -> None:
    """Under a standard, what a citation outweighs beats again where its source fails and a lighter reason is left."""
    m = drawn("C: s1 .8, preponderance\nP: assumed\nO: assumed\nP -> C .1\nO -| C .5")
    chances = Outlook.of(evaluate(m), {"s1": 0.7})["C"]
    assert chances.accepted.value == pytest.approx(0.7)
    assert chances.standings[Standing.REJECTED].value == pytest.approx(0.3)


def test_what_matters_most_comes_first() -> None:
    """Sources come by how much they change, and only those that bear on the statement."""
    m = drawn("P: s1\nQ: s2\nR: s3\nP + Q -> C\nR -> D")
    chances = Outlook.of(evaluate(m), {"s1": 0.9, "s2": 0.5, "s3": 0.1})["C"]
    assert [each.source for each in chances.influences] == ["s2", "s1"]


def test_many_sources_stay_exact() -> None:
    """A tree of a hundred premises, each with two sources of its own, is worked out, not drawn."""
    lines = [f"P{n}: a{n}, b{n}\nP{n} -> M{n % 10}" for n in range(100)]
    m = drawn("\n".join([*lines, " + ".join(f"M{n}" for n in range(10)) + " -> C"]))
    sources = {f"{letter}{n}": 0.5 for letter in "ab" for n in range(100)}
    accepted = Outlook.of(evaluate(m), sources)["C"].accepted
    assert accepted.is_exact
    assert accepted.value == pytest.approx((1 - 0.25**10) ** 10)


def test_wrong_numbers_and_names_are_told() -> None:
    """A number that is no probability, an unknown statement and a basis without sources are one clear error each."""
    evaluation = evaluate(drawn("P: s1"))
    with pytest.raises(WrongNumberError, match="the probability of source 's1' is a number from 0 to 1, and this is"):
        Outlook.of(evaluation, {"s1": 1.5})
    with pytest.raises(UnknownNameError, match="unknown statement 'Q'"):
        _ = Outlook.of(evaluation, {})["Q"]
    with pytest.raises(UnknownNameError, match="unknown basis of probabilities 'granted'"):
        Outlook.of(evaluation.of("granted"), {})
