"""Minimal sets that hold a statement up, and minimal sets that fell it, against trying all sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis
from argmap.evaluation.prospects.minimal import MinimalSets, minimal_sets
from argmap.evaluation.prospects.support import Support
from argmap.evaluation.verdict import Evaluation
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap

from ..strategies import examples
from . import oracle
from .drawn import Graded, drawn, maps, with_grades

PLENTY = 10**9
NAMES = "abcdefg"


def formulas() -> st.SearchStrategy[list[int]]:
    """Draw sets of seven elements, as bits: with all of any one of them, something holds."""
    return st.lists(st.integers(1, 127), max_size=9)


def smallest(sets: Iterable[int]) -> list[int]:
    """Return the sets that hold no other, the smallest first."""
    every = set(sets)
    found = [each for each in every if not any(other != each and other & each == other for other in every)]
    return sorted(found, key=lambda each: (each.bit_count(), [at for at in range(32) if each >> at & 1]))


def proves(formula: list[int]) -> Callable[[int], int | None]:
    """Return what finds a set of a formula among the elements that are present."""
    return lambda present: next((each for each in formula if not each & ~present), None)


def searched(formula: list[int], most_work: int = PLENTY, most_sets: int = PLENTY) -> MinimalSets:
    """Search for the sets of a formula."""
    return minimal_sets(127, proves(formula), 1, most_work, most_sets)


def by_definition(formula: list[int]) -> tuple[list[int], list[int]]:
    """Return the minimal sets that hold, and that fell, by trying all."""
    prove = proves(formula)
    holding = [each for each in range(128) if prove(each) is not None]
    return smallest(holding), smallest(each for each in range(128) if prove(127 & ~each) is None)


@given(formula=formulas())
@examples(500)
def test_all_minimal_sets_are_found(formula: list[int]) -> None:
    """Both families are those of the definition, the smallest first."""
    found = searched(formula)
    assert ([*found.holding], [*found.felling]) == by_definition(formula)
    assert found.complete is None


@given(formula=formulas())
def test_every_set_that_holds_meets_every_set_that_fells(formula: list[int]) -> None:
    """What is in all sets that hold fells by itself, and the other way round."""
    found = searched(formula)
    assert all(one & other for one in found.holding for other in found.felling)
    shared = 127 if found.holding else 0
    for each in found.holding:
        shared &= each
    assert shared == sum(each for each in found.felling if each.bit_count() == 1)


@given(formula=formulas(), most_work=st.integers(0, 300), most_sets=st.integers(0, 8))
@examples(500)
def test_a_search_that_ends_early_says_up_to_which_size_all_is_there(
    formula: list[int], most_work: int, most_sets: int
) -> None:
    """What it has found is right, and no set of the sizes that it vouches for is missing."""
    found = searched(formula, most_work, most_sets)
    complete = 7 if found.complete is None else found.complete
    for told, true in zip((found.holding, found.felling), by_definition(formula), strict=True):
        assert set(told) <= set(true)
        assert {each for each in true if each.bit_count() <= complete} <= set(told)


def bits_of(evaluation: Evaluation) -> dict[int, int]:
    """Return the source that each rule needs, as a bit: those of s1, s2, s3."""
    parts = evaluation.solution.program.parts
    return {rule: 1 << int(part.source[1:]) for rule, part in enumerate(parts) if isinstance(part, Citation)}


def without(m: ArgumentMap, sources: Iterable[str]) -> ArgumentMap:
    """Take every citation of some sources out of a map."""
    dropped = set(sources)
    kept = (evolve(s, citations=tuple(c for c in s.citations if c.source not in dropped)) for s in m.statements)
    return evolve(m, statements=tuple(kept))


@given(graded=with_grades(maps(largest=8)))
@examples(200)
def test_support_with_some_sources_is_support_by_definition(graded: Graded) -> None:
    """For each set of sources, a statement has a proof just if it is supported in a map without the others."""
    m, grades = graded
    for basis in (Basis.INDEPENDENT, Basis.DECLARED):
        evaluation = evaluate(m, grades, basis=basis)
        program, lines, bits = evaluation.solution.program, evaluation.solution.needs.lines, bits_of(evaluation)
        for present in (names for size in range(4) for names in combinations(["s1", "s2", "s3"], size)):
            held = oracle.supported(without(m, {"s1", "s2", "s3"} - set(present)), basis, grades=grades)
            mask = sum(1 << int(name[1:]) for name in present)
            for name in evaluation:
                at = evaluation.graph.index_of[name]
                support = Support.of(program, at, defaultdict(list, lines).__getitem__, bits)
                proof = support.proof(mask)
                assert (proof is not None) == (name in held)
                assert not (proof or 0) & ~mask


def test_what_a_proof_uses_is_enough() -> None:
    """A proof names the elements of the line that it found, and no others."""
    evaluation = evaluate(drawn("P: s1 \n Q: s2 \n R: s3 \n P + Q -> C \n R -> C"))
    solution = evaluation.solution
    at = evaluation.graph.index_of["C"]
    support = Support.of(solution.program, at, solution.needs.lines.__getitem__, bits_of(evaluation))
    assert support.elements == 0b1110
    assert support.proof(0b0110) == 0b0110
    assert support.proof(0b1010) == 0b1000
    assert support.proof(0b0100) is None
