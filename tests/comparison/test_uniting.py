"""Two maps in one: what they differ in is taken over one by one, and all of it makes the second of the first."""

from __future__ import annotations

from hypothesis import given

from argmap.analysis import analyse
from argmap.comparison.alignment.readings import align_readings
from argmap.comparison.differences.uniting import unite
from argmap.evaluation.evaluate import evaluate

from ..tangles import tangles


def united(left, right):
    """Align two maps and make one of them."""
    one, other = analyse(left), analyse(right)
    alignment = align_readings(one, other, {})
    return one, other, alignment, unite(one, other, alignment, {})


def has_doubled_ids(m):
    """Tell whether two relations or citations of a map share an id."""
    ids = [r.id for r in m.relations] + [c.id for s in m.statements for c in s.citations]
    return len(set(ids)) < len(ids)


@given(m=tangles())
def test_a_map_does_not_differ_from_itself(m):
    """Whatever a map says, it has no difference to itself."""
    _, _, alignment, union = united(m, m)
    assert union.differences == ()
    assert all(group.is_pair and group.left == group.right for group in alignment.groups)


@given(left=tangles(), right=tangles())
def test_none_taken_is_the_first_and_all_taken_is_the_second(left, right):
    """Without any difference taken over the first map stands as it is; with all of them it stands as the second."""
    one, other, _, union = united(left, right)
    before = evaluate(*union.taking(()))
    assert before.standings == one.evaluation.standings
    if has_doubled_ids(left) or has_doubled_ids(right):
        return
    after = evaluate(*union.taking(range(len(union.differences))))
    names = union.names.statements
    assert after.standings == {names[name]: standing for name, standing in other.evaluation.standings.items()}
