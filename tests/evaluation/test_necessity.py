"""Single points of failure and question-begging steps, against trying them one by one."""

from __future__ import annotations

from functools import partial

from attrs import evolve
from hypothesis import given

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind

from ..strategies import examples
from . import oracle
from .drawn import Graded, drawn, maps, with_grades


def without_source(m: ArgumentMap, source: str) -> ArgumentMap:
    """Take every citation of a source out of a map."""
    kept = (tuple(c for c in s.citations if c.source != source) for s in m.statements)
    return evolve(m, statements=tuple(evolve(s, citations=c) for s, c in zip(m.statements, kept, strict=True)))


@given(graded=with_grades(maps(attacks=False, largest=7)))
@examples(200)
def test_a_point_of_failure_alone_takes_the_support_away(graded: Graded) -> None:
    """Sources, statements and steps are points of failure if and only if support is gone without just one of them."""
    m, grades = graded
    evaluation = evaluate(m, grades)
    supported = partial(oracle.supported, basis=Basis.DECLARED, grades=grades)
    held = supported(m)
    assert evaluation.failure_points.keys() == held
    losses = {s.id: held - supported(m, without=s.id) for s in m.statements}
    sources = {c.source for s in m.statements for c in s.citations}
    without = {name: held - supported(without_source(m, name)) for name in sources}
    for name, points in evaluation.failure_points.items():
        assert set(points.sources) == {source for source in sources if name in without[source]}
        assert set(points.statements) == {other for other in losses if name in losses[other]} - {name}
        for step in {r for r in m.relations if r.kind is RelationKind.SUPPORT}:
            rest = evolve(m, relations=tuple(r for r in m.relations if r is not step))
            # A premise that loses its last support is an uncited leaf, but that is granted only on another basis.
            assert (step.id in points.steps) == (name not in supported(rest))


@given(m=maps(attacks=False, largest=7))
@examples(200)
def test_a_step_begs_the_question_if_a_premise_needs_its_conclusion(m: ArgumentMap) -> None:
    """A support between supported statements begs the question if a premise is not supported without its conclusion."""
    supported = oracle.supported(m, Basis.DECLARED)
    begging = {
        r.id
        for r in m.relations
        if r.kind is RelationKind.SUPPORT
        and supported.issuperset(r.premises)
        and r.target in m
        and m[r.target].kind is not Kind.QUESTION
        and not oracle.supported(m, Basis.DECLARED, without=r.target).issuperset(r.premises)
    }
    assert set(evaluate(m).question_begging) == begging


def test_two_lines_from_two_sources_have_no_common_point() -> None:
    """A claim with two independent reasons has no single point of failure."""
    points = evaluate(drawn("P: s1 \n Q: s2 \n P -> C \n Q -> C")).failure_points["C"]
    assert (points.sources, points.statements, points.steps, points.lines) == ((), (), (), 2)


def test_lines_that_meet_below_share_what_lies_there() -> None:
    """Where two lines go back to one statement, that statement, its step and its source are points of failure."""
    points = evaluate(drawn("E: s1 \n E -> P \n P -> Q \n P -> R \n Q -> C \n R -> C")).failure_points["C"]
    assert (points.sources, points.statements, points.steps) == (("s1",), ("E", "P"), ("E -> P",))


def test_lines_may_share_several_things_that_do_not_need_each_other() -> None:
    """Two lines that both link the same two statements fail with either."""
    m = drawn("X: s1 \n Y: s2 \n X + Y -> A \n X + Y -> B \n A -> C \n B -> C")
    points = evaluate(m).failure_points["C"]
    assert (points.sources, points.statements, points.steps) == (("s1", "s2"), ("X", "Y"), ())


def test_an_unsupported_statement_has_no_points_of_failure() -> None:
    """Only what is supported can fail."""
    assert evaluate(drawn("P -> C")).failure_points == {}


@given(m=maps(attacks=False, largest=8))
@examples(60)
def test_what_needs_a_statement_is_found_at_once(m: ArgumentMap) -> None:
    """Of all supported statements, those that cannot do without one are the ones that need it, asked one by one."""
    needs = evaluate(m).solution.needs
    for other in needs.ranks:
        assert needs.needing(other, needs.ranks) == {index for index in needs.ranks if needs.needs(index, other)}
