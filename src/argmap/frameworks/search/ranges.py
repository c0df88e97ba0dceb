"""Sets of largest range: of the arguments that a set holds or attacks, no other set reaches these and more.

Where there are stable sets, they are those; so these are looked for first, which takes fewer clauses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from argmap.frameworks.search import encoding, maximal
from argmap.frameworks.search.encoding import Encoding


def all_of_largest(made: Encoding) -> Iterator[list[int]]:
    """Return each set of largest range once."""
    stable = encoding.stable(made.part)
    if stable.find() is not None:
        yield from stable.antichain()
        return
    for reached in maximal.each(made, made.ranges):
        yield from made.all(reached)


def find(made: Encoding, literal: int) -> list[int] | None:
    """Return a set of largest range of which a literal holds, if there is one.

    A range that such a set has is made as large as can be, by whatever sets; either a set of that range will do, or
    neither it nor its parts are looked at again.
    """
    stable = encoding.stable(made.part)
    found = stable.find([literal])
    if found is not None or stable.find() is not None:
        return found
    made.solver.prefer(made.ranges)
    while (reached := maximal.grow(made, made.ranges, [literal])) is not None:
        reached = maximal.grow(made, made.ranges, reached) or reached
        found = made.find([*reached, literal])
        if found is not None:
            return found
        made.solver.add(sorted(set(made.ranges).difference(reached)))
    return None


def shared(made: Encoding, kept: Callable[[set[int]], list[int]]) -> list[int]:
    """Return what may be kept of what all sets of largest range hold.

    Args:
        made: Clauses.
        kept: Returns what may be kept of a conflict-free set, of a smaller one no more; it is asked as early as can be,
            so that less is left to be looked into.
    """
    left: list[int] | None = None
    for reached in maximal.each(made, made.ranges):
        if left is None:
            left = kept(set(made.find(reached) or ()))
        while left and (found := _lacking_some(made, left, reached)) is not None:
            left = kept(set(left).intersection(found))
        if not left:
            break
    return left or []


def _lacking_some(made: Encoding, members: Sequence[int], reached: Sequence[int]) -> list[int] | None:
    """Return a set of a range that lacks one of some arguments, if there is one."""
    switch = made.solver.new()
    made.solver.add([-switch, *(-index - 1 for index in members)])
    found = made.find([switch, *reached])
    made.solver.add([-switch])
    return found
