"""What holds of the sets of sources that hold a statement up, and of those that fell it, on every map."""

from __future__ import annotations

from hypothesis import given

from argmap import analyse, evaluate
from argmap.evaluation.labels import Basis
from argmap.model.document import ArgumentMap
from argmap.workflows.weak.points import weaknesses

from ...evaluation.drawn import circles, maps
from ...strategies import examples


@given(m=maps() | circles())
@examples(60)
def test_evidence_cuts_and_points_of_failure_fit_together(m: ArgumentMap) -> None:
    """Each evidence set meets each cut; what all evidence sets share are the cuts of one, and the points of failure.

    Where assumptions hold a statement up besides, there may be an evidence set without a source, and no cut.
    """
    evaluation = evaluate(m)
    names = [name for name, verdict in evaluation.items() if verdict.supported]
    found, _ = weaknesses(analyse(m), Basis.DECLARED, names)
    for weakness in found:
        assert weakness.sets is not None
        evidence = [frozenset(source.name for source in each) for each in weakness.sets.evidence]
        cuts = [frozenset(source.name for source in each) for each in weakness.sets.cuts]
        assert all(each & cut for each in evidence for cut in cuts)
        if evidence:
            shared = frozenset.intersection(*evidence)
            assert {frozenset({name}) for name in shared} == {cut for cut in cuts if len(cut) == 1}
            assert set(evaluation.failure_points[weakness.id].sources) == shared
