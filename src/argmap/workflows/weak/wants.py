"""What a statement that does not stand wants: the fewest statements that would need a source for it to be accepted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from attrs import frozen

from argmap.evaluation.labels import Standing
from argmap.evaluation.prospects.gaps import MOST_ROOTS
from argmap.evaluation.prospects.leaves import Leaves
from argmap.evaluation.prospects.retraction import Flip
from argmap.evaluation.verdict import Evaluation
from argmap.workflows.weak.suspects import reach

_MOST_WORK = 1_000_000
"""How many rules may be gone through, over all that is tried."""

_MOST_TRIED = 40
"""How many sets are tried for a statement at most."""


_Tried = tuple[tuple[int, ...], Standing | None]
"""Statements that are given a source, and what the statement asked about would be then."""


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

    An unsupported statement wants sources for its leaves: the smallest sets that would support it, and where none of
    these would have it accepted, the smallest that would. An undecided or rejected one wants a single source for
    something that it can depend on, such as the answer to an objection.

    Args:
        evaluation: What is said of a map.
        names: Ids of statements; those that are accepted are left out.
    """
    leaves = Leaves(evaluation.solution)
    candidates = {name: _candidates(evaluation, leaves, name)[:_MOST_TRIED] for name in names}
    count = sum(map(len, candidates.values()))
    if count * len(evaluation.solution.program.heads) <= _MOST_WORK:
        tried = _tried(evaluation, leaves, candidates)
    else:
        tried = {name: [(each, None) for each in sets] for name, sets in candidates.items()}
    return {name: tuple(_worthwhile(evaluation, name, each)) for name, each in tried.items() if each}


def _tried(
    evaluation: Evaluation, leaves: Leaves, candidates: Mapping[str, Sequence[tuple[int, ...]]]
) -> dict[str, list[_Tried]]:
    """Try the sets of each statement, and find more for what is unsupported and accepted with none of them."""
    index_of = evaluation.graph.index_of
    lacking = [name for name, sets in candidates.items() if sets and not evaluation[name].supported]
    choices = {name: _choices(evaluation, leaves, name) for name in lacking}
    pool = {at for sets in (*candidates.values(), *choices.values()) for each in sets for at in each}
    trials = evaluation.trials(sorted(pool))

    def after(each: Sequence[int], name: str) -> Standing:
        before = evaluation.standings[name]
        return trials.with_ground(each).get(index_of[name], (before, before))[1]

    def accepts(each: Sequence[int], name: str) -> bool:
        return after(each, name) is Standing.ACCEPTED

    tried: dict[str, list[_Tried]] = {name: [(e, after(e, name)) for e in sets] for name, sets in candidates.items()}
    for name in lacking:
        if all(standing is not Standing.ACCEPTED for _, standing in tried[name]):
            holds, most_work = partial(accepts, name=name), _MOST_WORK // len(lacking)
            found = (leaves.smallest_of(index_of[name], among, holds, most_work) for among in choices[name])
            tried[name] += [(each, Standing.ACCEPTED) for each in next(filter(None, found), [])]
    return tried


def _choices(evaluation: Evaluation, leaves: Leaves, name: str) -> list[tuple[int, ...]]:
    """Return the leaves among which to find sets: all that speak for a statement, or those of one set that would do."""
    index_of = evaluation.graph.index_of
    return [
        leaves.helping(index_of[name]),
        tuple(index_of[each] for each in evaluation[name].would_stand_if if each in index_of),
    ]


def _candidates(evaluation: Evaluation, leaves: Leaves, name: str) -> list[tuple[int, ...]]:
    """Return the sets of statements for which a source may help."""
    standing, index_of, gaps = evaluation.standings[name], evaluation.graph.index_of, evaluation.gaps
    if standing is Standing.ACCEPTED:
        return []
    if standing is not Standing.UNSUPPORTED:
        _, atoms = reach(evaluation, [name])
        return [(root,) for root in gaps.roots if root in atoms]
    circle = gaps.waits[index_of[name]]
    return leaves.smallest(index_of[name]) or ([circle] if len(circle) <= MOST_ROOTS else [])


def _worthwhile(evaluation: Evaluation, name: str, tried: Sequence[_Tried]) -> Iterator[Want]:
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
