"""What statements that do not stand want, against supposing sources for each set of leaves."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from argmap import analyse
from argmap.analysis import Analysis
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.prospects.leaves import Leaves
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind
from argmap.workflows.weak.supposing import Supposition, suppose
from argmap.workflows.weak.wants import Want, wants

from ...evaluation.drawn import circles, drawn, maps


def wanted(text: str, name: str) -> list[tuple[str, str]]:
    """Return what a statement of a map wants: the sets, and what it would be with each."""
    found = wants(analyse(drawn(text)).evaluation, [name])
    return [(" ".join(want.statements), str(want.standing)) for want in found.get(name, ())]


def supposed(analysis: Analysis, name: str, sourced: frozenset[str]) -> Standing:
    """Return what a statement is once others have a source."""
    return suppose(analysis, Supposition(sourced=sourced), Basis.DECLARED).after[name].standing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C + D -> R \n A -> R \n T: s1 \n T -| R \n N -| T", [("A N", "accepted"), ("A", "rejected")]),
        ("A -> R \n C + D -> R \n T: s1 \n T -| R \n N -| T", [("A N", "accepted"), ("A", "rejected")]),
        ("A -> R \n T: s1 \n T -| R \n N + M -| T", [("A N M", "accepted"), ("A", "rejected")]),
        ("A -> R \n B -> R \n T: s1 \n T -x (A -> R)", [("B", "accepted"), ("A", "rejected")]),
        ("A -> R \n B + C -> R \n T: s1 \n T -x (A -> R)", [("B C", "accepted"), ("A", "rejected")]),
        ("A -> R \n T: s1 \n T -| R", [("A", "rejected")]),
    ],
)
def test_the_answer_to_an_objection_is_wanted_with_the_smallest_set(text: str, expected: list[tuple[str, str]]) -> None:
    """Whatever the order of the reasons, the fewest leaves are told that have a statement accepted."""
    assert wanted(text, "R") == expected


@given(m=maps() | circles())
def test_no_smaller_set_of_leaves_has_a_statement_accepted(m: ArgumentMap) -> None:
    """Each set does what it is said to do; where more never undoes what less does, those told are all of the fewest."""
    analysis = analyse(m)
    evaluation = analysis.evaluation.of(Basis.DECLARED)
    names = [s.id for s in m.statements if s.kind is not Kind.QUESTION]
    found: dict[str, tuple[Want, ...]] = wants(evaluation, names)
    leaves = Leaves(evaluation.solution)
    for name in names:
        told = found.get(name, ())
        for want in told:
            assert want.standing is supposed(analysis, name, frozenset(want.statements))
        at = evaluation.graph.index_of[name]
        helping = [m.statements[leaf].id for leaf in leaves.helping(at)]
        if evaluation[name].supported or not leaves.smallest(at) or len(helping) > 5:
            continue
        sets = [frozenset(each) for size in range(len(helping) + 1) for each in combinations(helping, size)]
        enough = [each for each in sets if supposed(analysis, name, each) is Standing.ACCEPTED]
        if all(any(less == more for less in enough) for one in enough for more in sets if one < more):
            fewest = {each for each in enough if len(each) == min(map(len, enough))}
            assert {frozenset(want.statements) for want in told if want.standing is Standing.ACCEPTED} == fewest
