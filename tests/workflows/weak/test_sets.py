"""What brings a statement down together, and what holds it up alone, against supposing every set away."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given

from argmap import analyse, weak_points
from argmap.errors import CertificateError
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.prospects.retraction import Flip
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.model.statements import Kind
from argmap.workflows.weak import drops, sets
from argmap.workflows.weak.points import Weakness, weaknesses
from argmap.workflows.weak.supposing import Supposition, suppose
from argmap.workflows.weak.suspects import Suspect

from ...evaluation import oracle
from ...evaluation.drawn import circles, drawn, maps
from ...strategies import examples

SOURCES = ("s1", "s2", "s3", "s4")
RECORDS = (
    Source("s1", publisher="Press", authors=("Ada", "Bo"), based_on=("memo",)),
    Source("s2", publisher="Press", authors=("Bo",), based_on=("s1",)),
    Source("s3", origin="Agency", authors=("Ada",)),
    Source("s4", origin="Agency", based_on=("s3", "s2")),
    Source("memo", based_on=("log",)),
)
BEHIND = {
    "source": {name: {name} for name in SOURCES},
    "publisher": {"Press": {"s1", "s2"}, "s3": {"s3"}, "s4": {"s4"}},
    "author": {"Ada": {"s1", "s3"}, "Bo": {"s1", "s2"}, "s4": {"s4"}},
    "origin": {"Agency": {"s3", "s4"}, "s1": {"s1"}, "s2": {"s2"}},
    "root": {"log": {"s1", "s2"}, "s3": {"s3"}, "s4": {"s4"}},
}
"""What sets are made of, by kind, with the sources that fall with each."""


def told(m: ArgumentMap) -> list[str]:
    """Return the statements that are no questions."""
    return [s.id for s in m.statements if s.kind is not Kind.QUESTION]


def names(chosen: Iterable[Iterable[Suspect]]) -> set[frozenset[str]]:
    """Return sets of suspects by their names."""
    return {frozenset(suspect.name for suspect in each) for each in chosen}


def every_set(members: Collection[str]) -> Iterable[frozenset[str]]:
    """Return all sets of some members, the smallest first."""
    return (frozenset(some) for size in range(len(members) + 1) for some in combinations(members, size))


def minimal(found: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """Return the sets that hold no other."""
    every = set(found)
    return {each for each in every if not any(other < each for other in every)}


def without(m: ArgumentMap, sources: Collection[str]) -> ArgumentMap:
    """Take every citation of some sources out of a map."""
    kept = (evolve(s, citations=tuple(c for c in s.citations if c.source not in sources)) for s in m.statements)
    return evolve(m, statements=tuple(kept))


@given(m=maps(largest=7) | circles())
@examples(60)
@pytest.mark.parametrize("kind", BEHIND)
def test_sets_are_those_of_the_definition(m: ArgumentMap, kind: str) -> None:
    """Evidence sets hold a statement up alone, cut sets fell it together, and none of either has one to spare."""
    analysis = analyse(evolve(m, sources=RECORDS))
    for basis in (Basis.CITED, Basis.DECLARED):
        found, _ = weaknesses(analysis, basis, told(m), kind)
        held = {
            lost: oracle.supported(without(m, set().union(*(BEHIND[kind][name] for name in lost))), basis)
            for lost in every_set(BEHIND[kind])
        }
        for weakness in found:
            if weakness.id not in held[frozenset()]:
                assert weakness.sets is None
                continue
            assert weakness.sets is not None
            assert weakness.sets.complete is None
            everything = frozenset(BEHIND[kind])
            evidence = minimal(everything - lost for lost, left in held.items() if weakness.id in left)
            cuts = minimal(lost for lost, left in held.items() if weakness.id not in left)
            assert (names(weakness.sets.evidence), names(weakness.sets.cuts)) == (evidence, cuts)


@given(m=maps(largest=7) | circles())
def test_single_points_are_in_every_evidence_set_and_are_cut_sets_of_one(m: ArgumentMap) -> None:
    """Every evidence set meets every cut set; what all evidence sets share is what fells support by itself."""
    analysis = analyse(evolve(m, sources=RECORDS))
    points = analysis.evaluation.failure_points
    for kind in ("source", "ground"):
        for weakness in weaknesses(analysis, Basis.DECLARED, told(m), kind)[0]:
            if weakness.sets is None:
                continue
            evidence, cuts = names(weakness.sets.evidence), names(weakness.sets.cuts)
            assert all(one & other for one in evidence for other in cuts)
            shared = frozenset.intersection(*evidence)
            assert shared == {name for cut in cuts if len(cut) == 1 for name in cut}
            if kind == "source":
                assert shared == set(points[weakness.id].sources)


@given(m=maps() | circles())
@examples(60)
@pytest.mark.parametrize("kind", BEHIND)
def test_pairs_bring_a_statement_down_and_neither_does_alone(m: ArgumentMap, kind: str) -> None:
    """Every two of a kind that lower a standing together are told, with what it is then."""
    m = evolve(m, sources=RECORDS)
    analysis = analyse(m)
    found, _ = weaknesses(analysis, Basis.DECLARED, told(m), kind)

    def losses(*lost: str) -> dict[str, Standing]:
        dropped = frozenset[str]().union(*(BEHIND[kind][name] for name in lost))
        changes = suppose(analysis, Supposition(without=dropped), Basis.DECLARED).flips
        return {flip.id: flip.after for flip in changes if flip.is_loss}

    expected: dict[str, set[tuple[frozenset[str], Standing]]] = {name: set() for name in told(m)}
    for both in combinations(BEHIND[kind], 2):
        alone = losses(both[0]).keys() | losses(both[1]).keys()
        for name, after in losses(*both).items():
            if name not in alone:
                expected[name].add((frozenset(both), after))
    for weakness in found:
        assert weakness.pairs is not None
        told_pairs = {(frozenset(s.name for s in pair.suspects), pair.standing) for pair in weakness.pairs}
        assert told_pairs == expected[weakness.id]


@given(m=maps(largest=7) | circles())
@examples(60)
@pytest.mark.parametrize("kind", [*BEHIND, "ground"])
def test_sets_are_certified_and_no_others(m: ArgumentMap, kind: str) -> None:
    """What is found passes the check; a set that has lost an element does not."""
    analysis = analyse(evolve(m, sources=RECORDS))
    evaluation = analysis.evaluation
    found = {each.id: each.sets for each in weaknesses(analysis, Basis.DECLARED, told(m), kind)[0] if each.sets}
    sets.certify(analysis, evaluation, found, kind)
    for name, each in found.items():
        for wrong in (
            *(evolve(each, evidence=(one[1:],)) for one in each.evidence if one),
            *(evolve(each, cuts=(one[1:],)) for one in each.cuts),
        ):
            with pytest.raises(CertificateError, match=f"{name} (is not held up by|does not fall without)"):
                sets.certify(analysis, evaluation, {name: wrong}, kind)


def test_two_answers_from_two_sources_fall_together() -> None:
    """Either answer keeps the objection down; without both the claim is rejected, though its support is untouched."""
    found = weak_points(drawn("P: s1 \n P -> C \n O: s2 \n O -| C \n A: s3 \n A -| O \n B: s4 \n B -| O"), "C")
    assert [point.suspect.name for point in found.points] == ["s1", "P", "P -> C"]
    assert [([s.name for s in pair.suspects], pair.standing) for pair in found.pairs or ()] == [
        (["s3", "s4"], Standing.REJECTED)
    ]
    assert found.sets is not None
    assert names(found.sets.cuts) == {frozenset({"s1"})}


def test_grounds_are_citations_and_assumptions() -> None:
    """Two citations of one source can fail apart, and an assumption by itself; with sources it is granted."""
    m = drawn("P: s1, s2 \n A: assumed \n P + A -> C")
    found = weak_points(m, "C", of="ground")
    assert found.sets is not None
    assert names(found.sets.evidence) == {frozenset({"P@s1", "A"}), frozenset({"P@s2", "A"})}
    assert [(point.suspect.kind, point.suspect.name) for point in found.points][:1] == [("ground", "A")]
    assert (found.sets.granted, weak_points(m, "C").sets.granted) == (False, True)  # type: ignore[union-attr]


def test_what_stands_on_assumptions_alone_needs_no_source() -> None:
    """The empty set of sources holds it up, and none fells it."""
    found = weak_points(drawn("A: assumed \n A -> C"), "C").sets
    assert found is not None
    assert (found.evidence, found.cuts) == (((),), ())


@given(m=maps(largest=7))
@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_found_before_the_search_ends_is_right(m: ArgumentMap, monkeypatch) -> None:
    """A search that ends early says so, and what it has found is among what there is."""
    analysis = analyse(m)
    full = {each.id: each for each in weaknesses(analysis, Basis.DECLARED, told(m))[0]}
    for work in (0, 20, 100):
        monkeypatch.setattr(sets, "MOST_WORK", work)
        for part in weaknesses(analysis, Basis.DECLARED, told(m))[0]:
            whole = full[part.id].sets
            if part.sets is None or whole is None:
                assert part.sets is whole
                continue
            assert set(part.sets.evidence) <= set(whole.evidence)
            assert set(part.sets.cuts) <= set(whole.cuts)
            limit = part.sets.complete
            assert all(len(each) > limit for each in set(whole.cuts) - set(part.sets.cuts)) if limit else True
    monkeypatch.undo()


def test_too_many_pairs_are_not_tried(monkeypatch) -> None:
    """None says so; sets that take support away are found all the same."""
    monkeypatch.setattr(drops, "MOST_WORK_ON_PAIRS", 0)
    found: Weakness = weak_points(drawn("C: s1, s2"), "C")
    assert found.pairs is None
    assert found.sets is not None
    assert names(found.sets.cuts) == {frozenset({"s1", "s2"})}


def test_a_flip_of_a_pair_is_a_loss() -> None:
    """What rises without two sources is no weak point."""
    found = weak_points(drawn("P: s1 \n P -> C \n O: s2, s3 \n O -| C"), "C")
    assert found.pairs == ()
    assert Flip("C", Standing.REJECTED, Standing.ACCEPTED).is_gain
