"""The solver against the definition, on maps small enough to try every model."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Standing

from ..strategies import examples
from . import oracle
from .drawn import Graded, circles, maps, trade_offs, with_grades

FEW_CHOICES = 6


def models_of(graded: Graded, basis: Basis) -> list[oracle.Model]:
    """Return all three-valued stable models of a map with few enough choices to try them all."""
    m, grades = graded
    program = oracle.rules(m, basis, grades)
    assume(len(oracle.choices(program)) <= FEW_CHOICES)
    return oracle.stable_models(program)


def in_words(model: oracle.Model, supported: set[str], name: str) -> Standing:
    """Return the standing that a model gives a statement."""
    true, possible = model
    if ("holds", name) in true:
        return Standing.ACCEPTED
    if ("holds", name) in possible:
        return Standing.UNDECIDED
    return Standing.REJECTED if name in supported else Standing.UNSUPPORTED


@pytest.mark.parametrize("basis", Basis)
@given(graded=with_grades(maps() | circles()))
@examples(150)
def test_standing_is_the_well_founded_model(graded: Graded, basis: Basis) -> None:
    """Standings are the well-founded model, found as the least of all three-valued stable models."""
    model = oracle.well_founded(models_of(graded, basis))
    supported = oracle.supported(graded[0], basis, grades=graded[1])
    evaluation = evaluate(*graded, basis=basis)
    assert evaluation.standings == {name: in_words(model, supported, name) for name in evaluation}


@pytest.mark.parametrize("basis", Basis)
@given(graded=with_grades(maps() | circles() | trade_offs()))
def test_standing_is_grounded_over_the_lines_of_reasons(graded: Graded, basis: Basis) -> None:
    """A statement stands if a line of reasons for it is in the grounded extension, and falls if that attacks all."""
    m, grades = graded
    lines = oracle.arguments(oracle.rules(m, basis, grades), 100)
    assume(lines is not None)
    inside, attacked = oracle.grounded(lines)
    true = frozenset(conclusion for conclusion, _ in inside)
    possible = frozenset(conclusion for conclusion, _ in lines - attacked)
    supported = oracle.supported(m, basis, grades=grades)
    evaluation = evaluate(m, grades, basis=basis)
    assert evaluation.standings == {name: in_words((true, possible), supported, name) for name in evaluation}


@given(graded=with_grades(maps() | circles()))
@examples(200)
def test_readings_are_the_models_with_the_most_truths(graded: Graded) -> None:
    """An undecided statement is on as many readings as there are models with the most truths that accept it."""
    preferred = oracle.preferred(models_of(graded, Basis.DECLARED))
    for name, verdict in evaluate(*graded).items():
        if verdict.standing is Standing.UNDECIDED:
            held = [("holds", name) in true for true, _ in preferred]
            word = "either-way" if all(held) else "on-some-readings" if any(held) else "on-none"
            assert word in verdict.modifiers


@pytest.mark.parametrize("basis", Basis)
@given(graded=with_grades(maps() | circles()))
def test_support_is_the_least_fixed_point(graded: Graded, basis: Basis) -> None:
    """A statement is supported if it is in the least fixed point, and circular if it is only in the greatest."""
    m, grades = graded
    evaluation = evaluate(m, grades, basis=basis)
    supported = oracle.supported(m, basis, grades=grades)
    round_about = oracle.round_about(m, basis, grades)
    for name, verdict in evaluation.items():
        assert verdict.supported == (name in supported)
        assert ("circular" in verdict.modifiers) == (name in round_about - supported)


@given(graded=with_grades(maps() | circles()))
@examples(150)
def test_what_is_contested_is_struck_or_rests_on_what_is(graded: Graded) -> None:
    """A statement is contested if something supported strikes at it, at a line for it, or at what that rests on."""
    contested = oracle.contested(graded[0], Basis.DECLARED, graded[1])
    assert {name for name, verdict in evaluate(*graded).items() if "contested" in verdict.modifiers} == contested
