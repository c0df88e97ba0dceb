"""What a statement that does not stand wants: the fewest statements that would need a source for it to be accepted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from argmap.evaluation.labels import Standing
from argmap.evaluation.prospects.gaps import MOST_ROOTS
from argmap.evaluation.prospects.leaves import Leaves
from argmap.evaluation.retraction import Flip
from argmap.evaluation.verdict import Evaluation
from argmap.workflows.weak.suspects import reach

_MOST_WORK = 1_000_000
"""How many rules may be gone through, over all that is tried."""

_MOST_TRIED = 40
"""How many sets are tried for a statement at most."""


@frozen
class Want:
    """Statements that want a source.

    Attributes:
        statements: Their ids.
        standing: What the statement asked about would be if all of them had one, independent and looked up; None if the
            map is too large to try it.
    """

    statements: tuple[str, ...]
    standing: Standing | None


def wants(evaluation: Evaluation, names: Collection[str]) -> dict[str, tuple[Want, ...]]:
    """Tell what sources would do for statements that are not accepted, by their ids; those first that do most.

    An unsupported statement wants sources for its leaves: the smallest sets that would support it, and one set that
    would have it accepted if none of these would. An undecided or rejected one wants a single source for something that
    it can depend on, such as the answer to an objection.

    Args:
        evaluation: What is said of a map.
        names: Ids of statements; those that are accepted are left out.
    """
    leaves = Leaves(evaluation.solution)
    candidates = {name: _candidates(evaluation, leaves, name)[:_MOST_TRIED] for name in names}
    count = sum(map(len, candidates.values()))
    tried: dict[str, list[tuple[tuple[int, ...], Standing | None]]] = {}
    if 0 < count <= _MOST_WORK // len(evaluation.solution.program.heads):
        trials = evaluation.trials(sorted({at for sets in candidates.values() for each in sets for at in each}))
        for name, sets in candidates.items():
            at, before = evaluation.graph.index_of[name], evaluation.standings[name]
            tried[name] = [(each, trials.with_ground(each).get(at, (before, before))[1]) for each in sets]
    else:
        tried = {name: [(each, None) for each in sets] for name, sets in candidates.items()}
    return {name: tuple(_worthwhile(evaluation, name, each)) for name, each in tried.items() if each}


def _candidates(evaluation: Evaluation, leaves: Leaves, name: str) -> list[tuple[int, ...]]:
    """Return the sets of statements for which a source may help."""
    standing, index_of, gaps = evaluation.standings[name], evaluation.graph.index_of, evaluation.gaps
    if standing is Standing.ACCEPTED:
        return []
    if standing is not Standing.UNSUPPORTED:
        _, atoms = reach(evaluation, [name])
        return [(root,) for root in gaps.roots if root in atoms]
    circle = gaps.waits[index_of[name]]
    smallest = leaves.smallest(index_of[name]) or ([circle] if len(circle) <= MOST_ROOTS else [])
    accepting = tuple(index_of[each] for each in evaluation[name].would_stand_if if each in index_of)
    return [*dict.fromkeys([*([accepting] if accepting else []), *smallest])]


def _worthwhile(
    evaluation: Evaluation, name: str, tried: Sequence[tuple[tuple[int, ...], Standing | None]]
) -> Iterator[Want]:
    """Leave out what changes nothing, and what asks for more than is needed."""
    before = evaluation.standings[name]
    fewest = min(len(each) for each, _ in tried)
    useful = [(each, after) for each, after in tried if after is None or after is not before]
    if before is not Standing.UNSUPPORTED:
        useful = [(each, after) for each, after in useful if after is not None and Flip(name, before, after).is_gain]
    enough = any(after is Standing.ACCEPTED for each, after in useful if len(each) == fewest)
    order = [Standing.ACCEPTED, Standing.UNDECIDED, Standing.REJECTED, Standing.UNSUPPORTED, None]
    for each, after in sorted(useful, key=lambda pair: (order.index(pair[1]), len(pair[0]))):
        if len(each) == fewest or not enough:
            yield Want(tuple(evaluation.graph.statements[at].id for at in each), after)
