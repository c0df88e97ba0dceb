"""Dropping sources and statements."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pytest
from attrs import evolve
from hypothesis import given

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.prospects.retraction import Flip
from argmap.evaluation.verdict import Evaluation
from argmap.model.citations import Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind

from ..strategies import examples
from . import oracle
from .drawn import Graded, circles, drawn, maps, with_grades
from .test_necessity import without_source


@given(graded=with_grades(maps() | circles()))
@examples(150)
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
    flips = evaluate(drawn("P: s1 \n O: s2 \n P -> C \n O -| C")).without("s2").flips
    assert flips == (
        Flip("O", Standing.ACCEPTED, Standing.UNSUPPORTED),
        Flip("C", Standing.REJECTED, Standing.ACCEPTED),
    )
    assert [flip.is_gain for flip in flips] == [False, True]


def test_dropping_what_is_not_cited_changes_nothing() -> None:
    """A source that the map does not cite has no flips."""
    assert evaluate(drawn("P: s1 \n P -> C")).without("s2").flips == ()


def test_retractions_add_up() -> None:
    """What is left without one source can be asked what is left without another."""
    evaluation = evaluate(drawn("P: s1 \n Q: s2 \n P -> C \n Q -> C"))
    assert evaluation.without("s1").after["C"].standing is Standing.ACCEPTED
    assert evaluation.without("s1").after.without("s2").after["C"].standing is Standing.UNSUPPORTED


@given(graded=with_grades(maps() | circles()))
@examples(150)
def test_dropping_a_statement_is_evaluating_without_its_grounds_and_supports(graded: Graded) -> None:
    """Unless leaves are granted, what stands is what stands in a map that has nothing for the statement."""
    m, grades = graded
    for statement in (s.id for s in m.statements if s.kind is not Kind.QUESTION):
        rest = without_statement(m, statement)
        for basis in (Basis.INDEPENDENT, Basis.CITED, Basis.DECLARED):
            expected = evaluate(rest, grades, basis=basis)
            assert standings_without(evaluate(m, grades), basis, statements=[statement]) == expected.standings
            held = oracle.supported(m, basis, without=statement, grades=grades)
            assert {name for name, verdict in expected.items() if verdict.supported} == held


def standings_without(
    evaluation: Evaluation, basis: Basis, sources: Collection[str] = (), statements: Iterable[str] = ()
) -> dict[str, Standing]:
    """Return the standings where sources and statements are dropped together."""
    index_of = evaluation.graph.index_of
    rest = evaluation.solutions.without(sources, [index_of[statement] for statement in statements]).of(basis)
    return {name: rest.standing(index_of[name]) for name in evaluation}


def without_statement(m: ArgumentMap, statement: str) -> ArgumentMap:
    """Return a map in which nothing is offered for a statement."""
    statements = (
        evolve(s, kind=Kind.CLAIM, citations=[c for c in s.citations if c.stance is not Stance.SUPPORTS])
        if s.id == statement
        else s
        for s in m.statements
    )
    relations = (r for r in m.relations if r.kind is not RelationKind.SUPPORT or r.target != statement)
    return evolve(m, statements=tuple(statements), relations=tuple(relations))


def test_what_is_dropped_stays_dropped() -> None:
    """A dropped statement is no uncited leaf that could be granted, also where its source is dropped besides."""
    evaluation = evaluate(drawn("P: s1 \n P -> C"))
    for sources in ((), ("s1",)):
        assert standings_without(evaluation, Basis.GRANTED, sources, ["P"])["C"] is Standing.UNSUPPORTED
    assert standings_without(evaluation, Basis.GRANTED, ["s1"])["C"] is Standing.ACCEPTED


def test_several_can_be_dropped_together() -> None:
    """Two lines fall together that neither source brings down alone."""
    evaluation = evaluate(drawn("P: s1 \n Q: s2 \n P -> C \n Q -> C"))
    assert [flip.id for flip in evaluation.without("s1", "s2").flips] == ["P", "Q", "C"]
    assert standings_without(evaluation, Basis.DECLARED, ["s1"], ["Q"])["C"] is Standing.UNSUPPORTED


@pytest.mark.parametrize(
    ("before", "gains", "losses"),
    [
        (Standing.ACCEPTED, [], [Standing.UNDECIDED, Standing.REJECTED, Standing.UNSUPPORTED]),
        (Standing.UNDECIDED, [Standing.ACCEPTED], [Standing.REJECTED, Standing.UNSUPPORTED]),
        (Standing.REJECTED, [Standing.ACCEPTED, Standing.UNDECIDED], []),
        (Standing.UNSUPPORTED, [Standing.ACCEPTED, Standing.UNDECIDED], []),
    ],
)
def test_what_is_rejected_fares_neither_better_nor_worse_than_what_is_unsupported(before, gains, losses) -> None:
    """Accepted is best, undecided comes next, and what does not stand does not stand, for whichever reason."""
    flips = [Flip("C", before, after) for after in Standing]
    assert [flip.after for flip in flips if flip.is_gain] == gains
    assert [flip.after for flip in flips if flip.is_loss] == losses
