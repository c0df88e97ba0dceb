"""Supposing that sources or statements fall, or that statements have a source."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given

from argmap import analyse
from argmap.evaluation.labels import Basis
from argmap.model.statements import Kind
from argmap.workflows.weak.supposing import Supposition, suppose

from ...evaluation import oracle
from ...evaluation.drawn import circles, drawn, maps

BASES = (Basis.INDEPENDENT, Basis.CITED, Basis.DECLARED)


@given(m=maps() | circles())
def test_what_is_supposed_is_evaluated_by_definition(m) -> None:
    """With any source and any statement dropped and another sourced, each label is that of the definition."""
    analysis = analyse(m)
    told = [s.id for s in m.statements if s.kind is not Kind.QUESTION]
    for dropped, sourced in list(combinations(told, 2))[:6]:
        supposition = Supposition(frozenset({"s1"}), frozenset({dropped}), sourced=frozenset({sourced}))
        for basis in BASES:
            found = suppose(analysis, supposition, basis)
            found.certify()
            held = oracle.supported(found.map, basis, grades=found.grades)
            true, possible = oracle.well_founded(oracle.stable_models(oracle.rules(found.map, basis, found.grades)))
            for name, verdict in found.after.items():
                assert verdict.supported == (name in held)
                assert (verdict.standing == "accepted") == (("holds", name) in true)
                assert (verdict.standing == "undecided") == (("holds", name) in possible - true)
            assert not found.after[dropped].supported
            assert found.after[sourced].grade == "independent"


@given(m=maps() | circles())
def test_what_falls_by_itself_falls_the_same_both_ways(m) -> None:
    """Supposing a source or a statement away says what dropping its rules says."""
    analysis = analyse(m)
    solutions, index_of = analysis.evaluation.solutions, analysis.graph.index_of
    names = [s.id for s in m.statements if s.kind is not Kind.QUESTION]
    trials = [((source,), ()) for source in ("s1", "s3")] + [((), (name,)) for name in names]
    for sources, statements in trials:
        for basis in BASES:
            rest = solutions.without(sources, [index_of[name] for name in statements]).of(basis)
            supposition = Supposition(without=frozenset(sources), dropped=frozenset(statements))
            after = suppose(analysis, supposition, basis).after
            assert {name: rest.standing(index_of[name]) for name in names} == after.standings


def test_gains_and_other_grounds_are_changes_too() -> None:
    """An objection's fall lets the claim rise; what another source holds up keeps its standing on a worse ground."""
    m = drawn("P: s1, s2 \n O: s1 \n A: assumed \n P -> C \n P -> D \n O -| D \n A -> E \n O -> E")
    found = suppose(analyse(m), Supposition(without=frozenset({"s1"})), Basis.DECLARED)
    assert [(c.id, *c.standing, *c.grade) for c in found.changes] == [
        ("O", "accepted", "unsupported", "unverified", None),
        ("D", "rejected", "accepted", "unverified", "unverified"),
        ("E", "accepted", "accepted", "unverified", "assumed"),
    ]
    assert [(flip.id, flip.is_gain) for flip in found.flips] == [("O", False), ("D", True)]


def test_a_source_for_a_leaf_supports_all_that_waits_for_it() -> None:
    """A statement that has a source counts as independent, even where only independent grounds count."""
    found = suppose(analyse(drawn("P -> C")), Supposition(sourced=frozenset({"P"})), Basis.INDEPENDENT)
    assert [(c.id, *c.standing, c.grade[1]) for c in found.changes] == [
        ("P", "unsupported", "accepted", "independent"),
        ("C", "unsupported", "accepted", "independent"),
    ]
