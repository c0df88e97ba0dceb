"""Looking for the sets that make as many as possible of some variables true: no other makes these and more true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.frameworks.search.encoding import Encoding


def grow(made: Encoding, targets: range, assumptions: Sequence[int] = ()) -> list[int] | None:
    """Return a largest collection of targets that are true together, or None where the assumptions cannot be met.

    Args:
        made: Clauses. They hold the same as before when this is done.
        targets: Variables that follow each other, such as `made.members` or `made.ranges`.
        assumptions: Literals that are to be true besides.
    """
    solver = made.solver
    if not solver.solve(assumptions):
        return None
    reached = _true(made, targets)
    while len(reached) < len(targets):
        more = solver.new()
        solver.add([-more, *_missing(targets, reached)])
        found = solver.solve([*assumptions, *reached, more])
        better = _true(made, targets) if found else reached
        solver.add([-more])
        if not found:
            break
        reached = better
    return reached


def each(made: Encoding, targets: range, assumptions: Sequence[int] = ()) -> Iterator[list[int]]:
    """Return each largest collection of targets that are true together; no set with as much or less is found again.

    Between two of them `Encoding.all` may be asked for the sets that make all of one true::

        for reached in each(made, made.ranges):
            yield from made.all(reached)
    """
    made.solver.prefer(targets)
    while (reached := grow(made, targets, assumptions)) is not None:
        yield reached
        made.solver.add(_missing(targets, reached))


def _true(made: Encoding, targets: range) -> list[int]:
    """Return the targets that are true in what was found last."""
    return [targets[place] for place in made.solver.true_among(targets)]


def _missing(targets: range, reached: Sequence[int]) -> list[int]:
    """Return the targets that were not reached."""
    met = set(reached)
    return [target for target in targets if target not in met]
