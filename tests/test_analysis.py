"""An analysis: what is worked out of a map, each part when it is first asked for, and once."""

from __future__ import annotations

import pytest

import argmap
from argmap.errors import CertificateError
from argmap.evaluation import solutions
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.solution import Solution

MAP = """\
nodes:
  wet: {claim: The street is wet., because: [rain]}
  rain: {assumption: It rained.}
"""


@pytest.fixture
def analysis() -> argmap.Analysis:
    """Return the analysis of the map above."""
    return argmap.analyse(argmap.loads(MAP))


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the limits that the solver is asked for, as it is asked."""
    asked: list[int] = []
    solve = solutions.well_founded

    def solver(grounding, limit: int, before: Solution | None) -> Solution:
        asked.append(limit)
        return solve(grounding, limit, before)

    monkeypatch.setattr(solutions, "well_founded", solver)
    return asked


def test_sources_and_passages_are_looked_up_without_an_evaluation(analysis: argmap.Analysis, solved: list[int]) -> None:
    """Asking for sources, texts, passages or fingerprints evaluates nothing."""
    _ = analysis.sources, analysis.texts, analysis.resolutions, analysis.anchored, analysis.fingerprints
    assert solved == []


def test_each_basis_is_solved_once_and_when_it_is_asked_for(analysis: argmap.Analysis, solved: list[int]) -> None:
    """A basis is solved with those below it and no others, and once however often it is asked for."""
    evaluation = analysis.evaluation
    assert solved == []
    assert evaluation.of("cited")["wet"].standing is Standing.UNSUPPORTED
    assert len(solved) == 1
    assert evaluation["wet"].standing is Standing.ACCEPTED
    assert len(solved) == 2
    for basis in Basis:
        assert analysis.evaluation.of(basis) is evaluation.of(basis)
        _ = [verdict.modifiers for verdict in evaluation.of(basis).values()]
    assert len(solved) == len(set(solved)) == 4


def test_what_does_not_follow_is_refused(analysis: argmap.Analysis) -> None:
    """When the check of a label fails, the error says which, and that it is a bug of ours."""
    evaluation = analysis.evaluation
    analysis.certify(evaluation, (verdict.why for verdict in evaluation.values()))
    evaluation.solution.values[0] = 2
    with pytest.raises(CertificateError, match=r"wrong about this map \(holds\(wet\) is wrongly labelled, and "):
        analysis.certify(evaluation)
