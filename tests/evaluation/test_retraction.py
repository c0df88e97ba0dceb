"""Dropping a source."""

from __future__ import annotations

from hypothesis import given, settings

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.retraction import Flip

from .drawn import Graded, circles, drawn, maps, with_grades
from .test_necessity import without_source


@given(graded=with_grades(maps() | circles()))
@settings(max_examples=150)
def test_dropping_a_source_is_evaluating_without_its_citations(graded: Graded) -> None:
    """On every basis, what is said without a source is what is said of the map without its citations, and certified."""
    m, grades = graded
    for source in ("s1", "s3"):
        rest = without_source(m, source)
        for basis in Basis:
            before = evaluate(m, grades, basis=basis)
            retraction, expected = before.without(source), evaluate(rest, grades, basis=basis)
            after = retraction.after
            for name, verdict in after.items():
                assert verdict == expected[name]
                assert verdict.modifiers == expected[name].modifiers
                assert verdict.missing == expected[name].missing
            assert {flip.id for flip in retraction.flips} == {
                name for name in before if before[name].standing is not expected[name].standing
            }
            assert after.certify(rest, grades, reasons=(verdict.why for verdict in after.values())) == []


def test_dropping_an_objection_is_a_gain() -> None:
    """Losses and gains are both told: without its source the objection falls and the claim rises."""
    flips = evaluate(drawn("P: s1 \n O: s2 \n P -> C \n O -| C")).without(source="s2").flips
    assert flips == (
        Flip("O", Standing.ACCEPTED, Standing.UNSUPPORTED),
        Flip("C", Standing.REJECTED, Standing.ACCEPTED),
    )
    assert [flip.is_gain for flip in flips] == [False, True]


def test_dropping_what_is_not_cited_changes_nothing() -> None:
    """A source that the map does not cite has no flips."""
    assert evaluate(drawn("P: s1 \n P -> C")).without(source="s2").flips == ()


def test_retractions_add_up() -> None:
    """What is left without one source can be asked what is left without another."""
    evaluation = evaluate(drawn("P: s1 \n Q: s2 \n P -> C \n Q -> C"))
    assert evaluation.without("s1").after["C"].standing is Standing.ACCEPTED
    assert evaluation.without("s1").after.without("s2").after["C"].standing is Standing.UNSUPPORTED
